#include "core/dialects/token_count.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;
using catalog::DialectId;
using dialects::TokenCountApi;

namespace {

const QByteArray Hi = R"("messages":[{"role":"user","content":"Hi"}])";
const QByteArray Tool = R"({"type":"function","function":{"name":"f"}})";
const QString Vertex = u"https://x.example/v1/projects/p/locations/l/publishers/google"_s;

Result<dialects::WireRequest> encoded(DialectId dialect, const QByteArray &members, const QString &base)
{
    const auto request = chat::parseRequest(*parseJson("{" + members + "}"));
    if (!request)
        return tl::unexpected(request.error());
    return dialects::encodeTokenCount(*request, {.baseUrl = QUrl(base), .dialect = dialect},
                                      {.upstreamModel = u"m-1"_s});
}

} // namespace

class TstTokenCount : public QObject
{
    Q_OBJECT

private slots:
    void eachApiIsAskedInItsOwnWay_data()
    {
        QTest::addColumn<DialectId>("dialect");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, DialectId dialect, const QString &base, const QByteArray &members,
                            const QString &path, const QByteArray &body) {
            QTest::newRow(name) << dialect << base << R"("model":"a/b",)" + members << path << body;
        };
        const QString anthropic = u"https://x.example/v1"_s;
        const QString gemini = u"https://x.example/v1beta"_s;
        row("Anthropic", DialectId::AnthropicMessages, anthropic,
            R"("max_tokens":9,"temperature":0.5,"stop":["x"],"user":"u",)" + Hi, u"/v1/messages/count_tokens"_s,
            R"({"model":"m-1",)" + Hi + "}");
        row("Anthropic with instructions and tools", DialectId::AnthropicMessages, anthropic,
            R"("tools":[)" + Tool
                + R"(],"tool_choice":"required","messages":[{"role":"system","content":"S"},)"
                  R"({"role":"user","content":"Hi"}])",
            u"/v1/messages/count_tokens"_s,
            R"({"model":"m-1","system":"S",)" + Hi
                + R"(,"tools":[{"name":"f","input_schema":{"type":"object"}}],)"
                  R"("tool_choice":{"type":"any"}})");
        row("Gemini", DialectId::GeminiGenerateContent, gemini, Hi, u"/v1beta/models/m-1:countTokens"_s,
            R"({"contents":[{"role":"user","parts":[{"text":"Hi"}]}]})");
        row("Gemini with more than contents", DialectId::GeminiGenerateContent, gemini, R"("max_tokens":9,)" + Hi,
            u"/v1beta/models/m-1:countTokens"_s,
            R"({"generateContentRequest":{"model":"models/m-1","contents":[{"role":"user","parts":[{"text":"Hi"}]}],)"
            R"("generationConfig":{"maxOutputTokens":9}}})");
        row("Vertex AI", DialectId::GeminiGenerateContent, Vertex,
            R"("labels":{"a":"b"},"messages":[{"role":"system","content":"S"},{"role":"user","content":"Hi"}])",
            u"/v1/projects/p/locations/l/publishers/google/models/m-1:countTokens"_s,
            R"({"systemInstruction":{"parts":[{"text":"S"}]},"contents":[{"role":"user","parts":[{"text":"Hi"}]}]})");
    }
    void eachApiIsAskedInItsOwnWay()
    {
        QFETCH(DialectId, dialect);
        QFETCH(QString, base);
        QFETCH(QByteArray, members);
        const auto wire = encoded(dialect, members, base);
        QVERIFY2(wire, qPrintable(wire ? QString() : wire.error().message));
        QTEST(wire->url.path(QUrl::FullyEncoded), "path");
        QVERIFY(!wire->url.hasQuery() && !wire->streams);
        QTEST(wire->body, "body");
    }

    void theVersionOfTheApiIsNamed()
    {
        const auto wire = encoded(DialectId::AnthropicMessages, R"("model":"a/b",)" + Hi, u"https://x.example/v1"_s);
        QVERIFY(wire);
        QCOMPARE((dialects::AnswerHead{.headers = wire->headers}.header("anthropic-version")),
                 QByteArray("2023-06-01"));
    }

    void bedrockCountsWhatConverseTakes()
    {
        QUrl url(u"https://x.example"_s);
        url.setPath(u"/model/a.b-v1%3A0/converse"_s, QUrl::StrictMode);
        const auto wire = dialects::countingRequest(
            TokenCountApi::Bedrock,
            {.url = url,
             .body = R"({"messages":[],"system":[],"inferenceConfig":{"maxTokens":9},"toolConfig":{"tools":[]}})"});
        QCOMPARE(wire.url.path(QUrl::FullyEncoded), u"/model/a.b-v1%3A0/count-tokens"_s);
        QCOMPARE(wire.body,
                 QByteArray(R"({"input":{"converse":{"messages":[],"system":[],"toolConfig":{"tools":[]}}}})"));
    }

    void whoDoesNotCountIsNotAsked()
    {
        const auto wire = encoded(DialectId::OpenAiChat, R"("model":"a/b",)" + Hi, u"https://x.example/v1"_s);
        QVERIFY(!wire);
        QCOMPARE(wire.error().kind, Error::Kind::NotFound);
    }

    void whatCannotBeSentCannotBeCounted()
    {
        const auto wire = encoded(DialectId::AnthropicMessages,
                                  R"("model":"a/b","messages":[{"role":"user","content":[{"type":"input_audio",)"
                                  R"("input_audio":{"data":"AAAA","format":"wav"}}]}])",
                                  u"https://x.example/v1"_s);
        QVERIFY(!wire);
        QCOMPARE(wire.error().kind, Error::Kind::InvalidInput);
    }

    void whatHasNoCountIsAFailure_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a web page") << QByteArray("<html></html>");
        QTest::newRow("another document") << QByteArray(R"({"status":"ok"})");
        QTest::newRow("a negative count") << QByteArray(R"({"input_tokens":-1})");
        QTest::newRow("half a token") << QByteArray(R"({"totalTokens":0.5})");
    }
    void whatHasNoCountIsAFailure()
    {
        QFETCH(QByteArray, body);
        const auto count = dialects::decodeTokenCount(head(200, "application/json"), body);
        QVERIFY(!count);
        QCOMPARE(count.error().type, chat::ErrorType::InvalidResponse);
    }
};

static const bool tstTokenCount = sb::testing::add<TstTokenCount>();

#include "tst_token_count.moc"
