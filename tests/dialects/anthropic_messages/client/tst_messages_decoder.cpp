#include "core/dialects/anthropic_messages/client/decoder.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;
using dialects::anthropic::MessagesDecoder;

namespace {

const QByteArray Start =
    R"({"type":"message_start","message":{"id":"a","model":"m","content":[],"usage":{"input_tokens":5,"output_tokens":1}}})";
const QByteArray MessageStop = R"({"type":"message_stop"})";

QByteArray stream(const QByteArrayList &events)
{
    QByteArray body;
    for (const QByteArray &event : events)
        body += "data: " + event + "\n\n";
    return body;
}

QByteArray block(int index, const QByteArray &members)
{
    return R"({"type":"content_block_start","index":)" + QByteArray::number(index) + R"(,"content_block":{)" + members
        + "}}";
}

QByteArray piece(int index, const QByteArray &members)
{
    return R"({"type":"content_block_delta","index":)" + QByteArray::number(index) + R"(,"delta":{)" + members + "}}";
}

/// A piece of a call's input: JSON text inside of JSON.
QByteArray input(int index, const char *text)
{
    return piece(index, R"("type":"input_json_delta","partial_json":)" + Json(text).dump());
}

QByteArray closed(int index)
{
    return R"({"type":"content_block_stop","index":)" + QByteArray::number(index) + "}";
}

QByteArray ended(const QByteArray &reason)
{
    return R"({"type":"message_delta","delta":{"stop_reason":)" + reason + R"(},"usage":{"output_tokens":7}})";
}

Events eventsOf(const QByteArray &body)
{
    MessagesDecoder decoder(head(200, body.startsWith('{') ? "application/json" : "text/event-stream"));
    return decoded(decoder, body);
}

chat::Answer answerTo(const QByteArray &body)
{
    return gathered(eventsOf(body));
}

} // namespace

/// What no fixture shows by itself; see tst_fixtures for whole exchanges.
class TstMessagesDecoder : public QObject
{
    Q_OBJECT

private slots:
    void eventsComeInTheOrderOfTheStream()
    {
        const Events events = eventsOf(
            stream({Start, block(0, R"("type":"text","text":"")"), piece(0, R"("type":"text_delta","text":"T")"),
                    closed(0), ended(R"("end_turn")"), MessageStop}));
        QCOMPARE(events.size(), 5);
        QCOMPARE(events[0], chat::Event(chat::Started{.id = u"a"_s, .model = u"m"_s}));
        QCOMPARE(std::get<chat::UsageReport>(events[1]).usage.completion, std::optional<qint64>(1));
        QCOMPARE(events[2], chat::Event(chat::TextDelta{.text = u"T"_s}));
        QCOMPARE(std::get<chat::UsageReport>(events[3]).usage.completion, std::optional<qint64>(7));
        QCOMPARE(events[4], chat::Event(chat::Finished{.reason = chat::FinishReason::Stop, .raw = u"end_turn"_s}));
    }

    void onlyMessageStopEndsAStream_data()
    {
        QTest::addColumn<QByteArrayList>("last");
        QTest::addColumn<bool>("finished");
        QTest::newRow("nothing") << QByteArrayList() << false;
        QTest::newRow("a stop reason") << QByteArrayList{ended(R"("end_turn")")} << false;
        QTest::newRow("message_stop") << QByteArrayList{ended(R"("end_turn")"), MessageStop} << true;
        QTest::newRow("message_stop without a reason") << QByteArrayList{MessageStop} << true;
    }
    void onlyMessageStopEndsAStream()
    {
        QFETCH(QByteArrayList, last);
        QTEST(
            answerTo(stream(QByteArrayList{Start, block(0, R"("type":"text","text":"x")")} + last)).finish.has_value(),
            "finished");
    }

