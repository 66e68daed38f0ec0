#include "tests/catalog/shipped.h"

#include "resources/data.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sb::testing {

QStringList shipped(const QString &folder)
{
    initData();
    return QDir(u":/signalbox/"_s + folder).entryList(QDir::Files);
}

Json readShipped(const QString &folder, const QString &name)
{
    initData();
    QFile file(u":/signalbox/%1/%2"_s.arg(folder, name));
    return file.open(QIODevice::ReadOnly) ? parseJson(file.readAll()).value_or(Json()) : Json();
}

catalog::Catalog shippedCatalog()
{
    QList<catalog::Provider> providers;
    QList<catalog::Endpoint> endpoints;
    for (const QString &name : shipped(u"providers"_s))
        providers.append(catalog::parseProvider(readShipped(u"providers"_s, name), name).value_or(catalog::Provider{}));
    for (const QString &name : shipped(u"catalog"_s))
        endpoints.append(
            catalog::parseEndpoints(readShipped(u"catalog"_s, name), name).value_or(QList<catalog::Endpoint>{}));
    return catalog::Catalog(providers, endpoints);
}

} // namespace sb::testing
