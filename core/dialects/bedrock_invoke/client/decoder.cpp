#include "core/dialects/bedrock_invoke/client/decoder.h"

#include "core/dialects/anthropic_messages/client/decoder.h"
#include "core/dialects/bedrock_converse/client/decoder.h"
#include "core/dialects/bedrock_converse/client/usage.h"
#include "core/dialects/error_reading.h"
#include "core/dialects/finish_words.h"
#include "core/dialects/openai_chat/client/decoder.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

namespace {

constexpr auto Metrics = "amazon-bedrock-invocationMetrics";

bool hasAny(const Json &json, std::initializer_list<const char *> members)
{
    return std::any_of(members.begin(), members.end(), [&](const char *each) { return json.contains(each); });
}

/// Anthropic's events and whole messages have a type, which no other family has at the top.
bool isClaude(const Json &json)
{
    const QByteArray type = json["type"].toBytes();
    return type.startsWith("message") || type.startsWith("content_block") || type == "ping" || type == "error";
}

bool isNova(const Json &json)
{
    return json["output"].isObject()
        || hasAny(json,
                  {"messageStart", "contentBlockStart", "contentBlockDelta", "contentBlockStop", "messageStop",
                   "metadata"});
}

/// Cohere's chat of version 1: a whole answer, or an event of its stream.
bool isCommandR(const Json &json)
{
    return json["event_type"].isString()
        || (json["text"].isString() && hasAny(json, {"generation_id", "chat_history"}));
}

bool isChat(const Json &json)
{
    const Json &choice = json["choices"].at(0);
    return json["choices"].isArray() && !choice.contains("text");
}

bool isVectors(const Json &json)
{
    return json["embedding"].isArray() || json["embeddings"].isArray() || json["embeddings"].isObject();
}

} // namespace

InvokeDecoder::InvokeDecoder(AnswerHead head, const catalog::Quirks &quirks)
    : AnswerDecoder(std::move(head))
    , m_quirks(quirks)
{
}

InvokeDecoder::~InvokeDecoder() = default;

/// The model's answer is inside, as Base64; beside it blanks that hide its length.
void InvokeDecoder::takeChunk(const Json &chunk, const QByteArray &)
{
    if (!chunk["bytes"].isString()) {
        if (auto error = findError(head(), chunk))
            fail(std::move(*error));
        return;
    }
    const auto piece = parseJson(QByteArray::fromBase64(chunk["bytes"].toBytes()));
    if (!piece)
        return fail(invalidResponse(
            head(), QCoreApplication::translate("sb::dialects", "An event of the answer is not JSON."), chunk.dump()));
    takePiece(*piece);
    takeMetrics((*piece)[Metrics]);
}

void InvokeDecoder::takePiece(const Json &piece)
{
    if (!m_inner)
        m_inner = lender(piece);
    if (m_inner)
        return sayAll(m_inner->feedChunk(piece));
    if (m_finished)
        return;
    if (isCommandR(piece))
        takeCommandR(piece);
    else if (const auto completion = readCompletion(piece))
        takeCompletion(*completion, false);
    else if (auto error = findError(head(), piece))
        fail(std::move(*error));
}

void InvokeDecoder::takeWhole(const Json &answer)
{
    m_inner = lender(answer);
    if (m_inner)
        return sayAll(m_inner->feedWhole(answer));
    if (isCommandR(answer))
        return takeCommandR(answer);
    if (const auto completion = readCompletion(answer))
        return takeCompletion(*completion, true);
    if (isVectors(answer))
        return takeVectors(answer);
    const bool explains = answer["message"].isString() || findError(head(), answer);
    fail(explains ? readErrorObject(head(), answer)
                  : invalidResponse(
                      head(),
                      QCoreApplication::translate("sb::dialects", "The answer is in no language of Bedrock's models."),
                      answer.dump()));
}

