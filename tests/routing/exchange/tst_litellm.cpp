#include "core/routing/exchange/litellm_groups.h"
#include "core/routing/exchange/yaml.h"

#include "tests/routing/exchange/exchange_world.h"
#include "tests/testing/testing.h"

#include <QFile>
#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace sb::routing::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Imported ofYaml(const QByteArray &yaml)
{
    const auto imported = importLiteLlm(yaml, u"test"_s, foreignCatalog());
    return imported ? *imported : Imported{.report = {{.sentence = imported.error().message}}};
}

/// One group with these parameters of its only deployment, and these settings of the router.
QByteArray oneGroup(const QByteArray &params, const QByteArray &settings = {})
{
    return "model_list: [{model_name: g, litellm_params: {model: gpt-4o, " + params + "}}]\nrouter_settings: {"
        + settings + "}\n";
}

} // namespace

class TstLiteLlm : public QObject
{
    Q_OBJECT

    QByteArray m_file;
    Imported m_imported;

private slots:
    void initTestCase()
    {
        QFile file(sb::testing::inSource(u"tests/fixtures/exchange/litellm.yaml"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_file = file.readAll();
        const auto imported = importLiteLlm(m_file, u"acme proxy"_s, foreignCatalog());
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
        m_imported = *imported;
    }

    void eachGroupIsAChainWithItsFallbacksAsSteps_data()
    {
        QTest::addColumn<QString>("chain");
        QTest::addColumn<QStringList>("steps");
        const QString direct = u"anthropic/claude-sonnet-4.5@anthropic/claude-sonnet-4-5"_s;
        const QString cloud = u"anthropic/claude-sonnet-4.5@bedrock-converse/anthropic.claude-sonnet-4-5"_s;
        const QString big = u"google/gemini-2.5-pro@gemini/gemini-2.5-pro"_s;
        const QString own = u"openai/our-own-model@"_s;
        QTest::newRow("two clouds, then fallbacks")
            << u"chat"_s << QStringList{u"openai/gpt-4o@openai/gpt-4o,azure/gpt-4o"_s, direct, cloud, big};
        QTest::newRow("by order, then the default, then for refusals")
            << u"careful"_s << QStringList{direct, cloud, big, own};
        QTest::newRow("with a tag of two")
            << u"bulk-small-free"_s
            << QStringList{u"openai/gpt-4o-mini+meta/llama3@openai/gpt-4o-mini,ollama/llama3"_s, big};
        QTest::newRow("with a tag of one") << u"bulk-small-paid"_s << QStringList{u"meta/llama3@ollama/llama3"_s, big};
        QTest::newRow("its own fallback") << u"big"_s << QStringList{big};
        QTest::newRow("unknown to the catalog") << u"own"_s << QStringList{own, big};
    }
    void eachGroupIsAChainWithItsFallbacksAsSteps()
    {
        QFETCH(QString, chain);
        const Chain *found = chainNamed(m_imported.chains, chain);
        QVERIFY(found);
        QTEST(linesOf(*found), "steps");
        QCOMPARE(limitProblems(*found), QList<ChainProblem>{});
    }

    void settingsOfTheRouterAreThoseOfTheSteps()
    {
        const Chain &chat = *chainNamed(m_imported.chains, u"chat"_s);
        const Step &first = chat.steps.constFirst();
        QCOMPARE(first.retries, 3);
        QCOMPARE(first.preferences.sort, std::optional(Sort::Latency));
        QCOMPARE(first.clocks.firstContent, 45s);
        QCOMPARE(chat.steps.at(1).clocks.firstContent, 60s);
        QCOMPARE(chat.steps.at(1).maxTokens, std::optional<qint64>(4096));
        QCOMPARE(chat.steps.at(1).overrides.dump(), QByteArray("{\"temperature\":0}"));
        QCOMPARE(first.next.contextFull, u"big"_s);
        QCOMPARE(chat.steps.constLast().id, u"big"_s);
        QCOMPARE(chainNamed(m_imported.chains, u"careful"_s)->steps.constFirst().next.contentPolicy, u"own"_s);
    }

    void namesAliasesAndTagsAreRulesInTheirOrder()
    {
        QStringList rules;
        for (const Rule &rule : m_imported.policy->rules)
            rules.append(rule.when.models.join(u'+') + u' ' + rule.when.tags.join(u'+') + u" > "_s + rule.chain);
        QCOMPARE(
            rules,
            (QStringList{u"bulk/small free > bulk-small-free"_s, u"bulk/small paid > bulk-small-paid"_s,
                         u"chat  > chat"_s, u"careful  > careful"_s, u"bulk/small  > bulk-small"_s, u"big  > big"_s,
                         u"own  > own"_s, u"gpt-4  > chat"_s, u"gpt-4-turbo  > chat"_s, u"anthropic/*  > "_s}));
        QStringList chains;
        for (const Chain &chain : m_imported.chains)
            chains.append(chain.name);
        QCOMPARE(validate(*m_imported.policy, chains), QList<PolicyProblem>{});
        QCOMPARE(m_imported.policy->name, u"acme-proxy"_s);
    }

    void whatBecameOfAPartIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const QString &path, const QString &outcome) {
            QTest::newRow(qPrintable(path)) << path << outcome;
        };
        row(u"model_list[0].litellm_params.model"_s, u"carried_over"_s);
        row(u"model_list[0].litellm_params.rpm"_s, u"not_carried_over"_s);
        row(u"model_list[0].litellm_params.timeout"_s, u"approximated"_s);
        row(u"model_list[0].litellm_params.api_key"_s, u"not_carried_over"_s);
        row(u"model_list[1].litellm_params.api_base"_s, u"carried_over"_s);
        row(u"model_list[1].litellm_params.api_version"_s, u"not_carried_over"_s);
        row(u"model_list[2].litellm_params.order"_s, u"carried_over"_s);
        row(u"model_list[2].litellm_params.temperature"_s, u"approximated"_s);
        row(u"model_list[7].litellm_params.model"_s, u"approximated"_s);
        row(u"model_list[7].litellm_params.api_base"_s, u"not_carried_over"_s);
        row(u"model_list[8].model_name"_s, u"approximated"_s);
        row(u"router_settings.num_retries"_s, u"carried_over"_s);
        row(u"router_settings.cooldown_time"_s, u"not_carried_over"_s);
        row(u"router_settings.retry_policy.TimeoutErrorRetries"_s, u"not_carried_over"_s);
        row(u"router_settings.model_group_alias.nothing"_s, u"not_carried_over"_s);
        row(u"router_settings.fallbacks[0].chat[0]"_s, u"carried_over"_s);
        row(u"router_settings.redis_password"_s, u"not_carried_over"_s);
        row(u"litellm_settings.drop_params"_s, u"not_carried_over"_s);
        row(u"general_settings"_s, u"not_carried_over"_s);
    }
    void whatBecameOfAPartIsSaid()
    {
        QFETCH(QString, path);
        QTEST(outcomeOf(m_imported.report, path), "outcome");
    }

