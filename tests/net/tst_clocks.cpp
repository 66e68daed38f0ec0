#include "core/base/clock.h"
#include "core/net/http_client.h"

#include "tests/net/call_log.h"
#include "tests/net/scripted_server.h"
#include "tests/net/socket_probe.h"
#include "tests/testing/shifted_clock.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace sb;
using net::HttpEnd;
using testing::CallLog;
using testing::post;
using testing::ScriptedConnection;
using testing::ScriptedServer;
using Phase = HttpEnd::Phase;

namespace {

const QByteArray streamHead =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

/// Sends a ping until the client has gone: bytes arrive, content does not.
void ping(ScriptedConnection &connection)
{
    while (connection.send(chunk(": ping\n\n")))
        std::this_thread::yield();
}

/// As a decoder would: a ping is no content.
void announceContent(CallLog &log)
{
    QObject::connect(log.call.get(), &net::HttpCall::bodyReceived, log.call.get(), [&log](const QByteArray &bytes) {
        if (bytes.contains("data:"))
            log.call->contentArrived();
    });
}

} // namespace

/// The clocks against a real server. Only the limit of the phase in question is short, so what is asserted is the order
/// of events and no duration.
class TstClocks : public QObject
{
    Q_OBJECT

private slots:
    void theClockOfThePhaseEndsTheExchange_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<QStringList>("order");
        const QString head = QStringLiteral("head");
        const QString body = QStringLiteral("body");
        const QString ended = QStringLiteral("ended");
        QTest::newRow("the server stops reading the request") << Phase::Upload << QStringList{ended};
        QTest::newRow("the server is silent") << Phase::FirstByte << QStringList{ended};
        QTest::newRow("the server sends pings only") << Phase::FirstContent << QStringList{head, body, ended};
        QTest::newRow("pings follow on content") << Phase::Idle << QStringList{head, body, ended};
        QTest::newRow("content never ends") << Phase::Total << QStringList{head, body, ended};
    }
    void theClockOfThePhaseEndsTheExchange()
    {
        QFETCH(Phase, phase);
        QFETCH(QStringList, order);
        ScriptedServer server(stalling(phase));
        net::HttpClient client(m_clock);
        const QByteArray body(phase == Phase::Upload ? 32 * 1024 * 1024 : 100, 'x');
        CallLog log(client, post(server.url(), body), onlyShort(phase));
        announceContent(log);
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, HttpEnd::Kind::TimedOut);
        QCOMPARE(log.end->phase, phase);
        QVERIFY(log.end->sent);
        QVERIFY(log.end->detail.contains(QStringLiteral("127.0.0.1")));
        QCOMPARE(log.order, order);
        server.release();
        QTRY_COMPARE(server.clientsGone(), 1); // it costs nobody anything any more
    }

    void theConnectClockEndsAnExchangeThatWasNeverSent_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("no answer to SYN") << QStringLiteral("http");
        QTest::newRow("no answer to SYN, TLS") << QStringLiteral("https");
    }
    void theConnectClockEndsAnExchangeThatWasNeverSent()
    {
        QFETCH(QString, scheme);
        const testing::FullPort full;
        net::HttpClient client(m_clock);
        QUrl url(QStringLiteral("http://127.0.0.1/"));
        url.setScheme(scheme);
        url.setPort(full.port());
        CallLog log(client, post(url), onlyShort(Phase::Connect));
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, HttpEnd::Kind::TimedOut);
        QCOMPARE(log.end->phase, Phase::Connect);
        QVERIFY(!log.end->sent);
        QVERIFY(log.call->times().socketStarted >= 0ns);
        QCOMPARE(log.call->times().sent, -1ns);
    }

    void theConnectClockCoversASilentHandshake()
    {
        ScriptedServer server([](ScriptedConnection &connection) { connection.waitForClient(); });
        net::HttpClient client(m_clock);
        QUrl url = server.url();
        url.setScheme(QStringLiteral("https"));
        CallLog log(client, post(url), onlyShort(Phase::Connect));
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->phase, Phase::Connect);
        QVERIFY(!log.end->sent);
        QTRY_COMPARE(server.clientsGone(), 1);
    }

    void everyOfManyHangingConnectsHasItsClock()
    {
        const testing::FullPort full;
        net::HttpClient client(m_clock);
        QUrl url(QStringLiteral("http://127.0.0.1/"));
        url.setPort(full.port());
        std::vector<std::unique_ptr<CallLog>> logs;
        for (int i = 0; i < 8; ++i)
            logs.push_back(std::make_unique<CallLog>(client, post(url), onlyShort(Phase::Connect)));
        for (const auto &log : logs) {
            QVERIFY(log->waitForEnd());
            QCOMPARE(log->end->phase, Phase::Connect);
            QVERIFY(log->call->times().socketStarted >= 0ns); // Qt announces sockets to one of them only
        }
    }

    void aKeptAliveConnectionHasItsClocksToo()
    {
        ScriptedServer server([](ScriptedConnection &connection) {
            connection.readRequest();
            connection.answer("ok");
            connection.readRequest();
            connection.waitForClient();
        });
        net::HttpClient client(m_clock);
        CallLog first(client, post(server.url()));
        QVERIFY(first.waitForEnd());
        CallLog second(client, post(server.url()), onlyShort(Phase::FirstByte));
        QVERIFY(second.waitForEnd());
        QCOMPARE(second.end->phase, Phase::FirstByte);
        QVERIFY(second.call->times().socketStarted >= 0ns);
        QVERIFY(second.call->times().sent >= second.call->times().socketStarted);
    }

    void aStreamThatASleepLeftDeadEnds()
    {
        ScriptedServer server(stalling(Phase::Idle));
        testing::ShiftedClock clock;
        net::HttpClient client(clock, {.sleepLook = 1ms, .graceAfterSleep = 20ms});
        CallLog log(client, post(server.url()));
        announceContent(log);
        QTRY_VERIFY(log.body.contains("data: content"));
        clock.sleep(std::chrono::milliseconds{10min});
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, HttpEnd::Kind::TimedOut);
        QCOMPARE(log.end->phase, Phase::Idle);
        QVERIFY2(log.end->detail.contains(QStringLiteral("slept")), qPrintable(log.end->detail));
    }

    void aStreamThatOutlivesASleepGoesOn()
    {
        ScriptedServer server([](ScriptedConnection &connection) {
            connection.readHead();
            connection.send(streamHead + chunk("data: one\n\n"));
            connection.hold();
            connection.send(chunk("data: two\n\n") + chunk({}));
        });
        testing::ShiftedClock clock;
        net::HttpClient client(clock, {.sleepLook = 1ms, .graceAfterSleep = 20s});
        CallLog log(client, post(server.url()));
        announceContent(log);
        QTRY_VERIFY(log.body.contains("data: one"));
        clock.sleep(std::chrono::milliseconds{10min});
        server.release();
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, HttpEnd::Kind::Complete);
        QVERIFY(log.body.contains("data: two"));
    }

    void aConnectionThatWasIdleInASleepIsNotUsedAgain()
    {
        std::atomic<int> lastConnection = -1;
        ScriptedServer server([&lastConnection](ScriptedConnection &connection) {
            while (!connection.readRequest().isEmpty()) {
                lastConnection = connection.number();
                connection.answer("ok");
            }
        });
        testing::ShiftedClock clock;
        net::HttpClient client(clock, {.sleepLook = 1h});
        const auto exchange = [&] {
            CallLog log(client, post(server.url()));
            return log.waitForEnd() && log.end->kind == HttpEnd::Kind::Complete;
        };
        QVERIFY(exchange());
        QVERIFY(exchange());
        QCOMPARE(lastConnection, 0); // kept alive
        clock.sleep(std::chrono::milliseconds{8h});
        QVERIFY(exchange());
        QCOMPARE(lastConnection, 1);
        QVERIFY(exchange());
        QCOMPARE(lastConnection, 1);
    }

    void aJumpOfTheCalendarEndsNothing_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("jump");
        QTest::newRow("a day forward") << std::chrono::milliseconds{24h};
        QTest::newRow("a day back") << std::chrono::milliseconds{-24h};
    }
    void aJumpOfTheCalendarEndsNothing()
    {
        QFETCH(std::chrono::milliseconds, jump);
        ScriptedServer server([](ScriptedConnection &connection) {
            connection.readHead();
            connection.send(streamHead + chunk("data: one\n\n"));
            connection.hold();
            connection.send(chunk("data: two\n\n") + chunk({}));
        });
        testing::ShiftedClock clock;
        net::HttpClient client(clock, {.sleepLook = 1ms, .graceAfterSleep = 1ms});
        CallLog log(client, post(server.url()));
        announceContent(log);
        QTRY_VERIFY(log.body.contains("data: one"));
        clock.jumpWall(jump);
        server.release();
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, HttpEnd::Kind::Complete);
        QVERIFY(log.call->times().ended >= log.call->times().firstBody);
        QVERIFY(log.call->times().ended < 60s);
    }

private:
    static net::HttpClocks onlyShort(Phase phase)
    {
        const auto limit = [phase](Phase of) { return phase == of ? 300ms : 60'000ms; };
        return {.connect = limit(Phase::Connect),
                .upload = limit(Phase::Upload),
                .firstByte = limit(Phase::FirstByte),
                .firstContent = limit(Phase::FirstContent),
                .idle = limit(Phase::Idle),
                .total = limit(Phase::Total)};
    }

    static ScriptedServer::Script stalling(Phase phase)
    {
        return [phase](ScriptedConnection &connection) {
            connection.readHead();
            if (phase == Phase::Upload) {
                connection.hold();
            } else if (phase != Phase::FirstByte) {
                connection.send(streamHead);
                if (phase == Phase::Idle)
                    connection.send(chunk("data: content\n\n"));
                while (phase == Phase::Total && connection.send(chunk("data: content\n\n"))) { }
                ping(connection);
            }
            connection.waitForClient();
        };
    }

    SystemClock m_clock;
};

static const bool tstClocks = sb::testing::add<TstClocks>();

#include "tst_clocks.moc"
