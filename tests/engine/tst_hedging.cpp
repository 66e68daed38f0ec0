#include "tests/engine/bench.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using namespace std::chrono_literals;
using routing::EndState;

namespace {

constexpr int EnoughMeasured = 20;

/// `a` has answered often and at once; now it does as the script says, and `b` stands beside it.
class Race final
{
public:
    Race(const Script &slow, const Script &rival, const budget::Limits &limits = {})
        : bench({u"a"_s, u"b"_s}, limits)
    {
        for (routing::Step &step : bench.chain.steps)
            step.hedge = routing::Hedge{.least = 20ms};
        QList<Script> scripts(EnoughMeasured, answering(u"Again."_s));
        scripts.append(slow);
        bench.server.script(u"a"_s, scripts);
        bench.server.script(u"b"_s, {rival});
    }
    [[nodiscard]] bool measure() const
    {
        for (int i = 0; i < EnoughMeasured; ++i) {
            const auto seen = bench.run();
            if (!QTest::qWaitFor([&] { return seen->isOver(); }, 20'000) || seen->end().end != EndState::Complete)
                return false;
        }
        return true;
    }

    Bench bench;
};

Script hanging(const QByteArray &begins = {})
{
    return {.body = begins, .then = Script::Then::Hang};
}

} // namespace

/// A second attempt beside a slow one.
class TstHedging : public QObject
{
    Q_OBJECT
private slots:
    void theFirstToAnswerWinsAndBothAreOnTheBill()
    {
        const Race race(hanging(), answering(u"From b."_s));
        QVERIFY(race.measure());
        const auto seen = race.bench.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->end().end, EndState::Complete);
        QCOMPARE(seen->text, u"From b."_s);
        QCOMPARE(seen->reasons(), (QStringList{u"first_try"_s, u"hedge"_s}));
        const usage::Settlement &record = seen->end().record;
        QCOMPARE(record.servedEndpoint, u"b/m"_s);
        QCOMPARE(record.attempts.size(), 2);
        QCOMPARE(record.attempts[0].error, std::optional(chat::ErrorType::Cancelled));
        QVERIFY(record.attempts[0].cost.amount && record.attempts[0].cost.amount->value > 0);
        QCOMPARE(record.cost.amount->value,
                 record.attempts[0].cost.amount->value + record.attempts[1].cost.amount->value);
        QTRY_COMPARE(race.bench.server.left(), 1); // the connection of the slow one was closed
    }

    void aSlowOneThatBeginsFirstAfterAllWins()
    {
        const Race race(hanging(), hanging());
        QVERIFY(race.measure());
        const auto seen = race.bench.run();
        QTRY_COMPARE(seen->started.size(), 2);
        QCOMPARE(seen->started[1].candidate.endpointId, u"b/m"_s);
        seen->handle->cancel();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->end().end, EndState::Cancelled);
        QCOMPARE(seen->end().record.attempts.size(), 2); // both are settled
        QTRY_COMPARE(race.bench.server.left(), 2);
    }

    void anErrorNeverWins_data()
    {
        QTest::addColumn<Script>("rival");
        QTest::newRow("a refusal") << refusing(500, "server_error");
        QTest::newRow("an error frame in a 200")
            << Script{.body = "data: {\"error\":{\"message\":\"overloaded\",\"type\":\"overloaded_error\"}}\n\n"};
        QTest::newRow("a reset") << Script{.status = 0, .then = Script::Then::Abort};
    }
    void anErrorNeverWins()
    {
        QFETCH(Script, rival);
        Race race(hanging(), rival);
        for (routing::Step &step : race.bench.chain.steps)
            step.clocks.firstContent = 400ms;
        QVERIFY(race.measure());
        const auto seen = race.bench.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->end().end, EndState::Failed);
        QCOMPARE(seen->tried(), (QStringList{u"a/m"_s, u"b/m"_s}));
        QCOMPARE(seen->failed.size(), 2);
        QCOMPARE(seen->failed[0].candidate.endpointId, u"b/m"_s); // the rival fails, and the first is waited for
        QCOMPARE(seen->failed[1].candidate.endpointId, u"a/m"_s);
        QCOMPARE(seen->end().record.attempts.size(), 2);
        QCOMPARE(seen->end().record.attempts[0].endpointId, u"a/m"_s); // in the order in which they began
    }

    void whereTheFirstFailsTheSecondIsAlreadyUnderWay()
    {
        Race race(hanging(), hanging(textChunk(QString())));
        race.bench.chain.steps[0].clocks.firstContent = 300ms;
        QVERIFY(race.measure());
        const auto seen = race.bench.run();
        QTRY_COMPARE(seen->failed.size(), 1);
        QCOMPARE(seen->failed[0].candidate.endpointId, u"a/m"_s);
        QCOMPARE(seen->failed[0].next.reason, routing::MoveReason::Hedge);
        QCOMPARE(seen->started.size(), 2); // and not a third
        seen->handle->cancel();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->end().record.attempts.size(), 2);
    }

    void aBudgetWithoutRoomForTwoLetsTheFirstRunAlone()
    {
        // Each may cost ten milli-dollars; twenty answers have cost four.
        Race race(hanging(), answering(u"From b."_s), {.daily = budget::Limit{.amount = {14'200'000}, .hard = true}});
        for (routing::Step &step : race.bench.chain.steps) {
            step.clocks.firstContent = 300ms;
            step.hedge->maxCost = NanoDollars{1'000};
        }
        QVERIFY(race.measure());
        const auto seen = race.bench.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->reasons().constFirst(), u"first_try"_s);
        QVERIFY(!seen->reasons().contains(u"hedge"_s));
    }

    void nothingIsHedgedThatWasNotMeasured()
    {
        Bench bench({u"a"_s, u"b"_s});
        for (routing::Step &step : bench.chain.steps) {
            step.hedge = routing::Hedge{.least = 1ms};
            step.clocks.firstContent = 300ms;
        }
        bench.server.script(u"a"_s, {hanging()});
        bench.server.script(u"b"_s, {answering(u"From b."_s)});
        const auto seen = bench.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->reasons(), (QStringList{u"first_try"_s, u"next_silent"_s}));
    }

    void anEndpointThatIsOutpacedIsSeenToBeSlow()
    {
        const Race race(hanging(), answering(u"From b."_s));
        QVERIFY(race.measure());
        const auto seen = race.bench.run();
        QTRY_VERIFY(seen->isOver());
        const auto before = seen->end().plan.candidates.constFirst().hedgeAfter;
        const auto next = race.bench.run();
        QTRY_VERIFY(next->isOver());
        QVERIFY(next->end().plan.candidates.constFirst().hedgeAfter >= before);
    }
};

static const bool tstHedging = sb::testing::add<TstHedging>();

#include "tst_hedging.moc"
