#include "ui/models/refresh_words.h"

#include "tests/testing/testing.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;
using catalog::PriceUnit;
using Outcome = catalog::SourceReport::Outcome;

namespace {

catalog::Cost cost(qint64 input, qint64 output)
{
    constexpr qint64 Dollar = 1'000'000; // pico-dollars a token: a dollar a million
    return {.price = catalog::Price{.components = {{.unit = PriceUnit::FreshInput, .amount = {input * Dollar}},
                                                   {.unit = PriceUnit::VisibleOutput, .amount = {output * Dollar}}}}};
}

catalog::RefreshReport sample()
{
    catalog::RefreshReport report;
    report.sources = {{.sourceId = u"a"_s, .name = u"A"_s, .outcome = Outcome::Fetched, .listed = 9, .added = 3},
                      {.sourceId = u"b"_s, .name = u"B"_s, .outcome = Outcome::Failed, .reason = u"No answer."_s}};
    report.moves = {{.endpointId = u"a/m"_s, .before = cost(2, 8), .now = cost(1, 8)}};
    return report;
}

} // namespace

class TstRefreshWords final : public QObject
{
    Q_OBJECT
private slots:
    void aRefreshIsToldInASentence_data()
    {
        QTest::addColumn<catalog::RefreshReport>("report");
        QTest::addColumn<QString>("expected");
        QTest::newRow("some of everything")
            << sample() << u"2 asked: 1 new list, 1 no answer. 1 price(s) changed, 3 endpoint(s) are new."_s;
        catalog::RefreshReport quiet;
        quiet.sources = {{.outcome = Outcome::NotModified}};
        QTest::newRow("nothing new") << quiet << u"1 asked: 1 unchanged. Nothing changed."_s;
    }
    void aRefreshIsToldInASentence()
    {
        QFETCH(catalog::RefreshReport, report);
        QFETCH(QString, expected);
        QCOMPARE(reportSentence(report), expected);
    }

    void theWorstOutcomeGivesTheSignal_data()
    {
        QTest::addColumn<QList<int>>("outcomes");
        QTest::addColumn<int>("expected");
        QTest::newRow("all answered") << QList<int>{int(Outcome::Fetched), int(Outcome::NotModified)}
                                      << int(Signal::Clear);
        QTest::newRow("one failed") << QList<int>{int(Outcome::Failed), int(Outcome::Fetched)} << int(Signal::Caution);
        QTest::newRow("one was not taken, whatever comes after")
            << QList<int>{int(Outcome::Rejected), int(Outcome::Failed)} << int(Signal::Stop);
        QTest::newRow("cancelled is nobody's fault") << QList<int>{int(Outcome::Cancelled)} << int(Signal::Clear);
    }
    void theWorstOutcomeGivesTheSignal()
    {
        QFETCH(QList<int>, outcomes);
        QFETCH(int, expected);
        catalog::RefreshReport report;
        for (const int outcome : outcomes)
            report.sources.append({.outcome = Outcome(outcome)});
        QCOMPARE(int(reportSignal(report)), expected);
    }

    void theTablesHaveWhoWasAskedAndWhatToLookAt()
    {
        SourceTable sources;
        const QAbstractItemModelTester sourceTester(&sources);
        sources.present(sample().sources);
        QCOMPARE(sources.rowCount(), 2);
        QCOMPARE(sources.index(1, 1).data().toString(), u"no answer"_s);
        QCOMPARE(sources.index(1, 2).data().toString(), u"–"_s); // which is not 0
        FindingTable findings;
        const QAbstractItemModelTester findingTester(&findings);
        findings.present(sample());
        QCOMPARE(findings.endpointAt(0), u"a/m"_s);
        QCOMPARE(findings.index(0, 1).data().toString(), u"Now $1.00 / $8.00, before $2.00 / $8.00"_s);
    }

    void noPriceIsAWord()
    {
        QCOMPARE(costText({}), u"unpriced"_s);
        QCOMPARE(costText({.free = true}), u"free"_s);
    }
};

static const bool tstRefreshWords = sb::testing::add<TstRefreshWords>();

#include "tst_refresh_words.moc"
