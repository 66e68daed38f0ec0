#include "core/dialects/ollama/client/conversation.h"

#include "core/dialects/message_reading.h"
#include "core/dialects/transcript.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace sb::dialects::ollama {

namespace {

QByteArray roleOf(const chat::Message &message)
{
    return isInstruction(message) ? QByteArray("system") : toWireName(message.role);
}

class ConversationWriter
{
public:
    ConversationWriter(bool reasons, Notices &notices)
        : m_reasons(reasons)
        , m_notices(notices)
    {
    }

    Result<Json> messageOf(const chat::Message &message, const QString &path)
    {
        const auto spoken = spokenOf(message, path, m_notices);
        if (!spoken)
            return tl::unexpected(spoken.error());
        Json json(Json::Object{{"role", roleOf(message)}, {"content", spoken->text + message.refusal}});
        addThinking(json, message, path);
        if (!spoken->images.isNull())
            json.set("images", spoken->images);
        addCalls(json, message, path);
        if (message.role == chat::Role::Tool)
            addCallee(json, message);
        noticeBesideContent(message, path, m_notices);
        return json;
    }

private:
    /// Thinking is plain text here, so that any model's that can be read may be sent back.
    void addThinking(Json &json, const chat::Message &message, const QString &path)
    {
        const bool readable = !message.reasoning.isEmpty() && message.reasoningDetails.isNull();
        if (readable && m_reasons)
            json.set("thinking", message.reasoning);
        else if (!message.reasoning.isEmpty() || !message.reasoningDetails.isNull())
            m_notices.dropped(path + u".reasoning"_s,
                              m_reasons ? QT_TRANSLATE_NOOP(
                                  "sb::dialects", "Reasoning that another provider signed cannot be sent back here.")
                                        : QT_TRANSLATE_NOOP("sb::dialects", "This model does not reason."));
    }

    void addCalls(Json &json, const chat::Message &message, const QString &path)
    {
        Json calls;
        for (qsizetype i = 0; i < message.toolCalls.size(); ++i) {
            const chat::ToolCall &call = message.toolCalls[i];
            const Json arguments = argumentsOf(call, u"%1.tool_calls[%2]"_s.arg(path).arg(i), m_notices);
            Json sent(Json::Object{{"function", Json(Json::Object{{"name", call.name}, {"arguments", arguments}})}});
            if (!call.id.isEmpty())
                sent.set("id", call.id);
            calls.append(sent);
            m_names.insert(call.id, call.name);
        }
        if (!calls.isNull())
            json.set("tool_calls", calls);
    }

    /// Results are told apart by the name of their tool; newer servers know ids, too.
    void addCallee(Json &json, const chat::Message &message) const
    {
        if (m_names.contains(message.toolCallId))
            json.set("tool_name", m_names.value(message.toolCallId));
        if (!message.toolCallId.isEmpty())
            json.set("tool_call_id", message.toolCallId);
    }

    bool m_reasons;
    Notices &m_notices;
    QHash<QString, QString> m_names; ///< of tools, by the ids of their calls
};

} // namespace

Result<Json> conversationOf(const QList<chat::Message> &messages, bool reasons, Notices &notices)
{
    ConversationWriter writer(reasons, notices);
    Json all = Json::array();
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const auto json = writer.messageOf(messages[i], u"messages[%1]"_s.arg(i));
        if (!json)
            return tl::unexpected(json.error());
        all.append(*json);
    }
    return all;
}

Result<Prompt> promptOf(const QList<chat::Message> &messages, Notices &notices)
{
    Prompt prompt;
    QStringList system;
    QStringList lines;
    bool goesOn = false; // the assistant with what it began
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const auto spoken = spokenOf(messages[i], u"messages[%1]"_s.arg(i), notices);
        if (!spoken)
            return tl::unexpected(spoken.error());
        noticeBesideContent(messages[i], u"messages[%1]"_s.arg(i), notices);
        noticeReasoning(messages[i], u"messages[%1]"_s.arg(i), notices);
        for (const Json &image : spoken->images.items())
            prompt.images.append(image);
        if (isInstruction(messages[i])) {
            system.append(spoken->text);
            continue;
        }
        prompt.text = spoken->text;
        goesOn = messages[i].role == chat::Role::Assistant;
        lines.append(transcriptTurn(messages[i], spoken->text));
    }
    prompt.system = system.join(u"\n"_s);
    if (lines.size() < 2)
        return prompt;
    if (!goesOn)
        lines.append(TranscriptEnd);
    prompt.text = lines.join(u"\n\n"_s);
    notices.translated(u"messages"_s,
                       QT_TRANSLATE_NOOP("sb::dialects", "The conversation was sent as one prompt, turn by turn."));
    return prompt;
}

} // namespace sb::dialects::ollama
