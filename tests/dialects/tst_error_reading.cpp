#include "core/dialects/error_reading.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::dialects;
using namespace Qt::StringLiterals;
using chat::ErrorType;
using testing::head;

class TstErrorReading : public QObject
{
    Q_OBJECT

private slots:
    void everyShapeOfBodyIsUnderstood_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("providerType");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, int status, const char *body, const char *code, const char *type,
                            const char *message) {
            QTest::newRow(name) << status << QByteArray(body) << QString::fromUtf8(code) << QString::fromUtf8(type)
                                << QString::fromUtf8(message);
        };
        row("OpenAI", 400, R"({"error":{"message":"Bad.","type":"invalid_request_error","param":null,"code":"c"}})",
            "c", "invalid_request_error", "Bad.");
        row("Anthropic", 529, R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})", "",
            "overloaded_error", "Overloaded");
        row("Google", 503, R"({"error":{"code":503,"message":"Busy.","status":"UNAVAILABLE"}})", "503", "UNAVAILABLE",
            "Busy.");
        row("Google, in a list", 503, R"([{"error":{"code":503,"message":"Busy.","status":"UNAVAILABLE"}}])", "503",
            "UNAVAILABLE", "Busy.");
        row("Mistral", 429, R"({"object":"error","message":"Slow down","type":"rate_limited","code":"1300"})", "1300",
            "rate_limited", "Slow down");
        row("xAI", 429, R"({"code":"Exhausted","error":"Too many requests."})", "Exhausted", "", "Too many requests.");
        row("Ollama", 404, R"({"error":"model 'x' not found"})", "", "", "model 'x' not found");
        row("Cohere", 500, R"({"message":"internal"})", "", "", "internal");
        row("FastAPI", 422, R"({"detail":[{"loc":["body","messages",0],"msg":"Field required","type":"missing"}]})", "",
            "", "body.messages.0: Field required");
        row("FastAPI, a sentence", 404, R"({"detail":"Not Found"})", "", "", "Not Found");
        row("Cloudflare", 429, R"({"errors":[{"code":971,"message":"Throttled"}],"success":false})", "971", "",
            "Throttled");
        row("OpenRouter, with the upstream's words", 502,
            R"({"error":{"code":502,"message":"Provider returned error","metadata":{"raw":"{\u0022message\u0022:\u0022boom\u0022}"}}})",
            "502", "", "Provider returned error: boom");
        row("an event stream in a 400", 400,
            "event: error\ndata: {\"error\":{\"message\":\"Bad.\",\"code\":\"c\"}}\n\n", "c", "", "Bad.");
        row("a proxy's page", 502, "<html><head><title>502 Bad\nGateway</title></head></html>", "", "",
            "502 Bad Gateway");
        row("plain text", 503, "upstream connect error\n", "", "", "upstream connect error");
        row("nothing", 503, "", "", "", "");
        row("JSON that is no object", 500, "\"oops\"", "", "", "\"oops\"");
    }
    void everyShapeOfBodyIsUnderstood()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const chat::ProviderError error = readErrorBody(head(status, "application/json"), body);
        QCOMPARE(error.httpStatus, status);
        QTEST(error.code, "code");
        QTEST(error.providerType, "providerType");
        QTEST(error.message, "message");
        QVERIFY(!error.rawBody.isEmpty() || body.isEmpty());
    }

    void anObjectInAGoodAnswerIsAnError_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isError");
        QTest::newRow("an error object") << QByteArray(R"({"error":{"message":"x"}})") << true;
        QTest::newRow("an error sentence") << QByteArray(R"({"error":"x"})") << true;
        QTest::newRow("a list that starts with one") << QByteArray(R"([{"error":{"message":"x"}}])") << true;
        QTest::newRow("object: error") << QByteArray(R"({"object":"error","message":"x"})") << true;
        QTest::newRow("type: error") << QByteArray(R"({"type":"error","message":"x"})") << true;
        QTest::newRow("base_resp with a number") << QByteArray(R"({"base_resp":{"status_code":1008}})") << true;
        QTest::newRow("base_resp with 0") << QByteArray(R"({"base_resp":{"status_code":0}})") << false;
        QTest::newRow("error: null") << QByteArray(R"({"error":null,"choices":[]})") << false;
        QTest::newRow("error: {}") << QByteArray(R"({"error":{},"choices":[]})") << false;
        QTest::newRow("error: \"\"") << QByteArray(R"({"error":"","choices":[]})") << false;
        QTest::newRow("an answer") << QByteArray(R"({"object":"chat.completion","choices":[]})") << false;
    }
    void anObjectInAGoodAnswerIsAnError()
    {
        QFETCH(QByteArray, json);
        QTEST(findError(head(200, "application/json"), *parseJson(json)).has_value(), "isError");
    }

    void theNumberInsideCountsWhenTheStatusIsGood()
    {
        const Json json = *parseJson(R"({"error":{"code":429,"message":"Provider returned error"}})");
        const auto error = findError(head(200, "application/json"), json);
        QVERIFY(error);
        QCOMPARE(error->type, ErrorType::RateLimitExceeded);
        QCOMPARE(error->httpStatus, 200);
        QCOMPARE(error->payloadStatus, std::optional(429));
    }

    void miniMaxNamesItsFailureByNumber()
    {
        const Json json = *parseJson(R"({"choices":null,"base_resp":{"status_code":1008,"status_msg":"no balance"}})");
        const auto error = findError(head(200, "application/json"), json);
        QVERIFY(error);
        QCOMPARE(error->type, ErrorType::PaymentRequired);
        QCOMPARE(error->code, u"1008"_s);
        QCOMPARE(error->message, u"no balance"_s);
    }

    void bedrockNamesItsExceptionInAHeader()
    {
        const AnswerHead answer{.status = 400, .headers = {{"x-amzn-errortype", "ThrottlingException:http://x/"}}};
        QCOMPARE(readErrorBody(answer, R"({"message":"Wait."})").type, ErrorType::RateLimitExceeded);
        QCOMPARE(readErrorBody(answer, "").type, ErrorType::RateLimitExceeded);
    }

    void whatCanBeAffordedIsRead()
    {
        const auto error = readErrorBody(
            head(402, "application/json"),
            R"({"error":{"code":402,"message":"You requested up to 4096 tokens, but can only afford 1200."}})");
        QCOMPARE(error.affordableTokens, std::optional<qint64>(1200));
    }

    void aHugeBodyIsKeptOnlyInPart()
    {
        const auto error = readErrorBody(head(500, "text/plain"), QByteArray(1000 * 1000, 'x'));
        QCOMPARE(error.rawBody.size(), 64 * 1024);
        QVERIFY(error.message.size() <= 2000);
    }
};

static const bool tstErrorReading = sb::testing::add<TstErrorReading>();

#include "tst_error_reading.moc"
