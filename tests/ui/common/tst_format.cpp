#include "tests/testing/testing.h"
#include "ui/common/format.h"

#include <QTest>

using namespace sb;

class TstFormat final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void moneyReadsTheSameEverywhere_data();
    void moneyReadsTheSameEverywhere();
    void anUnknownPriceIsAWordAndNeverZero();
    void anEstimateSaysSo();
    void everyEndStateHasAWord();
    void everyExclusionHasAWordOfItsOwn();
    void aTimeOfTodayShowsNoDate();
};

void TstFormat::moneyReadsTheSameEverywhere_data()
{
    QTest::addColumn<qint64>("nano");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << "$0.00";
    QTest::newRow("below a cent") << qint64(560'000) << "$0.00056";
    QTest::newRow("below a dollar") << qint64(4'800'000) << "$0.00480";
    QTest::newRow("dollars") << qint64(58'410'000'000) << "$58.41";
}

void TstFormat::moneyReadsTheSameEverywhere()
{
    QFETCH(qint64, nano);
    QTEST(ui::formatMoney({nano}), "text");
}

void TstFormat::anUnknownPriceIsAWordAndNeverZero()
{
    QCOMPARE(ui::formatCost({.kind = usage::CostKind::Unpriced}), QStringLiteral("unpriced"));
}

void TstFormat::anEstimateSaysSo()
{
    QVERIFY(ui::formatCost({.kind = usage::CostKind::Estimated, .amount = NanoDollars{560'000}})
                .startsWith(QStringLiteral("≈")));
    QVERIFY(!ui::formatCost({.kind = usage::CostKind::Computed, .amount = NanoDollars{560'000}})
                 .startsWith(QStringLiteral("≈")));
}

void TstFormat::everyEndStateHasAWord()
{
    QSet<QString> words;
    for (int state = 0; state <= int(routing::EndState::Lost); ++state)
        words.insert(ui::endStateText(routing::EndState(state)));
    QCOMPARE(words.size(), 8);
    QVERIFY(!words.contains(QString()));
}

void TstFormat::everyExclusionHasAWordOfItsOwn()
{
    QStringList words;
    for (int number = 0; number <= int(routing::Exclusion::LedgerMix); ++number) {
        const auto reason = routing::Exclusion(number);
        words.append(ui::exclusionText(reason));
        QCOMPARE(ui::exclusionText(toWireName(reason)), words.constLast());
    }
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.removeDuplicates(), 0);
    QVERIFY(ui::exclusionText(QByteArray("something newer")).isEmpty());
}

void TstFormat::aTimeOfTodayShowsNoDate()
{
    const QTimeZone zone("Europe/Berlin");
    const WallTime evening = fromMilliseconds(1'748'980'800'000); // 2025-06-03 20:00 UTC: 22:00 in Berlin
    QCOMPARE(ui::formatTime(evening, zone, evening + std::chrono::hours{1}), QStringLiteral("22:00:00"));
    const QString yesterday = ui::formatTime(evening, zone, evening + std::chrono::hours{3}); // past midnight in Berlin
    QVERIFY(yesterday.endsWith(QStringLiteral(" 22:00:00")));
}

static const bool registered = sb::testing::add<TstFormat>();

#include "tst_format.moc"
