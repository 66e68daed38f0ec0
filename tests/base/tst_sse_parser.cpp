#include "core/base/random.h"
#include "core/base/sse_parser.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <algorithm>
#include <ctime>

using sb::SseEvent;
using sb::SseParser;
using Events = QList<SseEvent>;

Q_DECLARE_METATYPE(SseEvent)

namespace {

Events parsed(const QByteArray &bytes)
{
    SseParser parser;
    Events events = parser.feed(bytes);
    return events + parser.finish();
}

/// Splits the bytes at random places, also into empty pieces.
Events parsedInPieces(QByteArrayView bytes, sb::Random &random, quint64 longest)
{
    SseParser parser;
    Events events;
    while (!bytes.isEmpty()) {
        const qsizetype size = std::min(bytes.size(), qsizetype(random.below(longest + 1)));
        events += parser.feed(bytes.first(size));
        bytes = bytes.sliced(size);
    }
    return events + parser.finish();
}

} // namespace

class TstSseParser : public QObject
{
    Q_OBJECT

    /// Streams and what they say; each is also parsed in every split.
    static void addStreams()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Events>("events");
        const auto row = [](const char *name, QByteArray bytes, Events events) {
            QTest::newRow(name) << bytes << events;
        };
        row("nothing", "", {});
        row("one event", "data: {\"a\":1}\n\n", {{"", "{\"a\":1}"}});
        row("a named event", "event: message_start\ndata: x\n\n", {{"message_start", "x"}});
        row("CR", "data: a\r\rdata: b\r\r", {{"", "a"}, {"", "b"}});
        row("CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", {{"", "a"}, {"", "b"}});
        row("all three mixed", "data: a\r\ndata: b\ndata: c\r\r\n\n", {{"", "a\nb\nc"}});
        row("LF and CR are two line ends", "data: a\n\rdata: b\n\n", {{"", "a"}, {"", "b"}});
        row("a byte order mark",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            {{"", "a"}});
        row("only the first mark goes",
            "data: a\n\n\xEF\xBB\xBF"
            "data: b\n\n",
            {{"", "a"}});
        row("half a mark is an unknown field",
            "\xEF\xBB"
            "data: a\n\n",
            {});
        row("comments", ": OPENROUTER PROCESSING\n\n:\ndata: a\n: in between\ndata: b\n\n", {{"", "a\nb"}});
        row("several lines of data", "data: a\ndata:\ndata: b\n\n", {{"", "a\n\nb"}});
        row("one blank goes, others stay", "data:  a \n\n", {{"", " a "}});
        row("no blank", "data:a\n\n", {{"", "a"}});
        row("data without a colon is an empty line of data", "data\ndata\n\n", {{"", "\n"}});
        row("empty data is data", "data:\n\n", {{"", ""}});
        row("an event without data is dropped with its name", "event: ping\n\ndata: a\n\n", {{"", "a"}});
        row("unknown fields", "id: 5\nretry: 10\nfoo: bar\nDATA: no\n data: no\ndata: a\n\n", {{"", "a"}});
        row("the last event name counts", "event: a\nevent: b\ndata: x\n\n", {{"b", "x"}});
        row("colons in data", "data: a: b\n\n", {{"", "a: b"}});
        row("no blank line at the end", "data: a\n\ndata: b\n", {{"", "a"}, {"", "b"}});
        row("no line feed at the end", "data: [DONE]", {{"", "[DONE]"}});
        row("many blank lines", "\n\n\r\n\ndata: a\n\n\n\n", {{"", "a"}});
        row("UTF-8", "data: 日本語 😀\n\n", {{"", "日本語 😀"}});
        row("a zero byte", QByteArray("data: a\0b\n\n", 11), {{"", QByteArray("a\0b", 3)}});
    }

