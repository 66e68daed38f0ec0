#include "tests/engine/bench.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using routing::AfterFirstContent;
using routing::EndState;

namespace {

/// Two endpoints, of which the first must answer in JSON.
class Checked final
{
public:
    Checked(AfterFirstContent mode, const QString &first)
        : bench({u"a"_s, u"b"_s})
    {
        bench.chain.afterFirstContent = mode;
        for (routing::Step &step : bench.chain.steps)
            step.accept = {routing::JsonCheck{}};
        bench.server.script(u"a"_s, {answering(first)});
        bench.server.script(u"b"_s, {answering(u"{\"from\": \"b\"}"_s)});
    }

    Bench bench;
};

} // namespace

/// Answers that came whole and are not good enough.
class TstAcceptanceInRun : public QObject
{
    Q_OBJECT
private slots:
    void aHeldAnswerThatDoesNotPassIsAFailedAttemptAndTheChainGoesOn()
    {
        const Checked checked(AfterFirstContent::Hold, u"Sorry, no braces today"_s);
        const auto seen = checked.bench.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->end().end, EndState::Complete);
        QCOMPARE(seen->text, u"{\"from\": \"b\"}"_s);
        QCOMPARE(seen->reasons(), (QStringList{u"first_try"_s, u"next_invalid_output"_s}));
        const usage::AttemptRecord &first = seen->end().record.attempts.constFirst();
        QCOMPARE(first.error, std::optional(chat::ErrorType::ModelOutputError));
        QVERIFY2(first.errorMessage.contains(u"json"_s), qPrintable(first.errorMessage));
        QCOMPARE(first.cost.kind, usage::CostKind::Computed); // it was whole, and is paid
        QVERIFY(first.cost.amount && first.cost.amount->value > 0);
        QCOMPARE(seen->end().checks.size(), 1);
        QCOMPARE(seen->end().checks.constFirst().kind, routing::CheckVerdict::Kind::Passed);
    }

    void whatCanBeMendedWhileItIsHeldIsDeliveredMendedAndSaysSo()
    {
        const Checked checked(AfterFirstContent::Hold, u"```json\n{\"from\": \"a\",}\n```"_s);
        const auto seen = checked.bench.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->tried(), QStringList{u"a/m"_s});
        const auto json = parseJson(seen->text.toUtf8());
        QVERIFY2(json, qPrintable(seen->text));
        QCOMPARE((*json)["from"].toText(), u"a"_s);
        QCOMPARE(seen->end().answer.text, seen->text);
        QVERIFY(!seen->end().checks.constFirst().detail.isEmpty());
        const Json stored = seen->end().record.answer;
        QCOMPARE(stored["checks"].at(0)["verdict"].toBytes(), QByteArray("passed"));
    }

    void whatTheCallerHasCannotBeTakenBackAndIsNotCalledComplete()
    {
        const Checked checked(AfterFirstContent::Splice, u"Sorry, no braces today"_s);
        const auto seen = checked.bench.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->end().end, EndState::Failed);
        QCOMPARE(seen->text, u"Sorry, no braces today"_s);
        QCOMPARE(seen->tried(), QStringList{u"a/m"_s});
        QCOMPARE(seen->end().answer.error->type, chat::ErrorType::ModelOutputError);
    }

    void whereNobodyPassesTheEndIsAFailureThatSaysWhy()
    {
        Checked checked(AfterFirstContent::Hold, u"No."_s);
        checked.bench.server.script(u"b"_s, {answering(u"Neither."_s)});
        const auto seen = checked.bench.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->end().end, EndState::Failed);
        QVERIFY(seen->text.isEmpty());
        QCOMPARE(seen->end().record.attempts.size(), 2);
        QVERIFY(seen->end().answer.error->message.contains(u"did not pass"_s));
    }

    void aStepMayNameWhoIsAskedAfterASpoiledAnswer()
    {
        Bench bench({u"a"_s, u"b"_s, u"c"_s});
        bench.chain.afterFirstContent = AfterFirstContent::Hold;
        bench.chain.steps[0].accept = {routing::NonEmptyCheck{}, routing::LengthCheck{.minWords = 3}};
        bench.chain.steps[0].next.invalidOutput = u"careful"_s;
        bench.chain.steps[2].id = u"careful"_s;
        bench.server.script(u"a"_s, {answering(u"Short."_s)});
        bench.server.script(u"c"_s, {answering(u"A longer one."_s)});
        const auto seen = bench.run();
        QTRY_VERIFY(seen->isOver());
        QCOMPARE(seen->tried(), (QStringList{u"a/m"_s, u"c/m"_s}));
        QCOMPARE(seen->end().end, EndState::Complete);
        QVERIFY(seen->end().checks.isEmpty()); // the step that answered has none
        const Json checks = seen->end().record.decision["checks"];
        QCOMPARE(checks.size(), 1); // and those of the spoiled answer stay with its attempt
        QCOMPARE(checks.at(0)["attempt"].toInteger(), std::optional<qint64>(1));
        QCOMPARE(checks.at(0)["verdicts"].at(1)["check"].toBytes(), QByteArray("length"));
        QCOMPARE(checks.at(0)["verdicts"].at(1)["verdict"].toBytes(), QByteArray("failed"));
        QVERIFY(!checks.at(0)["verdicts"].at(1)["detail"].toText().isEmpty());
    }

    void aStepChangesTheRequestThatIsSent()
    {
        Bench bench({u"a"_s});
        bench.chain.steps[0].overrides = *parseJson(R"({"temperature":0.25})");
        bench.server.script(u"a"_s, {answering(u"Yes."_s)});
        const auto seen = bench.run();
        QTRY_VERIFY(seen->isOver());
        const auto sent = parseJson(bench.server.received(u"a"_s).constFirst().body);
        QVERIFY(sent);
        QCOMPARE((*sent)["temperature"].numberLiteral(), QByteArray("0.25"));
    }

    void thePolicySendsARequestThatNamesNoChainByItsFirstRule()
    {
        Bench bench({u"a"_s, u"b"_s});
        routing::Chain careful = bench.chain;
        careful.name = u"careful"_s;
        careful.steps = {bench.chain.steps[1]};
        bench.world.chains.append(careful);
        routing::Policy policy{.name = u"mine"_s};
        policy.rules = {
            routing::Rule{.name = u"Long ones"_s, .when = {.promptTokens = {.from = 1'000'000}}, .chain = u"x"_s},
            routing::Rule{.id = u"all"_s, .chain = u"careful"_s}};
        bench.world.policy = policy;
        bench.useWorld();
        bench.server.script(u"b"_s, {answering(u"From b."_s)});
        engine::RunSpec spec = bench.spec();
        spec.chainValue.reset();
        spec.request.model = u"auto"_s;
        Observer seen(*bench.engine, spec);
        QTRY_VERIFY(seen.isOver());
        QCOMPARE(seen.text, u"From b."_s);
        QCOMPARE(seen.end().plan.chainName, u"careful"_s);
        const Json decided = seen.end().record.decision["policy"];
        QCOMPARE(decided["rule"].toText(), u"all"_s);
        QCOMPARE(decided["passed"].at(0)["rule_name"].toText(), u"Long ones"_s);
        QVERIFY(decided["passed"].at(0)["detail"].toText().contains(u"prompts"_s));
        QVERIFY(!decided["class"].toText().isEmpty());
        QCOMPARE(decided["classed_by"].toBytes(), QByteArray("features"));
        QVERIFY(decided["evidence"].size() > 0);
    }

    void autoWithoutAPolicyIsRefusedWithWhatToDo()
    {
        Bench bench({u"a"_s});
        engine::RunSpec spec = bench.spec();
        spec.chainValue.reset();
        spec.request.model = u"auto"_s;
        Observer seen(*bench.engine, spec);
        QTRY_VERIFY(seen.isOver());
        QVERIFY(seen.end().refusal);
        QVERIFY(seen.end().refusal->message.contains(u"policy"_s));
        QVERIFY(bench.server.received(u"a"_s).isEmpty());
    }
};

static const bool tstAcceptanceInRun = sb::testing::add<TstAcceptanceInRun>();

#include "tst_acceptance_in_run.moc"
