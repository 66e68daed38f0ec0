#include "core/net/end_classifier.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::net;
using Kind = HttpEnd::Kind;

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
        QTest::addColumn<Kind>("expected");
        const auto row = [](const char *name, Reply::NetworkError error, int status, bool sent, Kind expected) {
            QTest::newRow(name) << error << status << sent << expected;
        };
        row("200 and its body", Reply::NoError, 200, true, Kind::Complete);
        row("400 and its body", Reply::ProtocolInvalidOperationError, 400, true, Kind::Complete);
        row("401 and its body", Reply::AuthenticationRequiredError, 401, true, Kind::Complete);
        row("404 and its body", Reply::ContentNotFoundError, 404, true, Kind::Complete);
        row("429 and its body", Reply::UnknownContentError, 429, true, Kind::Complete);
        row("503 and its body", Reply::ServiceUnavailableError, 503, true, Kind::Complete);
        row("529 and its body", Reply::UnknownServerError, 529, true, Kind::Complete);
        row("307", Reply::NoError, 307, true, Kind::Redirected);
        row("307, and Qt wanted to send again", Reply::ContentReSendError, 307, true, Kind::Redirected);
        row("407 and its body", Reply::ProxyAuthenticationRequiredError, 407, true, Kind::Complete);
        row("nothing listens, for an empty body", Reply::ConnectionRefusedError, 0, true, Kind::Refused);
        row("200, closed in the body", Reply::RemoteHostClosedError, 200, true, Kind::Cut);
        row("200, network lost in the body", Reply::UnknownNetworkError, 200, true, Kind::Cut);
        row("500, closed in the body", Reply::RemoteHostClosedError, 500, true, Kind::Cut);
        row("200, then no HTTP", Reply::ProtocolFailure, 200, true, Kind::BadResponse);
        row("no HTTP", Reply::ProtocolFailure, 0, true, Kind::BadResponse);
        row("closed before a header", Reply::RemoteHostClosedError, 0, true, Kind::Reset);
        row("closed, and Qt wanted to send again", Reply::ContentReSendError, 0, true, Kind::Reset);
        row("lost in the upload", Reply::UnknownNetworkError, 0, true, Kind::Reset);
        row("nothing listens", Reply::ConnectionRefusedError, 0, false, Kind::Refused);
        row("no such host", Reply::HostNotFoundError, 0, false, Kind::Refused);
        row("no route", Reply::UnknownNetworkError, 0, false, Kind::Refused);
        row("the proxy is gone", Reply::ProxyConnectionRefusedError, 0, false, Kind::Refused);
        row("the kernel gave up connecting", Reply::TimeoutError, 0, false, Kind::Refused);
        row("handshake failed", Reply::SslHandshakeFailedError, 0, false, Kind::TlsFailed);
        row("closed in the handshake", Reply::RemoteHostClosedError, 0, false, Kind::TlsFailed);
    }
    void anEndIsClassifiedByWhatWasSentAndWhatCame()
    {
        QFETCH(QNetworkReply::NetworkError, error);
        QFETCH(int, status);
        QFETCH(bool, sent);
        QFETCH(Kind, expected);
        const HttpEnd end = classify(
            {.url = address,
             .error = error,
             .errorText = u"as the system says"_s,
             .head = {.status = status, .headers = {{"location", "https://b.example/x"}, {"content-length", "0"}}},
             .sent = sent});
        QCOMPARE(end.kind, expected);
        QCOMPARE(end.sent, sent && expected != Kind::Refused);
        QCOMPARE(end.detail.isEmpty(), expected == Kind::Complete);
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
        QTest::addColumn<Kind>("expected");
        const auto row = [](const char *test, Reply::NetworkError error, const char *name, const char *value,
                            qint64 bodyBytes, Kind expected) {
            QTest::newRow(test) << error << QByteArray(name) << QByteArray(value) << bodyBytes << expected;
        };
        row("all, no error", Reply::NoError, "content-length", "9", 9, Kind::Complete);
        row("less, no error", Reply::NoError, "content-length", "9", 4, Kind::Cut);
        row("less, status error", Reply::InternalServerError, "content-length", "9", 4, Kind::Cut);
        row("all, would send again", Reply::ContentReSendError, "content-length", "9", 9, Kind::Complete);
        row("less, would send again", Reply::ContentReSendError, "content-length", "9", 4, Kind::Cut);
        row("chunked, no error", Reply::NoError, "transfer-encoding", "chunked", 4, Kind::Complete);
        row("chunked, would send again", Reply::ContentReSendError, "transfer-encoding", "chunked", 4, Kind::Cut);
        row("no length, would send again", Reply::ContentReSendError, "connection", "close", 4, Kind::Complete);
    }
    void aBodyIsWholeWhenItsLengthCameWhateverQtSays()
    {
        QFETCH(QNetworkReply::NetworkError, error);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(qint64, bodyBytes);
        QFETCH(Kind, expected);
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
        QCOMPARE(end.kind, Kind::Redirected);
        QVERIFY2(end.detail.contains(host), qPrintable(end.detail));
        QVERIFY(!end.detail.contains(u"canary"_s));
    }

    void aTimeoutNamesItsPhase()
    {
        QSet<QString> sentences;
        using Phase = HttpEnd::Phase;
        for (const Phase phase :
             {Phase::Connect, Phase::Upload, Phase::FirstByte, Phase::FirstContent, Phase::Idle, Phase::Total}) {
            const HttpEnd end = timedOut(address, phase, true);
            QCOMPARE(end.kind, Kind::TimedOut);
            QCOMPARE(end.phase, phase);
            sentences.insert(end.detail);
        }
        QCOMPARE(sentences.size(), 6);
    }
};

static const bool registered = sb::testing::add<TstEndClassifier>();

#include "tst_end_classifier.moc"
