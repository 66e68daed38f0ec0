#pragma once

#include "core/catalog/layers.h"
#include "core/profile/settings.h"
#include "core/routing/chain.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace sb::profile {

/// Where the files of one profile are. The folder is 0700, its files 0600.
/// settings.json, chains/NAME.json, policies/NAME.json, history/NAME.json in both of these, providers/ID.json,
/// catalog/ID.json, conversations/, classes.json, drafts.json, usage.sqlite, lock; fetched/SOURCE.json,
/// price-overrides.json, price-history.jsonl (price_files.h)
struct Paths
{
    QString root = {};
    [[nodiscard]] QString settings() const { return root + QStringLiteral("/settings.json"); }
    [[nodiscard]] QString chains() const { return root + QStringLiteral("/chains"); }
    [[nodiscard]] QString chain(const QString &name) const { return chains() + QStringLiteral("/%1.json").arg(name); }
    [[nodiscard]] QString chainHistories() const { return chains() + QStringLiteral("/history"); }
    [[nodiscard]] QString chainHistory(const QString &name) const
    {
        return chainHistories() + QStringLiteral("/%1.json").arg(name);
    }
    [[nodiscard]] QString policies() const { return root + QStringLiteral("/policies"); }
    [[nodiscard]] QString policy(const QString &name) const
    {
        return policies() + QStringLiteral("/%1.json").arg(name);
    }
    [[nodiscard]] QString policyHistories() const { return policies() + QStringLiteral("/history"); }
    [[nodiscard]] QString policyHistory(const QString &name) const
    {
        return policyHistories() + QStringLiteral("/%1.json").arg(name);
    }
    [[nodiscard]] QString providers() const { return root + QStringLiteral("/providers"); }
    [[nodiscard]] QString provider(const QString &id) const { return providers() + QStringLiteral("/%1.json").arg(id); }
    [[nodiscard]] QString catalog() const { return root + QStringLiteral("/catalog"); }
    [[nodiscard]] QString prices(const QString &id) const { return catalog() + QStringLiteral("/%1.json").arg(id); }
    [[nodiscard]] QString fetched() const { return root + QStringLiteral("/fetched"); }
    [[nodiscard]] QString fetched(const QString &sourceId) const
    {
        return fetched() + QStringLiteral("/%1.json").arg(sourceId);
    }
    [[nodiscard]] QString priceOverrides() const { return root + QStringLiteral("/price-overrides.json"); }
    [[nodiscard]] QString priceHistory() const { return root + QStringLiteral("/price-history.jsonl"); }
    [[nodiscard]] QString conversations() const { return root + QStringLiteral("/conversations"); }
    [[nodiscard]] QString classes() const { return root + QStringLiteral("/classes.json"); }
    [[nodiscard]] QString drafts() const { return root + QStringLiteral("/drafts.json"); }
    [[nodiscard]] QString registerFile() const { return root + QStringLiteral("/usage.sqlite"); }
    [[nodiscard]] QString lockFile() const { return root + QStringLiteral("/window.lock"); }
};

/// $XDG_DATA_HOME/signalbox, or what --profile said.
[[nodiscard]] QString defaultRoot();
/// Makes the folder and its subfolders when missing, takes the rights of others away where they have any, and writes
/// the sample chain into a new profile. Errors: NotPermitted, NoSpace, Conflict when the folder is full of other
/// things.
[[nodiscard]] Result<Paths> prepare(const QString &root);

/// Defaults when there is no file. Errors: Damaged, NotPermitted, TooLarge; the file is left as it is.
[[nodiscard]] Result<Settings> loadSettings(const Paths &paths);
/// A file that could not be used: named to the user, left as it is, the others go on.
struct BadFile
{
    QString path = {};
    Error error = {};
};

/// What a file is known by, to notice that somebody else wrote it meanwhile: a hash of its bytes.
using Revision = QByteArray;
[[nodiscard]] Result<Revision> revisionOf(const QString &path); ///< empty when there is no file
[[nodiscard]] Revision revisionOfBytes(const QByteArray &bytes);
/// The file that a writer knows, to be replaced by its own; nullopt: whatever is there.
using Expected = std::optional<Revision>;

