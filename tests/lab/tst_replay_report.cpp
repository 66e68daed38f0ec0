#include "core/lab/replay.h"

#include "tests/lab/record_rig.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using namespace sb::testing;

namespace {

using lab::Grade;

/// Pico-dollars to nano-dollars, half to even, as a person would do it.
qint64 roundedToNano(qint64 pico)
{
    const qint64 whole = pico / 1'000;
    const qint64 rest = pico % 1'000;
    return whole + (rest > 500 || (rest == 500 && whole % 2 == 1) ? 1 : 0);
}

routing::Policy policyOf(const routing::Condition &when, const QString &chain)
{
    return {.name = u"draft"_s, .rules = {{.when = when, .chain = chain}}};
}

/// What a policy decided that was asked and sent the request to the chain "line".
Json decidedByPolicy(const QString &taskClass)
{
    Json json;
    json.set("policy", "draft");
    json.set("version", 1);
    json.set("chain", "line");
    json.set("class", taskClass);
    return json;
}

Json recordedBody(const QByteArray &metadata = {})
{
    QByteArray text = R"({"model":"lab/fox","messages":[{"role":"user","content":"Is the line clear?"}])";
    if (!metadata.isEmpty())
        text += ",\"metadata\":" + metadata;
    return parseJson(text + '}').value();
}

} // namespace

class TstReplayReport : public QObject
{
    Q_OBJECT

private slots:
    void thePolicyThatHeldChangesNothing();
    void theSameRulesInAnotherVersionChangeNothing();
    void aRepricedSumIsExactToTheNanoDollar();
    void anotherModelIsAnEstimate();
    void whatWasEstimatedStaysAnEstimate();
    void whatHasNoPriceIsNotInTheSum();
    void aPickThatIsAsLikelyAsItWasStays();
    void lessLikelyMeansThatAPartGoesElsewhere();
    void whoCannotBeServedGoesToNobody();
    void whatTheCatalogHasForgottenIsNotHeldAgainstAPolicy();
    void timesAndAvailabilityAreThoseOfTheOtherEndpoint();
    void fewAnswersSayNothingAboutTimes();
    void onlyTheReplayedChainIsDecidedAgain();
    void requestsThatNameTheirChainAreNotThePolicys();
    void whatAPolicyAsksOfEndpointsIsPartOfTheDecision();
    void aChainThatWasChangedSinceIsDecidedAgain();
    void aRuleIsNamedWithItsRequestsAndExamples();
    void aMissingFactIsToldAndNotGuessed_data();
    void aMissingFactIsToldAndNotGuessed();
    void aBodySaysWhatTheDecisionDoesNot();
    void everyNumberOfTheJsonHasItsGrade();
};

