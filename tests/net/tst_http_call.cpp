#include "core/base/clock.h"
#include "core/net/http_client.h"

#include "tests/net/call_log.h"
#include "tests/net/scripted_server.h"
#include "tests/testing/testing.h"

#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sb;
using net::HttpEnd;
using testing::CallLog;
using testing::post;
using testing::ScriptedConnection;
using testing::ScriptedServer;

namespace {

const QByteArray chunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

void answerAll(ScriptedConnection &connection)
{
    while (!connection.readRequest().isEmpty())
        connection.answer("ok");
}

void beSilent(ScriptedConnection &connection)
{
    connection.readRequest();
    connection.waitForClient();
}

void stream(ScriptedConnection &connection)
{
    connection.readRequest();
    connection.send(chunkedHead);
    while (connection.send("5\r\nhello\r\n"))
        std::this_thread::yield();
    connection.waitForClient();
}

} // namespace

/// The life of a call: who may end it, when, and what is heard of it then.
class TstHttpCall : public QObject
{
    Q_OBJECT

private slots:
    void abortReachesTheServer_data()
    {
        QTest::addColumn<ScriptedServer::Script>("script");
        QTest::addColumn<qsizetype>("bodySize");
        QTest::newRow("before the answer") << ScriptedServer::Script(beSilent) << qsizetype(10);
        QTest::newRow("in the answer") << ScriptedServer::Script(stream) << qsizetype(10);
    }
    void abortReachesTheServer()
    {
        QFETCH(ScriptedServer::Script, script);
        QFETCH(qsizetype, bodySize);
        ScriptedServer server(script);
        net::HttpClient client(m_clock);
        CallLog log(client, post(server.url(), QByteArray(bodySize, 'x')));
        QTRY_COMPARE(server.requests(), 1);
        QTRY_VERIFY(log.call->times().sent >= 0ns);
        log.call->abort();
        const QStringList before = log.order;
        QVERIFY(!log.end); // not inside the call
        QTRY_COMPARE(server.clientsGone(), 1);
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, HttpEnd::Kind::Aborted);
        QVERIFY(log.end->sent);
        QCOMPARE(log.order, before + QStringList{u"ended"_s});
    }

    void abortInTheUploadReachesTheServer()
    {
        ScriptedServer server([](ScriptedConnection &connection) {
            connection.readHead();
            connection.hold();
            connection.waitForClient();
        });
        net::HttpClient client(m_clock);
        CallLog log(client, post(server.url(), QByteArray(32 * 1024 * 1024, 'x')));
        QTRY_COMPARE(server.requests(), 1);
        QTRY_VERIFY(log.call->times().socketStarted >= 0ns);
        log.call->abort();
        QVERIFY(log.waitForEnd());
        QVERIFY(log.end->sent);
        server.release();
        QTRY_COMPARE(server.clientsGone(), 1);
    }

    void abortBeforeTheStartSendsNothing()
    {
        ScriptedServer server(answerAll);
        net::HttpClient client(m_clock);
        CallLog log(client, post(server.url()));
        log.call->abort();
        log.call->abort();
        QVERIFY(log.order.isEmpty());
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, HttpEnd::Kind::Aborted);
        QVERIFY(!log.end->sent);
        CallLog after(client, post(server.url(), "after"));
        QVERIFY(after.waitForEnd());
        QCOMPARE(server.requests(), 1);
        QCOMPARE(log.order, QStringList{u"ended"_s});
    }

    void abortAfterTheEndSaysNothing()
    {
        ScriptedServer server(answerAll);
        net::HttpClient client(m_clock);
        CallLog log(client, post(server.url()));
        QVERIFY(log.waitForEnd());
        log.call->abort();
        CallLog after(client, post(server.url()));
        QVERIFY(after.waitForEnd());
        QCOMPARE(log.order.count(u"ended"_s), 1);
    }

    void abortInASlotIsTheLastButTheEnd_data() { slots_(); }
    void abortInASlotIsTheLastButTheEnd()
    {
        QFETCH(QString, slot);
        ScriptedServer server(stream);
        net::HttpClient client(m_clock);
        CallLog log(client, post(server.url()));
        onSignal(*log.call, slot, [&log] { log.call->abort(); });
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, HttpEnd::Kind::Aborted);
        QCOMPARE(log.order.last(), u"ended"_s);
        QCOMPARE(log.order.indexOf(slot), log.order.size() - 2);
        QTRY_COMPARE(server.clientsGone(), 1);
    }

    void aCallMayBeDeletedInItsOwnSlot_data()
    {
        slots_();
        QTest::newRow("in ended") << u"ended"_s;
    }
    void aCallMayBeDeletedInItsOwnSlot()
    {
        QFETCH(QString, slot);
        ScriptedServer server(slot == u"ended"_s ? ScriptedServer::Script(beSilent) : ScriptedServer::Script(stream));
        net::HttpClient client(m_clock);
        CallLog log(client, post(server.url()), {.firstByte = slot == u"ended"_s ? 100ms : 60'000ms});
        const QPointer<net::HttpCall> call = log.call.get();
        onSignal(*call, slot, [&log] { log.call.reset(); });
        QTRY_VERIFY(call.isNull());
        QTRY_COMPARE(server.clientsGone(), 1);
        CallLog after(client, post(server.url()));
        QTRY_COMPARE(server.requests(), 2);
    }

    void deletingACallAbortsItInSilence()
    {
        ScriptedServer server(beSilent);
        net::HttpClient client(m_clock);
        CallLog log(client, post(server.url()));
        QTRY_COMPARE(server.requests(), 1);
        log.call.reset();
        QTRY_COMPARE(server.clientsGone(), 1);
        QVERIFY(log.order.isEmpty());
    }

    void callsEndBeforeTheirClient()
    {
        ScriptedServer server(beSilent);
        auto client = std::make_unique<net::HttpClient>(m_clock);
        CallLog sent(*client, post(server.url()));
        QTRY_COMPARE(server.requests(), 1);
        CallLog queued(*client, post(server.url()));
        client.reset();
        QVERIFY(sent.order.isEmpty());
        QVERIFY(sent.waitForEnd());
        QVERIFY(queued.waitForEnd());
        QCOMPARE(sent.end->kind, HttpEnd::Kind::Aborted);
        QVERIFY(sent.end->sent);
        QVERIFY(!queued.end->sent);
        QTRY_COMPARE(server.clientsGone(), 1);
        sent.call->contentArrived();
        sent.call->pause(true);
        sent.call->pause(false);
        sent.call->abort();
    }

private:
    static void slots_()
    {
        QTest::addColumn<QString>("slot");
        QTest::newRow("in headReceived") << u"head"_s;
        QTest::newRow("in bodyReceived") << u"body"_s;
    }
    template <typename Action>
    static void onSignal(net::HttpCall &call, const QString &name, Action action)
    {
        if (name == u"head"_s)
            connect(&call, &net::HttpCall::headReceived, qApp, action);
        else if (name == u"body"_s)
            connect(&call, &net::HttpCall::bodyReceived, qApp, action);
        else
            connect(&call, &net::HttpCall::ended, qApp, action);
    }

    SystemClock m_clock;
};

static const bool tstHttpCall = sb::testing::add<TstHttpCall>();

#include "tst_http_call.moc"
