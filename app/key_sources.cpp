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

} // namespace

LoadedKeys loadKeys(const QList<catalog::Provider> &providers, const KeyLookup &lookup)
{
    LoadedKeys loaded;
    for (const catalog::Provider &provider : providers) {
        FoundKey found = provider.enabled && !provider.practice ? find(provider, lookup) : FoundKey{};
        if (found.key.value.isEmpty())
            continue;
        found.key.origin = secrets::originOf(provider.baseUrl);
        loaded.table.set(provider.id, found.key);
        loaded.notices.append(QCoreApplication::translate("sb::app", "%1: key from %2, for %3")
                                  .arg(provider.id, found.from, QString::fromUtf8(found.key.origin)));
    }
    return loaded;
}

} // namespace sb::app
