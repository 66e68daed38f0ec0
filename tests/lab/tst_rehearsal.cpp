#include "core/lab/rehearsal.h"

#include "tests/lab/company.h"
#include "tests/testing/testing.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::testing;

namespace {

QList<Member> trio()
{
    return {{.id = u"a"_s}, {.id = u"b"_s, .prefill = true, .window = 200'000}, {.id = u"c"_s, .local = true}};
}

/// Sockets that this process has open, as the kernel sees it.
QStringList openSockets()
{
    QStringList sockets;
    const QDir descriptors(u"/proc/self/fd"_s);
    for (const QString &name : descriptors.entryList(QDir::Files | QDir::System)) {
        const QString target = QFileInfo(descriptors.filePath(name)).symLinkTarget();
        if (target.contains("socket:"_L1))
            sockets.append(target);
    }
    sockets.sort();
    return sockets;
}

QStringList rehearsalFolders()
{
    return QDir(QDir::tempPath()).entryList({QCoreApplication::applicationName() + u"-*"_s}, QDir::Dirs);
}

} // namespace

class TstRehearsal : public QObject
{
    Q_OBJECT

private slots:
    void theSameSeedGivesTheSameScorecardByteForByte();
    void anotherSeedSpreadsTheBackoffsOtherwise();
    void itTellsOfEachFaultAndThenOfAll();
    void itCanBeCancelled();
    void itCanBeDestroyedAtAnyTime();
    void noSocketIsOpened();
    void nothingIsLeftBehind();
    void whatNoEngineWouldTakeIsRefused_data();
    void whatNoEngineWouldTakeIsRefused();
    void whoCannotBePlayedIsLeftOutAndNamed();
    void thePathHasTimesReasonsAndCosts();
    void unpricedEndpointsAreRehearsedWithoutABudget();
    void chosenFaultsStrikeTheirStepsOnly();
    void anEndpointInTwoStepsIsStruckInOne();
    void whatCannotBeAtOneStepIsNotOffered();
};

void TstRehearsal::theSameSeedGivesTheSameScorecardByteForByte()
{
    const lab::RehearsalSpec spec = specOf(trio());
    const auto first = rehearsed(spec);
    const auto second = rehearsed(spec);
    QVERIFY(first && second);
    QCOMPARE(toJson(*first).dump(), toJson(*second).dump());
    QCOMPARE(toText(*first), toText(*second));
}

void TstRehearsal::anotherSeedSpreadsTheBackoffsOtherwise()
{
    lab::RehearsalSpec spec = specOf(trio());
    const lab::FaultResult one = rehearsed(spec, "outage");
    spec.seed = 2;
    const lab::FaultResult two = rehearsed(spec, "outage");
    QVERIFY(one.waited != two.waited);
    QCOMPARE(one.path.size(), two.path.size());
}

void TstRehearsal::itTellsOfEachFaultAndThenOfAll()
{
    lab::Rehearsal rehearsal(specOf(trio()));
    QStringList order;
    QList<int> counts;
    connect(&rehearsal, &lab::Rehearsal::faultRehearsed, this, [&](const lab::FaultResult &result, int done, int all) {
        order.append(QString::fromLatin1(result.fault));
        counts.append(done);
        QCOMPARE(all, lab::Rehearsal::faultCount());
    });
    QList<lab::Scorecard> scorecards;
    connect(&rehearsal, &lab::Rehearsal::finished, this, [&](const Result<lab::Scorecard> &scorecard) {
        if (scorecard)
            scorecards.append(*scorecard);
    });
    rehearsal.start();
    QTRY_COMPARE_WITH_TIMEOUT(scorecards.size(), 1, 60'000);
    QCOMPARE(order.size(), lab::Rehearsal::faultCount());
    QCOMPARE(counts.constFirst(), 1);
    QCOMPARE(counts.constLast(), lab::Rehearsal::faultCount());
    for (qsizetype i = 0; i < order.size(); ++i)
        QCOMPARE(order.at(i), QString::fromLatin1(scorecards.first().results.at(i).fault));
    QVERIFY(!scorecards.first().cancelled);
}

void TstRehearsal::itCanBeCancelled()
{
    lab::Rehearsal rehearsal(specOf(trio()));
    connect(&rehearsal, &lab::Rehearsal::faultRehearsed, this, [&](const lab::FaultResult &, int done, int) {
        if (done == 2)
            rehearsal.cancel();
    });
    std::optional<lab::Scorecard> scorecard;
    int ends = 0;
    connect(&rehearsal, &lab::Rehearsal::finished, this, [&](const Result<lab::Scorecard> &outcome) {
        ++ends;
        scorecard = outcome.value_or(lab::Scorecard{});
    });
    rehearsal.start();
    QTRY_VERIFY_WITH_TIMEOUT(scorecard, 60'000);
    QVERIFY(scorecard->cancelled || scorecard->results.size() == lab::Rehearsal::faultCount()); // it is quick
    QVERIFY(scorecard->results.size() >= 2);
    rehearsal.cancel();
    QCoreApplication::processEvents();
    QCOMPARE(ends, 1);
}

void TstRehearsal::itCanBeDestroyedAtAnyTime()
{
    for (int done = 0; done < 5; ++done) {
        auto rehearsal = std::make_unique<lab::Rehearsal>(specOf(trio()));
        QSignalSpy rehearsedFaults(rehearsal.get(), &lab::Rehearsal::faultRehearsed);
        rehearsal->start();
        QTRY_VERIFY_WITH_TIMEOUT(rehearsedFaults.size() >= done, 60'000);
        rehearsal.reset();
    }
}

void TstRehearsal::noSocketIsOpened()
{
    const QStringList before = openSockets();
    lab::Rehearsal rehearsal(specOf(trio()));
    bool over = false;
    int looks = 0;
    QStringList opened;
    // The rehearsal goes on meanwhile, on its own thread.
    connect(&rehearsal, &lab::Rehearsal::faultRehearsed, this, [&](const lab::FaultResult &, int, int) {
        ++looks;
        for (const QString &socket : openSockets()) {
            if (!before.contains(socket))
                opened.append(socket);
        }
    });
    connect(&rehearsal, &lab::Rehearsal::finished, this, [&over] { over = true; });
    rehearsal.start();
    QTRY_VERIFY_WITH_TIMEOUT(over, 60'000);
    QCOMPARE(looks, lab::Rehearsal::faultCount());
    QCOMPARE(opened, QStringList());
}

void TstRehearsal::nothingIsLeftBehind()
{
    const QStringList before = rehearsalFolders();
    QVERIFY(rehearsed(specOf(trio()), "sound").passed);
    QCOMPARE(rehearsalFolders(), before);
}

void TstRehearsal::whatNoEngineWouldTakeIsRefused_data()
{
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("said");
    QTest::newRow("no steps") << u"steps"_s << u"has no steps"_s;
    QTest::newRow("a number out of bounds") << u"retries"_s << u"steps[0].retries"_s;
    QTest::newRow("nobody has the model") << u"model"_s << u"No endpoint can serve"_s;
    QTest::newRow("an empty request") << u"request"_s << u"messages"_s;
}

void TstRehearsal::whatNoEngineWouldTakeIsRefused()
{
    QFETCH(QString, wrong);
    QFETCH(QString, said);
    lab::RehearsalSpec spec = specOf({{.id = u"a"_s}});
    if (wrong == "steps"_L1)
        spec.chain.steps.clear();
    else if (wrong == "retries"_L1)
        spec.chain.steps[0].retries = 99;
    else if (wrong == "model"_L1)
        spec.chain.steps[0] = {.model = u"no/body"_s};
    else
        spec.request.messages.clear();
    const Result<lab::Scorecard> scorecard = rehearsed(spec);
    QVERIFY(!scorecard);
    QVERIFY2(scorecard.error().message.contains(said), qPrintable(scorecard.error().message));
}

void TstRehearsal::whoCannotBePlayedIsLeftOutAndNamed()
{
    lab::RehearsalSpec spec = specOf({{.id = u"a"_s, .dialect = catalog::DialectId::BedrockInvoke}, {.id = u"b"_s}});
    spec.faults = {"sound"};
    const Result<lab::Scorecard> scorecard = rehearsed(spec);
    QVERIFY(scorecard);
    QCOMPARE(scorecard->leftOut, QStringList{u"A cannot be rehearsed: it speaks bedrock.invoke."_s});
    QCOMPARE(scorecard->results.first().path.constFirst().endpointId, u"b/m"_s);
}

void TstRehearsal::thePathHasTimesReasonsAndCosts()
{
    const lab::FaultResult result = rehearsed(specOf(trio()), "stall");
    QCOMPARE(result.path.size(), 2);
    const lab::PathStop &first = result.path.at(0);
    const lab::PathStop &second = result.path.at(1);
    QCOMPARE(first.step, 0);
    QCOMPARE(second.step, 1);
    QVERIFY(first.startedAt == 0ms);
    QVERIFY(first.firstContent == 330ms);
    QVERIFY(first.took > 60s && first.took < 61s);
    QVERIFY(second.startedAt == first.took);
    QVERIFY(second.startedAt + second.took == result.waited);
    QCOMPARE(first.error, "stalled");
    QCOMPARE(second.error, "");
    QCOMPARE(first.cost.kind, usage::CostKind::Estimated);
    QCOMPARE(second.cost.kind, usage::CostKind::Computed);
    QCOMPARE(result.cost.amount->value, first.cost.amount->value + second.cost.amount->value);
}

void TstRehearsal::unpricedEndpointsAreRehearsedWithoutABudget()
{
    QList<Member> members = trio();
    members[0].priced = false;
    lab::RehearsalSpec spec = specOf(members);
    spec.faults = {"sound", "outage", "budget-empty", "budget-half-way", "usage-missing"};
    const Result<lab::Scorecard> scorecard = rehearsed(spec);
    QVERIFY(scorecard);
    QVERIFY2(scorecard->failed() == 0, complaintsOf(*scorecard).constData());
    QVERIFY(!scorecard->results.first().cost.amount);
}

void TstRehearsal::chosenFaultsStrikeTheirStepsOnly()
{
    lab::RehearsalSpec spec = specOf(trio());
    spec.chosen = {{.step = 0, .fault = "status-529"}, {.step = 1, .fault = "cut-before-content"}};
    const Result<lab::Scorecard> scorecard = rehearsed(spec);
    QVERIFY(scorecard);
    QCOMPARE(scorecard->results.size(), 1);
    const lab::FaultResult &result = scorecard->results.constFirst();
    QCOMPARE(result.fault, "chosen");
    QVERIFY(result.passed);
    QCOMPARE(result.note, QString());
    QCOMPARE(result.path.constLast().step, 2);
    QCOMPARE(result.path.constLast().error, "");
    QSet<QByteArray> first;
    QSet<QByteArray> second;
    for (const lab::PathStop &stop : result.path) {
        if (stop.step < 2)
            (stop.step == 0 ? first : second).insert(stop.error);
    }
    QCOMPARE(first, QSet<QByteArray>{"provider_overloaded"});
    QCOMPARE(second, QSet<QByteArray>{"cut"});
    spec.chosen.append({.step = 2, .fault = "silence"});
    const Result<lab::Scorecard> nobody = rehearsed(spec);
    QVERIFY(nobody);
    QVERIFY(!nobody->results.constFirst().passed);
    QVERIFY(nobody->weakLinks.isEmpty());
}

void TstRehearsal::anEndpointInTwoStepsIsStruckInOne()
{
    lab::RehearsalSpec spec = specOf({{.id = u"a"_s}});
    spec.chain.steps.append(spec.chain.steps.constFirst());
    spec.chain.steps[0].retries = 0;
    spec.chain.steps[1].retries = 0;
    spec.chosen = {{.step = 0, .fault = "retry-after-long"}};
    spec.chain.steps[0].patience = 0ms;
    const Result<lab::Scorecard> scorecard = rehearsed(spec);
    QVERIFY(scorecard);
    const QList<lab::PathStop> &path = scorecard->results.constFirst().path;
    QCOMPARE(path.constFirst().error, "rate_limit_exceeded");
    for (const lab::PathStop &stop : path)
        QVERIFY(stop.step == 0 || stop.error.isEmpty());
}

void TstRehearsal::whatCannotBeAtOneStepIsNotOffered()
{
    QByteArrayList ids;
    for (const lab::FaultName &fault : lab::stepFaultNames()) {
        QVERIFY(!fault.title.isEmpty());
        ids.append(fault.id);
    }
    for (const char *fault : {"silence", "status-529", "bad-key", "cut", "usage-missing", "cold-load"})
        QVERIFY2(ids.contains(fault), fault);
    for (const char *fault : {"sound", "two-down", "all-down", "flapping", "budget-empty", "sleep", "caller-leaves"})
        QVERIFY2(!ids.contains(fault), fault);
    QCOMPARE(lab::faultNames().size(), lab::Rehearsal::faultCount());
}

static const bool tstRehearsal = sb::testing::add<TstRehearsal>();

#include "tst_rehearsal.moc"
