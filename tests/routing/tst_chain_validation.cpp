#include "core/routing/chain.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Chain twoSteps()
{
    return {.name = u"test"_s,
            .steps = {Step{.model = u"lab/a"_s, .endpoints = {u"east/a"_s}}, Step{.model = u"lab/b"_s}}};
}

using ChainChange = void (*)(Chain &);

} // namespace

class TstChainValidation : public QObject
{
    Q_OBJECT
private slots:
    void aSoundChainHasNoProblems()
    {
        QCOMPARE(validate(twoSteps(), {u"lab/a"_s, u"lab/b"_s}, {u"east/a"_s}), QList<ChainProblem>());
    }

    void anEmptyCatalogChecksNoNames() { QCOMPARE(validate(twoSteps(), {}, {}), QList<ChainProblem>()); }

    void aProblemNamesItsPlace_data()
    {
        QTest::addColumn<ChainChange>("change");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, ChainChange change, const QString &path, const QString &says) {
            QTest::newRow(name) << change << path << says;
        };
        const QString nameRule = u"A name has at most 64"_s;
        row(
            "no name", [](Chain &c) { c.name.clear(); }, u"name"_s, nameRule);
        row(
            "a name with a slash", [](Chain &c) { c.name = u"a/b"_s; }, u"name"_s, nameRule);
        row(
            "a hidden name", [](Chain &c) { c.name = u"..a"_s; }, u"name"_s, nameRule);
        row(
            "a name beyond ASCII", [](Chain &c) { c.name = u"größer"_s; }, u"name"_s, nameRule);
        row(
            "a long name", [](Chain &c) { c.name = QString(65, u'a'); }, u"name"_s, nameRule);
        row(
            "version 0", [](Chain &c) { c.version = 0; }, u"version"_s, u"Versions start at 1."_s);
        row(
            "no steps", [](Chain &c) { c.steps.clear(); }, u"steps"_s, u"Add at least one step."_s);
        row(
            "no model", [](Chain &c) { c.steps[1].model.clear(); }, u"steps[1].model"_s, u"Choose a model."_s);
        row(
            "an unknown model", [](Chain &c) { c.steps[1].model = u"lab/z"_s; }, u"steps[1].model"_s,
            u"The catalog has no model “lab/z”."_s);
        row(
            "an unknown endpoint", [](Chain &c) { c.steps[0].endpoints.append(u"east/z"_s); },
            u"steps[0].endpoints[1]"_s, u"The catalog has no endpoint “east/z”."_s);
        row(
            "an endpoint twice", [](Chain &c) { c.steps[0].endpoints.append(u"east/a"_s); }, u"steps[0].endpoints[1]"_s,
            u"“east/a” is named twice; remove one."_s);
        row(
            "a clock of 0", [](Chain &c) { c.steps[0].clocks.idle = 0ms; }, u"steps[0].clocks.idle_ms"_s,
            u"A clock runs for 1 ms to 24 hours, not for 0 ms."_s);
        row(
            "a clock that runs backward", [](Chain &c) { c.steps[1].clocks.connect = -1ms; },
            u"steps[1].clocks.connect_ms"_s, u"A clock runs for"_s);
        row(
            "a clock of more than a day", [](Chain &c) { c.steps[1].clocks.total = 25h; },
            u"steps[1].clocks.total_ms"_s, u"A clock runs for"_s);
        row(
            "too many retries", [](Chain &c) { c.steps[0].retries = 11; }, u"steps[0].retries"_s,
            u"0 to 10 retries, not 11."_s);
        row(
            "negative retries", [](Chain &c) { c.steps[0].retries = -1; }, u"steps[0].retries"_s, u"0 to 10"_s);
        row(
            "endless patience", [](Chain &c) { c.steps[0].patience = 60'001ms; }, u"steps[0].patience_ms"_s,
            u"A step waits for at most 60 s, not for 60001 ms."_s);
        row(
            "a negative cost", [](Chain &c) { c.steps[0].maxCost = NanoDollars{-1}; }, u"steps[0].max_cost"_s,
            u"A cost limit cannot be negative."_s);
        row(
            "an answer of no tokens", [](Chain &c) { c.steps[0].maxTokens = 0; }, u"steps[0].max_tokens"_s,
            u"An answer needs at least 1 token."_s);
        row(
            "behind a step that never moves on",
            [](Chain &c) { c.steps[0].moveOn = {false, false, false, false, false, false, false, false}; },
            u"steps[1]"_s, u"Never reached: step 1 moves on after no kind of failure."_s);
        row(
            "a next step that is not there", [](Chain &c) { c.steps[0].next.budget = u"none"_s; },
            u"steps[0].next.budget"_s, u"No later step has the id “none”."_s);
        row(
            "a next step that lies behind",
            [](Chain &c) {
                c.steps[0].id = u"first"_s;
                c.steps[1].next.contentPolicy = u"first"_s;
            },
            u"steps[1].next.content_policy"_s, u"No later step has the id “first”."_s);
        row(
            "an id twice",
            [](Chain &c) {
                c.steps[0].id = u"one"_s;
                c.steps[1].id = u"one"_s;
            },
            u"steps[1].id"_s, u"An earlier step has the id “one”, too."_s);
        row(
            "a hedge that starts at once", [](Chain &c) { c.steps[0].hedge = Hedge{.percentile = 10}; },
            u"steps[0].hedge.percentile"_s, u"A second attempt starts after a percentile from 50 to 99."_s);
        row(
            "an override of what the request is about",
            [](Chain &c) { c.steps[0].overrides = *parseJson(R"({"model":"x/y"})"); }, u"steps[0].overrides"_s,
            u"model: a step cannot change this member."_s);
        row(
            "an override of the wrong type",
            [](Chain &c) { c.steps[0].overrides = *parseJson(R"({"temperature":"hot"})"); }, u"steps[0].overrides"_s,
            u"temperature: expected"_s);
        row(
            "a further model that nobody has", [](Chain &c) { c.steps[0].models = {u"lab/none"_s}; },
            u"steps[0].models[0]"_s, u"The catalog has no model “lab/none”."_s);
        row(
            "the same step twice", [](Chain &c) { c.steps[1] = c.steps[0]; }, u"steps[1]"_s, u"The same as step 1"_s);
    }
    void aProblemNamesItsPlace()
    {
        QFETCH(ChainChange, change);
        QFETCH(QString, path);
        QFETCH(QString, says);
        Chain chain = twoSteps();
        change(chain);
        const QList<ChainProblem> problems = validate(chain, {u"lab/a"_s, u"lab/b"_s}, {u"east/a"_s});
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.constFirst().path, path);
        QVERIFY2(problems.constFirst().message.startsWith(says), qPrintable(problems.constFirst().message));
    }

    void numbersThatKeepAChainFromRunningAreTheSameAsTheEditorNames()
    {
        Chain chain = twoSteps();
        QCOMPARE(limitProblems(chain), QList<ChainProblem>());
        chain.steps[1].retries = 100'000;
        chain.steps[1].clocks.firstContent = 0ms;
        chain.steps[1].patience = 60'001ms;
        const QList<ChainProblem> problems = limitProblems(chain);
        QCOMPARE(problems.size(), 3);
        for (const ChainProblem &problem : problems)
            QVERIFY(validate(chain, {}, {}).contains(problem));
        chain = twoSteps();
        chain.steps[0].model = u"lab/gone"_s; // the plan says so itself, and another step may serve
        QCOMPARE(limitProblems(chain), QList<ChainProblem>());
    }

    void comingBackToAModelAfterAnotherIsNoMistake()
    {
        Chain chain = twoSteps();
        chain.steps.append(chain.steps.constFirst());
        QCOMPARE(validate(chain, {}, {}), QList<ChainProblem>());
    }

    void everyProblemIsFoundAtOnce()
    {
        Chain chain = twoSteps();
        chain.name.clear();
        chain.steps[0].retries = -1;
        chain.steps[1].clocks.idle = 0ms;
        QCOMPARE(validate(chain, {}, {}).size(), 3);
    }
};

static const bool tstChainValidation = sb::testing::add<TstChainValidation>();

#include "tst_chain_validation.moc"
