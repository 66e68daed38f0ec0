#pragma once

#include "core/base/result.h"
#include "core/catalog/endpoint.h"
#include "core/chat/message.h"
#include "core/dialects/notices.h"

#include <QHash>

namespace sb::dialects::gemini {

/// The conversation as `contents` and `systemInstruction`: roles user and model in turn, neighbors of one role merged,
/// the results of tools as the user's with the name of the function that was called, and thought signatures on the
/// parts where they were.
class ContentsEncoder
{
public:
    ContentsEncoder(const catalog::Endpoint &endpoint, Notices &notices);

    /// Errors: InvalidInput for a part that Gemini cannot take, or a tool result without a call.
    [[nodiscard]] Result<void> encode(const QList<chat::Message> &messages);
    /// One more instruction, behind those of the messages.
    void addInstruction(const QString &text);
    [[nodiscard]] Json contents() const;
    [[nodiscard]] Json systemInstruction() const; ///< null when there is none

private:
    enum class Turn
    {
        User,
        Model
    };
    struct Content
    {
        Turn turn = Turn::User;
        Json::Array parts = {};
    };

    void takeInstruction(const chat::Message &message, const QString &path);
    [[nodiscard]] Result<void> take(const chat::Message &message, qsizetype index);
    [[nodiscard]] Result<void> takeUser(const chat::Message &message, const QString &path);
    [[nodiscard]] Result<void> takeAssistant(const chat::Message &message, const QString &path);
    [[nodiscard]] Result<void> takeResult(const chat::Message &message, const QString &path);
    [[nodiscard]] Result<Json::Array> partsOf(const chat::Message &message, const QString &path);
    [[nodiscard]] Result<QString> calledName(const chat::Message &result, const QString &path);
    void takeReasoning(const chat::Message &message, const QString &path, Json::Array &parts);
    void takeCalls(const chat::Message &message, const QString &path, Json::Array &parts);
    void append(Turn turn, const Json::Array &parts);

    const catalog::Endpoint &m_endpoint;
    Notices &m_notices;
    QList<Content> m_contents;
    Json::Array m_instructions;
    QList<chat::ToolCall> m_calls; ///< of the last assistant that called, those without a result first
    QHash<QString, QString> m_names; ///< of all calls that had an id
    bool m_inCurrentTurn = false; ///< behind the last message of the user, where signatures are checked
    bool m_signatureNoticed = false;
    bool m_reasoningNoticed = false;
};

} // namespace sb::dialects::gemini
