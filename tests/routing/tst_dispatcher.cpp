#include "core/routing/dispatcher.h"

#include "tests/routing/make.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace sb::routing::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using chat::ErrorType;

Candidate candidate(const QString &id, const QString &provider, const QString &model, qint64 window)
{
    return {.endpointId = id, .providerId = provider, .modelId = model, .contextTokens = window};
}

/// Four candidates, so that each rule has one that it skips: a2 shares a1's key and model, but not its window; b has
/// another key and model, but the same window; c differs in all.
Plan fourCandidates()
{
    Plan plan;
    plan.candidates = {candidate(u"a1"_s, u"a"_s, u"small"_s, 8'000), candidate(u"a2"_s, u"a"_s, u"small"_s, 16'000),
                       candidate(u"b"_s, u"b"_s, u"large"_s, 8'000), candidate(u"c"_s, u"c"_s, u"large"_s, 128'000)};
    return plan;
}

Chain oneStep(const Step &step = {})
{
    return {.name = u"test"_s, .steps = {step}};
}

QString spelled(const Plan &plan, const Move &move)
{
    QString text = QString::fromLatin1(toWireName(move.reason));
    if (move.kind == Move::Kind::Try)
        text += u' ' + plan.candidates.at(move.candidate).endpointId;
    if (move.maxTokens)
        text += u" max %1"_s.arg(*move.maxTokens);
    return text;
}

/// What happens when the first candidate fails like this again and again, until it is left for good.
QString storyOf(const AttemptFailure &failure, const Chain &chain)
{
    FixedRandom random(0);
    Dispatcher dispatcher(fourCandidates(), chain);
    Move move = dispatcher.start();
    QStringList story;
    while (move.kind == Move::Kind::Try && move.candidate == 0 && story.size() < 20) {
        move = dispatcher.afterFailure(failure, random);
        story.append(spelled(dispatcher.plan(), move));
    }
    return story.join(u", "_s);
}

AttemptFailure afterContent(ErrorType type)
{
    AttemptFailure failure = failureOf(type);
    failure.contentDelivered = true;
    return failure;
}

AttemptFailure rateLimit(milliseconds retryAfter)
{
    AttemptFailure failure = failureOf(ErrorType::RateLimitExceeded, 429);
    failure.error.retryAfter = retryAfter;
    return failure;
}

} // namespace

class TstDispatcher : public QObject
{
    Q_OBJECT
private slots:
    void theErrorTable_data();
    void theErrorTable();
    void aRateLimitIsWaitedForWithinThePatienceOfTheStep_data();
    void aRateLimitIsWaitedForWithinThePatienceOfTheStep();
    void aStepMovesOnOnlyAfterWhatItSays_data();
    void aStepMovesOnOnlyAfterWhatItSays();
    void afterContentTheChainDecides_data();
    void afterContentTheChainDecides();

    void thePlanIsWalkedFromItsFirstCandidate()
    {
        Dispatcher dispatcher(fourCandidates(), oneStep());
        QCOMPARE(dispatcher.start(), (Move{.kind = Move::Kind::Try, .reason = MoveReason::FirstTry, .candidate = 0}));
    }

    void aPlanWithoutCandidatesEndsAtOnce()
    {
        Dispatcher dispatcher(Plan{}, oneStep());
        QCOMPARE(dispatcher.start(), (Move{.kind = Move::Kind::End, .reason = MoveReason::StopNoCandidate}));
    }

    void theBackoffDoublesFromHalfASecondToFiveAndIsSpreadByAFifth()
    {
        const QList<milliseconds> shortest{400ms, 800ms, 1600ms, 3200ms, 4000ms, 4000ms, 4000ms};
        const QList<milliseconds> longest{600ms, 1200ms, 2400ms, 4800ms, 6000ms, 6000ms, 6000ms};
        for (const auto &[value, expected] :
             {std::pair(quint64(0), shortest), std::pair(std::numeric_limits<quint64>::max(), longest)}) {
            FixedRandom random(value);
            Dispatcher dispatcher(fourCandidates(), oneStep(Step{.retries = int(expected.size())}));
            (void)dispatcher.start();
            for (const milliseconds delay : expected) {
                const Move move = dispatcher.afterFailure(failureOf(ErrorType::ProviderOverloaded, 529), random);
                QVERIFY(std::chrono::abs(move.delay - delay) <= 1ms);
                QCOMPARE(move.candidate, 0);
            }
        }
    }

