#include "core/dialects/dialect.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::testing;
using namespace Qt::StringLiterals;

namespace {

const auto Dialect = catalog::DialectId::OpenAiResponses;

Events decodedAs(const QByteArray &type, const QByteArray &body, const catalog::Quirks &quirks = {})
{
    const auto decoder = dialects::clientDialect(Dialect)->decoder(head(200, type), {.quirks = quirks});
    return decoded(*decoder, body);
}

Events whole(const QByteArray &items, const QByteArray &rest = R"("status":"completed")")
{
    return decodedAs("application/json", R"({"id":"r","model":"m","output":[)" + items + "]," + rest + "}");
}

// Raw strings with an odd number of quotes make moc lose what is behind them.
QByteArray eventOf(const QByteArray &type, const QByteArray &members)
{
    return R"(data: {"type":)" + Json("response." + type).dump() + "," + members + "}\n\n";
}

QByteArray endOf(const QByteArray &items, const QByteArray &status = "completed")
{
    return eventOf(status, R"("response":{"id":"r","status":)" + Json(status).dump() + R"(,"output":[)" + items + "]}");
}

QByteArray itemEvent(const QByteArray &what, const QByteArray &item, int place = 0)
{
    return eventOf("output_item." + what, R"("output_index":)" + QByteArray::number(place) + R"(,"item":)" + item);
}

Events streamed(const QByteArray &events)
{
    return decodedAs("text/event-stream", events);
}

QByteArrayList kinds(const Events &events)
{
    QByteArrayList kinds;
    for (const chat::Event &each : events) {
        if (const auto *other = std::get_if<chat::OtherContent>(&each))
            kinds.append(other->kind);
    }
    return kinds;
}

QByteArray others(const Events &events)
{
    return Json(gathered(events).other).dump();
}

const QByteArray Reasoning = R"({"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"First."},)"
                             R"({"type":"summary_text","text":"Then."}],"encrypted_content":"ZW5j"})";
const QByteArray Text =
    R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"Hi","annotations":[]}]})";
const QByteArray Arguments = Json("{\"a\":1}").dump(); // see above, and the same for //
const QByteArray Site = "\"https://x.example\"";
const QByteArray Call =
    R"({"type":"function_call","id":"fc_1","call_id":"c","name":"f","arguments":)" + Arguments + "}";

} // namespace

class TstResponsesDecoder : public QObject
{
    Q_OBJECT

private slots:
    void searchesAndTheTierAreTold()
    {
        const QByteArray items = R"({"id":"1","type":"web_search_call","action":{"type":"search","query":"q"}},)"
                                 R"({"id":"2","type":"web_search_call","action":{"type":"open_page","url":"u"}},)"
                                 R"({"id":"3","type":"web_search_call"})";
        const QByteArray rest =
            R"("status":"completed","service_tier":"flex","usage":{"input_tokens":1,"output_tokens":2})";
        const chat::Usage usage = gathered(whole(items, rest)).usage;
        QCOMPARE(usage.webSearches, std::optional<qint64>(2)); // a page that is opened belongs to its search
        QCOMPARE(usage.servedTier, u"flex"_s);
        const QByteArray first = R"({"id":"1","type":"web_search_call","action":{"type":"search"}})";
        const Events events = streamed(itemEvent("added", first) + itemEvent("done", first)
                                       + eventOf("completed",
                                                 R"("response":{"id":"r","status":"completed","output":[)" + first
                                                     + R"(],"usage":{"input_tokens":1,"output_tokens":2}})"));
        QCOMPARE(gathered(events).usage.webSearches, std::optional<qint64>(1)); // once, though told twice
    }

