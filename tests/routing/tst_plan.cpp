#include "core/routing/plan.h"

#include "core/routing/opaque_reasoning.h"
#include "tests/routing/plan_world.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace sb::routing::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QStringList excluded(const Plan &plan)
{
    QStringList entries;
    for (const Excluded &entry : plan.excluded)
        entries.append(entry.endpointId + u' ' + QString::fromLatin1(toWireName(entry.reason)));
    return entries;
}

using Change = void (*)(World &);

} // namespace

class TstPlan : public QObject
{
    Q_OBJECT
private slots:
    void anEndpointIsLeftOutForOneReasonThatSaysItsNumbers_data();
    void anEndpointIsLeftOutForOneReasonThatSaysItsNumbers();
    void whatAllowsAnEndpointLetsItStay_data();
    void whatAllowsAnEndpointLetsItStay();

    void aModelIsServedByAllItsEndpointsInTheOrderOfTheProviders()
    {
        const Plan plan = World().planned();
        QCOMPARE(candidates(plan), (QStringList{u"east/fox"_s, u"west/fox"_s}));
        QCOMPARE(plan.candidates.at(1).rank, 2);
        QCOMPARE(plan.candidates.at(1).providerId, u"west"_s);
        QCOMPARE(plan.candidates.at(1).modelId, u"lab/fox"_s);
        QCOMPARE(plan.chainName, u"test"_s);
        QCOMPARE(plan.chainVersion, 7);
        QCOMPARE(plan.practice, false);
    }

    void aStepMayNameItsEndpointsInAnOrderOfItsOwn()
    {
        World world;
        world.step().endpoints = {u"west/fox"_s, u"east/fox"_s, u"west/fox"_s};
        QCOMPARE(candidates(world.planned()), (QStringList{u"west/fox"_s, u"east/fox"_s}));
    }

    void stepsFollowEachOther()
    {
        World world;
        world.input.chain.steps.prepend(Step{.model = u"lab/owl"_s});
        const Plan plan = world.planned();
        QCOMPARE(candidates(plan), (QStringList{u"home/owl"_s, u"east/fox"_s, u"west/fox"_s}));
        QCOMPARE(plan.candidates.at(2).step, 1);
    }

    void whoCannotReadWhatACallWasThoughtUponComesLater_data()
    {
        QTest::addColumn<QByteArray>("details"); // of the answer that calls
        QTest::addColumn<bool>("inFlight");
        QTest::addColumn<bool>("required");
        QTest::addColumn<QStringList>("order");
        const QStringList listed{u"east/fox"_s, u"west/fox"_s};
        const QStringList westFirst{u"west/fox"_s, u"east/fox"_s};
        const QByteArray west = R"([{"type":"reasoning.encrypted","data":"x","bound_to":"west/fox"}])";
        QTest::newRow("encrypted by another") << west << true << false << westFirst;
        QTest::newRow("signed by another")
            << QByteArray(R"([{"type":"reasoning.text","text":"t","signature":"s","bound_to":"west/fox"}])") << true
            << false << westFirst;
        QTest::newRow("and all of the request is required") << west << true << true << QStringList{u"west/fox"_s};
        QTest::newRow("its own") << QByteArray(R"([{"type":"reasoning.encrypted","data":"x","bound_to":"east/fox"}])")
                                 << true << false << listed;
        QTest::newRow("a plain summary") << QByteArray(R"([{"summary":"s","bound_to":"west/fox"}])") << true << false
                                         << listed;
        QTest::newRow("nobody says whose it is") << QByteArray(R"([{"data":"x"}])") << true << true << listed;
        QTest::newRow("of a turn that is over") << west << false << true << listed;
    }
    void whoCannotReadWhatACallWasThoughtUponComesLater()
    {
        QFETCH(QByteArray, details);
        QFETCH(bool, inFlight);
        QFETCH(bool, required);
        QFETCH(QStringList, order);
        World world;
        for (catalog::Endpoint &endpoint : world.endpoints)
            endpoint.capabilities.tools = true;
        world.step().preferences.sort = Sort::Listed;
        chat::Message answer = chat::Message::make(chat::Role::Assistant, QString());
        answer.toolCalls = {{.id = u"1"_s, .name = u"look"_s, .arguments = u"{}"_s}};
        answer.reasoningDetails = *parseJson(details);
        chat::Message result = chat::Message::make(chat::Role::Tool, u"42"_s);
        result.toolCallId = u"1"_s;
        world.input.request.messages += {answer, result};
        if (!inFlight)
            world.input.request.messages += chat::Message::make(chat::Role::User, u"And now?"_s);
        if (required)
            world.input.preferences.requireParameters = true;
        const Plan plan = world.planned();
        QCOMPARE(candidates(plan), order);
        if (order.size() == 1)
            QCOMPARE(excluded(plan), QStringList{u"east/fox opaque_reasoning_bound"_s});
    }