    void theReasonIsTheCommonWord_data()
    {
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<chat::FinishReason>("common");
        using enum chat::FinishReason;
        QTest::newRow("end_turn") << QByteArray(R"("end_turn")") << Stop;
        QTest::newRow("stop_sequence") << QByteArray(R"("stop_sequence")") << Stop;
        QTest::newRow("pause_turn") << QByteArray(R"("pause_turn")") << Stop;
        QTest::newRow("compaction") << QByteArray(R"("compaction")") << Stop;
        QTest::newRow("max_tokens") << QByteArray(R"("max_tokens")") << Length;
        QTest::newRow("window") << QByteArray(R"("model_context_window_exceeded")") << Length;
        QTest::newRow("tool_use") << QByteArray(R"("tool_use")") << ToolCalls;
        QTest::newRow("refusal") << QByteArray(R"("refusal")") << ContentFilter;
        QTest::newRow("a word of tomorrow") << QByteArray(R"("tired")") << Stop;
    }
    void theReasonIsTheCommonWord()
    {
        QFETCH(QByteArray, reason);
        QTEST(*answerTo(stream({Start, ended(reason), MessageStop})).finish, "common");
    }

    void aSignedThoughtCanBeSentBack()
    {
        const Json details = answerTo(stream({Start, block(0, R"("type":"thinking","thinking":"A","signature":"")"),
                                              piece(0, R"("type":"thinking_delta","thinking":"B")"),
                                              piece(0, R"("type":"signature_delta","signature":"s")"), closed(0),
                                              block(1, R"("type":"redacted_thinking","data":"d")"), closed(1),
                                              block(2, R"("type":"thinking","thinking":"C")"), closed(2)}))
                                 .reasoningDetails;
        QCOMPARE(
            details.dump(),
            QByteArray(
                R"([{"type":"reasoning.text","text":"AB","signature":"s","format":"anthropic-claude-v1","index":0},)"
                R"({"type":"reasoning.encrypted","data":"d","format":"anthropic-claude-v1","index":1}])"));
    }

