#include "core/base/clock.h"
#include "core/net/http_client.h"

#include "tests/net/call_log.h"
#include "tests/net/scripted_server.h"
#include "tests/testing/testing.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using net::HttpEnd;
using testing::CallLog;
using testing::post;
using testing::ScriptedConnection;
using testing::ScriptedServer;

namespace {

QByteArray fixture(const QString &name)
{
    QFile file(testing::inSource(u"tests/fixtures/tls/"_s + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslCertificate certificate(const QString &name)
{
    return QSslCertificate(fixture(name));
}

/// Answers every request on TLS with 200.
class TlsServer
{
public:
    explicit TlsServer(const QString &certificateName)
    {
        QSslConfiguration configuration;
        configuration.setLocalCertificate(certificate(certificateName));
        configuration.setPrivateKey(QSslKey(fixture(u"server.key"_s), QSsl::Ec));
        m_server.setSslConfiguration(configuration);
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QSslServer::pendingConnectionAvailable, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                serve(socket);
        });
    }
    [[nodiscard]] QUrl url() const
    {
        QUrl url(u"https://127.0.0.1/v1?key=canary"_s);
        url.setPort(m_server.serverPort());
        return url;
    }
    [[nodiscard]] int requests() const { return m_requests; }

private:
    void serve(QTcpSocket *socket)
    {
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            if (!socket->readAll().contains("stream"))
                return;
            ++m_requests;
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
        });
    }

    QSslServer m_server;
    int m_requests = 0;
};

} // namespace

class TstTls : public QObject
{
    Q_OBJECT

private slots:
    void aCertificateThatIsNotAcceptedIsExplained_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("reason");
        QTest::newRow("self-signed") << u"loopback.crt"_s << false << u"self-signed"_s;
        QTest::newRow("for another host") << u"other_host.crt"_s << true << u"host name"_s;
        QTest::newRow("expired") << u"expired.crt"_s << true << u"expired"_s;
    }
    void aCertificateThatIsNotAcceptedIsExplained()
    {
        QFETCH(QString, file);
        QFETCH(bool, trusted);
        QFETCH(QString, reason);
        const TlsServer server(file);
        net::HttpClient client(m_clock);
        if (trusted)
            client.addTrustedCertificates({certificate(file)});
        CallLog log(client, post(server.url()));
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, HttpEnd::Kind::TlsFailed);
        QVERIFY(!log.end->sent);
        QVERIFY2(log.end->detail.contains(u"127.0.0.1"_s), qPrintable(log.end->detail));
        QVERIFY2(log.end->detail.contains(reason), qPrintable(log.end->detail));
        QVERIFY(!log.end->detail.contains(u"canary"_s));
        QCOMPARE(log.order, QStringList{u"ended"_s});
        QCOMPARE(server.requests(), 0);
    }

    void aServerWithoutTlsIsExplained()
    {
        ScriptedServer server([](ScriptedConnection &connection) {
            connection.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            connection.waitForClient();
        });
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        net::HttpClient client(m_clock);
        CallLog log(client, post(url));
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, HttpEnd::Kind::TlsFailed);
        QVERIFY2(log.end->detail.contains(u"does not speak TLS"_s), qPrintable(log.end->detail));
    }

    void aServerThatClosesInTheHandshakeIsExplained()
    {
        ScriptedServer server([](ScriptedConnection &connection) { connection.finish(); });
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        net::HttpClient client(m_clock);
        CallLog log(client, post(url));
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, HttpEnd::Kind::TlsFailed);
        QVERIFY(!log.end->sent);
        QVERIFY2(log.end->detail.contains(url.host()), qPrintable(log.end->detail));
    }

    void anAddressThatWasChosenIsConnectedToUnderTheHostsName_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<HttpEnd::Kind>("kind");
        QTest::newRow("the host's certificate") << u"other_host.crt"_s << HttpEnd::Kind::Complete;
        QTest::newRow("one for the address") << u"loopback.crt"_s << HttpEnd::Kind::TlsFailed;
    }
    void anAddressThatWasChosenIsConnectedToUnderTheHostsName()
    {
        QFETCH(QString, file);
        QFETCH(HttpEnd::Kind, kind);
        const TlsServer server(file);
        net::HttpClient client(m_clock);
        client.addTrustedCertificates({certificate(file)});
        net::HttpRequest request = post(server.url());
        request.url.setHost(u"other.example"_s); // as the certificate says; no name server knows it
        request.address = QHostAddress::LocalHost;
        CallLog log(client, request);
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, kind);
        QCOMPARE(server.requests(), kind == HttpEnd::Kind::Complete ? 1 : 0);
    }

    void aTrustedCertificateMakesItWork()
    {
        const TlsServer server(u"loopback.crt"_s);
        net::HttpClient client(m_clock);
        CallLog refused(client, post(server.url()));
        QVERIFY(refused.waitForEnd());
        QCOMPARE(refused.end->kind, HttpEnd::Kind::TlsFailed);
        client.addTrustedCertificates({certificate(u"loopback.crt"_s)}); // after the first attempt: it must take effect
        CallLog log(client, post(server.url()));
        QVERIFY(log.waitForEnd());
        QCOMPARE(log.end->kind, HttpEnd::Kind::Complete);
        QCOMPARE(log.body, "secret");
        QCOMPARE(server.requests(), 1);
    }

private:
    SystemClock m_clock;
};

static const bool tstTls = sb::testing::add<TstTls>();

#include "tst_tls.moc"
