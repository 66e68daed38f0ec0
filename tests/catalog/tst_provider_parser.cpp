#include "core/catalog/catalog.h"

#include "tests/catalog/cases.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;
using sb::testing::quoted;

class TstProviderParser : public QObject
{
    Q_OBJECT

private slots:
    void judgesLikeTheSchema_data() { testing::addAgreementRows(u"provider"_s); }
    void judgesLikeTheSchema()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, valid);
        const auto provider = parseProvider(*parseJson(json), u"x.json"_s);
        QCOMPARE(provider.has_value(), valid);
        if (!valid)
            QVERIFY2(provider.error().message.startsWith("x.json: "_L1), qPrintable(provider.error().message));
    }

    void isTheSameAfterWritingAndReading_data() { testing::addAgreementRows(u"provider"_s); }
    void isTheSameAfterWritingAndReading()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, valid);
        if (!valid)
            return;
        const Provider provider = *parseProvider(*parseJson(json), {});
        QCOMPARE(parseProvider(toJson(provider), {}).value(), provider);
    }

    void namesThePathAndWhatWasExpected_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("message");
        QTest::newRow("a nested member") << QByteArray("'quirks': {'developer_role': 1}")
                                         << u"f.json: quirks.developer_role: expected true or false, found 1"_s;
        QTest::newRow("a misspelled member")
            << QByteArray("'quirks': {'devloper_role': true}")
            << u"f.json: quirks.devloper_role: this member is not known; check its spelling"_s;
        QTest::newRow("one of a list")
            << QByteArray("'key_variables': ['A_KEY', 'HOME_SECRET']")
            << u"f.json: key_variables[1]: expected a name of A to Z, 0 to 9 and _ that ends in _KEY or _TOKEN, found "
               "\"HOME_SECRET\""_s;
        QTest::newRow("a region's address")
            << QByteArray("'region_urls': {'eu': 'eu.example'}")
            << u"f.json: region_urls.eu: expected an http or https address without user, query and fragment, found "
               "\"eu.example\""_s;
        QTest::newRow("a header in capitals")
            << QByteArray("'rate_limit_headers': {'tokens_reset': 'X-Reset'}")
            << u"f.json: rate_limit_headers.tokens_reset: expected the name of a header in lower case, found "
               "\"X-Reset\""_s;
        QTest::newRow("a choice") << QByteArray("'auth': 'basic'")
                                  << u"f.json: auth: expected \"none\", \"bearer\", \"x-api-key\", \"x-goog-api-key\", "
                                     "\"api-key\", \"aws_sigv4\", \"google_service_account\", found \"basic\""_s;
        QTest::newRow("stated and not found")
            << QByteArray("'cancel': {'stops_billing': true}, 'not_found': {'cancel': {'looked_in': "
                          "'https://a.example', 'as_of': '2026-11-30'}}")
            << u"f.json: not_found.cancel: expected nothing, since the file states it, found object"_s;
        QTest::newRow("not found on no page")
            << QByteArray("'not_found': {'cancel': {'looked_in': 'somewhere', 'as_of': '2026-11-30'}}")
            << u"f.json: not_found.cancel.looked_in: expected the http or https address of a page, found "
               "\"somewhere\""_s;
        QTest::newRow("a later version") << QByteArray(QByteArray(
            "'version': 7")) << u"f.json: version: expected 1 at most; a newer Signalbox wrote this file, found 7"_s;
    }
    void namesThePathAndWhatWasExpected()
    {
        QFETCH(QByteArray, member);
        QFETCH(QString, message);
        const QByteArray text =
            "{'version': 1, 'id': 'a', 'name': 'A', 'base_url': 'https://a.example', " + member + '}';
        const auto provider = parseProvider(*parseJson(quoted(text)), u"f.json"_s);
        QVERIFY(!provider);
        QCOMPARE(provider.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(provider.error().message, message);
    }

    void readsWhatAFileSaysOfPlacesLimitsAndBills()
    {
        const Provider provider = *parseProvider(
            *parseJson(quoted(
                "{'version': 1, 'id': 'a', 'name': 'A', 'base_url': 'https://a.example/v1',"
                " 'region_urls': {'us-west-2': 'https://us.a.example/v1/', 'eu': 'https://eu.a.example/v1'},"
                " 'lists_models': false, 'models_path': '/all',"
                " 'rate_limit_headers': {'tokens_reset': 'x-reset', 'requests_remaining': 'x-left',"
                " 'reset_form': 'duration'},"
                " 'cancel': {'stops_billing': false, 'source': 'https://a.example/streams', 'as_of': '2026-07-02'},"
                " 'data_policy': {'regions': ['eu'], 'retention_days': 0}}")),
            {});
        QCOMPARE(provider.regionUrls,
                 (QList<RegionUrl>{{u"us-west-2"_s, QUrl(u"https://us.a.example/v1"_s)},
                                   {u"eu"_s, QUrl(u"https://eu.a.example/v1"_s)}}));
        QVERIFY(!provider.listsModels);
        QCOMPARE(provider.modelsPath, u"/all"_s);
        QCOMPARE(provider.rateLimitHeaders,
                 (RateLimitHeaders{
                     .headers = {{LimitFigure::RequestsRemaining, "x-left"}, {LimitFigure::TokensReset, "x-reset"}},
                     .resetForm = ResetForm::Duration}));
        QCOMPARE(
            provider.cancel,
            (CancelPolicy{.stopsBilling = false, .source = u"https://a.example/streams"_s, .asOf = QDate(2026, 7, 2)}));
        QCOMPARE(provider.dataPolicy, (DataPolicy{.retentionDays = 0, .regions = {u"eu"_s}}));
    }

    void readsWhatWasLookedForInVain()
    {
        const Provider provider = *parseProvider(
            *parseJson(quoted("{'version': 1, 'id': 'a', 'name': 'A', 'base_url': 'https://a.example/v1',"
                              " 'data_policy': {'varies': true},"
                              " 'not_found': {'cancel': {'looked_in': 'https://a.example/docs', 'as_of': '2026-11-30',"
                              " 'read': 'part'}}}")),
            {});
        QVERIFY(provider.dataPolicy.varies && !notFound(provider, ProviderFact::DataPolicy));
        const NotFound *cancel = notFound(provider, ProviderFact::Cancel);
        QVERIFY(cancel);
        QCOMPARE(*cancel,
                 (NotFound{.fact = ProviderFact::Cancel,
                           .lookedIn = u"https://a.example/docs"_s,
                           .asOf = QDate(2026, 11, 30),
                           .read = PagesRead::Part}));
        QCOMPARE(toJson(provider)["not_found"]["cancel"]["read"], Json("part"));
    }

    void keepsMembersOfANewerVersion()
    {
        const Json json = *parseJson(quoted(
            "{'version': 1, 'id': 'a', 'name': 'A', 'base_url': 'https://a.example', 'color': 'blue', 'x': [1.0]}"));
        const Json written = toJson(*parseProvider(json, {}));
        QCOMPARE(written["color"], Json("blue"));
        QCOMPARE(written["x"].at(0).numberLiteral(), "1.0");
    }

    void takesSlashesOffTheBaseUrl()
    {
        const Json json =
            *parseJson(quoted("{'version': 1, 'id': 'a', 'name': 'A', 'base_url': 'http://127.0.0.1:1/v1//'}"));
        QCOMPARE(parseProvider(json, {})->baseUrl, QUrl(u"http://127.0.0.1:1/v1"_s));
    }

    void spellsEachDialectAndReadsItBack_data()
    {
        QTest::addColumn<DialectId>("dialect");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("OpenAI chat") << DialectId::OpenAiChat << QByteArray("openai.chat");
        QTest::newRow("OpenAI completions") << DialectId::OpenAiCompletions << QByteArray("openai.completions");
        QTest::newRow("Anthropic") << DialectId::AnthropicMessages << QByteArray("anthropic.messages");
        QTest::newRow("Gemini") << DialectId::GeminiGenerateContent << QByteArray("gemini.generateContent");
        QTest::newRow("OpenAI responses") << DialectId::OpenAiResponses << QByteArray("openai.responses");
        QTest::newRow("Cohere") << DialectId::CohereChat << QByteArray("cohere.v2.chat");
        QTest::newRow("Cohere, version 1") << DialectId::CohereV1Chat << QByteArray("cohere.v1.chat");
        QTest::newRow("Ollama") << DialectId::OllamaChat << QByteArray("ollama.chat");
        QTest::newRow("Ollama, prompts") << DialectId::OllamaGenerate << QByteArray("ollama.generate");
        QTest::newRow("Bedrock") << DialectId::BedrockConverse << QByteArray("bedrock.converse");
        QTest::newRow("Bedrock, bodies of the models") << DialectId::BedrockInvoke << QByteArray("bedrock.invoke");
    }
    void spellsEachDialectAndReadsItBack()
    {
        QFETCH(DialectId, dialect);
        QFETCH(QByteArray, name);
        QCOMPARE(toWireName(dialect), name);
        QCOMPARE(dialectFromWireName(name), std::optional(dialect));
        QVERIFY(!dialectFromWireName(name + '.'));
    }
};

static const bool tstProviderParser = sb::testing::add<TstProviderParser>();

#include "tst_provider_parser.moc"
