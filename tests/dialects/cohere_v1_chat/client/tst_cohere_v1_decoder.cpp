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
    const auto decoder = dialects::clientDialect(catalog::DialectId::CohereV1Chat)->decoder(head(200, type), {});
    return decoded(*decoder, body);
}

const QByteArray Lines = "application/stream+json";
const QByteArray Citation = R"({"start":0,"end":3,"text":"One","document_ids":["d"]})";

QByteArray end(const QByteArray &response)
{
    return R"({"event_type":"stream-end","finish_reason":"COMPLETE","response":{)" + response + "}}\n";
}

QByteArray text(const QByteArray &text)
{
    return R"({"event_type":"text-generation","text":)" + Json(text).dump() + "}\n";
}

qsizetype countOf(const Events &events, const QByteArray &kind)
{
    return std::count_if(events.begin(), events.end(), [&kind](const chat::Event &event) {
        const auto *other = std::get_if<chat::OtherContent>(&event);
        return other && other->kind == kind;
    });
}

} // namespace

class TstCohereV1Decoder : public QObject
{
    Q_OBJECT

private slots:
    void whatTheEndRepeatsIsToldOnce()
    {
        const QByteArray cited = R"({"event_type":"citation-generation","citations":[)" + Citation + "]}\n";
        const Events events = decodedAs(
            Lines,
            text("One") + cited + end(R"("text":"One","citations":[)" + Citation + R"(],"documents":[{"id":"d"}])"));
        QCOMPARE(gathered(events).text, u"One"_s);
        QCOMPARE(countOf(events, "citation"), 1);
        QCOMPARE(countOf(events, "document"), 1);
    }

    void whatOnlyTheEndHasIsTold()
    {
        const Events events = decodedAs(
            Lines,
            end(R"("text":"One","tool_calls":[{"name":"f","parameters":{"a":1}}],"citations":[)" + Citation + "]"));
        const chat::Answer answer = gathered(events);
        QCOMPARE(answer.text, u"One"_s);
        QCOMPARE(answer.toolCalls.size(), 1);
        QCOMPARE(answer.toolCalls[0].arguments, u"{\"a\":1}"_s);
        QCOMPARE(answer.finish, std::optional(chat::FinishReason::ToolCalls));
        QCOMPARE(countOf(events, "citation"), 1);
    }

    void whatWasSearchedIsToldAsOtherContent()
    {
        const Events events = decodedAs(
            Lines,
            R"({"event_type":"search-queries-generation","search_queries":[{"text":"q","generation_id":"g"}]})"
            "\n"
            R"({"event_type":"search-results","search_results":[{"document_ids":["d"]}],"documents":[{"id":"d"}]})"
            "\n" + text("One")
                + end(R"("text":"One")"));
        QCOMPARE(countOf(events, "search_query"), 1);
        QCOMPARE(countOf(events, "search_result"), 1);
        QCOMPARE(countOf(events, "document"), 1);
    }

    void onlyTheEndEndsAStream()
    {
        QVERIFY(!gathered(decodedAs(Lines, text("One"))).finish);
        QVERIFY(!gathered(decodedAs("text/event-stream", "data: " + text("One") + "\ndata: [DONE]\n\n")).finish);
        QVERIFY(gathered(decodedAs("text/event-stream", "data: " + text("One") + "\ndata: " + end("") + "\n")).finish);
    }

    void theNameOfAnEventWillDo()
    {
        const chat::Answer answer =
            gathered(decodedAs("text/event-stream",
                               "event: text-generation\ndata: {\"text\":\"One\"}\n\nevent: stream-end\n"
                               "data: {\"finish_reason\":\"COMPLETE\",\"response\":{\"text\":\"One\"}}\n\n"));
        QCOMPARE(answer.text, u"One"_s);
        QVERIFY(answer.finish);
    }

    void anErrorInsideAGoodAnswerIsOne_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a sentence between the lines")
            << Lines << text("One") + R"({"message":"internal server error"})";
        QTest::newRow("an event of that name")
            << QByteArray("text/event-stream")
            << QByteArray("event: error\ndata: {\"message\":\"internal server error\"}\n\n");
        QTest::newRow("instead of an answer")
            << QByteArray("application/json") << QByteArray(R"({"message":"internal server error"})");
    }
    void anErrorInsideAGoodAnswerIsOne()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const chat::Answer answer = gathered(decodedAs(type, body));
        QVERIFY(answer.error);
        QCOMPARE(answer.error->message, u"internal server error"_s);
    }

    void anotherDocumentIsAnInvalidResponse()
    {
        const chat::Answer answer = gathered(decodedAs("application/json", R"({"status":"ok"})"));
        QVERIFY(answer.error);
        QCOMPARE(answer.error->type, chat::ErrorType::InvalidResponse);
    }
};

static const bool tstCohereV1Decoder = sb::testing::add<TstCohereV1Decoder>();

#include "tst_cohere_v1_decoder.moc"
