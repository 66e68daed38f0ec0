#include "tests/engine/bench.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using routing::EndState;
using std::chrono::milliseconds;

namespace {

// An answer may cost some 10 milli-dollars (1,000 tokens out, at 10 $ a million), and costs 0.2 (100 in, 10 out).
constexpr qint64 WholeBound = 10'000'000;
constexpr qint64 Answered = 200'000;

budget::Limits daily(qint64 amount, bool hard = true)
{
    return {.daily = budget::Limit{.amount = {amount}, .hard = hard}};
}

budget::Spent today(const Bench &bench)
{
    const budget::Standing standing = bench.usage->standing();
    return standing.days.isEmpty() ? budget::Spent{} : standing.days.last();
}

/// max_tokens of the last request to a provider; 0: none.
qint64 limitSentTo(const Bench &bench, const QString &provider)
{
    const auto body = parseJson(bench.server.received(provider).constLast().body);
    return body ? (*body)["max_tokens"].toInteger().value_or(0) : -1;
}

} // namespace

/// Retries and fallback where a hard limit has less left than the first candidate may cost.
class TstHardLimit : public QObject
{
    Q_OBJECT
private slots:
    void whatFailedForNothingLeavesItsRoomToTheNext_data();
    void whatFailedForNothingLeavesItsRoomToTheNext();
    void aSilentEndpointLeavesRoomForTheNext();
    void anEndpointThatWasResetKeepsItsBound();
    void aLimitOfTheRequestIsForAllItsAttempts();
    void noProviderIsSentTheLimitOfTheRequest();
    void whatIsPassedOverForTheBudgetIsInTheTrace();
    void aLimitThatWasReachedMeanwhileLowersTheFirstAttemptToo();
    void manyAtOnceNeverHoldMoreThanTheLimit();
    void aCrossingIsWarnedAboutOnce();
};

void TstHardLimit::whatFailedForNothingLeavesItsRoomToTheNext_data()
{
    QTest::addColumn<bool>("planKnows");
    QTest::newRow("lowered by the plan") << true;
    QTest::newRow("lowered when the register refuses") << false;
}

void TstHardLimit::whatFailedForNothingLeavesItsRoomToTheNext()
{
    QFETCH(bool, planKnows);
    const budget::Limits limits = daily(WholeBound / 2);
    Bench bench({u"a"_s, u"b"_s, u"c"_s}, limits);
    if (planKnows)
        bench.world.limits = limits;
    bench.useWorld();
    bench.chain.steps[0].retries = 1;
    bench.server.script(u"a"_s, {refusing(529, "overloaded_error")});
    bench.server.script(u"b"_s, {refusing(429, "rate_limit_error")});
    bench.server.script(u"c"_s, {answering(u"Here."_s)});
    QTRY_VERIFY(bench.isReady());

    const auto seen = bench.run();
    QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 30'000);
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(seen->text, u"Here."_s);
    QVERIFY(!seen->end().refusal);
    QCOMPARE(seen->tried(), (QStringList{u"a/m"_s, u"a/m"_s, u"b/m"_s, u"c/m"_s}));
    for (const QString &provider : {u"a"_s, u"b"_s, u"c"_s}) {
        const qint64 limit = limitSentTo(bench, provider);
        QVERIFY2(limit >= 64 && limit < 500, qPrintable(QString::number(limit)));
    }
    QCOMPARE(today(bench), (budget::Spent{.settled = {Answered}}));
}

void TstHardLimit::aSilentEndpointLeavesRoomForTheNext()
{
    Bench bench({u"a"_s, u"b"_s}, daily(WholeBound / 2));
    bench.chain.steps[0].clocks.firstByte = milliseconds{100};
    bench.server.script(u"a"_s, {{.status = 0, .then = Script::Then::Hang}});
    bench.server.script(u"b"_s, {answering(u"Here."_s)});
    const auto seen = bench.run();
    QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 30'000);
    QCOMPARE(seen->end().end, EndState::Complete);
    // Its prompt may be billed.
    const usage::Cost lost = seen->end().record.attempts.constFirst().cost;
    QCOMPARE(lost.kind, usage::CostKind::Estimated);
    QVERIFY(lost.amount->value > 0);
    QCOMPARE(today(bench), (budget::Spent{.settled = {Answered + lost.amount->value}}));
}

