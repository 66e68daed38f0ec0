#pragma once

#include "core/profile/conversation.h"
#include "ui/playground/parameter_fields.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace sb::ui {

class JsonField;
class Label;
class SegmentedControl;

/// What is sent beside the prompt: system prompt, parameters (of all panes, or of one), the form of the answer, tools.
/// Every change acts at once; what is wrong is said beside its field and not sent.
class SetupPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SetupPanel(QWidget *parent = nullptr);

    /// Another conversation: what is not right in the fields is forgotten, too.
    void reset(const profile::Conversation &shared, const profile::PaneState &pane, int paneNumber);
    void present(const profile::Conversation &shared, const profile::PaneState &pane, int paneNumber);
    void focusTools();
    void focusFirst();
    /// A sentence for the button that sends; empty when all is right.
    [[nodiscard]] QString problem() const;

signals:
    void systemPromptEdited(const QString &text);
    void parametersEdited(const sb::Json &parameters, bool ofPane);
    void responseFormatEdited(const sb::Json &format);
    void toolsEdited(const sb::Json &tools);
    void problemChanged();
    void closeRequested();

private:
    void setupParameters(QFormLayout *form);
    void setupAnswer(QFormLayout *form);
    void setupTools(QFormLayout *form);
    void addParameter(QFormLayout *form, const ParameterField &field);
    void setWrong(const ParameterField &field, bool wrong);
    void takeParameter(const ParameterField &field, const QString &text);
    void takeFormat();
    void showParameters();
    void showFormat();
    [[nodiscard]] bool isOfPane() const;
    [[nodiscard]] const Json &parameters() const;

    Json m_shared; ///< parameters of all panes
    Json m_pane; ///< and of the one that is active
    Json m_format;
    Json m_schema;
    QHash<QByteArray, QString> m_wrong; ///< parameter → what is expected
    QPlainTextEdit *m_system;
    SegmentedControl *m_scope;
    Label *m_scopeNote;
    QHash<QByteArray, QWidget *> m_fields;
    QHash<QByteArray, Label *> m_errors;
    QComboBox *m_kind;
    QCheckBox *m_strict;
    JsonField *m_schemaField;
    JsonField *m_tools;
};

} // namespace sb::ui
