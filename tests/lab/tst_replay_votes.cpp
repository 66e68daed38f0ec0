#include "core/lab/weighted_votes.h"

#include "tests/lab/record_rig.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

namespace {

using lab::Grade;
using lab::NoQuality;
using lab::ReplayQuality;
using VoteKind = usage::Vote::Kind;

/// What is true of the endpoints, and nobody is told.
constexpr double EastLiked = 0.35;
constexpr double WestLiked = 0.75;

/// Votes on picks by chance between two offers: east with that probability.
void addVotes(RecordRig &rig, const SmallWorld &world, quint64 seed, int votes, double east)
{
    SeededRandom random(seed);
    for (int i = 0; i < votes; ++i) {
        const bool isEast = random.unit() < east;
        const bool isLiked = random.unit() < (isEast ? EastLiked : WestLiked);
        add(rig, world,
            {.endpoint = isEast ? u"east/fox"_s : u"west/fox"_s,
             .picks = {{u"east/fox"_s, east}, {u"west/fox"_s, 1 - east}},
             .vote = isLiked ? VoteKind::Better : VoteKind::Worse});
    }
}

ReplayQuality qualityUnder(RecordRig &rig, const SmallWorld &world, const routing::Chain &chain)
{
    const auto report = replayed(world.specOf(rig, chain));
    return report ? report->replayed.quality : ReplayQuality();
}

} // namespace

class TstReplayVotes : public QObject
{
    Q_OBJECT

private slots:
    void theEstimateIsTheTruthWithinItsError_data();
    void theEstimateIsTheTruthWithinItsError();
    void theErrorsAreAsLargeAsTheyAreSaidToBe();
    void theRecordItselfIsAMean();
    void whatNeverHadAChanceCannotBeJudged();
    void whoWasNeverDrawnHadAChanceAllTheSame();
    void aLittleThatNeverHadAChanceSpoilsTheEstimate();
    void tooFewVotesSayNothing();
    void aVoteThatIsGivenAgainCountsOnce();
    void evenWeightsAreAsManyAsTheyAre();
    void oneHeavyVoteIsAsGoodAsOne();
};

void TstReplayVotes::theEstimateIsTheTruthWithinItsError_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<double>("east");
    for (quint64 seed = 1; seed <= 4; ++seed) {
        QTest::addRow("as likely, seed %d", int(seed)) << seed << 0.5;
        QTest::addRow("seldom picked, seed %d", int(seed)) << seed << 0.9;
    }
}

