#include "core/dialects/dialect.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;

namespace {

Events decodedAs(const QByteArray &type, const QByteArray &body)
{
    const auto decoder = dialects::clientDialect(catalog::DialectId::CohereChat)->decoder(head(200, type), {});
    return decoded(*decoder, body);
}

Events whole(const QByteArray &message, const QByteArray &rest = R"("finish_reason":"COMPLETE")")
{
    return decodedAs("application/json", R"({"id":"i","message":{)" + message + "}," + rest + "}");
}

QByteArray eventOf(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

QByteArray delta(const QByteArray &type, const QByteArray &message, int index = 0)
{
    return eventOf(R"({"type":)" + Json(type).dump() + R"(,"index":)" + QByteArray::number(index)
                   + R"(,"delta":{"message":{)" + message + "}}}");
}

const QByteArray Start = eventOf(R"({"type":"message-start","id":"i"})");
const QByteArray End = eventOf(R"({"type":"message-end","delta":{"finish_reason":"COMPLETE"}})");

QByteArrayList kinds(const Events &events)
{
    QByteArrayList kinds;
    for (const chat::Event &each : events) {
        if (const auto *other = std::get_if<chat::OtherContent>(&each))
            kinds.append(other->kind);
    }
    return kinds;
}

} // namespace

class TstCohereDecoder : public QObject
{
    Q_OBJECT

private slots:
    void thinkingIsKeptForTheNextTurn_data()
    {
        QTest::addColumn<Events>("events");
        QTest::newRow("streamed") << decodedAs(
            "text/event-stream",
            Start + delta("content-start", R"("content":{"type":"thinking","thinking":""})")
                + delta("content-delta", R"("content":{"thinking":"Two "})")
                + delta("content-delta", R"("content":{"thinking":"twos."})")
                + eventOf(R"({"type":"content-end","index":0})")
                + delta("content-delta", R"("content":{"text":"4"})", 1) + End);
        QTest::newRow("streamed, without the end of its block")
            << decodedAs("text/event-stream",
                         Start + delta("content-delta", R"("content":{"thinking":"Two twos."})")
                             + delta("content-delta", R"("content":{"text":"4"})", 1) + End);
        QTest::newRow("whole") << whole(
            R"("content":[{"type":"thinking","thinking":"Two twos."},{"type":"text","text":"4"}])");
    }
    void thinkingIsKeptForTheNextTurn()
    {
        QFETCH(Events, events);
        const chat::Answer answer = gathered(events);
        QCOMPARE(answer.reasoning, u"Two twos."_s);
        QCOMPARE(answer.text, u"4"_s);
        QCOMPARE(answer.toMessage().reasoningDetails.dump(),
                 QByteArray(R"([{"type":"reasoning.text","text":"Two twos.","format":"cohere-chat-v2","index":0}])"));
    }

    void thePlanOfCallsIsKeptForTheNextTurn_data()
    {
        QTest::addColumn<Events>("events");
        const QByteArray call = R"({"id":"c","type":"function","function":{"name":"f","arguments":"{}"}})";
        QTest::newRow("streamed") << decodedAs("text/event-stream",
                                               Start + delta("tool-plan-delta", R"("tool_plan":"I look ")")
                                                   + delta("tool-plan-delta", R"("tool_plan":"twice.")")
                                                   + delta("tool-call-start", R"("tool_calls":)" + call) + End);
        QTest::newRow("whole") << whole(R"("tool_plan":"I look twice.","tool_calls":[)" + call + "]");
    }
    void thePlanOfCallsIsKeptForTheNextTurn()
    {
        QFETCH(Events, events);
        const chat::Answer answer = gathered(events);
        QCOMPARE(answer.reasoning, u"I look twice."_s);
        QCOMPARE(answer.toolCalls.size(), 1);
        QCOMPARE(
            answer.toMessage().reasoningDetails.dump(),
            QByteArray(
                R"([{"type":"reasoning.summary","summary":"I look twice.","format":"cohere-chat-v2","index":0}])"));
    }

