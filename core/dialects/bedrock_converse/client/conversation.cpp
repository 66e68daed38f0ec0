#include "core/dialects/bedrock_converse/client/conversation.h"

#include "core/dialects/bedrock_converse/reasoning_blocks.h"
#include "core/dialects/message_reading.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

namespace {

constexpr qsizetype LongestId = 64;

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
    if (!instruction.isEmpty())
        m_system.append(only("text", instruction));
    finish();
    if (!m_system.isEmpty())
        m_conversation.system = m_system;
    return m_conversation;
}

Result<void> ConversationWriter::add(const chat::Message &message)
{
    const bool isResult = message.role == chat::Role::Tool;
    noticeBesideContent(message, m_path, m_notices,
                        {.ofMessage = isResult ? std::initializer_list<const char *>{"is_error", "cache_control"}
                                               : std::initializer_list<const char *>{},
                         .ofCalls = {"cache_control"}});
    if (isResult) {
        const auto result = resultOf(message);
        if (!result)
            return tl::unexpected(result.error());
        Json::Array blocks{*result};
        if (const Json point = cachePoint(message.extra); !point.isNull())
            blocks.append(point);
        addBlocks(m_said, "user", blocks, m_path);
        return {};
    }
    const auto blocks = blocksOf(message);
    if (!blocks)
        return tl::unexpected(blocks.error());
    if (isInstruction(message)) {
        if (!m_said.isEmpty())
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
    addBlocks(m_said, message.role == chat::Role::Assistant ? "assistant" : "user", all, m_path);
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
        const bool isTaken = m_reasoning == ReasoningBack::Signed
            || (m_reasoning == ReasoningBack::SignedHere && detail["format"].toBytes() == ReasoningFormat);
        const Json block = isTaken ? reasoningBlock(detail) : Json();
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
        const Json input = argumentsOf(call, u"%1.tool_calls[%2]"_s.arg(m_path).arg(i), m_notices);
        blocks.append(
            only("toolUse", Json(Json::Object{{"toolUseId", callId(call.id)}, {"name", call.name}, {"input", input}})));
        if (const Json point = cachePoint(call.extra); !point.isNull())
            blocks.append(point);
        if (!m_conversation.calledTools.contains(call.name))
            m_conversation.calledTools.append(call.name);
    }
}

void ConversationWriter::introduceFiles()
{
    for (BlockTurn &turn : m_said) {
        if (turn.role != "user" || !has(turn.blocks, "document") || has(turn.blocks, "text")
            || has(turn.blocks, "toolResult"))
            continue;
        turn.blocks.append(only("text", "See the file."));
        m_notices.translated(
            turn.path, QT_TRANSLATE_NOOP("sb::dialects", "A text was added: files without one are refused here."));
    }
}

void ConversationWriter::finish()
{
    m_conversation.endsInAnswer = trimAnswer(m_said, m_notices);
    sayInstructionsAsUser(m_said, m_system, m_notices);
    introduceFiles();
    m_conversation.callsWithoutReasoning = endsInCallsWithoutReasoning(
        m_said,
        {.isCall = [](const Json &block) { return block.contains("toolUse"); },
         .isResult = [](const Json &block) { return block.contains("toolResult"); },
         .isReasoning = [](const Json &block) { return block.contains("reasoningContent"); }});
    for (const BlockTurn &turn : std::as_const(m_said))
        m_conversation.messages.append(Json(Json::Object{{"role", turn.role}, {"content", Json(turn.blocks)}}));
}

} // namespace sb::dialects::bedrock