    void anOverloadedProviderIsNotCalledBeforeTheTimeThatItAsksFor()
    {
        FixedRandom random(0);
        AttemptFailure failure = failureOf(ErrorType::ProviderUnavailable, 503);
        failure.error.retryAfter = 3s;
        Dispatcher dispatcher(fourCandidates(), oneStep());
        (void)dispatcher.start();
        QCOMPARE(dispatcher.afterFailure(failure, random).delay, 3000ms);
        failure.error.retryAfter = 1h;
        QCOMPARE(dispatcher.afterFailure(failure, random).reason, MoveReason::NextOverloaded);
    }

    void retriesBeginAnewAtTheNextCandidate()
    {
        FixedRandom random(0);
        Dispatcher dispatcher(fourCandidates(), oneStep(Step{.retries = 1}));
        (void)dispatcher.start();
        QStringList story;
        for (int i = 0; i < 8; ++i)
            story.append(spelled(dispatcher.plan(),
                                 dispatcher.afterFailure(failureOf(ErrorType::ProviderOverloaded, 529), random)));
        QCOMPARE(story.join(u", "_s),
                 u"retry_transient a1, next_overloaded a2, retry_transient a2, next_overloaded b, retry_transient b, "
                 "next_overloaded c, retry_transient c, stop_exhausted"_s);
    }

    void aClampHoldsForRetriesHereAndNotElsewhere()
    {
        FixedRandom random(0);
        Dispatcher dispatcher(fourCandidates(), oneStep(Step{.retries = 1}));
        (void)dispatcher.start();
        AttemptFailure poor = failureOf(ErrorType::PaymentRequired, 402);
        poor.error.affordableTokens = 300;
        QCOMPARE(dispatcher.afterFailure(poor, random).maxTokens, std::optional<qint64>(300));
        const auto overloaded = failureOf(ErrorType::ProviderOverloaded, 529);
        QCOMPARE(dispatcher.afterFailure(overloaded, random).maxTokens, std::optional<qint64>(300));
        const Move next = dispatcher.afterFailure(overloaded, random);
        QCOMPARE(next.candidate, 1);
        QVERIFY(!next.maxTokens);
        QVERIFY(!dispatcher.afterFailure(overloaded, random).maxTokens);
    }

    void aClampThatWouldNotLowerTheLimitIsNoHelp()
    {
        FixedRandom random(0);
        Plan plan = fourCandidates();
        plan.candidates[0].maxTokens = 300;
        Dispatcher dispatcher(plan, oneStep());
        (void)dispatcher.start();
        AttemptFailure poor = failureOf(ErrorType::PaymentRequired, 402);
        poor.error.affordableTokens = 300;
        QCOMPARE(spelled(plan, dispatcher.afterFailure(poor, random)), u"next_key b"_s);
    }

    void whatMayHaveRunToolsIsNotSentAgain_data()
    {
        QTest::addColumn<AttemptFailure>("failure");
        QTest::addColumn<QString>("withoutLeave");
        QTest::addColumn<QString>("withLeave");
        const auto row = [](const char *name, AttemptFailure failure, const QString &without, const QString &with) {
            failure.toolsInFlight = true;
            QTest::newRow(name) << failure << without << with;
        };
        const QString stops = u"stop_in_flight"_s;
        row("reset", failureOf(ErrorType::ResetBeforeAnswer), stops, u"retry_transient a1"_s);
        AttemptFailure silence = failureOf(ErrorType::Timeout);
        silence.silent = true;
        row("silence", silence, stops, u"next_silent a2"_s);
        row("an error of the provider's own", failureOf(ErrorType::Server, 500), stops, u"retry_transient a1"_s);
        row("cut after content", afterContent(ErrorType::Cut), stops, u"resume a2"_s);
        row("a rate limit in the middle of an answer", failureOf(ErrorType::RateLimitExceeded, 200), stops,
            u"retry_transient a1"_s);
        row("an answer that did not pass a check", AttemptFailure{.invalidOutput = true}, u"next_invalid_output a2"_s,
            u"next_invalid_output a2"_s);
        row("cancelled", failureOf(ErrorType::Cancelled), u"stop_cancelled"_s, u"stop_cancelled"_s);
    }
    void whatMayHaveRunToolsIsNotSentAgain()
    {
        QFETCH(AttemptFailure, failure);
        for (const bool leave : {false, true}) {
            FixedRandom random(0);
            Chain chain = oneStep();
            chain.allowRepeatingTools = leave;
            chain.afterFirstContent = AfterFirstContent::Splice;
            Dispatcher dispatcher(fourCandidates(), chain);
            (void)dispatcher.start();
            QTEST(spelled(dispatcher.plan(), dispatcher.afterFailure(failure, random)),
                  leave ? "withLeave" : "withoutLeave");
        }
    }

