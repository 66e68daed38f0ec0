#include "tests/engine/bench.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using routing::AfterFirstContent;
using routing::EndState;
using std::chrono::milliseconds;

namespace {

const QString Whole = u"The signaller pulls a lever."_s;

Script broken(Script::Then then)
{
    return {.body = textChunk(u"The signaller "_s), .then = then};
}

} // namespace

/// What happens to an answer that breaks off after the reader has seen part of it.
class TstCommitPoint : public QObject
{
    Q_OBJECT
private slots:
    void aBrokenAnswerIsNeverCalledComplete_data();
    void aBrokenAnswerIsNeverCalledComplete();
    void theChainSaysWhatFollows_data();
    void theChainSaysWhatFollows();
    void theOriginalFailureIsNotMaskedByALaterOne();
    void aSpliceMayFailBeforeItBeginsAndGoOnElsewhere();
    void reasoningThatWasShownIsReplaced();
    void bothAnswersAreOnTheBill();
    void anErrorInsideTheStreamKeepsThePartialText();
};

void TstCommitPoint::aBrokenAnswerIsNeverCalledComplete_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<EndState>("end");
    QTest::newRow("the connection breaks") << broken(Script::Then::Abort) << EndState::Cut;
    QTest::newRow("the connection ends politely") << broken(Script::Then::Finish) << EndState::Cut;
    QTest::newRow("silence") << broken(Script::Then::Hang) << EndState::Stalled;
    QTest::newRow("a finish reason without [DONE] is complete")
        << Script{.body = textChunk(u"The signaller "_s) + finishChunk()} << EndState::Complete;
    QTest::newRow("a finish reason and then a break is complete")
        << Script{.body = textChunk(u"The signaller "_s) + finishChunk(), .then = Script::Then::Abort}
        << EndState::Complete;
    QTest::newRow("the output limit") << Script{.body = textChunk(u"The signaller "_s) + finishChunk("length")}
                                      << EndState::Length;
    QTest::newRow("a filter") << Script{.body = textChunk(u"The signaller "_s) + finishChunk("content_filter")}
                              << EndState::Filtered;
}

void TstCommitPoint::aBrokenAnswerIsNeverCalledComplete()
{
    QFETCH(Script, script);
    QFETCH(EndState, end);
    Bench bench({u"a"_s});
    bench.chain.afterFirstContent = AfterFirstContent::Error;
    bench.chain.steps[0].clocks.idle = milliseconds{200};
    bench.server.script(u"a"_s, {script});

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, end);
    QCOMPARE(seen->end().record.end, end);
    QCOMPARE(seen->text, u"The signaller "_s);
    QCOMPARE(seen->end().answer.text, u"The signaller "_s);
    QCOMPARE(seen->end().record.servedEndpoint, u"a/m"_s);
}

void TstCommitPoint::theChainSaysWhatFollows_data()
{
    QTest::addColumn<AfterFirstContent>("mode");
    QTest::addColumn<QString>("second");
    QTest::addColumn<EndState>("end");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("tried");
    const QStringList one{u"a/m"_s};
    const QStringList both{u"a/m"_s, u"b/m"_s};
    const QString partial = u"The signaller "_s;
    const QString other = u"Levers and blocks."_s;
    QTest::newRow("error keeps the partial text")
        << AfterFirstContent::Error << Whole << EndState::Cut << partial << one;
    QTest::newRow("hold shows only the second answer")
        << AfterFirstContent::Hold << other << EndState::Complete << other << both;
    QTest::newRow("splice goes on where the second answer repeats the first")
        << AfterFirstContent::Splice << Whole << EndState::Complete << Whole << both;
    QTest::newRow("splice ends where it says something else")
        << AfterFirstContent::Splice << other << EndState::Cut << partial << both;
    QTest::newRow("splice ends where it is shorter")
        << AfterFirstContent::Splice << u"The"_s << EndState::Cut << partial << both;
    QTest::newRow("continue is a splice where the next endpoint takes no prefill")
        << AfterFirstContent::Continue << Whole << EndState::Complete << Whole << both;
}