void TstHardLimit::anEndpointThatWasResetKeepsItsBound()
{
    Bench bench({u"a"_s, u"b"_s}, daily(WholeBound * 3 / 2));
    bench.server.script(u"a"_s, {{.status = 0, .then = Script::Then::Abort}});
    bench.server.script(u"b"_s, {answering(u"Here."_s)});
    qint64 mostHeld = 0;
    connect(bench.usage.get(), &usage::Register::standingChanged, this, [&mostHeld](const budget::Standing &standing) {
        for (const budget::Spent &spent : standing.days)
            mostHeld = std::max(mostHeld, spent.settled.value + spent.reserved.value);
    });
    const auto seen = bench.run();
    QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 30'000);
    QCOMPARE(seen->end().end, EndState::Complete);
    const qint64 limit = limitSentTo(bench, u"b"_s);
    QVERIFY2(limit >= 64 && limit < 500, qPrintable(QString::number(limit))); // half a bound is left
    QVERIFY(mostHeld > WholeBound);
    QVERIFY(mostHeld <= WholeBound * 3 / 2);
}

void TstHardLimit::aLimitOfTheRequestIsForAllItsAttempts()
{
    // What the first one was reset with may have been worked on: half of another bound is left, and nothing is cut.
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {{.status = 0, .then = Script::Then::Abort}});
    bench.server.script(u"b"_s, {answering(u"Not here."_s)});
    QTRY_VERIFY(bench.isReady());
    engine::RunSpec spec = bench.spec();
    spec.request.maxCost = NanoDollars{WholeBound * 3 / 2};
    const Observer seen(*bench.engine, spec);
    QTRY_VERIFY_WITH_TIMEOUT(seen.isOver(), 30'000);
    QVERIFY(seen.end().end != EndState::Complete);
    QVERIFY(bench.server.received(u"b"_s).isEmpty());
    QCOMPARE(seen.end().record.attempts.value(1).error, chat::ErrorType::OverBudget);
    QVERIFY(seen.end().refusal);
    QVERIFY2(seen.end().refusal->message.contains(u"of the $0.015 that this request may cost"_s),
             qPrintable(seen.end().refusal->message));
}

void TstHardLimit::noProviderIsSentTheLimitOfTheRequest()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {answering(u"Here."_s)});
    QTRY_VERIFY(bench.isReady());
    engine::RunSpec spec = bench.spec();
    spec.request.maxCost = NanoDollars{WholeBound * 2};
    const Observer seen(*bench.engine, spec);
    QTRY_VERIFY_WITH_TIMEOUT(seen.isOver(), 30'000);
    QCOMPARE(seen.text, u"Here."_s);
    QVERIFY(!bench.server.received(u"a"_s).constFirst().body.contains("max_cost"));
    QCOMPARE(seen.end().record.decision["max_cost"].toText(), u"0.02"_s);
}

