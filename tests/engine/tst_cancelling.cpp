#include "tests/engine/bench.h"
#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using routing::EndState;

namespace {

Script streamingForEver()
{
    return {.body = textChunk(u"The signaller "_s), .then = Script::Then::Hang};
}

} // namespace

class TstCancelling : public QObject
{
    Q_OBJECT
private slots:
    void beforeTheRowIsOpenNothingIsSent();
    void whileWaitingForTheAnswerTheUpstreamIsClosed();
    void whileStreamingTheTextIsKeptAndWhatCameIsPaid();
    void whereCancellingDoesNotStopTheBillTheMostCounts();
    void whileWaitingForARetryNobodyIsAskedAgain();
    void afterTheEndItChangesNothing();
    void twiceEndsOnce();
    void atTheVeryEndThereIsOneEndAndTheRecordAgrees();
    void aHandleThatIsDestroyedCancels();
    void anEngineThatIsDestroyedCancelsAll();
};

void TstCancelling::beforeTheRowIsOpenNothingIsSent()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {answering(u"Here."_s)});
    const auto seen = bench.run();
    seen->handle->cancel();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->order, QStringList{u"ended cancelled"_s});
    QVERIFY(seen->end().recorded);
    QVERIFY(seen->end().record.attempts.isEmpty());
    QCOMPARE(seen->end().record.cost.amount, std::optional(NanoDollars{0}));
    QVERIFY(bench.server.received(u"a"_s).isEmpty());
}

void TstCancelling::whileWaitingForTheAnswerTheUpstreamIsClosed()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {{.status = 0, .then = Script::Then::Hang}});
    const auto seen = bench.run();
    QTRY_COMPARE(bench.server.received(u"a"_s).size(), 1);
    seen->handle->cancel();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->order, (QStringList{u"started a/m"_s, u"ended cancelled"_s}));
    QTRY_COMPARE(bench.server.left(), 1);
}

void TstCancelling::whileStreamingTheTextIsKeptAndWhatCameIsPaid()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.server.script(u"a"_s, {streamingForEver()});
    const auto seen = bench.run();
    QTRY_VERIFY(!seen->text.isEmpty());
    seen->handle->cancel();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Cancelled);
    QCOMPARE(seen->end().answer.text, u"The signaller "_s);
    QCOMPARE(seen->end().record.tokens.visibleOutput, 4); // 14 bytes
    QCOMPARE(seen->end().record.cost.kind, usage::CostKind::Estimated);
    QVERIFY(seen->end().record.cost.amount->value > 40'000);
    QTRY_COMPARE(bench.server.left(), 1);
}

void TstCancelling::whereCancellingDoesNotStopTheBillTheMostCounts()
{
    Bench bench({u"a"_s});
    bench.provider(u"a"_s).cancel.stopsBilling = false;
    bench.useWorld();
    bench.server.script(u"a"_s, {streamingForEver()});
    const auto seen = bench.run();
    QTRY_VERIFY(!seen->text.isEmpty());
    seen->handle->cancel();
    QTRY_VERIFY(seen->isOver());
    const usage::AttemptRecord attempt = seen->end().record.attempts.first();
    QCOMPARE(attempt.cost.kind, usage::CostKind::Estimated);
    QVERIFY(attempt.bound);
    QCOMPARE(attempt.cost.amount, attempt.bound);
    QVERIFY2(attempt.errorMessage.contains(u"bills an answer to its end"_s), qPrintable(attempt.errorMessage));
}

void TstCancelling::whileWaitingForARetryNobodyIsAskedAgain()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.chain.steps[0].patience = std::chrono::seconds{60};
    bench.server.script(u"a"_s, {refusing(429, "rate_limit_error", {{"retry-after", "50"}})});
    const auto seen = bench.run();
    QTRY_COMPARE(seen->failed.size(), 1);
    seen->handle->cancel();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->order, (QStringList{u"started a/m"_s, u"failed a/m"_s, u"ended cancelled"_s}));
    QCOMPARE(seen->end().record.attempts.size(), 1);
    QCOMPARE(bench.server.received(u"a"_s).size(), 1);
}

void TstCancelling::afterTheEndItChangesNothing()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {answering(u"Here."_s)});
    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    bench.engine->cancel(seen->handle->id());
    const auto next = bench.run();
    QTRY_VERIFY(next->isOver());
    QCOMPARE(seen->ended.size(), 1);
    QCOMPARE(next->end().end, EndState::Complete);
}

void TstCancelling::twiceEndsOnce()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {streamingForEver(), answering(u"Here."_s)});
    const auto seen = bench.run();
    QTRY_VERIFY(!seen->text.isEmpty());
    seen->handle->cancel();
    seen->handle->cancel();
    const auto next = bench.run();
    QTRY_VERIFY(next->isOver());
    QCOMPARE(seen->ended.size(), 1);
}

void TstCancelling::atTheVeryEndThereIsOneEndAndTheRecordAgrees()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {answering(u"Here it is."_s)});
    for (int i = 0; i < 20; ++i) {
        const auto seen = bench.run();
        QTRY_VERIFY(!seen->text.isEmpty());
        seen->handle->cancel(); // streaming, settling or over: whatever comes first
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->ended.size(), 1);
        QCOMPARE(seen->end().record.end, seen->end().end);
        QVERIFY(seen->end().recorded);
    }
}

void TstCancelling::aHandleThatIsDestroyedCancels()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {streamingForEver()});
    QList<EndState> ends;
    connect(bench.engine.get(), &engine::Engine::runEvent, this, [&ends](RequestId, const engine::RunEvent &event) {
        if (const auto *ended = std::get_if<engine::Ended>(&event))
            ends.append(ended->end);
    });
    auto seen = bench.run();
    QTRY_VERIFY(!seen->text.isEmpty());
    seen.reset();
    QTRY_COMPARE(ends, QList<EndState>{EndState::Cancelled});
    QTRY_COMPARE(bench.server.left(), 1);
}

void TstCancelling::anEngineThatIsDestroyedCancelsAll()
{
    Bench bench({u"a"_s});
    bench.server.script(u"a"_s, {streamingForEver()});
    std::vector<std::unique_ptr<Observer>> all;
    for (int i = 0; i < 3; ++i)
        all.push_back(bench.run());
    for (const auto &seen : all)
        QTRY_VERIFY(!seen->text.isEmpty());
    bench.engine.reset();
    for (const auto &seen : all) {
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->end().end, EndState::Cancelled);
        QVERIFY(seen->end().recorded);
    }
    QTRY_COMPARE(bench.server.left(), 3);
}

static const bool tstCancelling = sb::testing::add<TstCancelling>();

#include "tst_cancelling.moc"
