#include "core/profile/folder.h"
#include "core/profile/guarded_write.h"
#include "core/profile/io_error.h"
#include "core/profile/price_files.h"
#include "core/profile/profile.h"
#include "resources/data.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <functional>

using namespace Qt::StringLiterals;

namespace sb::profile {

namespace {

using catalog::Endpoint;
using catalog::Provider;

struct CatalogFilesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::profile::Catalog)
};

/// Gathers what the files of several folders hold.
struct Gathered
{
    QList<Provider> providers = {};
    QList<Endpoint> endpoints = {};
    QHash<QString, Revision> revisions = {};
    QList<BadFile> bad = {};

    [[nodiscard]] bool knows(const QString &providerId) const
    {
        return std::ranges::any_of(providers, [&](const Provider &provider) { return provider.id == providerId; });
    }
};

Result<void> checkFileName(const QString &id, const QFileInfo &file)
{
    if (id == file.completeBaseName())
        return {};
    return failure(Error::Kind::InvalidInput,
                   CatalogFilesText::tr("expected the id \"%1\", as the file is called, found \"%2\"")
                       .arg(file.completeBaseName(), id));
}

Result<void> addProvider(Gathered &all, const QFileInfo &file, const Json &json, bool fromProfile)
{
    return catalog::parseProvider(json, {}).and_then([&](Provider provider) {
        provider.fromProfile = fromProfile;
        return checkFileName(provider.id, file).map([&] { all.providers.append(provider); });
    });
}

Result<void> addEndpoints(Gathered &all, const QFileInfo &file, const Json &json, bool fromProfile)
{
    return catalog::parseEndpoints(json, {}).and_then([&](QList<Endpoint> endpoints) -> Result<void> {
        for (Endpoint &endpoint : endpoints)
            endpoint.fromProfile = fromProfile;
        const QString providerId = json["provider"].toText();
        if (!all.knows(providerId))
            return failure(Error::Kind::NotFound, CatalogFilesText::tr("there is no provider \"%1\"").arg(providerId));
        return checkFileName(providerId, file).map([&] { all.endpoints.append(endpoints); });
    });
}

using Add = std::function<Result<void>(const QFileInfo &, const Json &)>;

void addFiles(Gathered &all, const QString &folder, bool fromProfile, const Add &add)
{
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const Result<QByteArray> bytes = readFile(file.filePath());
        const Result<void> added =
            bytes.and_then([](const QByteArray &text) { return parseJson(text); }).and_then([&](const Json &read) {
                return add(file, read);
            });
        if (added && fromProfile) // nobody writes the shipped ones
            all.revisions.insert(file.filePath(), revisionOfBytes(*bytes));
        else if (!added)
            all.bad.append({.path = file.filePath(), .error = damaged(file.filePath(), added.error().message)});
    }
}

template <typename Parse>
Result<Revision> write(const QString &path, const Json &json, const Expected &expected, const Parse &parse)
{
    return writeGuarded(path, json.dumpIndented(), expected, [&](const QString &file) {
        return readFile(file).and_then([&](const QByteArray &bytes) {
            return parseJson(bytes)
                .and_then([&](const Json &read) { return parse(read, QString()); })
                .map([&](const auto &) { return revisionOfBytes(bytes); });
        });
    });
}

/// Whether a file may be removed by who read it at `expected`.
Result<void> checkRevision(const QString &path, const Expected &expected)
{
    return revisionOf(path).and_then([&](const Revision &found) -> Result<void> {
        if (found.isEmpty() || !expected || found == *expected)
            return {};
        return leftAlone(path);
    });
}

Result<void> checkId(const QString &id)
{
    if (catalog::isProviderId(id))
        return {};
    return failure(
        Error::Kind::InvalidInput,
        CatalogFilesText::tr("“%1” cannot be the id of a provider. Take lower case letters, digits, - and _.").arg(id));
}

void addFetched(Gathered &all, LoadedCatalog &loaded, const Paths &paths)
{
    LoadedPrices prices = loadPrices(paths);
    loaded.fetched = std::move(prices.fetched);
    loaded.overrides = std::move(prices.overrides);
    all.revisions.insert(prices.revisions);
    all.bad += prices.bad;
}

} // namespace

LoadedCatalog loadCatalog(const Paths &paths)
{
    initData();
    Gathered all;
    const auto add = [&all](bool fromProfile) {
        return [&all, fromProfile](const QFileInfo &file, const Json &json) {
            return addProvider(all, file, json, fromProfile);
        };
    };
    const auto addPriced = [&all](bool fromProfile) {
        return [&all, fromProfile](const QFileInfo &file, const Json &json) {
            return addEndpoints(all, file, json, fromProfile);
        };
    };
    addFiles(all, u":/signalbox/providers"_s, false, add(false));
    addFiles(all, u":/signalbox/catalog"_s, false, addPriced(false));
    LoadedCatalog loaded{.shipped = catalog::Catalog(all.providers, all.endpoints)};
    const auto before = std::pair(all.providers.size(), all.endpoints.size());
    addFiles(all, paths.providers(), true, add(true));
    addFiles(all, paths.catalog(), true, addPriced(true));
    const bool added = before != std::pair(all.providers.size(), all.endpoints.size());
    loaded.files = added ? catalog::Catalog(all.providers, all.endpoints) : loaded.shipped;
    addFetched(all, loaded, paths);
    loaded.beneath = withFetched(loaded.files, loaded.fetched);
    loaded.catalog = withOverrides(loaded.beneath, loaded.overrides);
    loaded.revisions = all.revisions;
    loaded.bad = all.bad;
    return loaded;
}

Result<Revision> saveProvider(const Paths &paths, const Provider &provider, const Expected &expected)
{
    return checkId(provider.id).and_then([&] {
        return write(paths.provider(provider.id), toJson(provider), expected, catalog::parseProvider);
    });
}

Result<Revision> saveEndpoints(const Paths &paths, const QString &providerId, const QList<Endpoint> &endpoints,
                               const Expected &expected)
{
    return checkId(providerId).and_then([&] {
        return write(paths.prices(providerId), toJson(providerId, endpoints), expected, catalog::parseEndpoints);
    });
}

Result<void> removeProvider(const Paths &paths, const QString &id, const ExpectedProvider &expected)
{
    if (const auto named = checkId(id); !named)
        return named;
    // Both are held, so that neither is removed when one of them is not what was looked at.
    const Result<Folder> prices = Folder::hold(paths.catalog());
    const Result<Folder> providers = Folder::hold(paths.providers());
    for (const Result<Folder> *held : {&prices, &providers}) {
        if (!*held)
            return tl::unexpected(held->error());
    }
    const Result<void> unchanged = checkRevision(paths.prices(id), expected.prices).and_then([&] {
        return checkRevision(paths.provider(id), expected.provider);
    });
    if (!unchanged)
        return unchanged;
    // Prices first: after a crash between the two, no prices are left over for a provider that is gone.
    const QString name = id + ".json"_L1;
    const Result<void> price = prices->remove(name);
    if (!price && price.error().kind != Error::Kind::NotFound)
        return price;
    const Result<void> provider = providers->remove(name);
    const bool onlyPrices = price && !provider && provider.error().kind == Error::Kind::NotFound;
    return onlyPrices ? Result<void>() : provider;
}

} // namespace sb::profile
