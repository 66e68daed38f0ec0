#pragma once

#include "core/usage/queries.h"
#include "ui/providers/own_provider_form.h"
#include "ui/providers/provider_board.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace sb::ui {

class AddProvider;
class Banner;
class EmptyState;
class PageHeader;
class ProviderDetail;
class ProviderModel;
class TableView;

/// Who can be asked: the list at the left, one provider or the ways to add one at the right.
class ProvidersPage final : public QWidget
{
    Q_OBJECT
public:
    ProvidersPage(ProviderBoard &board, usage::Queries &queries, usage::Register &usage, QWidget *parent = nullptr);

    /// What is shown and typed, to go on with it in another page.
    struct Work
    {
        QString shown = {}; ///< the provider
        bool adding = false;
        OwnProviderForm::Draft draft = {};
    };
    [[nodiscard]] Work work() const;
    void resume(const Work &work);
    void showProvider(const QString &id);
    void showAdding();

signals:
    void notice(const QString &text, const QString &undoAction); ///< for the toast

public slots:
    void undo(); ///< of the last removal that can be undone

protected:
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void setupHeader();
    void setupList();
    void setupBody();
    void connectBoard();
    void connectRight();
    void connectMonth(usage::Register &usage);
    void present();
    void presentHand();
    void act();
    void select(const QString &id);
    void mark(int row);
    void moveCurrent(int by);
    void remove(const QString &id);
    void askBefore(const QString &question, const QString &consequence, const QString &action,
                   const std::function<void()> &then);
    void confirmKey(const QString &id);
    void takeStored(const QString &id, const Result<secrets::Kept> &result);
    void askMonth();

    ProviderBoard &m_board;
    usage::Queries &m_queries;
    usage::Ticket m_monthTicket;
    QTimer m_monthSoon;
    // In the order in which they are made, which is that of Tab.
    PageHeader *m_header;
    QPushButton *m_checkAll;
    QPushButton *m_add;
    Banner *m_banner;
    QStringList m_dismissed; ///< sentences of hands that the user closed
    Hand m_hand; ///< in the banner
    QString m_keyProblem; ///< a key that could not be stored, where no field says so
    ProviderModel *m_model;
    TableView *m_table;
    QStackedWidget *m_right;
    ProviderDetail *m_detail;
    AddProvider *m_adding;
    EmptyState *m_empty;
    QString m_wanted; ///< to be selected as soon as it is in the list
    bool m_editWanted = false; ///< its key is to be typed then
    QStringList m_removed; ///< without a key: can be undone, the last one first
    bool m_marking = false;
};

} // namespace sb::ui
