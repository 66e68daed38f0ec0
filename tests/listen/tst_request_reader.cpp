#include "core/listen/request_reader.h"

#include "core/base/random.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::listen;

namespace {

using State = RequestReader::State;

Limits smallLimits()
{
    return {.headerBytes = 512, .bodyBytes = 1024};
}

/// What came out of a connection's bytes, as text: the requests, and how it ended.
QByteArray transcript(const QList<QByteArray> &pieces)
{
    QByteArray out;
    RequestReader reader(smallLimits());
    for (const QByteArray &piece : pieces) {
        reader.feed(piece);
        while (reader.state() == State::HeaderComplete || reader.state() == State::Complete) {
            if (reader.state() == State::HeaderComplete) {
                reader.acceptHeader();
                continue;
            }
            const bool keepsAlive = reader.keepsAlive();
            const Request request = reader.takeRequest();
            out += request.method + ' ' + request.path + '?' + request.query + (keepsAlive ? " keep" : " close");
            for (const auto &[name, value] : request.headers)
                out += " | " + name + '=' + value;
            out += " | " + request.body + '\n';
            reader.next();
        }
    }
    if (reader.state() == State::Failed)
        return out + "failed " + QByteArray::number(reader.failure().status);
    return out + (reader.state() == State::Empty ? "empty" : "more");
}

const QByteArray Head = "POST /v1 HTTP/1.1\r\nHost: x\r\n";

} // namespace

class TstRequestReader : public QObject
{
    Q_OBJECT

private slots:
    void understandsARequest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray post = "POST /v1? keep | host=x";

