#include "core/dialects/dialect.h"
#include "tests/dialects/aws_messages.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Metrics = R"("amazon-bedrock-invocationMetrics":{"inputTokenCount":12,"outputTokenCount":9})";

chat::Answer answerOf(const QByteArray &body, const QByteArray &contentType = "application/vnd.amazon.eventstream")
{
    const auto decoder =
        dialects::clientDialect(catalog::DialectId::BedrockInvoke)->decoder(head(200, contentType), {});
    return gathered(decoded(*decoder, body));
}

chat::Answer wholeOf(const QByteArray &body)
{
    return answerOf(body, "application/json");
}

} // namespace

/// What each family sends is in tests/fixtures/traffic/bedrock.invoke.jsonl.
class TstInvokeDecoder : public QObject
{
    Q_OBJECT

private slots:
    void whatBedrockCountedFillsInWhatIsNotTold()
    {
        const chat::Answer answer =
            answerOf(awsChunk(R"({"outputs":[{"text":"Hi","stop_reason":"stop"}],)" + Metrics + "}"));
        QCOMPARE(answer.usage.prompt, std::optional<qint64>(12));
        QCOMPARE(answer.usage.completion, std::optional<qint64>(9));
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::Stop));
    }

    void theModelsOwnCountsComeFirst()
    {
        const chat::Answer answer =
            answerOf(awsChunk(R"({"generation":"Hi","prompt_token_count":7,"generation_token_count":null,)"
                              R"("stop_reason":"stop",)"
                              + Metrics + "}"));
        QCOMPARE(answer.usage.prompt, std::optional<qint64>(7));
        QCOMPARE(answer.usage.completion, std::optional<qint64>(9));
    }

    void theCacheIsCountedByBedrockToo()
    {
        const chat::Answer answer =
            answerOf(awsChunk(R"({"completion":"Hi","stop_reason":"stop_sequence","amazon-bedrock-invocationMetrics":)"
                              R"({"inputTokenCount":12,"outputTokenCount":9,"cacheReadInputTokenCount":3,)"
                              R"("cacheWriteInputTokenCount":2}})"));
        QCOMPARE(answer.usage.prompt, std::optional<qint64>(17));
        QCOMPARE(answer.usage.cacheRead, std::optional<qint64>(3));
        QCOMPARE(answer.usage.cacheWrite5m, std::optional<qint64>(2));
    }

    void claudesReasoningIsKeptAsAnthropics()
    {
        const chat::Answer answer =
            wholeOf(R"({"id":"msg_bdrk_1","type":"message","role":"assistant","model":"claude","content":[)"
                    R"({"type":"thinking","thinking":"So.","signature":"c2ln"},{"type":"text","text":"Yes."}],)"
                    R"("stop_reason":"end_turn","usage":{"input_tokens":3,"output_tokens":5}})");
        QCOMPARE(answer.reasoning, u"So."_s);
        QCOMPARE(answer.reasoningDetails.at(0)["format"], Json("anthropic-claude-v1"));
        QCOMPARE(answer.id, u"msg_bdrk_1"_s);
    }

    void anErrorOfTheModelInsideTheStreamEndsIt()
    {
        const chat::Answer answer =
            answerOf(awsChunk(R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})")
                     + awsChunk(R"({"type":"message_stop"})"));
        QVERIFY(answer.error);
        QCOMPARE(answer.error->type, chat::ErrorType::ProviderOverloaded);
        QVERIFY(!answer.finish);
    }

    void vectorsAreNoText()
    {
        const chat::Answer answer = wholeOf(R"({"embedding":[0.5,-0.25],"inputTextTokenCount":3})");
        QVERIFY(answer.text.isEmpty());
        QCOMPARE(answer.other.size(), 1);
        QCOMPARE(answer.usage.prompt, std::optional<qint64>(3));
        QVERIFY(answer.finish); // whole
        QVERIFY(!answer.error);
    }

    void aFailureIsTold_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<chat::ErrorType>("type");
        QTest::newRow("a message alone") << QByteArray(R"({"message":"Malformed input request"})")
                                         << chat::ErrorType::Server;
        QTest::newRow("no language that we know")
            << QByteArray(R"({"answer":"Hi"})") << chat::ErrorType::InvalidResponse;
        QTest::newRow("a chunk that is no JSON") << awsChunk("Hi") << chat::ErrorType::InvalidResponse;
        QTest::newRow("a chunk without bytes that is an error")
            << awsEvent("chunk", R"({"error":{"message":"Sorry.","code":429}})") << chat::ErrorType::RateLimitExceeded;
        QTest::newRow("an exception") << awsException("modelTimeoutException", R"({"message":"Too long."})")
                                      << chat::ErrorType::Timeout;
    }
    void aFailureIsTold()
    {
        QFETCH(QByteArray, body);
        const chat::Answer answer = answerOf(body, {});
        QVERIFY(answer.error);
        QTEST(answer.error->type, "type");
    }
};

static const bool tstInvokeDecoder = sb::testing::add<TstInvokeDecoder>();

#include "tst_invoke_decoder.moc"
