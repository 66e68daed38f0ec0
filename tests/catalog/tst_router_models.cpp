#include "core/catalog/router_models.h"

#include "tests/catalog/cases.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;
using sb::testing::quoted;

namespace {

Provider router()
{
    return {.id = u"openrouter"_s, .name = u"OpenRouter"_s, .quirks = {.pricedList = true}};
}

/// A list of one model with these members beside its id.
QByteArray listOf(const QByteArray &members)
{
    return quoted("{'data': [{'id': 'a/m', " + members + "}]}");
}

ReadModels read(const QByteArray &text)
{
    return parseJson(text)
        .and_then([](const Json &json) { return parseRouterModels(json, router()); })
        .value_or(ReadModels{});
}

std::optional<qint64> amount(const Endpoint &endpoint, PriceUnit unit, const PriceCondition &condition = {})
{
    if (!endpoint.price)
        return {};
    for (const PriceComponent &each : endpoint.price->components) {
        if (each.unit == unit && each.condition == condition)
            return each.amount.value;
    }
    return {};
}

/// Together and a cloud that others call otherwise, with an endpoint of the model a/m each.
Catalog known()
{
    const auto offer = [](const QString &provider, const QString &name) {
        return Endpoint{
            .id = provider + u'/' + name, .providerId = provider, .modelId = u"a/m"_s, .upstreamModel = name};
    };
    return Catalog({{.id = u"together"_s, .name = u"T"_s},
                    {.id = u"gemini"_s, .name = u"G"_s, .knownAs = {u"google-ai-studio"_s}}},
                   {offer(u"together"_s, u"m-turbo"_s), offer(u"gemini"_s, u"m-001"_s)});
}

Result<ReadModels> offers(const QByteArray &endpoints, const QByteArray &id = "a/m")
{
    return parseJson(quoted("{'data': {'id': '" + id + "', 'endpoints': " + endpoints + "}}"))
        .and_then([](const Json &json) { return parseRouterOffers(json, u"a/m"_s, known()); });
}

} // namespace