    void nothingOfTheFileIsWithoutAWord()
    {
        QStringList missing;
        addUnreported(*parseYaml(m_file), {}, m_imported.report, missing);
        QCOMPARE(missing, QStringList{});
    }

    void noKeyIsRead()
    {
        const QByteArray all = everything(m_imported).toLower();
        QVERIFY2(!all.contains("canary"), all.constData());
    }

    void whatIsNoConfigIsRefused_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("message");
        QTest::newRow("no models") << QByteArray("a: 1\n") << u"model_list: expected a list of deployments"_s;
        QTest::newRow("no name") << QByteArray("model_list: [{litellm_params: {model: a}}]")
                                 << u"model_list[0].model_name: expected a name"_s;
        QTest::newRow("no model") << QByteArray("model_list: [{model_name: a}]")
                                  << u"model_list[0].litellm_params.model: expected a model"_s;
    }
    void whatIsNoConfigIsRefused()
    {
        QFETCH(QByteArray, yaml);
        const auto imported = importLiteLlm(yaml, u"x"_s, foreignCatalog());
        QVERIFY(!imported);
        QTEST(imported.error().message, "message");
    }

    void oddNumbersAreKeptWithinLimits_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<int>("retries");
        QTest::addColumn<qint64>("firstContent");
        const auto row = [](const char *name, const QByteArray &yaml, int retries, qint64 firstContent) {
            QTest::newRow(name) << yaml << retries << firstContent;
        };
        const qint64 usual = StepClocks{}.firstContent.count();
        row("many retries", oneGroup({}, "num_retries: 99"), MostRetries, usual);
        row("negative retries", oneGroup({}, "num_retries: -1"), Step{}.retries, usual);
        row("retries as a text", oneGroup({}, "num_retries: many"), Step{}.retries, usual);
        row("half a second", oneGroup("timeout: 0.5"), Step{}.retries, 500);
        row("seconds as a text", oneGroup("timeout: '30'"), Step{}.retries, 30'000);
        row("no time", oneGroup("timeout: 0"), Step{}.retries, usual);
        row("a year", oneGroup("timeout: 31536000"), Step{}.retries, usual);
        row("the stream's before the whole", oneGroup("timeout: 60, stream_timeout: 5"), Step{}.retries, 5'000);
        row("retries of server errors", oneGroup({}, "retry_policy: {InternalServerErrorRetries: 4}"), 4, usual);
    }
    void oddNumbersAreKeptWithinLimits()
    {
        QFETCH(QByteArray, yaml);
        const Imported imported = ofYaml(yaml);
        QCOMPARE(imported.chains.size(), 1);
        const Step &step = imported.chains.constFirst().steps.constFirst();
        QTEST(step.retries, "retries");
        QTEST(qint64(step.clocks.firstContent.count()), "firstContent");
    }

    void namesThatBecomeAlikeStayApart()
    {
        const Imported imported = ofYaml("model_list:\n- {model_name: a/b, litellm_params: {model: gpt-4o}}\n"
                                         "- {model_name: a b, litellm_params: {model: gpt-4o-mini}}\n");
        QCOMPARE(imported.chains.size(), 2);
        QCOMPARE(imported.chains.at(0).name, u"a-b"_s);
        QCOMPARE(imported.chains.at(1).name, u"a-b-2"_s);
        QCOMPARE(imported.policy->rules.at(1).chain, u"a-b-2"_s);
    }

    void whatWasExportedComesBackAsItWas()
    {
        Step first{.model = u"openai/gpt-4o"_s, .endpoints = {u"openai/gpt-4o"_s, u"azure/gpt-4o"_s}};
        first.next.contextFull = u"large"_s;
        first.maxTokens = 100;
        Step large{.id = u"large"_s, .model = u"google/gemini-2.5-pro"_s, .endpoints = {u"gemini/gemini-2.5-pro"_s}};
        setTimeout(large, 5s);
        const Chain chat{.name = u"chat"_s, .steps = {first, large}};
        const Chain local{.name = u"local"_s,
                          .steps = {{.model = u"meta/llama3"_s, .endpoints = {u"ollama/llama3"_s}}}};
        const Policy policy{.name = u"test"_s,
                            .rules = {{.id = u"chat"_s, .when = {.models = {u"my chat"_s}}, .chain = u"chat"_s},
                                      {.id = u"local"_s, .when = {.models = {u"local"_s}}, .chain = u"local"_s},
                                      {.when = {.models = {u"gpt-4"_s}}, .chain = u"chat"_s}}};
        const Exported exported = exportLiteLlm({.policy = policy, .chains = {chat, local}}, foreignCatalog());
        const Imported again = ofYaml(exported.text);
        QCOMPARE(again.policy, std::optional(policy));
        QCOMPARE(again.chains.size(), 2);
        // A step gets its id by the name of its group there.
        Chain expected = chat;
        expected.steps[1].id = u"my-chat-step-2"_s;
        expected.steps[0].next.contextFull = u"my-chat-step-2"_s;
        QVERIFY2(again.chains.at(0) == expected, (toJson(again.chains.at(0)).dump() + exported.text).constData());
        QCOMPARE(again.chains.at(1), local);
    }

    void anExportNamesVariablesAndNoKeys()
    {
        const Chain chain{.name = u"c"_s, .steps = {{.model = u"openai/gpt-4o-mini"_s}}};
        const Exported exported = exportLiteLlm({.chains = {chain}}, foreignCatalog());
        QCOMPARE(exported.text,
                 QByteArray("model_list:\n- model_name: c\n  litellm_params:\n    model: openai/gpt-4o-mini\n"
                            "    api_key: os.environ/OPENAI_API_KEY\n  model_info:\n    signalbox:\n      chain: c\n"
                            "router_settings:\n  num_retries: 2\n"));
    }

    void whatAnExportLeavesOutIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const QString &path, const QString &outcome) {
            QTest::newRow(qPrintable(path)) << path << outcome;
        };
        row(u"chains.c.steps[0].model"_s, u"approximated"_s);
        row(u"chains.c.steps[0].hedge"_s, u"not_carried_over"_s);
        row(u"chains.c.steps[0].provider"_s, u"not_carried_over"_s);
        row(u"chains.c.steps[0].retries"_s, u"carried_over"_s);
        row(u"chains.c.steps[1]"_s, u"not_carried_over"_s);
        row(u"chains.c.after_first_content"_s, u"not_carried_over"_s);
        row(u"policy.rules[0]"_s, u"not_carried_over"_s);
        row(u"policy.weights"_s, u"not_carried_over"_s);
    }
    void whatAnExportLeavesOutIsSaid()
    {
        QFETCH(QString, path);
        Step first{.model = u"openai/gpt-4o"_s, .preferences = {.zeroRetention = true}, .retries = 5, .hedge = Hedge{}};
        Step practice{.model = u"practice/express"_s, .retries = 5};
        const Chain chain{.name = u"c"_s, .steps = {first, practice}, .afterFirstContent = AfterFirstContent::Hold};
        const Policy policy{
            .name = u"p"_s, .rules = {{.when = {.tools = true}, .chain = u"c"_s}}, .weights = {.exploration = 0}};
        const ToExport what{.policy = policy, .chains = {chain}};
        const Exported exported = exportLiteLlm(what, foreignCatalog());
        QTEST(outcomeOf(exported.report, path), "outcome");
    }
};

static const bool tstLiteLlm = sb::testing::add<TstLiteLlm>();

#include "tst_litellm.moc"