void TstHardLimit::whatIsPassedOverForTheBudgetIsInTheTrace()
{
    // After a reset no useful part of another bound is left; what costs nothing may still serve.
    Bench bench({u"a"_s, u"b"_s, u"c"_s}, daily(WholeBound + 500'000));
    bench.endpoint(u"c"_s).price.reset();
    bench.endpoint(u"c"_s).free = true;
    bench.useWorld();
    bench.server.script(u"a"_s, {{.status = 0, .then = Script::Then::Abort}});
    bench.server.script(u"b"_s, {answering(u"Not here."_s)});
    bench.server.script(u"c"_s, {answering(u"Here."_s)});
    QList<QByteArray> plans;
    connect(bench.engine.get(), &engine::Engine::planned, this,
            [&plans](RequestId, const Result<routing::Plan> &plan) { plans.append(routing::toJson(*plan).dump()); });
    bench.engine->dryRun(bench.spec());

    const auto seen = bench.run();
    QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 30'000);
    QCOMPARE(seen->text, u"Here."_s);
    QVERIFY(bench.server.received(u"b"_s).isEmpty());
    QCOMPARE(seen->reasons(), (QStringList{u"first_try"_s, u"next_reset"_s, u"next_budget"_s}));
    const usage::AttemptRecord passedOver = seen->end().record.attempts.value(1);
    QCOMPARE(passedOver.endpointId, u"b/m"_s);
    QCOMPARE(passedOver.error, chat::ErrorType::OverBudget);
    QVERIFY2(passedOver.errorMessage.contains(u"the daily limit of $0.0105 has only"_s),
             qPrintable(passedOver.errorMessage));
    QCOMPARE(passedOver.cost, (usage::Cost{.kind = usage::CostKind::Computed, .amount = NanoDollars{0}}));
    QCOMPARE(seen->failed.value(1).error.type, chat::ErrorType::OverBudget);
    QVERIFY(!seen->end().refusal);
    QCOMPARE(plans.value(0), seen->end().record.decision.dump()); // the decision stays as it was made
}

void TstHardLimit::aLimitThatWasReachedMeanwhileLowersTheFirstAttemptToo()
{
    // The plan knows of no limit, as if another process had spent since.
    Bench bench({u"a"_s}, daily(WholeBound / 4));
    bench.server.script(u"a"_s, {answering(u"Here."_s)});
    const auto seen = bench.run();
    QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 30'000);
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(seen->tried(), QStringList{u"a/m"_s});
    const qint64 limit = limitSentTo(bench, u"a"_s);
    QVERIFY2(limit >= 64 && limit < 250, qPrintable(QString::number(limit)));
    QCOMPARE(seen->started.constFirst().candidate.maxTokens, limit);
    QVERIFY(seen->end().record.attempts.constFirst().bound->value <= WholeBound / 4);
}

void TstHardLimit::manyAtOnceNeverHoldMoreThanTheLimit()
{
    constexpr int Count = 40;
    const qint64 limit = WholeBound * 5 / 2;
    Bench bench({u"a"_s, u"b"_s}, daily(limit));
    bench.chain.steps[0].retries = 1;
    const Script reset{.status = 0, .then = Script::Then::Abort};
    bench.server.script(u"a"_s,
                        {refusing(529, "overloaded_error"), answering(u"One."_s), reset,
                         refusing(429, "rate_limit_error"), answering(u"Two."_s)});
    bench.server.script(u"b"_s, {answering(u"Three."_s)});
    qint64 mostHeld = 0;
    connect(bench.usage.get(), &usage::Register::standingChanged, this, [&mostHeld](const budget::Standing &standing) {
        for (const budget::Spent &spent : standing.days)
            mostHeld = std::max(mostHeld, spent.settled.value + spent.reserved.value);
    });
    std::vector<std::unique_ptr<Observer>> all;
    for (int i = 0; i < Count; ++i)
        all.push_back(bench.run());
    int complete = 0;
    for (const auto &seen : all) {
        QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 60'000);
        complete += seen->end().end == EndState::Complete ? 1 : 0;
        QVERIFY(seen->end().end == EndState::Complete || seen->end().refusal);
    }
    QVERIFY(complete > 0);
    QVERIFY2(mostHeld > limit / 2 && mostHeld <= limit, qPrintable(QString::number(mostHeld)));
    QCOMPARE(today(bench).reserved, NanoDollars{0});
}

void TstHardLimit::aCrossingIsWarnedAboutOnce()
{
    // One answer passes the warning share, two pass the limit, which only warns.
    Bench bench({u"a"_s}, daily(Answered * 12 / 10, false));
    bench.server.script(u"a"_s, {answering(u"Here."_s)});
    QList<budget::Warning> warnings;
    connect(bench.engine.get(), &engine::Engine::budgetWarned, this,
            [&warnings](const budget::Warning &warning) { warnings.append(warning); });
    for (const qsizetype expected : {0, 1, 2, 2}) {
        const auto seen = bench.run();
        QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 30'000);
        QCOMPARE(seen->end().end, EndState::Complete);
        QCOMPARE(warnings.size(), expected); // before its end
    }
    QVERIFY(!warnings.constFirst().passed);
    QVERIFY(warnings.constLast().passed);
    QCOMPARE(warnings.constLast().settled, NanoDollars{2 * Answered});
}

static const bool tstHardLimit = sb::testing::add<TstHardLimit>();

#include "tst_hard_limit.moc"
