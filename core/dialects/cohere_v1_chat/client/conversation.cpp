#include "core/dialects/cohere_v1_chat/client/conversation.h"

#include "core/dialects/cohere_chat/client/parts.h"
#include "core/dialects/message_reading.h"
#include "core/dialects/part_reading.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::cohere_v1 {

namespace {

Json turn(const char *role, const QString &text)
{
    return Json(Json::Object{{"role", role}, {"message", text}});
}

/// Outputs are objects: a result that is no JSON object, nor a list of them, is put into one.
Json::Array outputsOf(const QString &text)
{
    const auto json = parseJson(text.toUtf8());
    if (json && json->isObject())
        return {*json};
    const bool objects = json && json->size() > 0
        && std::all_of(json->items().begin(), json->items().end(), [](const Json &item) { return item.isObject(); });
    return objects ? json->items() : Json::Array{Json(Json::Object{{"output", text}})};
}

} // namespace

ConversationWriter::ConversationWriter(Notices &notices)
    : m_notices(notices)
{
}

Result<Conversation> ConversationWriter::write(const QList<chat::Message> &messages, const QString &instruction)
{
    for (qsizetype i = 0; i < messages.size(); ++i) {
        m_path = u"messages[%1]"_s.arg(i);
        if (const auto added = add(messages[i]); !added)
            return tl::unexpected(added.error());
    }
    if (!instruction.isEmpty())
        m_preamble.append(instruction);
    m_conversation.preamble = m_preamble.join(u"\n\n"_s);
    if (const auto split = splitLast(); !split)
        return tl::unexpected(split.error());
    return m_conversation;
}

Result<void> ConversationWriter::add(const chat::Message &message)
{
    noticeBesideContent(message, m_path, m_notices, {.names = message.role == chat::Role::Tool});
    const auto text = textOf(message);
    if (!text)
        return tl::unexpected(text.error());
    switch (message.role) {
    case chat::Role::User:
        m_conversation.history.append(turn("USER", *text));
        break;
    case chat::Role::Assistant:
        addAssistant(message, *text);
        break;
    case chat::Role::Tool:
        addResult(message, *text);
        break;
    case chat::Role::System:
    case chat::Role::Developer:
        addInstruction(*text);
        break;
    }
    return {};
}

/// Those from the middle have a role of their own in the history.
void ConversationWriter::addInstruction(const QString &text)
{
    if (m_conversation.history.isEmpty())
        m_preamble.append(text);
    else
        m_conversation.history.append(turn("SYSTEM", text));
}

void ConversationWriter::addAssistant(const chat::Message &message, const QString &text)
{
    noticeReasoning(message, m_path, m_notices);
    Json json = turn("CHATBOT", text + message.refusal);
    Json calls;
    for (qsizetype i = 0; i < message.toolCalls.size(); ++i) {
        const Json call = callOf(message.toolCalls[i], u"%1.tool_calls[%2]"_s.arg(m_path).arg(i));
        m_calls.insert(message.toolCalls[i].id, call);
        calls.append(call);
    }
    if (!calls.isNull())
        json.set("tool_calls", calls);
    if (!calls.isNull() || !json["message"].toBytes().isEmpty()) // a turn that says nothing is refused
        m_conversation.history.append(json);
}

/// There are no ids: a result brings its call along.
void ConversationWriter::addResult(const chat::Message &message, const QString &text)
{
    const Json call =
        m_calls.value(message.toolCallId, Json(Json::Object{{"name", message.name}, {"parameters", Json::object()}}));
    const Json result(Json::Object{{"call", call}, {"outputs", Json(outputsOf(text))}});
    Json::Array &history = m_conversation.history;
    if (history.isEmpty() || history.constLast()["role"].toBytes() != "TOOL")
        history.append(Json(Json::Object{{"role", "TOOL"}, {"tool_results", Json::array()}}));
    Json results = history.constLast()["tool_results"];
    results.append(result);
    history.last().set("tool_results", results);
}

Result<QString> ConversationWriter::textOf(const chat::Message &message)
{
    QStringList texts;
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const chat::Part &part = message.parts[i];
        const QString path = u"%1.content[%2]"_s.arg(m_path).arg(i);
        const Json document = cohere::documentData(part);
        if (const Json block = cohere::textBlock(part, path, m_notices); !block.isNull()) {
            texts.append(block["text"].toText());
        } else if (!document.isNull() && message.role == chat::Role::User) {
            Json numbered(Json::Object{{"id", u"file:%1"_s.arg(m_conversation.documents.size())}});
            for (const auto &[key, value] : document.members())
                numbered.set(key, value);
            m_conversation.documents.append(numbered);
            m_notices.translated(
                path, QT_TRANSLATE_NOOP("sb::dialects", "The file was sent as a document that can be cited."));
        } else if (!document.isNull()) {
            texts.append(document["text"].toText());
            m_notices.translated(path,
                                 QT_TRANSLATE_NOOP("sb::dialects", "The file was sent as a text of the message."));
        } else {
            return refusedPart(path, QT_TRANSLATE_NOOP("sb::dialects", "expected text or a file that is text"));
        }
    }
    return texts.join(u"\n"_s);
}

Json ConversationWriter::callOf(const chat::ToolCall &call, const QString &path)
{
    return Json(Json::Object{{"name", call.name}, {"parameters", argumentsOf(call, path, m_notices)}});
}

Result<void> ConversationWriter::splitLast()
{
    Json::Array &history = m_conversation.history;
    const QByteArray role = history.isEmpty() ? QByteArray() : history.constLast()["role"].toBytes();
    if (role != "USER" && role != "TOOL")
        return refusedPart(u"messages"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "expected a message of the user or of a tool at the end"));
    const Json last = history.takeLast();
    m_conversation.message = last["message"].toText();
    m_conversation.results = last["tool_results"];
    return {};
}

} // namespace sb::dialects::cohere_v1
