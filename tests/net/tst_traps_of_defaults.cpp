#include "core/base/clock.h"
#include "core/net/http_client.h"

#include "tests/net/call_log.h"
#include "tests/net/plain_manager.h"
#include "tests/net/scripted_server.h"
#include "tests/net/scripts.h"
#include "tests/testing/testing.h"

#include <QNetworkProxyFactory>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace std::chrono_literals;
using namespace sb;
using net::HttpEnd;
using testing::CallLog;
using testing::holdThenAnswer;
using testing::PlainManager;
using testing::post;
using testing::proxyAt;
using testing::ScriptedConnection;
using testing::ScriptedServer;
using testing::waitForFinished;

namespace {

constexpr qint64 unread = 48 * 1024 * 1024; // far more than the buffers of two sockets hold

void sendUnread(ScriptedConnection &connection)
{
    connection.readRequest();
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(unread) + "\r\n\r\n");
    connection.sendUntilBlocked(unread, 2s);
    connection.waitForClient();
}

/// Answers every host with the same proxy, and notes who asked.
class NotingFactory final : public QNetworkProxyFactory
{
public:
    struct Notes
    {
        std::atomic<int> questions = 0;
        std::atomic<bool> askedOnTestThread = false;
    };
    NotingFactory(Notes &notes, const QNetworkProxy &proxy)
        : m_notes(notes)
        , m_proxy(proxy)
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override
    {
        ++m_notes.questions;
        if (QThread::currentThread() == qApp->thread())
            m_notes.askedOnTestThread = true;
        return {m_proxy};
    }

private:
    Notes &m_notes;
    QNetworkProxy m_proxy;
};

} // namespace

/// The traps of what Qt does unasked and of when it listens, each in two tests as in tst_traps.cpp.
class TstTrapsOfDefaults : public QObject
{
    Q_OBJECT

private slots:
    void aPlainManagerCarriesTheKeyToAnotherServer()
    {
        ScriptedServer other([](ScriptedConnection &connection) {
            connection.readRequest();
            connection.answer("stolen");
        });
        ScriptedServer first(redirectingTo(other.url()));
        PlainManager plain;
        QNetworkRequest request;
        request.setRawHeader("Authorization", "Bearer canary");
        QVERIFY(waitForFinished(*plain.post(first.url(), "{}", request)));
        VERIFY_TRAP_OPEN(other.received().value(0).contains("Bearer canary"));
    }

