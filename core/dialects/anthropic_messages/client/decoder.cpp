#include "core/dialects/anthropic_messages/client/decoder.h"

#include "core/dialects/anthropic_messages/client/usage.h"
#include "core/dialects/error_reading.h"
#include "core/dialects/finish_words.h"

#include <QCoreApplication>

namespace sb::dialects::anthropic {

MessagesDecoder::MessagesDecoder(AnswerHead head)
    : AnswerDecoder(std::move(head))
{
}

void MessagesDecoder::takeChunk(const Json &chunk, const QByteArray &name)
{
    if (m_finished)
        return;
    const QByteArray type = chunk["type"].isString() ? chunk["type"].toBytes() : name;
    const qint64 index = chunk["index"].toInteger().value_or(0);
    if (type == "message_start")
        takeStart(chunk["message"]);
    else if (type == "content_block_start")
        sayAll(m_blocks.start(index, chunk["content_block"]));
    else if (type == "content_block_delta")
        sayAll(m_blocks.add(index, chunk["delta"]));
    else if (type == "content_block_stop")
        sayAll(m_blocks.stop(index));
    else if (type == "message_delta") {
        takeStop(chunk["delta"]);
        takeUsage(chunk["usage"]);
    } else if (type == "message_stop")
        takeEnding();
    else if (type == "message")
        takeWhole(chunk);
    else if (type == "error")
        fail(readErrorObject(head(), chunk));
    else if (auto error = findError(head(), chunk)) // a gateway's own; pings and what comes later say nothing here
        fail(std::move(*error));
}

void MessagesDecoder::takeWhole(const Json &answer)
{
    if (auto error = findError(head(), answer))
        return fail(std::move(*error));
    if (!answer["content"].isArray()) {
        const bool explains = answer.contains("message") || answer.contains("detail");
        return fail(explains ? readErrorObject(head(), answer)
                             : invalidResponse(
                                 head(), QCoreApplication::translate("sb::dialects", "The answer has no content."),
                                 answer.dump()));
    }
    takeStart(answer);
    takeEnding();
}

void MessagesDecoder::takeStart(const Json &message)
{
    const QString id = message["id"].toText();
    // Repeated before any content it says nothing new; after content the message begins anew.
    const bool anew = m_started && m_blocks.hasBegun();
    if (!m_started || anew || id != m_id)
        say(chat::Started{.id = id, .model = message["model"].toText(), .anew = anew});
    m_started = true;
    m_id = id;
    m_blocks = {};
    m_usage = {};
    m_stopReason.clear();
    m_stopDetails = {};
    // Empty as documented, but for a call out of code that runs at the service: that one stands here, and only here.
    sayAll(m_blocks.whole(message["content"]));
    takeStop(message);
    takeUsage(message["usage"]);
}

void MessagesDecoder::takeStop(const Json &delta)
{
    if (delta["stop_reason"].isString())
        m_stopReason = delta["stop_reason"].toText();
    if (delta["stop_details"].isObject())
        m_stopDetails = delta["stop_details"];
}

/// Counts of message_delta are totals that replace those of message_start; what it does not name stays.
void MessagesDecoder::takeUsage(const Json &usage)
{
    if (!usage.isObject())
        return;
    Json merged = m_usage.isNull() ? usage : m_usage;
    for (const auto &[key, value] : usage.members()) {
        if (!value.isNull())
            merged.set(key, value);
    }
    if (merged == m_usage)
        return;
    m_usage = merged;
    say(chat::UsageReport{.usage = readUsage(merged)});
}

void MessagesDecoder::takeEnding()
{
    sayAll(m_blocks.stopAll());
    if (!m_stopDetails.isNull())
        say(chat::OtherContent{.kind = "stop_details", .raw = m_stopDetails});
    m_finished = true;
    const bool called = m_stopReason.isEmpty() && m_blocks.hasCalls();
    // The forced tool that carries a JSON answer is no call: nobody is to carry it out.
    const bool answered = m_stopReason == QLatin1String("tool_use") && !m_blocks.hasCalls() && m_blocks.hasAnswered();
    const auto reason = called ? chat::FinishReason::ToolCalls
        : answered             ? chat::FinishReason::Stop
                               : finishReasonFromWord(m_stopReason.toUtf8());
    say(chat::Finished{.reason = reason, .raw = m_stopReason});
}

void MessagesDecoder::sayAll(const QList<chat::Event> &events)
{
    for (const chat::Event &event : events)
        say(event);
}

} // namespace sb::dialects::anthropic