    void onlyARefusalThatSaysSoRanNothing_data()
    {
        QTest::addColumn<ErrorType>("type");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("mayHaveRun");
        QTest::newRow("400") << ErrorType::InvalidRequest << 400 << false;
        QTest::newRow("401") << ErrorType::Authentication << 401 << false;
        QTest::newRow("429") << ErrorType::RateLimitExceeded << 429 << false;
        QTest::newRow("503") << ErrorType::ProviderUnavailable << 503 << false;
        QTest::newRow("529") << ErrorType::ProviderOverloaded << 529 << false;
        QTest::newRow("overloaded, inside a 200") << ErrorType::ProviderOverloaded << 200 << false;
        QTest::newRow("408") << ErrorType::Timeout << 408 << true;
        QTest::newRow("500") << ErrorType::Server << 500 << true;
        QTest::newRow("502") << ErrorType::ProviderUnavailable << 502 << true;
        QTest::newRow("504") << ErrorType::Timeout << 504 << true;
        QTest::newRow("an error inside a 200") << ErrorType::Server << 200 << true;
    }
    void onlyARefusalThatSaysSoRanNothing()
    {
        QFETCH(ErrorType, type);
        QFETCH(int, status);
        QTEST(mayHaveRun({.type = type, .httpStatus = status}), "mayHaveRun");
    }

