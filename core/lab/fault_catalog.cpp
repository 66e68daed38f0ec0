#include "core/lab/fault.h"

#include "core/lab/speech.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace sb::lab {

using chat::ErrorType;
using routing::EndState;
using Stop = Performance::Stop;
using std::chrono::seconds;

namespace {

constexpr qsizetype FirstWords = 6; ///< that arrive before an answer breaks off
constexpr milliseconds SignsEvery{5'000};

void complain(Performance &play, const Scene &scene, const Complaint &complaint)
{
    const catalog::DialectId dialect = scene.runner.provider.dialect;
    play.answer = complaintHead(dialect, complaint);
    play.body = {{.bytes = complaintBody(dialect, complaint)}};
}

void complainInside(Performance &play, const Scene &scene, const Complaint &complaint)
{
    play.body.append({.bytes = complaintEvent(scene.runner.provider.dialect, complaint)});
}

void breakOff(Performance &play)
{
    play.body.resize(std::min(play.body.size(), FirstWords));
}

/// Most of the time that a clock gives.
milliseconds most(milliseconds clock)
{
    return clock * 9 / 10;
}

const Complaint Overloaded{.status = 503, .word = "overloaded", .sentence = "The service is overloaded."};
const Complaint Broken{.status = 500, .word = "server_error", .sentence = "Something went wrong on our side."};
const Complaint Limited{.status = 429, .word = "rate_limit_exceeded", .sentence = "Too many requests."};

Complaint limitedFor(const QByteArray &retryAfter)
{
    Complaint complaint = Limited;
    complaint.headers = {{"retry-after", retryAfter}};
    return complaint;
}

/// Of a row of the table: what a provider says instead of an answer.
template <int Status>
void say(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = Status, .word = "error", .sentence = "The request cannot be served."});
}

void refuse(Performance &play, const Scene &)
{
    play = {.connect = milliseconds{5}, .error = QNetworkReply::ConnectionRefusedError};
}

void hideHost(Performance &play, const Scene &)
{
    play = {.connect = milliseconds{50}, .error = QNetworkReply::HostNotFoundError};
}

void failTls(Performance &play, const Scene &)
{
    play = {.connect = milliseconds{80}, .error = QNetworkReply::SslHandshakeFailedError};
}

void hangConnecting(Performance &play, const Scene &)
{
    play = {.stop = Stop::Connecting};
}

void hangUploading(Performance &play, const Scene &)
{
    play = {.stop = Stop::Uploading};
}

void reset(Performance &play, const Scene &)
{
    play = {.error = QNetworkReply::RemoteHostClosedError};
}

void keepSilent(Performance &play, const Scene &)
{
    play = {.stop = Stop::BeforeHead};
}

void sendHeadOnly(Performance &play, const Scene &)
{
    play.stop = Stop::InBody;
    play.body.clear();
}

void keepAlive(Performance &play, const Scene &scene)
{
    sendHeadOnly(play, scene);
    play.again = Piece{.after = SignsEvery, .bytes = signOfLife(scene.runner.provider.dialect)};
}

void stall(Performance &play, const Scene &)
{
    play.stop = Stop::InBody;
    breakOff(play);
}

void stallAlive(Performance &play, const Scene &scene)
{
    stall(play, scene);
    play.again = Piece{.after = SignsEvery, .bytes = signOfLife(scene.runner.provider.dialect)};
}

void cut(Performance &play, const Scene &)
{
    breakOff(play);
    play.error = QNetworkReply::RemoteHostClosedError;
}

/// As an HTTP/1.0 server ends every answer: nothing tells this from a whole one but its words.
void closePolitely(Performance &play, const Scene &)
{
    breakOff(play);
    play.answer.headers.removeIf([](const net::Header &header) { return header.first == "transfer-encoding"; });
}

void cutBeforeContent(Performance &play, const Scene &)
{
    play.body.clear();
    play.error = QNetworkReply::RemoteHostClosedError;
}

void failSlowly(Performance &play, const Scene &scene)
{
    complain(play, scene, Overloaded);
    play.head = most(scene.step.clocks.firstByte);
}

void overload(Performance &play, const Scene &scene)
{
    complain(play, scene, Overloaded);
}

void limitShortly(Performance &play, const Scene &scene)
{
    complain(play, scene, limitedFor("2"));
}

/// As HTTP writes it, always in English.
QByteArray httpDate(WallTime time)
{
    const QDateTime date = QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), Qt::UTC);
    return QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT";
}

void limitUntil(Performance &play, const Scene &scene)
{
    Complaint complaint = limitedFor(httpDate(scene.now + seconds{3}));
    complaint.headers.append({"date", httpDate(scene.now)});
    complain(play, scene, complaint);
}

void limitForAnHour(Performance &play, const Scene &scene)
{
    complain(play, scene, limitedFor("3600"));
}

void limit(Performance &play, const Scene &scene)
{
    complain(play, scene, Limited);
}

void limitInside(Performance &play, const Scene &scene)
{
    play.body.clear();
    complainInside(play, scene, Limited);
}

