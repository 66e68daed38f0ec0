#pragma once

#include <QDBusPendingCall>
#include <QString>
#include <QVariant>

#include <functional>

/// Calls to the Secret Service on the session's D-Bus, as freedesktop.org's Secret Service API 0.2 names them.
namespace sb::secrets {

struct ServiceCall
{
    QString path = {}; ///< of the object, such as that of a collection
    QString interface = {};
    QString method = {};
    QVariantList arguments = {};
};

/// Calls `then` once, later, with the reply or its error; an answer that does not come in KeychainPatience is an error.
/// Not called any more when `context` is gone.
void callService(const ServiceCall &call, QObject *context, const std::function<void(const QDBusPendingCall &)> &then);

/// The property `name` of `interface` at `path`; else as above. The reply holds a QDBusVariant.
void askProperty(const QString &path, const QString &interface, const QString &name, QObject *context,
                 const std::function<void(const QDBusPendingCall &)> &then);

} // namespace sb::secrets
