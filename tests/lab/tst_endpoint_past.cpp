#include "core/lab/endpoint_past.h"

#include "tests/testing/testing.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::lab;

namespace {

usage::RecordedAttempt answered(qint64 prompt, qint64 output, qint64 firstContent, qint64 duration)
{
    return {.succeeded = true,
            .connect = 0,
            .firstContent = firstContent,
            .duration = duration,
            .tokens = {.freshInput = prompt, .visibleOutput = output}};
}

} // namespace

/// Spread, and what is learned of endpoints from a record.
class TstEndpointPast : public QObject
{
    Q_OBJECT

private slots:
    void aQuantileIsOffByOneInAHundredAtMost()
    {
        Spread spread;
        for (int i = 1; i <= 10'000; ++i)
            spread.add(i);
        for (const double p : {0.01, 0.5, 0.95, 0.99, 1.0}) {
            const double wanted = p * 10'000;
            QVERIFY(std::abs(spread.quantile(p).value_or(0) / wanted - 1) < 0.011);
        }
        QVERIFY(!Spread().quantile(0.5));
    }

    void weightsCountAsManyTimes()
    {
        Spread spread;
        spread.add(100, 3);
        spread.add(900, 1);
        QCOMPARE(spread.weight(), 4.0);
        QVERIFY(std::abs(spread.quantile(0.75).value_or(0) - 100) < 2);
        QVERIFY(std::abs(spread.quantile(0.76).value_or(0) - 900) < 10);
        spread.add(5, 0);
        QCOMPARE(spread.weight(), 4.0);
    }

    void whatIsMixedInHasTheWeightThatItIsGiven()
    {
        Spread fast;
        fast.add(10, 1'000);
        Spread slow;
        slow.add(5'000, 7);
        Spread both;
        both.mix(fast, 6);
        both.mix(slow, 4);
        both.mix(Spread(), 100);
        QCOMPARE(both.weight(), 10.0);
        QVERIFY(std::abs(both.quantile(0.6).value_or(0) - 10) < 0.2);
        QVERIFY(std::abs(both.quantile(0.61).value_or(0) - 5'000) < 60);
    }

    void promptsOfOtherSizesSpeakOnlyWhereThereAreTooFewOfThisOne()
    {
        EndpointPast past;
        for (int i = 0; i < LeastSamples; ++i)
            past.add(0, answered(100'000, 50, 4'000, 5'000)); // long prompts
        for (int i = 0; i + 1 < LeastSamples; ++i)
            past.add(0, answered(100, 50, 200, 900));
        const std::size_t small = routing::promptSize(100);
        const auto median = [&] { return past.firstContent(0, small)->quantile(0.75).value_or(0); };
        QVERIFY(median() > 3'900); // of all sizes: one is missing
        past.add(0, answered(100, 50, 200, 900));
        QVERIFY(std::abs(median() - 200) < 3);
        QVERIFY(!past.firstContent(1, small));
        QVERIFY(!past.duration(0, small, answerSize(5'000))); // nobody wrote so much
        QVERIFY(past.duration(0, small, answerSize(50)));
    }

    void whatTheUserGaveUpIsNoFailure()
    {
        EndpointPast past;
        for (int i = 0; i < LeastSamples; ++i)
            past.add(0, i % 4 == 0 ? usage::RecordedAttempt{} : answered(100, 50, 200, 900));
        QCOMPARE(past.failureShare(0), std::optional(0.25));
        past.add(0, {.givenUp = true});
        QCOMPARE(past.failureShare(0), std::optional(0.25));
        QCOMPARE(past.failureShare(1), std::nullopt);
    }

    void thePlanIsToldWhatWasMeasured()
    {
        const catalog::Catalog catalog;
        EndpointTable table(catalog);
        QCOMPARE(table.placeOf(u"east/fox"_s, u"lab/fox"_s), 0);
        QCOMPARE(table.placeOf(u"east/fox"_s, u"lab/fox"_s), 0);
        EndpointPast past;
        for (int i = 0; i < 30; ++i)
            past.add(0, answered(100, 600, 500, 3'500)); // 600 tokens in three seconds
        const auto views = past.views(table);
        const routing::Measured measured = views[routing::promptSize(100)].measured.value(u"east/fox"_s);
        QVERIFY(measured.firstToken && measured.throughput);
        QVERIFY(std::abs(measured.firstToken->p50 - 0.5) < 0.01);
        QVERIFY(std::abs(measured.throughput->p50 - 200) < 4);
        QCOMPARE(measured.attempts, 30.0);
        QVERIFY(!views[routing::promptSize(100'000)].measured.value(u"east/fox"_s).firstToken);
        QVERIFY(views[0].warm.contains(u"east/fox"_s));
    }
};

static const bool tstEndpointPast = sb::testing::add<TstEndpointPast>();

#include "tst_endpoint_past.moc"