    void reasoningIsKeptForTheNextTurn_data()
    {
        QTest::addColumn<Events>("events");
        const QByteArray delta = R"("output_index":0,"item_id":"rs_1","summary_index":)";
        QTest::newRow("streamed") << streamed(itemEvent("added", R"({"type":"reasoning","id":"rs_1","summary":[]})")
                                              + eventOf("reasoning_summary_text.delta", delta + R"(0,"delta":"Fir")")
                                              + eventOf("reasoning_summary_text.delta", delta + R"(0,"delta":"st.")")
                                              + eventOf("reasoning_summary_text.delta", delta + R"(1,"delta":"Then.")")
                                              + itemEvent("done", Reasoning) + itemEvent("done", Text, 1)
                                              + endOf(Reasoning + "," + Text));
        QTest::newRow("streamed without pieces")
            << streamed(itemEvent("done", Reasoning) + itemEvent("done", Text, 1) + endOf(Reasoning + "," + Text));
        QTest::newRow("streamed without ends of items") << streamed(endOf(Reasoning + "," + Text));
        QTest::newRow("whole") << whole(Reasoning + "," + Text);
    }
    void reasoningIsKeptForTheNextTurn()
    {
        QFETCH(Events, events);
        const chat::Answer answer = gathered(events);
        QCOMPARE(answer.reasoning, u"First.\n\nThen."_s);
        QCOMPARE(answer.text, u"Hi"_s);
        QCOMPARE(answer.finish, chat::FinishReason::Stop);
        QCOMPARE(answer.toMessage().reasoningDetails.dump(),
                 QByteArray(R"([{"type":"reasoning.summary","summary":"First.","format":"openai-responses-v1",)"
                            R"("id":"rs_1","index":0},{"type":"reasoning.summary","summary":"Then.",)"
                            R"("format":"openai-responses-v1","id":"rs_1","index":1},{"type":"reasoning.encrypted",)"
                            R"("data":"ZW5j","format":"openai-responses-v1","id":"rs_1","index":2}])"));
    }

    void aCallComesOnceHoweverItIsTold_data()
    {
        QTest::addColumn<QByteArray>("events");
        const QByteArray begun = R"({"type":"function_call","id":"fc_1","call_id":"c","name":"f","arguments":""})";
        const QByteArray place = R"("output_index":0,"item_id":"fc_1",)";
        const QByteArray first = eventOf("function_call_arguments.delta", place + "\"delta\":" + Json("{\"a\"").dump());
        const QByteArray second = eventOf("function_call_arguments.delta", place + "\"delta\":" + Json(":1}").dump());
        const QByteArray all = eventOf("function_call_arguments.done", place + "\"arguments\":" + Arguments);
        const QByteArray done = itemEvent("done", Call);
        QTest::newRow("in pieces") << itemEvent("added", begun) + first + second + all + done + endOf(Call);
        QTest::newRow("begun with its arguments")
            << itemEvent("added", Call) + first + second + all + done + endOf(Call);
        QTest::newRow("without pieces") << itemEvent("added", begun) + all + done + endOf(Call);
        QTest::newRow("by its end alone") << done + endOf(Call);
        QTest::newRow("by the answer's end alone") << endOf(Call);
        QTest::newRow("pieces without a beginning") << first + second + done + endOf(Call);
        QTest::newRow("without the end of the item") << itemEvent("added", begun) + first + second + endOf(Call);
        QTest::newRow("without places") << R"(data: {"type":"response.output_item.added","item":)" + begun + "}\n\n"
                + eventOf("function_call_arguments.delta", R"("item_id":"fc_1","delta":)" + Arguments) + endOf(Call);
    }
    void aCallComesOnceHoweverItIsTold()
    {
        QFETCH(QByteArray, events);
        const chat::Answer answer = gathered(streamed(events));
        QCOMPARE(answer.toolCalls.size(), 1);
        QCOMPARE(answer.toolCalls[0], (chat::ToolCall{.id = u"c"_s, .name = u"f"_s, .arguments = u"{\"a\":1}"_s}));
        QCOMPARE(answer.finish, chat::FinishReason::ToolCalls);
    }

