#include "core/dialects/anthropic_messages/client/usage.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using chat::TokenClasses;

class TstMessagesUsage : public QObject
{
    Q_OBJECT

private slots:
    void countsFallIntoTheFiveClasses_data()
    {
        QTest::addColumn<QByteArray>("usage");
        QTest::addColumn<TokenClasses>("classes");
        const auto row = [](const char *name, QByteArray usage, TokenClasses classes) {
            QTest::newRow(name) << "{" + usage + "}" << classes;
        };
        row("plain", R"("input_tokens":10,"output_tokens":4)", {.freshInput = 10, .visibleOutput = 4});
        row("cache reads and writes come on top",
            R"("input_tokens":10,"cache_read_input_tokens":100,"cache_creation_input_tokens":20,"output_tokens":4)",
            {.freshInput = 10, .cacheRead = 100, .cacheWrite5m = 20, .visibleOutput = 4});
        row("writes for an hour are a class of their own",
            R"("input_tokens":1,"cache_creation_input_tokens":20,"output_tokens":4,)"
            R"("cache_creation":{"ephemeral_5m_input_tokens":5,"ephemeral_1h_input_tokens":15})",
            {.freshInput = 1, .cacheWrite5m = 5, .cacheWrite1h = 15, .visibleOutput = 4});
        row("a split that is older than its total",
            R"("input_tokens":1,"cache_creation_input_tokens":30,"output_tokens":4,)"
            R"("cache_creation":{"ephemeral_5m_input_tokens":5,"ephemeral_1h_input_tokens":15})",
            {.freshInput = 1, .cacheWrite5m = 15, .cacheWrite1h = 15, .visibleOutput = 4});
        row("a split without a total",
            R"("input_tokens":1,"cache_creation":{"ephemeral_5m_input_tokens":5,"ephemeral_1h_input_tokens":15})",
            {.freshInput = 1, .cacheWrite5m = 5, .cacheWrite1h = 15});
        row("thinking is part of the output",
            R"("input_tokens":1,"output_tokens":40,"output_tokens_details":{"thinking_tokens":30})",
            {.freshInput = 1, .visibleOutput = 10, .reasoning = 30});
    }
    void countsFallIntoTheFiveClasses()
    {
        QFETCH(QByteArray, usage);
        bool consistent = false;
        QTEST(tokenClasses(dialects::anthropic::readUsage(*parseJson(usage)), &consistent), "classes");
        QVERIFY(consistent);
    }

    void howItWasServedIsOneWordForAPrice_data()
    {
        QTest::addColumn<QByteArray>("usage");
        QTest::addColumn<QString>("tier");
        const auto row = [](const char *usage, const char *tier) {
            QTest::newRow(usage) << QByteArray(usage) << QString::fromLatin1(tier);
        };
        row(R"({"input_tokens":1})", "");
        row(R"({"service_tier":"standard","speed":"standard","inference_geo":"global"})", "standard");
        row(R"({"service_tier":"priority","inference_geo":"not_available"})", "priority");
        row(R"({"service_tier":"standard","speed":"fast"})", "fast");
        row(R"({"service_tier":"standard","inference_geo":"us"})", "us");
        row(R"({"speed":"fast","inference_geo":"us"})", "fast+us");
    }
    void howItWasServedIsOneWordForAPrice()
    {
        QFETCH(QByteArray, usage);
        QTEST(dialects::anthropic::readUsage(*parseJson(usage)).servedTier, "tier");
    }

    void searchesAreCounted()
    {
        const auto usage = dialects::anthropic::readUsage(
            *parseJson(R"({"input_tokens":1,"server_tool_use":{"web_search_requests":3,"web_fetch_requests":1}})"));
        QCOMPARE(usage.webSearches, std::optional<qint64>(3));
    }

    void whatIsNotReportedIsNotZero()
    {
        const chat::Usage usage = dialects::anthropic::readUsage(*parseJson(R"({"input_tokens":null})"));
        QVERIFY(!usage.prompt && !usage.completion && !usage.cacheRead && !usage.cacheWrite5m && !usage.reasoning);
        QVERIFY(usage.raw.contains("input_tokens"));
    }
};

Q_DECLARE_METATYPE(sb::chat::TokenClasses)

static const bool tstMessagesUsage = sb::testing::add<TstMessagesUsage>();

#include "tst_messages_usage.moc"
