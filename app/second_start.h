#pragma once

#include "core/profile/profile.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace sb::app {

/// The socket by which a second start of a profile's window finds the first: in the profile's folder, or, where that
/// path is too long for a socket, in the user's runtime folder.
[[nodiscard]] QString raiseSocket(const profile::Paths &paths);

/// The first window's side: hears that it should come to the front.
class RaiseServer final : public QObject
{
    Q_OBJECT
public:
    explicit RaiseServer(QObject *parent = nullptr);

    /// Only for the holder of the profile's WindowLock: a socket that is there is a dead window's then, and is
    /// replaced. Errors: Unavailable.
    [[nodiscard]] Result<void> listen(const QString &socket);

signals:
    /// @param activationToken Wayland's leave to take the focus; may be empty
    void raiseRequested(const QByteArray &activationToken);

private:
    void serve(QLocalSocket *peer);

    QLocalServer m_server;
};

/// The second start's side: asks the first window to come to the front. Tries again while nobody answers, since the
/// other may just be starting, until the patience is over.
class RaiseRequest final : public QObject
{
    Q_OBJECT
public:
    RaiseRequest(const QString &socket, const QByteArray &activationToken, std::chrono::milliseconds patience,
                 QObject *parent = nullptr);

    void start(); ///< → ended()

signals:
    void ended(bool raised); ///< once

private:
    void connectNow();
    void end(bool raised);

    QString m_name;
    QByteArray m_token;
    QLocalSocket m_socket;
    QTimer m_retry;
    QTimer m_deadline;
};

} // namespace sb::app
