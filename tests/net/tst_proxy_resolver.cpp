#include "core/net/proxy_resolver.h"

#include "tests/testing/testing.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using sb::net::ProxyResolver;

namespace {

const QNetworkProxy someProxy(QNetworkProxy::HttpProxy, u"proxy.example"_s, 3128);

} // namespace

class TstProxyResolver : public QObject
{
    Q_OBJECT

private slots:
    void loopbackNeverHasOne_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"http://localhost:11434/v1", "http://models.localhost/", "http://127.0.0.1:1",
                                "https://[::1]/", "http://127.8.9.10/"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void loopbackNeverHasOne()
    {
        QFETCH(QString, url);
        std::atomic<int> asked = 0;
        ProxyResolver resolver([&](const QUrl &) { return ++asked, someProxy; });
        QNetworkProxy answer;
        resolver.resolve(QUrl(url), this, [&](const QNetworkProxy &proxy) { answer = proxy; });
        QCOMPARE(answer.type(), QNetworkProxy::NoProxy);
        QCOMPARE(asked, 0);
    }

    void allWhoWaitGetTheOneAnswer()
    {
        std::atomic<int> asked = 0;
        QSemaphore gate;
        ProxyResolver resolver([&](const QUrl &) {
            ++asked;
            gate.acquire();
            return someProxy;
        });
        int answered = 0;
        for (const char *path : {"http://a.example/x", "http://a.example:80/y?z"})
            resolver.resolve(QUrl(QString::fromLatin1(path)), this, [&](const QNetworkProxy &proxy) {
                QCOMPARE(proxy, someProxy);
                ++answered;
            });
        QCOMPARE(answered, 0);
        gate.release(2);
        QTRY_COMPARE(answered, 2);
        QCOMPARE(asked, 1);
    }

    void theOriginAloneIsAskedFor()
    {
        QUrl asked;
        ProxyResolver resolver([&](const QUrl &origin) { return asked = origin, someProxy; });
        bool answered = false;
        resolver.resolve(QUrl(u"https://a.example/v1?key=canary"_s), this,
                         [&](const QNetworkProxy &) { answered = true; });
        QTRY_VERIFY(answered);
        QCOMPARE(asked, QUrl(u"https://a.example:443"_s));
    }

    void whatWasForgottenIsAskedForAgain()
    {
        std::atomic<int> asked = 0;
        ProxyResolver resolver([&](const QUrl &) { return ++asked, someProxy; });
        const QUrl url(u"https://a.example/v1"_s);
        int answered = 0;
        const auto count = [&](const QNetworkProxy &) { ++answered; };
        resolver.resolve(url, this, count);
        QTRY_COMPARE(answered, 1);
        resolver.resolve(url, this, count);
        QCOMPARE(asked, 1);
        resolver.forget(url);
        resolver.resolve(url, this, count);
        QTRY_COMPARE(answered, 3);
        QCOMPARE(asked, 2);
    }

    void whoIsGoneIsNotAnswered()
    {
        QSemaphore gate;
        ProxyResolver resolver([&](const QUrl &) { return gate.acquire(), someProxy; });
        const QUrl url(u"https://a.example/v1"_s);
        bool goneAnswered = false;
        bool answered = false;
        {
            QObject gone;
            resolver.resolve(url, &gone, [&](const QNetworkProxy &) { goneAnswered = true; });
        }
        resolver.resolve(url, this, [&](const QNetworkProxy &) { answered = true; });
        gate.release();
        QTRY_VERIFY(answered);
        QVERIFY(!goneAnswered);
    }
};

static const bool tstProxyResolver = sb::testing::add<TstProxyResolver>();

#include "tst_proxy_resolver.moc"
