#include "core/dialects/bedrock_converse/client/conversation.h"

#include "core/dialects/bedrock_converse/reasoning_blocks.h"
#include "core/dialects/part_reading.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

namespace {

constexpr qsizetype LongestId = 64;

bool isInstruction(const chat::Message &message)
{
    return message.role == chat::Role::System || message.role == chat::Role::Developer;
}

/// Letters, digits and "_.:-", 64 at most. The same id gives the same one, and different ones stay so.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html
QString callId(QString id)
{
    static const QRegularExpression foreign(u"[^A-Za-z0-9_.:-]"_s);
    const QByteArray hash = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    const bool tooLong = id.size() > LongestId;
    id.replace(foreign, u"_"_s);
    return tooLong ? id.first(LongestId - 17) + u'_' + QString::fromLatin1(hash) : id;
}

bool has(const Json::Array &blocks, const char *kind)
{
    return std::any_of(blocks.begin(), blocks.end(), [kind](const Json &block) { return block.contains(kind); });
}

} // namespace

ConversationWriter::ConversationWriter(ReasoningBack reasoning, Notices &notices)
    : m_reasoning(reasoning)
    , m_notices(notices)
    , m_parts(notices)
{
}

Result<Conversation> ConversationWriter::write(const QList<chat::Message> &messages, const QString &instruction)
{
    for (qsizetype i = 0; i < messages.size(); ++i) {
        m_path = u"messages[%1]"_s.arg(i);
        if (const auto added = add(messages[i]); !added)
            return tl::unexpected(added.error());
    }
    trimEnd();
    finish();
    if (!instruction.isEmpty())
        m_system.append(only("text", instruction));
    if (m_conversation.messages.size() == 0 && !m_system.isEmpty()) {
        m_notices.translated(
            u"messages"_s,
            QT_TRANSLATE_NOOP("sb::dialects",
                              "The instructions were sent as the user's, since nothing else was said."));
        append("user", std::exchange(m_system, {}));
        finish();
    }
    if (!m_system.isEmpty())
        m_conversation.system = m_system;
    return m_conversation;
}

Result<void> ConversationWriter::add(const chat::Message &message)
{
    if (!message.name.isEmpty())
        m_notices.dropped(m_path + u".name"_s, QT_TRANSLATE_NOOP("sb::dialects", "Messages have no names here."));
    if (message.role == chat::Role::Tool) {
        const auto result = resultOf(message);
        if (!result)
            return tl::unexpected(result.error());
        Json::Array blocks{*result};
        if (const Json point = cachePoint(message.extra); !point.isNull())
            blocks.append(point);
        append("user", blocks);
        return {};
    }
    const auto blocks = blocksOf(message);
    if (!blocks)
        return tl::unexpected(blocks.error());
    if (isInstruction(message)) {
        if (m_conversation.messages.size() > 0 || !m_blocks.isEmpty())
            m_notices.translated(
                m_path, QT_TRANSLATE_NOOP("sb::dialects", "Instructions from the middle were moved to the start."));
        m_system += *blocks;
        return {};
    }
    Json::Array all;
    if (message.role == chat::Role::Assistant)
        addReasoning(all, message);
    all += *blocks;
    if (!message.refusal.isEmpty())
        all.append(only("text", message.refusal));
    addCalls(all, message);
    append(message.role == chat::Role::Assistant ? "assistant" : "user", all);
    return {};
}

Result<Json::Array> ConversationWriter::blocksOf(const chat::Message &message)
{
    Json::Array blocks;
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const auto written = m_parts.blocks(message.parts[i], u"%1.content[%2]"_s.arg(m_path).arg(i));
        if (!written)
            return tl::unexpected(written.error());
        blocks += *written;
    }
    return blocks;
}

