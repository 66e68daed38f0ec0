#include "core/secrets/entry_names.h"

#include "core/secrets/keychain_entries.h"
#include "core/secrets/keychain_probe.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMap>

#include <memory>

using namespace Qt::StringLiterals;

namespace sb::secrets {

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

constexpr auto Service = "org.freedesktop.secrets"_L1;
constexpr int Patience = int(std::chrono::milliseconds(KeychainPatience).count());

struct Listing
{
    std::function<void(const std::optional<QStringList> &)> then;
    QStringList names = {};
    qsizetype open = 0; ///< items whose name has not come
    bool failed = false;

    void finish() const
    {
        const bool whole = !failed && names.contains(CanaryName);
        then(whole ? std::optional(names) : std::nullopt);
    }
};

void askName(const QDBusObjectPath &item, QObject *context, const std::shared_ptr<Listing> &listing)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(Service, item.path(), u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call << u"org.freedesktop.Secret.Item"_s << u"Attributes"_s;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, Patience), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, listing] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            listing->names.append(qdbus_cast<Attributes>(reply.value().variant()).value(u"user"_s));
        else
            listing->failed = true;
        if (--listing->open == 0)
            listing->finish();
    });
}

} // namespace

void listEntryNames(QObject *context, const std::function<void(const std::optional<QStringList> &)> &then)
{
    qDBusRegisterMetaType<Attributes>();
    QDBusMessage call = QDBusMessage::createMethodCall(Service, u"/org/freedesktop/secrets"_s,
                                                       u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    call << QVariant::fromValue(Attributes{{u"server"_s, KeychainService}}); // as QtKeychain names it
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, Patience), context);
    const auto listing = std::make_shared<Listing>(Listing{.then = then});
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, context, listing] {
        watcher->deleteLater();
        const QDBusPendingReply<Paths, Paths> reply = *watcher;
        const Paths items = reply.isValid() ? reply.argumentAt<0>() + reply.argumentAt<1>() : Paths();
        listing->open = items.size();
        for (const QDBusObjectPath &item : items)
            askName(item, context, listing);
        if (items.isEmpty())
            listing->finish();
    });
}

} // namespace sb::secrets
