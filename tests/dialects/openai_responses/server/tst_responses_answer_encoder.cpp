#include "core/dialects/dialect.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;

namespace {

const auto Dialect = catalog::DialectId::OpenAiResponses;

QByteArray streamed(const Events &events)
{
    const auto encoder = dialects::serverDialect(Dialect)->encoder({.model = u"m"_s});
    QByteArray bytes;
    for (const chat::Event &event : events)
        bytes += encoder->encode(event);
    return bytes + encoder->finish();
}

QByteArray whole(const Events &events)
{
    return dialects::serverDialect(Dialect)->encodeWhole({.model = u"m"_s}, gathered(events));
}

chat::Answer readAgain(const QByteArray &type, const QByteArray &body)
{
    return gathered(decoded(*dialects::clientDialect(Dialect)->decoder(head(200, type), {}), body));
}

/// The events of a stream, in order; the number and the name of each are checked on the way.
Json::Array eventsOf(const QByteArray &stream)
{
    Json::Array events;
    for (const QByteArray &block : stream.split('\n')) {
        if (!block.startsWith("data: "))
            continue;
        const Json event = *parseJson(block.mid(6));
        if (event["sequence_number"].toInteger() == events.size()
            && stream.contains("event: " + event["type"].toBytes() + "\ndata: "))
            events.append(event);
    }
    return events;
}

QStringList typesOf(const QByteArray &stream)
{
    QStringList types;
    for (const Json &event : eventsOf(stream))
        types.append(event["type"].toText().mid(9)); // without "response."
    return types;
}

chat::Event parsed(const char *detail)
{
    return chat::ReasoningOpaque{.block = *parseJson(detail)};
}

const chat::Event Start = chat::Started{.id = u"r"_s, .model = u"m-1"_s};
const chat::Event Stop = chat::Finished{.reason = chat::FinishReason::Stop};

} // namespace

class TstResponsesAnswerEncoder : public QObject
{
    Q_OBJECT

private slots:
    void aTextIsToldInPiecesAndThreeTimesWhole()
    {
        const QByteArray stream =
            streamed({Start, chat::TextDelta{.text = u"Hi "_s}, chat::TextDelta{.text = u"there"_s}, Stop,
                      chat::UsageReport{.usage = {.prompt = 3, .cacheRead = 1, .completion = 2, .reasoning = 0}}});
        QCOMPARE(typesOf(stream),
                 QStringList({u"created"_s, u"in_progress"_s, u"output_item.added"_s, u"content_part.added"_s,
                              u"output_text.delta"_s, u"output_text.delta"_s, u"output_text.done"_s,
                              u"content_part.done"_s, u"output_item.done"_s, u"completed"_s}));
        const Json::Array events = eventsOf(stream);
        QCOMPARE(events[0]["response"]["status"].toBytes(), QByteArray("in_progress"));
        QCOMPARE(events[6]["text"].toText(), u"Hi there"_s);
        const Json &response = events.last()["response"];
        QCOMPARE(
            response["output"].dump(),
            QByteArray(R"([{"type":"message","id":"msg_0","status":"completed","role":"assistant",)"
                       R"("content":[{"type":"output_text","text":"Hi there","annotations":[],"logprobs":[]}]}])"));
        QCOMPARE(response["usage"].dump(),
                 QByteArray(R"({"input_tokens":3,"input_tokens_details":{"cached_tokens":1},"output_tokens":2,)"
                            R"("output_tokens_details":{"reasoning_tokens":0},"total_tokens":5})"));
    }

    void aResponseSaysWhatWasAskedOfIt()
    {
        const chat::Request request{.model = u"m"_s,
                                    .tools = {{.name = u"f"_s}},
                                    .toolChoice = chat::ToolChoice{.mode = chat::ToolChoice::Mode::Required},
                                    .maxTokens = 9,
                                    .temperature = Json::Number{"0.50"}};
        const Json response = *parseJson(dialects::serverDialect(Dialect)->encodeWhole(request, {.id = u"r"_s}));
        QCOMPARE(response["object"].toBytes(), QByteArray("response"));
        QCOMPARE(response["model"].toBytes(), QByteArray("m"));
        QCOMPARE(response["tools"].at(0)["name"].toBytes(), QByteArray("f"));
        QCOMPARE(response["tool_choice"].toBytes(), QByteArray("required"));
        QCOMPARE(response["max_output_tokens"].toInteger(), std::optional<qint64>(9));
        QCOMPARE(response["temperature"].numberLiteral(), QByteArray("0.50"));
        QCOMPARE(response["parallel_tool_calls"].toBool(), std::optional(true));
    }

