#include "tests/testing/testing.h"
#include "ui/common/format.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;

class TstFormat final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void moneyReadsTheSameEverywhere_data();
    void moneyReadsTheSameEverywhere();
    void theSignOfMoneyStandsWhereTheLocaleHasIt();
    void anAmountIsTypedWithAPointOrAComma();
    void dollarsAreTypedWithThePointOfTheLocale();
    void aNumberIsTypedWithThePointOfTheLocale_data();
    void aNumberIsTypedWithThePointOfTheLocale();
    void aLimitKeepsItsOwnDecimals();
    void anUnknownPriceIsAWordAndNeverZero();
    void anEstimateSaysSo();
    void aColumnHasOneNumberOfDecimals();
    void aSumSaysWhetherItIsKnown_data();
    void aSumSaysWhetherItIsKnown();
    void everyEndStateHasAWord();
    void everyExclusionHasAWordOfItsOwn();
    void aTimeOfTodayShowsNoDate();
    void aListSaysWhenSomethingWasUsedAsPeopleDo_data();
    void aListSaysWhenSomethingWasUsedAsPeopleDo();
};

void TstFormat::moneyReadsTheSameEverywhere_data()
{
    QTest::addColumn<qint64>("nano");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << "$0.00";
    QTest::newRow("below a cent") << qint64(560'000) << "$0.00056";
    QTest::newRow("below a dollar") << qint64(4'800'000) << "$0.00480";
    QTest::newRow("less than can be shown") << qint64(3'000) << "< $0.00001";
    QTest::newRow("rounds to a dollar") << qint64(999'996'000) << "$1.00";
    QTest::newRow("just below a dollar") << qint64(999'994'000) << "$0.99999";
    QTest::newRow("dollars") << qint64(58'410'000'000) << "$58.41";
}

void TstFormat::moneyReadsTheSameEverywhere()
{
    QFETCH(qint64, nano);
    QTEST(ui::formatMoney({nano}), "text");
}

void TstFormat::theSignOfMoneyStandsWhereTheLocaleHasIt()
{
    QLocale::setDefault(QLocale(QStringLiteral("de")));
    const QString money = ui::formatMoney({30'000});
    const QString negative = ui::formatMoney({-58'410'000'000});
    const QString little = ui::formatShortMoney({1});
    QLocale::setDefault(QLocale::c());
    QCOMPARE(QString(money).replace(QChar::Nbsp, u' '), QStringLiteral("0,00003 $"));
    QCOMPARE(QString(negative).replace(QChar::Nbsp, u' '), QStringLiteral("−58,41 $"));
    QCOMPARE(QString(little).replace(QChar::Nbsp, u' '), QStringLiteral("< 0,01 $"));
    QCOMPARE(ui::formatMoney({-58'410'000'000}), QStringLiteral("−$58.41"));
}

void TstFormat::anAmountIsTypedWithAPointOrAComma()
{
    QCOMPARE(ui::typedDollars(QStringLiteral(" 0.05 ")).value_or(NanoDollars{}), NanoDollars{50'000'000});
    QVERIFY(!ui::typedDollars(QStringLiteral("1,000"))); // neither one nor a thousand
    QVERIFY(!ui::typedDollars(QStringLiteral("five")));
    QVERIFY(!ui::typedDollars(QString()));
}

void TstFormat::dollarsAreTypedWithThePointOfTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::German));
    const QString shown = ui::dollarsToType({50'000'000});
    const auto comma = ui::typedDollars(QStringLiteral("0,05"));
    const auto point = ui::typedDollars(QStringLiteral("5.00"));
    const auto either = ui::typedDollars(QStringLiteral("1.000"));
    QLocale::setDefault(QLocale::c());
    QCOMPARE(shown, QStringLiteral("0,05"));
    QCOMPARE(comma.value_or(NanoDollars{}), NanoDollars{50'000'000});
    QCOMPARE(point.value_or(NanoDollars{}), NanoDollars{5'000'000'000});
    QVERIFY(!either);
}

void TstFormat::aNumberIsTypedWithThePointOfTheLocale_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("plain"); // empty: refused
    const QLocale english(QLocale::English);
    const QLocale german(QLocale::German);
    QTest::newRow("as it was typed") << english << " 0.70 "
                                     << "0.70";
    QTest::newRow("a whole number") << english << "12"
                                    << "12";
    QTest::newRow("below zero") << english << "-1.5"
                                << "-1.5";
    QTest::newRow("a thousand is no one") << english << "1,000"
                                          << "";
    QTest::newRow("a word") << english << "soon"
                            << "";
    QTest::newRow("nothing") << english << ""
                             << "";
    QTest::newRow("two numbers") << english << "1 2"
                                 << "";
    QTest::newRow("a comma in German") << german << "0,70"
                                       << "0.70";
    QTest::newRow("a point in German") << german << "2.5"
                                       << "2.5";
    QTest::newRow("a thousand or one in German") << german << "1.000"
                                                 << "";
    QTest::newRow("a million in German") << german << "1.000.000"
                                         << "";
    QTest::newRow("less than one is never a thousand") << german << "0.125"
                                                       << "0.125";
    QTest::newRow("both in German") << german << "1.000,5"
                                    << "";
}

void TstFormat::aNumberIsTypedWithThePointOfTheLocale()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, typed);
    QFETCH(QString, plain);
    QLocale::setDefault(locale);
    const auto number = ui::typedNumber(typed);
    const QString shown = ui::numberToType(plain);
    const auto again = ui::typedNumber(shown);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(number.value_or(QString()), plain);
    QCOMPARE(again.value_or(QString()), plain);
}

void TstFormat::aLimitKeepsItsOwnDecimals()
{
    QCOMPARE(ui::formatLimit({20'000'000}), QStringLiteral("$0.02"));
    QCOMPARE(ui::formatLimit({5'000'000'000}), QStringLiteral("$5.00"));
    QCOMPARE(ui::formatLimit({1'250'000}), QStringLiteral("$0.00125"));
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

void TstFormat::aColumnHasOneNumberOfDecimals()
{
    QCOMPARE(ui::formatMoney({13'840'000'000}, 5), QStringLiteral("$13.84000"));
    QCOMPARE(ui::formatMoney({1'000'000}, 2), QStringLiteral("< $0.01"));
    QCOMPARE(ui::formatCost({.kind = usage::CostKind::Estimated, .amount = NanoDollars{3'000}}, 5),
             QStringLiteral("< $0.00001"));
    QCOMPARE(ui::formatPercent(0.006, 1), QStringLiteral("0.6%"));
    QCOMPARE(ui::formatPercent(0.12, 1), QStringLiteral("12.0%"));
}

void TstFormat::aSumSaysWhetherItIsKnown_data()
{
    QTest::addColumn<usage::Sums>("sums");
    QTest::addColumn<QString>("text");
    const NanoDollars dollar{1'000'000'000};
    QTest::newRow("nothing was spent") << usage::Sums{.requests = 2} << QStringLiteral("$0.00");
    QTest::newRow("nothing has a price") << usage::Sums{.requests = 2, .unpriced = 2} << QStringLiteral("unpriced");
    QTest::newRow("some have none") << usage::Sums{.unpriced = 2, .billed = dollar} << QStringLiteral("$1.00");
    QTest::newRow("a part is estimated") << usage::Sums{.billed = dollar, .estimated = dollar}
                                         << QStringLiteral("≈ $2.00");
}

void TstFormat::aSumSaysWhetherItIsKnown()
{
    QFETCH(usage::Sums, sums);
    QTEST(ui::formatSum(sums, 2), "text");
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
    for (int number = 0; number <= int(routing::LastExclusion); ++number) {
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

void TstFormat::aListSaysWhenSomethingWasUsedAsPeopleDo_data()
{
    QTest::addColumn<qint64>("hoursAgo");
    QTest::addColumn<QString>("expected");
    QTest::newRow("today") << 3LL << u"07:59"_s;
    QTest::newRow("today, just after midnight") << 10LL << u"00:59"_s;
    QTest::newRow("yesterday, just before midnight") << 11LL << u"yesterday"_s;
    QTest::newRow("yesterday") << 24LL << u"yesterday"_s;
    QTest::newRow("six days ago") << 6 * 24LL << u"Wednesday"_s;
    QTest::newRow("a week ago") << 7 * 24LL << QLocale().toString(QDate(2025, 5, 27), QLocale::ShortFormat);
    QTest::newRow("ahead of the clock") << -48LL << QLocale().toString(QDate(2025, 6, 5), QLocale::ShortFormat);
}

void TstFormat::aListSaysWhenSomethingWasUsedAsPeopleDo()
{
    QFETCH(qint64, hoursAgo);
    const QTimeZone zone("Europe/Berlin");
    const WallTime now = fromMilliseconds(1'748'941'199'000); // 2025-06-03, a Tuesday, 10:59:59 in Berlin
    QTEST(ui::formatWhen(now - std::chrono::hours{hoursAgo}, zone, now), "expected");
}

static const bool tstFormat = sb::testing::add<TstFormat>();

#include "tst_format.moc"
