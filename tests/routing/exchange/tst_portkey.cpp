#include "core/routing/exchange/export_source.h"
#include "core/routing/exchange/status_codes.h"

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

Result<Imported> ofJson(QByteArray json)
{
    return importPortkey(json.replace('\'', '"'), u"test"_s, foreignCatalog());
}

} // namespace

class TstPortkey : public QObject
{
    Q_OBJECT

    QByteArray m_file;
    Imported m_imported;

private slots:
    void initTestCase()
    {
        QFile file(sb::testing::inSource(u"tests/fixtures/exchange/portkey.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_file = file.readAll();
        const auto imported = importPortkey(m_file, u"acme"_s, foreignCatalog());
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().message));
        m_imported = *imported;
    }

    void eachNamedTargetIsAChain_data()
    {
        QTest::addColumn<QString>("chain");
        QTest::addColumn<QStringList>("steps");
        QTest::newRow("one after the other")
            << u"careful"_s
            << QStringList{u"anthropic/claude-sonnet-4.5@anthropic/claude-sonnet-4-5"_s,
                           u"openai/gpt-4o@openai/gpt-4o"_s};
        QTest::newRow("shared out")
            << u"cheap"_s
            << QStringList{u"openai/gpt-4o-mini+google/gemini-2.5-pro@openai/gpt-4o-mini,gemini/gemini-2.5-pro"_s};
        QTest::newRow("one") << u"chat"_s << QStringList{u"openai/gpt-4o@azure/gpt-4o"_s};
    }
    void eachNamedTargetIsAChain()
    {
        QFETCH(QString, chain);
        const Chain *found = chainNamed(m_imported.chains, chain);
        QVERIFY(found);
        QTEST(linesOf(*found), "steps");
        QCOMPARE(limitProblems(*found), QList<ChainProblem>{});
    }

    void whatStandsAboveHoldsUnlessATargetSaysOtherwise()
    {
        const Chain &careful = *chainNamed(m_imported.chains, u"careful"_s);
        QCOMPARE(careful.steps.at(0).retries, 2);
        QCOMPARE(careful.steps.at(1).retries, 9);
        QCOMPARE(careful.steps.at(0).clocks.firstContent, 30s);
        QCOMPARE(careful.steps.at(0).overrides.dump(), QByteArray("{\"temperature\":0}"));
        QVERIFY(careful.steps.at(0).moveOn.overloaded && careful.steps.at(0).moveOn.rateLimit);
        QVERIFY(!careful.steps.at(0).moveOn.badKey && !careful.steps.at(0).moveOn.contentPolicy);
    }

    void conditionsAreRules()
    {
        const QList<Rule> &rules = m_imported.policy->rules;
        QCOMPARE(rules.size(), 4);
        QCOMPARE(rules.at(0).when, (Condition{.models = {u"smart"_s, u"smartest"_s}, .tags = {u"plan=paid"_s}}));
        QCOMPARE(rules.at(0).chain, u"careful"_s);
        QCOMPARE(rules.at(1).when, Condition{.models = {u"fast"_s}});
        QCOMPARE(rules.at(2).when, (Condition{.tags = {u"kind=bulk"_s, u"kind=batch"_s}}));
        QVERIFY(!rules.at(3).enabled);
        QVERIFY(!rules.at(3).when.extra.isNull());
        QCOMPARE(m_imported.policy->otherwise, u"chat"_s);
    }

