#include "core/secrets/entry_names.h"

#include "core/secrets/keychain_entries.h"
#include "core/secrets/keychain_probe.h"
#include "core/secrets/service_call.h"

#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMap>

#include <memory>

using namespace Qt::StringLiterals;

namespace sb::secrets {

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

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
    askProperty(item.path(), u"org.freedesktop.Secret.Item"_s, u"Attributes"_s, context,
                [listing](const QDBusPendingCall &call) {
                    const QDBusPendingReply<QDBusVariant> reply = call;
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
    const auto listing = std::make_shared<Listing>(Listing{.then = then});
    callService({.path = u"/org/freedesktop/secrets"_s,
                 .interface = u"org.freedesktop.Secret.Service"_s,
                 .method = u"SearchItems"_s,
                 // As QtKeychain names it.
                 .arguments = {QVariant::fromValue(Attributes{{u"server"_s, KeychainService}})}},
                context, [context, listing](const QDBusPendingCall &call) {
                    const QDBusPendingReply<Paths, Paths> reply = call;
                    const Paths items = reply.isValid() ? reply.argumentAt<0>() + reply.argumentAt<1>() : Paths();
                    listing->open = items.size();
                    for (const QDBusObjectPath &item : items)
                        askName(item, context, listing);
                    if (items.isEmpty())
                        listing->finish();
                });
}

} // namespace sb::secrets
