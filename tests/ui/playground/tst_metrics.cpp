#include "tests/testing/testing.h"
#include "ui/playground/metrics_strip.h"

#include <QTest>

using namespace sb;
using namespace sb::ui;

class TstMetrics final : public QObject
{
    Q_OBJECT
private slots:
    void theBestOfARowIsMarked();
    void aTieHasNoBest();
    void aSinglePaneHasNobodyToCompareWith();
    void whatFailedDoesNotCompete();
    void aFreeAnswerDoesNotCompeteOnCost();
};

namespace {

Metrics complete(double firstToken, double speed, std::optional<qint64> cost)
{
    return {.end = routing::EndState::Complete,
            .firstTokenSeconds = firstToken,
            .tokensPerSecond = speed,
            .costNano = cost};
}

} // namespace

void TstMetrics::theBestOfARowIsMarked()
{
    const auto best = bestOf({complete(0.6, 80, 500), complete(0.4, 60, 900)});
    QCOMPARE(best[0], (BestMarks{.firstToken = false, .speed = true, .cost = true}));
    QCOMPARE(best[1], (BestMarks{.firstToken = true, .speed = false, .cost = false}));
}

void TstMetrics::aTieHasNoBest()
{
    const auto best = bestOf({complete(0.5, 80, 500), complete(0.5, 80, 500)});
    QCOMPARE(best[0], BestMarks{});
    QCOMPARE(best[1], BestMarks{});
}

void TstMetrics::aSinglePaneHasNobodyToCompareWith()
{
    QCOMPARE(bestOf({complete(0.5, 80, 500)})[0], BestMarks{});
}

void TstMetrics::whatFailedDoesNotCompete()
{
    Metrics cut = complete(0.1, 200, 1);
    cut.end = routing::EndState::Cut;
    const auto best = bestOf({cut, complete(0.6, 80, 500), complete(0.7, 70, 600)});
    QCOMPARE(best[0], BestMarks{});
    QVERIFY(best[1].firstToken && best[1].speed && best[1].cost);
}

void TstMetrics::aFreeAnswerDoesNotCompeteOnCost()
{
    const auto best = bestOf({complete(0.6, 80, std::nullopt), complete(0.4, 60, 900), complete(0.5, 70, 500)});
    QVERIFY(!best[0].cost && !best[1].cost && best[2].cost);
}

static const bool registered = sb::testing::add<TstMetrics>();

#include "tst_metrics.moc"
