#include "core/secrets/service_call.h"

#include "core/secrets/keychain_entries.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

#include <chrono>

using namespace Qt::StringLiterals;

namespace sb::secrets {

void callService(const ServiceCall &call, QObject *context, const std::function<void(const QDBusPendingCall &)> &then)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, call.path, call.interface, call.method);
    message.setArguments(call.arguments);
    const auto patience = int(std::chrono::milliseconds(KeychainPatience).count());
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, patience), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, then] {
        watcher->deleteLater();
        then(*watcher);
    });
}

void askProperty(const QString &path, const QString &interface, const QString &name, QObject *context,
                 const std::function<void(const QDBusPendingCall &)> &then)
{
    callService({.path = path,
                 .interface = u"org.freedesktop.DBus.Properties"_s,
                 .method = u"Get"_s,
                 .arguments = {interface, name}},
                context, then);
}

} // namespace sb::secrets
