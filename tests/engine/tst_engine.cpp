#include "tests/engine/bench.h"
#include "tests/testing/testing.h"

#include "core/usage/queries.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using routing::EndState;

class TstEngine : public QObject
{
    Q_OBJECT
private slots:
    void aRequestIsAnsweredAndRecorded();
    void aDryRunIsTheDecisionThatIsStoredNext();
    void aDryRunSpendsAndSendsNothing();
    void aPlanKnowsWhatIsLeftOfAHardLimit();
    void whatCannotBeRunIsRefusedWithASentence_data();
    void whatCannotBeRunIsRefusedWithASentence();
    void noCandidateNamesTheReasons();
    void whatDoesNotFitTheBudgetIsNotSent();
    void aRetryThatDoesNotFitTheBudgetIsNotSent();
    void aRegisterThatCannotBeUsedSendsNothing();
    void anUnpricedAnswerHasNoCostAndNotZero();
    void theProvidersUsageIsPriced();
    void anAnswerWithoutUsageIsEstimated();
    void aPracticeRequestGoesToThePracticeLedger();
    void fiftyRequestsAtOnceAreFiftyRecords();
    void anEventOfOneRunReachesNoOther();
    void whatTheDialectCouldNotCarryOverIsSaid();
    void aWorldIsUsedFromTheNextRequestOn();
    void whatIsAskedBeforeTheFirstWorldWaitsForIt();
    void aMissingModelStaysMarkedUntilTheCatalogChanges();
    void whatWasLearnedBeforeARestartStillHolds();
    void whoIsLeftAloneAfterFailuresIsTold();
};

void TstEngine::whoIsLeftAloneAfterFailuresIsTold()
{
    using State = routing::BreakerView::State;
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, QList<Script>(5, refusing(503, "overloaded")));
    bench.server.script(u"b"_s, QList<Script>(5, answering(u"Yes."_s)));
    for (int i = 0; i < 5; ++i) {
        const auto run = bench.run();
        QTRY_VERIFY(run->isOver());
    }
    std::optional<QHash<QString, routing::BreakerView>> seen;
    engine::CheckId asked;
    const QObject listener; // what is told after the test finds nobody
    connect(bench.engine.get(), &engine::Engine::healthSeen, &listener,
            [&](engine::CheckId id, const QHash<QString, routing::BreakerView> &breakers) {
                if (id == asked)
                    seen = breakers;
            });
    asked = bench.engine->lookAtHealth();
    QTRY_VERIFY(seen);
    QCOMPARE(seen->size(), 1); // who answers is not in it
    const routing::BreakerView view = seen->value(u"a/m"_s);
    QCOMPARE(view.state, State::CoolingDown);
    QVERIFY(view.left.count() > 0 && view.left <= std::chrono::seconds(5));
}

void TstEngine::whatWasLearnedBeforeARestartStillHolds()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {answering(u"Yes."_s)});
    const auto first = bench.run();
    QTRY_VERIFY(first->isOver());
    QVERIFY(!first->end().plan.candidates.constFirst().expectedFirstToken);

    bench.restart();
    std::optional<routing::Plan> plan;
    const QObject listener; // what is told after the test finds nobody
    connect(bench.engine.get(), &engine::Engine::planned, &listener,
            [&plan](RequestId, const Result<routing::Plan> &planned) { plan = *planned; });
    const auto isRemembered = [&] { // nobody waits for what is remembered, so that it is asked until it is
        bench.engine->dryRun(bench.spec());
        return plan && plan->candidates.constFirst().expectedFirstToken;
    };
    QTRY_VERIFY(isRemembered());
    QCOMPARE(bench.server.received(u"a"_s).size(), 1);
}

void TstEngine::aRequestIsAnsweredAndRecorded()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {answering(u"Levers."_s)});
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    const engine::Ended &end = seen->end();
    QCOMPARE(end.end, EndState::Complete);
    QCOMPARE(end.answer.text, u"Levers."_s);
    QCOMPARE(end.key, (std::optional<usage::RecordKey>({.ledger = usage::Ledger::Real, .seq = 1})));

    SystemClock clock;
    usage::Queries queries(bench.registerPath(), clock);
    std::optional<usage::RequestRecord> stored;
    connect(&queries, &usage::Queries::answered, this,
            [&stored](usage::Ticket, const Result<usage::QueryAnswer> &answer) {
                QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().message));
                stored = std::get<usage::RequestRecord>(*answer);
            });
    queries.ask(usage::DetailQuery{.key = *end.key});
    QTRY_VERIFY(stored);
    QVERIFY(!stored->open);
    QCOMPARE(stored->opened.client, u"test"_s);
    QCOMPARE(stored->opened.chain, u"test"_s);
    QCOMPARE(stored->settled.end, EndState::Complete);
    QCOMPARE(stored->settled.cost, end.record.cost);
    QCOMPARE(stored->settled.attempts.size(), 1);
    QCOMPARE(stored->settled.decision, end.record.decision);
    QCOMPARE(stored->settled.answer["choices"].at(0)["message"]["content"].toText(), u"Levers."_s);
}

