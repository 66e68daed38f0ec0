#include "tests/testing/testing.h"
#include "ui/common/tokens.h"
#include "ui/requests/waterfall_layout.h"
#include "ui/requests/waterfall_view.h"

#include <QTest>

using namespace sb;
using namespace sb::ui;
using namespace std::chrono_literals;

class TstWaterfall final : public QObject
{
    Q_OBJECT
private slots:
    void attemptsStandOnOneTimeScale();
    void ticksAreRound_data();
    void ticksAreRound();
    void anAttemptIsDescribedInASentence();
    void theWordAtTheLongestBarIsNotCut();
};

namespace {

usage::Settlement twoAttempts()
{
    usage::Settlement record;
    record.attempts = {{.providerId = QStringLiteral("a"),
                        .modelId = QStringLiteral("m"),
                        .startedAt = fromMilliseconds(1000),
                        .connect = 10ms,
                        .duration = 440ms,
                        .httpStatus = 529,
                        .error = chat::ErrorType::ProviderOverloaded},
                       {.providerId = QStringLiteral("b"),
                        .modelId = QStringLiteral("m"),
                        .startedAt = fromMilliseconds(2000),
                        .waitedBefore = 520ms,
                        .connect = 20ms,
                        .firstContent = 500ms,
                        .duration = 3000ms,
                        .httpStatus = 200,
                        .succeeded = true}};
    return record;
}

} // namespace

void TstWaterfall::attemptsStandOnOneTimeScale()
{
    const WaterfallLayout layout = waterfall(twoAttempts(), fromMilliseconds(1000));
    QCOMPARE(layout.span, 4000.0);
    QCOMPARE(layout.rows[0].end, 440.0);
    QVERIFY(layout.rows[0].failed && layout.rows[0].firstContent < 0);
    QCOMPARE(layout.rows[0].label, QStringLiteral("529"));
    QCOMPARE(layout.rows[1].waitFrom, 480.0);
    QCOMPARE(layout.rows[1].start, 1000.0);
    QCOMPARE(layout.rows[1].connected, 1020.0);
    QCOMPARE(layout.rows[1].firstContent, 1500.0);
    QCOMPARE(layout.rows[1].end, 4000.0);
}

void TstWaterfall::ticksAreRound_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<double>("step");
    QTest::newRow("very short") << 3 << 1.0;
    QTest::newRow("below a second") << 440 << 100.0;
    QTest::newRow("seconds") << 4480 << 1000.0;
    QTest::newRow("a minute") << 61'000 << 20'000.0;
}

void TstWaterfall::ticksAreRound()
{
    QFETCH(int, milliseconds);
    QFETCH(double, step);
    usage::Settlement record;
    record.attempts = {{.startedAt = fromMilliseconds(0), .duration = std::chrono::milliseconds(milliseconds)}};
    const WaterfallLayout layout = waterfall(record, fromMilliseconds(0));
    QVERIFY(layout.ticks.size() >= 2 && layout.ticks.size() <= 6);
    QCOMPARE(layout.ticks[1] - layout.ticks[0], step);
}

void TstWaterfall::anAttemptIsDescribedInASentence()
{
    const WaterfallLayout layout = waterfall(twoAttempts(), fromMilliseconds(1000));
    const QString first = describeAttempt(layout, 0);
    QVERIFY2(first.contains(QStringLiteral("1 of 2")) && first.contains(QStringLiteral("529")), qPrintable(first));
    const QString second = describeAttempt(layout, 1);
    QVERIFY2(second.contains(QStringLiteral("waited")), qPrintable(second));
}

void TstWaterfall::theWordAtTheLongestBarIsNotCut()
{
    usage::Settlement record;
    record.attempts = {{.startedAt = fromMilliseconds(0), .duration = 1s}};
    WaterfallLayout layout = waterfall(record, fromMilliseconds(0));
    layout.rows[0].label = QStringLiteral("nobody could be reached there"); // words are longer in some languages
    WaterfallView view;
    view.resize(640, 100);
    view.present(layout);
    const QImage image = view.grab().toImage();
    for (int y = 30; y < 54; ++y) // the row without its hairline
        QCOMPARE(image.pixelColor(image.width() - 2, y), tokensOf(&view).base);
}

static const bool tstWaterfall = sb::testing::add<TstWaterfall>();

#include "tst_waterfall.moc"
