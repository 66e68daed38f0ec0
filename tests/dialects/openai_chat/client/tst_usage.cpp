#include "core/dialects/openai_chat/client/usage.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using dialects::openai::readUsage;

namespace {

using Count = std::optional<qint64>;

chat::Usage usageOf(const QByteArray &json, bool usageCost = false)
{
    return readUsage(*parseJson(json), {.usageCost = usageCost});
}

} // namespace

class TstUsage : public QObject
{
    Q_OBJECT

private slots:
    void cacheReadsAreFoundUnderEveryName_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("OpenAI") << QByteArray(R"({"prompt_tokens_details":{"cached_tokens":5}})");
        QTest::newRow("Writer") << QByteArray(R"({"prompt_token_details":{"cached_tokens":5}})");
        QTest::newRow("DeepSeek") << QByteArray(R"({"prompt_cache_hit_tokens":5,"prompt_cache_miss_tokens":9})");
        QTest::newRow("Moonshot") << QByteArray(R"({"cached_tokens":5})");
        QTest::newRow("Mistral") << QByteArray(R"({"num_cached_tokens":5})");
        QTest::newRow("a gateway to Anthropic") << QByteArray(R"({"cache_read_input_tokens":5})");
        QTest::newRow("details without it")
            << QByteArray(R"({"prompt_tokens_details":{"audio_tokens":0},"cached_tokens":5})");
    }
    void cacheReadsAreFoundUnderEveryName()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(usageOf(json).cacheRead, Count(5));
    }

    void cacheWritesAreFoundUnderEveryName_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("OpenRouter") << QByteArray(R"({"prompt_tokens_details":{"cache_write_tokens":5}})");
        QTest::newRow("in the details") << QByteArray(R"({"prompt_tokens_details":{"cache_creation_tokens":5}})");
        QTest::newRow("Anthropic's name") << QByteArray(R"({"cache_creation_input_tokens":5})");
        QTest::newRow("at the top") << QByteArray(R"({"cache_write_tokens":5})");
    }
    void cacheWritesAreFoundUnderEveryName()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(usageOf(json).cacheWrite5m, Count(5));
    }

    void whatIsNotReportedIsNotZero()
    {
        const chat::Usage usage = usageOf(R"({"prompt_tokens":3,"completion_tokens":null})");
        QCOMPARE(usage.prompt, Count(3));
        QCOMPARE(usage.completion, Count());
        QCOMPARE(usage.cacheRead, Count());
        QCOMPARE(usage.cacheWrite5m, Count());
        QCOMPARE(usage.reasoning, Count());
        QCOMPARE(usage.billed, std::optional<NanoDollars>());
    }

    void reasoningBesideCompletionIsAdded()
    {
        const chat::Usage usage = usageOf(R"({"prompt_tokens":20,"completion_tokens":1,"total_tokens":150,
                                           "completion_tokens_details":{"reasoning_tokens":129}})");
        QCOMPARE(usage.completion, Count(130));
        QCOMPARE(usage.reasoning, Count(129));
    }

    void cachedAbovePromptIsLeftAsSent()
    {
        const chat::Usage usage = usageOf(R"({"prompt_tokens":7,"prompt_tokens_details":{"cached_tokens":161}})");
        QCOMPARE(usage.prompt, Count(7));
        QCOMPARE(usage.cacheRead, Count(161));
    }

    void theCostIsWhatIsBilledOnlyWhereTheProviderSaysSo_data()
    {
        QTest::addColumn<bool>("quirk");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<qint64>("nanoDollars"); // -1: not billed
        QTest::newRow("with the quirk") << true << QByteArray(R"({"cost":0.00010300000000000001})") << qint64(103000);
        QTest::newRow("in scientific form") << true << QByteArray(R"({"cost":1.5e-06})") << qint64(1500);
        QTest::newRow("nothing") << true << QByteArray(R"({"cost":0})") << qint64(0);
        QTest::newRow("without the quirk") << false << QByteArray(R"({"cost":0.5})") << qint64(-1);
        QTest::newRow("an object (Perplexity)")
            << true << QByteArray(R"({"cost":{"total_cost":0.5}})") << qint64(500'000'000);
        QTest::newRow("negative") << true << QByteArray(R"({"cost":-1})") << qint64(-1);
        QTest::newRow("with one's own key upstream")
            << true << QByteArray(R"({"cost":0.01,"is_byok":true,"cost_details":{"upstream_inference_cost":0.2}})")
            << qint64(210000000);
        QTest::newRow("with OpenRouter's key, which has the upstream's bill in it")
            << true << QByteArray(R"({"cost":0.01,"is_byok":false,"cost_details":{"upstream_inference_cost":0.01}})")
            << qint64(10000000);
    }
    void theCostIsWhatIsBilledOnlyWhereTheProviderSaysSo()
    {
        QFETCH(bool, quirk);
        QFETCH(QByteArray, json);
        const auto billed = usageOf(json, quirk).billed;
        QTEST(billed ? billed->value : -1, "nanoDollars");
    }

    void soundIsNoticed()
    {
        const auto sounds = [](const char *json) { return readUsage(*parseJson(json), {}).sound; };
        QVERIFY(sounds(R"({"prompt_tokens_details":{"audio_tokens":5}})"));
        QVERIFY(sounds(R"({"completion_tokens_details":{"audio_tokens":5}})"));
        QVERIFY(!sounds(R"({"prompt_tokens_details":{"audio_tokens":0},"completion_tokens":5})"));
    }

    void theObjectIsKeptAsItCame()
    {
        QCOMPARE(usageOf(R"({"z":1.0,"a":[]})").raw.dump(), QByteArray(R"({"z":1.0,"a":[]})"));
    }
};

static const bool tstUsage = sb::testing::add<TstUsage>();

#include "tst_usage.moc"
