#include "core/net/http_client.h"
#include "tests/testing/testing.h"
#include "tests/tools/replay_server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

class TstReplayServer : public QObject
{
    Q_OBJECT

    struct Received
    {
        net::HttpHead head = {};
        QByteArray body = {};
        int pieces = 0;
        std::optional<net::HttpEnd> end = {};
    };

    static Exchange exchange(const QByteArray &id, int status, const QByteArray &body)
    {
        return {.id = id,
                .head = {.status = status,
                         .headers = {{"content-type", "text/event-stream"},
                                     {"content-encoding", "gzip"},
                                     {"content-length", "7"},
                                     {"transfer-encoding", "chunked"},
                                     {"retry-after", "3"}}},
                .body = body};
    }

    void serve(const QList<Exchange> &exchanges, const ReplayOptions &options = {})
    {
        m_server = std::make_unique<ReplayServer>(m_clock, exchanges, options);
        connect(m_server.get(), &ReplayServer::listening, this, [this](const Result<quint16> &port) {
            QVERIFY(port);
            m_port = *port;
        });
        m_server->start();
    }

    std::unique_ptr<net::HttpCall> fetch(const QByteArray &id, Received &into)
    {
        QUrl url = ReplayServer::baseUrl(m_port, id);
        url.setPath(url.path() + u"/v1/any:thing"_s);
        auto call = m_client.send({.url = url, .body = "{}"}, {});
        connect(call.get(), &net::HttpCall::headReceived, this, [&](const net::HttpHead &head) { into.head = head; });
        connect(call.get(), &net::HttpCall::bodyReceived, this, [&](const QByteArray &bytes) {
            into.body += bytes;
            ++into.pieces;
        });
        connect(call.get(), &net::HttpCall::ended, this, [&](const net::HttpEnd &end) { into.end = end; });
        return call;
    }

    SystemClock m_clock;
    net::HttpClient m_client{m_clock};
    std::unique_ptr<ReplayServer> m_server;
    quint16 m_port = 0;

private slots:
    void anExchangeIsServedByteForByteWhateverTheSeed()
    {
        const QByteArray body = "data: {\"a\":\"Grüße\"}\r\n\r\ndata: \x01\xff\n\n";
        for (quint64 seed = 1; seed <= 20; ++seed) {
            serve({exchange("one-stream", 200, body), exchange("other", 500, "x")}, {.seed = seed});
            Received received;
            const auto call = fetch("one-stream", received);
            QTRY_VERIFY(received.end);
            QCOMPARE(received.end->kind, net::HttpEnd::Kind::Complete);
            QCOMPARE(received.head.status, 200);
            QCOMPARE(received.body, body);
        }
    }

    void statusAndHeadersAreTheRecordedOnesAndTheLengthIsOurs()
    {
        serve({exchange("limited", 429, "{}")}, {.whole = true});
        Received received;
        const auto call = fetch("limited", received);
        QTRY_VERIFY(received.end);
        QCOMPARE(received.head.status, 429);
        QCOMPARE(received.head.header("retry-after"), QByteArray("3"));
        QCOMPARE(received.head.header("content-length"), QByteArray("2"));
        QVERIFY(received.head.header("content-encoding").isEmpty());
    }

    void withAPacePiecesArriveApart()
    {
        serve({exchange("stream", 200, QByteArray("data: {}\n\n").repeated(20))},
              {.pace = std::chrono::milliseconds{5}});
        Received received;
        const auto call = fetch("stream", received);
        QTRY_VERIFY(received.end);
        QVERIFY2(received.pieces >= 5, qPrintable(QString::number(received.pieces)));
    }

    void anEmptyBodyIsServed()
    {
        serve({exchange("empty", 503, {})});
        Received received;
        const auto call = fetch("empty", received);
        QTRY_VERIFY(received.end);
        QCOMPARE(received.head.status, 503);
        QVERIFY(received.body.isEmpty());
    }

    void anUnknownExchangeIs404AndNamed()
    {
        serve({exchange("stream", 200, "x")});
        Received received;
        const auto call = fetch("nobody", received);
        QTRY_VERIFY(received.end);
        QCOMPARE(received.head.status, 404);
        QVERIFY(received.body.contains("nobody"));
    }

    void aReaderThatGoesAwayHarmsNothing()
    {
        serve({exchange("long", 200, QByteArray("data: {}\n\n").repeated(100'000)), exchange("short", 200, "x")});
        Received first;
        auto call = fetch("long", first);
        QTRY_VERIFY(!first.body.isEmpty());
        call->abort();
        Received second;
        const auto next = fetch("short", second);
        QTRY_VERIFY(second.end);
        QCOMPARE(second.body, QByteArray("x"));
    }
};

static const bool tstReplayServer = sb::testing::add<TstReplayServer>();

#include "tst_replay_server.moc"
