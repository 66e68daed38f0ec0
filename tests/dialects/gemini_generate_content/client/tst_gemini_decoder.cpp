#include "core/dialects/dialect.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;

namespace {

Events decodedAs(const QByteArray &contentType, const QByteArray &body)
{
    const auto decoder =
        dialects::clientDialect(catalog::DialectId::GeminiGenerateContent)->decoder(head(200, contentType), {});
    return decoded(*decoder, body);
}

Events whole(const QByteArray &body)
{
    return decodedAs("application/json", body);
}

/// One candidate with these parts.
QByteArray withParts(const QByteArray &parts, const QByteArray &more = R"("finishReason":"STOP")")
{
    return R"({"candidates":[{"content":{"role":"model","parts":[)" + parts + "]}," + more + "}]}";
}

} // namespace

class TstGeminiDecoder : public QObject
{
    Q_OBJECT

private slots:
    void theAnswerIsNamed()
    {
        const Events events = whole(
            R"({"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}],"modelVersion":"m-1","responseId":"r-1"})");
        QCOMPARE(events,
                 Events({chat::Started{.id = u"r-1"_s, .model = u"m-1"_s}, chat::TextDelta{.text = u"Hi"_s},
                         chat::Finished{.reason = chat::FinishReason::Stop, .raw = u"STOP"_s}}));
    }

    void aSignatureIsKeptWhereItWas_data()
    {
        QTest::addColumn<QByteArray>("parts");
        QTest::addColumn<QByteArray>("details");
        const auto row = [](const char *name, const char *parts, const char *details) {
            QTest::newRow(name) << QByteArray(parts) << QByteArray(details);
        };
        row("on text", R"({"text":"Hi","thoughtSignature":"c2ln"})",
            R"([{"type":"reasoning.encrypted","data":"c2ln","format":"google-gemini-v1","index":0}])");
        row("on a part of its own", R"({"text":"Hi"},{"thoughtSignature":"c2ln"})",
            R"([{"type":"reasoning.encrypted","data":"c2ln","format":"google-gemini-v1","index":0}])");
        row("on a thought", R"({"text":"Hm","thought":true,"thoughtSignature":"c2ln"})",
            R"([{"type":"reasoning.text","text":"Hm","signature":"c2ln","format":"google-gemini-v1","index":0}])");
        row("on an empty thought", R"({"text":"","thought":true,"thoughtSignature":"c2ln"},{"text":"Hi"})",
            R"([{"type":"reasoning.text","text":"","signature":"c2ln","format":"google-gemini-v1","index":0}])");
        row("nowhere", R"({"text":"Hm","thought":true},{"text":"Hi"})", "null");
    }
    void aSignatureIsKeptWhereItWas()
    {
        QFETCH(QByteArray, parts);
        QFETCH(QByteArray, details);
        QCOMPARE(gathered(whole(withParts(parts))).reasoningDetails.dump(), details);
    }

    void whatIsNoTextIsToldApart_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("kind");
        const auto row = [](const char *part, const char *kind) {
            QTest::newRow(kind) << QByteArray(part) << QByteArray(kind);
        };
        row(R"({"executableCode":{"language":"PYTHON","code":"1"}})", "executableCode");
        row(R"({"codeExecutionResult":{"outcome":"OUTCOME_OK"}})", "codeExecutionResult");
        row(R"({"inlineData":{"mimeType":"audio/wav","data":"AA=="}})", "inlineData");
        row("{\"fileData\":{\"fileUri\":\"gs://a/b\"}}", "fileData");
        row(R"({"toolCall":{"id":"1"}})", "toolCall");
        row(R"({"toolResponse":{"id":"1"},"thoughtSignature":"c2ln"})", "toolResponse");
        row(R"({"somethingNew":{"text":"no"}})", "somethingNew");
    }
    void whatIsNoTextIsToldApart()
    {
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, kind);
        const Events events = whole(withParts(part));
        QCOMPARE(events.size(), 2);
        QCOMPARE(events.first(), chat::Event(chat::OtherContent{.kind = kind, .raw = *parseJson(part)}));
    }

    void aPictureComesAsOpenRouterSendsOne()
    {
        const Events events = whole(withParts(R"({"inlineData":{"mimeType":"image/png","data":"AAAA"}})"));
        QCOMPARE(events.first(),
                 chat::Event(chat::OtherContent{
                     .kind = "image",
                     .raw = *parseJson(R"({"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}})")}));
    }

    void sourcesThatAreRepeatedAreToldOnceBeforeTheEnd()
    {
        const QByteArray chunk = "data: "
            + withParts(R"({"text":"x"})",
                        R"("groundingMetadata":{"webSearchQueries":["q"]},"citationMetadata":{"citationSources":[{}]})")
            + "\n\n";
        const QByteArray last = "data: " + withParts(R"({"text":""})") + "\n\n";
        const Events events = decodedAs("text/event-stream", chunk + chunk + last);
        QCOMPARE(events.size(), 6);
        QCOMPARE(std::get<chat::UsageReport>(events[1]).usage.webSearches, std::optional<qint64>(1));
        QCOMPARE(std::get<chat::OtherContent>(events[3]).kind, QByteArray("groundingMetadata"));
        QCOMPARE(std::get<chat::OtherContent>(events[4]).kind, QByteArray("citationMetadata"));
        QVERIFY(std::holds_alternative<chat::Finished>(events[5]));
    }

    void theLastReasonOfAStreamCounts()
    {
        const QByteArray first = "data: " + withParts(R"({"text":"a"})") + "\n\n";
        const QByteArray last = "data: " + withParts(R"({"text":"b"})", R"("finishReason":"MAX_TOKENS")") + "\n\n";
        const chat::Answer answer = gathered(decodedAs("text/event-stream", first + last));
        QCOMPARE(answer.text, u"ab"_s);
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::Length));
    }

    void aListIsAStreamToo()
    {
        const auto decoder = dialects::clientDialect(catalog::DialectId::GeminiGenerateContent)
                                 ->decoder(head(200, "application/json"), {});
        QVERIFY(decoder->feed("[").isEmpty());
        const Events events = decoder->feed(withParts(R"({"text":"first"})", R"("index":0)") + ",");
        QCOMPARE(events, Events({chat::TextDelta{.text = u"first"_s}}));
        QCOMPARE(decoder->finish(), Events()); // cut
    }

    void aWholeAnswerNeedsNoReason()
    {
        const chat::Answer answer = gathered(whole(R"({"candidates":[{"content":{"parts":[{"text":"Hi"}]}}]})"));
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::Stop));
        QVERIFY(answer.rawFinish.isEmpty());
    }

    void anEndThatIsNoneSaysWhatTheProviderSaid()
    {
        const chat::Answer answer = gathered(
            whole(R"({"candidates":[{"finishReason":"MALFORMED_FUNCTION_CALL","finishMessage":"No such call."}]})"));
        QVERIFY(answer.error);
        QCOMPARE(answer.error->type, chat::ErrorType::ModelOutputError);
        QCOMPARE(answer.error->code, u"MALFORMED_FUNCTION_CALL"_s);
        QCOMPARE(answer.error->message, u"No such call."_s);
    }
};

static const bool tstGeminiDecoder = sb::testing::add<TstGeminiDecoder>();

#include "tst_gemini_decoder.moc"
