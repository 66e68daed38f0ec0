#include "core/dialects/dialect.h"
#include "tests/dialects/aws_messages.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Binary = "application/vnd.amazon.eventstream";
const QByteArray Start = awsEvent("messageStart", R"({"role":"assistant"})");
const QByteArray End = awsEvent("messageStop", R"({"stopReason":"end_turn"})");

std::unique_ptr<dialects::Decoder> decoder(const QByteArray &contentType = Binary, int status = 200)
{
    return dialects::clientDialect(catalog::DialectId::BedrockConverse)->decoder(head(status, contentType), {});
}

QByteArray delta(int index, const QByteArray &json)
{
    return awsEvent("contentBlockDelta",
                    R"({"contentBlockIndex":)" + QByteArray::number(index) + R"(,"delta":)" + json + "}");
}

/// Arguments of a call; moc stumbles over quotes that are escaped inside of raw strings.
QByteArray callPiece(const QByteArray &arguments)
{
    return delta(0, R"({"toolUse":{"input":)" + Json(arguments).dump() + "}}");
}

chat::Answer answerOf(const QByteArray &body, const QByteArray &contentType = Binary)
{
    return gathered(decoded(*decoder(contentType), body));
}

chat::Answer wholeOf(const QByteArray &content, const QByteArray &rest = R"("stopReason":"end_turn")")
{
    return answerOf(R"({"output":{"message":{"role":"assistant","content":[)" + content + "]}}," + rest + "}",
                    "application/json");
}

} // namespace

class TstConverseDecoder : public QObject
{
    Q_OBJECT

private slots:
    void aPieceIsToldAsSoonAsItsMessageIsWhole()
    {
        const auto reader = decoder();
        const QByteArray first = Start + delta(0, R"({"text":"Half"})");
        QCOMPARE(reader->feed(first.chopped(1)), Events({chat::Started{}}));
        QCOMPARE(reader->feed(first.last(1)), Events({chat::TextDelta{.text = u"Half"_s}}));
        QCOMPARE(reader->finish(), Events()); // cut
    }

