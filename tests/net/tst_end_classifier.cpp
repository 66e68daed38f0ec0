#include "core/net/end_classifier.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::net;
using EndKind = HttpEnd::Kind;
using Phase = HttpEnd::Phase;

namespace {

const QUrl address(u"https://api.example:8443/v1/chat?key=canary"_s);

} // namespace

class TstEndClassifier : public QObject
{
    Q_OBJECT

private slots:
    void anEndIsClassifiedByWhatWasSentAndWhatCame_data()
    {
        using Reply = QNetworkReply;
        QTest::addColumn<Reply::NetworkError>("error");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("sent");
        QTest::addColumn<EndKind>("expected");
        const auto row = [](const char *name, Reply::NetworkError error, int status, bool sent, EndKind expected) {
            QTest::newRow(name) << error << status << sent << expected;
        };
        row("200 and its body", Reply::NoError, 200, true, EndKind::Complete);
        row("400 and its body", Reply::ProtocolInvalidOperationError, 400, true, EndKind::Complete);
        row("401 and its body", Reply::AuthenticationRequiredError, 401, true, EndKind::Complete);
        row("404 and its body", Reply::ContentNotFoundError, 404, true, EndKind::Complete);
        row("429 and its body", Reply::UnknownContentError, 429, true, EndKind::Complete);
        row("503 and its body", Reply::ServiceUnavailableError, 503, true, EndKind::Complete);
        row("529 and its body", Reply::UnknownServerError, 529, true, EndKind::Complete);
        row("307", Reply::NoError, 307, true, EndKind::Redirected);
        row("307, and Qt wanted to send again", Reply::ContentReSendError, 307, true, EndKind::Redirected);
        row("407 and its body", Reply::ProxyAuthenticationRequiredError, 407, true, EndKind::Complete);
        row("nothing listens, for an empty body", Reply::ConnectionRefusedError, 0, true, EndKind::Refused);
        row("200, closed in the body", Reply::RemoteHostClosedError, 200, true, EndKind::Cut);
        row("200, network lost in the body", Reply::UnknownNetworkError, 200, true, EndKind::Cut);
        row("500, closed in the body", Reply::RemoteHostClosedError, 500, true, EndKind::Cut);
        row("200, then no HTTP", Reply::ProtocolFailure, 200, true, EndKind::BadResponse);
        row("no HTTP", Reply::ProtocolFailure, 0, true, EndKind::BadResponse);
        row("closed before a header", Reply::RemoteHostClosedError, 0, true, EndKind::Reset);
        row("closed, and Qt wanted to send again", Reply::ContentReSendError, 0, true, EndKind::Reset);
        row("lost in the upload", Reply::UnknownNetworkError, 0, true, EndKind::Reset);
        row("nothing listens", Reply::ConnectionRefusedError, 0, false, EndKind::Refused);
        row("no such host", Reply::HostNotFoundError, 0, false, EndKind::Refused);
        row("no route", Reply::UnknownNetworkError, 0, false, EndKind::Refused);
        row("the proxy is gone", Reply::ProxyConnectionRefusedError, 0, false, EndKind::Refused);
        row("the kernel gave up connecting", Reply::TimeoutError, 0, false, EndKind::Refused);
        row("handshake failed", Reply::SslHandshakeFailedError, 0, false, EndKind::TlsFailed);
        row("closed in the handshake", Reply::RemoteHostClosedError, 0, false, EndKind::TlsFailed);
    }
    void anEndIsClassifiedByWhatWasSentAndWhatCame()
    {
        QFETCH(QNetworkReply::NetworkError, error);
        QFETCH(int, status);
        QFETCH(bool, sent);
        QFETCH(EndKind, expected);
        const HttpEnd end = classify(
            {.url = address,
             .error = error,
             .errorText = u"as the system says"_s,
             .head = {.status = status, .headers = {{"location", "https://b.example/x"}, {"content-length", "0"}}},
             .sent = sent});
        QCOMPARE(end.kind, expected);
        QCOMPARE(end.sent, sent && expected != EndKind::Refused);
        QCOMPARE(end.detail.isEmpty(), expected == EndKind::Complete);
        QVERIFY(end.detail.isEmpty() || end.detail.contains(u"api.example:8443"_s));
        QVERIFY(!end.detail.contains(u"canary"_s) && !end.detail.contains(u"/v1"_s));
    }

