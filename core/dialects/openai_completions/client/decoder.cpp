#include "core/dialects/openai_completions/client/decoder.h"

#include "core/dialects/error_reading.h"
#include "core/dialects/finish_words.h"
#include "core/dialects/openai_chat/client/choices.h"
#include "core/dialects/openai_chat/client/usage.h"

#include <QCoreApplication>

namespace sb::dialects::completions {

CompletionDecoder::CompletionDecoder(AnswerHead head, const catalog::Quirks &quirks)
    : AnswerDecoder(std::move(head))
    , m_quirks(quirks)
{
}

void CompletionDecoder::takeChunk(const Json &chunk, const QByteArray &name)
{
    takeAnswer(chunk, openai::firstChoice(chunk));
    if (name == "error" && !isOver())
        fail(readErrorObject(head(), chunk));
}

void CompletionDecoder::takeWhole(const Json &answer)
{
    const Json &choice = openai::firstChoice(answer);
    if (choice.isNull() && !findError(head(), answer)) {
        const bool explains = answer.contains("message") || answer.contains("detail");
        return fail(explains ? readErrorObject(head(), answer)
                             : invalidResponse(
                                 head(), QCoreApplication::translate("sb::dialects", "The answer has no choices."),
                                 answer.dump()));
    }
    takeAnswer(answer, choice);
    if (!isOver() && !m_finished)
        takeFinish({}); // a document that is complete is an answer that is complete
}

bool CompletionDecoder::takeMarker(QByteArrayView data)
{
    if (data != "[DONE]")
        return false;
    if (m_quirks.noFinishReason && !m_finished && m_started)
        takeFinish({});
    return true;
}

void CompletionDecoder::takeAnswer(const Json &answer, const Json &choice)
{
    takeStart(answer);
    if (const QString text = choice["text"].toText(); !text.isEmpty())
        say(chat::TextDelta{.text = text});
    for (const char *key : {"logprobs", "prompt_logprobs"}) { // the latter is vLLM's
        if (choice[key].size() > 0)
            say(chat::OtherContent{.kind = key, .raw = choice[key]});
    }
    takeUsage(answer["usage"]);
    if (auto error = findError(head(), answer))
        fail(std::move(*error));
    else if (auto choiceError = findError(head(), choice))
        fail(std::move(*choiceError));
    else if (const QString word = choice["finish_reason"].toText(); !word.isEmpty() && !m_finished)
        takeFinish(word);
}

void CompletionDecoder::takeStart(const Json &answer)
{
    const QString id = answer["id"].toText();
    const QString model = answer["model"].toText();
    if (m_started || (id.isEmpty() && model.isEmpty()))
        return;
    m_started = true;
    say(chat::Started{.id = id, .model = model});
}

void CompletionDecoder::takeUsage(const Json &usage)
{
    if (!usage.isObject() || usage.size() == 0 || usage == m_lastUsage)
        return;
    m_lastUsage = usage;
    say(chat::UsageReport{.usage = openai::readUsage(usage, m_quirks)});
}

void CompletionDecoder::takeFinish(const QString &word)
{
    m_finished = true;
    say(chat::Finished{.reason = finishReasonFromWord(word.toUtf8()), .raw = word});
}

} // namespace sb::dialects::completions
