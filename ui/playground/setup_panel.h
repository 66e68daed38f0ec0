#pragma once

#include "core/profile/conversation.h"

#include <QWidget>

class QFormLayout;
class QPlainTextEdit;

namespace sb::ui {

class AnswerForm;
class JsonField;
class ParameterForm;

/// What is sent beside the prompt: system prompt, parameters (of all panes, or of one), the form of the answer, tools.
/// Every change acts at once; what is wrong is said beside its field, kept as it was typed and not sent.
class SetupPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SetupPanel(QWidget *parent = nullptr);

    /// Another conversation: what is not right in the fields is what was not right there.
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
    void unfinishedEdited(const sb::Json &texts); ///< what is not right yet, by field; null: all is right
    void problemChanged();
    void closeRequested();

private:
    [[nodiscard]] QWidget *makeSubject();
    void setupFields(QFormLayout *form);
    void setupTools(QFormLayout *form);
    void tellUnfinished();

    QPlainTextEdit *m_system;
    ParameterForm *m_parameters;
    AnswerForm *m_answer;
    JsonField *m_tools;
};

} // namespace sb::ui
