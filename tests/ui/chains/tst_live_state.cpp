#include "ui/chains/live_state.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::ui;

namespace {

constexpr WallTime LiveNow{std::chrono::hours{500'000}};

routing::Plan planOfTwo()
{
    routing::Plan plan;
    plan.candidates = {{.step = 0, .endpointId = u"a/m"_s, .rank = 1}, {.step = 1, .endpointId = u"b/m"_s, .rank = 2}};
    plan.excluded = {{.step = 1, .endpointId = u"c/m"_s, .reason = routing::Exclusion::NoKey}};
    return plan;
}

usage::StepUse useOf(int step, const QString &endpoint, qint64 served)
{
    return {.step = step, .endpointId = endpoint, .attempts = served, .served = served, .lastAt = LiveNow - 1h};
}

} // namespace

class TstLiveState final : public QObject
{
    Q_OBJECT
private slots:
    void aBreakerIsOfTheStepThatAsksItsEndpoint_data()
    {
        using State = routing::BreakerView::State;
        QTest::addColumn<Breakers>("breakers");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("all closed") << Breakers{} << QString() << QString();
        QTest::newRow("open") << Breakers{{u"a/m"_s, {.state = State::CoolingDown, .left = 11'200ms}}}
                              << u"cooling down, 12 s"_s << QString();
        QTest::newRow("one of two") << Breakers{{u"c/m"_s, {.state = State::CoolingDown, .left = 5s}}} << QString()
                                    << u"1 of 2 cooling down"_s;
        QTest::newRow("half open") << Breakers{{u"a/m"_s, {.state = State::HalfOpen}}} << u"on trial"_s << QString();
        QTest::newRow("of nobody here") << Breakers{{u"z/m"_s, {.state = State::CoolingDown, .left = 5s}}} << QString()
                                        << QString();
    }
    void aBreakerIsOfTheStepThatAsksItsEndpoint()
    {
        QFETCH(Breakers, breakers);
        QFETCH(QString, first);
        QFETCH(QString, second);
        const QList<StepLive> lives = liveStates(2, planOfTwo(), {}, breakers);
        QCOMPARE(breakerText(lives[0]), first);
        QCOMPARE(breakerText(lives[1]), second);
    }

    void theShareIsOfTheRequestsOfTheChain()
    {
        const usage::ChainUse use{.steps = {useOf(0, u"a/m"_s, 30), useOf(1, u"b/m"_s, 8)}, .requests = 40};
        const QList<StepLive> lives = liveStates(2, planOfTwo(), use, {});
        QCOMPARE(shareText(lives[0]), u"75% served"_s);
        QCOMPARE(shareText(lives[1]), u"20% served"_s);
        QCOMPARE(shareText(StepLive{}), QString());
        QVERIFY(liveSentence(lives[1], LiveNow).contains(u"answered 8 of 40 requests of the last 24 hours"_s));
    }

    void aStepThatWasMovedTakesItsTrafficAlong()
    {
        routing::Plan plan = planOfTwo();
        for (routing::Candidate &candidate : plan.candidates)
            candidate.step = 1 - candidate.step;
        const QList<StepLive> lives = liveStates(2, plan, {.steps = {useOf(0, u"a/m"_s, 30)}, .requests = 40}, {});
        QCOMPARE(lives[0].served, 0);
        QCOMPARE(lives[1].served, 30);
    }

    void ofAnEndpointInTwoStepsEachHasItsOwn()
    {
        routing::Plan plan = planOfTwo();
        plan.candidates[1].endpointId = u"a/m"_s;
        const QList<StepLive> lives =
            liveStates(2, plan, {.steps = {useOf(0, u"a/m"_s, 3), useOf(1, u"a/m"_s, 4)}, .requests = 7}, {});
        QCOMPARE(lives[0].served, 3);
        QCOMPARE(lives[1].served, 4);
    }

    void theLastErrorStandsThereUntilItWentWellAgain()
    {
        usage::StepUse use = useOf(0, u"a/m"_s, 3);
        use.lastError = chat::ErrorType::ProviderOverloaded;
        use.lastStatus = 529;
        use.lastErrorAt = use.lastAt = LiveNow - 4min;
        use.failedLast = true;
        QCOMPARE(mainLiveText(liveStates(1, planOfTwo(), {.steps = {use}, .requests = 3}, {}).at(0), LiveNow),
                 u"529 overloaded, 4 min ago"_s);
        use.lastAt = LiveNow;
        use.failedLast = false;
        const StepLive live = liveStates(1, planOfTwo(), {.steps = {use}, .requests = 3}, {}).at(0);
        QCOMPARE(mainLiveText(live, LiveNow), QString());
        QVERIFY(liveSentence(live, LiveNow).endsWith(u"last error 529 overloaded, 4 min ago"_s));
    }

    void howLongAgoReadsInMinutesAndHours()
    {
        QCOMPARE(agoText(LiveNow - 20s, LiveNow), u"just now"_s);
        QCOMPARE(agoText(LiveNow - 59min, LiveNow), u"59 min ago"_s);
        QCOMPARE(agoText(LiveNow - 130min, LiveNow), u"2 h ago"_s);
    }
};

static const bool tstLiveState = sb::testing::add<TstLiveState>();

#include "tst_live_state.moc"
