#include "app/second_start.h"

#include <QCryptographicHash>
#include <QFile>
#include <QStandardPaths>

#include <sys/un.h>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

constexpr auto Raise = "raise ";
constexpr auto Raised = "raised\n";
constexpr qint64 LongestLine = 4096;
constexpr std::chrono::milliseconds RetryAfter{50};

} // namespace

QString raiseSocket(const profile::Paths &paths)
{
    const QString inProfile = paths.root + "/window.socket"_L1;
    if (size_t(QFile::encodeName(inProfile).size()) < sizeof(sockaddr_un::sun_path))
        return inProfile;
    const QByteArray hash = QCryptographicHash::hash(paths.root.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)
        + u"/signalbox-%1.socket"_s.arg(QString::fromLatin1(hash.left(16)));
}

RaiseServer::RaiseServer(QObject *parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *peer = m_server.nextPendingConnection())
            serve(peer);
    });
}

Result<void> RaiseServer::listen(const QString &socket)
{
    QLocalServer::removeServer(socket);
    if (m_server.listen(socket))
        return {};
    return failure(Error::Kind::Unavailable,
                   tr("A second start of Signalbox cannot find this window: %1.").arg(m_server.errorString()));
}

void RaiseServer::serve(QLocalSocket *peer)
{
    peer->setReadBufferSize(LongestLine);
    connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
    connect(peer, &QLocalSocket::readyRead, this, [this, peer] {
        if (!peer->canReadLine()) {
            if (peer->bytesAvailable() >= LongestLine)
                peer->abort();
            return;
        }
        const QByteArray line = peer->readLine().trimmed() + ' ';
        if (line.startsWith(Raise)) {
            emit raiseRequested(line.mid(qsizetype(qstrlen(Raise))).trimmed());
            peer->write(Raised);
        }
        peer->disconnectFromServer();
    });
}

RaiseRequest::RaiseRequest(const QString &socket, const QByteArray &activationToken, std::chrono::milliseconds patience,
                           QObject *parent)
    : QObject(parent)
    , m_name(socket)
    , m_token(activationToken)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryAfter);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(patience);
    connect(&m_retry, &QTimer::timeout, this, &RaiseRequest::connectNow);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(false); });
    connect(&m_socket, &QLocalSocket::connected, this, [this] { m_socket.write(Raise + m_token + '\n'); });
    connect(&m_socket, &QLocalSocket::readyRead, this, [this] {
        if (m_socket.canReadLine() && m_socket.readLine() == Raised)
            end(true);
    });
    // Also emitted when the other side closes.
    connect(&m_socket, &QLocalSocket::errorOccurred, &m_retry, qOverload<>(&QTimer::start));
}

void RaiseRequest::start()
{
    m_deadline.start();
    m_retry.start(std::chrono::milliseconds{0});
}

void RaiseRequest::connectNow()
{
    m_socket.abort();
    m_socket.connectToServer(m_name);
}

void RaiseRequest::end(bool raised)
{
    m_socket.disconnect(this);
    m_socket.disconnect(&m_retry);
    m_retry.stop();
    m_deadline.stop();
    m_socket.abort();
    emit ended(raised);
}

} // namespace sb::app
