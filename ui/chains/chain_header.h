#pragma once

#include "ui/chains/document_chooser.h"

#include <QUndoStack>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace sb::ui {

class Chip;
class PageHeader;
class SegmentedControl;

/// The header of the chain editor, and of that of policies: which one, how it is shown, what can be done with all of
/// it.
class ChainHeader final : public QWidget
{
    Q_OBJECT
public:
    enum class View
    {
        Line, ///< of a policy: its rules
        Json,
        History,
        Replay
    };
    /// What it shows depends on.
    struct Facts
    {
        bool any = false; ///< there is a chain
        QString state = {}; ///< "Draft of version 7"
        QString fact = {}; ///< "version 8 takes 10 %"
        QString save = {}; ///< what the button says
        bool savable = false;
        QString whyNot = {}; ///< or how: the button's tool tip
        friend bool operator==(const Facts &, const Facts &) = default;
    };
    explicit ChainHeader(QUndoStack &undoStack, DocumentKind kind = DocumentKind::Chain, QWidget *parent = nullptr);
    ~ChainHeader() override;

    /// @param inUse the policy that requests go by; empty: none
    void setDocuments(const QStringList &chains, const QStringList &policies, const QString &inUse,
                      const QString &current);
    void insertControl(QWidget *control); ///< behind the menu
    [[nodiscard]] QString current() const;
    void present(const Facts &facts);
    [[nodiscard]] View view() const;
    void setView(View view);
    void setRehearsing(bool running); ///< its button cancels then
    void beginRenaming(); ///< the name is typed where it stands

signals:
    void chosen(const QString &chain);
    void policyChosen(const QString &policy);
    void newPolicyRequested();
    void renamed(const QString &name); ///< one that no other of its kind has
    void viewChosen();
    void saveRequested();
    void rehearseRequested(); ///< or that it is cancelled
    void newRequested(); ///< of the same kind
    void duplicateRequested();
    void importRequested();
    void exportRequested();
    void removeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupName();
    void setupHistory(QUndoStack &undoStack);
    [[nodiscard]] QToolButton *makeMenu();
    void takeName();
    void endRenaming();
    [[nodiscard]] QString problemOf(const QString &name) const; ///< empty: it may be called so

    DocumentKind m_kind;
    PageHeader *m_bar;
    QStackedWidget *m_place; ///< of the name
    DocumentChooser *m_chooser;
    QLineEdit *m_name;
    QToolButton *m_menu = nullptr;
    SegmentedControl *m_switch;
    Chip *m_state;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QPushButton *m_rehearse;
    QPushButton *m_save;
};

} // namespace sb::ui
