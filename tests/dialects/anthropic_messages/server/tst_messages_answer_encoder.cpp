#include "core/dialects/anthropic_messages/server/answer_encoder.h"
#include "core/dialects/anthropic_messages/server/answer_json.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace Qt::StringLiterals;
using dialects::anthropic::MessagesEncoder;

namespace {

QByteArray streamed(const QList<chat::Event> &events)
{
    MessagesEncoder encoder({.model = u"m"_s});
    QByteArray bytes;
    for (const chat::Event &event : events)
        bytes += encoder.encode(event);
    return bytes + encoder.finish();
}

/// The data of each event; its name is checked on the way.
QByteArrayList dataOf(const QByteArray &stream)
{
    QByteArrayList all;
    for (const QByteArray &event : stream.split('\n')) {
        if (event.startsWith("data: "))
            all.append(event.mid(6));
        else if (event.startsWith("event: "))
            all.append(event.mid(7));
    }
    QByteArrayList data;
    for (qsizetype i = 0; i + 1 < all.size(); i += 2) {
        if (parseJson(all[i + 1]).value_or(Json())["type"].toBytes() == all[i])
            data.append(all[i + 1]);
    }
    return data;
}

} // namespace

class TstMessagesAnswerEncoder : public QObject
{
    Q_OBJECT

private slots:
    void aStreamIsItsStartItsBlocksItsReasonAndItsEnd()
    {
        QCOMPARE(
            dataOf(streamed(
                {chat::Started{.id = u"a"_s, .model = u"m-1"_s},
                 chat::UsageReport{.usage = {.prompt = 30, .cacheRead = 10, .completion = 1}},
                 chat::ReasoningDelta{.text = u"R"_s},
                 chat::ReasoningOpaque{
                     .block = *parseJson(
                         R"({"type":"reasoning.text","text":"R","signature":"s","format":"anthropic-claude-v1"})")},
                 chat::TextDelta{.text = u"T"_s},
                 chat::ToolCallDelta{.index = 0, .id = u"c"_s, .name = u"f"_s, .arguments = u"{}"_s},
                 chat::Finished{.reason = chat::FinishReason::ToolCalls},
                 chat::UsageReport{.usage = {.prompt = 30, .cacheRead = 10, .completion = 9}}})),
            QByteArrayList({
                R"({"type":"message_start","message":{"type":"message","id":"a","role":"assistant","model":"m-1","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":20,"cache_read_input_tokens":10,"output_tokens":1}}})",
                R"({"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}})",
                R"({"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"R"}})",
                R"({"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"s"}})",
                R"({"type":"content_block_stop","index":0})",
                R"({"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}})",
                R"({"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"T"}})",
                R"({"type":"content_block_stop","index":1})",
                R"({"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"c","name":"f","input":{}}})",
                R"({"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{}"}})",
                R"({"type":"content_block_stop","index":2})",
                R"({"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"input_tokens":20,"cache_read_input_tokens":10,"output_tokens":9}})",
                R"({"type":"message_stop"})",
            }));
    }

    void aCutAnswerIsNotClosed()
    {
        const QByteArray stream = streamed({chat::Started{.id = u"a"_s}, chat::TextDelta{.text = u"Half"_s}});
        QVERIFY(stream.contains("Half"));
        QVERIFY(!stream.contains("message_delta") && !stream.contains("message_stop"));
    }

    void anErrorIsTheLastEvent()
    {
        const QByteArrayList data = dataOf(
            streamed({chat::Started{.id = u"a"_s}, chat::TextDelta{.text = u"Half"_s},
                      chat::Failed{.error = {.type = chat::ErrorType::ProviderOverloaded, .message = u"Full."_s}}}));
        QCOMPARE(
            data.last(),
            QByteArray(
                R"({"type":"error","error":{"type":"overloaded_error","message":"Full.","metadata":{"error_type":"provider_overloaded"}}})"));
    }

    void blocksOfTheServiceComeBackWhole()
    {
        const QByteArray stream = streamed(
            {chat::OtherContent{.kind = "server_tool_use", .raw = *parseJson(R"({"type":"server_tool_use","id":"s"})")},
             chat::OtherContent{.kind = "annotation", .raw = *parseJson(R"({"type":"url_citation"})")},
             chat::Finished{}});
        QVERIFY(stream.contains(R"("content_block":{"type":"server_tool_use","id":"s"})"));
        QVERIFY(!stream.contains("url_citation"));
    }

    void aWholeAnswerHasItsBlocksReasonAndUsage()
    {
        chat::Answer answer{.id = u"a"_s,
                            .model = u"m"_s,
                            .text = u"T"_s,
                            .reasoning = u"R"_s,
                            .toolCalls = {{.id = u"c"_s, .name = u"f"_s, .arguments = u"{\"a\":1.0}"_s}},
                            .finish = chat::FinishReason::Stop,
                            .rawFinish = u"stop_sequence"_s};
        answer.usage = {.prompt = 10, .cacheWrite5m = 3, .cacheWrite1h = 2, .completion = 3, .reasoning = 1};
        QCOMPARE(
            dialects::anthropic::wholeJson({}, answer).dump(),
            QByteArray(
                R"({"type":"message","id":"a","role":"assistant","model":"m","content":[{"type":"thinking","thinking":"R","signature":""},)"
                R"({"type":"text","text":"T"},{"type":"tool_use","id":"c","name":"f","input":{"a":1.0}}],"stop_reason":"stop_sequence",)"
                R"("stop_sequence":null,"usage":{"input_tokens":5,"cache_creation_input_tokens":5,)"
                R"("cache_creation":{"ephemeral_5m_input_tokens":3,"ephemeral_1h_input_tokens":2},"output_tokens":3,)"
                R"("output_tokens_details":{"thinking_tokens":1}}})"));
    }

    void usageThatIsNotKnownIsNotZero()
    {
        QCOMPARE(dialects::anthropic::usageJson({}).dump(),
                 QByteArray(R"({"input_tokens":null,"output_tokens":null})"));
    }
};

static const bool tstMessagesAnswerEncoder = sb::testing::add<TstMessagesAnswerEncoder>();

#include "tst_messages_answer_encoder.moc"
