#include "core/dialects/cohere_chat/client/conversation.h"

#include "core/dialects/cohere_chat/client/parts.h"
#include "core/dialects/cohere_chat/reasoning_blocks.h"
#include "core/dialects/message_reading.h"
#include "core/dialects/part_reading.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::cohere {

namespace {

/// A lone text is written as a string, as people do.
Json shortened(const Json::Array &blocks)
{
    const bool plain = blocks.size() == 1 && blocks.first()["type"].toBytes() == "text";
    return plain ? blocks.first()["text"] : Json(blocks);
}

Json turn(const char *role, const Json::Array &blocks)
{
    return Json(Json::Object{{"role", role}, {"content", shortened(blocks)}});
}

Json documentBlock(const Json &data)
{
    return Json(Json::Object{{"type", "document"}, {"document", Json(Json::Object{{"data", data}})}});
}

} // namespace

ConversationWriter::ConversationWriter(bool reasons, Notices &notices)
    : m_reasons(reasons)
    , m_notices(notices)
{
}

Result<Conversation> ConversationWriter::write(const QList<chat::Message> &messages, const QString &instruction)
{
    for (qsizetype i = 0; i < messages.size(); ++i) {
        m_path = u"messages[%1]"_s.arg(i);
        if (messages[i].role != chat::Role::Tool)
            addPictures();
        if (const auto added = add(messages[i]); !added)
            return tl::unexpected(added.error());
    }
    addPictures();
    if (!instruction.isEmpty())
        m_system.append(Json(Json::Object{{"type", "text"}, {"text", instruction}}));
    if (m_system.isEmpty())
        return m_conversation;
    Json::Array all{turn("system", m_system)};
    all += m_conversation.messages.items();
    m_conversation.messages = all;
    return m_conversation;
}

Result<void> ConversationWriter::add(const chat::Message &message)
{
    noticeBesideContent(message, m_path, m_notices);
    switch (message.role) {
    case chat::Role::User:
        return addUser(message);
    case chat::Role::Assistant:
        return addAssistant(message);
    case chat::Role::Tool:
        return addResult(message);
    case chat::Role::System:
    case chat::Role::Developer:
        break;
    }
    const auto texts = textsOf(message);
    if (!texts)
        return tl::unexpected(texts.error());
    if (m_conversation.messages.size() > 0)
        m_notices.translated(
            m_path, QT_TRANSLATE_NOOP("sb::dialects", "Instructions from the middle were moved to the start."));
    m_system += *texts;
    return {};
}

Result<void> ConversationWriter::addUser(const chat::Message &message)
{
    Json::Array blocks;
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const chat::Part &part = message.parts[i];
        Json block = textBlock(part, partPath(i), m_notices);
        if (block.isNull())
            block = pictureBlock(part, partPath(i), m_notices);
        const Json document = block.isNull() ? documentData(part) : Json();
        if (!document.isNull()) {
            const QString id = u"file:%1"_s.arg(m_conversation.documents.size());
            m_conversation.documents.append(Json(Json::Object{{"id", id}, {"data", document}}));
            m_notices.translated(
                partPath(i), QT_TRANSLATE_NOOP("sb::dialects", "The file was sent as a document that can be cited."));
        } else if (block.isNull()) {
            return refusedPart(partPath(i),
                               QT_TRANSLATE_NOOP("sb::dialects", "expected text, a picture or a file that is text"));
        } else {
            blocks.append(block);
        }
    }
    m_conversation.messages.append(turn("user", blocks));
    return {};
}

Result<void> ConversationWriter::addAssistant(const chat::Message &message)
{
    Json::Array content;
    Json plan;
    addReasoning(content, plan, message);
    const auto texts = textsOf(message);
    if (!texts)
        return tl::unexpected(texts.error());
    std::copy_if(texts->begin(), texts->end(), std::back_inserter(content),
                 [](const Json &block) { return !block["text"].toBytes().isEmpty(); });
    if (!message.refusal.isEmpty())
        content.append(Json(Json::Object{{"type", "text"}, {"text", message.refusal}}));
    Json json(Json::Object{{"role", "assistant"}});
    if (!content.isEmpty())
        json.set("content", shortened(content));
    if (!plan.isNull())
        json.set("tool_plan", plan);
    Json calls;
    for (qsizetype i = 0; i < message.toolCalls.size(); ++i)
        calls.append(callOf(message.toolCalls[i], u"%1.tool_calls[%2]"_s.arg(m_path).arg(i)));
    if (!calls.isNull())
        json.set("tool_calls", calls);
    if (json.size() > 1) // a turn that says nothing is refused
        m_conversation.messages.append(json);
    return {};
}