    void whoRefusesCallsThatItDidNotSignIsLeftOut()
    {
        World world;
        world.endpoints[0].modelId = world.endpoints[1].modelId = u"google/gemini-3-pro"_s;
        world.step().model = u"google/gemini-3-pro"_s;
        chat::Message answer = chat::Message::make(chat::Role::Assistant, QString());
        answer.toolCalls = {{.id = u"1"_s, .name = u"look"_s}};
        answer.toolCalls[0].extra.set("bound_to", "west/fox");
        world.input.request.messages += answer;
        QCOMPARE(excluded(world.planned()), QStringList{u"east/fox opaque_reasoning_bound"_s});
        world.providers[0].dialect = catalog::DialectId::GeminiGenerateContent; // that form has a mark for such calls
        QCOMPARE(candidates(world.planned()), (QStringList{u"west/fox"_s, u"east/fox"_s}));
    }

    void whatClaudeSignedIsReadWhereverItRuns()
    {
        const catalog::Catalog catalog({{.id = u"a"_s}, {.id = u"b"_s}},
                                       {{.id = u"a/c"_s, .providerId = u"a"_s, .modelId = u"anthropic/c"_s},
                                        {.id = u"b/c"_s, .providerId = u"b"_s, .modelId = u"anthropic/c"_s},
                                        {.id = u"b/m"_s, .providerId = u"b"_s, .modelId = u"other/m"_s}});
        QVERIFY(readsReasoningOf(u"a/c"_s, *catalog.endpoint(u"b/c"_s), catalog));
        QVERIFY(!readsReasoningOf(u"a/c"_s, *catalog.endpoint(u"b/m"_s), catalog));
        QVERIFY(!readsReasoningOf(u"gone/c"_s, *catalog.endpoint(u"b/c"_s), catalog));
    }

    void whereAllAreFullTheOneThatHasRoomFirstIsWaitedFor()
    {
        World world;
        world.step().preferences.sort = Sort::Listed;
        world.input.health.full = {{u"east/fox"_s, 4000ms}, {u"west/fox"_s, 1500ms}};
        const Plan plan = world.planned();
        QCOMPARE(candidates(plan), (QStringList{u"west/fox"_s, u"east/fox"_s}));
        QCOMPARE(plan.candidates.constFirst().wait, 1500ms);
        world.input.health.fullProviders = {{u"west"_s, 7000ms}}; // its key has no room sooner
        const Plan later = world.planned();
        QCOMPARE(candidates(later), QStringList{u"east/fox"_s});
        QCOMPARE(later.excluded.constFirst().wait, std::optional<milliseconds>(7000ms));
    }

