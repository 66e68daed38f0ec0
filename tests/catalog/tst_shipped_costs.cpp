#include "tests/catalog/shipped.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::catalog;

namespace {

const Price *priceOf(const Catalog &catalog, const QString &id)
{
    const Endpoint *endpoint = catalog.endpoint(id);
    return endpoint && endpoint->price ? &*endpoint->price : nullptr;
}

} // namespace

// What requests cost at shipped prices, worked out by hand from the providers' pages: a price that changes without
// being meant to fails here. All amounts in nano-dollars.
class TstShippedCosts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = testing::shippedCatalog(); }

    void documentedExamplesCostWhatTheirPricePagesSay_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<Consumption>("used");
        QTest::addColumn<qint64>("nano");
        const auto row = [](const char *why, const QString &endpoint, const Consumption &used, qint64 nano) {
            QTest::newRow(why) << endpoint << used << nano;
        };
        // https://platform.openai.com/docs/guides/prompt-caching: usage of 2,006 prompt tokens, of which 1,920 were
        // cached, and 300 of the answer. gpt-4o: $2.50, cached $1.25, $10: 86 x 2.5 + 1,920 x 1.25 + 300 x 10.
        row("OpenAI: 1,920 of 2,006 prompt tokens were cached", u"openai/gpt-4o"_s,
            {.tokens = {.freshInput = 86, .cacheRead = 1920, .visibleOutput = 300}}, 5'615'000);
        // The same answer of a model that thinks: 200 of its 300 tokens are reasoning, at the price of output.
        row("OpenAI: reasoning costs as output", u"openai/gpt-5.4"_s,
            {.tokens = {.freshInput = 86, .cacheRead = 1920, .visibleOutput = 100, .reasoning = 200}}, 5'195'000);
        // Above 272,000 tokens of prompt everything costs more: 300,000 x 5 + 1,000 x 22.5.
        row("OpenAI: a long prompt", u"openai/gpt-5.4"_s, {.tokens = {.freshInput = 300'000, .visibleOutput = 1000}},
            1'522'500'000);
        row("OpenAI: flex is half", u"openai/gpt-5.4"_s,
            {.tokens = {.freshInput = 1000, .cacheRead = 1000, .visibleOutput = 1000}, .serviceTier = u"flex"_s},
            8'875'000);
        row("OpenAI: a long prompt in flex", u"openai/gpt-5.4"_s,
            {.tokens = {.freshInput = 300'000, .visibleOutput = 1000}, .serviceTier = u"flex"_s}, 761'250'000);
        row("OpenAI: priority is double", u"openai/gpt-5.4"_s,
            {.tokens = {.freshInput = 1000, .cacheRead = 1000, .visibleOutput = 1000}, .serviceTier = u"priority"_s},
            35'500'000);
        row("OpenAI: a batch is half", u"openai/gpt-5.4"_s,
            {.tokens = {.freshInput = 1000, .cacheRead = 1000, .visibleOutput = 1000}, .batch = true}, 8'875'000);
        row("OpenAI: $10 for 1,000 searches", u"openai/gpt-5.4"_s, {.tokens = {.freshInput = 1000}, .webSearches = 3},
            32'500'000);
        // https://platform.claude.com/docs/en/build-with-claude/prompt-caching: 100,000 tokens read from the cache and
        // 50 after it. Sonnet 4.5: $3, reads $0.30, $15: 50 x 3 + 100,000 x 0.3 + 503 x 15.
        row("Anthropic: 100,000 tokens from the cache", u"anthropic/claude-sonnet-4-5"_s,
            {.tokens = {.freshInput = 50, .cacheRead = 100'000, .visibleOutput = 503}}, 37'695'000);
        // The same page: 1,800 read, 248 written, 2,048 fresh: 2,048 x 3 + 1,800 x 0.3 + 248 x 3.75 + 503 x 15.
        row("Anthropic: written for five minutes costs a quarter more", u"anthropic/claude-sonnet-4-5"_s,
            {.tokens = {.freshInput = 2048, .cacheRead = 1800, .cacheWrite5m = 248, .visibleOutput = 503}}, 15'159'000);
        row("Anthropic: written for an hour costs double", u"anthropic/claude-sonnet-4-5"_s,
            {.tokens = {.freshInput = 2048, .cacheRead = 1800, .cacheWrite1h = 248, .visibleOutput = 503}}, 15'717'000);
        row("Anthropic: a batch is half", u"anthropic/claude-sonnet-4-5"_s,
            {.tokens = {.freshInput = 2048, .cacheRead = 1800, .cacheWrite5m = 248, .visibleOutput = 503},
             .batch = true},
            7'579'500);
        row("Anthropic: $10 for 1,000 searches", u"anthropic/claude-haiku-4-5"_s,
            {.tokens = {.freshInput = 1000}, .webSearches = 2}, 21'000'000);
        row("Anthropic calls its standard tier standard", u"anthropic/claude-haiku-4-5"_s,
            {.tokens = {.freshInput = 1000}, .serviceTier = u"standard"_s}, 1'000'000);
        // https://ai.google.dev/gemini-api/docs/pricing: $1.25 and $10, above 200,000 tokens $2.50 and $15.
        row("Gemini: a short prompt", u"gemini/gemini-2.5-pro"_s,
            {.tokens = {.freshInput = 100'000, .visibleOutput = 1000}}, 135'000'000);
        row("Gemini: a long prompt", u"gemini/gemini-2.5-pro"_s,
            {.tokens = {.freshInput = 300'000, .visibleOutput = 1000}}, 765'000'000);
        row("Gemini: a long prompt, most of it cached", u"gemini/gemini-2.5-pro"_s,
            {.tokens = {.freshInput = 10'000, .cacheRead = 290'000, .visibleOutput = 500, .reasoning = 500}},
            112'500'000);
        row("Gemini: a long batch is half", u"gemini/gemini-2.5-pro"_s,
            {.tokens = {.freshInput = 300'000, .visibleOutput = 1000}, .batch = true}, 382'500'000);
        row("Gemini: $35 for 1,000 searches", u"gemini/gemini-2.5-pro"_s, {.webSearches = 1}, 35'000'000);
        // https://docs.perplexity.ai/getting-started/pricing: $5 for 1,000 requests with little search context.
        row("Perplexity: each request has a fee", u"perplexity/sonar"_s,
            {.tokens = {.freshInput = 1000, .visibleOutput = 1000}}, 7'000'000);
        // https://api-docs.deepseek.com/quick_start/pricing: double from 1 to 4 and 6 to 10 o'clock UTC on weekdays.
        row("DeepSeek: off peak", u"deepseek/deepseek-flash"_s,
            {.tokens = {.freshInput = 1'000'000, .cacheRead = 1'000'000, .visibleOutput = 1'000'000},
             .hourUtc = 4,
             .dayOfWeekUtc = 1},
            753'000'000);
        row("DeepSeek: at peak", u"deepseek/deepseek-flash"_s,
            {.tokens = {.freshInput = 1'000'000, .cacheRead = 1'000'000, .visibleOutput = 1'000'000},
             .hourUtc = 6,
             .dayOfWeekUtc = 1},
            1'506'000'000);
        row("DeepSeek: at that hour on Sunday", u"deepseek/deepseek-flash"_s,
            {.tokens = {.freshInput = 1'000'000, .cacheRead = 1'000'000, .visibleOutput = 1'000'000},
             .hourUtc = 6,
             .dayOfWeekUtc = 7},
            753'000'000);
        row("Groq calls its standard tier on_demand", u"groq/openai/gpt-oss-120b"_s,
            {.tokens = {.freshInput = 1000, .visibleOutput = 1000}, .serviceTier = u"on_demand"_s}, 750'000);
        row("xAI: a long prompt", u"xai/grok-4.3"_s, {.tokens = {.freshInput = 300'000, .visibleOutput = 1000}},
            755'000'000);
        row("Alibaba: the third step of four", u"alibaba/qwen3-coder-plus"_s,
            {.tokens = {.freshInput = 200'000, .visibleOutput = 1000}}, 615'000'000);
    }
    void documentedExamplesCostWhatTheirPricePagesSay()
    {
        QFETCH(QString, endpoint);
        QFETCH(Consumption, used);
        QFETCH(qint64, nano);
        const Price *price = priceOf(m_catalog, endpoint);
        QVERIFY(price);
        QCOMPARE(cost(*price, used), std::optional(NanoDollars{nano}));
    }

    void whatHasNoPriceIsUnpriced_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<Consumption>("used");
        QTest::newRow("a tier that is not sold")
            << u"openai/gpt-4.1-mini"_s << Consumption{.tokens = {.freshInput = 1}, .serviceTier = u"flex"_s};
        QTest::newRow("a batch where none is sold")
            << u"groq/openai/gpt-oss-120b"_s << Consumption{.tokens = {.freshInput = 1}, .batch = true};
        QTest::newRow("a search where none is priced")
            << u"mistral/mistral-large-2512"_s << Consumption{.tokens = {.freshInput = 1}, .webSearches = 1};
    }
    void whatHasNoPriceIsUnpriced()
    {
        QFETCH(QString, endpoint);
        QFETCH(Consumption, used);
        const Price *price = priceOf(m_catalog, endpoint);
        QVERIFY(price);
        QCOMPARE(cost(*price, used), std::nullopt);
    }

    void everyPricedProviderHasAGoldenCost_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<qint64>("nano");
        const auto row = [](const char *endpoint, qint64 nano) {
            QTest::newRow(endpoint) << QString::fromLatin1(endpoint) << nano;
        };
        // 1,000 fresh tokens, 2,000 from the cache (which cost as fresh ones where the cache has no price), 500 of the
        // answer, one request.
        row("alibaba/qwen3.7-plus", 2'100'000);
        row("anthropic/claude-fable-5", 37'000'000);
        row("baseten/zai-org/GLM-5.2", 4'200'000);
        row("bedrock/openai.gpt-oss-120b", 750'000);
        row("bedrock-converse/amazon.nova-pro-v1:0", 2'800'000);
        row("cerebras/zai-glm-4.7", 8'125'000);
        row("chutes/zai-org/GLM-5.2-TEE", 5'000'000);
        row("cloudflare-workers-ai/@cf/openai/gpt-oss-120b", 1'425'000);
        row("cohere/command-a-plus-05-2026", 12'500'000);
        row("deepinfra/zai-org/GLM-5.2", 2'810'000);
        row("deepseek/deepseek-flash", 456'000);
        row("digitalocean/anthropic-claude-opus-4.8", 18'500'000);
        row("fireworks/accounts/fireworks/routers/glm-5p2-fast", 5'820'000);
        row("friendli/zai-org/GLM-5.2", 4'120'000);
        row("gemini/gemini-3.1-pro-preview", 8'400'000);
        row("gmicloud/zai-org/GLM-5.2-FP8", 2'883'000);
        row("google-vertex/gemini-3.5-flash", 6'300'000);
        row("google-vertex-anthropic/claude-sonnet-5", 7'400'000);
        row("groq/openai/gpt-oss-20b", 300'000);
        row("huggingface/zai-org/GLM-5.2", 6'400'000);
        row("inception/mercury-edit-2", 675'000);
        row("io-net/zai-org/GLM-4.6", 1'675'000);
        row("minimax/MiniMax-M3", 1'020'000);
        row("mistral/mistral-medium-2604", 8'250'000);
        row("moonshot/kimi-k2.7-code", 3'330'000);
        row("nearai/google/gemini-3.5-flash", 6'300'000);
        row("nebius/zai-org/GLM-5.2", 6'400'000);
        row("novita/zai-org/glm-5.2", 4'120'000);
        row("openai/gpt-5.5", 21'000'000);
        row("openrouter/anthropic/claude-sonnet-5", 7'400'000);
        row("ovhcloud/qwen3.6-27b", 3'005'000);
        row("perplexity/sonar-pro", 22'500'000);
        row("requesty/openai/gpt-5.4", 10'500'000);
        row("sambanova/gpt-oss-120b", 955'000);
        row("siliconflow/zai-org/GLM-5.2", 4'120'000);
        row("synthetic/hf:zai-org/GLM-5.2", 6'400'000);
        row("tinfoil/glm-5-2", 7'125'000);
        row("together/zai-org/GLM-5.2", 4'120'000);
        row("upstage/solar-pro3", 875'000);
        row("venice/zai-org-glm-5-2", 4'120'000);
        row("vercel/anthropic/claude-sonnet-5", 7'400'000);
        row("wandb/zai-org/GLM-5.1", 4'120'000);
        row("xai/grok-4.3", 2'900'000);
        row("xiaomi/mimo-v2.5-pro-ultraspeed", 2'631'600);
        row("zai/glm-5.2", 4'120'000);
    }
    void everyPricedProviderHasAGoldenCost()
    {
        QFETCH(QString, endpoint);
        QFETCH(qint64, nano);
        const Price *price = priceOf(m_catalog, endpoint);
        QVERIFY(price);
        m_covered.insert(m_catalog.endpoint(endpoint)->providerId);
        QCOMPARE(cost(*price, {.tokens = {.freshInput = 1000, .cacheRead = 2000, .visibleOutput = 500}}),
                 std::optional(NanoDollars{nano}));
    }

    void noPricedProviderIsForgotten()
    {
        if (m_covered.isEmpty())
            QSKIP("run with everyPricedProviderHasAGoldenCost");
        for (const Endpoint &endpoint : m_catalog.endpoints()) {
            const bool practice = m_catalog.provider(endpoint.providerId)->practice;
            QVERIFY2(practice || m_covered.contains(endpoint.providerId), qPrintable(endpoint.providerId));
        }
    }

private:
    Catalog m_catalog;
    QSet<QString> m_covered;
};

static const bool tstShippedCosts = sb::testing::add<TstShippedCosts>();

#include "tst_shipped_costs.moc"
