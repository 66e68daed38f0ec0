#include "core/dialects/bedrock_converse/client/decoder.h"

#include "core/dialects/anthropic_messages/blocks.h"
#include "core/dialects/bedrock_converse/client/usage.h"
#include "core/dialects/bedrock_converse/reasoning_blocks.h"
#include "core/dialects/error_reading.h"
#include "core/dialects/finish_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sb::dialects::bedrock {

namespace {

constexpr std::array Events{"messageStart",     "contentBlockStart", "contentBlockDelta",
                            "contentBlockStop", "messageStop",       "metadata"};

bool isEvent(const QByteArray &name)
{
    return std::any_of(Events.begin(), Events.end(), [&name](const char *each) { return name == each; });
}

/// A call of the model, or of a tool that the service runs itself.
Json callBlock(const Json &toolUse)
{
    Json block = toolUse["type"].toBytes() == "server_tool_use" ? toolUse : anthropic::typed("tool_use", {});
    block.set("id", toolUse["toolUseId"]);
    block.set("name", toolUse["name"]);
    if (toolUse.contains("input"))
        block.set("input", toolUse["input"]);
    return block;
}

/// The block as Anthropic has it.
Json translated(const Json &block)
{
    if (block["text"].isString())
        return anthropic::typed("text", {{"text", block["text"]}});
    if (block["toolUse"].isObject())
        return callBlock(block["toolUse"]);
    const Json &reasoning = block["reasoningContent"];
    if (const Json &text = reasoning["reasoningText"]; text.isObject())
        return anthropic::typed("thinking", {{"thinking", text["text"]}, {"signature", text["signature"]}});
    if (reasoning["redactedContent"].isString())
        return anthropic::typed("redacted_thinking", {{"data", reasoning["redactedContent"]}});
    Json other = block;
    if (!block.members().isEmpty())
        other.set("type", block.members().first().first);
    return other;
}

} // namespace

ConverseDecoder::ConverseDecoder(AnswerHead head)
    : AnswerDecoder(std::move(head))
{
}

void ConverseDecoder::takeChunk(const Json &chunk, const QByteArray &name)
{
    if (name.isEmpty()) {
        for (const auto &[member, value] : chunk.members()) {
            if (isEvent(member))
                return takeChunk(value, member);
        }
        if (chunk["output"].isObject())
            return takeWhole(chunk);
        if (auto error = findError(head(), chunk))
            fail(std::move(*error));
        return;
    }
    const qint64 index = chunk["contentBlockIndex"].toInteger().value_or(0);
    if (name == "metadata")
        takeMetadata(chunk);
    else if (m_finished)
        return;
    else if (name == "messageStart")
        takeStart();
    else if (name == "contentBlockStart")
        takeBlockStart(index, chunk["start"]);
    else if (name == "contentBlockDelta")
        takeDelta(index, chunk["delta"]);
    else if (name == "contentBlockStop")
        sayAll(m_blocks.stop(index));
    else if (name == "messageStop")
        takeEnding(chunk["stopReason"].toText());
}

void ConverseDecoder::takeWhole(const Json &answer)
{
    if (auto error = findError(head(), answer))
        return fail(std::move(*error));
    const Json &message = answer["output"]["message"];
    if (!message.isObject()) {
        const bool explains = answer["message"].isString() || answer["Message"].isString();
        return fail(explains ? readErrorObject(head(), answer)
                             : invalidResponse(
                                 head(), QCoreApplication::translate("sb::dialects", "The answer has no message."),
                                 answer.dump()));
    }
    takeStart();
    for (qsizetype i = 0; i < message["content"].size(); ++i)
        takeBlock(i, message["content"].at(i));
    takeMetadata(answer);
    takeEnding(answer["stopReason"].toText());
}

void ConverseDecoder::takeStart()
{
    if (!std::exchange(m_started, true))
        say(chat::Started{}); // neither id nor model is told
}