/// Of a settings file that says the same: how it is laid out does not matter.
[[nodiscard]] Revision revisionOf(const Settings &settings);
/// A file that cannot be used is kept beside the new one as settings.json.damaged-N. Errors: Conflict when the file is
/// no longer at `expected`: these settings were written, and the other file was kept as settings.json.conflict-N.
[[nodiscard]] Result<Revision> saveSettings(const Paths &paths, const Settings &settings,
                                            const Expected &expected = {});

struct LoadedChains
{
    QList<routing::Chain> chains = {}; ///< by name
    QHash<QString, Revision> revisions = {}; ///< by name; what saveChain() expects
    QList<BadFile> bad = {};
};
[[nodiscard]] LoadedChains loadChains(const Paths &paths);
/// Writes the chain as it is; who edits raises its version. Errors: InvalidInput for a name that is none; Conflict when
/// the file is no longer at `expected` (empty for a new chain): the chain is then kept as a chain NAME.conflict-N.
[[nodiscard]] Result<Revision> saveChain(const Paths &paths, const routing::Chain &chain, const Revision &expected);
/// Writes a chain under another name and removes the file of the old one after that. Errors: as saveChain() for a name
/// that is taken; Conflict when the old file is no longer at `expected`: it was left beside the new one. The old file
/// is there after every error.
[[nodiscard]] Result<Revision> renameChain(const Paths &paths, const QString &oldName, const Revision &expected,
                                           const routing::Chain &chain);
/// Errors: NotFound; Conflict when the file is no longer at `expected`: it was left.
[[nodiscard]] Result<void> removeChain(const Paths &paths, const QString &name, const Expected &expected = {});

struct LoadedCatalog
{
    catalog::Catalog catalog = {}; ///< what is used: all that follows put together (catalog/layers.h)
    catalog::Catalog beneath = {}; ///< without the user's overrides of prices
    catalog::Catalog files = {}; ///< shipped files and the profile's own, without what was fetched
    catalog::Catalog shipped = {}; ///< without what the profile says
    QList<catalog::FetchedList> fetched = {}; ///< by source
    QList<catalog::PriceOverride> overrides = {};
    QHash<QString, Revision> revisions = {}; ///< of the profile's own files that are used, by path
    QList<BadFile> bad = {};
};
/// The built-in providers and endpoints (resources/), then the profile's own, which win, what was fetched and the
/// overrides of prices.
[[nodiscard]] LoadedCatalog loadCatalog(const Paths &paths);
/// A file that cannot be used is kept beside the new one as ID.json.damaged-N. Errors: Conflict when the file is no
/// longer at `expected`: ours was written, and the other one was kept as ID.json.conflict-N.
[[nodiscard]] Result<Revision> saveProvider(const Paths &paths, const catalog::Provider &provider,
                                            const Expected &expected = {});
[[nodiscard]] Result<Revision> saveEndpoints(const Paths &paths, const QString &providerId,
                                             const QList<catalog::Endpoint> &endpoints, const Expected &expected = {});
/// The two files about a provider, as they were read.
struct ExpectedProvider
{
    Expected provider = {};
    Expected prices = {};
};
/// Removes what the profile says about a provider; a built-in one is then as it was shipped. Errors: NotFound; Conflict
/// when a file is no longer as expected: both were left.
[[nodiscard]] Result<void> removeProvider(const Paths &paths, const QString &id, const ExpectedProvider &expected = {});

/// Writes a file of the profile with rights 0600: temporary file, flush, rename, flush of the folder. After a crash at
/// any moment the file is the old one or the new one. Errors: NoSpace, NotPermitted, Unavailable; the old one is
/// unchanged.
[[nodiscard]] Result<void> writeFile(const QString &path, const QByteArray &bytes);
/// Errors: NotFound, NotPermitted, TooLarge, Unavailable.
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 limit = 64LL * 1024 * 1024);

} // namespace sb::profile
