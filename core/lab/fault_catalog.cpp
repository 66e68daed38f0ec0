#include "core/lab/fault_plays.h"

#include <algorithm>

namespace sb::lab {

using namespace plays;
using chat::ErrorType;
using routing::EndState;
using std::chrono::seconds;

namespace {

/// After so many answers of an endpoint it is known how long its first content takes, and a chain may start a second
/// attempt when it takes longer.
constexpr int Lessons = 20;

/// Before a connection, and before an answer.
QList<Fault> faultsOfConnections()
{
    using E = ErrorType;
    return {
        {.id = "sound", .title = QT_TRANSLATE_NOOP("sb::lab", "nothing goes wrong"), .where = Where::Nobody},
        {.id = "refused",
         .title = QT_TRANSLATE_NOOP("sb::lab", "nothing listens at the first endpoint"),
         .play = refuse,
         .errors = {E::ProviderUnavailable}},
        {.id = "host-not-found",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first provider's host has no address"),
         .where = Where::FirstProvider,
         .play = hideHost,
         .errors = {E::ProviderUnavailable}},
        {.id = "tls-failed",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first provider's certificate is not accepted"),
         .where = Where::FirstProvider,
         .play = failTls,
         .errors = {E::ProviderUnavailable}},
        {.id = "connect-hangs",
         .title = QT_TRANSLATE_NOOP("sb::lab", "no connection, and no word about it"),
         .play = hangConnecting,
         .errors = {E::Timeout}},
        {.id = "upload-hangs",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the request is not taken"),
         .play = hangUploading,
         .errors = {E::Timeout}},
        {.id = "reset-once",
         .title =
             QT_TRANSLATE_NOOP("sb::lab", "the connection breaks once before an answer; it may have done the work"),
         .times = 1,
         .play = reset,
         .errors = {E::ResetBeforeAnswer},
         .rule = Rule::PayingTwice},
        {.id = "reset",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the connection breaks every time before an answer"),
         .play = reset,
         .errors = {E::ResetBeforeAnswer},
         .rule = Rule::PayingTwice},
        {.id = "silence",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the request is taken, and nothing comes"),
         .play = keepSilent,
         .errors = {E::Timeout}},
        {.id = "head-only",
         .title = QT_TRANSLATE_NOOP("sb::lab", "an answer begins, and has no content"),
         .play = sendHeadOnly,
         .errors = {E::Timeout}},
        {.id = "keep-alive-stall",
         .title = QT_TRANSLATE_NOOP("sb::lab", "signs of life hide that no content comes"),
         .play = keepAlive,
         .errors = {E::Timeout}},
        {.id = "cut-before-content",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the connection breaks behind the head"),
         .play = cutBeforeContent,
         .errors = {E::Cut},
         .end = EndState::Cut,
         .rule = Rule::PayingTwice},
        {.id = "empty-200",
         .title = QT_TRANSLATE_NOOP("sb::lab", "an answer of no bytes"),
         .play = sayNothing,
         .errors = {E::InvalidResponse, E::Cut},
         .rule = Rule::PayingTwice},
        {.id = "web-page",
         .title = QT_TRANSLATE_NOOP("sb::lab", "a web page instead of an answer"),
         .play = showPage,
         .errors = {E::InvalidResponse}},
        {.id = "redirect",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the provider points elsewhere"),
         .play = redirect,
         .errors = {E::InvalidResponse}},
        {.id = "garbled",
         .title = QT_TRANSLATE_NOOP("sb::lab", "what comes first is no event"),
         .play = garble,
         .errors = {E::InvalidResponse}},
    };
}

/// What a provider says instead of an answer.
QList<Fault> faultsOfProviders()
{
    using E = ErrorType;
    return {
        {.id = "status-500-once",
         .title = QT_TRANSLATE_NOOP("sb::lab", "an internal error, once"),
         .times = 1,
         .play = say<500>,
         .errors = {E::Server}},
        {.id = "status-503-twice",
         .title = QT_TRANSLATE_NOOP("sb::lab", "overloaded, twice"),
         .times = 2,
         .play = overload,
         .errors = {E::ProviderOverloaded}},
        {.id = "status-529",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first endpoint stays overloaded"),
         .play = say<529>,
         .errors = {E::ProviderOverloaded}},
        {.id = "slow-503",
         .title = QT_TRANSLATE_NOOP("sb::lab", "every error comes late"),
         .play = failSlowly,
         .errors = {E::ProviderOverloaded}},
        {.id = "error-in-200",
         .title = QT_TRANSLATE_NOOP("sb::lab", "an error inside an answer that began with 200"),
         .play = failInside,
         .errors = {E::ProviderOverloaded, E::Server, E::Unmapped}},
        {.id = "limit-in-200",
         .title = QT_TRANSLATE_NOOP("sb::lab", "a rate limit inside an answer that began with 200"),
         .play = limitInside,
         .errors = {E::RateLimitExceeded, E::Server, E::Unmapped}},
        {.id = "retry-after-short",
         .title = QT_TRANSLATE_NOOP("sb::lab", "a rate limit that ends in two seconds"),
         .times = 1,
         .play = limitShortly,
         .errors = {E::RateLimitExceeded}},
        {.id = "retry-after-date",
         .title = QT_TRANSLATE_NOOP("sb::lab", "a rate limit that ends at a time of day"),
         .times = 1,
         .play = limitUntil,
         .errors = {E::RateLimitExceeded}},
        {.id = "retry-after-long",
         .title = QT_TRANSLATE_NOOP("sb::lab", "a rate limit that lasts longer than the patience"),
         .where = Where::FirstProvider,
         .play = limitForAnHour,
         .errors = {E::RateLimitExceeded}},
        {.id = "limit-without-time",
         .title = QT_TRANSLATE_NOOP("sb::lab", "a rate limit that does not say when it ends"),
         .times = 1,
         .play = limit,
         .errors = {E::RateLimitExceeded}},
        {.id = "limited-everywhere",
         .title = QT_TRANSLATE_NOOP("sb::lab", "every provider is at its limit for an hour"),
         .where = Where::Everybody,
         .play = limitForAnHour,
         .errors = {E::RateLimitExceeded}},
        {.id = "bad-key",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first provider refuses the key"),
         .where = Where::FirstProvider,
         .play = refuseKey,
         .errors = {E::Authentication}},
        {.id = "no-credit",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first provider's account is empty"),
         .where = Where::FirstProvider,
         .play = wantMoney,
         .errors = {E::PaymentRequired}},
        {.id = "affords-less",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the credit is enough for a shorter answer"),
         .times = 1,
         .play = affordLess,
         .errors = {E::PaymentRequired},
         .mayEndEarly = true},
        {.id = "forbidden",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first provider does not serve this country"),
         .where = Where::FirstProvider,
         .play = forbid,
         .errors = {E::PermissionDenied}},
        {.id = "model-gone",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first endpoint's model is gone"),
         .play = loseModel,
         .errors = {E::NotFound}},
        {.id = "context-overflow",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the prompt is too long for the first model"),
         .where = Where::FirstWindow,
         .play = overflow,
         .errors = {E::ContextLengthExceeded}},
        {.id = "too-large",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the request is too large for the first endpoint"),
         .where = Where::SmallWindows,
         .play = findTooLarge,
         .errors = {E::PayloadTooLarge}},
        {.id = "unsupported-parameter",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first endpoint does not take a parameter"),
         .play = missParameter,
         .errors = {E::UnsupportedParameter}},
        {.id = "content-policy",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first provider refuses the prompt"),
         .where = Where::FirstProvider,
         .play = flag,
         .errors = {E::ContentPolicyViolation},
         .rule = Rule::ContentPolicy},
        {.id = "filtered",
         .title = QT_TRANSLATE_NOOP("sb::lab", "a filter ends the answer before it begins"),
         .play = filterAtOnce,
         .errors = {E::ContentPolicyViolation},
         .end = EndState::Filtered,
         .rule = Rule::ContentPolicy},
        {.id = "request-at-fault",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the request itself is wrong"),
         .where = Where::Everybody,
         .play = findFault,
         .errors = {E::InvalidRequest},
         .rule = Rule::RequestAtFault},
    };
}

/// Inside of an answer.
QList<Fault> faultsOfAnswers()
{
    using E = ErrorType;
    return {
        {.id = "cut",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the connection breaks in the middle of the answer"),
         .play = cut,
         .errors = {E::Cut},
         .end = EndState::Cut,
         .rule = Rule::AfterContent},
        {.id = "polite-cut",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the answer ends politely before it is finished"),
         .play = closePolitely,
         .errors = {E::Cut},
         .end = EndState::Cut,
         .rule = Rule::AfterContent},
        {.id = "stall",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the answer stops coming"),
         .play = stall,
         .errors = {E::Stalled},
         .end = EndState::Stalled,
         .rule = Rule::AfterContent},
        {.id = "keep-alive-in-answer",
         .title = QT_TRANSLATE_NOOP("sb::lab", "signs of life hide that the answer stops coming"),
         .play = stallAlive,
         .errors = {E::Stalled},
         .end = EndState::Stalled,
         .rule = Rule::AfterContent},
        {.id = "error-in-answer",
         .title = QT_TRANSLATE_NOOP("sb::lab", "an error in the middle of the answer"),
         .play = failAfterWords,
         .errors = {E::ProviderOverloaded, E::Server, E::Unmapped},
         .rule = Rule::AfterContent},
        {.id = "garbled-answer",
         .title = QT_TRANSLATE_NOOP("sb::lab", "an event in the middle of the answer is none"),
         .play = garbleAfterWords,
         .errors = {E::InvalidResponse},
         .rule = Rule::AfterContent},
        {.id = "filtered-answer",
         .title = QT_TRANSLATE_NOOP("sb::lab", "a filter ends the answer"),
         .play = filterAfterWords,
         .end = EndState::Filtered,
         .rule = Rule::RequestAtFault},
        {.id = "output-limit",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the answer ends at its limit"),
         .where = Where::Everybody,
         .play = endAtLimit,
         .harmless = true,
         .mayEndEarly = true},
        {.id = "broken-after-end",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the connection breaks behind the end of the answer"),
         .where = Where::Everybody,
         .play = breakAtEnd,
         .harmless = true},
        {.id = "babble-after-end",
         .title = QT_TRANSLATE_NOOP("sb::lab", "something follows on the end of the answer"),
         .where = Where::Everybody,
         .play = babble,
         .harmless = true},
        {.id = "byte-by-byte",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the answer comes in pieces of one byte"),
         .where = Where::Everybody,
         .play = sendByteByByte,
         .harmless = true},
        {.id = "trickle",
         .title = QT_TRANSLATE_NOOP("sb::lab", "each word comes just before the idle clock ends"),
         .where = Where::Everybody,
         .play = trickle,
         .harmless = true},
        {.id = "slow-first-content",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first word comes just before its clock ends"),
         .where = Where::Everybody,
         .play = thinkLong,
         .harmless = true},
        {.id = "usage-missing",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the answer does not say what it used"),
         .where = Where::Everybody,
         .play = leaveOutUsage,
         .harmless = true,
         .proof = Proof::CostEstimated},
        {.id = "billed-above-bound",
         .title = QT_TRANSLATE_NOOP("sb::lab", "more is billed than could have been used"),
         .where = Where::Everybody,
         .play = billTooMuch,
         .harmless = true,
         .proof = Proof::ExcessRecorded},
    };
}

/// Of several, of all, and of the world around.
QList<Fault> faultsOfTheWorld()
{
    using E = ErrorType;
    return {
        {.id = "outage",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first provider is down"),
         .where = Where::FirstProvider,
         .play = overload,
         .errors = {E::ProviderOverloaded}},
        {.id = "two-down",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first two providers are down"),
         .where = Where::TwoProviders,
         .play = overload,
         .errors = {E::ProviderOverloaded}},
        {.id = "network-down",
         .title = QT_TRANSLATE_NOOP("sb::lab", "only this machine can be reached"),
         .where = Where::Internet,
         .play = hideHost,
         .errors = {E::ProviderUnavailable}},
        {.id = "all-down",
         .title = QT_TRANSLATE_NOOP("sb::lab", "everybody is down"),
         .where = Where::Everybody,
         .play = overload,
         .errors = {E::ProviderOverloaded}},
        {.id = "flapping",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first provider fails every other time"),
         .where = Where::FirstProvider,
         .play = overload,
         .errors = {E::ProviderOverloaded},
         .everyOther = true,
         .requests = 6},
        {.id = "recovery",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first provider is down for five minutes"),
         .where = Where::FirstProvider,
         .play = overload,
         .errors = {E::ProviderOverloaded},
         .requests = 14,
         .requestsStruck = 10,
         .between = seconds{30},
         .proof = Proof::ComesBack},
        {.id = "slow-first",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first endpoint is slower than it ever was"),
         .play = takeLong,
         .harmless = true,
         .requests = Lessons + 1,
         .requestsSound = Lessons},
        {.id = "hedge-error",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first is slow, and the others are quick to send an error"),
         .where = Where::AllButFirst,
         .play = failInsideAtOnce,
         .errors = {E::ProviderOverloaded, E::Server, E::Unmapped},
         .playOthers = takeLong,
         .requests = Lessons + 1,
         .requestsSound = Lessons},
        {.id = "cold-load",
         .title = QT_TRANSLATE_NOOP("sb::lab", "a model is loaded first, which takes 40 seconds"),
         .where = Where::Local,
         .times = 1,
         .play = load,
         .errors = {E::Timeout}},
        {.id = "budget-half-way",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the budget runs out half way"),
         .times = 1,
         .play = reset,
         .errors = {E::ResetBeforeAnswer, E::OverBudget},
         .rule = Rule::PayingTwice,
         .mayEndEarly = true,
         .budget = Budget::OneAttempt},
        {.id = "budget-empty",
         .title = QT_TRANSLATE_NOOP("sb::lab", "nothing is left of the budget"),
         .where = Where::Nobody,
         .errors = {E::OverBudget},
         .mayEndEarly = true,
         .budget = Budget::Nothing,
         .proof = Proof::NothingSpent},
        {.id = "caller-leaves",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the caller leaves in the middle of the answer"),
         .where = Where::Nobody,
         .errors = {E::Cancelled},
         .end = EndState::Cancelled,
         .rule = Rule::CallerLeft,
         .cancelAfter = milliseconds{500}},
        {.id = "sleep",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the computer sleeps for an hour in the middle of the answer"),
         .where = Where::Nobody,
         .sleepAfter = milliseconds{500}},
        {.id = "clock-jump",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the calendar is set back by an hour in the middle of the answer"),
         .where = Where::Nobody,
         .jumpAfter = milliseconds{500}},
    };
}

} // namespace

QList<Fault> allFaults()
{
    return faultsOfConnections() + faultsOfProviders() + faultsOfAnswers() + faultsOfTheWorld();
}

QList<Fault> stepFaults()
{
    // What is about several providers at once is, at one step, the same as something that is in the list already.
    const auto isOfOneStep = [](const Fault &fault) {
        const bool isOfMany = fault.where == Where::TwoProviders || fault.where == Where::Internet
            || fault.where == Where::AllButFirst || (fault.where == Where::Everybody && !fault.harmless);
        return fault.play && !isOfMany && fault.requests == 1 && fault.budget == Budget::Ample;
    };
    QList<Fault> faults = allFaults();
    faults.removeIf([&](const Fault &fault) { return !isOfOneStep(fault); });
    return faults;
}

Fault faultOf(const QList<ChosenFault> &chosen)
{
    Fault made{.id = "chosen", .title = QT_TRANSLATE_NOOP("sb::lab", "chosen faults"), .where = Where::Nobody};
    const QList<Fault> known = stepFaults();
    for (const ChosenFault &each : chosen) {
        const auto fault = std::ranges::find(known, each.fault, &Fault::id);
        if (fault == known.end())
            continue;
        made.steps.append(
            {.step = each.step, .times = fault->times, .everyOther = fault->everyOther, .play = fault->play});
        made.errors += fault->errors;
        made.mayEndEarly |= fault->mayEndEarly;
    }
    return made;
}

} // namespace sb::lab