Result<Json> ConversationWriter::resultOf(const chat::Message &message)
{
    const auto blocks = blocksOf(message);
    if (!blocks)
        return tl::unexpected(blocks.error());
    Json::Array content = *blocks;
    content.removeIf([](const Json &block) { return block.contains("cachePoint"); }); // it goes behind the result
    Json result(Json::Object{{"toolUseId", callId(message.toolCallId)}, {"content", content}});
    if (message.extra["is_error"].toBool() == true)
        result.set("status", "error");
    return only("toolResult", result);
}

void ConversationWriter::addReasoning(Json::Array &blocks, const chat::Message &message)
{
    bool lost = message.reasoningDetails.isNull() && !message.reasoning.isEmpty();
    for (const Json &detail : message.reasoningDetails.items()) {
        const Json block = m_reasoning == ReasoningBack::None ? Json() : reasoningBlock(detail);
        lost = lost || block.isNull();
        if (!block.isNull())
            blocks.append(block);
    }
    if (lost)
        m_notices.dropped(
            m_path + u".reasoning"_s,
            QT_TRANSLATE_NOOP("sb::dialects", "Only reasoning that this model signed is sent back here."));
}

void ConversationWriter::addCalls(Json::Array &blocks, const chat::Message &message)
{
    for (qsizetype i = 0; i < message.toolCalls.size(); ++i) {
        const chat::ToolCall &call = message.toolCalls[i];
        const Json input = inputOf(call, u"%1.tool_calls[%2]"_s.arg(m_path).arg(i));
        blocks.append(
            only("toolUse", Json(Json::Object{{"toolUseId", callId(call.id)}, {"name", call.name}, {"input", input}})));
        if (const Json point = cachePoint(call.extra); !point.isNull())
            blocks.append(point);
        if (!m_conversation.calledTools.contains(call.name))
            m_conversation.calledTools.append(call.name);
    }
}

Json ConversationWriter::inputOf(const chat::ToolCall &call, const QString &path)
{
    if (call.arguments.trimmed().isEmpty())
        return Json::object();
    const auto parsed = parseJson(call.arguments.toUtf8());
    if (!call.custom && parsed && parsed->isObject())
        return *parsed;
    m_notices.translated(
        path,
        QT_TRANSLATE_NOOP("sb::dialects", "Arguments that are no JSON object were sent as a text inside of one."));
    return only("input", call.arguments);
}

void ConversationWriter::append(const char *role, const Json::Array &blocks)
{
    if (blocks.isEmpty())
        return; // an empty message is refused
    if (m_role != role)
        finish();
    m_role = role;
    m_blocks += blocks;
}

void ConversationWriter::finish()
{
    if (m_blocks.isEmpty())
        return;
    const bool results = has(m_blocks, "toolResult");
    if (m_role == "user" && has(m_blocks, "document") && !has(m_blocks, "text") && !results) {
        m_blocks.append(only("text", "See the file."));
        m_notices.translated(
            m_path, QT_TRANSLATE_NOOP("sb::dialects", "A text was added: files without one are refused here."));
    }
    if (m_role == "assistant" && has(m_blocks, "toolUse"))
        m_conversation.callsWithoutReasoning = !has(m_blocks, "reasoningContent");
    else if (m_role == "user" && !results)
        m_conversation.callsWithoutReasoning = false;
    m_conversation.messages.append(Json(Json::Object{{"role", m_role}, {"content", Json(m_blocks)}}));
    m_blocks.clear();
}

/// An answer to go on from must not end in blanks.
void ConversationWriter::trimEnd()
{
    if (m_role != "assistant" || m_blocks.isEmpty() || !m_blocks.last()["text"].isString())
        return;
    m_conversation.endsInAnswer = true;
    const QByteArray text = m_blocks.last()["text"].toBytes();
    QByteArray trimmed = text;
    while (!trimmed.isEmpty() && QByteArrayView(" \t\r\n").contains(trimmed.back()))
        trimmed.chop(1);
    if (trimmed == text)
        return;
    m_blocks.last().set("text", trimmed);
    m_notices.translated(
        m_path, QT_TRANSLATE_NOOP("sb::dialects", "An answer to go on from was sent without the blanks at its end."));
}

} // namespace sb::dialects::bedrock
