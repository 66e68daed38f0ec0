#include "core/routing/health.h"

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

/// A book about one endpoint, with a clock that moves when told to.
struct Day
{
    HealthBook book;
    SteadyTime now{100h};

    void succeed(std::optional<milliseconds> firstContent = {})
    {
        book.started(u"e"_s, now);
        book.succeeded(u"e"_s, {.firstContent = firstContent}, now);
    }
    void fail(ErrorType type = ErrorType::ProviderOverloaded, int status = 0)
    {
        book.started(u"e"_s, now);
        book.failed(u"e"_s, u"p"_s, failureOf(type, status), now);
    }
    void failOften(int times)
    {
        for (int i = 0; i < times; ++i)
            fail();
    }
    Measured measured(qint64 promptTokens = 0) { return book.view(now, promptTokens).measured.value(u"e"_s); }
    milliseconds coolingDown() { return book.view(now).coolingDown.value(u"e"_s, 0ms); }
};

} // namespace

class TstHealth : public QObject
{
    Q_OBJECT
private slots:
    void whoIsAskedIsKnownAtOnce()
    {
        Day day;
        QVERIFY(!day.measured().asked);
        day.book.started(u"e"_s, day.now);
        QVERIFY(day.measured().asked);
        day.now += 25h; // and nobody asked again
        QVERIFY(!day.measured().asked);
    }

    void aRequestAtFaultHasAskedAllTheSame()
    {
        Day day;
        day.fail(ErrorType::InvalidRequest, 400);
        QVERIFY(day.measured().asked);
        QCOMPARE(day.measured().attempts, 0.0);
    }

    void fiveFailuresInARowOpenTheBreaker()
    {
        Day day;
        day.failOften(4);
        QCOMPARE(day.coolingDown(), 0ms);
        day.fail();
        QCOMPARE(day.coolingDown(), 5000ms);
        day.now += 2s;
        QCOMPARE(day.coolingDown(), 3000ms);
    }

    void aSuccessInBetweenStartsTheRowAnew()
    {
        Day day;
        day.failOften(4);
        day.succeed();
        day.failOften(4);
        QCOMPARE(day.coolingDown(), 0ms);
    }

    void moreThanHalfOfTwentyRequestsOpenTheBreaker()
    {
        Day day;
        for (int i = 0; i < 10; ++i) { // 20 requests, half of them failed: not more than half
            day.succeed();
            day.fail();
        }
        QCOMPARE(day.coolingDown(), 0ms);
        day.fail();
        QCOMPARE(day.coolingDown(), 5000ms);
    }

    void lessThanTwentyRequestsAreNoRatio()
    {
        Day day;
        for (int i = 0; i < 6; ++i) {
            day.failOften(2);
            day.succeed();
        }
        QCOMPARE(day.coolingDown(), 0ms); // 12 of 18
    }

    void whatIsOlderThanFiveMinutesIsForgotten()
    {
        Day day;
        for (int i = 0; i < 9; ++i) {
            day.fail();
            day.succeed();
        }
        day.now += 6min;
        day.failOften(3);
        QCOMPARE(day.coolingDown(), 0ms);
    }

    void theCoolDownDoublesToAMinuteWhileProbesFail()
    {
        Day day;
        day.failOften(5);
        for (const milliseconds expected : {5s, 10s, 20s, 40s, 60s, 60s}) {
            QCOMPARE(day.coolingDown(), expected);
            day.now += expected;
            QCOMPARE(day.coolingDown(), 0ms);
            day.fail();
        }
    }

    void oneProbeIsLetThrough()
    {
        Day day;
        day.failOften(5);
        day.now += 5s;
        QCOMPARE(day.coolingDown(), 0ms);
        day.book.started(u"e"_s, day.now);
        QVERIFY(day.coolingDown() > 0ms);
        day.book.succeeded(u"e"_s, {}, day.now);
        QCOMPARE(day.coolingDown(), 0ms);
        day.failOften(4); // closed: counted from the start
        QCOMPARE(day.coolingDown(), 0ms);
    }

    void aProbeThatNeverReportsBackDoesNotBlockForever()
    {
        Day day;
        day.failOften(5);
        day.now += 5s;
        day.book.started(u"e"_s, day.now);
        day.now += 60s;
        QCOMPARE(day.coolingDown(), 0ms);
    }

    void aProbeThatSaysNothingAboutTheEndpointLeavesTheNextOneToProbe()
    {
        Day day;
        day.failOften(5);
        day.now += 5s;
        day.fail(ErrorType::Cancelled);
        QCOMPARE(day.coolingDown(), 0ms);
    }

    void failuresOfRequestsThatWereUnderWayDoNotProlongTheCoolDown()
    {
        Day day;
        day.failOften(5);
        day.now += 1s;
        day.fail();
        QCOMPARE(day.coolingDown(), 4000ms);
    }