    void aStreamIsKnownByItsBytesToo()
    {
        const chat::Answer answer = answerOf(Start + delta(0, R"({"text":"Hi"})") + End, {});
        QCOMPARE(answer.text, u"Hi"_s);
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::Stop));
    }

    void usageBehindTheEndIsTold()
    {
        const chat::Usage usage =
            answerOf(Start + End
                     + awsEvent("metadata",
                                R"({"usage":{"inputTokens":10,"outputTokens":4,"totalTokens":14,)"
                                R"("cacheReadInputTokens":5,"cacheWriteInputTokens":7,)"
                                R"("cacheDetails":[{"ttl":"1h","inputTokens":6},{"ttl":"5m","inputTokens":1}]}})"))
                .usage;
        QCOMPARE(usage.prompt, std::optional<qint64>(22));
        QCOMPARE(usage.cacheRead, std::optional<qint64>(5));
        QCOMPARE(usage.cacheWrite1h, std::optional<qint64>(6));
        QCOMPARE(usage.cacheWrite5m, std::optional<qint64>(1));
        QCOMPARE(usage.completion, std::optional<qint64>(4));
        const chat::TokenClasses classes = chat::tokenClasses(usage);
        QCOMPARE(classes,
                 (chat::TokenClasses{
                     .freshInput = 10, .cacheRead = 5, .cacheWrite5m = 1, .cacheWrite1h = 6, .visibleOutput = 4}));
    }

    void signedReasoningIsKeptForTheNextTurn()
    {
        const chat::Answer streamed = answerOf(Start + delta(0, R"({"reasoningContent":{"text":"First "}})")
                                               + delta(0, R"({"reasoningContent":{"text":"this."}})")
                                               + delta(0, R"({"reasoningContent":{"signature":"c2ln"}})")
                                               + awsEvent("contentBlockStop", R"({"contentBlockIndex":0})")
                                               + delta(1, R"({"reasoningContent":{"redactedContent":"ZW5j"}})")
                                               + awsEvent("contentBlockStop", R"({"contentBlockIndex":1})")
                                               + delta(2, R"({"text":"Done."})") + End);
        QCOMPARE(streamed.reasoning, u"First this."_s);
        const Json details = *parseJson(
            R"([{"type":"reasoning.text","text":"First this.","signature":"c2ln",)"
            R"("format":"amazon-bedrock-converse-v1","index":0},)"
            R"({"type":"reasoning.encrypted","data":"ZW5j","format":"amazon-bedrock-converse-v1","index":1}])");
        QCOMPARE(streamed.reasoningDetails, details);
        const chat::Answer whole =
            wholeOf(R"({"reasoningContent":{"reasoningText":{"text":"First this.","signature":"c2ln"}}},)"
                    R"({"reasoningContent":{"redactedContent":"ZW5j"}},{"text":"Done."})");
        QCOMPARE(whole.reasoningDetails, details);
        QCOMPARE(whole.reasoning, streamed.reasoning);
    }

    void reasoningWithoutASignatureIsShownAndNotKept()
    {
        const chat::Answer answer = wholeOf(R"({"reasoningContent":{"reasoningText":{"text":"So."}}},{"text":"Yes."})");
        QCOMPARE(answer.reasoning, u"So."_s);
        QVERIFY(answer.reasoningDetails.isNull());
    }

    void theForcedToolIsTheAnswer()
    {
        const QByteArray stop = R"("stopReason":"tool_use")";
        const chat::Answer whole =
            wholeOf(R"({"toolUse":{"toolUseId":"t","name":"signalbox_answer","input":{"a":1.0}}})", stop);
        QCOMPARE(whole.text, uR"({"a":1.0})"_s);
        QVERIFY(whole.toolCalls.isEmpty());
        QCOMPARE(whole.finish, std::optional(chat::FinishReason::Stop));
        const chat::Answer streamed = answerOf(
            Start
            + awsEvent("contentBlockStart",
                       R"({"contentBlockIndex":0,"start":{"toolUse":{"toolUseId":"t","name":"signalbox_answer"}}})")
            + callPiece(R"({"a":)") + callPiece("1.0}") + awsEvent("messageStop", "{" + stop + "}"));
        QCOMPARE(streamed.text, whole.text);
        QCOMPARE(streamed.finish, whole.finish);
    }

    void whatTheServiceDidItselfIsNoCall()
    {
        const chat::Answer answer =
            wholeOf(R"({"toolUse":{"toolUseId":"s","name":"nova_code_interpreter","type":"server_tool_use",)"
                    R"("input":{"snippet":"6*7"}}},{"toolResult":{"toolUseId":"s","content":[]}},{"text":"42"})");
        QVERIFY(answer.toolCalls.isEmpty());
        QCOMPARE(answer.other.size(), 2);
        QCOMPARE(answer.text, u"42"_s);
    }

    void theTraceOfAGuardrailIsKept()
    {
        const chat::Answer answer =
            wholeOf(R"({"text":"No."})", R"("stopReason":"guardrail_intervened","trace":{"guardrail":{"a":1}})");
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::ContentFilter));
        QCOMPARE(answer.other.size(), 1);
    }

    void aFailureIsTold_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<chat::ErrorType>("type");
        QTest::addColumn<QString>("message");
        QTest::newRow("an exception in the stream")
            << Start + awsException("throttlingException", R"({"message":"Too many."})")
            << chat::ErrorType::RateLimitExceeded << u"Too many."_s;
        QTest::newRow("an exception at its start")
            << awsException("validationException", R"({"message":"The model returned: prompt is too long"})")
            << chat::ErrorType::ContextLengthExceeded << u"The model returned: prompt is too long"_s;
        QTest::newRow("what the model said itself")
            << awsException("modelStreamErrorException",
                            R"({"message":"The model failed.","originalStatusCode":500,"originalMessage":"CUDA"})")
            << chat::ErrorType::Server << u"The model failed.: CUDA"_s;
        QTest::newRow("an error without a model of its own") << awsMessage(
            {{":message-type", "error"}, {":error-code", "InternalServerException"}, {":error-message", "Sorry."}}, {})
                                                             << chat::ErrorType::Server << u"Sorry."_s;
        QTest::newRow("a document that is none of ours")
            << QByteArray(R"({"message":"The model returned the following errors: x"})") << chat::ErrorType::Server
            << u"The model returned the following errors: x"_s;
        QTest::newRow("a document without a message")
            << QByteArray(R"({"metrics":{}})") << chat::ErrorType::InvalidResponse << u"The answer has no message."_s;
        QTest::newRow("a message that is no JSON")
            << Start + awsEvent("contentBlockDelta", "{") << chat::ErrorType::InvalidResponse
            << u"An event of the answer is not JSON."_s;
        QByteArray damaged = Start + End;
        damaged[damaged.size() - 2] = char(damaged[damaged.size() - 2] ^ 1);
        QTest::newRow("a damaged message")
            << damaged << chat::ErrorType::InvalidResponse << u"An event of the answer was damaged on the way."_s;
        QTest::newRow("a web page") << QByteArray("<html>502</html>") << chat::ErrorType::InvalidResponse
                                    << u"The answer was a web page, not JSON. The base URL may be wrong."_s;
    }
    void aFailureIsTold()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, message);
        const chat::Answer answer = answerOf(body);
        QVERIFY(answer.error);
        QTEST(answer.error->type, "type");
        QCOMPARE(answer.error->message, message);
    }

    void theStatusOfAnExceptionIsKnown()
    {
        const chat::Answer answer = answerOf(awsException("serviceUnavailableException", R"({"message":"x"})"));
        QCOMPARE(answer.error->payloadStatus, std::optional(503));
        QCOMPARE(answer.error->code, u"serviceUnavailableException"_s);
        QCOMPARE(answer.error->rawBody, QByteArray(R"({"message":"x"})"));
    }

    void eventsThatCameLaterSayNothing()
    {
        const chat::Answer answer =
            answerOf(awsEvent("initial-response", "{}") + Start + awsEvent("somethingNew", R"({"a":1})")
                     + delta(0, R"({"text":"Hi"})") + End + delta(0, R"({"text":" there"})"));
        QCOMPARE(answer.text, u"Hi"_s);
        QVERIFY(!answer.error);
    }
};

static const bool tstConverseDecoder = sb::testing::add<TstConverseDecoder>();

#include "tst_converse_decoder.moc"
