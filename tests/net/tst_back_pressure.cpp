#include "core/base/clock.h"
#include "core/net/http_client.h"

#include "tests/net/call_log.h"
#include "tests/net/scripted_server.h"
#include "tests/net/socket_probe.h"
#include "tests/testing/testing.h"

#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using namespace sb;
using testing::CallLog;
using testing::post;
using testing::residentBytes;
using testing::ScriptedConnection;
using testing::ScriptedServer;

namespace {

constexpr qint64 megabyte = 1024 * 1024;
constexpr qint64 answerSize = 100 * megabyte;
// Under the address sanitizer, what was freed stays in memory for a while.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
constexpr bool sanitized = __has_feature(address_sanitizer);
#else
constexpr bool sanitized = false;
#endif

void answerMuch(ScriptedConnection &connection, bool chunked)
{
    connection.readRequest();
    const QByteArray block(64 * 1024, 'x');
    const QByteArray length = QByteArray::number(answerSize);
    connection.send("HTTP/1.1 200 OK\r\n" + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + length)
                    + "\r\n\r\n");
    for (qint64 sent = 0; sent < answerSize; sent += block.size()) {
        if (!connection.send(chunked ? QByteArray::number(block.size(), 16) + "\r\n" + block + "\r\n" : block))
            return;
    }
    if (chunked)
        connection.send("0\r\n\r\n");
    connection.waitForClient();
}

/// Counts what it gets, and takes a turn of the event loop off after each piece.
class SlowReader
{
public:
    explicit SlowReader(net::HttpCall &call)
    {
        m_breather.setSingleShot(true);
        QObject::connect(&m_breather, &QTimer::timeout, &call, [&call] { call.pause(false); });
        QObject::connect(&call, &net::HttpCall::bodyReceived, &call, [this, &call](const QByteArray &bytes) {
            m_bytes += bytes.size();
            m_peak = qMax(m_peak, residentBytes());
            call.pause(true);
            m_breather.start(1ms);
        });
        QObject::connect(&call, &net::HttpCall::ended, &call, [this](const net::HttpEnd &end) { m_end = end; });
    }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] qint64 peak() const { return m_peak; }
    [[nodiscard]] const std::optional<net::HttpEnd> &end() const { return m_end; }

private:
    QTimer m_breather;
    qint64 m_bytes = 0;
    qint64 m_peak = 0;
    std::optional<net::HttpEnd> m_end;
};

} // namespace

class TstBackPressure : public QObject
{
    Q_OBJECT

private slots:
    void anAnswerOf100MegabytesDoesNotSitInMemory_data()
    {
        QTest::addColumn<bool>("chunked");
        QTest::newRow("with a length") << false;
        QTest::newRow("chunked") << true;
    }
    void anAnswerOf100MegabytesDoesNotSitInMemory()
    {
        QFETCH(bool, chunked);
        ScriptedServer server([chunked](ScriptedConnection &connection) { answerMuch(connection, chunked); });
        net::HttpClient client(m_clock);
        const qint64 before = residentBytes();
        const auto call = client.send(post(server.url()), {});
        const SlowReader reader(*call);
        QSignalSpy ended(call.get(), &net::HttpCall::ended);
        QVERIFY(ended.wait(50'000));
        QCOMPARE(reader.end()->kind, net::HttpEnd::Kind::Complete);
        QCOMPARE(reader.bytes(), answerSize);
        const qint64 growth = reader.peak() - before;
        if (!sanitized)
            QVERIFY2(growth < 40 * megabyte, qPrintable(QString::number(growth)));
    }

    void whatWasHeldBackComesBeforeTheEnd()
    {
        ScriptedServer server([](ScriptedConnection &connection) {
            while (!connection.readRequest().isEmpty())
                connection.answer(QByteArray(10'000, 'x'));
        });
        net::HttpClient client(m_clock);
        CallLog log(client, post(server.url()));
        log.call->pause(true);
        QTRY_COMPARE(log.order, QStringList{QStringLiteral("head")});
        CallLog other(client, post(server.url())); // by its end, the first has long been answered
        QVERIFY(other.waitForEnd());
        QVERIFY(log.body.isEmpty());
        QVERIFY(!log.end);
        log.call->pause(false);
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.body.size(), 10'000);
        QCOMPARE(log.order.last(), QStringLiteral("ended"));
    }

    void whatCameBeforeTheServerClosedIsNotLost_data()
    {
        QTest::addColumn<QByteArray>("length");
        QTest::newRow("with a length") << QByteArray("Content-Length: 300000\r\n");
        QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n");
        QTest::newRow("until it closes") << QByteArray("Connection: close\r\n");
    }
    void whatCameBeforeTheServerClosedIsNotLost()
    {
        QFETCH(QByteArray, length);
        const QByteArray body(300'000, 'x'); // more than the read limit, less than the socket's buffers
        const bool chunked = length.startsWith("Transfer");
        ScriptedServer server([&](ScriptedConnection &connection) {
            connection.readRequest();
            connection.send("HTTP/1.1 200 OK\r\n" + length + "\r\n");
            connection.send(chunked ? QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n" : body);
        });
        net::HttpClient client(m_clock);
        CallLog log(client, post(server.url()));
        log.call->pause(true);
        QTRY_COMPARE(server.requests(), 1);
        QTRY_COMPARE(server.connectionsOpen(), 0);
        QVERIFY(!log.end);
        log.call->pause(false);
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.body.size(), body.size());
        QCOMPARE(log.end->kind, net::HttpEnd::Kind::Complete);
    }

    void aPausedReaderIsNotTimedOut()
    {
        ScriptedServer server([](ScriptedConnection &connection) {
            connection.readRequest();
            connection.send("HTTP/1.1 200 OK\r\n\r\ncontent");
            connection.waitForClient();
        });
        net::HttpClient client(m_clock);
        const net::HttpClocks clocks{.firstContent = 200ms, .idle = 200ms};
        CallLog paused(client, post(server.url()), clocks);
        paused.call->pause(true);
        CallLog reference(client, post(server.url()), clocks);
        QVERIFY(reference.waitForEnd());
        QCOMPARE(reference.end->phase, net::HttpEnd::Phase::FirstContent);
        QVERIFY(!paused.end);
        paused.call->pause(false);
        QVERIFY(paused.waitForEnd());
        QCOMPARE(paused.end->phase, net::HttpEnd::Phase::FirstContent);
        QCOMPARE(paused.body, "content");
    }

private:
    SystemClock m_clock;
};

static const bool tstBackPressure = sb::testing::add<TstBackPressure>();

#include "tst_back_pressure.moc"
