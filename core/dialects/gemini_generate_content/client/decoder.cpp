#include "core/dialects/gemini_generate_content/client/decoder.h"

#include "core/dialects/error_reading.h"
#include "core/dialects/gemini_generate_content/client/usage.h"
#include "core/dialects/gemini_generate_content/parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace sb::dialects::gemini {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("sb::dialects", text);
}

/// Candidate 0, or the first one where they are not numbered: protobuf leaves out zeros.
const Json &firstCandidate(const Json &answer)
{
    static const Json none;
    for (const Json &candidate : answer["candidates"].items()) {
        if (candidate["index"].toInteger().value_or(0) == 0)
            return candidate;
    }
    return none;
}

/// Why the prompt was not taken, as a word or a number; empty when it was.
QByteArray blockReason(const Json &answer)
{
    const Json &reason = answer["promptFeedback"]["blockReason"];
    const QByteArray word = reason.isNumber() ? reason.numberLiteral() : reason.toBytes();
    return word == "0" || word == "BLOCK_REASON_UNSPECIFIED" || word == "BLOCKED_REASON_UNSPECIFIED" ? QByteArray()
                                                                                                     : word;
}

/// A picture in the form in which OpenRouter's chat completions carry one.
Json imageEntry(const Json &data)
{
    const QByteArray url = "data:" + data["mimeType"].toBytes() + ";base64," + data["data"].toBytes();
    return Json(Json::Object{{"type", "image_url"}, {"image_url", Json(Json::Object{{"url", url}})}});
}

/// What Google bills as one: each query, and for models before Gemini 3 each prompt that was grounded.
/// Source: https://ai.google.dev/gemini-api/docs/google-search#pricing
qint64 searchesOf(const Json &grounding, const QString &model)
{
    const qint64 queries = grounding["webSearchQueries"].size();
    const bool byPrompt = model.startsWith(QLatin1String("gemini-1")) || model.startsWith(QLatin1String("gemini-2"));
    return byPrompt ? std::min<qint64>(queries, 1) : queries;
}

} // namespace

GenerateContentDecoder::GenerateContentDecoder(AnswerHead head)
    : AnswerDecoder(std::move(head))
{
}

void GenerateContentDecoder::takeChunk(const Json &chunk, const QByteArray &)
{
    // An error before the first item comes as a list even inside an event stream.
    if (!chunk.isArray())
        return takeAnswer(chunk);
    for (const Json &item : chunk.items())
        takeAnswer(item);
}

void GenerateContentDecoder::takeWhole(const Json &answer)
{
    const bool isAnswer = answer["candidates"].size() > 0 || !blockReason(answer).isEmpty();
    if (!isAnswer && !findError(head(), answer)) {
        takeStart(answer);
        takeUsage(answer["usageMetadata"]);
        fail(invalidResponse(head(), sentence(QT_TRANSLATE_NOOP("sb::dialects", "The answer has no candidates.")),
                             answer.dump()));
        return;
    }
    m_whole = true;
    takeAnswer(answer);
}

void GenerateContentDecoder::takeAnswer(const Json &answer)
{
    if (isOver())
        return;
    takeStart(answer);
    takeCandidate(firstCandidate(answer));
    takeUsage(answer["usageMetadata"]);
    if (auto error = findError(head(), answer)) {
        fail(std::move(*error));
        return;
    }
    if (const QByteArray blocked = blockReason(answer); !blocked.isEmpty())
        m_finish = Finish{.word = blocked, .reason = chat::FinishReason::ContentFilter};
}

void GenerateContentDecoder::takeStart(const Json &answer)
{
    const QString id = answer["responseId"].toText();
    const QString model = answer["modelVersion"].toText();
    if (m_started || (id.isEmpty() && model.isEmpty()))
        return;
    m_started = true;
    m_model = model;
    say(chat::Started{.id = id, .model = model});
}

void GenerateContentDecoder::takeUsage(const Json &usage)
{
    const Json merged = mergedUsage(m_usage, usage);
    const qint64 searches = searchesOf(m_sources["groundingMetadata"], m_model);
    if (merged == m_usage && searches == m_searches)
        return;
    m_usage = merged;
    m_searches = searches;
    chat::Usage read = readUsage(m_usage);
    if (searches > 0)
        read.webSearches = searches;
    say(chat::UsageReport{.usage = read});
}

