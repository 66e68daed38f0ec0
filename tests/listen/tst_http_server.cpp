#include "core/listen/http_server.h"

#include "core/listen/socket_ending.h"
#include "tests/listen/raw_client.h"
#include "tests/testing/testing.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace sb;
using namespace sb::listen;
using namespace sb::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray Get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";

QByteArray post(const QByteArray &path, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

/// Segments with data that this end of a connection has received.
int segmentsReceived(const QTcpSocket &socket)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    getsockopt(int(socket.socketDescriptor()), IPPROTO_TCP, TCP_INFO, &info, &size);
    return int(info.tcpi_data_segs_in);
}

} // namespace

class TstHttpServer : public QObject
{
    Q_OBJECT

private slots:
    void answersARequest()
    {
        ServerUnderTest served;
        RawClient client(served.port);
        client.send("POST /a/b?c=d HTTP/1.1\r\nHost: x\r\nX-Y: z\r\nContent-Length: 2\r\n\r\nhi");
        QTRY_COMPARE(client.received(),
                     "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                     "Content-Length: 7\r\n\r\n/a/b hi");
        const Request &request = served.requests.first();
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.path, "/a/b");
        QCOMPARE(request.query, "c=d");
        QCOMPARE(request.header("x-y"), "z");
        QCOMPARE(request.body, "hi");
        QVERIFY(request.peer.isLoopback());
        QVERIFY(client.isOpen());
    }

    void servesQtsOwnClient()
    {
        ServerUnderTest served({}, [](Exchange *exchange) {
            exchange->start(201, {{"X-Method", exchange->request().method}});
            exchange->write("one ");
            exchange->write("two");
            exchange->finish();
        });
        QNetworkAccessManager manager;
        QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/x"_s.arg(served.port)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);
        for (int i = 0; i < 3; ++i) {
            QNetworkReply *reply = manager.post(request, QByteArray(100'000, 'p'));
            QVERIFY(QSignalSpy(reply, &QNetworkReply::finished).wait());
            QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute), 201);
            QCOMPARE(reply->rawHeader("X-Method"), "POST");
            QCOMPARE(reply->readAll(), "one two");
        }
        QCOMPARE(served.server->connectionCount(), 1);
    }

