#include "tests/testing/testing.h"
#include "ui/common/format.h"
#include "ui/playground/metrics_strip.h"
#include "ui/playground/route_strip.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
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
    void theDescriptionHasStateAndUnits();
    void theStripIsAButton();
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
    QCOMPARE(bestOf({complete(0.5, 80, 500)}).constFirst(), BestMarks{});
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

void TstMetrics::theDescriptionHasStateAndUnits()
{
    MetricsStrip strip;
    Metrics cut = complete(0.6, 80, 500);
    cut.end = routing::EndState::Cut;
    strip.set(cut, {.speed = true});
    const QString said = strip.accessibleDescription();
    QVERIFY2(said.contains(endStateText(routing::EndState::Cut)), qPrintable(said));
    QVERIFY2(said.contains(u"tok/s, best"_s), qPrintable(said));
    Metrics streaming;
    streaming.streaming = true;
    strip.set(streaming, {});
    QVERIFY2(strip.accessibleDescription().contains(u"streaming"_s), qPrintable(strip.accessibleDescription()));
}

void TstMetrics::theStripIsAButton()
{
    MetricsStrip metrics;
    RouteStrip route;
    for (QAbstractButton *strip : std::initializer_list<QAbstractButton *>{&metrics, &route}) {
        QSignalSpy clicked(strip, &QAbstractButton::clicked);
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(strip);
        QCOMPARE(accessible->role(), QAccessible::Button);
        accessible->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTest::keyClick(strip, Qt::Key_Return);
        QTRY_COMPARE(clicked.count(), 2);
    }
}

static const bool tstMetrics = sb::testing::add<TstMetrics>();

#include "tst_metrics.moc"