void TstReplayReport::thePolicyThatHeldChangesNothing()
{
    RecordRig rig;
    rig.addTraffic(2'000);
    const auto report = replayed(trafficSpec(rig));
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QVERIFY(report->requests > 1'500); // an eighth is in the other ledger
    QCOMPARE(report->compared, report->requests);
    QCOMPARE(report->standing, report->requests);
    QCOMPARE(report->otherChain, (lab::Figure{.value = 0, .grade = Grade::Exact}));
    QCOMPARE(report->otherEndpoint, (lab::Figure{.value = 0, .grade = Grade::Exact}));
    QVERIFY(report->recorded == report->replayed);
    QVERIFY(report->recorded.quality.votes > 10);
    QCOMPARE(report->gaps, QList<lab::ReplayGap>());
    QCOMPARE(report->assumptions, QStringList());
    for (const lab::ReplayPart &part : report->byEndpoint) {
        QCOMPARE(part.recorded, part.replayed);
        QVERIFY(part.recordedCost == part.replayedCost);
        QVERIFY(part.examples.isEmpty());
    }
}

void TstReplayReport::theSameRulesInAnotherVersionChangeNothing()
{
    RecordRig rig;
    rig.addTraffic(1'000);
    lab::ReplaySpec spec = trafficSpec(rig);
    spec.policy->version = 9;
    const auto report = replayed(spec);
    QVERIFY(report);
    QCOMPARE(report->standing, report->requests);
    QVERIFY(report->recorded == report->replayed);
}

void TstReplayReport::aRepricedSumIsExactToTheNanoDollar()
{
    SmallWorld world;
    using catalog::PriceUnit;
    // Odd prices, a step for long prompts, and dearer hours.
    world.endpoint(u"west/fox"_s).price = catalog::Price{
        .components = {
            {.unit = PriceUnit::FreshInput, .amount = {1'234'567}},
            {.unit = PriceUnit::FreshInput, .amount = {2'469'137}, .condition = {.abovePromptTokens = 5'000}},
            {.unit = PriceUnit::CacheRead, .amount = {123'451}},
            {.unit = PriceUnit::CacheWrite5m, .amount = {1'543'211}},
            {.unit = PriceUnit::VisibleOutput, .amount = {7'654'321}},
            {.unit = PriceUnit::VisibleOutput, .amount = {9'999'999}, .condition = {.fromHourUtc = 8, .toHourUtc = 18}},
            {.unit = PriceUnit::Reasoning, .amount = {3'333'333}}}};
    RecordRig rig;
    SeededRandom random(7);
    qint64 expected = 0;
    qint64 before = 0;
    constexpr int Requests = 400;
    for (int i = 0; i < Requests; ++i) {
        Sent sent{.at = fromMilliseconds(1'767'268'800'000 + qint64(random.below(86'400'000)))};
        sent.tokens = {.freshInput = qint64(random.below(6'000)),
                       .cacheRead = qint64(random.below(3'000)),
                       .cacheWrite5m = qint64(random.below(500)),
                       .visibleOutput = 1 + qint64(random.below(900)),
                       .reasoning = qint64(random.below(700))};
        sent.cost = NanoDollars{qint64(random.below(10'000'000))};
        add(rig, world, sent);
        before += sent.cost->value;
        const qint64 prompt = sent.tokens.freshInput + sent.tokens.cacheRead + sent.tokens.cacheWrite5m;
        const qint64 hour = toMilliseconds(sent.at) / 3'600'000 % 24;
        expected += roundedToNano(sent.tokens.freshInput * (prompt > 5'000 ? 2'469'137 : 1'234'567)
                                  + sent.tokens.cacheRead * 123'451 + sent.tokens.cacheWrite5m * 1'543'211
                                  + sent.tokens.visibleOutput * (hour >= 8 && hour < 18 ? 9'999'999 : 7'654'321)
                                  + sent.tokens.reasoning * 3'333'333);
    }
    const auto report = replayed(world.specOf(rig, world.chainOf({u"west/fox"_s})));
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->compared, Requests);
    QCOMPARE(report->otherEndpoint, (lab::Figure{.value = Requests, .grade = Grade::Exact}));
    QCOMPARE(report->otherModel, (lab::Figure{.value = 0, .grade = Grade::Exact}));
    QCOMPARE(report->recorded.cost.exact.value, before);
    QCOMPARE(report->replayed.cost.exact.value, expected);
    QCOMPARE(report->replayed.cost.estimated.value, 0);
    QCOMPARE(report->replayed.cost.grade(), Grade::Exact);
    QCOMPARE(report->replayed.cost.exactRequests, double(Requests));
}

void TstReplayReport::anotherModelIsAnEstimate()
{
    const SmallWorld world;
    RecordRig rig;
    add(rig, world, {.tokens = {.freshInput = 1'000, .visibleOutput = 100}});
    const auto report = replayed(world.specOf(rig, world.chainOf({u"north/owl"_s})));
    QVERIFY(report);
    QCOMPARE(report->otherModel, (lab::Figure{.value = 1, .grade = Grade::Exact}));
    QCOMPARE(report->replayed.cost.grade(), Grade::Estimated);
    QCOMPARE(report->replayed.cost.exact.value, 0);
    QCOMPARE(report->replayed.cost.estimated.value, 390'000); // 1,000 × 0.3 $ and 100 × 0.9 $ a million
    QCOMPARE(report->recorded.cost.grade(), Grade::Exact);
    QVERIFY(report->assumptions.contains(u"Another model is taken to use as many tokens for an answer."_s));
}

void TstReplayReport::whatWasEstimatedStaysAnEstimate()
{
    const SmallWorld world;
    RecordRig rig;
    add(rig, world, {.tokensEstimated = true});
    const auto report = replayed(world.specOf(rig, world.chainOf({u"west/fox"_s})));
    QVERIFY(report);
    QCOMPARE(report->recorded.cost.grade(), Grade::Estimated);
    QCOMPARE(report->replayed.cost.grade(), Grade::Estimated);
    QCOMPARE(report->replayed.cost.estimated.value, 2'700'000);
}

void TstReplayReport::whatHasNoPriceIsNotInTheSum()
{
    SmallWorld world;
    RecordRig rig;
    add(rig, world, {});
    world.endpoint(u"west/fox"_s).price.reset();
    const auto report = replayed(world.specOf(rig, world.chainOf({u"west/fox"_s})));
    QVERIFY(report);
    QCOMPARE(report->replayed.cost.grade(), Grade::Unsupported);
    QCOMPARE(report->replayed.cost.unsupportedRequests, 1.0);
    QVERIFY(toJson(*report)["replayed"]["cost"]["value"].isNull());
    QVERIFY2(toText(*report).contains("cannot say"_L1), qPrintable(toText(*report)));
}

void TstReplayReport::aPickThatIsAsLikelyAsItWasStays()
{
    const SmallWorld world;
    RecordRig rig;
    // Named endpoints of one step are asked in their order: the first with a probability of 1, as it was.
    add(rig, world, {});
    routing::Chain chain = world.chain;
    chain.version = 2;
    chain.steps[0].endpoints = {u"east/fox"_s, u"west/fox"_s};
    const auto report = replayed(world.specOf(rig, chain));
    QVERIFY(report);
    QCOMPARE(report->standing, 0);
    QCOMPARE(report->otherEndpoint, (lab::Figure{.value = 0, .grade = Grade::Exact}));
    QCOMPARE(report->replayed.cost.grade(), Grade::Exact);
    QCOMPARE(report->replayed.cost, report->recorded.cost);
}

void TstReplayReport::lessLikelyMeansThatAPartGoesElsewhere()
{
    SmallWorld world;
    RecordRig rig;
    add(rig, world, {});
    // Balanced between two that are alike in price: nobody knows west, so that it is taken to be as east is.
    world.endpoint(u"west/fox"_s).price->components[0].amount = {1'000'001};
    world.endpoint(u"west/fox"_s).price->components[1].amount = {10'000'000};
    routing::Chain chain{.name = u"line"_s, .version = 2, .steps = {routing::Step{.model = u"lab/fox"_s}}};
    const auto report = replayed(world.specOf(rig, chain));
    QVERIFY(report);
    const double moved = report->otherEndpoint.value.value_or(0);
    QVERIFY2(moved > 0.3 && moved < 0.7, qPrintable(QString::number(moved)));
    QCOMPARE(report->otherEndpoint.grade, Grade::Estimated);
    QCOMPARE(report->replayed.cost.grade(), Grade::Estimated);
    QCOMPARE(report->replayed.cost.estimatedRequests, 1.0);
    QCOMPARE(report->byEndpoint.size(), 2);
    QCOMPARE(report->byEndpoint.at(0).replayed + report->byEndpoint.at(1).replayed, 1.0);
}

void TstReplayReport::whoCannotBeServedGoesToNobody()
{
    const SmallWorld world;
    RecordRig rig;
    add(rig, world, {.outline = {.text = 4'000, .mostInput = 4'100, .likelyInput = 1'400, .images = true}});
    const auto report = replayed(world.specOf(rig, world.chainOf({u"west/fox"_s})));
    QVERIFY(report);
    QCOMPARE(report->byEndpoint.constFirst().id, QString());
    QCOMPARE(report->byEndpoint.constFirst().replayed, 1.0);
    QCOMPARE(report->replayed.availability.value, std::optional(0.0));
    QCOMPARE(report->recorded.availability.value, std::optional(1.0));
    QCOMPARE(report->replayed.cost.sum().value, 0);
}

void TstReplayReport::whatTheCatalogHasForgottenIsNotHeldAgainstAPolicy()
{
    SmallWorld world;
    RecordRig rig;
    add(rig, world, {.endpoint = u"north/owl"_s, .model = u"lab/owl"_s, .chain = {}});
    add(rig, world, {.model = u"lab/fox"_s, .chain = {}});
    world.endpoints.removeLast(); // north/owl
    lab::ReplaySpec spec = world.specOf(rig, world.chain);
    spec.chain.reset();
    spec.policy = policyOf({.clients = {u"nobody"_s}}, u"line"_s);
    spec.policy->weights.exploration = 0; // so that all is planned again
    const auto report = replayed(spec);
    QVERIFY(report);
    QCOMPARE(report->compared, 1);
    QCOMPARE(report->gaps.value(0).id, "catalog");
    QCOMPARE(report->gaps.value(0).requests, 1);
}

void TstReplayReport::timesAndAvailabilityAreThoseOfTheOtherEndpoint()
{
    const SmallWorld world;
    RecordRig rig;
    for (int i = 0; i < 100; ++i) {
        add(rig, world, {.firstContent = 100ms, .latency = 1'000ms});
        // On another line, the other endpoint is slower and fails one in five.
        add(rig, world,
            {.endpoint = u"west/fox"_s,
             .model = u"lab/fox"_s,
             .chain = {},
             .end = i % 5 == 0 ? routing::EndState::Failed : routing::EndState::Complete,
             .firstContent = 500ms,
             .latency = 3'000ms});
    }
    const auto report = replayed(world.specOf(rig, world.chainOf({u"west/fox"_s})));
    QVERIFY(report);
    QCOMPARE(report->recorded.firstContent.grade, Grade::Exact);
    QCOMPARE(report->replayed.firstContent.grade, Grade::Estimated);
    QVERIFY(std::abs(report->replayed.firstContent.p95.value_or(0ms).count() - 500) <= 10);
    QVERIFY(std::abs(report->replayed.latency.p50.value_or(0ms).count() - 3'000) <= 60);
    QVERIFY(std::abs(report->recorded.latency.p95.value_or(0ms).count() - 3'000) <= 60);
    QCOMPARE(report->recorded.availability.value, std::optional(0.9));
    QCOMPARE(report->replayed.availability.grade, Grade::Estimated);
    QVERIFY(std::abs(report->replayed.availability.value.value_or(0) - 0.8) < 1e-9);
}

void TstReplayReport::fewAnswersSayNothingAboutTimes()
{
    const SmallWorld world;
    RecordRig rig;
    for (int i = 0; i < 30; ++i)
        add(rig, world, {});
    add(rig, world, {.endpoint = u"west/fox"_s, .model = u"lab/fox"_s, .chain = {}});
    const auto report = replayed(world.specOf(rig, world.chainOf({u"west/fox"_s})));
    QVERIFY(report);
    QCOMPARE(report->replayed.latency.grade, Grade::Unsupported);
    QVERIFY(!report->replayed.latency.p50);
    QCOMPARE(report->replayed.latency.unsupportedRequests, 30.0);
    QCOMPARE(report->replayed.availability.grade, Grade::Unsupported);
    QCOMPARE(report->replayed.cost.grade(), Grade::Exact); // what it would cost is known all the same
}

void TstReplayReport::onlyTheReplayedChainIsDecidedAgain()
{
    const SmallWorld world;
    RecordRig rig;
    add(rig, world, {});
    add(rig, world, {.endpoint = u"north/owl"_s, .model = u"lab/owl"_s, .chain = {}});
    add(rig, world, {.endpoint = u"north/owl"_s, .model = u"chain/other"_s, .chain = u"other"_s});
    const auto report = replayed(world.specOf(rig, world.chainOf({u"west/fox"_s})));
    QVERIFY(report);
    QCOMPARE(report->compared, 3);
    QCOMPARE(report->standing, 2);
    QCOMPARE(report->otherEndpoint.value, std::optional(1.0));
    QVERIFY(report->byRule.isEmpty());
}

void TstReplayReport::requestsThatNameTheirChainAreNotThePolicys()
{
    const SmallWorld world;
    RecordRig rig;
    add(rig, world, {}); // "chain/line"
    add(rig, world, {.model = u"lab/fox"_s, .chain = {}});
    lab::ReplaySpec spec = world.specOf(rig, world.chain);
    spec.chain.reset();
    spec.chains.append(routing::Chain{.name = u"owls"_s, .steps = {routing::Step{.model = u"lab/owl"_s}}});
    spec.policy = policyOf({}, u"owls"_s);
    const auto report = replayed(spec);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QCOMPARE(report->standing, 1);
    QCOMPARE(report->byRule.constFirst().requests, 1);
    QCOMPARE(report->otherChain.value, std::optional(1.0));
}

void TstReplayReport::whatAPolicyAsksOfEndpointsIsPartOfTheDecision()
{
    const SmallWorld world;
    RecordRig rig;
    add(rig, world, {.model = u"auto"_s, .policy = decidedByPolicy(u"chat"_s)});
    lab::ReplaySpec spec = world.specOf(rig, world.chain);
    spec.chain.reset();
    spec.policy = policyOf({.taskClasses = {u"chat"_s}}, u"line"_s);
    spec.policy->version = 2;
    routing::Policy then = *spec.policy;
    then.version = 1;
    spec.knownPolicies = {then};
    auto report = replayed(spec);
    QVERIFY(report);
    QCOMPARE(report->standing, 1);
    // The same chain, but now nobody may train on prompts, and east does not say that it does not.
    spec.policy->preferences.denyTraining = true;
    report = replayed(spec);
    QVERIFY(report);
    QCOMPARE(report->standing, 0);
    QCOMPARE(report->otherChain.value, std::optional(0.0));
    QCOMPARE(report->otherEndpoint.value, std::optional(1.0));
    QCOMPARE(report->byEndpoint.constFirst().id, QString()); // to nobody
}

void TstReplayReport::aChainThatWasChangedSinceIsDecidedAgain()
{
    SmallWorld world;
    RecordRig rig;
    add(rig, world, {.model = u"auto"_s, .policy = decidedByPolicy(u"chat"_s)});
    world.chain = world.chainOf({u"west/fox"_s}); // version 2, and version 1 is on record
    lab::ReplaySpec spec = world.specOf(rig, world.chain);
    spec.chain.reset();
    spec.policy = policyOf({}, u"line"_s);
    const auto report = replayed(spec);
    QVERIFY(report);
    QCOMPARE(report->otherChain.value, std::optional(0.0));
    QCOMPARE(report->otherEndpoint.value, std::optional(1.0));
}

void TstReplayReport::aRuleIsNamedWithItsRequestsAndExamples()
{
    const SmallWorld world;
    RecordRig rig;
    add(rig, world, {.model = u"lab/fox"_s, .chain = {}, .client = u"editor"_s});
    const usage::RecordKey moved = add(rig, world, {.model = u"lab/fox"_s, .chain = {}, .client = u"batch"_s});
    lab::ReplaySpec spec = world.specOf(rig, world.chain);
    spec.chain.reset();
    spec.chains.append(routing::Chain{.name = u"owls"_s, .steps = {routing::Step{.model = u"lab/owl"_s}}});
    spec.policy = policyOf({.clients = {u"batch"_s}}, u"owls"_s);
    spec.policy->rules[0].name = u"What may wait"_s;
    const auto report = replayed(spec);
    QVERIFY(report);
    QCOMPARE(report->byRule.size(), 2);
    const lab::ReplayRule &rule = report->byRule.constFirst();
    QCOMPARE(rule.name, u"What may wait"_s);
    QCOMPARE(rule.chain, u"owls"_s);
    QCOMPARE(rule.requests, 1);
    QCOMPARE(rule.otherChain, 1);
    QCOMPARE(rule.otherEndpoint, 1.0);
    QCOMPARE(rule.examples, QList<usage::RecordKey>{moved});
    QCOMPARE(rule.replayedCost.estimated.value, 390'000);
    QCOMPARE(report->byRule.constLast().rule, std::nullopt);
    QCOMPARE(report->byRule.constLast().requests, 1);
    QCOMPARE(report->byModel.constFirst().examples.size() + report->byModel.constLast().examples.size(), 1);
}

void TstReplayReport::aMissingFactIsToldAndNotGuessed_data()
{
    QTest::addColumn<routing::Condition>("when");
    QTest::addColumn<bool>("keepsOutline");
    QTest::addColumn<QByteArray>("gap");
    const auto row = [](const char *name, const routing::Condition &when, bool keepsOutline, const QByteArray &gap) {
        QTest::newRow(name) << when << keepsOutline << gap;
    };
    row("the kind of work", {.taskClasses = {u"code"_s}}, true, "task_class");
    row("tags", {.tags = {u"team=*"_s}}, true, "tags");
    row("tools, of before outlines", {.tools = true}, false, "request");
    row("the size, of before outlines", {.promptTokens = {.from = 5}}, false, "request");
    row("the session, of before outlines", {.sessions = {u"s*"_s}}, false, "session");
    row("the budget, of before outlines", {.remaining = {.below = NanoDollars{5}}}, false, "remaining");
    row("a plan of before outlines", {.clients = {u"ask"_s}}, false, "request");
    row("tools that are on record", {.tools = false}, true, "");
    row("a rule that is not for it", {.taskClasses = {u"code"_s}, .clients = {u"batch"_s}}, true, "");
}

void TstReplayReport::aMissingFactIsToldAndNotGuessed()
{
    QFETCH(routing::Condition, when);
    QFETCH(bool, keepsOutline);
    QFETCH(QByteArray, gap);
    const SmallWorld world;
    RecordRig rig;
    const usage::RecordKey key = add(rig, world, {.model = u"lab/fox"_s, .chain = {}, .keepsOutline = keepsOutline});
    lab::ReplaySpec spec = world.specOf(rig, world.chain);
    spec.chain.reset();
    spec.policy = policyOf(when, u"line"_s);
    const auto report = replayed(spec);
    QVERIFY(report);
    QCOMPARE(report->requests, 1);
    QCOMPARE(report->compared, gap.isEmpty() ? 1 : 0);
    QCOMPARE(report->gaps.value(0).id, gap);
    if (!gap.isEmpty())
        QCOMPARE(report->gaps.constFirst().examples, QList<usage::RecordKey>{key});
}

void TstReplayReport::aBodySaysWhatTheDecisionDoesNot()
{
    const SmallWorld world;
    RecordRig rig;
    add(rig, world,
        {.model = u"lab/fox"_s, .chain = {}, .keepsOutline = false, .body = recordedBody("{\"team\":\"north\"}")});
    lab::ReplaySpec spec = world.specOf(rig, world.chain);
    spec.chain.reset();
    for (const routing::Condition &when :
         {routing::Condition{.tags = {u"team=north"_s}}, routing::Condition{.tools = false},
          routing::Condition{.taskClasses = {u"*"_s}}, routing::Condition{.promptTokens = {.below = 1'000}}}) {
        spec.policy = policyOf(when, u"line"_s);
        const auto report = replayed(spec);
        QVERIFY(report);
        QCOMPARE(report->gaps, QList<lab::ReplayGap>());
        QCOMPARE(report->byRule.constFirst().requests, 1);
        QCOMPARE(report->otherChain.value, std::optional(1.0));
    }
}

void TstReplayReport::everyNumberOfTheJsonHasItsGrade()
{
    const SmallWorld world;
    RecordRig rig;
    add(rig, world, {.vote = usage::Vote::Kind::Better});
    const auto report = replayed(world.specOf(rig, world.chainOf({u"north/owl"_s})));
    QVERIFY(report);
    const Json json = toJson(*report);
    const QList<QByteArray> grades{"exact", "estimated", "unsupported"};
    for (const char *side : {"recorded", "replayed"}) {
        for (const char *number : {"cost", "latency", "first_content", "availability", "quality"})
            QVERIFY2(grades.contains(json[side][number]["grade"].toBytes()), number);
    }
    for (const char *number : {"other_chain", "other_endpoint", "other_model"})
        QVERIFY2(grades.contains(json[number]["grade"].toBytes()), number);
    QCOMPARE(json["replayed"]["cost"]["grade"].toBytes(), "estimated");
    QCOMPARE(json["replayed"]["quality"]["grade"].toBytes(), "unsupported");
    QCOMPARE(json["replayed"]["quality"]["missing"].toBytes(), "no_overlap");
}

static const bool tstReplayReport = sb::testing::add<TstReplayReport>();

#include "tst_replay_report.moc"
