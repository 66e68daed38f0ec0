#include "core/dialects/answer_decoder.h"
#include "tests/dialects/decoding.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::dialects;
using namespace sb::testing;
using namespace Qt::StringLiterals;

namespace {

/// Says what it was given, as text: "chunk NAME {…}", "whole {…}", "end".
class EchoDecoder final : public AnswerDecoder
{
public:
    using AnswerDecoder::AnswerDecoder;

protected:
    void takeChunk(const Json &chunk, const QByteArray &name) override { echo("chunk " + name + chunk.dump()); }
    void takeWhole(const Json &answer) override { echo("whole " + answer.dump()); }
    bool takeMarker(QByteArrayView data) override { return data == "[DONE]"; }
    void takeEnd() override { echo("end"); }

private:
    void echo(const QByteArray &text) { say(chat::TextDelta{.text = QString::fromUtf8(text)}); }
};

QStringList said(const Events &events)
{
    QStringList lines;
    for (const chat::Event &event : events) {
        if (const auto *text = std::get_if<chat::TextDelta>(&event))
            lines.append(text->text);
        else if (const auto *failed = std::get_if<chat::Failed>(&event))
            lines.append(u"failed "_s + QString::fromLatin1(toWireName(failed->error.type)));
    }
    return lines;
}

} // namespace

class TstAnswerDecoder : public QObject
{
    Q_OBJECT

    static void addBodies()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *contentType, QByteArray body, QStringList expected,
                            int status = 200) {
            QTest::newRow(name) << status << QByteArray(contentType) << body << expected;
        };
        const char *sse = "text/event-stream";
        const char *json = "application/json; charset=utf-8";
        row("a stream", sse, "data: {\"a\":1}\n\ndata: {\"b\":2}\n\ndata: [DONE]\n\n",
            {u"chunk {\"a\":1}"_s, u"chunk {\"b\":2}"_s});
        row("a stream without a marker", sse, "data: {\"a\":1}\n\n", {u"chunk {\"a\":1}"_s, u"end"_s});
        row("a stream with named events", sse, "event: ping\r\ndata: {}\r\n\r\n", {u"chunk ping{}"_s, u"end"_s});
        row("a stream that begins with comments", sse, ": wait\n\n: wait\n\ndata:{}\n\n", {u"chunk {}"_s, u"end"_s});
        row("a stream that calls itself JSON", json, "data: {}\n\n", {u"chunk {}"_s, u"end"_s});
        row("a stream without a type", "", ":\n\nevent: x\ndata: {}\n\n", {u"chunk x{}"_s, u"end"_s});
        row("nothing after the marker counts", sse, "data: [DONE]\n\ndata: {}\n\n", {});
        row("an event cut by the end", sse, "data: {}\n\ndata: {\"text\":\"ha", {u"chunk {}"_s, u"end"_s});
        row("an event without its blank line", sse, "data: {\"a\":1}", {u"chunk {\"a\":1}"_s, u"end"_s});
        row("an event that is not JSON", sse, "data: {}\n\ndata: oops\n\ndata: {}\n\n",
            {u"chunk {}"_s, u"failed invalid_response"_s});
        row("an event with an unclosed object", sse, "data: {\"a\":\n\ndata: {}\n\n", {u"failed invalid_response"_s});
        row("events without data", sse, "event: ping\n\ndata:\n\n", {u"end"_s});
        row("an empty stream is cut, not wrong", sse, "", {u"end"_s});
        row("a document", json, "{\"a\": 1}", {u"whole {\"a\":1}"_s, u"end"_s});
        row("a document that calls itself a stream", sse, "{\"a\":1}\n", {u"whole {\"a\":1}"_s, u"end"_s});
        row("a list", json, "[{}]", {u"whole [{}]"_s, u"end"_s});
        row("a document after blank lines", json, QByteArray(5000, '\n') + "{\"a\":1}",
            {u"whole {\"a\":1}"_s, u"end"_s});
        row("a document after a byte order mark", json, "\xEF\xBB\xBF {\"a\":1}", {u"whole {\"a\":1}"_s, u"end"_s});
        row("a document after blanks and a byte order mark", json, "\t\t\t\t\t\t\t\xEF\xBB\xBF{\"a\":1}",
            {u"whole {\"a\":1}"_s, u"end"_s});
        row("a small document", json, "{}", {u"whole {}"_s, u"end"_s});
        row("a cut document is cut, not wrong", json, "{\"a\": \"half", {u"end"_s});
        row("a document that is not JSON", json, "{oops}", {u"failed invalid_response"_s});
        row("a web page", "text/html", "\n<!doctype html><html></html>", {u"failed invalid_response"_s});
        row("a web page that calls itself a stream", sse, "<html></html>", {u"failed invalid_response"_s});
        row("plain text", "text/plain", "upstream error", {u"failed invalid_response"_s});
        row("no body", json, "", {u"failed invalid_response"_s});
        row("only blanks", json, "\n\n\n\n\n\n\n\n", {u"failed invalid_response"_s});
        row("an error by its status", json, R"({"error":{"code":"rate_limit_exceeded"}})",
            {u"failed rate_limit_exceeded"_s}, 429);
        row("an error without a body", "", "", {u"failed provider_overloaded"_s}, 503);
        row("an error that is a page", "text/html", "<html></html>", {u"failed provider_unavailable"_s}, 502);
    }

private slots:
    void theFormIsFoundByStatusTypeAndFirstBytes_data() { addBodies(); }
    void theFormIsFoundByStatusTypeAndFirstBytes()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, body);
        EchoDecoder decoder(head(status, contentType));
        QTEST(said(decoded(decoder, body)), "expected");
    }

    void anySplitOfTheBytesGivesTheSameEvents_data() { addBodies(); }
    void anySplitOfTheBytesGivesTheSameEvents()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, body);
        const auto make = [&] { return std::make_unique<EchoDecoder>(head(status, contentType)); };
        QCOMPARE(splitThatMatters(make, body), QString());
    }

    void aStreamSpeaksBeforeItsEnd()
    {
        EchoDecoder decoder(head(200, "text/event-stream"));
        QCOMPARE(said(decoder.feed("data: {\"a\":1}\n\nda")), QStringList(u"chunk {\"a\":1}"_s));
    }

    void afterAFailureNothingIsSaid()
    {
        EchoDecoder decoder(head(200, "text/event-stream"));
        QCOMPARE(decoder.feed("data: oops\n\n").size(), 1);
        QCOMPARE(decoder.feed("data: {}\n\n").size(), 0);
        QCOMPARE(decoder.finish().size(), 0);
    }

    void aHugeErrorBodyIsNotKept()
    {
        EchoDecoder decoder(head(500, "text/plain"));
        for (int i = 0; i < 64; ++i)
            QVERIFY(decoder.feed(QByteArray(100 * 1000, 'x')).isEmpty());
        const Events events = decoder.finish();
        QCOMPARE(events.size(), 1);
        QCOMPARE(std::get<chat::Failed>(events.first()).error.rawBody.size(), 64 * 1024);
    }
};

static const bool tstAnswerDecoder = sb::testing::add<TstAnswerDecoder>();

#include "tst_answer_decoder.moc"
