#pragma once

#include "core/base/result.h"
#include "core/chat/message.h"
#include "core/dialects/notices.h"

#include <QHash>

namespace sb::dialects::cohere_v1 {

/// A conversation as the API has it: what was said before, and what is said now.
struct Conversation
{
    QString preamble = {}; ///< instructions from the start
    Json::Array history = {};
    QString message = {}; ///< the user's last; empty where results of tools came last
    Json results = {}; ///< `tool_results`; null where the user spoke last
    Json::Array documents = {}; ///< files of the user, as text that can be cited
};

/// Errors: InvalidInput for a part that is no text, with its path, and where neither the user nor a tool comes last.
class ConversationWriter
{
public:
    explicit ConversationWriter(Notices &notices);

    /// @param instruction that goes behind those of the messages; may be empty
    [[nodiscard]] Result<Conversation> write(const QList<chat::Message> &messages, const QString &instruction);

private:
    [[nodiscard]] Result<void> add(const chat::Message &message);
    void addInstruction(const QString &text);
    void addAssistant(const chat::Message &message, const QString &text);
    void addResult(const chat::Message &message, const QString &text);
    [[nodiscard]] Result<QString> textOf(const chat::Message &message);
    [[nodiscard]] Json callOf(const chat::ToolCall &call, const QString &path);
    [[nodiscard]] Result<void> splitLast();

    Notices &m_notices;
    Conversation m_conversation;
    QStringList m_preamble;
    QHash<QString, Json> m_calls; ///< by their ids
    QString m_path; ///< of the message that is being written
};

} // namespace sb::dialects::cohere_v1