    void theClientDoesNotFollowARedirect()
    {
        ScriptedServer other([](ScriptedConnection &connection) { connection.readRequest(); });
        ScriptedServer first(redirectingTo(other.url()));
        net::HttpClient client(m_clock);
        net::HttpRequest request = post(first.url());
        request.headers.append(net::Header("Authorization", "Bearer canary"));
        CallLog log(client, request);
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, HttpEnd::Kind::Redirected);
        QCOMPARE(log.head.status, 307);
        QVERIFY(log.end->detail.contains(QString::number(other.port())));
        QVERIFY(!log.end->detail.contains(QStringLiteral("/v1")));
        QCOMPARE(other.requests(), 0);
    }

    void aPlainManagerForgetsAReadLimitSetAtOnce()
    {
        ScriptedServer server(sendUnread);
        PlainManager plain;
        const auto reply = plain.post(server.url());
        reply->setReadBufferSize(64 * 1024);
        QTRY_VERIFY_WITH_TIMEOUT(server.blocked() || server.bytesSent() > unread, 20'000);
        VERIFY_TRAP_OPEN(server.bytesSent() > unread); // nobody has read a byte: all of it is in memory
    }

    void theClientKeepsItsReadLimit()
    {
        ScriptedServer server(sendUnread);
        net::HttpClient client(m_clock);
        CallLog log(client, post(server.url()));
        log.call->pause(true);
        QTRY_VERIFY_WITH_TIMEOUT(server.blocked(), 20'000);
        QVERIFY(server.bytesSent() < unread / 2);
        QVERIFY(log.body.isEmpty());
    }

    void aPlainManagerKeepsCookies()
    {
        ScriptedServer server(settingACookie);
        PlainManager plain;
        for (int i = 0; i < 2; ++i)
            QVERIFY(waitForFinished(*plain.post(server.url())));
        VERIFY_TRAP_OPEN(server.received().value(1).toLower().contains("cookie: session=canary"));
    }

    void theClientKeepsNoCookies()
    {
        ScriptedServer server(settingACookie);
        net::HttpClient client(m_clock);
        for (int i = 0; i < 2; ++i) {
            CallLog log(client, post(server.url()));
            QVERIFY(log.waitForEnd());
            QCOMPARE(log.head.header("Set-Cookie"), "session=canary");
        }
        QCOMPARE(server.requests(), 2);
        QVERIFY(!server.received().at(1).toLower().contains("cookie"));
    }

    void aPlainManagerSaysSentWhileItUploads()
    {
        ScriptedServer server(readingTheHeadOnly);
        PlainManager plain;
        const auto reply = plain.post(server.url(), QByteArray(32 * 1024 * 1024, 'x'));
        QSignalSpy sent(reply.get(), &QNetworkReply::requestSent);
        QSignalSpy progress(reply.get(), &QNetworkReply::uploadProgress);
        QTRY_COMPARE(sent.size(), 1);
        VERIFY_TRAP_OPEN(progress.isEmpty() || progress.last().at(0).toLongLong() < progress.last().at(1).toLongLong());
    }

    void theClientSaysSentWhenTheUploadHasEnded()
    {
        ScriptedServer server(readingTheHeadOnly);
        net::HttpClient client(m_clock);
        CallLog log(client, post(server.url(), QByteArray(32 * 1024 * 1024, 'x')),
                    {.upload = 500ms, .firstByte = 100ms});
        QTRY_VERIFY(log.call->times().socketStarted >= 0ns);
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->phase, HttpEnd::Phase::Upload); // the first byte was not waited for
        QCOMPARE(log.call->times().sent, -1ns);

        ScriptedServer reading([](ScriptedConnection &connection) {
            connection.readRequest();
            connection.answer("ok");
        });
        CallLog whole(client, post(reading.url(), QByteArray(32 * 1024 * 1024, 'x')));
        QVERIFY(whole.waitForEnd());
        QVERIFY(whole.call->times().sent >= whole.call->times().socketStarted);
    }

    void aPlainManagerAsksForTheProxyAtEachRequestOnTheCallingThread()
    {
        ScriptedServer proxy(holdThenAnswer);
        proxy.release();
        NotingFactory::Notes notes;
        QNetworkAccessManager manager;
        manager.setProxyFactory(new NotingFactory(notes, proxyAt(proxy)));
        for (int i = 0; i < 3; ++i) {
            const std::unique_ptr<QNetworkReply> reply(
                manager.get(QNetworkRequest(QUrl(QStringLiteral("http://model.example/")))));
            QVERIFY(waitForFinished(*reply));
        }
        VERIFY_TRAP_OPEN(notes.questions >= 3 && notes.askedOnTestThread);
    }

    void theClientAsksForTheProxyOnceOnAnotherThread()
    {
        ScriptedServer proxy(holdThenAnswer);
        proxy.release();
        NotingFactory::Notes notes;
        NotingFactory factory(notes, proxyAt(proxy));
        net::HttpClientOptions options;
        options.proxyLookup = [&factory](const QUrl &origin) {
            return factory.queryProxy(QNetworkProxyQuery(origin)).constFirst();
        };
        net::HttpClient client(m_clock, options);
        for (int i = 0; i < 3; ++i) {
            CallLog log(client, post(QUrl(QStringLiteral("http://model.example/v1?key=canary"))));
            QVERIFY(log.waitForEnd());
            QCOMPARE(log.end->kind, HttpEnd::Kind::Complete);
        }
        QCOMPARE(proxy.requests(), 3);
        QCOMPARE(notes.questions, 1);
        QVERIFY(!notes.askedOnTestThread);
    }

private:
    static ScriptedServer::Script redirectingTo(const QUrl &target)
    {
        return [target](ScriptedConnection &connection) {
            connection.readRequest();
            connection.send("HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 0\r\nLocation: " + target.toEncoded()
                            + "\r\n\r\n");
            connection.waitForClient();
        };
    }
    static void settingACookie(ScriptedConnection &connection)
    {
        while (!connection.readRequest().isEmpty())
            connection.answer("ok", "Set-Cookie: session=canary\r\n");
    }
    static void readingTheHeadOnly(ScriptedConnection &connection)
    {
        connection.readHead();
        connection.hold();
    }

    SystemClock m_clock;
};

static const bool tstTrapsOfDefaults = sb::testing::add<TstTrapsOfDefaults>();

#include "tst_traps_of_defaults.moc"
