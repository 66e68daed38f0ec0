#include "core/secrets/secret_service.h"

#include "core/secrets/service_call.h"

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sb::secrets {

namespace {

using Then = std::function<void(SecretService)>;

/// Without this look D-Bus would start a session of its own where there is a display, which takes long and helps
/// nobody.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

void askLocked(const QString &collection, QObject *context, const Then &then)
{
    askProperty(
        collection, u"org.freedesktop.Secret.Collection"_s, u"Locked"_s, context, [then](const QDBusPendingCall &call) {
            const QDBusPendingReply<QDBusVariant> reply = call;
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
    callService({.path = u"/org/freedesktop/secrets"_s,
                 .interface = u"org.freedesktop.Secret.Service"_s,
                 .method = u"ReadAlias"_s,
                 .arguments = {u"default"_s}},
                context, [context, then](const QDBusPendingCall &call) {
                    const QDBusPendingReply<QDBusObjectPath> reply = call;
                    if (!reply.isValid())
                        then(SecretService::Absent);
                    else if (reply.value().path() == "/"_L1)
                        then(SecretService::Locked);
                    else
                        askLocked(reply.value().path(), context, then);
                });
}

} // namespace sb::secrets
