#include "core/profile/folder.h"
#include "core/profile/io_error.h"
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

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sb::profile::Catalog)
};

/// Gathers what the files of several folders hold.
struct Gathered
{
    QList<Provider> providers = {};
    QList<Endpoint> endpoints = {};
    QList<BadFile> bad = {};

    [[nodiscard]] bool knows(const QString &providerId) const
    {
        return std::ranges::any_of(providers, [&](const Provider &provider) { return provider.id == providerId; });
    }
};

Result<Json> readJson(const QString &path)
{
    return readFile(path).and_then([](const QByteArray &bytes) { return parseJson(bytes); });
}

Result<void> checkFileName(const QString &id, const QFileInfo &file)
{
    if (id == file.completeBaseName())
        return {};
    return failure(
        Error::Kind::InvalidInput,
        Text::tr("expected the id \"%1\", as the file is called, found \"%2\"").arg(file.completeBaseName(), id));
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
            return failure(Error::Kind::NotFound, Text::tr("there is no provider \"%1\"").arg(providerId));
        return checkFileName(providerId, file).map([&] { all.endpoints.append(endpoints); });
    });
}

using Add = std::function<Result<void>(const QFileInfo &, const Json &)>;

void addFiles(Gathered &all, const QString &folder, const Add &add)
{
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const Result<Json> json = readJson(file.filePath());
        const Result<void> added = json.and_then([&](const Json &read) { return add(file, read); });
        if (!added)
            all.bad.append({.path = file.filePath(), .error = damaged(file.filePath(), added.error().message)});
    }
}

/// Writes NAME.json; what is there and cannot be read is moved aside first.
Result<void> replaceUsable(const QString &folder, const QString &id, const Json &json,
                           const std::function<bool(const Json &)> &isUsable)
{
    const QString name = id + ".json"_L1;
    return Folder::hold(folder).and_then([&](const Folder &held) {
        const Result<Json> found = readJson(folder + u'/' + name);
        const bool inTheWay = held.contains(name) && !(found && isUsable(*found));
        const Result<void> free = inTheWay ? held.setAside(name) : Result<void>();
        return free.and_then([&] { return held.replace(name, json.dumpIndented()); });
    });
}

Result<void> checkId(const QString &id)
{
    if (catalog::isProviderId(id))
        return {};
    return failure(Error::Kind::InvalidInput,
                   Text::tr("“%1” cannot be the id of a provider. Take lower case letters, digits, - and _.").arg(id));
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
    addFiles(all, u":/signalbox/providers"_s, add(false));
    addFiles(all, u":/signalbox/catalog"_s, addPriced(false));
    const catalog::Catalog shipped(all.providers, all.endpoints);
    addFiles(all, paths.providers(), add(true));
    addFiles(all, paths.catalog(), addPriced(true));
    return {.catalog = catalog::Catalog(all.providers, all.endpoints), .shipped = shipped, .bad = all.bad};
}

Result<void> saveProvider(const Paths &paths, const Provider &provider)
{
    return checkId(provider.id).and_then([&] {
        return replaceUsable(paths.providers(), provider.id, toJson(provider),
                             [](const Json &json) { return catalog::parseProvider(json, {}).has_value(); });
    });
}

Result<void> saveEndpoints(const Paths &paths, const QString &providerId, const QList<Endpoint> &endpoints)
{
    return checkId(providerId).and_then([&] {
        return replaceUsable(paths.catalog(), providerId, toJson(providerId, endpoints),
                             [](const Json &json) { return catalog::parseEndpoints(json, {}).has_value(); });
    });
}

Result<void> removeProvider(const Paths &paths, const QString &id)
{
    if (const auto named = checkId(id); !named)
        return named;
    const QString name = id + ".json"_L1;
    const auto removeFrom = [&name](const QString &folder) {
        return Folder::hold(folder).and_then([&](const Folder &held) { return held.remove(name); });
    };
    // Prices first: after a crash between the two, no prices are left over for a provider that is gone.
    const Result<void> prices = removeFrom(paths.catalog());
    if (!prices && prices.error().kind != Error::Kind::NotFound)
        return prices;
    const Result<void> provider = removeFrom(paths.providers());
    const bool onlyPrices = prices && !provider && provider.error().kind == Error::Kind::NotFound;
    return onlyPrices ? Result<void>() : provider;
}

} // namespace sb::profile
