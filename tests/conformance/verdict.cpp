#include "tests/conformance/verdict.h"

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

using routing::EndState;

/// What a request may end as. Where no reason was sent, only the dialect's own end mark tells a whole answer from a
/// cut.
QList<EndState> expectedEnds(const Json &expect)
{
    if (expect["error"].isObject())
        return {EndState::Failed};
    const QByteArray finish = expect["finish_reason"].toBytes();
    if (finish == "length")
        return {EndState::Length};
    if (finish == "content_filter")
        return {EndState::Filtered};
    if (finish == "error")
        return {EndState::Failed};
    return finish.isEmpty() ? QList{EndState::Complete, EndState::Cut} : QList{EndState::Complete};
}

std::optional<chat::TokenClasses> expectedTokens(const Json &expect)
{
    const chat::Usage usage{.prompt = expect["prompt_tokens"].toInteger(),
                            .cacheRead = expect["cached_tokens"].toInteger(),
                            .cacheWrite5m = expect["cache_write_tokens"].toInteger(),
                            .completion = expect["completion_tokens"].toInteger(),
                            .reasoning = expect["reasoning_tokens"].toInteger()};
    bool consistent = true;
    const chat::TokenClasses classes = chat::tokenClasses(usage, &consistent);
    if (!usage.prompt || !usage.completion || !consistent)
        return std::nullopt;
    return classes;
}

QString inWords(const chat::TokenClasses &tokens)
{
    return u"%1 fresh, %2 read, %3 written, %4 visible, %5 reasoning"_s.arg(tokens.freshInput)
        .arg(tokens.cacheRead)
        .arg(tokens.cacheWrite5m + tokens.cacheWrite1h)
        .arg(tokens.visibleOutput)
        .arg(tokens.reasoning);
}

/// Recordings leave out what an answer of Converse says in blocks with citations; in its streams the same text counts.
/// For us it is the answer, as Amazon documents it ("generated content").
QString withoutCitedText(QString text, const Json::Array &other)
{
    qsizetype at = 0;
    for (const Json &raw : other) {
        for (const Json &piece : raw["citationsContent"]["content"].items()) {
            const QString cited = piece["text"].toText();
            const qsizetype found = text.indexOf(cited, at);
            if (found < 0)
                continue;
            text.remove(found, cited.size());
            at = found;
        }
    }
    return text;
}

/// The engine makes an error of an end without a mark, and of a finish that is an error. A recording that has no error
/// object is met by the answer without ours; the end state is judged apart.
chat::Answer asRecorded(chat::Answer answer, const Json &expect)
{
    answer.text = withoutCitedText(answer.text, answer.other);
    if (!answer.error || expect["error"].isObject())
        return answer;
    if (answer.error->type == chat::ErrorType::Cut)
        answer.error.reset();
    else if (answer.error->type == chat::ErrorType::ModelOutputError && expect["finish_reason"].toBytes() == "error") {
        answer.error.reset();
        answer.finish = chat::FinishReason::Error;
        answer.rawFinish = u"error"_s;
    }
    return answer;
}

} // namespace

QStringList judge(const engine::Ended &ended, const Json &expect)
{
    if (!ended.key)
        return {u"request: not sent, %1"_s.arg(ended.refusal ? ended.refusal->message : u"no reason given"_s)};
    QStringList lines = differences(asRecorded(ended.answer, expect), expect);
    if (!expectedEnds(expect).contains(ended.end))
        lines.append(u"end state: got “%1”"_s.arg(QString::fromLatin1(toWireName(ended.end))));
    if (!ended.recorded)
        lines.append(u"record: not acknowledged by the register"_s);
    const auto tokens = expectedTokens(expect);
    const bool answered = ended.end != EndState::Failed && ended.end != EndState::Cut;
    if (answered && tokens && inWords(*tokens) != inWords(ended.record.tokens))
        lines.append(
            u"token classes: recorded “%1”, expected “%2”"_s.arg(inWords(ended.record.tokens), inWords(*tokens)));
    return lines;
}

} // namespace sb::testing
