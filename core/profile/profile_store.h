#pragma once

#include "core/base/id.h"
#include "core/profile/class_files.h"
#include "core/profile/history_files.h"
#include "core/profile/policy_files.h"
#include "core/profile/price_files.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace sb::profile {

/// All that is read at the start, besides the settings' own early reading.
struct Contents
{
    Settings settings = {}; ///< defaults when the file is bad
    LoadedChains chains = {};
    LoadedPolicies policies = {};
    LoadedHistories<routing::Chain> chainHistories = {};
    LoadedHistories<routing::Policy> policyHistories = {};
    LoadedClasses classes = {};
    LoadedCatalog catalog = {};
    catalog::PriceHistory history = {};
    QList<BadFile> bad = {}; ///< of all of them
};
[[nodiscard]] Contents loadContents(const Paths &paths);

/// A call to ProfileStore; its answer carries the same.
using Ticket = Id<struct ProfileTicketTag>;

/// Reads and writes the profile on a worker thread, in the order of the calls. Each call returns at once and is
/// answered by one signal on the thread of this object. Destroying it finishes what was asked for, without further
/// signals.
class ProfileStore final : public QObject
{
    Q_OBJECT
public:
    explicit ProfileStore(const Paths &paths, QObject *parent = nullptr);
    ~ProfileStore() override;

    Ticket load(); ///< → loaded()
    Ticket loadClasses(); ///< → classesLoaded()
    // All of these → done()
    Ticket saveSettings(const Settings &settings, const Expected &expected = {});
    Ticket saveChain(const routing::Chain &chain, const Revision &expected); ///< see profile::saveChain()
    Ticket renameChain(const QString &oldName, const Revision &expected, const routing::Chain &chain);
    Ticket removeChain(const QString &name, const Expected &expected = {});
    Ticket saveChainHistory(const QString &name, const routing::VersionHistory<routing::Chain> &history,
                            const Expected &expected = {});
    /// The history first, then the chain, which takes the place of one called `oldName` (empty: its own): after a crash
    /// between the two the old one runs on. A history that was changed elsewhere is an error, and both are written.
    Ticket publishChain(const QString &oldName, const Revision &expected, const routing::Chain &chain,
                        const routing::VersionHistory<routing::Chain> &history, const Expected &expectedHistory);
    Ticket publishPolicy(const QString &oldName, const Revision &expected, const routing::Policy &policy,
                         const routing::VersionHistory<routing::Policy> &history, const Expected &expectedHistory);
    Ticket savePolicy(const routing::Policy &policy, const Revision &expected);
    Ticket renamePolicy(const QString &oldName, const Revision &expected, const routing::Policy &policy);
    Ticket removePolicy(const QString &name, const Expected &expected = {});
    Ticket savePolicyHistory(const QString &name, const routing::VersionHistory<routing::Policy> &history,
                             const Expected &expected = {});
    Ticket saveProvider(const catalog::Provider &provider, const Expected &expected = {});
    Ticket saveEndpoints(const QString &providerId, const QList<catalog::Endpoint> &endpoints,
                         const Expected &expected = {});
    Ticket removeProvider(const QString &id, const ExpectedProvider &expected = {});
    Ticket saveClasses(const routing::ClassRules &rules, const Expected &expected = {});
    Ticket saveOverrides(const QList<catalog::PriceOverride> &overrides, const Expected &expected = {});
    /// Merges what was fetched and keeps it: see storeRefresh(). → refreshed()
    Ticket storeRefresh(const catalog::RefreshInput &input, const QList<catalog::Fetch> &fetches, WallTime now);
    Ticket exportFile(const QString &path, const QByteArray &bytes); ///< anywhere the user chose, written atomically

signals:
    void loaded(sb::profile::Ticket ticket, const sb::profile::Contents &contents);
    void classesLoaded(sb::profile::Ticket ticket, const sb::profile::LoadedClasses &classes);
    void refreshed(sb::profile::Ticket ticket, const sb::profile::StoredRefresh &stored);
    /// The revision is the new one of the file that was saved, else empty.
    void done(sb::profile::Ticket ticket, const sb::Result<sb::profile::Revision> &result);

private:
    using Work = std::function<Result<Revision>()>;
    Ticket nextTicket();
    Ticket post(Work work);

    const Paths m_paths;
    quint64 m_lastTicket = 0;
    QThreadPool m_worker; // one thread: what is asked for later is done later
};

} // namespace sb::profile
