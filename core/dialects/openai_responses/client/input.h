#pragma once

#include "core/chat/request.h"
#include "core/dialects/notices.h"

#include <QSet>

namespace sb::dialects::responses {

struct Input
{
    QString instructions = {};
    Json items = Json::array();
};

struct InputOptions
{
    bool reasons = false; ///< whether the model takes back what was thought
    bool stored = false; ///< whether the service keeps answers, so that ids of reasoning mean something
};

/// Writes messages as input items: the first system message as instructions; messages; reasoning that goes back; calls
/// and their results; items of the service in their place.
/// Errors: InvalidInput for a part that the API cannot take, with its path.
class InputWriter
{
public:
    InputWriter(const InputOptions &options, Notices &notices);

    [[nodiscard]] Result<Input> write(const QList<chat::Message> &messages);

private:
    [[nodiscard]] Result<void> add(const chat::Message &message);
    [[nodiscard]] Result<void> addMessage(const chat::Message &message);
    [[nodiscard]] Result<void> addAssistant(const chat::Message &message);
    [[nodiscard]] Result<void> addResult(const chat::Message &message);
    void addReasoning(const chat::Message &message);
    void addCall(const chat::ToolCall &call);
    void addItem(const chat::Message &message, const Json &content);
    /// A string where the source had one, else a list of parts. Items among the parts go before what is behind them.
    [[nodiscard]] Result<Json> contentOf(const chat::Message &message);

    InputOptions m_options;
    Notices &m_notices;
    Input m_input;
    QSet<QString> m_customCalls; ///< ids
    QString m_path; ///< of the message that is being written
};

} // namespace sb::dialects::responses