    void aCallKeepsItsNamespaceAndItsCaller()
    {
        const chat::Answer answer = gathered(
            whole(R"({"type":"function_call","id":"fc_1","call_id":"c","name":"f","arguments":"","namespace":"rail",)"
                  R"("status":"completed","caller":{"type":"program","caller_id":"p"}})"));
        QCOMPARE(answer.toolCalls[0].arguments, u"{}"_s);
        QCOMPARE(answer.toolCalls[0].extra.dump(),
                 QByteArray(R"({"namespace":"rail","caller":{"type":"program","caller_id":"p"}})"));
    }

    void textIsToldOnceHoweverItsPartsAreNumbered()
    {
        const QByteArray second = R"({"type":"message","content":[{"type":"output_text","text":""},)"
                                  R"({"type":"output_text","text":"Hi"}]})";
        const auto delta = [](int part) {
            return eventOf("output_text.delta",
                           R"("output_index":0,"content_index":)" + QByteArray::number(part) + R"(,"delta":"Hi")");
        };
        QCOMPARE(gathered(streamed(delta(1) + itemEvent("done", Text) + endOf(Text))).text, u"Hi"_s);
        QCOMPARE(gathered(streamed(delta(0) + itemEvent("done", second) + endOf(second))).text, u"Hi"_s);
    }

    void anItemThatTheEndLeavesOutShiftsNothing()
    {
        const QByteArray first = R"({"type":"reasoning","id":"rs_1","summary":[]})";
        const QByteArray second = R"({"type":"message","id":"msg_1","content":[{"type":"output_text","text":"Hi"}]})";
        const chat::Answer answer =
            gathered(streamed(itemEvent("done", first) + itemEvent("done", second, 1) + endOf(second)));
        QCOMPARE(answer.text, u"Hi"_s);
    }

    void citationsComeInTheFormOfChatCompletionsAndOnce_data()
    {
        QTest::addColumn<Events>("events");
        const QByteArray citation =
            R"({"type":"url_citation","start_index":0,"end_index":2,"url":)" + Site + R"(,"title":"X"})";
        const QByteArray file = R"({"type":"file_citation","index":1,"file_id":"f","filename":"a.txt"})";
        const QByteArray message = R"({"type":"message","content":[{"type":"output_text","text":"Hi","annotations":[)"
            + citation + "," + file + "]}]}";
        const QByteArray added = R"("output_index":0,"content_index":0,"annotation":)";
        QTest::newRow("whole") << whole(message);
        QTest::newRow("streamed") << streamed(eventOf("output_text.annotation.added", added + citation)
                                              + eventOf("output_text.annotation.added", added + file)
                                              + itemEvent("done", message) + endOf(message));
        QTest::newRow("one of two streamed") << streamed(eventOf("output_text.annotation.added", added + citation)
                                                         + itemEvent("done", message) + endOf(message));
    }
    void citationsComeInTheFormOfChatCompletionsAndOnce()
    {
        QFETCH(Events, events);
        QCOMPARE(kinds(events), QByteArrayList({"annotation", "annotation"}));
        QCOMPARE(others(events),
                 QByteArray(R"([{"type":"url_citation","url_citation":{"start_index":0,"end_index":2,)"
                            R"("url":)"
                            + Site
                            + R"(,"title":"X"}},)"
                              R"({"type":"file_citation","index":1,"file_id":"f","filename":"a.txt"}])"));
    }

