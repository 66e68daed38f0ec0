#pragma once

#include "core/profile/workspace.h"
#include "ui/chains/chain_document.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace sb::ui {

class Label;

/// The step that is selected, in full: every change is an edit of the document at once; what is wrong is said beside
/// the field.
class StepInspector final : public QWidget
{
    Q_OBJECT
public:
    StepInspector(ChainDocument &document, profile::Workspace &workspace, QWidget *parent = nullptr);
    void focusFirst();

private:
    /// A number of a step, read from text. `set` gives false when the text is refused.
    struct NumberField
    {
        QString name = {}; ///< path within a step, as in problems
        QLineEdit *edit = nullptr;
        Label *problem = nullptr;
        std::function<QString(const routing::Step &)> get = {};
        std::function<bool(routing::Step &, const QString &)> set = {};
        QString expected = {};
    };

    void addSeconds(QFormLayout *form, const QString &title, const QString &name,
                    std::chrono::milliseconds routing::StepClocks::*member);
    void addField(QFormLayout *form, const QString &title, NumberField field);
    [[nodiscard]] QWidget *makeMoveOn();
    void setupChainPart(QFormLayout *form);
    void present();
    void presentModels();
    void change(const QString &text, const QString &mergeKey, const std::function<void(routing::Step &)> &edit);
    void take(const NumberField &field);

    ChainDocument &m_document;
    profile::Workspace &m_workspace;
    Label *m_subject;
    QComboBox *m_model;
    QComboBox *m_endpoint;
    QList<NumberField> m_fields;
    QList<std::pair<QCheckBox *, bool routing::MoveOn::*>> m_moveOn;
    QComboBox *m_after;
    Label *m_afterText;
    QWidget *m_body;
    bool m_presenting = false;
};

} // namespace sb::ui