    void whatBecameOfAPartIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const QString &path, const QString &outcome) {
            QTest::newRow(qPrintable(path)) << path << outcome;
        };
        row(u"cache"_s, u"not_carried_over"_s);
        row(u"retry.attempts"_s, u"carried_over"_s);
        row(u"retry.on_status_codes"_s, u"not_carried_over"_s);
        row(u"strategy.conditions[0].query"_s, u"carried_over"_s);
        row(u"strategy.conditions[2].query"_s, u"not_carried_over"_s);
        row(u"targets[0].strategy.on_status_codes"_s, u"approximated"_s);
        row(u"targets[0].targets[0].api_key"_s, u"not_carried_over"_s);
        row(u"targets[0].targets[1].provider"_s, u"approximated"_s);
        row(u"targets[1].strategy.mode"_s, u"approximated"_s);
        row(u"targets[1].targets[0].weight"_s, u"not_carried_over"_s);
        row(u"targets[1].targets[0].virtual_key"_s, u"not_carried_over"_s);
        row(u"targets[2].input_guardrails"_s, u"not_carried_over"_s);
        row(u"targets[2].custom_host"_s, u"not_carried_over"_s);
    }
    void whatBecameOfAPartIsSaid()
    {
        QFETCH(QString, path);
        QTEST(outcomeOf(m_imported.report, path), "outcome");
    }

    void nothingOfTheFileIsWithoutAWord()
    {
        QStringList missing;
        addUnreported(*parseJson(m_file), {}, m_imported.report, missing);
        QCOMPARE(missing, QStringList{});
    }

    void noKeyIsRead()
    {
        const QByteArray all = everything(m_imported).toLower();
        QVERIFY2(!all.contains("canary"), all.constData());
    }

    void withoutConditionsThereIsOneChainForAll()
    {
        const auto imported =
            ofJson("{'strategy':{'mode':'fallback'},'targets':[{'provider':'openai','override_params':"
                   "{'model':'gpt-4o'}},{'provider':'anthropic','override_params':{'model':"
                   "'claude-sonnet-4-5'}}]}");
        QVERIFY(imported);
        QCOMPARE(imported->chains.size(), 1);
        QCOMPARE(imported->chains.constFirst().name, u"test"_s);
        QCOMPARE(imported->policy->otherwise, u"test"_s);
        QVERIFY(imported->chains.constFirst().steps.constFirst().moveOn.contentPolicy); // any failure leads on there
    }

    void targetsWithoutAModelArePreferencesForAnyModel()
    {
        const auto imported =
            ofJson("{'strategy':{'mode':'fallback'},'targets':[{'provider':'openai','virtual_key':'x'},"
                   "{'provider':'azure-openai','virtual_key':'y'}]}");
        QVERIFY(imported);
        QVERIFY(imported->chains.isEmpty());
        QCOMPARE(imported->policy->otherwise, QString());
        QCOMPARE(imported->policy->preferences.order, (QStringList{u"openai"_s, u"azure"_s}));
        QCOMPARE(imported->policy->preferences.only, (QStringList{u"openai"_s, u"azure"_s}));
    }

    void whatIsNoConfigIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("begin");
        QTest::newRow("a list") << QByteArray("[]") << u"A config"_s;
        QTest::newRow("an unknown mode") << QByteArray("{'strategy':{'mode':'luck'},'targets':[]}")
                                         << u"strategy.mode: expected"_s;
        QTest::newRow("a target without a name")
            << QByteArray("{'strategy':{'mode':'conditional'},'targets':[{}]}") << u"targets[0].name: expected"_s;
        QTest::newRow("a condition that leads nowhere")
            << QByteArray("{'strategy':{'mode':'conditional','conditions':[{'query':{},'then':'x'}]},'targets':[]}")
            << u"strategy.conditions[0].then: expected"_s;
        QByteArray deep = "{}";
        for (int i = 0; i < 40; ++i)
            deep = "{'strategy':{'mode':'fallback'},'targets':[" + deep + "]}";
        QTest::newRow("very deep") << deep << u"targets[0].targets[0]"_s;
    }
    void whatIsNoConfigIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, begin);
        const auto imported = ofJson(json);
        QVERIFY(!imported);
        QVERIFY2(imported.error().message.startsWith(begin), qPrintable(imported.error().message));
    }

    void codesComeBackAsTheyWere()
    {
        const MoveOn usual;
        QVERIFY(moveOnAfter(codesOf(usual)) == usual);
        const MoveOn any{.contentPolicy = true};
        QVERIFY(moveOnAfter(codesOf(any)) == any);
        QCOMPARE(codesOf(moveOnAfter({429})), QList<qint64>{429});
    }

    void whatWasExportedComesBackAsItWas()
    {
        Step first{.model = u"openai/gpt-4o"_s, .endpoints = {u"openai/gpt-4o"_s, u"azure/gpt-4o"_s}, .retries = 3};
        first.overrides.set("temperature", Json(Json::Number{"0.5"}));
        const Step second{.model = u"anthropic/claude-sonnet-4.5"_s, .endpoints = {u"anthropic/claude-sonnet-4-5"_s}};
        const Chain chat{.name = u"chat"_s, .steps = {first, second}};
        const Chain mini{.name = u"mini"_s,
                         .steps = {{.model = u"openai/gpt-4o-mini"_s, .endpoints = {u"openai/gpt-4o-mini"_s}}}};
        const Policy policy{.name = u"test"_s,
                            .rules = {{.when = {.models = {u"fast"_s}}, .chain = u"mini"_s},
                                      {.when = {.tags = {u"plan=paid"_s}},
                                       .unless = Condition{.models = {u"slow"_s}},
                                       .chain = u"chat"_s}},
                            .otherwise = u"chat"_s};
        const Exported exported = exportPortkey({.policy = policy, .chains = {chat, mini}}, foreignCatalog());
        const auto again = importPortkey(exported.text, u"test"_s, foreignCatalog());
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE(again->policy, std::optional(policy));
        QVERIFY2(again->chains.size() == 2 && again->chains.at(0) == chat && again->chains.at(1) == mini,
                 exported.text.constData());
        for (const ReportLine &line : exported.report)
            QVERIFY2(line.outcome != Outcome::NotCarriedOver, qPrintable(line.path));
    }

    void whatAnExportLeavesOutIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const QString &path, const QString &outcome) {
            QTest::newRow(qPrintable(path)) << path << outcome;
        };
        row(u"policy.rules[0]"_s, u"not_carried_over"_s);
        row(u"policy.rules[1]"_s, u"carried_over"_s);
        row(u"policy.rules[2]"_s, u"not_carried_over"_s);
        row(u"chains.a.steps[0].model"_s, u"approximated"_s);
        row(u"chains.a.steps[0].clocks"_s, u"not_carried_over"_s);
        row(u"chains.b"_s, u"not_carried_over"_s);
    }
    void whatAnExportLeavesOutIsSaid()
    {
        QFETCH(QString, path);
        Step step{.model = u"openai/gpt-4o"_s};
        step.clocks.idle = 5s;
        const Policy policy{.name = u"p"_s,
                            .rules = {{.when = {.tools = true}, .chain = u"a"_s},
                                      {.when = {.models = {u"x"_s}}, .chain = u"a"_s},
                                      {.enabled = false, .when = {.models = {u"y"_s}}, .chain = u"b"_s}}};
        const ToExport what{.policy = policy,
                            .chains = {{.name = u"a"_s, .steps = {step}}, {.name = u"b"_s, .steps = {step}}}};
        const Exported exported = exportPortkey(what, foreignCatalog());
        QTEST(outcomeOf(exported.report, path), "outcome");
    }
};

static const bool tstPortkey = sb::testing::add<TstPortkey>();

#include "tst_portkey.moc"