    void whatTheServiceDoesItselfStaysVisible_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<QByteArray>("kind");
        for (const char *type : {"web_search_call", "file_search_call", "computer_call", "mcp_call", "mcp_list_tools",
                                 "mcp_approval_request", "shell_call", "shell_call_output", "apply_patch_call",
                                 "tool_search_call", "compaction", "something_new"}) {
            QTest::newRow(type) << R"({"type":)" + Json(type).dump() + R"(,"id":"i"})" << QByteArray(type);
        }
        QTest::newRow("a picture that is not there yet")
            << QByteArray(R"({"type":"image_generation_call","result":null})") << QByteArray("image_generation_call");
    }
    void whatTheServiceDoesItselfStaysVisible()
    {
        QFETCH(QByteArray, item);
        for (const Events &events : {whole(item), streamed(itemEvent("added", item) + itemEvent("done", item))}) {
            QTEST(kinds(events).value(0), "kind");
            QCOMPARE(kinds(events).size(), 1);
            QCOMPARE(others(events), "[" + item + "]");
        }
    }

    void aPictureComesAsChatCompletionsHaveIt()
    {
        const Events events = whole(R"({"type":"image_generation_call","result":"AAAA","output_format":"webp"})");
        QCOMPARE(kinds(events), QByteArrayList{"image"});
        QCOMPARE(others(events),
                 QByteArray(R"([{"type":"image_url","image_url":{"url":"data:image/webp;base64,AAAA"}}])"));
    }

    void probabilitiesAreToldOnce()
    {
        const QByteArray logprobs = R"([{"token":"Hi","logprob":-0.5,"top_logprobs":[]}])";
        const QByteArray message =
            R"({"type":"message","content":[{"type":"output_text","text":"Hi","logprobs":)" + logprobs + "}]}";
        const QByteArray delta =
            eventOf("output_text.delta", R"("output_index":0,"content_index":0,"delta":"Hi","logprobs":)" + logprobs);
        for (const Events &events : {whole(message), streamed(delta + itemEvent("done", message) + endOf(message))}) {
            QCOMPARE(kinds(events), QByteArrayList{"logprobs"});
            QCOMPARE(others(events), "[" + logprobs + "]");
        }
    }

    void theStatusSaysHowItEnded_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<std::optional<chat::FinishReason>>("finish");
        QTest::addColumn<QString>("raw");
        const auto row = [](const char *name, const QByteArray &rest, std::optional<chat::FinishReason> finish,
                            const QString &raw) { QTest::newRow(name) << rest << finish << raw; };
        using enum chat::FinishReason;
        row("completed", R"("status":"completed")", Stop, u"completed"_s);
        row("no status", R"("object":"response")", Stop, u"completed"_s);
        row("too long", R"("status":"incomplete","incomplete_details":{"reason":"max_output_tokens"})", Length,
            u"max_output_tokens"_s);
        row("filtered", R"("status":"incomplete","incomplete_details":{"reason":"content_filter"})", ContentFilter,
            u"content_filter"_s);
        row("incomplete without a reason", R"("status":"incomplete","incomplete_details":null)", Length,
            u"incomplete"_s);
        row("cancelled", R"("status":"cancelled")", Error, u"cancelled"_s);
        row("still waiting", R"("status":"queued")", {}, QString());
        row("still at work", R"("status":"in_progress")", {}, QString());
    }
    void theStatusSaysHowItEnded()
    {
        QFETCH(QByteArray, rest);
        const chat::Answer answer = gathered(whole(Text, rest));
        QTEST(answer.finish, "finish");
        QTEST(answer.rawFinish, "raw");
        QCOMPARE(answer.text, u"Hi"_s);
    }

    void aFailureIsReadWhereverItStands_data()
    {
        QTest::addColumn<Events>("events");
        QTest::addColumn<chat::ErrorType>("type");
        QTest::addColumn<QString>("message");
        const QByteArray error = R"({"code":"rate_limit_exceeded","message":"Slower."})";
        using enum chat::ErrorType;
        QTest::newRow("a response that failed")
            << whole("", R"("status":"failed","error":)" + error) << RateLimitExceeded << u"Slower."_s;
        QTest::newRow("the event of one") << streamed(
            eventOf("failed", R"("response":{"id":"r","status":"failed","output":[],"error":)" + error + "}"))
                                          << RateLimitExceeded << u"Slower."_s;
        QTest::newRow("an error event") << streamed(
            R"(data: {"type":"error","code":"rate_limit_exceeded","message":"Slower.","param":null})"
            "\n\n") << RateLimitExceeded << u"Slower."_s;
        QTest::newRow("an error event with an object")
            << streamed(R"(data: {"type":"error","error":)" + error + "}\n\n") << RateLimitExceeded << u"Slower."_s;
        QTest::newRow("an error event that is named only outside")
            << streamed("event: error\n"
                        R"(data: {"code":"server_error","message":"Broken."})"
                        "\n\n")
            << Server << u"Broken."_s;
        QTest::newRow("an error instead of an event") << streamed(R"(data: {"error":{"message":"Slower.","code":429}})"
                                                                  "\n\n")
                                                      << RateLimitExceeded << u"Slower."_s;
        QTest::newRow("a list of output that is no answer's")
            << streamed(eventOf("shell_call_output_content.done", R"("output":[])")
                        + R"(data: {"type":"error","code":"rate_limit_exceeded","message":"Slower."})"
                          "\n\n")
            << RateLimitExceeded << u"Slower."_s;
        QTest::newRow("a body of another API") << decodedAs("application/json", R"({"choices":[]})") << InvalidResponse
                                               << u"The answer has no list of output."_s;
        QTest::newRow("a failure without a word") << streamed(eventOf("failed", R"("response":{"status":"failed"})"))
                                                  << Server << u"The provider says that its answer failed."_s;
    }
    void aFailureIsReadWhereverItStands()
    {
        QFETCH(Events, events);
        const chat::Answer answer = gathered(events);
        QVERIFY(answer.error);
        QTEST(answer.error->type, "type");
        QTEST(answer.error->message, "message");
        QVERIFY(!answer.finish);
        QVERIFY(std::holds_alternative<chat::Failed>(events.last()));
    }

    void tokensFallIntoTheirClasses_data()
    {
        QTest::addColumn<QByteArray>("usage");
        QTest::addColumn<chat::Usage>("read");
        QTest::newRow("all of them")
            << QByteArray(R"({"input_tokens":100,"input_tokens_details":{"cached_tokens":60,"cache_write_tokens":10},)"
                          R"("output_tokens":50,"output_tokens_details":{"reasoning_tokens":30},"total_tokens":150})")
            << chat::Usage{.prompt = 100, .cacheRead = 60, .cacheWrite5m = 10, .completion = 50, .reasoning = 30};
        QTest::newRow("no details") << QByteArray(R"({"input_tokens":7,"output_tokens":2})")
                                    << chat::Usage{.prompt = 7, .completion = 2};
        QTest::newRow("reasoning beside the output")
            << QByteArray(R"({"input_tokens":7,"output_tokens":2,"output_tokens_details":{"reasoning_tokens":5},)"
                          R"("total_tokens":14})")
            << chat::Usage{.prompt = 7, .completion = 7, .reasoning = 5};
    }
    void tokensFallIntoTheirClasses()
    {
        QFETCH(QByteArray, usage);
        chat::Usage read = gathered(whole(Text, R"("status":"completed","usage":)" + usage)).usage;
        QCOMPARE(read.raw.dump(), usage);
        read.raw = {};
        QTEST(read, "read");
    }

    void onlyWhoSaysSoIsPaidWhatItTells()
    {
        const QByteArray body = R"({"id":"r","status":"completed","output":[],)"
                                R"("usage":{"input_tokens":7,"output_tokens":2,"cost":0.0125}})";
        QVERIFY(!gathered(decodedAs("application/json", body)).usage.billed);
        const auto billed = gathered(decodedAs("application/json", body, {.usageCost = true})).usage.billed;
        QCOMPARE(billed, std::optional(NanoDollars{12'500'000}));
    }
};

static const bool tstResponsesDecoder = sb::testing::add<TstResponsesDecoder>();

#include "tst_responses_decoder.moc"
