#include "app/key_sources.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

constexpr qint64 KeyLimit = 64 * 1024;

struct FoundKey
{
    secrets::Key key = {};
    QString from = {};
};

QByteArray fileKey(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(KeyLimit).trimmed() : QByteArray();
}

FoundKey find(const catalog::Provider &provider, const KeyLookup &lookup)
{
    if (!lookup.credentialsDirectory.isEmpty()) {
        const QByteArray value = fileKey(lookup.credentialsDirectory + u'/' + provider.id);
        if (!value.isEmpty())
            return {.key = {.value = value, .source = u"credentials"_s}, .from = u"$CREDENTIALS_DIRECTORY"_s};
    }
    for (const QString &variable : lookup.environment ? provider.keyVariables : QStringList()) {
        const QByteArray value = lookup.environment(variable).trimmed();
        if (!value.isEmpty())
            return {.key = {.value = value, .source = u"environment"_s}, .from = u'$' + variable};
    }
    return {};
}

QString notice(const QString &providerId, const QString &from, const QByteArray &origin)
{
    return QCoreApplication::translate("sb::app", "%1: key from %2, for %3")
        .arg(providerId, from, QString::fromUtf8(origin));
}

QString notSent(const catalog::Provider &provider, const QByteArray &enteredFor)
{
    return QCoreApplication::translate("sb::app",
                                       "%1: its key was entered for %2 and is not sent to %3. Confirm the address in "
                                       "Providers, or correct it.")
        .arg(provider.id, QString::fromUtf8(enteredFor), QString::fromUtf8(secrets::originOf(provider.baseUrl)));
}

} // namespace

QList<secrets::KeyOwner> keyOwners(const QList<catalog::Provider> &providers)
{
    QList<secrets::KeyOwner> owners;
    for (const catalog::Provider &provider : providers) {
        if (!provider.practice && provider.auth != catalog::Provider::Auth::None)
            owners.append({.providerId = provider.id, .baseUrl = provider.baseUrl, .variables = provider.keyVariables});
    }
    return owners;
}

QStringList keychainNotices(const QList<catalog::Provider> &providers, const secrets::KeyStore &keys)
{
    const QString keychain = QCoreApplication::translate("sb::app", "the keychain");
    QStringList notices;
    for (const catalog::Provider &provider : providers) {
        const std::optional<secrets::KeyInfo> info = keys.info(provider.id);
        if (!provider.enabled || !info)
            continue;
        if (info->needsConfirmation)
            notices.append(notSent(provider, info->origin));
        else if (info->source == "keychain"_L1)
            notices.append(notice(provider.id, keychain, info->origin));
    }
    if (keys.keychain() == secrets::Keychain::Locked)
        notices.append(secrets::KeyStore::sentence(secrets::Keychain::Locked));
    return notices;
}

LoadedKeys loadKeys(const QList<catalog::Provider> &providers, const KeyLookup &lookup)
{
    LoadedKeys loaded;
    for (const catalog::Provider &provider : providers) {
        FoundKey found = provider.enabled && !provider.practice ? find(provider, lookup) : FoundKey{};
        if (found.key.value.isEmpty())
            continue;
        found.key.origin = secrets::originOf(provider.baseUrl);
        loaded.table.set(provider.id, found.key);
        loaded.notices.append(notice(provider.id, found.from, found.key.origin));
    }
    return loaded;
}

} // namespace sb::app
