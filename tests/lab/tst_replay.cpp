#include "core/lab/replay.h"
#include "core/lab/replayer.h"

#include "tests/lab/record_rig.h"
#include "tests/testing/testing.h"
#include "tests/tools/traffic.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::testing;

namespace {

using lab::ReplayReport;

/// Whatever it asks, all go there.
routing::Policy allBy(const QString &chain)
{
    return {.name = u"draft"_s, .rules = {{.chain = chain}}};
}

} // namespace

class TstReplay : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheTimeThatIsAskedForCounts();
    void theLedgersDoNotMeet();
    void anEmptyRegisterGivesAnEmptyReport();
    void aRegisterThatCannotBeReadIsAnError_data();
    void aRegisterThatCannotBeReadIsAnError();
    void whatNoEngineWouldUseIsRefused_data();
    void whatNoEngineWouldUseIsRefused();
    void progressOnlyGrows();
    void itCanBeCancelledInTheMiddle();
    void itCanBeCancelledBeforeItBegan();
    void itCanBeDestroyedAtAnyTime();
    void theSameSpecGivesTheSameReport();
};

void TstReplay::onlyTheTimeThatIsAskedForCounts()
{
    const SmallWorld world;
    RecordRig rig;
    const WallTime noon = Sent().at;
    for (int hour = 0; hour < 72; ++hour)
        add(rig, world, {.at = noon + std::chrono::hours{hour}});
    lab::ReplaySpec spec = world.specOf(rig, world.chainOf({u"west/fox"_s}));
    spec.since = noon + 10h;
    spec.until = noon + 20h;
    const auto report = replayed(spec);
    QVERIFY(report);
    QCOMPARE(report->requests, 10); // the one that begins at `until` is not in it
}

