#include "core/catalog/price_index.h"

#include "tests/catalog/cases.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;
using sb::testing::quoted;

namespace {

QList<Provider> providers()
{
    return {{.id = u"gemini"_s, .name = u"Gemini"_s, .knownAs = {u"google"_s}},
            {.id = u"groq"_s, .name = u"Groq"_s},
            {.id = u"ollama"_s, .name = u"Ollama"_s, .local = true}};
}

Result<ReadModels> parse(const QByteArray &text)
{
    return parseJson(quoted(text)).and_then([](const Json &json) { return parsePriceIndex(json, providers()); });
}

/// An index of one provider's one model with these members beside its id and its modalities.
QByteArray indexOf(const QByteArray &members)
{
    return "{'groq': {'id': 'groq', 'models': {'m': {'id': 'm', 'modalities': {'input': ['text'], 'output': ['text']}, "
        + members + "}}}}";
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

} // namespace

class TstPriceIndex : public QObject
{
    Q_OBJECT

private slots:
    void aModelIsReadWithAllThatItsEntrySays()
    {
        const auto index = parse(
            "{'google': {'id': 'google', 'env': ['K'], 'name': 'Google', 'models': {'gemini-x': {'id': 'gemini-x',"
            "'name': 'X', 'attachment': true, 'reasoning': true, 'tool_call': true, 'structured_output': true,"
            "'open_weights': false, 'release_date': '2026-06', 'limit': {'context': 1048576, 'output': 65536},"
            "'modalities': {'input': ['text', 'image', 'pdf', 'video'], 'output': ['text']},"
            "'cost': {'input': 1.25, 'output': 10, 'cache_read': 0.31, 'input_audio': 1, 'context_over_200k':"
            "{'input': 2.5, 'output': 15}}}}}}");
        QVERIFY(index.has_value());
        QVERIFY(index->rejected.isEmpty());
        QCOMPARE(index->endpoints.size(), 1);
        const Endpoint &model = index->endpoints.constFirst();
        QCOMPARE(model.id, u"gemini/gemini-x"_s);
        QCOMPARE(model.modelId, u"gemini/gemini-x"_s);
        QVERIFY(!model.fromProfile);
        QCOMPARE(model.contextTokens, std::optional<qint64>(1'048'576));
        QCOMPARE(model.maxOutputTokens, std::optional<qint64>(65'536));
        QCOMPARE(model.released, QDate(2026, 6, 1));
        QCOMPARE(model.openWeights, std::optional(false));
        QCOMPARE(model.inputs, (Modalities{.text = true, .images = true, .files = true, .video = true}));
        QVERIFY(model.capabilities.tools && model.capabilities.reasoning && model.capabilities.jsonSchema);
        QCOMPARE(amount(model, PriceUnit::FreshInput), std::optional<qint64>(1'250'000));
        QCOMPARE(amount(model, PriceUnit::VisibleOutput), std::optional<qint64>(10'000'000));
        QCOMPARE(amount(model, PriceUnit::CacheRead), std::optional<qint64>(310'000));
        QCOMPARE(amount(model, PriceUnit::FreshInput, {.abovePromptTokens = 200'000}),
                 std::optional<qint64>(2'500'000));
    }

    void stepsTakeThePlaceOfTheOneForLongPrompts()
    {
        const auto index =
            parse(indexOf("'cost': {'input': 1, 'output': 2, 'context_over_200k': {'input': 9, 'output': "
                          "9}, 'tiers': [{'input': 3, 'output': 4, 'tier': {'size': 128000}}]}"));
        const Endpoint &model = index->endpoints.constFirst();
        QCOMPARE(amount(model, PriceUnit::FreshInput, {.abovePromptTokens = 128'000}),
                 std::optional<qint64>(3'000'000));
        QCOMPARE(amount(model, PriceUnit::FreshInput, {.abovePromptTokens = 200'000}), std::optional<qint64>());
    }

    void whatIsForNothingIsNotStated()
    {
        const auto index = parse(indexOf("'cost': {'input': 0, 'output': 0}"));
        QVERIFY(!index->endpoints.constFirst().price);
        QVERIFY(index->rejected.isEmpty());
    }

    void anOddPriceIsRejected_data()
    {
        QTest::addColumn<QByteArray>("cost");
        QTest::newRow("negative") << QByteArray("{'input': -1, 'output': 2}");
        QTest::newRow("absurd") << QByteArray("{'input': 1, 'output': 20000}");
        QTest::newRow("no output") << QByteArray("{'input': 1}");
        QTest::newRow("a word") << QByteArray("{'input': 1, 'output': 'two'}");
        QTest::newRow("an unknown step") << QByteArray(
            "{'input': 1, 'output': 2, 'tiers': [{'input': 1, 'tier': {'type': 'moon', 'size': 5}}]}");
        QTest::newRow("a step twice") << QByteArray(
            "{'input': 1, 'output': 2, 'tiers': [{'input': 1, 'tier': {'size': 5}},"
            "{'input': 2, 'tier': {'size': 5}}]}");
    }
    void anOddPriceIsRejected()
    {
        QFETCH(QByteArray, cost);
        const auto index = parse(indexOf("'cost': " + cost));
        QCOMPARE(index->endpoints.size(), 1);
        QVERIFY(!index->endpoints.constFirst().price);
        QCOMPARE(index->rejected.size(), 1);
        QCOMPARE(index->rejected.constFirst().endpointId, u"groq/m"_s);
    }

    void whoClaimsToBeAnotherIsRejected()
    {
        const auto index =
            parse("{'groq': {'id': 'openai', 'models': {'m': {'id': 'm', 'modalities': {'output': ['text']}}}},"
                  "'google': {'id': 'google', 'models': {'m': {'id': 'n', 'modalities': {'output': ['text']}}}}}");
        QVERIFY(index->endpoints.isEmpty());
        QCOMPARE(index->rejected.size(), 2);
        QVERIFY(index->rejected.at(0).reason.contains(u"openai"_s));
        QCOMPARE(index->rejected.at(1).endpointId, u"gemini/m"_s);
        QCOMPARE(parse("{'google': {'id': 'x', 'models': {}}}")->rejected.constFirst().endpointId, u"gemini"_s);
    }

    void whatIsOfNoUseIsPassedOver()
    {
        const auto index = parse(
            "{'unknown': {'id': 'unknown', 'models': {'m': {'id': 'm', 'modalities': {'output': ['text']}}}},"
            "'ollama': {'id': 'ollama', 'models': {'m': {'id': 'm', 'modalities': {'output': ['text']}}}},"
            "'gemini': {'id': 'gemini', 'models': {'own': {'id': 'own', 'modalities': {'output': ['text']}}}},"
            "'google': {'id': 'google', 'models': {'other': {'id': 'other', 'modalities': {'output': ['text']}}}},"
            "'groq': {'id': 'groq', 'models': {"
            "'picture': {'id': 'picture', 'modalities': {'output': ['image']}},"
            "'old': {'id': 'old', 'status': 'deprecated', 'modalities': {'output': ['text']}}}}}");
        QVERIFY(index->rejected.isEmpty());
        QCOMPARE(index->endpoints.size(), 1); // of two that are called the same, the first one
        QCOMPARE(index->endpoints.constFirst().id, u"gemini/own"_s);
    }

    void whatIsNoIndexSaysSo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("a list of models") << QByteArray("{'data': [{'id': 'm'}]}");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("a text") << QByteArray("'index'");
    }
    void whatIsNoIndexSaysSo()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parse(text));
    }
};

static const bool tstPriceIndex = sb::testing::add<TstPriceIndex>();

#include "tst_price_index.moc"
