#include "core/engine/link_fetch.h"
#include "core/net/http_client.h"
#include "tests/engine/scripted_server.h"
#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;
using chat::ErrorType;
using engine::FetchedLink;
using engine::LinkFetch;
using engine::LinkFetchOptions;
using listen::Header;

namespace {

const QByteArray FetchedPng("\x89PNG\r\n\x1a\n....IEND", 16);

Script file(const QByteArray &body, int status = 200, const QList<Header> &headers = {})
{
    return {.status = status, .contentType = "text/plain", .headers = headers, .body = body};
}

/// A name server that knows one answer for each name.
auto names(const QHash<QString, QList<QHostAddress>> &known)
{
    return [known](const QString &host, QObject *context, const LinkFetchOptions::Answer &answer) {
        QMetaObject::invokeMethod(
            context, [answer, addresses = known.value(host)] { answer(addresses); }, Qt::QueuedConnection);
    };
}

} // namespace

/// Over real sockets on loopback, which only a trusted link may reach.
class TstLinkFetch : public QObject
{
    Q_OBJECT

    FetchedLink fetched(const QUrl &url, LinkFetchOptions options)
    {
        LinkFetch fetch(m_client, m_clock, url.toEncoded(), std::move(options));
        QSignalSpy ended(&fetch, &LinkFetch::ended);
        FetchedLink link;
        connect(&fetch, &LinkFetch::ended, this, [&link](const FetchedLink &got) { link = got; });
        fetch.start();
        return ended.wait(20'000) ? link : FetchedLink{.error = chat::ProviderError{.message = u"no end"_s}};
    }

    /// The type of the error, or "ok" and what came.
    QString outcome(const QUrl &url, LinkFetchOptions options = {.trusted = true, .isImage = true})
    {
        const FetchedLink link = fetched(url, std::move(options));
        return QString::fromLatin1(link.error ? toWireName(link.error->type)
                                              : "ok " + link.mimeType + ' ' + QByteArray::number(link.bytes.size()));
    }

    QUrl serve(const Script &script, const QString &name = u"files"_s)
    {
        m_server.script(name, {script});
        QUrl url = m_server.baseUrl(name);
        url.setPath(url.path() + u"/picture"_s);
        return url;
    }

private slots:
    void whatComesIsJudgedByItsBytes_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<bool>("isImage");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a picture") << file(FetchedPng) << true << u"ok image/png 16"_s;
        QTest::newRow("a picture as a file") << file(FetchedPng) << false << u"ok image/png 16"_s;
        QTest::newRow("a PDF") << file("%PDF-1.7 %%EOF") << false << u"ok application/pdf 14"_s;
        QTest::newRow("a PDF as a picture") << file("%PDF-1.7") << true << u"invalid_image"_s;
        QTest::newRow("a web page as a picture")
            << Script{.contentType = "image/png", .body = "<html>"} << true << u"invalid_image"_s;
        QTest::newRow("nothing") << file("") << false << u"invalid_image"_s;
        QTest::newRow("not there") << file("gone", 404) << true << u"image_not_found"_s;
        QTest::newRow("refused") << file("no", 403) << true << u"image_download_failed"_s;
        QTest::newRow("cut") << Script{.body = FetchedPng.first(12), .then = Script::Then::Abort} << true
                             << u"image_download_failed"_s;
        QTest::newRow("a redirect to nowhere") << file("", 302) << true << u"image_download_failed"_s;
        QTest::newRow("a redirect to a file")
            << file("", 302, {{"location", "file:///etc/passwd"}}) << true << u"image_download_failed"_s;
    }
    void whatComesIsJudgedByItsBytes()
    {
        QFETCH(Script, script);
        QFETCH(bool, isImage);
        QFETCH(QString, expected);
        QCOMPARE(outcome(serve(script), {.trusted = true, .isImage = isImage}), expected);
    }

    void aRedirectIsFollowedFiveTimes()
    {
        const QUrl url = serve(file(FetchedPng));
        QUrl hop = url;
        for (int i = 1; i <= 5; ++i)
            hop = serve(file("", 302, {{"location", hop.toEncoded()}}), u"hop%1"_s.arg(i));
        QCOMPARE(outcome(hop), u"ok image/png 16"_s);
        QCOMPARE(outcome(serve(file("", 302, {{"location", hop.toEncoded()}}), u"hop6"_s)), u"image_download_failed"_s);
    }

    void aRedirectToAnotherOriginIsNotTrusted()
    {
        // Typed was the first link only: another port of this machine may be anybody's.
        ScriptedServer other;
        other.script(u"secret"_s, {file(FetchedPng)});
        const QUrl target = other.baseUrl(u"secret"_s);
        const QUrl url = serve(file("", 302, {{"location", target.toEncoded()}}), u"away"_s);
        QCOMPARE(outcome(url), u"image_download_failed"_s);
        QCOMPARE(m_server.received(u"away"_s).size(), 1);
        QVERIFY(other.received(u"secret"_s).isEmpty());

        // Nor is the way back from there; https alone does not make it another machine's.
        QUrl secure = target;
        secure.setScheme(u"https"_s);
        QCOMPARE(outcome(serve(file("", 302, {{"location", secure.toEncoded()}}), u"secure"_s)),
                 u"image_download_failed"_s);
    }