    void takesARequestByteByByte()
    {
        ServerUnderTest served;
        RawClient client(served.port);
        const QByteArray request = post("/slow", "abc");
        for (const char c : request) {
            client.send(QByteArray(1, c));
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(client.body(), "/slow abc");
    }

    void answersPipelinedRequestsOneAfterTheOther()
    {
        QList<Exchange *> open;
        ServerUnderTest served({}, [&](Exchange *exchange) { open.append(exchange); });
        RawClient client(served.port);
        client.send(post("/1", "a") + post("/2", "b") + Get);
        QTRY_COMPARE(open.size(), 1);
        open[0]->start(200, {});
        open[0]->write("first");
        QTRY_VERIFY(client.received().endsWith("5\r\nfirst\r\n"));
        QCOMPARE(open.size(), 1); // the second is not even handed out
        open[0]->finish();
        QTRY_COMPARE(open.size(), 2);
        open[1]->respond(200, {}, "second");
        QTRY_COMPARE(open.size(), 3);
        open[2]->respond(200, {}, "third");
        QTRY_VERIFY(client.received().endsWith("third"));
        QVERIFY(client.received().indexOf("first") < client.received().indexOf("second"));
        QCOMPARE(served.requests[1].body, "b");
    }

    void aThousandPipelinedRequestsNeedNoStack()
    {
        ServerUnderTest served;
        RawClient client(served.port);
        QByteArray many;
        for (int i = 0; i < 1000; ++i)
            many += post("/" + QByteArray::number(i), {});
        client.send(many);
        QTRY_COMPARE(client.received().count("HTTP/1.1 200"), 1000);
        QVERIFY(client.received().endsWith("/999 "));
    }

    void aLargePipelinedBodyWaitsInTheClient()
    {
        QPointer<Exchange> first;
        ServerUnderTest served;
        served.handler = [&](Exchange *exchange) {
            if (exchange->request().path == "/1")
                first = exchange;
            else
                exchange->respond(200, {}, QByteArray::number(exchange->request().body.size()));
        };
        RawClient client(served.port);
        client.send(post("/1", {}) + post("/2", QByteArray(20'000'000, 'x')));
        QTRY_VERIFY(first);
        QVERIFY(!QTest::qWaitFor([&] { return client.socket().bytesToWrite() < 1'000'000; }, 100));
        first->respond(200, {}, "1");
        QTRY_VERIFY(client.received().endsWith("20000000"));
    }

    void eachWriteIsASegmentOfItsOwn()
    {
        ServerUnderTest served({}, [](Exchange *exchange) {
            exchange->start(200, {}, Framing::CloseDelimited);
            for (const char *piece : {"a", "bc", "def"})
                exchange->write(piece);
            exchange->finish();
        });
        RawClient client(served.port);
        client.stopReading();
        client.send(Get);
        QTRY_VERIFY(client.socket().bytesAvailable() > 0);
        QTRY_VERIFY(segmentsReceived(client.socket()) >= 4);
        QCOMPARE(segmentsReceived(client.socket()), 4); // the head and three pieces
    }

    void headHasTheHeadOfTheAnswerOnly()
    {
        ServerUnderTest served;
        RawClient client(served.port);
        client.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n" + Get);
        QTRY_VERIFY(client.received().endsWith("/a "));
        QCOMPARE(client.received().count("Content-Length: 3\r\n"), 2);
        QCOMPARE(client.received().count("/a "), 1);
    }

    void endsTheConnectionWhenAskedTo_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("Connection: close") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n");
        QTest::newRow("more bytes behind the last request")
            << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") + QByteArray(100'000, 'x');
    }
    void endsTheConnectionWhenAskedTo()
    {
        QFETCH(const QByteArray, request);
        ServerUnderTest served;
        RawClient client(served.port);
        client.send(request);
        QTRY_VERIFY(client.isClosed());
        QVERIFY(!client.wasReset());
        QVERIFY(client.received().endsWith("/ "));
        QTRY_COMPARE(served.server->connectionCount(), 0);
    }

    void refusesMalformedBytesAndCloses()
    {
        ServerUnderTest served;
        RawClient client(served.port);
        client.send(Get + "GET / HTTP/1.1\nHost: x\n\n" + Get);
        QTRY_VERIFY(client.isClosed());
        QVERIFY(!client.wasReset());
        QCOMPARE(client.received().count("HTTP/1.1 200"), 1);
        QCOMPARE(client.received().count("HTTP/1.1 400"), 1);
        QVERIFY(client.received().contains("Connection: close"));
        QCOMPARE(served.requests.size(), 1);
    }