    void aLocalServerSaysWhetherAModelIsLoaded_data()
    {
        QTest::addColumn<int>("said"); // -1: nothing
        QTest::addColumn<bool>("answered"); // within the last minutes
        QTest::addColumn<bool>("mayLoad");
        QTest::addColumn<bool>("usableWithoutPatience");
        QTest::newRow("nothing is known") << -1 << false << true << false;
        QTest::newRow("it answered lately") << -1 << true << false << true;
        QTest::newRow("loaded") << int(LoadState::Warm) << false << false << true;
        QTest::newRow("loading") << int(LoadState::Loading) << false << true << false;
        QTest::newRow("not loaded") << int(LoadState::NotLoaded) << false << true << false;
        QTest::newRow("pushed out since it answered") << int(LoadState::NotLoaded) << true << true << false;
    }
    void aLocalServerSaysWhetherAModelIsLoaded()
    {
        QFETCH(int, said);
        QFETCH(bool, answered);
        QFETCH(bool, mayLoad);
        QFETCH(bool, usableWithoutPatience);
        World world;
        world.step().model = u"lab/owl"_s;
        if (said >= 0)
            world.input.health.loads.insert(u"home/owl"_s, LoadState(said));
        if (answered)
            world.input.health.warm.insert(u"home/owl"_s);
        QCOMPARE(candidate(world.planned(), u"home/owl"_s).mayLoad, mayLoad);
        world.step().clocks.coldLoad = milliseconds{0};
        const Plan hasty = world.planned();
        QCOMPARE(hasty.candidates.size(), usableWithoutPatience ? 1 : 0);
        if (!usableWithoutPatience)
            QCOMPARE(excluded(hasty), QStringList{u"home/owl not_loaded"_s});
    }

    void whoHasTheModelLoadedIsTriedFirst()
    {
        World world;
        world.providers.append({.id = u"shed"_s, .name = u"Shed"_s, .local = true});
        world.endpoints.append(endpoint(u"shed"_s, u"lab/owl"_s));
        for (catalog::Endpoint *each : {&world.endpoints[2], &world.endpoints[4]}) {
            each->price.reset();
            each->free = true;
        }
        world.input.usableProviders.insert(u"shed"_s);
        world.input.weights.exploration = 0;
        world.input.weights.sharpness = std::numeric_limits<double>::infinity();
        world.step().model = u"lab/owl"_s;
        QCOMPARE(candidates(world.planned()), (QStringList{u"home/owl"_s, u"shed/owl"_s}));
        world.input.health.loads.insert(u"home/owl"_s, LoadState::NotLoaded);
        const Plan plan = world.planned();
        QCOMPARE(candidates(plan), (QStringList{u"shed/owl"_s, u"home/owl"_s}));
        QCOMPARE(toJson(plan)["candidates"].at(1)["load"].toText(), u"not_loaded"_s);
    }

    void theFirstUsableCandidateDecidesTheLedger()
    {
        World world;
        world.input.chain.steps = {Step{.model = u"practice/fox"_s}, Step{.model = u"lab/fox"_s}};
        const Plan practice = world.planned();
        QVERIFY(practice.practice);
        QCOMPARE(candidates(practice), QStringList{u"drill/fox"_s});
        QCOMPARE(excluded(practice), (QStringList{u"east/fox ledger_mix"_s, u"west/fox ledger_mix"_s}));

        world.input.usableProviders.remove(u"drill"_s);
        const Plan real = world.planned();
        QVERIFY(!real.practice);
        QCOMPARE(candidates(real), (QStringList{u"east/fox"_s, u"west/fox"_s}));
        QCOMPARE(excluded(real), QStringList{u"drill/fox no_key"_s});
    }

    void whoAnswersInTheFormThatIsAskedForComesFirst()
    {
        World world;
        world.input.request.responseFormat = chat::ResponseFormat{.kind = chat::ResponseFormat::Kind::JsonSchema};
        for (catalog::Endpoint &endpoint : world.endpoints)
            endpoint.capabilities.jsonSchema = endpoint.id == u"west/fox"_s;
        QCOMPARE(candidates(world.planned()), (QStringList{u"west/fox"_s, u"east/fox"_s}));
    }

    void theTypicalTimeToFirstTokenComesFromHealth()
    {
        World world;
        world.input.health.measured.insert(u"west/fox"_s, firstTokenOf(0.42));
        const Plan plan = world.planned();
        QCOMPARE(candidate(plan, u"west/fox"_s).expectedFirstToken, std::optional(420ms));
        QVERIFY(!candidate(plan, u"east/fox"_s).expectedFirstToken);
    }