void ConverseDecoder::takeBlockStart(qint64 index, const Json &start)
{
    takeStart();
    if (start["toolUse"].isObject())
        sayAll(m_blocks.start(index, callBlock(start["toolUse"])));
    else if (!start.members().isEmpty())
        sayAll(m_blocks.start(index, translated(start)));
}

void ConverseDecoder::takeDelta(qint64 index, const Json &delta)
{
    takeStart();
    if (delta["text"].isString())
        sayAll(m_blocks.add(index, anthropic::typed("text_delta", {{"text", delta["text"]}})));
    else if (delta["toolUse"].isObject())
        sayAll(m_blocks.add(
            index, anthropic::typed("input_json_delta", {{"partial_json", delta["toolUse"]["input"].toBytes()}})));
    else if (delta["reasoningContent"].isObject())
        takeReasoning(index, delta["reasoningContent"]);
    else if (delta["citation"].isObject())
        sayAll(m_blocks.add(index, anthropic::typed("citations_delta", {{"citation", delta["citation"]}})));
    else if (!delta.members().isEmpty()) // results of the service's tools, pictures
        say(chat::OtherContent{.kind = delta.members().first().first, .raw = delta});
}

void ConverseDecoder::takeReasoning(qint64 index, const Json &reasoning)
{
    if (reasoning["text"].isString())
        sayAll(m_blocks.add(index, anthropic::typed("thinking_delta", {{"thinking", reasoning["text"]}})));
    if (reasoning["signature"].isString())
        sayAll(m_blocks.add(index, anthropic::typed("signature_delta", {{"signature", reasoning["signature"]}})));
    if (reasoning["redactedContent"].isString())
        sayAll(m_blocks.start(index, anthropic::typed("redacted_thinking", {{"data", reasoning["redactedContent"]}})));
}

void ConverseDecoder::takeBlock(qint64 index, const Json &block)
{
    if (block["citationsContent"].isObject())
        return takeCited(block["citationsContent"]);
    sayAll(m_blocks.start(index, translated(block)));
    sayAll(m_blocks.stop(index));
}

/// Text of the answer with what it is supported by: in a stream the text comes as any other.
void ConverseDecoder::takeCited(const Json &cited)
{
    for (const Json &piece : cited["content"].items()) {
        if (const QString text = piece["text"].toText(); !text.isEmpty())
            say(chat::TextDelta{.text = text});
    }
    say(chat::OtherContent{.kind = "citationsContent", .raw = Json(Json::Object{{"citationsContent", cited}})});
}

void ConverseDecoder::takeMetadata(const Json &metadata)
{
    if (metadata["usage"].isObject()) {
        chat::Usage usage = readUsage(metadata["usage"]);
        usage.servedTier = metadata["serviceTier"]["type"].toText();
        say(chat::UsageReport{.usage = usage});
    }
    if (metadata["trace"].isObject())
        say(chat::OtherContent{.kind = "trace", .raw = Json(Json::Object{{"trace", metadata["trace"]}})});
}

void ConverseDecoder::takeEnding(const QString &stopReason)
{
    takeStart();
    sayAll(m_blocks.stopAll());
    m_finished = true;
    // The forced tool that carries a JSON answer is no call: nobody is to carry it out.
    const bool answered = stopReason == QLatin1String("tool_use") && !m_blocks.hasCalls() && m_blocks.hasAnswered();
    const bool called = stopReason.isEmpty() && m_blocks.hasCalls();
    const auto reason = called ? chat::FinishReason::ToolCalls
        : answered             ? chat::FinishReason::Stop
                               : finishReasonFromWord(stopReason.toUtf8());
    say(chat::Finished{.reason = reason, .raw = stopReason});
}

/// Reasoning is marked as ours, since not all of it can go to Anthropic.
void ConverseDecoder::sayAll(const QList<chat::Event> &events)
{
    for (chat::Event event : events) {
        if (auto *opaque = std::get_if<chat::ReasoningOpaque>(&event))
            opaque->block.set("format", ReasoningFormat);
        say(std::move(event));
    }
}

} // namespace sb::dialects::bedrock
