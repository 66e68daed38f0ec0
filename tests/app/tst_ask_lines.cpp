#include "app/ask_lines.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::app;
using routing::EndState;
using routing::Move;
using routing::MoveReason;
using std::chrono::milliseconds;

namespace {

const routing::Candidate Express{.endpointId = u"practice-a/express"_s};

engine::Ended answered()
{
    engine::Ended ended{.end = EndState::Complete};
    ended.answer.text = u"Levers."_s;
    ended.plan.practice = true;
    ended.key = usage::RecordKey{.ledger = usage::Ledger::Practice, .seq = 7};
    ended.record.servedEndpoint = u"practice-b/local-line"_s;
    ended.record.modelId = u"practice/local-line"_s;
    ended.record.latency = milliseconds{1'440};
    ended.record.tokens = {.freshInput = 12, .visibleOutput = 96};
    ended.record.cost = {.kind = usage::CostKind::Computed, .amount = NanoDollars{158'400}};
    ended.record.attempts = {
        {.endpointId = u"practice-a/express"_s,
         .httpStatus = 529,
         .error = chat::ErrorType::ProviderOverloaded,
         .errorMessage = u"busy"_s,
         .moveReason = "first_try"},
        {.endpointId = u"practice-b/local-line"_s,
         .httpStatus = 200,
         .succeeded = true,
         .moveReason = "next_overloaded"},
    };
    return ended;
}

} // namespace

class TstAskLines : public QObject
{
    Q_OBJECT
private slots:
    void aFailedAttemptSaysWhatComesNext_data();
    void aFailedAttemptSaysWhatComesNext();
    void anAnsweringAttemptIsNamed();
    void theSummaryNamesWhoServedAndWhatItCost();
    void anUnknownCostIsNotZero();
    void theExitCodeIsZeroOnlyForACompleteAnswer_data();
    void theExitCodeIsZeroOnlyForACompleteAnswer();
    void jsonHasAllThatTheLinesSay();
    void aProblemIsSaidOnce();
    void aTerminalIsNotCommanded();
    void aMissingKeyIsToldFromOtherReasons_data();
    void aMissingKeyIsToldFromOtherReasons();
    void withoutAKeychainTheAdviceSaysSo();
};

void TstAskLines::aFailedAttemptSaysWhatComesNext_data()
{
    QTest::addColumn<Move>("next");
    QTest::addColumn<QString>("says");
    QTest::newRow("on") << Move{.kind = Move::Kind::Try, .reason = MoveReason::NextOverloaded} << u"moving on"_s;
    QTest::newRow("again") << Move{.kind = Move::Kind::Try,
                                   .reason = MoveReason::RetryTransient,
                                   .delay = milliseconds{512}}
                           << u"retrying in 0.5 s"_s;
    QTest::newRow("again when it was told to")
        << Move{.kind = Move::Kind::Try, .reason = MoveReason::RetryAfterHeader, .delay = milliseconds{3'000}}
        << u"retrying in 3.0 s"_s;
    QTest::newRow("nobody left") << Move{.reason = MoveReason::StopExhausted} << u"giving up"_s;
}

void TstAskLines::aFailedAttemptSaysWhatComesNext()
{
    QFETCH(Move, next);
    QFETCH(QString, says);
    const engine::AttemptFailed attempt{
        .number = 2, .candidate = Express, .error = {.type = chat::ErrorType::ProviderOverloaded}, .next = next};
    QCOMPARE(failedLine(attempt), u"attempt 2 practice-a/express: failed provider_overloaded, "_s + says);
}

void TstAskLines::anAnsweringAttemptIsNamed()
{
    QCOMPARE(answeringLine(4, Express), u"attempt 4 practice-a/express: answering"_s);
}

void TstAskLines::theSummaryNamesWhoServedAndWhatItCost()
{
    QCOMPARE(summaryLine(answered()),
             u"complete: practice/local-line by practice-b/local-line, 12 tokens in, 96 out, $0.0001584 computed, "
             "practice, 1.4 s"_s);
    engine::Ended real = answered();
    real.plan.practice = false;
    QVERIFY(!summaryLine(real).contains(u", practice,"_s));
}

void TstAskLines::anUnknownCostIsNotZero()
{
    engine::Ended ended = answered();
    ended.record.cost = {};
    QVERIFY(summaryLine(ended).contains(u"unpriced"_s));
    QVERIFY(!summaryLine(ended).contains(u'$'));
    QVERIFY(toJson(ended)["cost"]["usd"].isNull());
}

void TstAskLines::theExitCodeIsZeroOnlyForACompleteAnswer_data()
{
    QTest::addColumn<EndState>("end");
    QTest::addColumn<int>("code");
    QTest::newRow("complete") << EndState::Complete << 0;
    QTest::newRow("length") << EndState::Length << 1;
    QTest::newRow("filtered") << EndState::Filtered << 1;
    QTest::newRow("cut") << EndState::Cut << 1;
    QTest::newRow("stalled") << EndState::Stalled << 1;
    QTest::newRow("failed") << EndState::Failed << 1;
    QTest::newRow("cancelled") << EndState::Cancelled << 130;
}

void TstAskLines::theExitCodeIsZeroOnlyForACompleteAnswer()
{
    QFETCH(EndState, end);
    QTEST(exitCode({.end = end}), "code");
}

void TstAskLines::jsonHasAllThatTheLinesSay()
{
    QCOMPARE(
        QString::fromUtf8(toJson(answered()).dump()),
        uR"({"answer":"Levers.","end":"complete","model":"practice/local-line","endpoint":"practice-b/local-line",)"
        R"("attempts":[{"endpoint":"practice-a/express","reason":"first_try","succeeded":false,)"
        R"("error":"provider_overloaded","message":"busy","status":529,"waited_ms":0,"duration_ms":0},)"
        R"({"endpoint":"practice-b/local-line","reason":"next_overloaded","succeeded":true,"status":200,)"
        R"("waited_ms":0,"duration_ms":0}],"usage":{"input":12,"cache_read":0,"cache_write":0,"output":96,)"
        R"("reasoning":0},"cost":{"kind":"computed","usd":0.0001584,"ledger":"practice"},"latency_ms":1440,)"
        R"("record":7})"_s);
}

void TstAskLines::aProblemIsSaidOnce()
{
    QVERIFY(problem(answered()).isEmpty());
    engine::Ended failed{.end = EndState::Failed};
    failed.answer.error = chat::ProviderError{.message = u"The provider is busy."_s};
    QCOMPARE(problem(failed), u"The provider is busy."_s);
    failed.refusal = Error{.message = u"The budget is used up."_s};
    QCOMPARE(problem(failed), u"The provider is busy. The budget is used up."_s);
    failed.answer.error = chat::ProviderError{.message = u"Overloaded"_s}; // as the provider has it
    QCOMPARE(problem(failed), u"Overloaded. The budget is used up."_s);
}

void TstAskLines::aTerminalIsNotCommanded()
{
    QCOMPARE(forTerminal(u"a\x1b[31mb\a\r\n\tc\u009bd"_s), u"a[31mb\n\tcd"_s);
}

void TstAskLines::aMissingKeyIsToldFromOtherReasons_data()
{
    QTest::addColumn<routing::Plan>("plan");
    QTest::addColumn<bool>("lacks");
    using routing::Exclusion;
    QTest::newRow("no key") << routing::Plan{.excluded = {{.reason = Exclusion::NoKey}}} << true;
    QTest::newRow("no key among others") << routing::Plan{.excluded = {{.reason = Exclusion::Budget},
                                                                       {.reason = Exclusion::NoKey}}}
                                         << true;
    QTest::newRow("another reason") << routing::Plan{.excluded = {{.reason = Exclusion::Budget}}} << false;
    QTest::newRow("somebody else could be asked")
        << routing::Plan{.candidates = {Express}, .excluded = {{.reason = Exclusion::NoKey}}} << false;
}

void TstAskLines::aMissingKeyIsToldFromOtherReasons()
{
    QFETCH(routing::Plan, plan);
    const QString advice = keyAdvice(plan, {.variables = {u"A_KEY"_s, u"B_KEY"_s}}, secrets::Keychain::Usable);
    QTEST(!advice.isEmpty(), "lacks");
    QTEST(advice.contains(u"$A_KEY or $B_KEY and use --keys-from-env."_s), "lacks");
    const QString named =
        keyAdvice(plan, {.variables = {u"A_KEY"_s}, .providers = {u"a"_s, u"b"_s}, .mustBeNamed = true},
                  secrets::Keychain::Usable);
    QTEST(named.contains(u"use --keys-from-env=a,b."_s), "lacks");
}

void TstAskLines::withoutAKeychainTheAdviceSaysSo()
{
    const routing::Plan plan{.excluded = {{.reason = routing::Exclusion::NoKey}}};
    const QString advice = keyAdvice(plan, {}, secrets::Keychain::Missing);
    QVERIFY2(advice.contains(u"no keychain"_s) && !advice.contains(u'$'), qPrintable(advice));
}

static const bool tstAskLines = sb::testing::add<TstAskLines>();

#include "tst_ask_lines.moc"
