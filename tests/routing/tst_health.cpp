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
    milliseconds coolingDown() { return book.view(now).coolingDown.value(u"e"_s, 0ms); }
};

} // namespace

class TstHealth : public QObject
{
    Q_OBJECT
private slots:
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

    void theTypicalTimeToFirstTokenFollowsSlowly()
    {
        Day day;
        day.succeed();
        QVERIFY(!day.book.view(day.now).expectedFirstToken.contains(u"e"_s));
        day.succeed(1s);
        QCOMPARE(day.book.view(day.now).expectedFirstToken.value(u"e"_s), 1000ms);
        day.succeed(2s);
        QCOMPARE(day.book.view(day.now).expectedFirstToken.value(u"e"_s), 1200ms);
    }
};

static const bool tstHealth = sb::testing::add<TstHealth>();

#include "tst_health.moc"