void TstEngine::aDryRunIsTheDecisionThatIsStoredNext()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {answering(u"Levers."_s)});
    QList<QByteArray> plans;
    connect(bench.engine.get(), &engine::Engine::planned, this,
            [&plans](RequestId, const Result<routing::Plan> &plan) { plans.append(routing::toJson(*plan).dump()); });
    bench.engine->dryRun(bench.spec());
    bench.engine->dryRun(bench.spec());
    QTRY_COMPARE(plans.size(), 2);
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(plans.at(0), plans.at(1));
    QCOMPARE(seen->end().record.decision.dump(), plans.at(0));
}

void TstEngine::aDryRunSpendsAndSendsNothing()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {answering(u"Levers."_s)});
    int planned = 0;
    connect(bench.engine.get(), &engine::Engine::planned, this, [&planned] { ++planned; });
    bench.engine->dryRun(bench.spec());
    QTRY_COMPARE(planned, 1);
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().key->seq, 1); // no row before it
    QCOMPARE(bench.server.received(u"a"_s).size(), 1);
}

/// Each answer costs 200 micro-dollars (100 tokens in, 10 out), and may cost 10 milli-dollars more (1,000 out).
void TstEngine::aPlanKnowsWhatIsLeftOfAHardLimit()
{
    const budget::Limits limits{.daily = budget::Limit{.amount = NanoDollars{10'500'000}}};
    Bench bench({u"a"_s}, limits);
    bench.server.script(u"a"_s, {answering(u"Levers."_s)});
    bench.world.limits = limits;
    bench.useWorld();
    QTRY_VERIFY(bench.isReady());
    QList<routing::Plan> plans;
    connect(bench.engine.get(), &engine::Engine::planned, this,
            [&plans](RequestId, const Result<routing::Plan> &plan) { plans.append(*plan); });

    bench.engine->dryRun(bench.spec());
    QTRY_COMPARE(plans.size(), 1);
    QVERIFY(!plans.last().candidates.constFirst().maxTokens); // it fits as it is

    for (int i = 0; i < 3; ++i) {
        const auto seen = bench.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->end().end, EndState::Complete);
    }
    bench.engine->dryRun(bench.spec());
    QTRY_COMPARE(plans.size(), 2);
    const std::optional<qint64> lowered = plans.last().candidates.constFirst().maxTokens;
    QVERIFY(lowered && *lowered < 1'000);
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().record.decision, routing::toJson(plans.last()));
    QVERIFY(bench.server.received(u"a"_s).constLast().body.contains("\"max_tokens\":" + QByteArray::number(*lowered)));
}

void TstEngine::whatCannotBeRunIsRefusedWithASentence_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("no message") << u"messages"_s << Error::Kind::InvalidInput << u"messages"_s;
    QTest::newRow("no model and no chain") << u"model"_s << Error::Kind::InvalidInput << u"model"_s;
    QTest::newRow("an unknown chain") << u"chain"_s << Error::Kind::NotFound << u"nowhere"_s;
    QTest::newRow("an unknown chain as the model") << u"chain/model"_s << Error::Kind::NotFound << u"nowhere"_s;
    QTest::newRow("a chain without steps") << u"steps"_s << Error::Kind::InvalidInput << u"no steps"_s;
    QTest::newRow("a chain that would hammer a provider")
        << u"retries"_s << Error::Kind::InvalidInput << u"steps[0].retries: 0 to 10 retries, not 100000."_s;
    QTest::newRow("a chain that would wait for ever")
        << u"clock"_s << Error::Kind::InvalidInput << u"steps[0].clocks.first_byte_ms: "_s;
}

void TstEngine::whatCannotBeRunIsRefusedWithASentence()
{
    QFETCH(QString, what);
    Bench bench({u"a"_s});
    engine::RunSpec spec = bench.spec();
    if (what == u"messages"_s)
        spec.request.messages.clear();
    else if (what == u"steps"_s)
        spec.chainValue->steps.clear();
    else if (what == u"retries"_s)
        spec.chainValue->steps[0].retries = 100'000;
    else if (what == u"clock"_s)
        spec.chainValue->steps[0].clocks.firstByte = std::chrono::milliseconds{0};
    else
        spec.chainValue.reset();
    if (what == u"chain"_s)
        spec.chain = u"nowhere"_s;
    if (what == u"chain/model"_s)
        spec.request.model = u"chain/nowhere"_s;

    Observer seen(*bench.engine, spec);
    QTRY_VERIFY(seen.isOver());
    QCOMPARE(seen.order, QStringList{u"ended failed"_s});
    QVERIFY(!seen.end().key);
    QVERIFY(!seen.end().recorded);
    QTEST(seen.end().refusal->kind, "kind");
    QFETCH(QString, says);
    QVERIFY2(seen.end().refusal->message.contains(says), qPrintable(seen.end().refusal->message));
}