    void answersComeBackStreamedAndWhole_data()
    {
        QTest::addColumn<Events>("events");
        const auto call = [](int index, const char *id, const char *arguments) {
            return chat::Event(chat::ToolCallDelta{.index = index,
                                                   .id = QString::fromLatin1(id),
                                                   .name = *id ? u"f"_s : QString(),
                                                   .arguments = QString::fromLatin1(arguments)});
        };
        const chat::Event calls = chat::Finished{.reason = chat::FinishReason::ToolCalls};
        QTest::newRow("reasoning that goes back")
            << Events{Start,
                      chat::ReasoningDelta{.text = u"First."_s},
                      parsed(R"({"type":"reasoning.summary","summary":"First.","format":"openai-responses-v1",)"
                             R"("id":"rs_0","index":0})"),
                      parsed(R"({"type":"reasoning.encrypted","data":"ZW5j","format":"openai-responses-v1",)"
                             R"("id":"rs_0","index":1})"),
                      chat::TextDelta{.text = u"Hi"_s},
                      Stop};
        QTest::newRow("reasoning that was not shown")
            << Events{Start,
                      parsed(R"({"type":"reasoning.encrypted","data":"ZW5j","format":"openai-responses-v1",)"
                             R"("id":"rs_0","index":0})"),
                      chat::TextDelta{.text = u"Hi"_s}, Stop};
        QTest::newRow("reasoning in plain text")
            << Events{Start, chat::ReasoningDelta{.text = u"Two."_s},
                      parsed(R"({"type":"reasoning.text","text":"Two.","format":"openai-responses-v1",)"
                             R"("id":"rs_0","index":0})"),
                      chat::TextDelta{.text = u"Hi"_s}, Stop};
        QTest::newRow("calls told in turns")
            << Events{Start, call(0, "a", "{"), call(1, "b", "[1"), call(0, "", "}"), call(1, "", "]"), calls};
        QTest::newRow("a custom tool's call") << Events{
            Start, chat::ToolCallDelta{.id = u"a"_s, .name = u"f"_s, .arguments = u"free"_s, .custom = true}, calls};
        QTest::newRow("a refusal") << Events{Start, chat::RefusalDelta{.text = u"No."_s}, Stop};
        QTest::newRow("a search and what it cites") << Events{
            Start,
            chat::OtherContent{.kind = "web_search_call",
                               .raw = *parseJson(R"({"type":"web_search_call","id":"ws_1"})")},
            chat::TextDelta{.text = u"Hi"_s},
            chat::OtherContent{.kind = "annotation",
                               .raw = *parseJson(R"({"type":"url_citation","url_citation":{"url":"u","title":"T"}})")},
            Stop};
        QTest::newRow("a picture") << Events{
            Start,
            chat::OtherContent{
                .kind = "image",
                .raw = *parseJson(R"({"type":"image_url","image_url":{"url":"data:image/webp;base64,AAAA"}})")},
            Stop};
    }
    void answersComeBackStreamedAndWhole()
    {
        QFETCH(Events, events);
        const chat::Answer sent = gathered(events);
        QList<chat::Answer> read{readAgain("text/event-stream", streamed(events)),
                                 readAgain("application/json", whole(events))};
        for (chat::Answer &each : read) {
            each.rawFinish.clear();
            QCOMPARE(each, sent);
        }
    }

    void theEndSaysWhyItIsOne_data()
    {
        QTest::addColumn<chat::FinishReason>("reason");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("details");
        using enum chat::FinishReason;
        QTest::newRow("stop") << chat::FinishReason::Stop << QByteArray("completed") << QByteArray("null");
        QTest::newRow("calls") << ToolCalls << QByteArray("completed") << QByteArray("null");
        QTest::newRow("length") << Length << QByteArray("incomplete")
                                << QByteArray(R"({"reason":"max_output_tokens"})");
        QTest::newRow("filtered") << ContentFilter << QByteArray("incomplete")
                                  << QByteArray(R"({"reason":"content_filter"})");
        QTest::newRow("an error") << Error << QByteArray("failed") << QByteArray("null");
    }
    void theEndSaysWhyItIsOne()
    {
        QFETCH(chat::FinishReason, reason);
        const Events events{Start, chat::TextDelta{.text = u"Hi"_s}, chat::Finished{.reason = reason}};
        const Json last = eventsOf(streamed(events)).constLast();
        const Json answer = *parseJson(whole(events));
        for (const Json &response : {last["response"], answer}) {
            QTEST(response["status"].toBytes(), "status");
            QTEST(response["incomplete_details"].dump(), "details");
        }
        QTEST(last["type"].toBytes().mid(9), "status");
    }

    void whatOnlyAnotherFormatHasIsNotTold()
    {
        const QByteArray stream = streamed(
            {Start, parsed(R"({"type":"reasoning.text","text":"T","signature":"s","format":"anthropic-claude-v1"})"),
             chat::OtherContent{.kind = "server_tool_use", .raw = *parseJson(R"({"type":"server_tool_use"})")}, Stop});
        QCOMPARE(typesOf(stream), QStringList({u"created"_s, u"in_progress"_s, u"completed"_s}));
    }
};

static const bool tstResponsesAnswerEncoder = sb::testing::add<TstResponsesAnswerEncoder>();

#include "tst_responses_answer_encoder.moc"