void TstReplay::theLedgersDoNotMeet()
{
    RecordRig rig;
    rig.addTraffic(2'000);
    lab::ReplaySpec spec = trafficSpec(rig);
    const auto real = replayed(spec);
    spec.ledger = usage::Ledger::Practice;
    const auto practice = replayed(spec);
    QVERIFY(real && practice);
    QCOMPARE(real->requests + practice->requests, 2'000);
    QVERIFY(practice->requests > 100);
    QCOMPARE(practice->standing, practice->requests);
    // A policy that would send what was practice to real providers: nobody can compare that.
    spec.policy = allBy(u"sample"_s);
    const auto mixed = replayed(spec);
    QVERIFY(mixed);
    QCOMPARE(mixed->gaps.value(0).id, "other_ledger");
    QCOMPARE(mixed->replayed.cost.sum().value, mixed->recorded.cost.sum().value);
}

void TstReplay::anEmptyRegisterGivesAnEmptyReport()
{
    const SmallWorld world;
    RecordRig rig;
    const auto report = replayed(world.specOf(rig, world.chainOf({u"west/fox"_s})));
    QVERIFY(report);
    QCOMPARE(report->requests, 0);
    QVERIFY(!report->cancelled);
    QCOMPARE(report->replayed.latency.grade, lab::Grade::Unsupported);
    QCOMPARE(report->replayed.availability.grade, lab::Grade::Unsupported);
    QCOMPARE(report->replayed.quality.missing, lab::NoQuality::NoVotes);
    QVERIFY(!toText(*report).isEmpty());
}

void TstReplay::aRegisterThatCannotBeReadIsAnError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("none") << QByteArray() << Error::Kind::NotFound;
    QTest::newRow("garbage") << QByteArray(10'000, 'x') << Error::Kind::Damaged;
    QTest::newRow("an empty file") << QByteArray("") << Error::Kind::Conflict;
}

void TstReplay::aRegisterThatCannotBeReadIsAnError()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const SmallWorld world;
    RecordRig rig;
    lab::ReplaySpec spec = world.specOf(rig, world.chainOf({u"west/fox"_s}));
    spec.registerPath = folder.filePath(u"usage.sqlite"_s);
    if (!bytes.isNull()) {
        QFile file(spec.registerPath);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    const auto report = replayed(spec);
    QVERIFY(!report);
    QTEST(report.error().kind, "kind");
    QVERIFY(!report.error().message.isEmpty());
    QCOMPARE(QFile::exists(spec.registerPath), !bytes.isNull()); // none is made
}

void TstReplay::whatNoEngineWouldUseIsRefused_data()
{
    QTest::addColumn<std::optional<routing::Policy>>("policy");
    QTest::addColumn<std::optional<routing::Chain>>("chain");
    QTest::addColumn<QString>("says");
    using MaybePolicy = std::optional<routing::Policy>;
    using MaybeChain = std::optional<routing::Chain>;
    QTest::newRow("neither") << MaybePolicy() << MaybeChain() << u"neither"_s;
    QTest::newRow("a chain without steps")
        << MaybePolicy() << MaybeChain(routing::Chain{.name = u"line"_s}) << u"no steps"_s;
    QTest::newRow("retries without an end")
        << MaybePolicy()
        << MaybeChain(routing::Chain{.name = u"line"_s, .steps = {routing::Step{.model = u"lab/fox"_s, .retries = 99}}})
        << u"steps[0]"_s;
    QTest::newRow("a rule for no chain") << MaybePolicy(allBy(u"nobody"_s)) << MaybeChain() << u"“nobody”"_s;
}

void TstReplay::whatNoEngineWouldUseIsRefused()
{
    QFETCH(std::optional<routing::Policy>, policy);
    QFETCH(std::optional<routing::Chain>, chain);
    QFETCH(QString, says);
    const SmallWorld world;
    RecordRig rig;
    lab::ReplaySpec spec = world.specOf(rig, world.chain);
    spec.policy = policy;
    spec.chain = chain;
    const auto report = replayed(spec);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, Error::Kind::InvalidInput);
    QVERIFY2(report.error().message.contains(says), qPrintable(report.error().message));
}

void TstReplay::progressOnlyGrows()
{
    RecordRig rig;
    rig.addTraffic(3'000);
    lab::Replay replay(trafficSpec(rig));
    QSignalSpy finished(&replay, &lab::Replay::finished);
    QList<qint64> steps;
    QList<qint64> all;
    connect(&replay, &lab::Replay::progress, this, [&](qint64 done, qint64 of) {
        steps.append(done);
        all.append(of);
        QVERIFY(finished.isEmpty());
    });
    replay.start();
    QVERIFY(finished.wait(60'000));
    QVERIFY(!steps.isEmpty());
    QVERIFY(std::ranges::is_sorted(steps, std::ranges::less_equal())); // and never the same twice
    QVERIFY(steps.constLast() <= all.constLast());
    QVERIFY(std::ranges::all_of(all, [&all](qint64 each) { return each == all.constFirst(); }));
}

/// By its inner half, on this thread, so that it does not depend on who is faster.
void TstReplay::itCanBeCancelledInTheMiddle()
{
    RecordRig rig;
    rig.addTraffic(3'000);
    std::atomic<bool> cancelled{false};
    lab::Replayer replayer(trafficSpec(rig), cancelled);
    QList<Result<ReplayReport>> outcomes;
    connect(&replayer, &lab::Replayer::progress, this, [&cancelled] { cancelled = true; });
    connect(&replayer, &lab::Replayer::finished, this,
            [&outcomes](const Result<ReplayReport> &outcome) { outcomes.append(outcome); });
    replayer.start();
    replayer.cancel();
    QCOMPARE(outcomes.size(), 1);
    QVERIFY(outcomes.constFirst());
    QVERIFY(outcomes.constFirst()->cancelled);
    QVERIFY(outcomes.constFirst()->requests < 2'000);
}

void TstReplay::itCanBeCancelledBeforeItBegan()
{
    const SmallWorld world;
    RecordRig rig;
    lab::Replay replay(world.specOf(rig, world.chainOf({u"west/fox"_s})));
    QSignalSpy finished(&replay, &lab::Replay::finished);
    replay.cancel();
    replay.start();
    QVERIFY(finished.wait());
    const auto report = finished.constFirst().constFirst().value<Result<ReplayReport>>();
    QVERIFY(report);
    QVERIFY(report->cancelled);
    QCOMPARE(finished.size(), 1);
}

void TstReplay::itCanBeDestroyedAtAnyTime()
{
    RecordRig rig;
    rig.addTraffic(2'000);
    const lab::ReplaySpec spec = trafficSpec(rig);
    {
        lab::Replay neverStarted(spec);
    }
    for (int i = 0; i < 5; ++i) {
        lab::Replay replay(spec);
        QSignalSpy progress(&replay, &lab::Replay::progress);
        replay.start();
        if (i > 0)
            progress.wait(i * 3);
    }
}

void TstReplay::theSameSpecGivesTheSameReport()
{
    RecordRig rig;
    rig.addTraffic(1'500, 5);
    lab::ReplaySpec spec = trafficSpec(rig);
    spec.policy = usage::otherTrafficPolicy();
    const auto first = replayed(spec);
    const auto second = replayed(spec);
    QVERIFY(first && second);
    QVERIFY(first->otherChain.value.value_or(0) > 50);
    QCOMPARE(toJson(*first).dump(), toJson(*second).dump());
    QCOMPARE(toText(*first), toText(*second));
    // Both sides are of the same requests, whoever serves them.
    double recorded = 0;
    double there = 0;
    for (const lab::ReplayPart &part : first->byEndpoint) {
        recorded += part.recorded;
        there += part.replayed;
    }
    QCOMPARE(recorded, double(first->compared));
    QVERIFY(std::abs(there - double(first->compared)) < 1e-6 * there);
}

static const bool tstReplay = sb::testing::add<TstReplay>();

#include "tst_replay.moc"
