#include "tests/secrets/keyring.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QDBusVariant>
#include <QTest>

using namespace Qt::StringLiterals;

namespace sb::testing {

/// A secret as the Secret Service sends it, in a session without encryption.
struct WireSecret
{
    QDBusObjectPath session = {};
    QByteArray parameters = {};
    QByteArray value = {};
    QString contentType = u"text/plain"_s;
};

QDBusArgument &operator<<(QDBusArgument &argument, const WireSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, WireSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

namespace keyring {

namespace {

const auto Service = u"org.freedesktop.secrets"_s;
const auto Root = u"/org/freedesktop/secrets"_s;

QDBusObjectPath collection()
{
    QDBusInterface service(Service, Root, u"org.freedesktop.Secret.Service"_s);
    return QDBusReply<QDBusObjectPath>(service.call(u"ReadAlias"_s, u"default"_s)).value();
}

} // namespace

void lock()
{
    QDBusInterface service(Service, Root, u"org.freedesktop.Secret.Service"_s);
    service.call(u"Lock"_s, QVariant::fromValue(QList<QDBusObjectPath>{collection()}));
    QVERIFY(isLocked());
}

void unlock()
{
    qDBusRegisterMetaType<WireSecret>();
    QDBusInterface service(Service, Root, u"org.freedesktop.Secret.Service"_s);
    const QDBusMessage opened =
        service.call(u"OpenSession"_s, u"plain"_s, QVariant::fromValue(QDBusVariant(QString())));
    // with-keyring's password: the line feed is part of it.
    const WireSecret password{.session = opened.arguments().value(1).value<QDBusObjectPath>(), .value = "\n"};
    QDBusInterface keeper(Service, Root, u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s);
    keeper.call(u"UnlockWithMasterPassword"_s, QVariant::fromValue(collection()), QVariant::fromValue(password));
    QVERIFY(!isLocked());
}

bool isLocked()
{
    QDBusInterface properties(Service, collection().path(), u"org.freedesktop.DBus.Properties"_s);
    const QDBusReply<QDBusVariant> locked =
        properties.call(u"Get"_s, u"org.freedesktop.Secret.Collection"_s, u"Locked"_s);
    return locked.value().variant().toBool();
}

} // namespace keyring

} // namespace sb::testing

Q_DECLARE_METATYPE(sb::testing::WireSecret)