    void onlyFailuresOfTheEndpointCount_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("counts");
        const auto row = [](ErrorType type, bool counts) {
            QTest::newRow(toWireName(type).constData()) << int(type) << counts;
        };
        for (const ErrorType type : {ErrorType::ProviderOverloaded, ErrorType::ProviderUnavailable, ErrorType::Server,
                                     ErrorType::ResetBeforeAnswer, ErrorType::Cut, ErrorType::Stalled})
            row(type, true);
        for (const ErrorType type :
             {ErrorType::RateLimitExceeded, ErrorType::ContextLengthExceeded, ErrorType::ContentPolicyViolation,
              ErrorType::InvalidRequest, ErrorType::Cancelled})
            row(type, false);
    }
    void onlyFailuresOfTheEndpointCount()
    {
        QFETCH(int, type);
        QFETCH(bool, counts);
        Day day;
        for (int i = 0; i < 5; ++i)
            day.fail(ErrorType(type));
        QCOMPARE(day.coolingDown() > 0ms, counts);
    }

    void aWrongKeyIsMarkedUntilItIsChanged()
    {
        Day day;
        day.fail(ErrorType::Authentication, 401);
        day.now += 1000h;
        day.succeed(); // of a request that went out with the key before
        QVERIFY(day.book.view(day.now).rejectedKeys.contains(u"p"_s));
        day.book.keyChanged(u"p"_s);
        QVERIFY(day.book.view(day.now).rejectedKeys.isEmpty());
    }

    void missingCreditIsAskedForAgainAfterFiveMinutes()
    {
        Day day;
        day.fail(ErrorType::PaymentRequired, 402);
        QVERIFY(day.book.view(day.now).rejectedKeys.contains(u"p"_s));
        day.now += 5min;
        QVERIFY(day.book.view(day.now).rejectedKeys.isEmpty());
    }

    void aProviderIsNotRejectedWhileOneOfItsKeysOnlyWaits()
    {
        Day day;
        AttemptFailure failure = failureOf(ErrorType::Authentication, 401);
        failure.keysLeft = KeysLeft::Some;
        day.book.failed(u"e"_s, u"p"_s, failure, day.now);
        day.book.keyRefused(u"p"_s, KeysLeft::Some, day.now);
        QVERIFY(day.book.rejectedKeys(day.now).isEmpty());
        failure.keysLeft = KeysLeft::WithoutCredit; // of another key
        day.book.failed(u"e"_s, u"p"_s, failure, day.now);
        QVERIFY(day.book.rejectedKeys(day.now).contains(u"p"_s));
        QVERIFY(day.book.rejectedKeys(day.now + 5min).isEmpty());
    }

    void aMissingModelIsMarkedUntilTheCatalogIsRefreshed()
    {
        Day day;
        day.fail(ErrorType::NotFound, 404);
        QVERIFY(day.book.view(day.now).missingModels.contains(u"e"_s));
        day.book.catalogRefreshed();
        QVERIFY(day.book.view(day.now).missingModels.isEmpty());
    }

    void quantilesOfTheTimeToFirstTokenAreKeptByTheSizeOfThePrompt()
    {
        Day day;
        day.succeed();
        QVERIFY(!day.measured().firstToken);
        for (int i = 1; i <= 10; ++i)
            day.succeed(milliseconds(i * 100));
        QCOMPARE(day.measured().firstToken, (Quantiles{.p50 = 0.5, .p75 = 0.8, .p90 = 0.9, .p99 = 1.0, .samples = 10}));
        day.book.succeeded(u"e"_s, {.promptTokens = 50'000, .firstContent = 9s}, day.now);
        QCOMPARE(day.measured().firstToken->p99, 1.0);
        QCOMPARE(day.measured(50'000).firstToken->p50, 9.0);
        QCOMPARE(day.measured(1'000'000).firstToken->p50, 9.0); // the nearest size that was measured
    }

    void aThroughputIsJudgedByItsSlowEnd()
    {
        Day day;
        for (int i = 1; i <= 10; ++i)
            day.book.succeeded(u"e"_s, {.tokensPerSecond = double(i * 10)}, day.now);
        QCOMPARE(day.measured().throughput->p90, 20.0); // nine of ten were at least so fast
    }

    void whatWasMeasuredWithinFiveMinutesDecidesWhereThatIsEnough()
    {
        Day day;
        for (int i = 0; i < 30; ++i)
            day.succeed(8s);
        day.now += 1h;
        for (int i = 0; i < 9; ++i)
            day.succeed(1s);
        QCOMPARE(day.measured().firstToken->p50, 8.0);
        day.succeed(1s);
        QCOMPARE(day.measured().firstToken->p50, 1.0);
        day.now += 25h;
        QVERIFY(!day.measured().firstToken);
    }

    void failuresFadeAlsoWhereNobodyAsksAnyMore()
    {
        Day day;
        day.failOften(4);
        QCOMPARE(day.measured().failures, 4.0);
        day.now += 6h;
        QCOMPARE(day.measured().failures, 2.0);
        QCOMPARE(day.measured().attempts, 2.0);
    }

    void theLastAttemptsShowAnOutageThatTheDayDoesNot()
    {
        Day day;
        for (int i = 0; i < 1'000; ++i)
            day.succeed();
        for (int i = 0; i < 4; ++i) { // a third fails
            day.now += 1s;
            day.fail();
            day.succeed();
            day.succeed();
        }
        day.now += 1s;
        day.succeed();
        const Measured measured = day.measured();
        QVERIFY(measured.failures / measured.attempts < 0.01);
        QVERIFY(measured.lastFailures / measured.lastAttempts > 0.15);
        day.now += 1h;
        QVERIFY(day.measured().lastAttempts < 0.3);
    }

    void answersThatDidNotPassAreCounted()
    {
        Day day;
        day.book.checked(u"e"_s, true, day.now);
        day.book.checked(u"e"_s, false, day.now);
        QCOMPARE(day.measured().answers, 2.0);
        QCOMPARE(day.measured().spoiled, 1.0);
        QCOMPARE(day.coolingDown(), 0ms);
    }

    void anEndpointIsWarmForFiveMinutesAfterAnAnswer()
    {
        Day day;
        QVERIFY(!day.book.view(day.now).warm.contains(u"e"_s));
        day.succeed();
        day.now += 4min;
        QVERIFY(day.book.view(day.now).warm.contains(u"e"_s));
        day.now += 1min;
        QVERIFY(!day.book.view(day.now).warm.contains(u"e"_s));
    }
};

static const bool tstHealth = sb::testing::add<TstHealth>();

#include "tst_health.moc"