    void aBodyIsWholeWhenItsLengthCameWhateverQtSays_data()
    {
        using Reply = QNetworkReply;
        QTest::addColumn<Reply::NetworkError>("error");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("bodyBytes");
        QTest::addColumn<EndKind>("expected");
        const auto row = [](const char *test, Reply::NetworkError error, const char *name, const char *value,
                            qint64 bodyBytes, EndKind expected) {
            QTest::newRow(test) << error << QByteArray(name) << QByteArray(value) << bodyBytes << expected;
        };
        row("all, no error", Reply::NoError, "content-length", "9", 9, EndKind::Complete);
        row("less, no error", Reply::NoError, "content-length", "9", 4, EndKind::Cut);
        row("less, status error", Reply::InternalServerError, "content-length", "9", 4, EndKind::Cut);
        row("all, would send again", Reply::ContentReSendError, "content-length", "9", 9, EndKind::Complete);
        row("less, would send again", Reply::ContentReSendError, "content-length", "9", 4, EndKind::Cut);
        row("chunked, no error", Reply::NoError, "transfer-encoding", "chunked", 4, EndKind::Complete);
        row("chunked, would send again", Reply::ContentReSendError, "transfer-encoding", "chunked", 4, EndKind::Cut);
        row("no length, would send again", Reply::ContentReSendError, "connection", "close", 4, EndKind::Complete);
    }
    void aBodyIsWholeWhenItsLengthCameWhateverQtSays()
    {
        QFETCH(QNetworkReply::NetworkError, error);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(qint64, bodyBytes);
        QFETCH(EndKind, expected);
        const HttpEnd end = classify({.url = address,
                                      .error = error,
                                      .head = {.status = 200, .headers = {{name, value}}},
                                      .bodyBytes = bodyBytes,
                                      .sent = true});
        QCOMPARE(end.kind, expected);
    }

    void aBodyWithoutLengthIsCloseDelimited_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("expected");
        QTest::newRow("no length") << 200 << QByteArray("connection") << QByteArray("close") << true;
        QTest::newRow("a length") << 200 << QByteArray("content-length") << QByteArray("2") << false;
        QTest::newRow("chunked") << 200 << QByteArray("transfer-encoding") << QByteArray("Chunked") << false;
        QTest::newRow("no content") << 204 << QByteArray("date") << QByteArray("today") << false;
    }
    void aBodyWithoutLengthIsCloseDelimited()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(bool, expected);
        const HttpEnd end = classify(
            {.url = address, .head = {.status = status, .headers = {{name, value}}}, .bodyBytes = 2, .sent = true});
        QCOMPARE(end.closeDelimited, expected);
    }

    void aSentenceSaysWhereARedirectLeads_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("host");
        QTest::newRow("another host") << QByteArray("https://login.example/in?secret=canary") << u"login.example"_s;
        QTest::newRow("the same host") << QByteArray("/v2/chat") << u"to api.example:8443"_s;
    }
    void aSentenceSaysWhereARedirectLeads()
    {
        QFETCH(QByteArray, location);
        QFETCH(QString, host);
        const HttpEnd end =
            classify({.url = address, .head = {.status = 302, .headers = {{"location", location}}}, .sent = true});
        QCOMPARE(end.kind, EndKind::Redirected);
        QVERIFY2(end.detail.contains(host), qPrintable(end.detail));
        QVERIFY(!end.detail.contains(u"canary"_s));
    }

    void aTimeoutNamesItsPhase()
    {
        QSet<QString> sentences;
        for (const Phase phase :
             {Phase::Connect, Phase::Upload, Phase::FirstByte, Phase::FirstContent, Phase::Idle, Phase::Total}) {
            const HttpEnd end = timedOut(address, phase, true);
            QCOMPARE(end.kind, EndKind::TimedOut);
            QCOMPARE(end.phase, phase);
            sentences.insert(end.detail);
        }
        QCOMPARE(sentences.size(), 6);
    }
};

static const bool tstEndClassifier = sb::testing::add<TstEndClassifier>();

#include "tst_end_classifier.moc"