void GenerateContentDecoder::takeCandidate(const Json &candidate)
{
    for (const Json &part : candidate["content"]["parts"].items())
        takePart(part);
    for (const char *key : {"groundingMetadata", "citationMetadata", "urlContextMetadata"}) {
        if (candidate[key].size() > 0)
            m_sources.set(key, candidate[key]);
    }
    if (candidate["logprobsResult"].size() > 0)
        say(chat::OtherContent{.kind = "logprobs", .raw = candidate["logprobsResult"]});
    const auto finish = readFinish(candidate["finishReason"]);
    if (!finish)
        return;
    m_finish = finish;
    m_finishMessage = candidate["finishMessage"].toText();
}

void GenerateContentDecoder::takePart(const Json &part)
{
    if (isOver())
        return;
    const QByteArray kind = dataKind(part);
    const QByteArray signature = part["thoughtSignature"].toBytes();
    if (kind == "text")
        takeText(part["text"].toText(), part["thought"].toBool().value_or(false), signature);
    else if (kind == "functionCall")
        takeCall(part["functionCall"], signature);
    else if (!kind.isEmpty())
        takeOther(kind, part);
    else
        takeSignature(signature);
}

void GenerateContentDecoder::takeText(const QString &text, bool isThought, const QByteArray &signature)
{
    if (!isThought) {
        if (!text.isEmpty())
            say(chat::TextDelta{.text = text});
        return takeSignature(signature);
    }
    if (!text.isEmpty())
        say(chat::ReasoningDelta{.text = text});
    if (!signature.isEmpty())
        say(chat::ReasoningOpaque{.block = thoughtBlock(text, signature, m_blocks++)});
}

void GenerateContentDecoder::takeCall(const Json &call, const QByteArray &signature)
{
    const auto deltas = m_calls.read(call, signature);
    if (!deltas) {
        fail(invalidResponse(
            head(), sentence(QT_TRANSLATE_NOOP("sb::dialects", "The arguments of a tool call came out of order.")),
            call.dump()));
        return;
    }
    for (const chat::ToolCallDelta &delta : *deltas)
        say(delta);
}

/// Pictures, sound, code that ran at the provider, its tools: kept with their signatures, and no text.
void GenerateContentDecoder::takeOther(const QByteArray &kind, const Json &part)
{
    const bool isImage = part["inlineData"]["mimeType"].toBytes().startsWith("image/");
    if (isImage && !part["thought"].toBool().value_or(false))
        say(chat::OtherContent{.kind = "image", .raw = imageEntry(part["inlineData"])});
    else
        say(chat::OtherContent{.kind = kind, .raw = part});
    if (isImage)
        takeSignature(part["thoughtSignature"].toBytes());
}

void GenerateContentDecoder::takeSignature(const QByteArray &signature)
{
    if (!signature.isEmpty())
        say(chat::ReasoningOpaque{.block = signatureBlock(signature, m_blocks++)});
}

void GenerateContentDecoder::takeEnd()
{
    flush();
    if (m_finish)
        finishWith(*m_finish);
    else if (m_whole) // a document that is complete is an answer that is complete
        finishWith({});
}

void GenerateContentDecoder::finishWith(const Finish &finish)
{
    for (const chat::ToolCallDelta &delta : m_calls.close())
        say(delta);
    const QString word = QString::fromLatin1(finish.word);
    if (finish.error) {
        const QString why = m_finishMessage.isEmpty()
            ? sentence(QT_TRANSLATE_NOOP("sb::dialects", "The provider ended the answer with %1.")).arg(word)
            : m_finishMessage;
        fail({.type = *finish.error, .httpStatus = head().status, .code = word, .message = why});
        return;
    }
    const bool called = finish.reason == chat::FinishReason::Stop && !m_calls.isEmpty();
    say(chat::Finished{.reason = called ? chat::FinishReason::ToolCalls : finish.reason, .raw = word});
}

/// Says what was held back because each chunk may repeat it.
void GenerateContentDecoder::flush()
{
    const Json sources = std::exchange(m_sources, {});
    for (const auto &[key, value] : sources.members())
        say(chat::OtherContent{.kind = key, .raw = value});
}

} // namespace sb::dialects::gemini