void InvokeDecoder::takeEnd()
{
    if (m_inner)
        sayAll(m_inner->finish());
}

void InvokeDecoder::takeCompletion(const Completion &completion, bool whole)
{
    if (!std::exchange(m_started, true))
        say(chat::Started{});
    if (!completion.text.isEmpty())
        say(chat::TextDelta{.text = completion.text});
    takeUsage(completion.usage);
    if (completion.finish || whole)
        takeFinish(completion.finish.value_or(QString()));
}

/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html
void InvokeDecoder::takeCommandR(const Json &answer)
{
    const QByteArray event = answer["event_type"].toBytes();
    if (!std::exchange(m_started, true))
        say(chat::Started{.id = answer["generation_id"].toText()});
    if (event.isEmpty() || event == "text-generation") {
        if (const QString text = answer["text"].toText(); !text.isEmpty())
            say(chat::TextDelta{.text = text});
    }
    const bool ends = event.isEmpty() || event == "stream-end" || answer["is_finished"].toBool() == true;
    if (!ends)
        return;
    for (const Json &citation : answer["citations"].items())
        say(chat::OtherContent{.kind = "citation", .raw = citation});
    const Json &word =
        answer["finish_reason"].isString() ? answer["finish_reason"] : answer["response"]["finish_reason"];
    takeFinish(word.toText());
}

/// No text, but whole: each vector or list of vectors as it came.
void InvokeDecoder::takeVectors(const Json &answer)
{
    say(chat::Started{.id = answer["id"].toText()});
    say(chat::OtherContent{.kind = "embedding", .raw = answer});
    takeUsage({.prompt = answer["inputTextTokenCount"].toInteger()});
    takeFinish({});
}

void InvokeDecoder::takeUsage(const chat::Usage &usage)
{
    const chat::Usage before = m_usage;
    if (usage.prompt)
        m_usage.prompt = usage.prompt;
    if (usage.completion)
        m_usage.completion = usage.completion;
    if (m_usage != before)
        say(chat::UsageReport{.usage = m_usage});
}

/// Only what is not known yet: the model's own counts are the more exact ones.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-invoke.html
void InvokeDecoder::takeMetrics(const Json &metrics)
{
    if (!metrics.isObject() || isOver())
        return;
    chat::Usage counted = readUsage(metrics);
    const bool fills = (!m_usage.prompt && counted.prompt) || (!m_usage.completion && counted.completion);
    if (!fills)
        return;
    if (m_usage.prompt) {
        counted.prompt = m_usage.prompt;
        counted.cacheRead = m_usage.cacheRead;
        counted.cacheWrite5m = m_usage.cacheWrite5m;
        counted.cacheWrite1h = m_usage.cacheWrite1h;
    }
    if (m_usage.completion)
        counted.completion = m_usage.completion;
    counted.reasoning = m_usage.reasoning;
    m_usage = counted;
    say(chat::UsageReport{.usage = m_usage});
}

void InvokeDecoder::takeFinish(const QString &word)
{
    m_finished = true;
    say(chat::Finished{.reason = finishReasonFromWord(word.toUtf8()), .raw = word});
}

void InvokeDecoder::sayAll(const QList<chat::Event> &events)
{
    for (const chat::Event &event : events) {
        if (const auto *failed = std::get_if<chat::Failed>(&event))
            return fail(failed->error);
        if (const auto *report = std::get_if<chat::UsageReport>(&event))
            m_usage = report->usage;
        say(event);
    }
}

std::unique_ptr<AnswerDecoder> InvokeDecoder::lender(const Json &json) const
{
    if (isClaude(json))
        return std::make_unique<anthropic::MessagesDecoder>(head());
    if (isNova(json))
        return std::make_unique<ConverseDecoder>(head());
    if (isChat(json))
        return std::make_unique<openai::ChatDecoder>(head(), m_quirks);
    return nullptr;
}

} // namespace sb::dialects::bedrock