    void saysContinueWhenTheHeaderWasAccepted()
    {
        ServerUnderTest served;
        RawClient client(served.port);
        client.send("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QTRY_COMPARE(client.received(), "HTTP/1.1 100 Continue\r\n\r\n");
        client.send("hi");
        QTRY_VERIFY(client.received().endsWith("/a hi"));
    }

    void theHeaderCheckRefusesBeforeAnyBodyByte()
    {
        ServerUnderTest served;
        QList<Request> checked;
        served.server->setHeaderCheck([&](const Request &header) -> std::optional<Refusal> {
            checked.append(header);
            if (header.header("authorization") == "ok")
                return {};
            return Refusal{.status = 401, .headers = {{"WWW-Authenticate", "Bearer"}}, .body = "who?"};
        });
        RawClient client(served.port);
        client.send("POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.status(), "401");
        QCOMPARE(client.body(), "who?");
        QVERIFY(checked.first().body.isEmpty());
        QVERIFY(checked.first().peer.isLoopback());
        QVERIFY(served.requests.isEmpty());

        RawClient known(served.port);
        known.send("GET /a HTTP/1.1\r\nHost: x\r\nAuthorization: ok\r\n\r\n");
        QTRY_COMPARE(known.status(), "200");
    }

    void aRefusalWithoutABodyToComeKeepsTheConnection()
    {
        ServerUnderTest served;
        served.server->setHeaderCheck([](const Request &header) -> std::optional<Refusal> {
            return header.path == "/a" ? std::optional(Refusal{.status = 403}) : std::nullopt;
        });
        RawClient client(served.port);
        client.send(Get + post("/b", "c"));
        QTRY_VERIFY(client.received().endsWith("/b c"));
        QCOMPARE(client.status(), "403");
    }

    void aClientThatLeavesClosesTheExchange_data()
    {
        QTest::addColumn<bool>("isStreaming");
        QTest::addColumn<bool>("isReset");
        QTest::newRow("before the answer") << false << false;
        QTest::newRow("in the middle of it") << true << false;
        QTest::newRow("by a reset") << true << true;
    }
    void aClientThatLeavesClosesTheExchange()
    {
        QFETCH(const bool, isStreaming);
        QFETCH(const bool, isReset);
        QPointer<Exchange> exchange;
        int closed = 0;
        ServerUnderTest served({}, [&](Exchange *opened) {
            exchange = opened;
            connect(opened, &Exchange::closed, opened, [&, opened] {
                ++closed;
                opened->write("too late"); // harmless until control is back in the event loop
                opened->finish();
                opened->abort();
                QCOMPARE(opened->pendingBytes(), 0);
                QCOMPARE(opened->request().path, "/a");
            });
            if (isStreaming) {
                opened->start(200, {});
                opened->write("x");
            }
        });
        RawClient client(served.port);
        client.send(Get);
        QTRY_VERIFY(exchange && (!isStreaming || client.received().endsWith("x\r\n")));
        if (isReset)
            resetOnClose(client.socket().socketDescriptor());
        client.leave();
        QTRY_COMPARE(closed, 1);
        QTRY_VERIFY(exchange.isNull());
        QTRY_COMPARE(served.server->connectionCount(), 0);
    }

    void abortIsACutForTheClient_data()
    {
        QTest::addColumn<bool>("isStreaming");
        QTest::newRow("before a header") << false;
        QTest::newRow("in a stream") << true;
    }
    void abortIsACutForTheClient()
    {
        QFETCH(const bool, isStreaming);
        int closed = 0;
        ServerUnderTest served({}, [&](Exchange *exchange) {
            connect(exchange, &Exchange::closed, this, [&closed] { ++closed; });
            if (isStreaming) {
                exchange->start(200, {}, Framing::CloseDelimited);
                exchange->write("part");
            }
            exchange->abort();
            exchange->write("nothing");
        });
        RawClient client(served.port);
        client.send(Get);
        QTRY_VERIFY(client.isClosed());
        QVERIFY(client.wasReset());
        QCOMPARE(client.body(), isStreaming ? "part" : "");
        QTRY_COMPARE(served.server->connectionCount(), 0);
        QCOMPARE(closed, 0); // whoever aborts knows
    }

    void anAnswerShorterThanAnnouncedIsACut()
    {
        ServerUnderTest served({}, [](Exchange *exchange) {
            exchange->start(200, {{"Content-Length", "10"}}, Framing::ContentLength);
            exchange->write("short");
            exchange->finish();
        });
        RawClient client(served.port);
        client.send(Get);
        QTRY_VERIFY(client.isClosed());
        QVERIFY(client.wasReset());
    }

    void deliversAllOfAnAnswerBeforeItCloses()
    {
        const QByteArray body(30'000'000, 'z');
        ServerUnderTest served({}, [&](Exchange *exchange) { exchange->respond(200, {}, body); });
        RawClient client(served.port);
        client.send("GET / HTTP/1.0\r\n\r\n");
        QTRY_VERIFY(client.isClosed());
        QVERIFY(client.body() == body);
    }

    void saysWhenAllIsDrained()
    {
        int drained = 0;
        bool inside = false;
        ServerUnderTest served({.pendingWrite = 100'000'000}, [&](Exchange *exchange) {
            connect(exchange, &Exchange::drained, exchange, [&, exchange] {
                QVERIFY(!inside);
                QCOMPARE(exchange->pendingBytes(), 0);
                if (++drained == 1)
                    exchange->finish();
            });
            exchange->start(200, {});
            inside = true;
            exchange->write(QByteArray(20'000'000, 'w'));
            inside = false;
            QVERIFY(exchange->pendingBytes() > 0);
        });
        RawClient client(served.port);
        client.send(Get);
        QTRY_VERIFY(client.received().endsWith("\r\n0\r\n\r\n"));
        QCOMPARE(drained, 1);
    }

    void destroyingTheServerClosesOpenExchanges()
    {
        QPointer<Exchange> exchange;
        int closed = 0;
        ServerUnderTest served({}, [&](Exchange *opened) {
            exchange = opened;
            connect(opened, &Exchange::closed, opened, [&] { ++closed; });
            opened->start(200, {});
        });
        RawClient client(served.port);
        client.send(Get);
        QTRY_VERIFY(exchange);
        served.server.reset();
        QCOMPARE(closed, 1);
        QVERIFY(exchange);
        exchange->write("nothing");
        exchange->finish();
        QTRY_VERIFY(client.isClosed());
        QTRY_VERIFY(exchange.isNull());
    }

    void theServerMayBeDestroyedInsideItsSignals_data()
    {
        QTest::addColumn<bool>("inClosed");
        QTest::newRow("on a request") << false;
        QTest::newRow("when a client left, with another still there") << true;
    }
    void theServerMayBeDestroyedInsideItsSignals()
    {
        QFETCH(const bool, inClosed);
        QList<QPointer<Exchange>> exchanges;
        ServerUnderTest served;
        served.handler = [&](Exchange *exchange) {
            exchanges.append(exchange);
            if (!inClosed) {
                served.server.reset();
                exchange->respond(200, {}, "nobody");
                return;
            }
            connect(exchange, &Exchange::closed, this, [&] { served.server.reset(); });
        };
        auto first = std::make_unique<RawClient>(served.port);
        RawClient second(served.port);
        first->send(Get);
        if (inClosed)
            second.send(Get);
        QTRY_COMPARE(exchanges.size(), inClosed ? 2 : 1);
        first.reset();
        QTRY_VERIFY(!served.server);
        QTRY_VERIFY(second.isClosed());
        QTRY_VERIFY(
            std::all_of(exchanges.begin(), exchanges.end(), [](const auto &exchange) { return exchange.isNull(); }));
    }

    void listensAgainAfterClose()
    {
        ServerUnderTest served;
        RawClient client(served.port);
        client.send(Get);
        QTRY_COMPARE(client.status(), "200");
        served.server->close();
        QTRY_VERIFY(client.isClosed());
        const Result<quint16> port = served.server->listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        RawClient again(*port);
        again.send(Get);
        QTRY_COMPARE(again.status(), "200");
    }

    void saysThatAPortIsTaken()
    {
        ServerUnderTest served;
        HttpServer second(served.clock);
        const Result<quint16> port = second.listen(QHostAddress::LocalHost, served.port);
        QVERIFY(!port);
        QCOMPARE(port.error().kind, Error::Kind::Unavailable);
        QVERIFY(port.error().message.contains(QString::number(served.port)));
    }

    void goesOnAfterALackOfFileDescriptors()
    {
        ServerUnderTest served;
        RawClient probe(served.port); // so that nothing is opened for the first time below
        probe.send(Get);
        QTRY_COMPARE(probe.status(), "200");
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, served.port);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
        rlimit few = before;
        few.rlim_cur = 256;
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &few), 0);
        QList<int> taken;
        for (int copy = dup(0); copy >= 0; copy = dup(0))
            taken.append(copy);
        client.write(Get);
        const bool servedAnyway = QTest::qWaitFor([&] { return client.bytesAvailable() > 0; }, 300);
        for (const int copy : taken)
            ::close(copy);
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
        QVERIFY(!servedAnyway);
        QTRY_VERIFY(client.bytesAvailable() > 0);
    }
};

static const bool tstHttpServer = sb::testing::add<TstHttpServer>();
#include "tst_http_server.moc"
