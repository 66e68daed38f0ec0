#include "core/dialects/dialect.h"
#include "core/dialects/gemini_generate_content/parts.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;

namespace {

QByteArrayList framesOf(const QList<chat::Event> &events)
{
    const auto encoder =
        dialects::serverDialect(catalog::DialectId::GeminiGenerateContent)->encoder({.model = u"m"_s, .stream = true});
    QByteArray bytes;
    for (const chat::Event &event : events)
        bytes += encoder->encode(event);
    bytes += encoder->finish();
    QByteArrayList frames;
    for (qsizetype end = 0; (end = bytes.indexOf("\r\n\r\n")) >= 0; bytes = bytes.mid(end + 4))
        frames.append(bytes.mid(6, end - 6)); // behind "data: "
    return frames;
}

QByteArray part(const QByteArray &frame)
{
    const auto json = parseJson(frame);
    return json ? (*json)["candidates"].at(0)["content"]["parts"].dump() : QByteArray("no JSON");
}

} // namespace

class TstGeminiAnswerEncoder : public QObject
{
    Q_OBJECT

private slots:
    void theLastChunkHasTheReasonAndTheUsage()
    {
        const QByteArrayList frames =
            framesOf({chat::TextDelta{.text = u"Hi"_s}, chat::Finished{.reason = chat::FinishReason::Length},
                      chat::UsageReport{.usage = {.prompt = 3, .completion = 2}}});
        QCOMPARE(frames.size(), 2);
        QVERIFY(!frames.first().contains("finishReason"));
        QVERIFY(!frames.first().contains("usageMetadata"));
        QVERIFY(frames.last().contains(R"("finishReason":"MAX_TOKENS")"));
        QVERIFY(frames.last().contains(R"("usageMetadata":{"promptTokenCount":3,"candidatesTokenCount":2)"));
    }

    void callsAreSentWholeWithTheirSignatures()
    {
        const QByteArrayList frames = framesOf(
            {chat::ToolCallDelta{.index = 0, .name = u"f"_s, .arguments = uR"({"a":)"_s},
             chat::ToolCallDelta{.index = 0, .arguments = u"1}"_s, .extra = dialects::gemini::signatureExtra("s")},
             chat::Finished{.reason = chat::FinishReason::ToolCalls}});
        QCOMPARE(frames.size(), 1);
        QCOMPARE(part(frames.first()),
                 QByteArray(R"([{"functionCall":{"name":"f","args":{"a":1}},"thoughtSignature":"s"}])"));
        QVERIFY(frames.first().contains(R"("finishReason":"STOP")"));
    }

    void thoughtsAndSignaturesArePartsOfTheirOwn()
    {
        const QByteArrayList frames =
            framesOf({chat::ReasoningDelta{.text = u"Hm"_s},
                      chat::ReasoningOpaque{.block = dialects::gemini::signatureBlock("s", 0)},
                      chat::ReasoningOpaque{.block = Json(Json::Object{{"format", "anthropic-claude-v1"}})}});
        QCOMPARE(frames.size(), 2);
        QCOMPARE(part(frames[0]), QByteArray(R"([{"text":"Hm","thought":true}])"));
        QCOMPARE(part(frames[1]), QByteArray(R"([{"text":"","thoughtSignature":"s"}])"));
    }

    void anAnswerThatIsCutHasNoEnd()
    {
        const QByteArrayList frames = framesOf({chat::TextDelta{.text = u"Hi"_s}});
        QCOMPARE(frames.size(), 1);
        QVERIFY(!frames.first().contains("finishReason"));
    }

    void aFailureInsideAStreamIsAnErrorObject()
    {
        const QByteArrayList frames =
            framesOf({chat::Failed{.error = {.type = chat::ErrorType::ProviderOverloaded, .message = u"Full."_s}}});
        QCOMPARE(frames.size(), 1);
        QVERIFY(frames.first().startsWith(R"({"error":{"code":503,"message":"Full.","status":"UNAVAILABLE")"));
    }
};

static const bool tstGeminiAnswerEncoder = sb::testing::add<TstGeminiAnswerEncoder>();

#include "tst_gemini_answer_encoder.moc"