    void theDecisionIsWrittenWithEveryNumber()
    {
        World world;
        world.input.health.measured.insert(u"east/fox"_s, firstTokenOf(0.42));
        world.input.request.maxTokens = 100;
        world.input.usableProviders.remove(u"west"_s);
        Plan plan = world.planned();
        plan.inputTokensBound = 1'080; // as tst_input_bound says
        QCOMPARE(QString::fromUtf8(toJson(plan).dump()),
                 QString::fromUtf8(
                     R"({"chain":"test","chain_version":7,"ledger":"real","request":{"text":1000,)"
                     R"("likely_input":413,"max_tokens":100},"input_tokens_bound":1080,"candidates":[)"
                     R"({"rank":1,"step":0,"endpoint":"east/fox","provider":"east","model":"lab/fox","probability":1,)"
                     R"("expected_low":"0.0002","expected_high":"0.001413","bound":"0.00208",)"
                     R"("expected_first_token_ms":420,"pick":"alone","context_tokens":100000}],"excluded":[)"
                     R"({"step":0,"endpoint":"west/fox","reason":"no_key","detail":"There is no key for West."}]})"));
    }

    void aRequestWithoutAChainTriesItsModelsInOrder()
    {
        chat::Request request;
        request.model = u"lab/fox"_s;
        request.fallbackModels = {u"lab/owl"_s, u"lab/fox"_s};
        const Chain chain = implicitChain(request);
        QCOMPARE(chain.name, QString());
        QCOMPARE(chain.steps, (QList<Step>{Step{.model = u"lab/fox"_s}, Step{.model = u"lab/owl"_s}}));

        request.model.clear(); // OpenRouter takes `models` alone
        QCOMPARE(implicitChain(request).steps.size(), 2);
    }
};