class TstRouterModels : public QObject
{
    Q_OBJECT

private slots:
    void aModelIsReadWithAllThatItsEntrySays()
    {
        const ReadModels models = read(
            listOf("'created': 1782777600, 'context_length': 1000000, 'hugging_face_id': 'a/M', 'expiration_date': "
                   "'2027-01-31',"
                   "'architecture': {'input_modalities': ['text', 'image', 'file'], 'output_modalities': ['text']},"
                   "'top_provider': {'max_completion_tokens': 128000}, 'reasoning': {'mandatory': true},"
                   "'supported_parameters': ['tools', 'reasoning', 'response_format', 'structured_outputs', 'seed'],"
                   "'pricing': {'prompt': '0.000002', 'completion': '0.00001', 'input_cache_read': '0.0000002',"
                   "'input_cache_write': '0.0000025', 'input_cache_write_1h': '0.000004', 'web_search': '0.01',"
                   "'request': '0', 'image': '0', 'internal_reasoning': '0'}"));
        QCOMPARE(models.endpoints.size(), 1);
        QVERIFY(models.rejected.isEmpty());
        const Endpoint &model = models.endpoints.constFirst();
        QCOMPARE(model.id, u"openrouter/a/m"_s);
        QCOMPARE(model.modelId, u"a/m"_s);
        QCOMPARE(model.contextTokens, std::optional<qint64>(1'000'000));
        QCOMPARE(model.maxOutputTokens, std::optional<qint64>(128'000));
        QCOMPARE(model.released, QDate(2026, 6, 30));
        QCOMPARE(model.retires, QDate(2027, 1, 31));
        QCOMPARE(model.openWeights, std::optional(true));
        QCOMPARE(model.inputs, (Modalities{.text = true, .images = true, .files = true}));
        QCOMPARE(model.outputs, TextOnly);
        QCOMPARE(model.capabilities,
                 (Capabilities{.tools = true,
                               .images = true,
                               .files = true,
                               .reasoning = true,
                               .jsonObject = true,
                               .jsonSchema = true}));
        QVERIFY(model.refuses.thinkingOff);
        QCOMPARE(amount(model, PriceUnit::FreshInput), std::optional<qint64>(2'000'000));
        QCOMPARE(amount(model, PriceUnit::VisibleOutput), std::optional<qint64>(10'000'000));
        QCOMPARE(amount(model, PriceUnit::CacheRead), std::optional<qint64>(200'000));
        QCOMPARE(amount(model, PriceUnit::CacheWrite5m), std::optional<qint64>(2'500'000));
        QCOMPARE(amount(model, PriceUnit::CacheWrite1h), std::optional<qint64>(4'000'000));
        QCOMPARE(amount(model, PriceUnit::WebSearch), std::optional<qint64>(10'000'000'000));
        // 0 there means no price of its own: thinking for nothing would be billed wrongly.
        QCOMPARE(amount(model, PriceUnit::Reasoning), std::optional<qint64>());
    }

    void aPriceWithConditionsKeepsThem()
    {
        const ReadModels models =
            read(listOf("'pricing': {'prompt': '0.000002', 'completion': '0.00001', 'overrides': ["
                        "{'min_prompt_tokens': 200000, 'prompt': '0.000004', 'completion': '0.00002'},"
                        "{'utc_start': 1600, 'utc_end': 30, 'prompt': '0.000001'}]}"));
        QVERIFY2(!models.rejected.isEmpty(), "half past midnight is no whole hour");
        const ReadModels whole =
            read(listOf("'pricing': {'prompt': '0.000002', 'completion': '0.00001', 'overrides': ["
                        "{'min_prompt_tokens': 200000, 'prompt': '0.000004', 'completion': '0.00002'},"
                        "{'utc_start': 1600, 'utc_end': 100, 'prompt': '0.000001', 'audio': '0.1'},"
                        "{'min_prompt_tokens': 200000, 'prompt': '0.000005'}]}"));
        QVERIFY(whole.rejected.isEmpty());
        const Endpoint &model = whole.endpoints.constFirst();
        QCOMPARE(amount(model, PriceUnit::FreshInput), std::optional<qint64>(2'000'000));
        QCOMPARE(amount(model, PriceUnit::FreshInput, {.abovePromptTokens = 200'000}),
                 std::optional<qint64>(5'000'000)); // of two with the same condition the later one
        QCOMPARE(amount(model, PriceUnit::VisibleOutput, {.abovePromptTokens = 200'000}),
                 std::optional<qint64>(20'000'000));
        QCOMPARE(amount(model, PriceUnit::FreshInput, {.fromHourUtc = 16, .toHourUtc = 1}),
                 std::optional<qint64>(1'000'000));
    }

    void anOddPriceIsRejectedAndTheModelStaysUnpriced_data()
    {
        QTest::addColumn<QByteArray>("pricing");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *pricing, const QString &says) {
            QTest::newRow(name) << QByteArray(pricing) << says;
        };
        row("negative", "{'prompt': '-0.000001', 'completion': '0.00001'}", u"negative"_s);
        row("dollars a million in the place of a token", "{'prompt': '2', 'completion': '10'}", u"absurdly high"_s);
        row("next to nothing", "{'prompt': '0.00000000001', 'completion': '0.00001'}", u"absurdly low"_s);
        row("no number", "{'prompt': 'free', 'completion': '0'}", u"no number"_s);
        row("no output", "{'prompt': '0.000001'}", u"input or output"_s);
        row("null", "{'prompt': null, 'completion': '0.00001'}", u"input or output"_s);
        row("a condition that nobody knows",
            "{'prompt': '0.000001', 'completion': '0.00001', 'overrides': [{'on_sundays': true, 'prompt': '0'}]}",
            u"not known"_s);
    }
    void anOddPriceIsRejectedAndTheModelStaysUnpriced()
    {
        QFETCH(QByteArray, pricing);
        QFETCH(QString, says);
        const ReadModels models = read(listOf("'pricing': " + pricing));
        QCOMPARE(models.endpoints.size(), 1);
        QVERIFY(!models.endpoints.constFirst().price);
        QCOMPARE(models.rejected.size(), 1);
        QCOMPARE(models.rejected.constFirst().endpointId, u"openrouter/a/m"_s);
        QVERIFY2(models.rejected.constFirst().reason.contains(says), qPrintable(models.rejected.constFirst().reason));
    }

    void aPriceThatDependsIsUnpricedWithoutComplaint()
    {
        const ReadModels models = read(listOf("'pricing': {'prompt': '-1', 'completion': '-1'}"));
        QVERIFY(!models.endpoints.constFirst().price);
        QVERIFY(models.rejected.isEmpty());
    }

    void aModelForNothingCostsNothing()
    {
        const ReadModels models = read(listOf("'pricing': {'prompt': '0', 'completion': '0'}"));
        QCOMPARE(amount(models.endpoints.constFirst(), PriceUnit::FreshInput), std::optional<qint64>(0));
        QVERIFY(models.rejected.isEmpty());
    }

    void whatDoesNotAnswerInTextOrComesTwiceIsPassedOver()
    {
        const ReadModels models = read(quoted(
            "{'data': [{'id': 'a/picture', 'architecture': {'output_modalities': ['image']}},"
            "{'id': 'a/m'}, {'id': 'a/m', 'context_length': 5}, {'id': 'no-author'}, {'id': 'a b/c'}, {}, 7, null]}"));
        QCOMPARE(models.endpoints.size(), 1);
        QVERIFY(!models.endpoints.constFirst().contextTokens);
        QCOMPARE(models.rejected.size(), 3); // no author, a blank, no name
    }

    void whatIsNoListSaysSo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("another object") << quoted("{'hello': 'world'}");
        QTest::newRow("an error") << quoted("{'error': {'message': 'No.'}}");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("an object of models") << quoted("{'data': {}}");
    }
    void whatIsNoListSaysSo()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseRouterModels(parseJson(text).value(), router()));
    }

    void whatIsReadCanBeKept()
    {
        const ReadModels models = read(listOf(
            "'created': 1782777600, 'pricing': {'prompt': '0.000000123456789', 'completion': 0.00001, 'overrides': "
            "[{'utc_start': 100, 'utc_end': 400, 'min_prompt_tokens': 5, 'completion': '0'}]}"));
        QVERIFY(models.rejected.isEmpty());
        QVERIFY(parseEndpoints(toJson(u"openrouter"_s, models.endpoints), {}).has_value());
    }

    void offersPriceTheEndpointsThatTheCatalogHas()
    {
        const auto found = offers("[{'tag': 'Together', 'pricing': {'prompt': '0.000001', 'completion': '0.000002'}},"
                                  "{'tag': 'google-ai-studio', 'pricing': {'prompt': '0.000003', 'completion': "
                                  "'0.000004'}},"
                                  "{'tag': 'unknown', 'pricing': {'prompt': '0.000005', 'completion': '0.000006'}}]");
        QVERIFY(found.has_value());
        QCOMPARE(found->endpoints.size(), 2);
        QCOMPARE(found->endpoints.at(0).id, u"together/m-turbo"_s);
        QCOMPARE(amount(found->endpoints.at(0), PriceUnit::FreshInput), std::optional<qint64>(1'000'000));
        QCOMPARE(found->endpoints.at(1).id, u"gemini/m-001"_s);
    }

    void aProviderWithSeveralPricesIsPassedOver()
    {
        const auto found =
            offers("[{'tag': 'together/fp8', 'pricing': {'prompt': '0.000001', 'completion': '0.000002'}},"
                   "{'tag': 'together/fp4', 'pricing': {'prompt': '0.0000005', 'completion': '0.000002'}}]");
        QVERIFY(found.has_value());
        QVERIFY(found->endpoints.isEmpty());
    }

    void offersOfAnotherModelAreRefused()
    {
        const auto found = offers("[]", "a/other");
        QVERIFY(!found);
        QVERIFY2(found.error().message.contains(u"a/other"_s), qPrintable(found.error().message));
        QVERIFY(!parseRouterOffers(Json::object(), u"a/m"_s, known()));
    }
};

static const bool tstRouterModels = sb::testing::add<TstRouterModels>();

#include "tst_router_models.moc"
