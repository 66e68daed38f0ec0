#include "core/dialects/openai_chat/client/decoder.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;
using dialects::openai::ChatDecoder;

namespace {

/// A stream of these chunks; the marker only where it is among them.
QByteArray stream(const QByteArrayList &chunks)
{
    QByteArray body;
    for (const QByteArray &chunk : chunks)
        body += "data: " + chunk + "\n\n";
    return body;
}

QByteArray delta(const QByteArray &members, const QByteArray &finish = "null")
{
    return R"({"id":"c","model":"m","choices":[{"index":0,"delta":{)" + members + R"(},"finish_reason":)" + finish
        + "}]}";
}

Events eventsOf(const QByteArray &body, int status = 200, const catalog::Quirks &quirks = {})
{
    ChatDecoder decoder(head(status, body.startsWith('{') ? "application/json" : "text/event-stream"), quirks);
    return decoded(decoder, body);
}

chat::Answer answerTo(const QByteArray &body)
{
    return gathered(eventsOf(body));
}

} // namespace

/// What no fixture shows by itself; see tst_fixtures for whole exchanges.
class TstDecoder : public QObject
{
    Q_OBJECT

private slots:
    void logProbabilitiesAreTold_data()
    {
        QTest::addColumn<QByteArray>("logprobs");
        QTest::addColumn<QByteArrayList>("told");
        QTest::newRow("none") << QByteArray("null") << QByteArrayList();
        QTest::newRow("no tokens") << QByteArray(R"({"content":[],"refusal":null})") << QByteArrayList();
        QTest::newRow("of the text") << QByteArray(R"({"content":[{"token":"a","logprob":-0.10}],"refusal":null})")
                                     << QByteArrayList{R"([{"token":"a","logprob":-0.10}])"};
        QTest::newRow("of a refusal") << QByteArray(R"({"content":null,"refusal":[{"token":"a"}]})")
                                      << QByteArrayList{R"([{"token":"a"}])"};
        QTest::newRow("a list for each member") << QByteArray(R"({"tokens":["a"],"token_logprobs":[-1]})")
                                                << QByteArrayList{R"({"tokens":["a"],"token_logprobs":[-1]})"};
    }
    void logProbabilitiesAreTold()
    {
        QFETCH(QByteArray, logprobs);
        const QByteArray choice = R"("index":0,"logprobs":)" + logprobs + R"(,"finish_reason":"stop")";
        for (const QByteArray &body :
             {R"({"id":"c","choices":[{"message":{"content":"a"},)" + choice + "}]}",
              stream({R"({"id":"c","choices":[{"delta":{"content":"a"},)" + choice + "}]}", "[DONE]"})}) {
            QByteArrayList told;
            for (const chat::Event &event : eventsOf(body)) {
                const auto *other = std::get_if<chat::OtherContent>(&event);
                if (other && other->kind == "logprobs")
                    told.append(other->raw.dump());
            }
            QTEST(told, "told");
        }
    }

    void theTierThatServedIsTold()
    {
        const QByteArray usage = R"("usage":{"prompt_tokens":1,"completion_tokens":2})";
        const chat::Answer answer = answerTo(stream(
            {delta(R"("content":"a")", R"("stop")").replace(R"("id":"c")", R"("id":"c","service_tier":"priority")"),
             R"({"id":"c","choices":[],)" + usage + "}", "[DONE]"}));
        QCOMPARE(answer.usage.servedTier, u"priority"_s);
    }