private slots:
    void aStreamBecomesEvents_data() { addStreams(); }
    void aStreamBecomesEvents()
    {
        QFETCH(QByteArray, bytes);
        QTEST(parsed(bytes), "events");
    }

    void anySplitGivesTheSameEvents_data() { addStreams(); }
    void anySplitGivesTheSameEvents()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Events, events);
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            SseParser parser;
            Events got = parser.feed(QByteArrayView(bytes).first(cut));
            got += parser.feed({});
            got += parser.feed(QByteArrayView(bytes).sliced(cut));
            QCOMPARE(got + parser.finish(), events);
        }
        sb::SeededRandom random(1);
        QCOMPARE(parsedInPieces(bytes, random, 1), events);
        QCOMPARE(parsedInPieces(bytes, random, 3), events);
    }

    void anySplitOfAnyBytesGivesTheSameEvents()
    {
        const QList<QByteArray> words{"data", "event", "da", "ta",           ":",        ": ",    " ", "\n", "\r",
                                      "\r\n", "\n\n",  "x",  "\xEF\xBB\xBF", "\xF0\x9F", "[DONE]"};
        sb::SeededRandom random(3);
        for (int i = 0; i < 2'000; ++i) {
            QByteArray bytes;
            for (quint64 n = random.below(30); n > 0; --n)
                bytes += words[qsizetype(random.below(quint64(words.size())))];
            const Events whole = parsed(bytes);
            QCOMPARE(parsedInPieces(bytes, random, 1), whole);
            QCOMPARE(parsedInPieces(bytes, random, 7), whole);
        }
    }

    void anEventComesWithItsBlankLineNotLater()
    {
        SseParser parser;
        QVERIFY(parser.feed("data: a\r\n").isEmpty());
        QCOMPARE(parser.feed("\r"), (Events{{"", "a"}}));
        QVERIFY(parser.feed("\n").isEmpty());
        QVERIFY(parser.finish().isEmpty());
    }

    void commentsAreCounted()
    {
        SseParser parser;
        parser.feed(": one\n:two\n\ndata: :no\n:three");
        QCOMPARE(parser.comments(), 2);
        parser.finish();
        QCOMPARE(parser.comments(), 3);
    }

    void whatIsTooLongIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("overflows");
        QTest::newRow("a line of the limit") << QByteArray("data: 56789\n\n") << false;
        QTest::newRow("a line above") << QByteArray("data: 567890\n\n") << true;
        QTest::newRow("a line that never ends") << QByteArray("data: 5678901234") << true;
        QTest::newRow("lines that together are the limit") << QByteArray("data:12345\ndata:12345\n\n") << false;
        QTest::newRow("lines that together are above") << QByteArray("data:12345\ndata:123456\n\n") << true;
        QTest::newRow("many short events") << QByteArray("data:12345\n\n").repeated(10) << false;
    }
    void whatIsTooLongIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, overflows);
        for (const qsizetype piece : {qsizetype(1), qsizetype(4), bytes.size()}) {
            SseParser parser(11);
            for (qsizetype at = 0; at < bytes.size(); at += piece)
                parser.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
            QCOMPARE(parser.overflowed(), overflows);
        }
    }

    void nothingComesAfterAnOverflow()
    {
        SseParser parser(8);
        QCOMPARE(parser.feed("data:a\n\ndata: 123456789\n\ndata:b\n\n"), (Events{{"", "a"}}));
        QVERIFY(parser.overflowed());
        QVERIFY(parser.feed("\n\ndata:c\n\n").isEmpty());
        QVERIFY(parser.finish().isEmpty());
    }

    void theTimeIsLinear_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<qsizetype>("piece");
        const QByteArray chunk = "data: {\"id\":\"gen-1\",\"choices\":[{\"delta\":{\"content\":\" word\"}}]}\n\n";
        QTest::newRow("short events in large pieces") << chunk << qsizetype(1 << 20);
        QTest::newRow("short events in small pieces") << chunk << qsizetype(97);
        QTest::newRow("one endless line in small pieces") << QByteArray("data") << qsizetype(97);
        QTest::newRow("only line feeds") << QByteArray("\n") << qsizetype(1 << 20);
        QTest::newRow("only carriage returns") << QByteArray("\r") << qsizetype(1 << 20);
    }
    void theTimeIsLinear()
    {
        QFETCH(QByteArray, event);
        QFETCH(qsizetype, piece);
        const QByteArray bytes = event.repeated((4 << 20) / event.size());
        SseParser parser;
        const std::clock_t start = std::clock();
        for (qsizetype at = 0; at < bytes.size(); at += piece)
            parser.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        // A quadratic search would take minutes for 4 MB; this is generous to a sanitizer.
        const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC; // of this process: others may be busy
        QVERIFY2(seconds < 5.0, qPrintable(QString::number(seconds)));
    }
};

static const bool tstSseParser = sb::testing::add<TstSseParser>();

#include "tst_sse_parser.moc"
