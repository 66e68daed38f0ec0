// What a replay says to people: each number with how far it can be trusted, and nothing where the record is silent.
#include "tests/testing/testing.h"

#include "ui/chains/replay/replay_rows.h"
#include "ui/chains/replay/replay_table.h"
#include "ui/common/format.h"
#include "ui/common/table.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::lab;
using namespace sb::ui;

namespace {

ReplayReport replayReport()
{
    ReplayReport report;
    report.requests = 1'000;
    report.compared = 900;
    report.standing = 600;
    report.otherEndpoint = {.value = 290.4, .grade = Grade::Exact};
    report.recorded.cost = {.exact = NanoDollars{2'000'000'000}, .exactRequests = 900};
    report.replayed.cost = {.exact = NanoDollars{1'000'000'000},
                            .estimated = NanoDollars{500'000'000},
                            .exactRequests = 600,
                            .estimatedRequests = 290,
                            .unsupportedRequests = 10};
    report.recorded.firstContent = {.p50 = 400ms, .p95 = 2s, .grade = Grade::Exact};
    report.replayed.firstContent = {.p50 = 300ms, .p95 = 2s, .grade = Grade::Estimated, .unsupportedRequests = 12};
    report.recorded.availability = {.value = 0.99, .grade = Grade::Exact};
    report.replayed.availability = {.value = 0.995, .grade = Grade::Estimated};
    return report;
}

ReplayRow rowNamed(const QList<ReplayRow> &rows, const QString &title)
{
    const auto found = std::ranges::find(rows, title, &ReplayRow::title);
    return found == rows.end() ? ReplayRow{} : *found;
}

} // namespace

class TstReplayRows final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theCostSaysWhatOfItIsExact()
    {
        const ReplayRow cost = rowNamed(replayFigures(replayReport()), u"Cost"_s);
        QCOMPARE(cost.recorded, u"$2.00"_s);
        QCOMPARE(cost.replayed, u"≈ $1.50"_s);
        QCOMPARE(cost.replayedAbout, u"exact $1.00 of 600, estimated $0.50000 of 290, 10 cannot be priced"_s);
        QCOMPARE(cost.difference, u"−$0.50000 (−25%)"_s);
        QCOMPARE(cost.grade, Grade::Estimated);
    }

    void whatIsTheSameSaysSo()
    {
        ReplayReport report = replayReport();
        report.replayed = report.recorded;
        const ReplayRow cost = rowNamed(replayFigures(report), u"Cost"_s);
        QCOMPARE(cost.difference, u"the same"_s);
        QCOMPARE(cost.grade, Grade::Exact);
        QCOMPARE(rowNamed(replayFigures(report), u"Answered"_s).difference, u"the same"_s);
    }

    void aTimeThatTheRecordDoesNotSupportIsADash()
    {
        const ReplayRow whole = rowNamed(replayFigures(replayReport()), u"Whole answer, median"_s);
        QCOMPARE(whole.replayed, noValue());
        QCOMPARE(whole.difference, QString());
        QCOMPARE(whole.grade, Grade::Unsupported);
        const ReplayRow first = rowNamed(replayFigures(replayReport()), u"First token, median"_s);
        QCOMPARE(first.difference, u"−0.10 s"_s);
        QCOMPARE(first.replayedAbout, u"without 12 at endpoints with too few answers on record"_s);
        QCOMPARE(first.grade, Grade::Estimated);
    }

    void qualityWithoutOverlapCannotBeSaid()
    {
        ReplayReport report = replayReport();
        report.replayed.quality.missing = NoQuality::NoOverlap;
        const ReplayRow quality = rowNamed(replayFigures(report), u"Quality"_s);
        QCOMPARE(quality.replayed, u"cannot say"_s);
        QVERIFY2(quality.replayedAbout.startsWith(u"no overlap"_s), qPrintable(quality.replayedAbout));
        report.replayed.quality = {.mean = 0.71,
                                   .standardError = 0.023,
                                   .votes = 120,
                                   .effectiveVotes = 41.2,
                                   .overlap = 0.99,
                                   .grade = Grade::Estimated,
                                   .missing = NoQuality::None};
        const ReplayRow said = rowNamed(replayFigures(report), u"Quality"_s);
        QCOMPARE(said.replayed, u"71.0% ± 2.3"_s);
        QCOMPARE(said.replayedAbout, u"120 votes, which tell as much as 41"_s);
    }

    void theSentenceCountsWhatIsCompared()
    {
        ReplayReport report = replayReport();
        QCOMPARE(replaySentence(report),
                 u"900 of 1,000 requests can be compared; 600 would be decided as they were."_s);
        report.compared = report.requests;
        QCOMPARE(replaySentence(report), u"All 1,000 requests can be compared; 600 would be decided as they were."_s);
        report.cancelled = true;
        QVERIFY(replaySentence(report).startsWith(u"Canceled."_s));
        QCOMPARE(replaySentence(ReplayReport{}), u"No request is on record in this time."_s);
    }

    void whatIsLeftOutIsSaidBeforeWhatIsTakenForGranted()
    {
        ReplayReport report = replayReport();
        report.gaps = {{.id = "task_class", .sentence = u"Their kind is not on record."_s, .requests = 100}};
        report.assumptions = {u"The same number of tokens."_s};
        QCOMPARE(replayNotes(report),
                 QStringList({u"100 left out: Their kind is not on record."_s, u"The same number of tokens."_s}));
    }

    void eachPartitionHasItsRows()
    {
        ReplayReport report = replayReport();
        const usage::RecordKey example{.ledger = usage::Ledger::Real, .seq = 7};
        report.byModel = {{.id = u"lab/a"_s, .recorded = 10, .replayed = 4, .examples = {}},
                          {.id = {}, .recorded = 0, .replayed = 6, .examples = {example}}};
        report.byRule = {{.rule = 0, .name = u"Images"_s, .chain = u"vision"_s, .requests = 5, .otherChain = 5},
                         {.requests = 895}};
        const QList<ReplayRow> models = replayParts(report, ReplayPartition::Models);
        QCOMPARE(models.size(), 2);
        QCOMPARE(models.at(0).difference, u"−6"_s);
        QCOMPARE(models.at(1).title, u"nobody"_s);
        QCOMPARE(models.at(1).examples, QList{example});
        QVERIFY(replayParts(report, ReplayPartition::Endpoints).isEmpty());
        const QList<ReplayRow> rules = replayParts(report, ReplayPartition::Rules);
        QCOMPARE(rules.at(0).title, u"Images"_s);
        QCOMPARE(rules.at(0).about, u"by vision"_s);
        QCOMPARE(rules.at(1).title, u"No rule"_s);
        QCOMPARE(rules.at(1).about, u"go as they ask"_s);
    }

    void theTableSaysHowFarEachLineCanBeTrusted()
    {
        ReplayTable table({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
        const QAbstractItemModelTester tester(&table);
        table.present(replayFigures(replayReport()));
        QCOMPARE(table.index(0, ReplayTable::Trust).data().toString(), u"estimated"_s);
        QCOMPARE(table.index(0, ReplayTable::Trust).data(SignalRole).toInt(), int(Signal::Caution));
        QCOMPARE(table.index(0, ReplayTable::Replayed).data(Qt::AccessibleTextRole).toString(),
                 u"≈ $1.50, exact $1.00 of 600, estimated $0.50000 of 290, 10 cannot be priced"_s);
    }
};

static const bool tstReplayRows = sb::testing::add<TstReplayRows>();

#include "tst_replay_rows.moc"
