#include "core/dialects/ollama/client/decoder.h"

#include "core/dialects/error_reading.h"
#include "core/dialects/finish_words.h"
#include "core/dialects/usage_reading.h"

#include <QCoreApplication>

namespace sb::dialects::ollama {

namespace {

/// Source: https://docs.ollama.com/api/usage. A prompt that was in the cache has no count.
chat::Usage readUsage(const Json &chunk)
{
    chat::Usage usage;
    usage.prompt = firstCount(chunk, {"prompt_eval_count"});
    usage.completion = firstCount(chunk, {"eval_count"});
    for (const char *key : {"total_duration", "load_duration", "prompt_eval_count", "prompt_eval_duration",
                            "eval_count", "eval_duration"}) {
        if (chunk.contains(key))
            usage.raw.set(key, chunk[key]);
    }
    return usage;
}

} // namespace

AnswerReader::AnswerReader(AnswerHead head)
    : AnswerDecoder(std::move(head))
{
}

void AnswerReader::takeChunk(const Json &chunk, const QByteArray &)
{
    if (m_finished)
        return;
    if (auto error = findError(head(), chunk))
        return fail(std::move(*error));
    const bool known = chunk["message"].isObject() || chunk["response"].isString() || chunk.contains("done");
    if (!known)
        return takeWhole(chunk);
    if (!std::exchange(m_started, true))
        say(chat::Started{.id = {}, .model = chunk["model"].toText()});
    takeContent(chunk["message"], chunk["message"]["content"]);
    takeContent(chunk, chunk["response"]);
    if (chunk["logprobs"].size() > 0)
        say(chat::OtherContent{.kind = "logprobs", .raw = chunk["logprobs"]});
    if (chunk["done"].toBool().value_or(false))
        takeDone(chunk);
}

/// What is no answer: of another API, or a sentence about an error.
void AnswerReader::takeWhole(const Json &answer)
{
    const bool explains = answer["message"].isString() || answer["detail"].isString() || findError(head(), answer);
    fail(explains ? readErrorObject(head(), answer)
                  : invalidResponse(head(), QCoreApplication::translate("sb::dialects", "The answer has no message."),
                                    answer.dump()));
}

/// @param content a message, or a chunk of /api/generate, which has the same members but for the text
void AnswerReader::takeContent(const Json &content, const Json &text)
{
    if (const QString thought = content["thinking"].toText(); !thought.isEmpty())
        say(chat::ReasoningDelta{.text = thought});
    if (!text.toBytes().isEmpty())
        say(chat::TextDelta{.text = text.toText()});
    for (const Json &call : content["tool_calls"].items())
        sayCalls(m_calls.read(Json(Json::Array{call}))); // each whole, in a piece of its own
    for (const Json &image : content["images"].items())
        say(chat::OtherContent{.kind = "image", .raw = image});
}

void AnswerReader::takeDone(const Json &chunk)
{
    sayCalls(m_calls.close());
    m_finished = true;
    const QString word = chunk["done_reason"].toText();
    const auto reason = finishReasonFromWord(word.toUtf8());
    const bool called = reason == chat::FinishReason::Stop && !m_calls.isEmpty();
    const chat::Usage usage = readUsage(chunk);
    if (!usage.raw.isNull())
        say(chat::UsageReport{.usage = usage});
    say(chat::Finished{.reason = called ? chat::FinishReason::ToolCalls : reason, .raw = word});
}

void AnswerReader::sayCalls(const QList<chat::ToolCallDelta> &calls)
{
    for (const chat::ToolCallDelta &call : calls)
        say(call);
}

} // namespace sb::dialects::ollama
