#include "core/dialects/missing_members.h"

#include "core/dialects/member_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects {

namespace {

struct Said
{
    QLatin1StringView path = {};
    bool isSaid = false;
};

Said said(const chat::Request &request, Member member)
{
    switch (member) {
    case Member::TopK:
        return {"top_k"_L1, !isNumber(request.topK, 0)};
    case Member::MinP:
        return {"min_p"_L1, !isNumber(request.minP, 0)};
    case Member::FrequencyPenalty:
        return {"frequency_penalty"_L1, !isNumber(request.frequencyPenalty, 0)};
    case Member::PresencePenalty:
        return {"presence_penalty"_L1, !isNumber(request.presencePenalty, 0)};
    case Member::RepetitionPenalty:
        return {"repetition_penalty"_L1, !isNumber(request.repetitionPenalty, 1)};
    case Member::Seed:
        return {"seed"_L1, request.seed.has_value()};
    case Member::Stop:
        return {"stop"_L1, !request.stop.isEmpty()};
    case Member::Logprobs:
        return {"logprobs"_L1, request.logprobs.value_or(false)};
    case Member::TopLogprobs:
        return {"top_logprobs"_L1, request.topLogprobs.value_or(0) > 0};
    case Member::User:
        return {"user"_L1, !request.user.isEmpty()};
    case Member::Reasoning:
        return {"reasoning"_L1, request.reasoning && request.reasoning->asked()};
    }
    Q_UNREACHABLE();
}

} // namespace

void noticeMissing(const chat::Request &request, std::initializer_list<Member> missing, const char *sentence,
                   Notices &notices)
{
    for (const Member member : missing) {
        if (const Said one = said(request, member); one.isSaid)
            notices.dropped(one.path, sentence);
    }
}

void noticeOneAnswer(const chat::Request &request, Notices &notices)
{
    if (request.extra["n"].toInteger().value_or(1) > 1)
        notices.clamped(
            u"n"_s, QT_TRANSLATE_NOOP("sb::dialects", "One answer is asked for; more would be paid and not shown."));
}

void noticeFixedSampling(const chat::Request &request, bool whileReasoning, Notices &notices)
{
    const char *why = whileReasoning
        ? QT_TRANSLATE_NOOP("sb::dialects", "Sampling cannot be set while the model reasons.")
        : QT_TRANSLATE_NOOP("sb::dialects", "This model does not let its sampling be set.");
    if (!isNumber(request.temperature, 1))
        notices.dropped(u"temperature"_s, why);
    if (!isNumber(request.topP, 1))
        notices.dropped(u"top_p"_s, why);
    noticeMissing(request, {Member::TopK}, why, notices);
}

} // namespace sb::dialects
