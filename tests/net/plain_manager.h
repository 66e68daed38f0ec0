#pragma once

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTest>
#include <QVersionNumber>

#include <memory>

namespace sb::testing {

/// QNetworkAccessManager as it comes, for showing what it does by itself; only the proxy of the machine is left out.
class PlainManager
{
public:
    PlainManager() { m_manager.setProxy(QNetworkProxy(QNetworkProxy::NoProxy)); }

    std::unique_ptr<QNetworkReply> post(const QUrl &url, const QByteArray &body = "{\"stream\":true}",
                                        QNetworkRequest request = {})
    {
        request.setUrl(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        return std::unique_ptr<QNetworkReply>(m_manager.post(request, body));
    }
    QNetworkAccessManager &manager() { return m_manager; }

private:
    QNetworkAccessManager m_manager;
};

[[nodiscard]] inline bool waitForFinished(const QNetworkReply &reply)
{
    return QTest::qWaitFor([&reply] { return reply.isFinished(); }, 20'000);
}

} // namespace sb::testing

/// Verifies that a trap is open in a plain manager; a Qt after 6.4 that has closed it skips with its version.
#define VERIFY_TRAP_OPEN(condition)                                                                                 \
    do {                                                                                                            \
        if (!(condition) && QVersionNumber::fromString(QLatin1String(qVersion())) >= QVersionNumber(6, 5))          \
            QSKIP(qPrintable(QStringLiteral("Qt %1 has closed this trap itself.").arg(QLatin1String(qVersion())))); \
        QVERIFY(condition);                                                                                         \
    } while (false)
