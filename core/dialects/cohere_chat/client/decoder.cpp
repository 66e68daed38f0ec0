#include "core/dialects/cohere_chat/client/decoder.h"

#include "core/dialects/cohere_chat/client/ending.h"
#include "core/dialects/cohere_chat/client/usage.h"
#include "core/dialects/cohere_chat/reasoning_blocks.h"
#include "core/dialects/error_reading.h"
#include "core/dialects/finish_words.h"

#include <QCoreApplication>

namespace sb::dialects::cohere {

namespace {

/// An event of a stream has one of these, a whole answer a list.
Json::Array listed(const Json &json)
{
    if (json.isArray())
        return json.items();
    return json.isObject() ? Json::Array{json} : Json::Array();
}

} // namespace

ChatDecoder::ChatDecoder(AnswerHead head)
    : AnswerDecoder(std::move(head))
{
}

void ChatDecoder::takeChunk(const Json &chunk, const QByteArray &name)
{
    if (m_finished)
        return;
    const QByteArray type = chunk["type"].isString() ? chunk["type"].toBytes() : name;
    const Json &message = chunk["delta"]["message"];
    const qint64 index = chunk["index"].toInteger().value_or(0);
    if (type == "message-start") {
        takeStart(chunk);
    } else if (type == "content-start" || type == "content-delta") {
        takeContent(message["content"], index);
        takeLogprobs(chunk["logprobs"]);
    } else if (type == "content-end") {
        closeThought(index);
    } else if (type == "tool-plan-delta") {
        takePlan(message["tool_plan"].toText());
    } else if (type == "tool-call-start" || type == "tool-call-delta") {
        for (const Json &call : listed(message["tool_calls"]))
            takeCall(call, chunk["index"]);
    } else if (type == "citation-start") {
        for (const Json &citation : listed(message["citations"]))
            takeCitation(citation);
    } else if (type == "message-end") {
        takeEnding(chunk["delta"]);
    } else if (chunk["message"].isObject()) {
        takeWhole(chunk); // a whole answer in one event
    } else if (auto error = findError(head(), chunk)) {
        fail(std::move(*error));
    } else if (type.isEmpty() && chunk["message"].isString()) {
        fail(readErrorObject(head(), chunk)); // as in the body of an error status
    }
}

void ChatDecoder::takeWhole(const Json &answer)
{
    const Json &message = answer["message"];
    if (!message.isObject()) {
        const bool explains = message.isString() || findError(head(), answer);
        return fail(explains ? readErrorObject(head(), answer)
                             : invalidResponse(
                                 head(), QCoreApplication::translate("sb::dialects", "The answer has no message."),
                                 answer.dump()));
    }
    takeStart(answer);
    if (message["content"].isString())
        takeContent(Json(Json::Object{{"text", message["content"]}}), 0);
    for (qsizetype i = 0; i < message["content"].size(); ++i) {
        takeContent(message["content"].at(i), i);
        closeThought(i);
    }
    takePlan(message["tool_plan"].toText());
    const Json::Array calls = message["tool_calls"].items();
    for (qsizetype i = 0; i < calls.size(); ++i)
        takeCall(calls[i], Json(qint64(i)));
    for (const Json &citation : message["citations"].items())
        takeCitation(citation);
    takeLogprobs(answer["logprobs"]);
    takeEnding(answer);
}

bool ChatDecoder::takeMarker(QByteArrayView data)
{
    return data == "[DONE]"; // behind message-end; alone it ends nothing
}

void ChatDecoder::takeStart(const Json &answer)
{
    if (std::exchange(m_started, true))
        return;
    say(chat::Started{.id = answer["id"].toText(), .model = answer["model"].toText()});
}

void ChatDecoder::takeContent(const Json &content, qint64 index)
{
    if (const QString thought = content["thinking"].toText(); !thought.isEmpty()) {
        m_thoughts[index] += thought;
        say(chat::ReasoningDelta{.text = thought});
    }
    if (const QString text = content["text"].toText(); !text.isEmpty())
        say(chat::TextDelta{.text = text});
    const QByteArray type = content["type"].toBytes();
    if (!type.isEmpty() && type != "text" && type != "thinking")
        say(chat::OtherContent{.kind = type, .raw = content});
}

void ChatDecoder::takePlan(const QString &text)
{
    if (text.isEmpty())
        return;
    m_plan += text;
    say(chat::ReasoningDelta{.text = text});
}

void ChatDecoder::takeCall(Json call, const Json &index)
{
    closePlan();
    call.set("index", index);
    sayCalls(m_calls.read(Json(Json::Array{call})));
}

void ChatDecoder::takeCitation(const Json &citation)
{
    say(chat::OtherContent{.kind = "citation", .raw = citation});
}

void ChatDecoder::takeLogprobs(const Json &logprobs)
{
    if (logprobs.size() > 0)
        say(chat::OtherContent{.kind = "logprobs", .raw = logprobs});
}

void ChatDecoder::takeUsage(const Json &usage)
{
    if (usage.isObject() && usage.size() > 0)
        say(chat::UsageReport{.usage = readUsage(usage)});
}

void ChatDecoder::takeEnding(const Json &end)
{
    while (!m_thoughts.isEmpty())
        closeThought(m_thoughts.firstKey());
    closePlan();
    takeUsage(end["usage"]);
    const QString word = end["finish_reason"].toText();
    if (auto failed = failureAtEnd(head(), end["error"], word))
        return fail(std::move(*failed));
    sayCalls(m_calls.close());
    m_finished = true;
    const bool called = word.isEmpty() && !m_calls.isEmpty();
    say(chat::Finished{.reason = called ? chat::FinishReason::ToolCalls : finishReasonFromWord(word.toUtf8()),
                       .raw = word});
}

/// Told whole once more, for the next turn.
void ChatDecoder::closeThought(qint64 index)
{
    if (const QString text = m_thoughts.take(index); !text.isEmpty())
        say(chat::ReasoningOpaque{.block = thinkingDetail(text, index)});
}

void ChatDecoder::closePlan()
{
    if (const QString text = std::exchange(m_plan, {}); !text.isEmpty())
        say(chat::ReasoningOpaque{.block = planDetail(text)});
}

void ChatDecoder::sayCalls(const QList<chat::ToolCallDelta> &calls)
{
    for (const chat::ToolCallDelta &call : calls)
        say(call);
}

} // namespace sb::dialects::cohere