void TstCommitPoint::theChainSaysWhatFollows()
{
    QFETCH(AfterFirstContent, mode);
    QFETCH(QString, second);
    Bench bench({u"a"_s, u"b"_s});
    bench.chain.afterFirstContent = mode;
    bench.server.script(u"a"_s, {broken(Script::Then::Abort)});
    bench.server.script(u"b"_s, {answering(second)});

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QTEST(seen->tried(), "tried");
    QFETCH(EndState, end);
    QCOMPARE(seen->end().end, end);
    QTEST(seen->text, "text");
    QCOMPARE(seen->end().answer.text, seen->text);
    QVERIFY(!seen->order.contains(u"restarted"_s));
    QCOMPARE(seen->ended.size(), 1);
    QCOMPARE(seen->failed.size(), end == EndState::Complete ? 1 : seen->started.size());
}

void TstCommitPoint::theOriginalFailureIsNotMaskedByALaterOne()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.chain.afterFirstContent = AfterFirstContent::Splice;
    bench.server.script(u"a"_s, {broken(Script::Then::Abort)});
    bench.server.script(u"b"_s, {refusing(401, "invalid_api_key")});

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Cut);
    QCOMPARE(seen->end().answer.error->type, chat::ErrorType::Cut);
    QCOMPARE(seen->end().record.servedEndpoint, u"a/m"_s);
    QCOMPARE(seen->end().record.attempts.size(), 2);
}

void TstCommitPoint::aSpliceMayFailBeforeItBeginsAndGoOnElsewhere()
{
    Bench bench({u"a"_s, u"b"_s, u"c"_s});
    bench.chain.afterFirstContent = AfterFirstContent::Splice;
    bench.server.script(u"a"_s, {broken(Script::Then::Abort)});
    bench.server.script(u"b"_s, {refusing(529, "overloaded_error")});
    bench.server.script(u"c"_s, {answering(Whole)});

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(seen->text, Whole);
    QCOMPARE(seen->end().record.servedEndpoint, u"c/m"_s);
}

void TstCommitPoint::reasoningThatWasShownIsReplaced()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.chain.afterFirstContent = AfterFirstContent::Splice;
    bench.server.script(u"a"_s, {{.body = reasoningChunk(u"Let me think"_s), .then = Script::Then::Abort}});
    bench.server.script(u"b"_s, {answering(Whole)});

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Complete);
    QCOMPARE(seen->order,
             (QStringList{u"started a/m"_s, u"failed a/m"_s, u"started b/m"_s, u"restarted"_s, u"text"_s, u"text"_s,
                          u"ended complete"_s}));
    QVERIFY(seen->end().answer.reasoning.isEmpty());
}

void TstCommitPoint::bothAnswersAreOnTheBill()
{
    Bench bench({u"a"_s, u"b"_s});
    bench.chain.afterFirstContent = AfterFirstContent::Hold;
    bench.server.script(u"a"_s, {broken(Script::Then::Abort)});
    bench.server.script(u"b"_s, {answering(Whole)});

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    const auto &attempts = seen->end().record.attempts;
    QCOMPARE(attempts.at(0).cost.kind, usage::CostKind::Estimated);
    QCOMPARE(attempts.at(1).cost, (usage::Cost{.kind = usage::CostKind::Computed, .amount = NanoDollars{200'000}}));
    QCOMPARE(seen->end().record.cost.kind, usage::CostKind::Estimated);
    QCOMPARE(seen->end().record.cost.amount,
             std::optional(saturatingAdd(*attempts.at(0).cost.amount, NanoDollars{200'000})));
}

void TstCommitPoint::anErrorInsideTheStreamKeepsThePartialText()
{
    Bench bench({u"a"_s});
    bench.chain.afterFirstContent = AfterFirstContent::Error;
    bench.server.script(
        u"a"_s,
        {{.body = textChunk(u"The signaller "_s) + "data: {\"error\":{\"message\":\"out of memory\",\"code\":500}}\n\n",
          .then = Script::Then::Hang}});

    const auto seen = bench.run();
    QTRY_VERIFY(seen->isOver());
    QCOMPARE(seen->end().end, EndState::Failed);
    QCOMPARE(seen->end().answer.text, u"The signaller "_s);
    QVERIFY(seen->end().answer.error->message.contains(u"out of memory"_s));
}

static const bool tstCommitPoint = sb::testing::add<TstCommitPoint>();

#include "tst_commit_point.moc"