/// The record is mostly of east; the chain that is replayed picks west alone.
void TstReplayVotes::theEstimateIsTheTruthWithinItsError()
{
    QFETCH(quint64, seed);
    QFETCH(double, east);
    const SmallWorld world;
    RecordRig rig;
    addVotes(rig, world, seed, 1'500, east);
    const ReplayQuality quality = qualityUnder(rig, world, world.chainOf({u"west/fox"_s}));
    QCOMPARE(quality.grade, Grade::Estimated);
    QCOMPARE(quality.missing, NoQuality::None);
    QCOMPARE(quality.votes, 1'500);
    QCOMPARE(quality.overlap, 1.0);
    const double error = quality.standardError.value_or(0);
    QVERIFY2(error > 0.005 && error < 0.06, qPrintable(QString::number(error)));
    QVERIFY2(std::abs(quality.mean.value_or(0) - WestLiked) < 3 * error,
             qPrintable(QString::number(quality.mean.value_or(0))));
    // As many votes tell as are on west's answers, all with the same weight.
    QVERIFY(std::abs(quality.effectiveVotes / (1'500 * (1 - east)) - 1) < 0.25);
}

/// Of many records, two thirds of the estimates lie within one standard error, and nearly all within two.
void TstReplayVotes::theErrorsAreAsLargeAsTheyAreSaidToBe()
{
    constexpr int Records = 400;
    int within = 0;
    int withinTwo = 0;
    for (quint64 seed = 1; seed <= Records; ++seed) {
        SeededRandom random(seed);
        lab::WeightedVotes votes;
        for (int i = 0; i < 300; ++i) {
            const bool isEast = random.unit() < 0.7;
            const double reward = random.unit() < (isEast ? EastLiked : WestLiked) ? 1 : 0;
            votes.add(reward, isEast ? 0.7 : 0.3, isEast ? 0.2 : 0.8, 1);
        }
        const ReplayQuality quality = votes.result();
        const double truth = 0.2 * EastLiked + 0.8 * WestLiked;
        const double off = std::abs(quality.mean.value_or(0) - truth) / quality.standardError.value_or(1e-9);
        within += off < 1 ? 1 : 0;
        withinTwo += off < 2 ? 1 : 0;
    }
    QVERIFY2(within > 0.61 * Records && within < 0.75 * Records, qPrintable(QString::number(within)));
    QVERIFY2(withinTwo > 0.92 * Records && withinTwo < 0.985 * Records, qPrintable(QString::number(withinTwo)));
}

void TstReplayVotes::theRecordItselfIsAMean()
{
    const SmallWorld world;
    RecordRig rig;
    for (const VoteKind vote : {VoteKind::Better, VoteKind::Better, VoteKind::Tie, VoteKind::Worse})
        add(rig, world, {.vote = vote});
    add(rig, world, {});
    const auto report = replayed(world.specOf(rig, world.chainOf({u"west/fox"_s})));
    QVERIFY(report);
    QCOMPARE(report->recorded.quality.mean, std::optional(0.625));
    QCOMPARE(report->recorded.quality.votes, 4);
    QCOMPARE(report->recorded.quality.grade, Grade::Exact);
}

void TstReplayVotes::whatNeverHadAChanceCannotBeJudged()
{
    const SmallWorld world;
    RecordRig rig;
    for (int i = 0; i < 200; ++i)
        add(rig, world, {.vote = VoteKind::Better}); // always east
    const auto report = replayed(world.specOf(rig, world.chainOf({u"west/fox"_s})));
    QVERIFY(report);
    const ReplayQuality &quality = report->replayed.quality;
    QCOMPARE(quality.missing, NoQuality::NoOverlap);
    QCOMPARE(quality.grade, Grade::Unsupported);
    QVERIFY(!quality.mean && !quality.standardError);
    QCOMPARE(quality.overlap, 0.0);
    QVERIFY2(toText(*report).contains("no overlap, cannot say"_L1), qPrintable(toText(*report)));
}

/// West could have been picked by each decision, and by chance never was.
void TstReplayVotes::whoWasNeverDrawnHadAChanceAllTheSame()
{
    const SmallWorld world;
    RecordRig rig;
    for (int i = 0; i < 40; ++i)
        add(rig, world, {.picks = {{u"east/fox"_s, 0.99}, {u"west/fox"_s, 0.01}}, .vote = VoteKind::Better});
    const ReplayQuality quality = qualityUnder(rig, world, world.chainOf({u"west/fox"_s}));
    QCOMPARE(quality.overlap, 1.0);
    QCOMPARE(quality.missing, NoQuality::TooFew); // none of the votes is on west
    QVERIFY(!quality.mean);
}

void TstReplayVotes::aLittleThatNeverHadAChanceSpoilsTheEstimate()
{
    lab::WeightedVotes votes;
    for (int i = 0; i < 100; ++i)
        votes.add(1, 0.5, 0.5, 0.9); // a tenth would go where nobody ever went
    QCOMPARE(votes.result().missing, NoQuality::NoOverlap);
    QVERIFY(!votes.result().mean);
}

void TstReplayVotes::tooFewVotesSayNothing()
{
    const SmallWorld world;
    RecordRig rig;
    addVotes(rig, world, 1, 8, 0.5);
    const ReplayQuality quality = qualityUnder(rig, world, world.chainOf({u"west/fox"_s}));
    QCOMPARE(quality.missing, NoQuality::TooFew);
    QVERIFY(!quality.mean);
    QCOMPARE(quality.votes, 8);
}

void TstReplayVotes::aVoteThatIsGivenAgainCountsOnce()
{
    const SmallWorld world;
    RecordRig rig;
    const usage::RecordKey key = add(rig, world, {.vote = VoteKind::Better});
    rig.vote(key, VoteKind::Worse);
    const auto report = replayed(world.specOf(rig, world.chainOf({u"west/fox"_s})));
    QVERIFY(report);
    QCOMPARE(report->recorded.quality.votes, 1);
    QCOMPARE(report->recorded.quality.mean, std::optional(0.0));
}

void TstReplayVotes::evenWeightsAreAsManyAsTheyAre()
{
    lab::WeightedVotes votes;
    for (int i = 0; i < 50; ++i)
        votes.add(i % 2, 0.25, 0.75, 1);
    QVERIFY(std::abs(votes.result().effectiveVotes - 50) < 1e-9);
    QVERIFY(std::abs(votes.result().mean.value_or(0) - 0.5) < 1e-9);
    // Of equal weights it is the error of a mean: 0.5 / √50.
    QVERIFY(std::abs(votes.result().standardError.value_or(0) - 0.5 / std::sqrt(50)) < 1e-9);
}

void TstReplayVotes::oneHeavyVoteIsAsGoodAsOne()
{
    lab::WeightedVotes votes;
    votes.add(1, 0.001, 1, 1);
    for (int i = 0; i < 200; ++i)
        votes.add(0, 1, 0.01, 1);
    QVERIFY(votes.result().effectiveVotes < 2);
    QCOMPARE(votes.result().missing, NoQuality::TooFew);
}

static const bool tstReplayVotes = sb::testing::add<TstReplayVotes>();

#include "tst_replay_votes.moc"