    void searchesOfAGatewayAreCounted()
    {
        const chat::Answer answer =
            answerTo(stream({R"({"id":"c","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2,)"
                             R"("server_tool_use":{"web_search_requests":2}}})"}));
        QCOMPARE(answer.usage.webSearches, std::optional<qint64>(2));
    }

    void eventsComeInTheOrderOfTheStream()
    {
        const Events events = eventsOf(
            stream({delta(R"("role":"assistant","content":"")"), delta(R"("reasoning":"R")"), delta(R"("content":"T")"),
                    delta("", R"("stop")"), R"({"choices":[],"usage":{"prompt_tokens":1}})", "[DONE]"}));
        QCOMPARE(events.size(), 5);
        QCOMPARE(events[0], chat::Event(chat::Started{.id = u"c"_s, .model = u"m"_s}));
        QCOMPARE(events[1], chat::Event(chat::ReasoningDelta{.text = u"R"_s}));
        QCOMPARE(events[2], chat::Event(chat::TextDelta{.text = u"T"_s}));
        QCOMPARE(events[3], chat::Event(chat::Finished{.reason = chat::FinishReason::Stop, .raw = u"stop"_s}));
        QVERIFY(std::holds_alternative<chat::UsageReport>(events[4]));
    }

    void onlyTheFirstChoiceIsFollowed()
    {
        const chat::Answer answer = answerTo(R"({"choices":[
            {"index":1,"message":{"content":"other"},"finish_reason":"length"},
            {"index":0,"message":{"content":"mine"},"finish_reason":"stop"}]})");
        QCOMPARE(answer.text, u"mine"_s);
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::Stop));
    }

    void reasoningInTwoFieldsCountsOnceWhereItIsTheSame()
    {
        QCOMPARE(answerTo(stream({delta(R"("reasoning":"A","reasoning_content":"A")")})).reasoning, u"A"_s);
        QCOMPARE(answerTo(stream({delta(R"("reasoning":"B","reasoning_content":"A")")})).reasoning, u"AB"_s);
    }

    void reasoningDetailsAreOpaqueAndNoText()
    {
        const chat::Answer answer = answerTo(
            stream({delta(R"("reasoning_details":[{"type":"reasoning.encrypted","data":"eA==","index":0}])")}));
        QCOMPARE(answer.reasoning, QString());
        QCOMPARE(answer.reasoningDetails.size(), 1);
        QCOMPARE(answer.reasoningDetails.at(0)["data"].toBytes(), QByteArray("eA=="));
    }

    void contentMayBeAListOfParts()
    {
        const chat::Answer answer = answerTo(stream({
            delta(
                R"("content":[{"type":"thinking","thinking":[{"type":"text","text":"A"},{"type":"text","text":"B"}]}])"),
            delta(
                R"("content":[{"type":"thinking","thinking":"C"},{"type":"text","text":"D"},{"type":"reference","reference_ids":[1]}])"),
            delta(R"("content":"E")"),
        }));
        QCOMPARE(answer.reasoning, u"ABC"_s);
        QCOMPARE(answer.text, u"DE"_s);
        QCOMPARE(answer.other.size(), 1);
    }

    void anAnswerWithoutAReasonIsFinishedOnlyByItsOwnEnd_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("neverSays");
        QTest::addColumn<bool>("finished");
        const auto row = [](const char *name, const QByteArray &body, bool neverSays, bool finished) {
            QTest::newRow(name) << body << neverSays << finished;
        };
        const QByteArray text = delta(R"("content":"x")");
        row("a whole document", R"({"choices":[{"message":{"content":"x"},"finish_reason":""}]})", false, true);
        row("a stream with a marker alone", stream({text, "[DONE]"}), false, false);
        row("the same where no reason ever comes", stream({text, "[DONE]"}), true, true);
        row("a stream without either", stream({text}), true, false);
        row("a reason without the marker", stream({delta(R"("content":"x")", R"("stop")")}), false, true);
        row("a marker after nothing", stream({"[DONE]"}), true, false);
    }
    void anAnswerWithoutAReasonIsFinishedOnlyByItsOwnEnd()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, neverSays);
        const chat::Answer answer = gathered(eventsOf(body, 200, {.noFinishReason = neverSays}));
        QTEST(answer.finish.has_value(), "finished");
    }

    void anUnexplainedEndWithCallsAsksForTheirResults()
    {
        const chat::Answer answer = answerTo(R"({"choices":[{"finish_reason":"","message":{"content":null,
            "tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{}"}}]}}]})");
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::ToolCalls));
        QCOMPARE(answer.rawFinish, QString());
    }

    void aCutStreamDoesNotInventArguments()
    {
        const chat::Answer answer =
            answerTo(stream({delta(R"("tool_calls":[{"index":0,"id":"a","function":{"name":"f"}}])")}));
        QCOMPARE(answer.toolCalls.size(), 1);
        QCOMPARE(answer.toolCalls.first().arguments, QString());
    }

    void aRepeatedReasonFinishesOnce()
    {
        const Events events = eventsOf(stream({delta("", R"("stop")"), delta("", R"("stop")"), "[DONE]"}));
        QCOMPARE(std::count_if(events.begin(), events.end(),
                               [](const chat::Event &event) { return std::holds_alternative<chat::Finished>(event); }),
                 1);
    }

    void theLastUsageCountsAndIsToldOnlyWhenItChanges()
    {
        const Events events = eventsOf(stream(
            {R"({"choices":[],"usage":{"completion_tokens":1}})", R"({"choices":[],"usage":{"completion_tokens":1}})",
             R"({"choices":[],"usage":null})", R"({"choices":[],"x_groq":{"usage":{"completion_tokens":2}}})",
             R"({"choices":[{"index":0,"delta":{},"usage":{"completion_tokens":3}}]})"}));
        QCOMPARE(events.size(), 3);
        QCOMPARE(gathered(events).usage.completion, std::optional<qint64>(3));
    }

    void aWholeMessageAfterTheDeltasIsARepetition()
    {
        const chat::Answer answer =
            answerTo(stream({delta(R"("content":"Hi")"),
                             R"({"choices":[{"index":0,"message":{"content":"Hi"},"finish_reason":"stop"}]})"}));
        QCOMPARE(answer.text, u"Hi"_s);
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::Stop));
    }

    void aWholeMessageInOneEventIsTheAnswer()
    {
        QCOMPARE(
            answerTo(stream({R"({"choices":[{"index":0,"message":{"content":"Hi"},"finish_reason":"stop"}]})"})).text,
            u"Hi"_s);
    }

    void anErrorEndsTheAnswer_data()
    {
        QTest::addColumn<QByteArray>("last");
        QTest::newRow("an error object") << stream(
            {R"({"error":{"message":"busy","type":"overloaded"}})", delta(R"("content":"no")")});
        QTest::newRow("an error event without the object")
            << QByteArray("event: error\ndata: {\"message\":\"busy\",\"type\":\"overloaded\"}\n\n");
        QTest::newRow("an error in the choice") << stream(
            {R"({"choices":[{"index":0,"delta":{},"finish_reason":"error","error":{"code":503,"message":"busy"}}]})"});
        QTest::newRow("an error beside a finish reason") << stream(
            {R"({"error":{"code":503,"message":"busy"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]})"});
    }
    void anErrorEndsTheAnswer()
    {
        QFETCH(QByteArray, last);
        const Events events = eventsOf(stream({delta(R"("content":"Half")")}) + last);
        const chat::Answer answer = gathered(events);
        QCOMPARE(answer.text, u"Half"_s);
        QVERIFY(answer.error);
        QCOMPARE(answer.error->type, chat::ErrorType::ProviderOverloaded);
        QCOMPARE(answer.error->message, u"busy"_s);
        QCOMPARE(answer.finish, std::optional<chat::FinishReason>());
        QVERIFY(std::holds_alternative<chat::Failed>(events.last()));
    }

    void theUsageOfAFailedAnswerIsKept()
    {
        const chat::Answer answer =
            answerTo(stream({R"({"error":{"code":400,"message":"limit"},"choices":[],"usage":{"prompt_tokens":43}})"}));
        QVERIFY(answer.error);
        QCOMPARE(answer.usage.prompt, std::optional<qint64>(43));
    }

    void aDocumentThatIsNoAnswerIsAFailure_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("no choices") << QByteArray(R"({"id":"x"})") << QByteArray("invalid_response");
        QTest::newRow("empty choices") << QByteArray(R"({"choices":[]})") << QByteArray("invalid_response");
        QTest::newRow("a message") << QByteArray(R"({"message":"no credit: insufficient balance"})")
                                   << QByteArray("payment_required");
        QTest::newRow("an error") << QByteArray(R"({"error":{"code":429,"message":"slow"}})")
                                  << QByteArray("rate_limit_exceeded");
        QTest::newRow("MiniMax") << QByteArray(R"({"choices":null,"base_resp":{"status_code":1008,"status_msg":"x"}})")
                                 << QByteArray("payment_required");
    }
    void aDocumentThatIsNoAnswerIsAFailure()
    {
        QFETCH(QByteArray, body);
        const chat::Answer answer = answerTo(body);
        QVERIFY(answer.error);
        QTEST(toWireName(answer.error->type), "type");
    }

    void contentThatIsNoTextIsPassedOn()
    {
        const Events events = eventsOf(stream(
            {R"({"citations":["https://a"],"choices":[{"index":0,"delta":{"content":"x"}}]})",
             R"({"citations":["https://a","https://b"],"choices":[{"index":0,"delta":{"annotations":[{"type":"url_citation"}],"images":[{"type":"image_url"}]}}]})",
             delta("", R"("stop")")}));
        QList<QByteArray> kinds;
        for (const chat::Event &event : events) {
            if (const auto *other = std::get_if<chat::OtherContent>(&event))
                kinds.append(other->kind);
        }
        QCOMPARE(kinds, QList<QByteArray>({"annotation", "image", "citations"}));
        QCOMPARE(gathered(events).other.last().size(), 2);
        QVERIFY(std::holds_alternative<chat::Finished>(events.last()));
    }

    void membersFilledWithNothingAreNoContent()
    {
        const chat::Answer answer =
            answerTo(R"({"choices":[{"finish_reason":"stop","message":{"content":"x","refusal":"",
            "audio":{"data":"","expires_at":0,"id":""},"function_call":{"name":"","arguments":""},"annotations":[]}}]})");
        QVERIFY(answer.other.isEmpty());
        QVERIFY(answer.toolCalls.isEmpty());
        QCOMPARE(answer.refusal, QString());
    }
};

static const bool tstDecoder = sb::testing::add<TstDecoder>();

#include "tst_decoder.moc"