    void aMessageThatBeginsAnewReplacesWhatCameBefore_data()
    {
        QTest::addColumn<QByteArrayList>("before");
        QTest::addColumn<bool>("anew");
        QTest::newRow("a repeated start") << QByteArrayList{Start} << false;
        QTest::newRow("after a text") << QByteArrayList{Start, block(0, R"("type":"text","text":"old")")} << true;
        QTest::newRow("after a call") << QByteArrayList{
            Start, block(1, R"("type":"tool_use","id":"x","name":"f","input":{})"),
            input(1, R"({"a":)")} << true;
    }
    void aMessageThatBeginsAnewReplacesWhatCameBefore()
    {
        QFETCH(QByteArrayList, before);
        QFETCH(bool, anew);
        const Events events = eventsOf(stream(
            before
            + QByteArrayList{Start, block(0, R"("type":"text","text":"new")"), ended(R"("end_turn")"), MessageStop}));
        const chat::Answer answer = gathered(events);
        QCOMPARE(answer.text, u"new"_s);
        QCOMPARE(answer.toolCalls.size(), 0);
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::Stop));
        const auto starts = std::count_if(events.begin(), events.end(), [](const chat::Event &event) {
            return std::holds_alternative<chat::Started>(event);
        });
        QCOMPARE(starts, anew ? 2 : 1);
    }

    void aCallOutOfRunningCodeStandsInTheStart()
    {
        const chat::Answer answer = answerTo(stream(
            {R"({"type":"message_start","message":{"id":"a","model":"m","stop_reason":"tool_use","content":[)"
             R"({"type":"tool_use","id":"t","name":"f","input":{"a":1.0},"caller":{"type":"code_execution_20260120"}}]}})",
             MessageStop}));
        QCOMPARE(answer.toolCalls.size(), 1);
        QCOMPARE(answer.toolCalls[0].arguments, uR"({"a":1.0})"_s);
        QCOMPARE(answer.toolCalls[0].extra["caller"]["type"].toBytes(), QByteArray("code_execution_20260120"));
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::ToolCalls));
    }

    void aCallKeepsTheInputThatItBeganWith()
    {
        const chat::Answer answer = answerTo(stream(
            {Start, block(0, R"("type":"tool_use","id":"t","name":"f","input":{"a":1},"caller":{"type":"direct"})"),
             closed(0), block(1, R"("type":"tool_use","id":"u","name":"g","input":{})"), MessageStop}));
        QCOMPARE(answer.toolCalls[0].arguments, uR"({"a":1})"_s);
        QVERIFY(answer.toolCalls[0].extra.isNull());
        QCOMPARE(answer.toolCalls[1].arguments, u"{}"_s);
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::ToolCalls));
    }

    void blocksOfTheServiceAreNeitherTextNorCalls()
    {
        const chat::Answer answer =
            answerTo(stream({Start, block(0, R"("type":"server_tool_use","id":"s","name":"web_search","input":{})"),
                             input(0, R"({"query":"x"})"), closed(0),
                             block(1, R"("type":"web_search_tool_result","tool_use_id":"s","content":[])"), closed(1),
                             block(2, R"("type":"compaction","content":null)"),
                             piece(2, R"("type":"compaction_delta","content":"Summary.")"), closed(2), MessageStop}));
        QCOMPARE(answer.text, QString());
        QCOMPARE(answer.toolCalls.size(), 0);
        QCOMPARE(answer.other.size(), 3);
        QCOMPARE(answer.other[0]["input"].dump(), QByteArray(R"({"query":"x"})"));
        QCOMPARE(answer.other[2]["content"].toBytes(), QByteArray("Summary."));
    }

    void theForcedToolsInputIsTheAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("streamed") << stream(
            {Start, block(0, R"("type":"tool_use","id":"t","name":"signalbox_answer","input":{})"),
             input(0, R"({"a":)"), input(0, R"(1})"), closed(0), ended(R"("tool_use")"), MessageStop});
        QTest::newRow("whole") << QByteArray(
            R"({"type":"message","id":"a","model":"m","stop_reason":"tool_use","content":[)"
            R"({"type":"tool_use","id":"t","name":"signalbox_answer","input":{"a":1}}]})");
    }
    void theForcedToolsInputIsTheAnswer()
    {
        QFETCH(QByteArray, body);
        const chat::Answer answer = answerTo(body);
        QCOMPARE(answer.text, uR"({"a":1})"_s);
        QVERIFY(answer.toolCalls.isEmpty());
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::Stop));
    }

    void aRefusalSaysWhyWithoutCountingAsContent()
    {
        const Events events = eventsOf(R"({"type":"message","id":"a","model":"m","content":[],"stop_reason":"refusal",)"
                                       R"("stop_details":{"type":"refusal","category":"bio","explanation":"No."}})");
        QCOMPARE(gathered(events).other.size(), 1);
        const auto contents = std::count_if(events.begin(), events.end() - 1, chat::isContent);
        QCOMPARE(contents, 0);
    }

    void piecesWithoutTheirStartAreRead()
    {
        const chat::Answer answer = answerTo(stream({Start, piece(3, R"("type":"thinking_delta","thinking":"R")"),
                                                     piece(4, R"("type":"text_delta","text":"T")"), MessageStop}));
        QCOMPARE(answer.reasoning, u"R"_s);
        QCOMPARE(answer.text, u"T"_s);
    }

    void whatIsNoMessageIsAnError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<chat::ErrorType>("type");
        QTest::newRow("an error in a 200")
            << QByteArray(R"({"type":"error","error":{"type":"overloaded_error","message":"Full"}})")
            << chat::ErrorType::ProviderOverloaded;
        QTest::newRow("a gateway's error in a stream")
            << stream({Start, R"({"error":{"message":"upstream is gone","code":502}})"})
            << chat::ErrorType::ProviderUnavailable;
        QTest::newRow("another document") << QByteArray(R"({"choices":[]})") << chat::ErrorType::InvalidResponse;
        QTest::newRow("a sentence") << QByteArray(R"({"message":"Not here"})") << chat::ErrorType::Server;
    }
    void whatIsNoMessageIsAnError()
    {
        QFETCH(QByteArray, body);
        const chat::Answer answer = answerTo(body);
        QVERIFY(answer.error);
        QTEST(answer.error->type, "type");
    }

    void nothingIsSaidAfterTheEnd()
    {
        const Events events = eventsOf(stream({Start, ended(R"("end_turn")"), MessageStop, Start, MessageStop}));
        QVERIFY(std::holds_alternative<chat::Finished>(events.last()));
        QCOMPARE(events.size(), 4);
    }
};

static const bool tstMessagesDecoder = sb::testing::add<TstMessagesDecoder>();

#include "tst_messages_decoder.moc"
