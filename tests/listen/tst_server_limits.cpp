#include "core/listen/http_server.h"

#include "tests/listen/raw_client.h"
#include "tests/testing/testing.h"

#include <QPointer>
#include <QTest>
#include <QTimer>

using namespace sb;
using namespace sb::listen;
using namespace sb::testing;
using namespace std::chrono_literals;

namespace {

const QByteArray PlainGet = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
const QByteArray Post = "POST /a HTTP/1.1\r\nHost: x\r\n";

} // namespace

Q_DECLARE_METATYPE(Limits)

class TstServerLimits : public QObject
{
    Q_OBJECT

private slots:
    void refusesWhatIsTooLarge_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("header") << Post + "X: " + QByteArray(20'000, 'a') << QByteArray("431");
        QTest::newRow("announced body") << Post + "Content-Length: 70000000\r\n\r\n" << QByteArray("413");
        QTest::newRow("announced body that comes all the same")
            << Post + "Content-Length: 70000000\r\n\r\n" + QByteArray(3'000'000, 'a') << QByteArray("413");
        QTest::newRow("chunk") << Post + "Transfer-Encoding: chunked\r\n\r\n5000000\r\n" << QByteArray("413");
    }
    void refusesWhatIsTooLarge()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, status);
        ServerUnderTest served;
        RawClient client(served.port);
        client.send(bytes);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.status(), status); // it arrives although the client is still sending
        QVERIFY(client.body().startsWith("{\"error\":{\"message\":\""));
        QVERIFY(served.requests.isEmpty());
    }

    void allBodiesTogetherHaveALimit()
    {
        ServerUnderTest served({.allBodiesBytes = 100'000});
        const QByteArray half = Post + "Content-Length: 80000\r\n\r\n" + QByteArray(60'000, 'a');
        RawClient first(served.port);
        first.send(half);
        RawClient second(served.port);
        second.send(half);
        QTRY_VERIFY(first.isClosed() || second.isClosed());
        RawClient &refused = first.isClosed() ? first : second;
        RawClient &other = first.isClosed() ? second : first;
        QCOMPARE(refused.status(), "503");

        other.send(QByteArray(20'000, 'a'));
        QTRY_COMPARE(other.status(), "200");
        RawClient third(served.port); // what was counted has been given back
        third.send(half + QByteArray(20'000, 'a'));
        QTRY_COMPARE(third.status(), "200");
    }

    void aClientThatLeavesGivesItsBodyBack()
    {
        ServerUnderTest served({.allBodiesBytes = 100'000});
        const QByteArray most = Post + "Content-Length: 90000\r\n\r\n" + QByteArray(89'000, 'a');
        for (int i = 0; i < 3; ++i) {
            RawClient client(served.port);
            client.send(most);
            QTRY_COMPARE(client.socket().bytesToWrite(), 0);
            QTRY_COMPARE(served.server->connectionCount(), 1);
            client.leave();
            QTRY_COMPARE(served.server->connectionCount(), 0);
        }
        RawClient client(served.port);
        client.send(most + QByteArray(1000, 'a'));
        QTRY_COMPARE(client.status(), "200");
    }

    void connectionsHaveALimit()
    {
        ServerUnderTest served({.connections = 2});
        RawClient first(served.port);
        auto second = std::make_unique<RawClient>(served.port);
        QTRY_COMPARE(served.server->connectionCount(), 2);
        RawClient third(served.port);
        third.send(PlainGet);
        QTRY_VERIFY(third.isClosed());
        QCOMPARE(third.status(), "503");
        QVERIFY(!third.wasReset());
        second.reset();
        QTRY_COMPARE(served.server->connectionCount(), 1);
        RawClient fourth(served.port);
        fourth.send(PlainGet);
        QTRY_COMPARE(fourth.status(), "200");
    }

    void slowPeersAreLetGo_data()
    {
        QTest::addColumn<Limits>("limits");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("no byte at all") << Limits{.headerTimeout = 50ms} << QByteArray() << QByteArray();
        QTest::newRow("half a header") << Limits{.headerTimeout = 50ms} << Post << QByteArray("408");
        QTest::newRow("half a body") << Limits{.bodyTimeout = 50ms} << Post + "Content-Length: 2\r\n\r\na"
                                     << QByteArray("408");
        QTest::newRow("nothing after an answer") << Limits{.keepAlive = 50ms} << PlainGet << QByteArray("200");
        QTest::newRow("half a second header") << Limits{.headerTimeout = 50ms} << PlainGet + Post << QByteArray("200");
    }
    void slowPeersAreLetGo()
    {
        QFETCH(const Limits, limits);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, status);
        ServerUnderTest served(limits);
        RawClient client(served.port);
        client.send(bytes);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.status(), status);
        QVERIFY(!client.wasReset());
        QTRY_COMPARE(served.server->connectionCount(), 0);
    }

    void aHeaderThatDripsIsLetGo()
    {
        ServerUnderTest served({.headerTimeout = 100ms});
        RawClient client(served.port);
        client.send(Post);
        QTimer drip;
        connect(&drip, &QTimer::timeout, this, [&] { client.send("X: y\r\n"); });
        drip.start(10ms);
        QTRY_VERIFY(client.received().startsWith("HTTP/1.1 408"));
    }

    void aBodyThatProgressesIsNot()
    {
        ServerUnderTest served({.bodyTimeout = 100ms});
        RawClient client(served.port);
        client.send(Post + "Content-Length: 20\r\n\r\n");
        QTimer drip;
        connect(&drip, &QTimer::timeout, this, [&] { client.send("x"); });
        drip.start(20ms); // 400 ms in all
        QTRY_COMPARE(client.status(), "200");
    }

    void noClockOfReadingRunsWhileARequestIsAnswered()
    {
        QPointer<Exchange> exchange;
        ServerUnderTest served({.headerTimeout = 30ms, .bodyTimeout = 30ms, .keepAlive = 30ms, .writeTimeout = 30ms},
                               [&](Exchange *opened) { exchange = opened; });
        RawClient client(served.port);
        client.send(PlainGet);
        QTRY_VERIFY(exchange);
        QTimer::singleShot(200ms, this, [&] { exchange->respond(200, {}, "late"); });
        QTRY_COMPARE(client.body(), "late");
    }

    void aReaderThatLetsTooMuchPileUpIsCutOff()
    {
        QPointer<Exchange> exchange;
        int closed = 0;
        qint64 most = 0;
        ServerUnderTest served({.pendingWrite = 1'000'000}, [&](Exchange *opened) {
            exchange = opened;
            connect(opened, &Exchange::closed, this, [&closed] { ++closed; });
            opened->start(200, {});
        });
        RawClient client(served.port);
        client.stopReading();
        client.send(PlainGet);
        QTRY_VERIFY(exchange);
        QTimer flood;
        connect(&flood, &QTimer::timeout, this, [&] {
            const int before = closed;
            if (exchange)
                exchange->write(QByteArray(100'000, 'x'));
            QCOMPARE(closed, before); // never inside write()
            most = qMax(most, exchange ? exchange->pendingBytes() : 0);
        });
        flood.start(0ms);
        QTRY_COMPARE(closed, 1);
        QVERIFY(most > 900'000 && most < 1'200'000);
        QTRY_COMPARE(served.server->connectionCount(), 0);
    }

    void aReaderThatTakesNothingIsCutOff()
    {
        int closed = 0;
        ServerUnderTest served({.pendingWrite = 100'000'000, .writeTimeout = 50ms}, [&](Exchange *exchange) {
            connect(exchange, &Exchange::closed, this, [&closed] { ++closed; });
            exchange->start(200, {});
            exchange->write(QByteArray(20'000'000, 'x'));
        });
        RawClient client(served.port);
        client.stopReading();
        client.send(PlainGet);
        QTRY_COMPARE(closed, 1);
        QTRY_COMPARE(served.server->connectionCount(), 0);
    }

    void aWholeAnswerMayBeLargerThanWhatMayPend()
    {
        ServerUnderTest served({.pendingWrite = 1000},
                               [](Exchange *exchange) { exchange->respond(200, {}, QByteArray(20'000'000, 'x')); });
        RawClient client(served.port);
        client.send(PlainGet);
        QTRY_COMPARE(client.body().size(), 20'000'000);
    }
};

static const bool tstServerLimits = sb::testing::add<TstServerLimits>();
#include "tst_server_limits.moc"
