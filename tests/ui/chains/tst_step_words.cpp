#include "tests/testing/testing.h"
#include "ui/chains/step_words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::ui;
using routing::EndpointFilter;
using routing::Step;

class TstStepWords final : public QObject
{
    Q_OBJECT
private slots:
    void aStepIsCalled_data();
    void aStepIsCalled();
    void itsSecondLineSays_data();
    void itsSecondLineSays();
    void whatIsAsUsualSaysNothing();
    void sectionsSayWhatIsSet();
    void aNextStepIsNamedByItsNumber();
    void theReachIsASentence_data();
    void theReachIsASentence();
};

void TstStepWords::aStepIsCalled_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<QString>("title");
    QTest::newRow("by its model") << Step{.model = u"a/b"_s} << u"a/b"_s;
    QTest::newRow("by its first model of several")
        << Step{.model = u"a/b"_s, .models = {u"a/c"_s, u"a/d"_s}} << u"a/b or 2 other(s)"_s;
    QTest::newRow("by a model that is only among the further ones") << Step{.models = {u"a/c"_s}} << u"a/c"_s;
    QTest::newRow("by what it filters") << Step{.filter = EndpointFilter{.tools = true, .contextTokens = 200'000}}
                                        << u"Any with tools, 200k context"_s;
    QTest::newRow("by a filter that lets all through") << Step{.filter = EndpointFilter{}} << u"Any"_s;
    QTest::newRow("by the names and kinds of a filter")
        << Step{.filter = EndpointFilter{.models = {u"a/*"_s}, .local = true, .free = true, .outputTokens = 1'500}}
        << u"a/* local, free with 1500 output"_s;
    QTest::newRow("by its endpoint") << Step{.endpoints = {u"x/b"_s}} << u"x/b"_s;
    QTest::newRow("by the number of its endpoints") << Step{.endpoints = {u"x/b"_s, u"y/b"_s}} << u"2 endpoint(s)"_s;
    QTest::newRow("not at all") << Step{} << u"no model yet"_s;
}

void TstStepWords::aStepIsCalled()
{
    QFETCH(Step, step);
    QTEST(stepTitle(step), "title");
}

void TstStepWords::itsSecondLineSays_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<QString>("summary");
    QTest::newRow("all of a model") << Step{.model = u"a/b"_s} << u"all endpoints"_s;
    QTest::newRow("one endpoint") << Step{.model = u"a/b"_s, .endpoints = {u"x/b"_s}} << u"x/b"_s;
    QTest::newRow("a filter") << Step{.filter = EndpointFilter{}} << u"all that fit"_s;
    QTest::newRow("no endpoints twice") << Step{.endpoints = {u"x/b"_s, u"y/b"_s}} << u""_s;
    QTest::newRow("a price") << Step{.model = u"a/b"_s,
                                     .preferences = {.sort = routing::Sort::Price,
                                                     .maxPrice = {.prompt = PicoDollars{1'000'000}}}}
                             << u"all endpoints, the cheapest, at most $1.00/M"_s;
    QTest::newRow("a check") << Step{.model = u"a/b"_s, .accept = {routing::JsonCheck{}}}
                             << u"all endpoints, 1 check(s)"_s;
    QTest::newRow("its id") << Step{.id = u"large"_s, .model = u"a/b"_s} << u"all endpoints, “large”"_s;
}

void TstStepWords::itsSecondLineSays()
{
    QFETCH(Step, step);
    QTEST(stepSummary(step), "summary");
}

void TstStepWords::whatIsAsUsualSaysNothing()
{
    const Step step{.model = u"a/b"_s};
    for (const auto text : {endpointsText, orderText, waitingText, hedgeText, checksText, requestText})
        QCOMPARE(text(step), QString());
    QCOMPARE(nextText({.steps = {step}}, 0), QString());
}

void TstStepWords::sectionsSayWhatIsSet()
{
    Step step{.models = {u"a/c"_s}, .filter = EndpointFilter{.tools = true}};
    step.preferences = {.order = {u"x"_s}, .ignore = {u"z"_s}, .allowFallbacks = false, .denyTraining = true};
    QCOMPARE(endpointsText(step), u"1 further model(s), with tools, without z, no training"_s);
    QCOMPARE(orderText(step), u"x first, no others"_s);
    step.clocks.firstByte = 5'500ms;
    step.patience = 10s;
    QCOMPARE(waitingText(step), u"first byte 5.5 s, patience 10 s"_s);
    step.hedge = routing::Hedge{.percentile = 90, .maxCost = NanoDollars{10'000'000}};
    QCOMPARE(hedgeText(step), u"after 90 % of its answers, at most $0.01"_s);
    step.accept = {routing::JsonSchemaCheck{}, routing::LengthCheck{}};
    QCOMPARE(checksText(step), u"JSON by a schema, Length"_s);
    step.maxTokens = 512;
    step.overrides.set("temperature", 0.5);
    QCOMPARE(requestText(step), u"answer at most 512 tokens, temperature"_s);
}

void TstStepWords::aNextStepIsNamedByItsNumber()
{
    routing::Chain chain{.steps = {Step{}, Step{.id = u"large"_s}, Step{}}};
    chain.steps[0].next = {.contextFull = u"large"_s, .budget = u"gone"_s};
    QCOMPARE(nextText(chain, 0), u"full context to step 2, budget to “gone”"_s);
}

void TstStepWords::theReachIsASentence_data()
{
    QTest::addColumn<routing::StepReach>("reach");
    QTest::addColumn<QString>("text");
    QTest::newRow("many") << routing::StepReach{37, 12, 9} << u"fits 37 endpoint(s) of 12 model(s), 9 can be used"_s;
    QTest::newRow("one") << routing::StepReach{1, 1, 1} << u"fits 1 endpoint(s) of 1 model(s), 1 can be used"_s;
    QTest::newRow("none that can be used")
        << routing::StepReach{2, 1, 0} << u"fits 2 endpoint(s) of 1 model(s), 0 can be used"_s;
    QTest::newRow("none") << routing::StepReach{} << u"fits nothing in the catalog"_s;
}

void TstStepWords::theReachIsASentence()
{
    QFETCH(routing::StepReach, reach);
    QTEST(reachText(reach), "text");
}

static const bool tstStepWords = sb::testing::add<TstStepWords>();

#include "tst_step_words.moc"
