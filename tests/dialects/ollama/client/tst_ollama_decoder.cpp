#include "core/dialects/dialect.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<dialects::Decoder> decoder()
{
    return dialects::clientDialect(catalog::DialectId::OllamaChat)->decoder(head(200, "application/x-ndjson"), {});
}

chat::Answer answerOf(const QByteArray &body)
{
    return gathered(decoded(*decoder(), body));
}

QByteArray line(const QByteArray &message, const QByteArray &rest = R"("done":false)")
{
    return R"({"model":"m","message":{"role":"assistant",)" + message + "}," + rest + "}\n";
}

} // namespace

class TstOllamaDecoder : public QObject
{
    Q_OBJECT

private slots:
    void aLineIsToldAsSoonAsItIsThere()
    {
        const auto reader = decoder();
        const QByteArray first = line(R"("content":"Half")");
        QCOMPARE(reader->feed(first.first(20)), Events());
        const Events events = reader->feed(first.sliced(20));
        QCOMPARE(events, Events({chat::Started{.model = u"m"_s}, chat::TextDelta{.text = u"Half"_s}}));
        QCOMPARE(reader->finish(), Events()); // cut
    }

    void eachCallIsOneOfItsOwn()
    {
        const QByteArray call = R"({"function":{"name":"f","arguments":{"b":1.0,"a":[]}}})";
        const chat::Answer answer = answerOf(line(R"("content":"","tool_calls":[)" + call + "," + call + "]")
                                             + line(R"("content":"","tool_calls":[)" + call + "]")
                                             + line(R"("content":"")", R"("done":true,"done_reason":"stop")"));
        QCOMPARE(answer.toolCalls.size(), 3);
        for (const chat::ToolCall &each : answer.toolCalls)
            QCOMPARE(each, (chat::ToolCall{.name = u"f"_s, .arguments = uR"({"b":1.0,"a":[]})"_s}));
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::ToolCalls));
        QCOMPARE(answer.rawFinish, u"stop"_s);
    }

    void whatIsNoTextIsToldApart()
    {
        const chat::Answer answer = answerOf(
            line(R"("content":"Yes","images":["AAAA"])", R"("logprobs":[{"token":"Yes","logprob":-0.5}],"done":true)"));
        QCOMPARE(answer.text, u"Yes"_s);
        QCOMPARE(answer.other.size(), 2);
    }

    void countsAndDurationsAreTheUsage()
    {
        const chat::Usage usage =
            answerOf(line(R"("content":"")", R"("done":true,"eval_count":5,"total_duration":9,"context":[1,2])")).usage;
        QCOMPARE(usage.completion, std::optional<qint64>(5));
        QVERIFY(!usage.prompt);
        QCOMPARE(usage.raw.dump(), QByteArray(R"({"total_duration":9,"eval_count":5})"));
    }

    void nothingComesBehindTheEnd()
    {
        const chat::Answer answer =
            answerOf(line(R"("content":"A")", R"("done":true,"done_reason":"stop")") + line(R"("content":"late")"));
        QCOMPARE(answer.text, u"A"_s);
        QVERIFY(!answer.error);
    }

    void whatIsNoAnswerIsAnError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<chat::ErrorType>("type");
        QTest::newRow("of another API") << QByteArray(R"({"id":"i","choices":[]})") << chat::ErrorType::InvalidResponse;
        QTest::newRow("a list") << QByteArray("[1]") << chat::ErrorType::InvalidResponse;
        QTest::newRow("a line that is no JSON") << line(R"("content":"A")") + "{broken}\n"
                                                << chat::ErrorType::InvalidResponse;
        QTest::newRow("a web page") << QByteArray("<html></html>") << chat::ErrorType::InvalidResponse;
        QTest::newRow("a sentence of a proxy")
            << QByteArray(R"({"detail":"invalid api key"})") << chat::ErrorType::Authentication;
        QTest::newRow("an error in a good status") << QByteArray(R"({"error":"the input exceeds the context length"})")
                                                   << chat::ErrorType::ContextLengthExceeded;
    }
    void whatIsNoAnswerIsAnError()
    {
        QFETCH(QByteArray, body);
        const chat::Answer answer = answerOf(body);
        QVERIFY(answer.error);
        QTEST(answer.error->type, "type");
    }
};

static const bool tstOllamaDecoder = sb::testing::add<TstOllamaDecoder>();

#include "tst_ollama_decoder.moc"