void TstPlan::anEndpointIsLeftOutForOneReasonThatSaysItsNumbers_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, Change change, const QString &reason, const QString &detail) {
        QTest::newRow(name) << change << reason << detail;
    };
    row(
        "a model that nobody offers", [](World &w) { w.step().model = u"lab/none"_s; }, u"lab/none no_endpoint"_s,
        u"No provider in the catalog offers “lab/none”."_s);
    row(
        "an endpoint that does not exist", [](World &w) { w.step().endpoints = {u"east/none"_s}; },
        u"east/none no_endpoint"_s, u"The catalog has no endpoint “east/none”."_s);
    row(
        "an endpoint of another model", [](World &w) { w.step().endpoints = {u"home/owl"_s}; },
        u"home/owl no_endpoint"_s, u"It offers “lab/owl”, this step asks for “lab/fox”."_s);
    row(
        "switched off", [](World &w) { w.providers[0].enabled = false; }, u"east/fox provider_disabled"_s,
        u"East is switched off."_s);
    row(
        "no key", [](World &w) { w.input.usableProviders.remove(u"east"_s); }, u"east/fox no_key"_s,
        u"There is no key for East."_s);
    row(
        "a refused key", [](World &w) { w.input.health.rejectedKeys = {u"east"_s}; }, u"east/fox key_rejected"_s,
        u"East refused its key, or the account has no credit."_s);
    row(
        "a model that was not found", [](World &w) { w.input.health.missingModels = {u"east/fox"_s}; },
        u"east/fox model_not_found"_s, u"East said that it does not offer “fox”."_s);
    row(
        "cooling down", [](World &w) { w.input.health.coolingDown.insert(u"east/fox"_s, 3'001ms); },
        u"east/fox cooling_down"_s, u"It failed repeatedly; the next try is in 4 s."_s);
    row(
        "a prompt that certainly does not fit", [](World &w) { w.east().contextTokens = 125; },
        u"east/fox context_length"_s, u"The prompt has at least 125 tokens, the window 125."_s);
    row(
        "an image",
        [](World &w) { w.input.request.messages[0].parts.append(chat::ImagePart{.url = "https://a/b.png"}); },
        u"east/fox modality"_s, u"It takes no images."_s);
    row(
        "a file", [](World &w) { w.input.request.messages[0].parts.append(chat::FilePart{.fileId = u"file-1"_s}); },
        u"east/fox modality"_s, u"It takes no files."_s);
    row(
        "audio", [](World &w) { w.input.request.messages[0].parts.append(chat::AudioPart{.base64 = "AAAA"}); },
        u"east/fox modality"_s, u"It takes no audio."_s);
    row(
        "tools", [](World &w) { w.input.request.tools = {chat::Tool{.name = u"look"_s}}; },
        u"east/fox require_parameters"_s, u"It calls no tools."_s);
    row(
        "a JSON schema that is required",
        [](World &w) {
            w.input.preferences.requireParameters = true;
            w.east().capabilities.jsonSchema = true;
            w.providers[0].quirks.noJsonSchema = true;
            w.input.request.responseFormat = chat::ResponseFormat{.kind = chat::ResponseFormat::Kind::JsonSchema};
        },
        u"east/fox require_parameters"_s, u"It does not answer by a JSON schema."_s);
    row(
        "JSON mode that is required",
        [](World &w) {
            w.input.preferences.requireParameters = true;
            w.input.request.responseFormat = chat::ResponseFormat{.kind = chat::ResponseFormat::Kind::JsonObject};
        },
        u"east/fox require_parameters"_s, u"It has no JSON mode."_s);
    row(
        "dearer than the step allows",
        [](World &w) {
            w.input.request.maxTokens = 1'000'000; // ten dollars
            w.step().maxCost = NanoDollars{1'500'000'000};
        },
        u"east/fox max_price"_s, u"It can cost $10.00108, this step allows $1.50."_s);
    row(
        "dearer than the budget has left",
        [](World &w) {
            w.input.request.maxTokens = 1'000'000;
            w.input.budget.remaining = NanoDollars{1'080'000 + 63 * 10'000};
        },
        u"east/fox budget"_s, u"It can cost $10.00108, and the budget has $0.00171 left."_s);
    row(
        "dearer than lost requests leave of the budget",
        [](World &w) {
            w.input.request.maxTokens = 1'000'000;
            w.input.budget.remaining = NanoDollars{1'080'000 + 63 * 10'000};
            w.input.budget.heldByLost = {.amount = NanoDollars{20'000'000}, .requests = {7, 1}};
        },
        u"east/fox budget"_s,
        u"It can cost $10.00108, and the budget has $0.00171 left. "
        u"Lost requests (#7, #1) hold another $0.02: settle them in Requests."_s);
    row(
        "unpriced under a hard limit",
        [](World &w) {
            w.east().price.reset();
            w.input.budget.remaining = NanoDollars{2'000'000'000};
        },
        u"east/fox unpriced"_s, u"Its price is not known, and the budget is a hard limit with $2.00 left."_s);
    row(
        "unpriced in a step with a cost limit",
        [](World &w) {
            w.east().price.reset();
            w.step().maxCost = NanoDollars{20'000'000};
        },
        u"east/fox unpriced"_s, u"Its price is not known, and this step allows at most $0.02."_s);
    row(
        "a tier without a price under a hard limit",
        [](World &w) {
            w.input.request.extra.set("service_tier", "priority");
            w.input.budget.remaining = NanoDollars{2'000'000'000};
        },
        u"east/fox unpriced"_s, u"Its price is not known, and the budget is a hard limit with $2.00 left."_s);
    row(
        "tools that the provider runs under a hard limit",
        [](World &w) {
            w.east().capabilities.tools = true;
            w.input.request.tools = {chat::Tool{.raw = *parseJson(R"({"type": "web_search"})")}};
            w.input.budget.remaining = NanoDollars{2'000'000'000};
        },
        u"east/fox unpriced"_s,
        u"It may search and read as much as it likes at your cost, so that no hard limit can be kept."_s);
    row(
        "what a person can mend comes first",
        [](World &w) {
            w.input.usableProviders.remove(u"east"_s);
            w.input.request.tools = {chat::Tool{.name = u"look"_s}};
        },
        u"east/fox no_key"_s, u"There is no key for East."_s);
}

void TstPlan::anEndpointIsLeftOutForOneReasonThatSaysItsNumbers()
{
    QFETCH(Change, change);
    QFETCH(QString, reason);
    QFETCH(QString, detail);
    World world;
    change(world);
    const Plan plan = world.planned();
    QVERIFY(!plan.excluded.isEmpty());
    QCOMPARE(excluded(plan).constFirst(), reason);
    QCOMPARE(plan.excluded.constFirst().detail, detail);
    QVERIFY(!candidates(plan).contains(plan.excluded.constFirst().endpointId));
}

void TstPlan::whatAllowsAnEndpointLetsItStay_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
    row("nothing asked", [](World &) {});
    row("a prompt that may fit, though not byte for byte", [](World &w) { w.east().contextTokens = 126; });
    row("an unknown window", [](World &w) { w.east().contextTokens.reset(); });
    row("images, for one that takes them", [](World &w) {
        w.east().capabilities.images = true;
        w.input.request.messages[0].parts.append(chat::ImagePart{.url = "https://a/b.png"});
    });
    row("tools, for one that calls them", [](World &w) {
        w.east().capabilities.tools = true;
        w.input.request.tools = {chat::Tool{.name = u"look"_s}};
    });
    row("JSON mode, for one that knows schemas", [](World &w) {
        w.east().capabilities.jsonSchema = true;
        w.input.request.responseFormat = chat::ResponseFormat{.kind = chat::ResponseFormat::Kind::JsonObject};
    });
    row("a JSON schema, for one whose dialect finds other words", [](World &w) {
        w.providers[0].quirks.noJsonSchema = true;
        w.input.request.responseFormat = chat::ResponseFormat{.kind = chat::ResponseFormat::Kind::JsonSchema};
    });
    row("whatever tier there is, under a hard limit", [](World &w) {
        w.input.request.extra.set("service_tier", "auto");
        w.input.budget.remaining = NanoDollars{2'000'000'000};
    });
    row("a tier that costs no more, under a hard limit", [](World &w) {
        w.input.request.extra.set("service_tier", "flex");
        w.input.budget.remaining = NanoDollars{2'000'000'000};
    });
    row("tools that the caller runs, under a hard limit", [](World &w) {
        w.east().capabilities.tools = true;
        w.input.request.tools = {chat::Tool{.raw = *parseJson(R"({"type": "bash_20250124", "name": "bash"})")},
                                 chat::Tool{.raw = *parseJson(R"({"type": "local_shell"})")}};
        w.input.budget.remaining = NanoDollars{2'000'000'000};
    });
    row("tools that the provider runs, without a limit", [](World &w) {
        w.east().capabilities.tools = true;
        w.input.request.tools = {chat::Tool{.raw = *parseJson(R"({"type": "web_search"})")}};
    });
    row("unpriced without a limit", [](World &w) { w.east().price.reset(); });
    row("unpriced under a soft limit", [](World &w) {
        w.east().price.reset();
        w.input.budget = {.remaining = NanoDollars{0}, .hard = false};
    });
    row("unpriced, but let through", [](World &w) {
        w.east().price.reset();
        w.input.budget = {.remaining = NanoDollars{0}, .allowedUnpriced = {u"east/fox"_s}};
    });
    row("free, with nothing left", [](World &w) {
        w.east().price.reset();
        w.east().free = true;
        w.input.budget.remaining = NanoDollars{0};
    });
    row("local and unpriced, with nothing left", [](World &w) {
        w.providers[0].local = true;
        w.east().price.reset();
        w.input.budget.remaining = NanoDollars{0};
    });
}

void TstPlan::whatAllowsAnEndpointLetsItStay()
{
    QFETCH(Change, change);
    World world;
    change(world);
    QCOMPARE(candidates(world.planned()).value(0), u"east/fox"_s);
}

static const bool tstPlan = sb::testing::add<TstPlan>();

#include "tst_plan.moc"