    void whatIsNoTextIsToldApart()
    {
        const QByteArray citation = R"({"start":0,"end":1,"text":"A","sources":[{"type":"tool","id":"c:0"}]})";
        const QByteArray logprobs = R"({"text":"A","token_ids":[1],"logprobs":[-0.5]})";
        const Events streamed = decodedAs(
            "text/event-stream",
            Start
                + eventOf(
                    R"({"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"A"}}},"logprobs":)"
                    + logprobs + "}")
                + delta("citation-start", R"("citations":)" + citation)
                + eventOf(R"({"type":"citation-end","index":0})") + End);
        QCOMPARE(kinds(streamed), QByteArrayList({"logprobs", "citation"}));
        QCOMPARE(gathered(streamed).other.constLast(), *parseJson(citation));
        const Events all = whole(R"("content":[{"type":"text","text":"A"},{"type":"picture","url":"u"}],"citations":[)"
                                     + citation + "]",
                                 R"("logprobs":[)" + logprobs + R"(],"finish_reason":"COMPLETE")");
        QCOMPARE(kinds(all), QByteArrayList({"picture", "citation", "logprobs"}));
        QCOMPARE(gathered(all).text, u"A"_s);
    }

    void anAnswerThatIsStreamedAsOneEventIsRead()
    {
        const chat::Answer answer = gathered(decodedAs(
            "text/event-stream",
            eventOf(R"({"id":"i","message":{"content":[{"type":"text","text":"Hi"}]},"finish_reason":"MAX_TOKENS"})")));
        QCOMPARE(answer.text, u"Hi"_s);
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::Length));
    }

    void eventsAreKnownByTheirNameWhereTheyHaveNoType()
    {
        const chat::Answer answer = gathered(
            decodedAs("text/event-stream",
                      "event: message-start\ndata: {\"id\":\"i\"}\n\n"
                      "event: content-delta\ndata: {\"delta\":{\"message\":{\"content\":{\"text\":\"Hi\"}}}}\n\n"
                      "event: something-new\ndata: {\"delta\":{\"message\":{\"content\":{\"text\":\"no\"}}}}\n\n"
                      "event: message-end\ndata: {\"delta\":{\"finish_reason\":\"COMPLETE\"}}\n\n"));
        QCOMPARE(answer.id, u"i"_s);
        QCOMPARE(answer.text, u"Hi"_s);
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::Stop));
    }

    void nothingComesBehindTheEnd()
    {
        const Events events =
            decodedAs("text/event-stream", Start + End + delta("content-delta", R"("content":{"text":"late"})") + End);
        QCOMPARE(events.size(), 2);
    }

    void theEndsOfAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<chat::FinishReason>("reason");
        QTest::newRow("complete") << QByteArray("COMPLETE") << chat::FinishReason::Stop;
        QTest::newRow("a stop sequence") << QByteArray("STOP_SEQUENCE") << chat::FinishReason::Stop;
        QTest::newRow("its length") << QByteArray("MAX_TOKENS") << chat::FinishReason::Length;
        QTest::newRow("calls") << QByteArray("TOOL_CALL") << chat::FinishReason::ToolCalls;
        QTest::newRow("an error") << QByteArray("ERROR") << chat::FinishReason::Error;
        QTest::newRow("a filter") << QByteArray("ERROR_TOXIC") << chat::FinishReason::ContentFilter;
    }
    void theEndsOfAnAnswer()
    {
        QFETCH(QByteArray, word);
        const chat::Answer answer =
            gathered(whole(R"("content":[{"type":"text","text":"A"}])", R"("finish_reason":)" + Json(word).dump()));
        QVERIFY(answer.finish);
        QTEST(*answer.finish, "reason");
        QCOMPARE(answer.rawFinish, QString::fromUtf8(word));
    }

    void aFailureAtTheEndHasItsSentence()
    {
        const chat::Answer answer = gathered(decodedAs(
            "text/event-stream",
            Start + eventOf(R"({"type":"message-end","delta":{"finish_reason":"ERROR","error":"It broke."}})")));
        QVERIFY(!answer.finish);
        QVERIFY(answer.error);
        QCOMPARE(answer.error->message, u"It broke."_s);
        QCOMPARE(answer.error->code, u"ERROR"_s);
        QCOMPARE(answer.error->type, chat::ErrorType::Server);
    }

    void anAnswerWithoutAMessageIsNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<chat::ErrorType>("type");
        QTest::newRow("of another API") << QByteArray(R"({"id":"i","choices":[]})") << chat::ErrorType::InvalidResponse;
        QTest::newRow("an error in a good status")
            << QByteArray(R"({"message":"too many tokens: 9"})") << chat::ErrorType::ContextLengthExceeded;
    }
    void anAnswerWithoutAMessageIsNone()
    {
        QFETCH(QByteArray, body);
        const chat::Answer answer = gathered(decodedAs("application/json", body));
        QVERIFY(answer.error);
        QTEST(answer.error->type, "type");
    }

    void usageIsWhatTheModelReadAndWrote_data()
    {
        QTest::addColumn<QByteArray>("usage");
        QTest::addColumn<chat::Usage>("read");
        QTest::newRow("tokens, with the bill beside them")
            << QByteArray(R"({"billed_units":{"input_tokens":7,"output_tokens":21},)"
                          R"("tokens":{"input_tokens":502,"output_tokens":24},"cached_tokens":448})")
            << chat::Usage{
                   .prompt = 502, .cacheRead = 448, .completion = 24, .billedPrompt = 7, .billedCompletion = 21};
        QTest::newRow("billed units, where there is nothing else")
            << QByteArray(R"({"billed_units":{"input_tokens":7,"output_tokens":21}})")
            << chat::Usage{.prompt = 7, .completion = 21, .billedPrompt = 7, .billedCompletion = 21};
        QTest::newRow("tokens without a bill") << QByteArray(R"({"tokens":{"input_tokens":9,"output_tokens":2}})")
                                               << chat::Usage{.prompt = 9, .completion = 2};
        QTest::newRow("nothing") << QByteArray(R"({"tokens":{}})") << chat::Usage{};
    }
    void usageIsWhatTheModelReadAndWrote()
    {
        QFETCH(QByteArray, usage);
        QFETCH(chat::Usage, read);
        chat::Usage got = gathered(whole(R"("content":[])", R"("finish_reason":"COMPLETE","usage":)" + usage)).usage;
        QCOMPARE(got.raw, *parseJson(usage));
        got.raw = {};
        QCOMPARE(got, read);
    }
};

static const bool tstCohereDecoder = sb::testing::add<TstCohereDecoder>();

#include "tst_cohere_decoder.moc"