void TstEngine::noCandidateNamesTheReasons()
{
    Bench bench({u"a"_s});
    bench.provider(u"a"_s).auth = catalog::Provider::Auth::Bearer; // and no key
    bench.useWorld();
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QVERIFY(!seen->end().key);
    QCOMPARE(seen->end().plan.excluded.constFirst().reason, routing::Exclusion::NoKey);
    QVERIFY2(seen->end().refusal->message.contains(u"a/m"_s), qPrintable(seen->end().refusal->message));
}

void TstEngine::whatDoesNotFitTheBudgetIsNotSent()
{
    Bench bench({u"a"_s}, {.daily = budget::Limit{.amount = NanoDollars{1}}});
    bench.server.script(u"a"_s, {answering(u"Levers."_s)});
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->order, (QStringList{u"started a/m"_s, u"failed a/m"_s, u"ended failed"_s}));
    QCOMPARE(seen->failed.constFirst().error.type, chat::ErrorType::OverBudget);
    QVERIFY(!seen->end().key);
    QVERIFY(!seen->end().refusal->message.isEmpty());
    QVERIFY(bench.server.received(u"a"_s).isEmpty());
}

void TstEngine::aRetryThatDoesNotFitTheBudgetIsNotSent()
{
    // Room for one bound of some 0.01 $, and not for a useful part of another.
    Bench bench({u"a"_s, u"b"_s}, {.daily = budget::Limit{.amount = NanoDollars{10'500'000}}});
    bench.server.script(u"a"_s, {{.status = 0, .then = Script::Then::Abort}});
    bench.server.script(u"b"_s, {answering(u"Levers."_s)});
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->tried(), (QStringList{u"a/m"_s, u"b/m"_s}));
    QCOMPARE(seen->failed.constLast().error.type, chat::ErrorType::OverBudget);
    QCOMPARE(seen->end().end, EndState::Failed);
    QCOMPARE(seen->end().answer.error->type, chat::ErrorType::ResetBeforeAnswer); // the first reason stays
    QVERIFY(seen->end().recorded);
    QVERIFY(seen->end().refusal);
    QVERIFY(bench.server.received(u"b"_s).isEmpty());
}

void TstEngine::aRegisterThatCannotBeUsedSendsNothing()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {answering(u"Levers."_s)});
    SystemClock clock;
    usage::Register broken({.path = u"/dev/null/usage.sqlite"_s}, clock);
    broken.start();
    engine::Engine engine(broken, clock, std::make_unique<SeededRandom>(1));
    engine.setWorld(bench.world);
    Observer seen(engine, bench.spec());
    QTRY_VERIFY(seen.isOver());
    QCOMPARE(seen.order, QStringList{u"ended failed"_s});
    QVERIFY(seen.end().refusal);
    QVERIFY(!seen.end().recorded);
    QVERIFY(bench.server.received(u"a"_s).isEmpty());
}

void TstEngine::anUnpricedAnswerHasNoCostAndNotZero()
{
    Bench bench({u"a"_s});
    bench.endpoint(u"a"_s).price.reset();
    bench.useWorld();
    bench.server.script(u"a"_s, {answering(u"Levers."_s)});
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(seen->end().record.cost, (usage::Cost{.kind = usage::CostKind::Unpriced}));
    QCOMPARE(seen->end().record.tokens.input(), 100);
}

void TstEngine::theProvidersUsageIsPriced()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {answering(u"Levers."_s)});
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    // 100 in at 1 $ and 10 out at 10 $ a million.
    QCOMPARE(seen->end().record.cost, (usage::Cost{.kind = usage::CostKind::Computed, .amount = NanoDollars{200'000}}));
    QCOMPARE(seen->end().record.attempts.constFirst().priceSource, u"about:test 2026-01-01"_s);
}

void TstEngine::anAnswerWithoutUsageIsEstimated()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {{.body = textChunk(u"Levers."_s) + finishChunk()}});
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(seen->end().record.cost.kind, usage::CostKind::Estimated);
    QVERIFY(seen->end().record.attempts.constFirst().tokensEstimated);
    QCOMPARE(seen->end().record.tokens.visibleOutput, 2); // 7 bytes
}

void TstEngine::aPracticeRequestGoesToThePracticeLedger()
{
    Bench bench({u"a"_s});
    bench.provider(u"a"_s).practice = true;
    bench.useWorld();
    bench.server.script(u"a"_s, {answering(u"Levers."_s)});
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().key->ledger, usage::Ledger::Practice);
}

