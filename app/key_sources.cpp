#include "app/key_sources.h"

#include "core/secrets/key_entry.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

constexpr qint64 KeyLimit = 64 * 1024;

struct FoundKey
{
    secrets::Key key = {};
    QString from = {};
    QString refusal = {}; ///< why it may not be taken; empty: it may
};

QByteArray fileKey(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(KeyLimit).trimmed() : QByteArray();
}

/// Which providers a key belongs to as they were shipped; empty: to nobody.
using Claims = QList<catalog::Provider>;

Claims claimsOn(const QString &variable, const QList<catalog::Provider> &shipped)
{
    Claims claims = shipped;
    claims.removeIf([&](const catalog::Provider &each) { return !each.keyVariables.contains(variable); });
    return claims;
}

bool isClaimedBy(const catalog::Provider &provider, const Claims &claims)
{
    return std::any_of(claims.cbegin(), claims.cend(), [&](const catalog::Provider &each) {
        return each.id == provider.id && secrets::originOf(each.baseUrl) == secrets::originOf(provider.baseUrl);
    });
}

QString onlyForItsOwner(const catalog::Provider &provider, const QString &from, const Claims &claims)
{
    return QCoreApplication::translate("sb::app",
                                       "%1: the key from %2 is for %3 only and is not sent to %4. Enter a key for that "
                                       "address in Providers.")
        .arg(provider.id, from, QString::fromUtf8(secrets::originOf(claims.constFirst().baseUrl)),
             QString::fromUtf8(secrets::originOf(provider.baseUrl)));
}

QString notNamed(const catalog::Provider &provider, const QString &from)
{
    return QCoreApplication::translate("sb::app", "%1: %2 is not sent to %3. To do so, say --keys-from-env=%1.")
        .arg(provider.id, from, QString::fromUtf8(secrets::originOf(provider.baseUrl)));
}

/// Empty: the provider may read the variable.
QString refusal(const catalog::Provider &provider, const QString &variable, const Claims &claims,
                const KeyLookup &lookup)
{
    const QString from = u'$' + variable;
    if (!claims.isEmpty())
        return isClaimedBy(provider, claims) ? QString() : onlyForItsOwner(provider, from, claims);
    return lookup.named.contains(provider.id) ? QString() : notNamed(provider, from);
}

FoundKey credential(const catalog::Provider &provider, const QList<catalog::Provider> &shipped, const KeyLookup &lookup)
{
    if (lookup.credentialsDirectory.isEmpty())
        return {};
    const QString from = u"$CREDENTIALS_DIRECTORY"_s;
    Claims claims = shipped;
    claims.removeIf([&](const catalog::Provider &each) { return each.id != provider.id; });
    const bool isMoved = !claims.isEmpty() && !isClaimedBy(provider, claims);
    return {.key = {.value = fileKey(lookup.credentialsDirectory + u'/' + provider.id), .source = u"credentials"_s},
            .from = from,
            .refusal = isMoved ? onlyForItsOwner(provider, from, claims) : QString()};
}

FoundKey find(const catalog::Provider &provider, const QList<catalog::Provider> &shipped, const KeyLookup &lookup)
{
    if (FoundKey found = credential(provider, shipped, lookup); !found.key.value.isEmpty())
        return found;
    FoundKey refused;
    for (const QString &variable : lookup.environment ? provider.keyVariables : QStringList()) {
        const QByteArray value = lookup.environment(variable).trimmed();
        const Claims claims = claimsOn(variable, shipped);
        const bool isAsked = lookup.shipped || !isClaimedBy(provider, claims) || lookup.named.contains(provider.id);
        if (value.isEmpty() || !isAsked)
            continue;
        const FoundKey found{.key = {.value = value, .source = u"environment"_s},
                             .from = u'$' + variable,
                             .refusal = refusal(provider, variable, claims, lookup)};
        if (found.refusal.isEmpty())
            return found;
        refused = refused.refusal.isEmpty() ? found : refused;
    }
    return refused;
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

QString unusable(const catalog::Provider &provider, const QString &from, const Error &why)
{
    return QCoreApplication::translate("sb::app", "%1: the key from %2 is not used: %3")
        .arg(provider.id, from, why.message);
}

} // namespace

QStringList variablesOf(const catalog::Provider &provider, const QList<catalog::Provider> &shipped)
{
    QStringList variables = provider.keyVariables;
    variables.removeIf([&](const QString &variable) {
        const Claims claims = claimsOn(variable, shipped);
        return !claims.isEmpty() && !isClaimedBy(provider, claims);
    });
    return variables;
}

QList<secrets::KeyOwner> keyOwners(const QList<catalog::Provider> &providers, const QList<catalog::Provider> &shipped,
                                   const routing::KeyRules &rules)
{
    QList<secrets::KeyOwner> owners;
    for (const catalog::Provider &provider : providers) {
        if (provider.practice || provider.auth == catalog::Provider::Auth::None)
            continue;
        QStringList keyIds;
        for (const routing::KeyRule &rule : rules.value(provider.id)) {
            if (!rule.id.isEmpty())
                keyIds.append(rule.id);
        }
        owners.append({.providerId = provider.id,
                       .baseUrl = provider.baseUrl,
                       .variables = variablesOf(provider, shipped),
                       .keyIds = keyIds});
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

LoadedKeys loadKeys(const QList<catalog::Provider> &providers, const QList<catalog::Provider> &shipped,
                    const KeyLookup &lookup)
{
    LoadedKeys loaded;
    for (const catalog::Provider &provider : providers) {
        FoundKey found = provider.enabled && !provider.practice ? find(provider, shipped, lookup) : FoundKey{};
        if (!found.refusal.isEmpty())
            loaded.notices.append(found.refusal);
        if (found.key.value.isEmpty() || !found.refusal.isEmpty())
            continue;
        if (provider.baseUrl.isEmpty())
            continue; // a part of its address is not filled in: there is nowhere to send a key to
        const Result<QByteArray> clean = secrets::cleanKey(found.key.value);
        if (!clean) {
            loaded.notices.append(unusable(provider, found.from, clean.error()));
            continue;
        }
        found.key.value = *clean;
        found.key.origin = secrets::originOf(provider.baseUrl);
        loaded.table.set(provider.id, found.key);
        loaded.notices.append(notice(provider.id, found.from, found.key.origin));
    }
    return loaded;
}

} // namespace sb::app