    void whatAFailureRuledOutStaysSo()
    {
        FixedRandom random(0);
        Plan plan = fourCandidates();
        plan.candidates.append(candidate(u"a3"_s, u"a"_s, u"huge"_s, 1'000'000)); // a's key again
        plan.candidates.append(candidate(u"d"_s, u"d"_s, u"tiny"_s, 4'000)); // a smaller window again
        plan.candidates.append(candidate(u"e"_s, u"e"_s, u"huge"_s, 1'000'000));
        Dispatcher dispatcher(plan, oneStep());
        (void)dispatcher.start();
        QCOMPARE(spelled(plan, dispatcher.afterFailure(failureOf(ErrorType::Authentication, 401), random)),
                 u"next_key b"_s);
        QCOMPARE(spelled(plan, dispatcher.afterFailure(failureOf(ErrorType::ContextLengthExceeded, 400), random)),
                 u"next_context e"_s); // not c: it is the model that was too small
    }

    void aWindowThatIsNotKnownMayBeLargeEnough()
    {
        FixedRandom random(0);
        Plan plan = fourCandidates();
        plan.candidates[2].contextTokens.reset();
        Dispatcher dispatcher(plan, oneStep());
        (void)dispatcher.start();
        QCOMPARE(spelled(plan, dispatcher.afterFailure(failureOf(ErrorType::ContextLengthExceeded, 400), random)),
                 u"next_context b"_s);
    }

    void aSilentEndpointIsNotTriedAgainInALaterStep()
    {
        FixedRandom random(0);
        Plan plan = fourCandidates();
        plan.candidates[1].endpointId = u"a1"_s;
        plan.candidates[1].step = 1;
        Chain chain = oneStep();
        chain.steps.append(Step{});
        Dispatcher dispatcher(plan, chain);
        (void)dispatcher.start();
        AttemptFailure silence = failureOf(ErrorType::Timeout);
        silence.silent = true;
        QCOMPARE(spelled(plan, dispatcher.afterFailure(silence, random)), u"next_silent b"_s);
    }

    void eachStepHasItsOwnRetriesAndPatience()
    {
        FixedRandom random(0);
        Plan plan = fourCandidates();
        plan.candidates[1].step = 1;
        Chain chain = oneStep(Step{.retries = 0, .patience = 0ms});
        chain.steps.append(Step{.retries = 1, .patience = 10s});
        Dispatcher dispatcher(plan, chain);
        (void)dispatcher.start();
        QCOMPARE(spelled(plan, dispatcher.afterFailure(failureOf(ErrorType::Server, 500), random)),
                 u"next_overloaded a2"_s);
        QCOMPARE(dispatcher.afterFailure(rateLimit(9s), random).delay, 9000ms);
        QCOMPARE(spelled(plan, dispatcher.afterFailure(failureOf(ErrorType::Server, 500), random)),
                 u"retry_transient a2"_s);
    }

    void aRefusedReservationMovesToTheNextCandidate()
    {
        Dispatcher dispatcher(fourCandidates(), oneStep());
        (void)dispatcher.start();
        QStringList story;
        for (int i = 0; i < 4; ++i)
            story.append(spelled(dispatcher.plan(), dispatcher.afterRefusedReservation()));
        QCOMPARE(story.join(u", "_s), u"next_budget a2, next_budget b, next_budget c, stop_exhausted"_s);
    }

    void aFailureBeforeContentOfAResumedAnswerIsAnOrdinaryOne()
    {
        FixedRandom random(0);
        Dispatcher dispatcher(fourCandidates(), oneStep(Step{.retries = 1}));
        (void)dispatcher.start();
        QCOMPARE(spelled(dispatcher.plan(), dispatcher.afterFailure(afterContent(ErrorType::Cut), random)),
                 u"resume a2"_s);
        const auto overloaded = failureOf(ErrorType::ProviderOverloaded, 529);
        QCOMPARE(spelled(dispatcher.plan(), dispatcher.afterFailure(overloaded, random)), u"retry_transient a2"_s);
        QCOMPARE(spelled(dispatcher.plan(), dispatcher.afterFailure(overloaded, random)), u"next_overloaded b"_s);
    }

    void withoutAnotherCandidateABrokenAnswerEnds()
    {
        FixedRandom random(0);
        Plan plan = fourCandidates();
        plan.candidates.resize(1);
        Dispatcher dispatcher(plan, oneStep());
        (void)dispatcher.start();
        QCOMPARE(dispatcher.afterFailure(afterContent(ErrorType::Stalled), random).reason,
                 MoveReason::StopAfterContent);
    }
};

void TstDispatcher::theErrorTable_data()
{
    QTest::addColumn<AttemptFailure>("failure");
    QTest::addColumn<bool>("payingTwice");
    QTest::addColumn<QString>("story");
    const auto row = [](const char *name, const AttemptFailure &failure, const QString &story,
                        bool payingTwice = true) { QTest::newRow(name) << failure << payingTwice << story; };

    const QString retried = u"retry_transient a1, retry_transient a1, next_overloaded a2"_s;
    row("connect refused", failureOf(ErrorType::ProviderUnavailable), retried);
    for (const int status : {408, 498, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529}) {
        for (const ErrorType type : {ErrorType::Unmapped, ErrorType::Server})
            row(qPrintable(u"%1 %2"_s.arg(status).arg(QLatin1StringView(toWireName(type)))), failureOf(type, status),
                retried);
    }
    row("529 overloaded", failureOf(ErrorType::ProviderOverloaded, 529), retried);
    row("504 of the provider", failureOf(ErrorType::Timeout, 504), retried);
    row("200 with HTML", failureOf(ErrorType::InvalidResponse, 200), retried);
    row("400 because the model's own tool call was bad", failureOf(ErrorType::ToolUseFailed, 400), retried);

    row("reset before any byte", failureOf(ErrorType::ResetBeforeAnswer),
        u"retry_transient a1, retry_transient a1, next_reset a2"_s);
    row("cut before content", failureOf(ErrorType::Cut, 200),
        u"retry_transient a1, retry_transient a1, next_reset a2"_s);
    row("reset, never paying twice", failureOf(ErrorType::ResetBeforeAnswer), u"stop_paying_twice"_s, false);
    row("overloaded, never paying twice", failureOf(ErrorType::ProviderOverloaded, 529), retried, false);

    row("429 with Retry-After within patience", rateLimit(4s), u"retry_after_header a1, next_rate_limited a2"_s);
    row("429 with Retry-After beyond patience", rateLimit(6s), u"next_rate_limited a2"_s);
    row("429 without Retry-After", failureOf(ErrorType::RateLimitExceeded, 429),
        u"retry_transient a1, retry_transient a1, next_rate_limited a2"_s);
    row("429 of a type that we do not know", failureOf(ErrorType::Unmapped, 429),
        u"retry_transient a1, retry_transient a1, next_rate_limited a2"_s);
    row("429 for lack of credit", failureOf(ErrorType::PaymentRequired, 429), u"next_key b"_s);

    AttemptFailure silence = failureOf(ErrorType::Timeout);
    silence.silent = true;
    row("silence", silence, u"next_silent a2"_s);

    row("401", failureOf(ErrorType::Authentication, 401), u"next_key b"_s);
    row("402", failureOf(ErrorType::PaymentRequired, 402), u"next_key b"_s);
    row("403", failureOf(ErrorType::PermissionDenied, 403), u"next_key b"_s);
    row("403 of a type that says nothing", failureOf(ErrorType::InvalidRequest, 403), u"next_key b"_s);
    AttemptFailure poor = failureOf(ErrorType::PaymentRequired, 402);
    poor.error.affordableTokens = 300;
    row("402 can only afford 300", poor, u"retry_clamped a1 max 300, next_key b"_s);
    poor.error.affordableTokens = 0;
    row("402 can afford nothing", poor, u"next_key b"_s);

    row("404", failureOf(ErrorType::NotFound, 404), u"next_not_found a2"_s);
    row("410", failureOf(ErrorType::Unmapped, 410), u"next_not_found a2"_s);
    row("400 unknown model", failureOf(ErrorType::NotFound, 400), u"next_not_found a2"_s);
    row("413", failureOf(ErrorType::PayloadTooLarge, 413), u"next_too_large a2"_s);
    row("413 of a type that says nothing", failureOf(ErrorType::InvalidRequest, 413), u"next_too_large a2"_s);
    row("400 context length", failureOf(ErrorType::ContextLengthExceeded, 400), u"next_context c"_s);
    row("400 unsupported parameter", failureOf(ErrorType::UnsupportedParameter, 400), u"next_parameter a2"_s);
    row("422 unsupported parameter", failureOf(ErrorType::UnsupportedParameter, 422), u"next_parameter a2"_s);
    row("a linked file that cannot be fetched",
        AttemptFailure{.error = {.type = ErrorType::ImageDownloadFailed}, .notFetched = true},
        u"next_not_fetched a2"_s);
    for (const int status : {200, 400, 403, 451, 500})
        row(qPrintable(u"%1 content policy"_s.arg(status)), failureOf(ErrorType::ContentPolicyViolation, status),
            u"stop_content_policy"_s);
    for (const int status : {400, 405, 409, 415, 422, 451})
        row(qPrintable(u"%1 otherwise"_s.arg(status)), failureOf(ErrorType::InvalidRequest, status),
            u"stop_request_at_fault"_s);
    row("an image that is none", failureOf(ErrorType::InvalidImage, 400), u"stop_request_at_fault"_s);

    AttemptFailure inside = failureOf(ErrorType::Unmapped, 200);
    inside.error.payloadStatus = 529;
    row("529 inside a 200", inside, retried);
    inside.error.payloadStatus = 404;
    row("404 inside a 200", inside, u"next_not_found a2"_s);
    inside.error.payloadStatus = 400;
    row("400 inside a 200", inside, u"stop_request_at_fault"_s);

    row("cancelled", failureOf(ErrorType::Cancelled), u"stop_cancelled"_s);
}

void TstDispatcher::theErrorTable()
{
    QFETCH(AttemptFailure, failure);
    QFETCH(bool, payingTwice);
    QFETCH(QString, story);
    Chain chain = oneStep();
    chain.allowPayingTwice = payingTwice;
    QCOMPARE(storyOf(failure, chain), story);
}

void TstDispatcher::aRateLimitIsWaitedForWithinThePatienceOfTheStep_data()
{
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<int>("patience");
    QTest::addColumn<int>("waits"); // -1: moves on
    QTest::newRow("as long as the patience") << 5'000 << 5'000 << 5'000;
    QTest::newRow("a millisecond longer") << 5'001 << 5'000 << -1;
    QTest::newRow("a date that has passed") << -3'000 << 5'000 << 0;
    QTest::newRow("no patience") << 1 << 0 << -1;
    QTest::newRow("a minute at most") << 60'000 << 60'000 << 60'000;
    QTest::newRow("more than a minute, whatever the file says") << 60'001 << 600'000 << -1;
}

void TstDispatcher::aRateLimitIsWaitedForWithinThePatienceOfTheStep()
{
    QFETCH(int, retryAfter);
    QFETCH(int, patience);
    QFETCH(int, waits);
    FixedRandom random(0);
    Dispatcher dispatcher(fourCandidates(), oneStep(Step{.patience = milliseconds(patience)}));
    (void)dispatcher.start();
    const Move move = dispatcher.afterFailure(rateLimit(milliseconds(retryAfter)), random);
    QCOMPARE(move.reason, waits < 0 ? MoveReason::NextRateLimited : MoveReason::RetryAfterHeader);
    QCOMPARE(move.delay.count(), qint64(std::max(waits, 0)));
}

void TstDispatcher::aStepMovesOnOnlyAfterWhatItSays_data()
{
    QTest::addColumn<AttemptFailure>("failure");
    QTest::addColumn<Step>("step");
    QTest::addColumn<QString>("story");
    const auto row = [](const char *name, const AttemptFailure &failure, bool MoveOn::*flag, bool value,
                        const QString &story) {
        Step step{.retries = 0};
        step.moveOn.*flag = value;
        QTest::newRow(name) << failure << step << story;
    };
    const QString stop = u"stop_chain_says"_s;
    AttemptFailure silence = failureOf(ErrorType::Timeout);
    silence.silent = true;
    row("overloaded", failureOf(ErrorType::ProviderOverloaded, 529), &MoveOn::overloaded, false, stop);
    row("reset", failureOf(ErrorType::ResetBeforeAnswer), &MoveOn::overloaded, false, stop);
    row("rate limit", failureOf(ErrorType::RateLimitExceeded, 429), &MoveOn::rateLimit, false, stop);
    row("silence", silence, &MoveOn::silence, false, stop);
    row("context full", failureOf(ErrorType::ContextLengthExceeded, 400), &MoveOn::contextFull, false, stop);
    row("too large", failureOf(ErrorType::PayloadTooLarge, 413), &MoveOn::contextFull, false, stop);
    row("bad key", failureOf(ErrorType::Authentication, 401), &MoveOn::badKey, false, stop);
    row("not found", failureOf(ErrorType::NotFound, 404), &MoveOn::notFound, false, stop);
    row("parameter", failureOf(ErrorType::UnsupportedParameter, 400), &MoveOn::unsupportedParameter, false, stop);
    row("content policy", failureOf(ErrorType::ContentPolicyViolation, 400), &MoveOn::contentPolicy, true,
        u"next_content_policy a2"_s);
    row("another kind of failure", failureOf(ErrorType::NotFound, 404), &MoveOn::overloaded, false,
        u"next_not_found a2"_s);
}

void TstDispatcher::aStepMovesOnOnlyAfterWhatItSays()
{
    QFETCH(AttemptFailure, failure);
    QFETCH(Step, step);
    QFETCH(QString, story);
    QCOMPARE(storyOf(failure, oneStep(step)), story);
}

void TstDispatcher::afterContentTheChainDecides_data()
{
    QTest::addColumn<AttemptFailure>("failure");
    QTest::addColumn<int>("chainSays");
    QTest::addColumn<QString>("story");
    const auto row = [](const char *name, ErrorType type, AfterFirstContent says, const QString &story) {
        QTest::newRow(name) << afterContent(type) << int(says) << story;
    };
    row("cut, continue", ErrorType::Cut, AfterFirstContent::Continue, u"resume a2"_s);
    row("cut, splice", ErrorType::Cut, AfterFirstContent::Splice, u"resume a2"_s);
    row("cut, hold", ErrorType::Cut, AfterFirstContent::Hold, u"resume a2"_s);
    row("cut, error", ErrorType::Cut, AfterFirstContent::Error, u"stop_after_content"_s);
    row("stalled, continue", ErrorType::Stalled, AfterFirstContent::Continue, u"resume a2"_s);
    row("an error event, continue", ErrorType::ProviderOverloaded, AfterFirstContent::Continue, u"resume a2"_s);
    row("content policy, continue", ErrorType::ContentPolicyViolation, AfterFirstContent::Continue,
        u"stop_content_policy"_s);
    row("cancelled, continue", ErrorType::Cancelled, AfterFirstContent::Continue, u"stop_cancelled"_s);
}

void TstDispatcher::afterContentTheChainDecides()
{
    QFETCH(AttemptFailure, failure);
    QFETCH(int, chainSays);
    QFETCH(QString, story);
    Chain chain = oneStep();
    chain.afterFirstContent = AfterFirstContent(chainSays);
    QCOMPARE(storyOf(failure, chain), story);
}

static const bool tstDispatcher = sb::testing::add<TstDispatcher>();

#include "tst_dispatcher.moc"