        QTest::newRow("without a body") << Head + "\r\n" << post + " | \nempty";
        QTest::newRow("query") << QByteArray("GET /a/%20?b=c?d HTTP/1.1\r\nHost: x\r\n\r\n")
                               << QByteArray("GET /a/%20?b=c?d keep | host=x | \nempty");
        QTest::newRow("names become lower case, blanks around values go") << Head + "X-Abc:  D e \t\r\n\r\n"
                                                                          << post + " | x-abc=D e | \nempty";
        QTest::newRow("Content-Length") << Head + "Content-Length: 3\r\n\r\nabc"
                                        << post + " | content-length=3 | abc\nempty";
        QTest::newRow("a body may hold any byte, also blank lines") << Head + "Content-Length: 4\r\n\r\n\r\n\r\n"
                                                                    << post + " | content-length=4 | \r\n\r\n\nempty";
        QTest::newRow("incomplete body") << Head + "Content-Length: 3\r\n\r\nab" << QByteArray("more");
        QTest::newRow("chunks") << Head
                + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\nA;x=\"y\"\r\n0123456789\r\n0\r\n\r\n"
                                << post + " | transfer-encoding=chunked | ab0123456789\nempty";
        QTest::newRow("no chunk at all") << Head + "Transfer-Encoding: Chunked\r\n\r\n0\r\n\r\n"
                                         << post + " | transfer-encoding=Chunked | \nempty";
        QTest::newRow("a trailer never passes for a header")
            << Head + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nAuthorization: b\r\n\r\n"
            << post + " | transfer-encoding=chunked | a\nempty";
        QTest::newRow("two in a row") << Head + "Content-Length: 1\r\n\r\na" + Head + "\r\n"
                                      << post + " | content-length=1 | a\n" + post + " | \nempty";
        QTest::newRow("asks to close") << Head + "Connection: close\r\n\r\n"
                                       << QByteArray("POST /v1? close | host=x | connection=close | \nempty");
        QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << QByteArray("GET /? close | \nempty");
        QTest::newRow("HTTP/1.0 that stays") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                                             << QByteArray("GET /? keep | connection=keep-alive | \nempty");
        QTest::newRow("OPTIONS *") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n")
                                   << QByteArray("OPTIONS *? keep | host=x | \nempty");
        QTest::newRow("bytes above 127 in a value") << Head + "X: \xc3\xa4\r\n\r\n" << post + " | x=\xc3\xa4 | \nempty";
    }
    void understandsARequest()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, expected);
        QCOMPARE(transcript({bytes}), expected);
    }

    void refusesWhatTwoReadersCouldReadDifferently_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray chunked = Head + "Transfer-Encoding: chunked\r\n\r\n";

        QTest::newRow("Content-Length and chunked")
            << Head + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("chunked and Content-Length")
            << Head + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("Content-Length and an unknown coding")
            << Head + "Content-Length: 2\r\nTransfer-Encoding: xchunked\r\n\r\n{}" << 400;
        QTest::newRow("two lengths") << Head + "Content-Length: 2\r\nContent-Length: 20\r\n\r\n{}" << 400;
        QTest::newRow("one length twice") << Head + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}" << 400;
        QTest::newRow("a list of lengths") << Head + "Content-Length: 2, 2\r\n\r\n{}" << 400;
        QTest::newRow("negative length") << Head + "Content-Length: -1\r\n\r\n" << 400;
        QTest::newRow("length with a plus") << Head + "Content-Length: +2\r\n\r\n{}" << 400;
        QTest::newRow("length in hex") << Head + "Content-Length: 0x2\r\n\r\n{}" << 400;
        QTest::newRow("length that overflows") << Head + "Content-Length: 99999999999999999999\r\n\r\n{}" << 400;
        QTest::newRow("empty length") << Head + "Content-Length:\r\n\r\n" << 400;
        QTest::newRow("blank before the colon") << Head + "Content-Length : 2\r\n\r\n{}" << 400;
        QTest::newRow("blank before a name") << Head + " Content-Length: 2\r\n\r\n{}" << 400;
        QTest::newRow("folded line") << Head + "X: a\r\n\tb\r\n\r\n" << 400;
        QTest::newRow("bare line feeds") << QByteArray("POST / HTTP/1.1\nHost: x\n\n") << 400;
        QTest::newRow("bare line feed after CRLF") << Head + "X: a\nContent-Length: 2\r\n\r\n{}" << 400;
        QTest::newRow("bare carriage return") << Head + "X: a\rb\r\n\r\n" << 400;
        QTest::newRow("NUL") << Head + QByteArray("X: a\0b\r\n\r\n", 11) << 400;
        QTest::newRow("control character") << Head + "X: a\x01\r\n\r\n" << 400;
        QTest::newRow("xchunked") << Head + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" << 400;
        QTest::newRow("chunked, identity") << Head + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" << 400;
        QTest::newRow("gzip, chunked") << Head + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" << 400;
        QTest::newRow("chunked twice") << Head
                + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                       << 400;
        QTest::newRow("chunked in HTTP/1.0")
            << QByteArray("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") << 400;
        QTest::newRow("chunk size that is no number") << chunked + "ZZ\r\n{}\r\n0\r\n\r\n" << 400;
        QTest::newRow("negative chunk size") << chunked + "-2\r\n{}\r\n0\r\n\r\n" << 400;
        QTest::newRow("chunk size that overflows") << chunked + "FFFFFFFFFFFFFFFF1\r\n{}\r\n0\r\n\r\n" << 400;
        QTest::newRow("chunk longer than its size") << chunked + "2\r\n{}}}\r\n0\r\n\r\n" << 400;
        QTest::newRow("bare line feed after a chunk size") << chunked + "2\n{}\r\n0\r\n\r\n" << 400;
        QTest::newRow("bare line feed after a chunk") << chunked + "2\r\n{}\n0\r\n\r\n" << 400;
        QTest::newRow("trailer with a length") << chunked + "0\r\nContent-Length: 5\r\n\r\n" << 400;
        QTest::newRow("no Host") << QByteArray("POST / HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("two Hosts") << Head + "Host: y\r\n\r\n" << 400;
        QTest::newRow("a proxy's target") << QByteArray("GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n") << 400;
        QTest::newRow("CONNECT") << QByteArray("CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n") << 400;
        QTest::newRow("HTTP/0.9") << QByteArray("GET /\r\n\r\n") << 400;
        QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
        QTest::newRow("TLS") << QByteArray::fromHex("160301020001") << 400;
        QTest::newRow("empty line first") << QByteArray("\r\n") + Head + "\r\n" << 400;
        QTest::newRow("unknown expectation") << Head + "Expect: more\r\n\r\n" << 417;
    }
    void refusesWhatTwoReadersCouldReadDifferently()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, status);
        QCOMPARE(transcript({bytes}), "failed " + QByteArray::number(status));
    }

    void holdsItsLimits_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray chunked = Head + "Transfer-Encoding: chunked\r\n\r\n";
        const auto header = [](qsizetype size) {
            return Head + "X: " + QByteArray(size - Head.size() - 7, 'a') + "\r\n\r\n";
        };

        QTest::newRow("the largest header") << header(512) << QByteArray("empty");
        QTest::newRow("a header that is too large") << header(513) << QByteArray("failed 431");
        QTest::newRow("a header without end") << Head + "X: " + QByteArray(600, 'a') << QByteArray("failed 431");
        QTest::newRow("the largest body")
            << Head + "Content-Length: 1024\r\n\r\n" + QByteArray(1024, 'b') << QByteArray("empty");
        QTest::newRow("a body that is too large, before its first byte") << Head + "Content-Length: 1025\r\n\r\n"
                                                                         << QByteArray("failed 413");
        QTest::newRow("the largest chunked body") << chunked + "400\r\n" + QByteArray(1024, 'b') + "\r\n0\r\n\r\n"
                                                  << QByteArray("empty");
        QTest::newRow("chunks that are too many") << chunked + "400\r\n" + QByteArray(1024, 'b') + "\r\n1\r\n"
                                                  << QByteArray("failed 413");
        QTest::newRow("an endless chunk extension")
            << chunked + "1;x=" + QByteArray(600, 'a') << QByteArray("failed 431");
        QTest::newRow("a long chunk extension") << chunked + "1;x=" + QByteArray(600, 'a') + "\r\nb\r\n0\r\n\r\n"
                                                << QByteArray("failed 431");
        QTest::newRow("a long trailer") << chunked + "0\r\nX: " + QByteArray(600, 'a') + "\r\n\r\n"
                                        << QByteArray("failed 431");
    }
    void holdsItsLimits()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, expected);
        const QByteArray all = transcript({bytes});
        QCOMPARE(all.mid(all.lastIndexOf('\n') + 1), expected);
    }

    void stopsAfterTheHeaderUntilItIsAccepted()
    {
        RequestReader reader({});
        reader.feed(Head + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\nab");
        QCOMPARE(reader.state(), State::HeaderComplete);
        QVERIFY(reader.expectsContinue());
        QVERIFY(reader.hasBody());
        QVERIFY(reader.bodyBegun());
        QCOMPARE(reader.bodyBytes(), 0);
        reader.acceptHeader();
        QCOMPARE(reader.state(), State::Complete);
        QCOMPARE(reader.request().body, "ab");
    }

    /// Good and bad requests in random sequences, a third with a flipped byte, split at random.
    void anySplitGivesTheSame()
    {
        const QList<QByteArray> blocks = {
            Head + "\r\n",
            Head + "Content-Length: 3\r\n\r\nabc",
            Head + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            Head + "Transfer-Encoding: chunked\r\n\r\n2\r\n\r\n\r\n1f;a=b\r\n" + QByteArray(31, 'c')
                + "\r\n0\r\nT: u\r\n\r\n",
            Head + "Transfer-Encoding: chunked\r\n\r\n400\r\n" + QByteArray(1024, 'd') + "\r\n000\r\n\r\n",
            "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
            Head + "Content-Length: 2000\r\n\r\n",
            Head + "Transfer-Encoding: chunked\r\n\r\n3\r\nab\r\n",
            Head + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: " + QByteArray(600, 'a') + "\r\n\r\n",
            Head + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: " + QByteArray(480, 'a') + "\r\n\r\n",
            Head + "X: " + QByteArray(600, 'a'),
            "\r\n",
        };
        SeededRandom random(20);
        for (int round = 0; round < 3000; ++round) {
            QByteArray stream;
            for (quint64 i = random.below(4); i-- > 0;)
                stream += blocks[qsizetype(random.below(quint64(blocks.size())))];
            if (round % 3 == 0 && !stream.isEmpty()) // a flipped byte
                stream[qsizetype(random.below(quint64(stream.size())))] = char(random.below(256));
            const quint64 longest = round % 2 ? 3 : 700;
            QList<QByteArray> pieces;
            for (qsizetype at = 0; at < stream.size(); at += pieces.last().size())
                pieces.append(stream.mid(at, 1 + qsizetype(random.below(longest))));
            const QByteArray split = transcript(pieces);
            if (split != transcript({stream}))
                qInfo() << "round" << round << stream;
            QCOMPARE(split, transcript({stream}));
        }
    }

    void survivesNoise()
    {
        SeededRandom random(7);
        static constexpr char Letters[] = "\r\n\r\n: ;,0123456789abcdefGET/POSTHTTP1.chunked\0\xff\t";
        const QByteArray alphabet(Letters, sizeof Letters - 1); // with the zero inside
        for (int round = 0; round < 3000; ++round) {
            QByteArray noise = round % 2 ? Head + "Transfer-Encoding: chunked\r\n\r\n" : QByteArray();
            for (int i = 0; i < 80; ++i)
                noise += alphabet[qsizetype(random.below(quint64(alphabet.size())))];
            QCOMPARE(transcript({noise.first(40), noise.mid(40)}), transcript({noise}));
        }
    }
};

static const bool tstRequestReader = sb::testing::add<TstRequestReader>();
#include "tst_request_reader.moc"