void TstEngine::fiftyRequestsAtOnceAreFiftyRecords()
{
    constexpr int Count = 50;
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {answering(u"Levers."_s)});
    std::vector<std::unique_ptr<Observer>> all;
    for (int i = 0; i < Count; ++i)
        all.push_back(bench.run());
    QSet<qint64> keys;
    for (const auto &seen : all) {
        QTRY_VERIFY_WITH_TIMEOUT(seen->isOver(), 20'000);
        QCOMPARE(seen->ended.size(), 1);
        QCOMPARE(seen->order, (QStringList{u"started a/m"_s, u"text"_s, u"text"_s, u"ended complete"_s}));
        keys.insert(seen->end().key->seq);
    }
    QCOMPARE(keys.size(), Count);
    QCOMPARE(*std::max_element(keys.begin(), keys.end()), Count);
}

void TstEngine::anEventOfOneRunReachesNoOther()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {answering(u"one"_s), answering(u"two"_s)});
    const auto first = bench.run();
    QTRY_VERIFY(!bench.server.received(u"a"_s).isEmpty());
    const auto second = bench.run();
    QTRY_VERIFY(first->isOver() && second->isOver());
    QCOMPARE(first->text, u"one"_s);
    QCOMPARE(second->text, u"two"_s);
}

void TstEngine::whatTheDialectCouldNotCarryOverIsSaid()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {answering(u"Levers."_s)});
    engine::RunSpec spec = bench.spec();
    spec.request.extra.set("n", 3);
    Observer seen(*bench.engine, spec);
    QTRY_VERIFY(seen.isOver());
    QVERIFY(!seen.started.isEmpty());
    QVERIFY(!seen.started.constFirst().notices.isEmpty());
}

void TstEngine::aWorldIsUsedFromTheNextRequestOn()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {answering(u"old"_s)});
    bench.server.script(u"b"_s, {answering(u"new"_s)});
    const auto first = bench.run();
    bench.provider(u"a"_s).enabled = false;
    bench.useWorld();
    const auto second = bench.run();
    QTRY_VERIFY(first->isOver() && second->isOver());
    QCOMPARE(first->text, u"old"_s);
    QCOMPARE(second->text, u"new"_s);
}

void TstEngine::whatIsAskedBeforeTheFirstWorldWaitsForIt()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {answering(u"Levers."_s)});
    SystemClock clock;
    engine::Engine early(*bench.usage, clock, std::make_unique<SeededRandom>(7));
    Observer run(early, bench.spec());
    Observer cancelled(early, bench.spec());
    cancelled.handle->cancel();
    std::optional<Result<routing::Plan>> plan;
    connect(&early, &engine::Engine::planned, this, [&plan](RequestId, const auto &planned) { plan = planned; });
    early.dryRun(bench.spec());
    QTRY_VERIFY(cancelled.isOver()); // so the others had their chance
    QVERIFY(!run.isOver() && !plan);
    early.setWorld(bench.world);
    QTRY_VERIFY(run.isOver() && plan);
    QCOMPARE(run.text, u"Levers."_s);
    QVERIFY(*plan && !(*plan)->candidates.isEmpty());
    QCOMPARE(cancelled.order, QStringList{u"ended cancelled"_s});
    QVERIFY(!cancelled.end().key);
}

void TstEngine::aMissingModelStaysMarkedUntilTheCatalogChanges()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {refusing(404, "model_not_found")});
    bench.server.script(u"b"_s, {answering(u"Here."_s)});
    const auto tried = [&bench] {
        const auto seen = bench.run();
        return QTest::qWaitFor([&seen] { return seen->isOver(); }, 30'000) ? seen->tried() : QStringList();
    };
    QCOMPARE(tried(), (QStringList{u"a/m"_s, u"b/m"_s}));
    QCOMPARE(tried(), QStringList{u"b/m"_s});
    bench.world.limits.daily = budget::Limit{.amount = NanoDollars{1'000'000'000}}; // another setting
    bench.useWorld();
    QCOMPARE(tried(), QStringList{u"b/m"_s});
    bench.endpoint(u"a"_s).upstreamModel = u"m2"_s;
    bench.useWorld();
    QCOMPARE(tried(), (QStringList{u"a/m"_s, u"b/m"_s}));
}

static const bool tstEngine = sb::testing::add<TstEngine>();

#include "tst_engine.moc"
