#include "core/secrets/secret_service.h"

#include "core/secrets/keychain_entries.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sb::secrets {

namespace {

using Then = std::function<void(SecretService)>;

constexpr auto Service = "org.freedesktop.secrets"_L1;
constexpr int Patience = int(std::chrono::milliseconds(KeychainPatience).count());

/// Without this look D-Bus would start a session of its own where there is a display, which takes long and helps
/// nobody.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

void askLocked(const QString &collection, QObject *context, const Then &then)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(Service, collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, Patience), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, then] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        then(reply.isValid() && !reply.value().variant().toBool() ? SecretService::Open : SecretService::Locked);
    });
}

} // namespace

void askSecretService(QObject *context, const Then &then)
{
    if (!hasSessionBus() || !QDBusConnection::sessionBus().isConnected()) {
        QTimer::singleShot(0, context, [then] { then(SecretService::Absent); });
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(Service, u"/org/freedesktop/secrets"_s,
                                                       u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    call << u"default"_s;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, Patience), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, context, then] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (!reply.isValid())
            then(SecretService::Absent);
        else if (reply.value().path() == "/"_L1)
            then(SecretService::Locked);
        else
            askLocked(reply.value().path(), context, then);
    });
}

} // namespace sb::secrets