Result<void> ConversationWriter::addResult(const chat::Message &message)
{
    Json::Array blocks;
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const chat::Part &part = message.parts[i];
        const auto *unknown = std::get_if<chat::UnknownPart>(&part);
        if (const Json text = textBlock(part, partPath(i), m_notices); !text.isNull()) {
            blocks.append(text);
        } else if (const Json picture = pictureBlock(part, partPath(i), m_notices); !picture.isNull()) {
            m_pictures.append(picture);
            m_notices.translated(
                partPath(i),
                QT_TRANSLATE_NOOP("sb::dialects", "A picture in the result of a tool was sent as the user's."));
        } else if (const Json document = documentData(part); !document.isNull()) {
            blocks.append(documentBlock(document));
        } else if (unknown && unknown->raw["type"].toBytes() == "document") {
            blocks.append(unknown->raw);
        } else {
            return refusedPart(partPath(i),
                               QT_TRANSLATE_NOOP("sb::dialects", "expected text, a picture or a file that is text"));
        }
    }
    const Json content = blocks.isEmpty() ? Json("") : shortened(blocks);
    m_conversation.messages.append(
        Json(Json::Object{{"role", "tool"}, {"tool_call_id", message.toolCallId}, {"content", content}}));
    return {};
}

Result<Json::Array> ConversationWriter::textsOf(const chat::Message &message)
{
    Json::Array blocks;
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const Json block = textBlock(message.parts[i], partPath(i), m_notices);
        if (block.isNull())
            return refusedPart(partPath(i), QT_TRANSLATE_NOOP("sb::dialects", "expected text"));
        blocks.append(block);
    }
    return blocks;
}

/// Thinking is plain text here, so that any model's that can be read may be sent back.
void ConversationWriter::addReasoning(Json::Array &content, Json &plan, const chat::Message &message)
{
    Json::Array thoughts;
    bool lost = false;
    for (const Json &detail : message.reasoningDetails.items()) {
        if (isThinking(detail))
            thoughts.append(detail["text"]);
        else if (isPlan(detail))
            plan = detail["summary"];
        else
            lost = true;
    }
    if (message.reasoningDetails.isNull() && !message.reasoning.isEmpty())
        thoughts.append(message.reasoning);
    if (m_reasons) {
        for (const Json &thought : thoughts)
            content.append(Json(Json::Object{{"type", "thinking"}, {"thinking", thought}}));
    }
    if (lost || (!m_reasons && !thoughts.isEmpty()))
        m_notices.dropped(m_path + u".reasoning"_s,
                          m_reasons ? QT_TRANSLATE_NOOP(
                              "sb::dialects", "Reasoning that another provider signed cannot be sent back here.")
                                    : QT_TRANSLATE_NOOP("sb::dialects", "This model does not reason."));
}

Json ConversationWriter::callOf(const chat::ToolCall &call, const QString &path)
{
    const auto parsed = parseJson(call.arguments.toUtf8());
    const bool isObject = !call.custom && parsed && parsed->isObject();
    const QByteArray arguments = isObject ? call.arguments.toUtf8() : argumentsOf(call, path, m_notices).dump();
    return Json(Json::Object{{"id", call.id},
                             {"type", "function"},
                             {"function", Json(Json::Object{{"name", call.name}, {"arguments", arguments}})}});
}

void ConversationWriter::addPictures()
{
    if (!m_pictures.isEmpty())
        m_conversation.messages.append(turn("user", std::exchange(m_pictures, {})));
}

QString ConversationWriter::partPath(qsizetype index) const
{
    return u"%1.content[%2]"_s.arg(m_path).arg(index);
}

} // namespace sb::dialects::cohere