void refuseKey(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 401, .word = "invalid_api_key", .sentence = "This key is not known."});
}

void wantMoney(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 402, .word = "insufficient_quota", .sentence = "The account has no credit."});
}

void affordLess(Performance &play, const Scene &scene)
{
    complain(play, scene,
             {.status = 402, .word = "402", .sentence = "With this balance you can only afford 16 tokens."});
}

void forbid(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 403, .word = "forbidden", .sentence = "Not offered in your country."});
}

void loseModel(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 404, .word = "model_not_found", .sentence = "There is no such model."});
}

void overflow(Performance &play, const Scene &scene)
{
    complain(play, scene,
             {.status = 400,
              .word = "context_length_exceeded",
              .sentence = "The prompt does not fit into the context window of this model."});
}

void findTooLarge(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 413, .word = "request_too_large", .sentence = "The request is too large."});
}

void missParameter(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 400, .word = "unsupported_parameter", .sentence = "Unsupported parameter: seed."});
}

void flag(Performance &play, const Scene &scene)
{
    complain(play, scene,
             {.status = 400, .word = "content_policy_violation", .sentence = "This is against our content policy."});
}

void findFault(Performance &play, const Scene &scene)
{
    complain(play, scene, {.status = 400, .word = "invalid_request_error", .sentence = "This makes no sense."});
}

void failInside(Performance &play, const Scene &scene)
{
    play.body.clear();
    complainInside(play, scene, Overloaded);
}

void failAfterWords(Performance &play, const Scene &scene)
{
    breakOff(play);
    complainInside(play, scene, Overloaded);
}

void failInsideAtOnce(Performance &play, const Scene &scene)
{
    failInside(play, scene);
    play.head = milliseconds{50};
}

void takeLong(Performance &play, const Scene &)
{
    play.body.front().after = seconds{20};
}

void sayNothing(Performance &play, const Scene &)
{
    play.body.clear();
}

void showPage(Performance &play, const Scene &)
{
    play.answer.headers = {{"content-type", "text/html"}, {"transfer-encoding", "chunked"}};
    play.body = {{.bytes = "<!doctype html><html><head><title>Sign in to the network</title></head></html>"}};
}

void garble(Performance &play, const Scene &scene)
{
    play.body = {{.bytes = garbledEvent(scene.runner.provider.dialect)}};
}

void garbleAfterWords(Performance &play, const Scene &scene)
{
    breakOff(play);
    play.body.append({.bytes = garbledEvent(scene.runner.provider.dialect)});
}

void redirect(Performance &play, const Scene &)
{
    play.answer = {.status = 307, .headers = {{"location", "https://elsewhere.invalid/"}, {"content-length", "0"}}};
    play.body.clear();
}

void filterAtOnce(Performance &play, const Scene &scene)
{
    play = spoken(scene, {.finish = chat::FinishReason::ContentFilter, .words = 0});
}

void filterAfterWords(Performance &play, const Scene &scene)
{
    play = spoken(scene, {.finish = chat::FinishReason::ContentFilter, .words = FirstWords});
}

void endAtLimit(Performance &play, const Scene &scene)
{
    play = spoken(scene, {.finish = chat::FinishReason::Length, .words = FirstWords});
}

void leaveOutUsage(Performance &play, const Scene &scene)
{
    play = spoken(scene, {.usage = false});
}

void billTooMuch(Performance &play, const Scene &scene)
{
    play = spoken(scene, {.completionTokens = 10'000'000});
}

void sendByteByByte(Performance &play, const Scene &)
{
    QList<Piece> bytes;
    for (const Piece &piece : std::as_const(play.body)) {
        for (const char byte : piece.bytes)
            bytes.append({.bytes = QByteArray(1, byte)});
    }
    play.body = bytes;
}

void trickle(Performance &play, const Scene &scene)
{
    for (qsizetype i = 1; i < play.body.size(); ++i)
        play.body[i].after = most(scene.step.clocks.idle);
}

void thinkLong(Performance &play, const Scene &scene)
{
    const routing::StepClocks &clocks = scene.step.clocks;
    // The clock runs from the end of the upload.
    play.body.front().after = most(scene.reasons ? clocks.firstContentReasoning : clocks.firstContent) - play.head;
}

void load(Performance &play, const Scene &)
{
    play.head = seconds{40};
}

void breakAtEnd(Performance &play, const Scene &)
{
    play.error = QNetworkReply::RemoteHostClosedError;
}

void babble(Performance &play, const Scene &scene)
{
    play.body.append({.bytes = garbledEvent(scene.runner.provider.dialect)});
}

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
         .errors = {E::InvalidResponse, E::Cut}},
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
        {.id = "hedge-error",
         .title = QT_TRANSLATE_NOOP("sb::lab", "the first is slow, and the others are quick to send an error"),
         .where = Where::AllButFirst,
         .play = failInsideAtOnce,
         .errors = {E::ProviderOverloaded, E::Server, E::Unmapped},
         .playOthers = takeLong},
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

} // namespace sb::lab