    void aFileAboveTheLimitIsNotRead()
    {
        const QUrl url = serve({.body = FetchedPng + QByteArray(3'000'000, 'x'), .then = Script::Then::Hang});
        const int before = m_server.left();
        QCOMPARE(outcome(url, {.trusted = true, .isImage = true, .mostBytes = 1'000'000}), u"image_too_large"_s);
        QTRY_COMPARE(m_server.left(), before + 1);
    }

    void aFileThatIsCutIsNotUsed()
    {
        // Text has no end by which it could be told; the server resets in mid-chunk.
        const QUrl url =
            serve({.contentType = "text/plain", .body = "half a sen", .then = Script::Then::Abort}, u"cut"_s);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(outcome(url, {.trusted = true, .isImage = false}), u"image_download_failed"_s);
        QCOMPARE(m_server.received(u"cut"_s).size(), 100); // none was asked for again without a word
    }

    void aServerThatTakesItsTimeIsLeft()
    {
        const QUrl url = serve({.body = FetchedPng, .then = Script::Then::Hang});
        const int before = m_server.left();
        QCOMPARE(outcome(url, {.trusted = true, .isImage = true, .limit = std::chrono::milliseconds(300)}),
                 u"image_download_failed"_s);
        QTRY_COMPARE(m_server.left(), before + 1);
    }

    void noKeyAndNoCookieIsSent()
    {
        const QUrl url = serve(file(FetchedPng, 200, {{"set-cookie", "a=b"}}), u"cookies"_s);
        QCOMPARE(outcome(url), u"ok image/png 16"_s);
        QCOMPARE(outcome(url), u"ok image/png 16"_s);
        const QList<listen::Request> received = m_server.received(u"cookies"_s);
        QCOMPARE(received.size(), 2);
        for (const listen::Request &request : received) {
            QCOMPARE(request.method, QByteArray("GET"));
            for (const char *header : {"cookie", "authorization", "x-api-key", "x-goog-api-key"})
                QCOMPARE(request.header(header), QByteArray());
        }
    }

    void thisMachineIsOutOfReachForALinkOfOthers_data()
    {
        QTest::addColumn<QString>("host");
        for (const char *host : {"127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "inside.example", "localhost"})
            QTest::newRow(host) << QString::fromLatin1(host);
    }
    void thisMachineIsOutOfReachForALinkOfOthers()
    {
        QFETCH(QString, host);
        QUrl url = serve(file(FetchedPng), u"secret"_s);
        url.setScheme(u"https"_s);
        url.setHost(host);
        QCOMPARE(
            outcome(url,
                    {.isImage = true,
                     .lookUp = names({{u"inside.example"_s, {QHostAddress::LocalHost, QHostAddress(u"10.0.0.1"_s)}},
                                      {u"localhost"_s, {QHostAddress::LocalHostIPv6}}})}),
            u"image_download_failed"_s);
        QVERIFY(m_server.received(u"secret"_s).isEmpty());
    }

    void onlyHttpsIsFetchedForALinkOfOthers()
    {
        for (const char *url : {"http://example.org/a.png", "file:///etc/passwd", "ftp://example.org/a",
                                "https://user:secret@example.org/a", "https://", "nonsense"})
            QCOMPARE(outcome(QUrl(QString::fromLatin1(url)), {.isImage = true, .lookUp = names({})}),
                     u"image_download_failed"_s);
    }

    void theAddressThatWasJudgedIsTheOneThatIsConnectedTo()
    {
        // No name server knows this name, so that a second look-up could not lead anywhere.
        QUrl url = serve(file(FetchedPng));
        url.setHost(u"pinned.invalid"_s);
        QCOMPARE(outcome(url,
                         {.trusted = true,
                          .isImage = true,
                          .lookUp = names({{u"pinned.invalid"_s, {QHostAddress::LocalHost}}})}),
                 u"ok image/png 16"_s);
        QVERIFY(m_server.received(u"files"_s).constLast().header("host").startsWith("pinned.invalid:"));
    }

    void theNextAddressIsTriedWhereNothingListens()
    {
        QUrl url = serve(file(FetchedPng));
        url.setHost(u"two.invalid"_s);
        const QHostAddress nobody(u"127.0.0.9"_s);
        QCOMPARE(outcome(url,
                         {.trusted = true,
                          .isImage = true,
                          .lookUp = names({{u"two.invalid"_s, {nobody, QHostAddress::LocalHost}}})}),
                 u"ok image/png 16"_s);
    }

    void whatIsDestroyedOnTheWayClosesItsConnection()
    {
        const QUrl url = serve({.body = FetchedPng, .then = Script::Then::Hang}, u"hanging"_s);
        const int before = m_server.left();
        auto fetch = std::make_unique<LinkFetch>(m_client, m_clock, url.toEncoded(), LinkFetchOptions{.trusted = true});
        fetch->start();
        QTRY_COMPARE(m_server.received(u"hanging"_s).size(), 1);
        fetch.reset();
        QTRY_COMPARE(m_server.left(), before + 1);
    }

private:
    SystemClock m_clock;
    ScriptedServer m_server;
    net::HttpClient m_client{m_clock};
};

static const bool tstLinkFetch = sb::testing::add<TstLinkFetch>();

#include "tst_link_fetch.moc"
