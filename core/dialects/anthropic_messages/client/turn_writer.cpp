#include "core/dialects/anthropic_messages/client/turn_writer.h"

#include "core/dialects/anthropic_messages/blocks.h"
#include "core/dialects/anthropic_messages/client/part_blocks.h"
#include "core/dialects/message_reading.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::anthropic {

namespace {

/// A lone text without members of its own is written as a string, as people do.
Json shortened(const Json::Array &blocks)
{
    const bool plain = blocks.size() == 1 && blocks.first()["type"].toBytes() == "text" && blocks.first().size() == 2;
    return plain ? blocks.first()["text"] : Json(blocks);
}

/// Other providers have dots and colons in their ids; here they are refused. The same id gives the same one.
QString callId(QString id)
{
    static const QRegularExpression foreign(u"[^A-Za-z0-9_-]"_s);
    return id.replace(foreign, u"_"_s);
}

bool isThinking(const Json &block)
{
    return block["type"].toBytes() == "thinking" || block["type"].toBytes() == "redacted_thinking";
}

bool isType(const Json &block, const char *type)
{
    return block["type"].toBytes() == type;
}

bool hasUnknown(const chat::Message &message)
{
    return std::any_of(message.parts.begin(), message.parts.end(),
                       [](const chat::Part &part) { return std::holds_alternative<chat::UnknownPart>(part); });
}

} // namespace

TurnWriter::TurnWriter(Notices &notices)
    : m_notices(notices)
{
}

Result<Turns> TurnWriter::write(const QList<chat::Message> &messages)
{
    for (qsizetype i = 0; i < messages.size(); ++i) {
        m_path = u"messages[%1]"_s.arg(i);
        if (const auto added = add(messages[i]); !added)
            return tl::unexpected(added.error());
    }
    finish();
    if (!m_system.isEmpty())
        m_turns.system = shortened(m_system);
    return m_turns;
}

Result<void> TurnWriter::add(const chat::Message &message)
{
    const bool isResult = message.role == chat::Role::Tool;
    noticeBesideContent(message, m_path, m_notices,
                        {.ofMessage = isResult ? std::initializer_list<const char *>{"is_error", "cache_control"}
                                               : std::initializer_list<const char *>{},
                         .ofCalls = {"caller", "cache_control"}});
    // Tools that are added in the middle stay there, as an instruction of its own kind.
    if (isInstruction(message) && !hasUnknown(message))
        return addInstructions(message);
    if (isResult) {
        const auto result = resultOf(message);
        if (!result)
            return tl::unexpected(result.error());
        addBlocks(m_said, "user", {*result}, m_path);
        return {};
    }
    const auto blocks = blocksOf(message);
    if (!blocks)
        return tl::unexpected(blocks.error());
    Json::Array all;
    if (message.role == chat::Role::Assistant)
        addThinking(all, message);
    all += *blocks;
    if (!message.refusal.isEmpty())
        all.append(typed("text", {{"text", message.refusal}}));
    addCalls(all, message);
    addBlocks(m_said,
              message.role == chat::Role::Assistant ? "assistant"
                  : isInstruction(message)          ? "system"
                                                    : "user",
              all, m_path);
    return {};
}

Result<void> TurnWriter::addInstructions(const chat::Message &message)
{
    const auto blocks = blocksOf(message);
    if (!blocks)
        return tl::unexpected(blocks.error());
    if (!m_said.isEmpty())
        m_notices.translated(
            m_path, QT_TRANSLATE_NOOP("sb::dialects", "Instructions from the middle were moved to the start."));
    m_system += *blocks;
    return {};
}

Result<Json::Array> TurnWriter::blocksOf(const chat::Message &message)
{
    Json::Array blocks;
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const auto block = blockOf(message.parts[i], u"%1.content[%2]"_s.arg(m_path).arg(i), m_notices);
        if (!block)
            return tl::unexpected(block.error());
        if (!block->isNull())
            blocks.append(*block);
        m_turns.namesFiles = m_turns.namesFiles || namesFile(message.parts[i]);
    }
    return blocks;
}

Result<Json> TurnWriter::resultOf(const chat::Message &message)
{
    const auto blocks = blocksOf(message);
    if (!blocks)
        return tl::unexpected(blocks.error());
    Json block = typed("tool_result", {{"tool_use_id", callId(message.toolCallId)}});
    if (!blocks->isEmpty())
        block.set("content", shortened(*blocks));
    for (const char *member : {"is_error", "cache_control"}) {
        if (message.extra.contains(member))
            block.set(member, message.extra[member]);
    }
    return block;
}

void TurnWriter::addThinking(Json::Array &blocks, const chat::Message &message)
{
    bool lost = message.reasoningDetails.isNull() && !message.reasoning.isEmpty();
    for (const Json &detail : message.reasoningDetails.items()) {
        const Json block = blockOfDetail(detail);
        lost = lost || block.isNull();
        if (!block.isNull())
            blocks.append(block);
    }
    if (lost)
        m_notices.dropped(
            m_path + u".reasoning"_s,
            QT_TRANSLATE_NOOP("sb::dialects", "Only reasoning that Anthropic signed can be sent back here."));
}

void TurnWriter::addCalls(Json::Array &blocks, const chat::Message &message)
{
    for (qsizetype i = 0; i < message.toolCalls.size(); ++i)
        blocks.append(callBlock(message.toolCalls[i], u"%1.tool_calls[%2]"_s.arg(m_path).arg(i)));
}

Json TurnWriter::callBlock(const chat::ToolCall &call, const QString &path)
{
    const Json input = argumentsOf(call, path, m_notices);
    Json block = typed("tool_use", {{"id", callId(call.id)}, {"name", call.name}, {"input", input}});
    for (const char *member : {"caller", "cache_control"}) {
        if (call.extra.contains(member))
            block.set(member, call.extra[member]);
    }
    return block;
}

void TurnWriter::finish()
{
    m_turns.endsInAnswer = trimAnswer(m_said, m_notices);
    sayInstructionsAsUser(m_said, m_system, m_notices);
    m_turns.callsWithoutThinking =
        endsInCallsWithoutReasoning(m_said,
                                    {.isCall = [](const Json &block) { return isType(block, "tool_use"); },
                                     .isResult = [](const Json &block) { return isType(block, "tool_result"); },
                                     .isReasoning = isThinking});
    for (const BlockTurn &turn : std::as_const(m_said))
        m_turns.messages.append(Json(Json::Object{{"role", turn.role}, {"content", shortened(turn.blocks)}}));
}

} // namespace sb::dialects::anthropic
