#include "core/dialects/openai_chat/client/decoder.h"

#include "core/dialects/error_reading.h"
#include "core/dialects/finish_words.h"
#include "core/dialects/openai_chat/client/choices.h"
#include "core/dialects/openai_chat/client/usage.h"

#include <QCoreApplication>

namespace sb::dialects::openai {

namespace {

/// Whether a value says something: Snowflake fills unused members with "" and 0.
bool says(const Json &json)
{
    if (json.isString())
        return !json.toBytes().isEmpty();
    for (const auto &[key, value] : json.members()) {
        if (says(value))
            return true;
    }
    return json.isArray() && json.size() > 0;
}

/// Mistral's thinking is a list of text parts; others send a string.
QString thinkingText(const Json &thinking)
{
    QString text = thinking.toText();
    for (const Json &part : thinking.items())
        text += part["text"].toText();
    return text;
}

} // namespace

ChatDecoder::ChatDecoder(AnswerHead head, const catalog::Quirks &quirks)
    : AnswerDecoder(std::move(head))
    , m_quirks(quirks)
{
}

void ChatDecoder::takeChunk(const Json &chunk, const QByteArray &name)
{
    const Json &choice = firstChoice(chunk);
    // MiniMax ends a stream with the whole message once more; some servers answer a streamed request with one whole
    // event.
    const bool whole = !choice["delta"].isObject() && !m_hasContent;
    takeAnswer(chunk, choice, whole ? choice["message"] : choice["delta"]);
    if (name == "error" && !isOver())
        fail(readErrorObject(head(), chunk));
}

void ChatDecoder::takeWhole(const Json &answer)
{
    const Json &choice = firstChoice(answer);
    if (choice.isNull() && !findError(head(), answer)) {
        const bool explains = answer.contains("message") || answer.contains("detail");
        fail(explains
                 ? readErrorObject(head(), answer)
                 : invalidResponse(head(), QCoreApplication::translate("sb::dialects", "The answer has no choices."),
                                   answer.dump()));
        return;
    }
    takeAnswer(answer, choice, choice["message"]);
    // A document that is complete is an answer that is complete, even where no reason is given (Snowflake).
    if (!isOver() && !m_finished)
        takeFinish({});
}

bool ChatDecoder::takeMarker(QByteArrayView data)
{
    if (data != "[DONE]")
        return false;
    // Proxies write the marker behind whatever they got. Only where no reason ever comes it says that the answer is
    // whole.
    if (m_quirks.noFinishReason && !m_finished && m_started)
        takeFinish({});
    flush();
    return true;
}

void ChatDecoder::takeEnd()
{
    flush();
}

void ChatDecoder::takeAnswer(const Json &answer, const Json &choice, const Json &content)
{
    takeStart(answer);
    if (content.isObject())
        takeContent(content);
    takeLogprobs(choice["logprobs"]);
    for (const char *key : {"citations", "search_results"}) {
        if (says(answer[key]))
            m_sources.set(key, answer[key]);
    }
    takeUsage(answer, choice);
    if (auto error = findError(head(), answer))
        fail(std::move(*error));
    else if (auto choiceError = findError(head(), choice))
        fail(std::move(*choiceError));
    else if (const QString word = choice["finish_reason"].toText(); !word.isEmpty() && !m_finished)
        takeFinish(word);
}

void ChatDecoder::takeStart(const Json &answer)
{
    const QString id = answer["id"].toText();
    const QString model = answer["model"].toText();
    // Azure's first chunk carries only the verdict of its filter, with empty strings here.
    if (m_started || (id.isEmpty() && model.isEmpty()))
        return;
    m_started = true;
    say(chat::Started{.id = id, .model = model});
}

void ChatDecoder::takeUsage(const Json &answer, const Json &choice)
{
    if (const QString tier = answer["service_tier"].toText(); !tier.isEmpty())
        m_tier = tier;
    // Groq: x_groq.usage; Moonshot: in the choice of the last chunk.
    for (const Json *usage : {&answer["usage"], &answer["x_groq"]["usage"], &choice["usage"]}) {
        if (!usage->isObject() || usage->size() == 0)
            continue;
        if (*usage != m_lastUsage) {
            chat::Usage read = readUsage(*usage, m_quirks);
            read.servedTier = m_tier;
            say(chat::UsageReport{.usage = read});
        }
        m_lastUsage = *usage;
        return;
    }
}

void ChatDecoder::takeContent(const Json &content)
{
    takeReasoning(content);
    sayText(content["content"].toText());
    for (const Json &part : content["content"].items())
        takePart(part);
    if (const QString refusal = content["refusal"].toText(); !refusal.isEmpty()) {
        m_hasContent = true;
        say(chat::RefusalDelta{.text = refusal});
    }
    sayAll(m_calls.read(content["tool_calls"]));
    sayAll(m_calls.readLegacy(content["function_call"]));
    takeOther(content);
}

void ChatDecoder::takeReasoning(const Json &content)
{
    const QString first = content["reasoning_content"].toText();
    const QString second = content["reasoning"].toText();
    sayReasoning(first);
    if (second != first)
        sayReasoning(second);
    // In pieces, as they come: Answer joins them.
    for (const Json &piece : content["reasoning_details"].items())
        say(chat::ReasoningOpaque{.block = piece});
}

void ChatDecoder::takePart(const Json &part)
{
    const QByteArray type = part["type"].toBytes();
    if (part.isString())
        sayText(part.toText());
    else if (type == "text" || type == "output_text")
        sayText(part["text"].toText());
    else if (type == "thinking")
        sayReasoning(thinkingText(part["thinking"]));
    else if (type == "refusal")
        say(chat::RefusalDelta{.text = part["refusal"].toText()});
    else
        say(chat::OtherContent{.kind = type, .raw = part});
}

void ChatDecoder::takeOther(const Json &content)
{
    for (const Json &annotation : content["annotations"].items())
        say(chat::OtherContent{.kind = "annotation", .raw = annotation});
    for (const Json &image : content["images"].items())
        say(chat::OtherContent{.kind = "image", .raw = image});
    if (says(content["audio"]))
        say(chat::OtherContent{.kind = "audio", .raw = content["audio"]});
}

/// One entry a token. Together and others have a list for each of its members instead.
void ChatDecoder::takeLogprobs(const Json &logprobs)
{
    bool told = false;
    for (const char *key : {"content", "refusal"}) {
        if (logprobs[key].size() == 0)
            continue;
        told = true;
        say(chat::OtherContent{.kind = "logprobs", .raw = logprobs[key]});
    }
    if (!told && says(logprobs))
        say(chat::OtherContent{.kind = "logprobs", .raw = logprobs});
}

void ChatDecoder::takeFinish(const QString &word)
{
    flush();
    sayAll(m_calls.close());
    m_finished = true;
    const bool called = word.isEmpty() && !m_calls.isEmpty();
    const auto reason = called ? chat::FinishReason::ToolCalls : finishReasonFromWord(word.toUtf8());
    say(chat::Finished{.reason = reason, .raw = word});
}

void ChatDecoder::sayText(const QString &text)
{
    if (text.isEmpty())
        return;
    m_hasContent = true;
    say(chat::TextDelta{.text = text});
}

void ChatDecoder::sayReasoning(const QString &text)
{
    if (text.isEmpty())
        return;
    m_hasContent = true;
    say(chat::ReasoningDelta{.text = text});
}

void ChatDecoder::sayAll(const QList<chat::ToolCallDelta> &calls)
{
    for (const chat::ToolCallDelta &call : calls) {
        m_hasContent = true;
        say(call);
    }
}

/// Says what was held back because each chunk repeats it.
void ChatDecoder::flush()
{
    const Json sources = std::exchange(m_sources, {});
    for (const auto &[key, value] : sources.members())
        say(chat::OtherContent{.kind = key, .raw = value});
}

} // namespace sb::dialects::openai
