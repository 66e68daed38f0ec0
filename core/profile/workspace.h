#pragma once

#include "core/profile/profile_store.h"
#include "core/routing/classifier/classifier.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QMap>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace sb::profile {

/// What the panels share of a profile: the values as they are now, kept on disk by a ProfileStore. Lives on the thread
/// of the panels; every change is a call here, so that all panels see the same. Nothing here waits.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    /// @param settings were read before the first paint; the rest comes by load()
    Workspace(const Paths &paths, const Settings &settings, QObject *parent = nullptr);

    void load(); ///< → loaded(), and the three …Changed()

    [[nodiscard]] const Paths &paths() const { return m_paths; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    [[nodiscard]] const catalog::Catalog &catalog() const { return m_catalog; }
    [[nodiscard]] const catalog::Catalog &shipped() const { return m_shipped; } ///< without what the profile says
    /// The catalog without the user's overrides of prices.
    [[nodiscard]] const catalog::Catalog &beneathOverrides() const { return m_beneath; }
    [[nodiscard]] const QList<catalog::PriceOverride> &priceOverrides() const { return m_overrides; }
    /// All prices that refreshes saw, beneath overrides; catalog::withNow() adds what nothing was compared with yet.
    [[nodiscard]] const catalog::PriceHistory &priceHistory() const { return m_history; }
    [[nodiscard]] const QList<catalog::FetchedList> &fetched() const { return m_fetched; } ///< by source
    [[nodiscard]] const QList<routing::Chain> &chains() const { return m_chains; }
    [[nodiscard]] const routing::Chain *chain(const QString &name) const;
    [[nodiscard]] const QList<routing::Policy> &policies() const { return m_policies; }
    [[nodiscard]] const routing::ClassRules &classRules() const { return m_classRules; } ///< the user's own
    [[nodiscard]] const routing::Classifier &classifier() const { return m_classifier; } ///< that knows them
    [[nodiscard]] const routing::Policy *policy(const QString &name) const;
    [[nodiscard]] QStringList policyNames() const; ///< with those that are drafts and were never published
    /// What a chain was, is and will be; of one without a history what its file says. Empty where there is no such
    /// chain. @param now for a version that somebody wrote by hand
    [[nodiscard]] routing::VersionHistory<routing::Chain> chainHistory(const QString &name, WallTime now) const;
    [[nodiscard]] routing::VersionHistory<routing::Policy> policyHistory(const QString &name, WallTime now) const;
    [[nodiscard]] routing::Canaries canaries() const; ///< what the engine has to know of them
    [[nodiscard]] const QList<BadFile> &badFiles() const { return m_bad; }
    /// Providers that are enabled and have a key or need none.
    [[nodiscard]] const QSet<QString> &usableProviders() const { return m_usable; }
    /// The user has it in the profile, or has chosen something about it; others are shipped and only known.
    [[nodiscard]] bool isAdded(const catalog::Provider &provider) const;
    [[nodiscard]] QStringList usableModels() const; ///< that a usable provider offers; practice last
    /// What was asked last, as far as it can be asked still; the last first.
    [[nodiscard]] QStringList recentTargets() const;
    /// What a new pane asks: what was asked last; else the default chain, in a new profile "chain/sample"; else a
    /// modestModel(). Empty: nothing can be asked.
    [[nodiscard]] QString defaultTarget() const;
    /// A model to compare with: one that was asked lately, else a modestModel(). Empty: there is no other.
    [[nodiscard]] QString nextModel(const QStringList &except = {}) const;
    /// Nobody has used this profile: no key, no conversation yet.
    [[nodiscard]] bool isFresh() const { return m_fresh; }

    void setSettings(const Settings &settings);
    void noteAsked(const QString &target); ///< → settingsChanged(), unless it was asked last before
    void setUsableProviders(const QSet<QString> &ids);
    void setBaseUrls(const QHash<QString, QUrl> &urls); ///< of servers whose port is known only now: practice
    void setFresh(bool fresh) { m_fresh = fresh; }

    /// Keeps a chain; `replaces` is its name before, when it was renamed. The list has it when the file is written.
    /// → chainSaved() or chainNotSaved()
    void saveChain(const routing::Chain &chain, const QString &replaces = {});
    /// The same after its history, which has it as the version in use; of the two the history is on disk first.
    void publishChain(const routing::Chain &chain, const routing::VersionHistory<routing::Chain> &history,
                      const QString &replaces = {});
    void removeChain(const QString &name); ///< it is in the list again when its file could not be removed
    /// Other classes of the user, at once and on disk → classesChanged(). A file that is changed by hand comes the
    /// same way.
    void setClassRules(const routing::ClassRules &rules);
    /// As of chains. → policySaved() or policyNotSaved()
    void savePolicy(const routing::Policy &policy, const QString &replaces = {});
    void publishPolicy(const routing::Policy &policy, const routing::VersionHistory<routing::Policy> &history,
                       const QString &replaces = {});
    void removePolicy(const QString &name); ///< or its draft, where it is no more
    /// A draft, a canary: known at once, also where the file cannot be written, which failed() says.
    void saveChainHistory(const QString &name, const routing::VersionHistory<routing::Chain> &history);
    void savePolicyHistory(const QString &name, const routing::VersionHistory<routing::Policy> &history);
    void saveProvider(const catalog::Provider &provider); ///< is the profile's own from now on
    /// What the profile itself says about a provider's models, besides what is shipped.
    void setEndpoints(const QString &providerId, const QList<catalog::Endpoint> &own);
    [[nodiscard]] QList<catalog::Endpoint> ownEndpoints(const QString &providerId) const;
    /// Removes the profile's own files about a provider; a shipped one is then as it was shipped.
    void removeProvider(const QString &id);
    /// The user's own price of an endpoint, at once and until it is removed. Errors: as catalog::makeOverride(),
    /// NotFound.
    [[nodiscard]] Result<void> setPriceOverride(const QString &endpointId, const catalog::Price &price,
                                                const QString &note, QDate today);
    void removePriceOverride(const QString &endpointId);
    /// Puts back one that was removed or replaced, as it was: with its day and what was beneath it then.
    void restorePriceOverride(const catalog::PriceOverride &old);
    /// Merges what was fetched, keeps it and uses it. → catalogChanged(), refreshed(); failed() before that where not
    /// all of it could be written
    void applyRefresh(const QList<catalog::Fetch> &fetches, WallTime now);
    /// Writes an export on the worker; failed() says when that did not work.
    void exportFile(const QString &path, const QByteArray &bytes);

signals:
    void loaded();
    void settingsChanged();
    void catalogChanged(); ///< endpoints, providers or who is usable
    void refreshed(const sb::catalog::RefreshReport &report);
    void classesChanged();
    void chainsChanged();
    void chainSaved(const sb::routing::Chain &chain); ///< is on disk; before chainsChanged()
    /// Before failed(). After a conflict the chain is on disk, too, beside the other one.
    void chainNotSaved(const sb::routing::Chain &chain, const sb::Error &error);
    void policiesChanged(); ///< or which there are drafts of
    void policySaved(const sb::routing::Policy &policy); ///< is on disk; before policiesChanged()
    void policyNotSaved(const sb::routing::Policy &policy, const sb::Error &error); ///< as chainNotSaved()
    void versionsChanged(); ///< which versions there are, or which are in use; not by a draft
    void failed(const sb::Error &error);

private:
    /// What the store was asked to do with a file and has not answered yet.
    struct Change
    {
        QString path = {};
        Revision after = {}; ///< of the file, when all goes well; empty: it is gone
        std::optional<routing::Chain> chain = {}; ///< saved or removed
        QString replaces = {}; ///< the chain's name before
        bool isRemoval = false;
        std::optional<routing::VersionHistory<routing::Chain>> history = {}; ///< written before the chain
        std::function<void()> again = {}; ///< what a reading that was asked for before does not know yet
        // Instead of what is done for chains.
        std::function<void(const Revision &)> written = {};
        std::function<void(const Error &)> refused = {};
    };

    void take(const Contents &contents);
    void takeAnswer(Ticket ticket, const Result<Revision> &result);
    void finish(const Change &change, const Revision &revision);
    void giveUp(const Change &change, const Error &error);
    // workspace_classes.cpp
    void takeClasses(const LoadedClasses &classes);
    void useClasses(const routing::ClassRules &rules);
    void lookAtClasses();
    void watchClasses();
    void put(const routing::Chain &chain);
    void write(const routing::Chain &chain, const QString &replaces,
               const std::optional<routing::VersionHistory<routing::Chain>> &history);
    [[nodiscard]] Expected expectedHistory(const QString &path) const;
    void putPolicy(const routing::Policy &policy, const QString &replaces,
                   const std::optional<routing::VersionHistory<routing::Policy>> &history);
    void takePolicy(const routing::Policy &policy, const QString &replaces);
    void giveBackPolicy(const routing::Policy &policy, const Error &error, bool isRemoval);
    template <typename T>
    void keepHistory(QHash<QString, routing::VersionHistory<T>> &histories, const QString &name,
                     const routing::VersionHistory<T> &history, const QString &path, Ticket ticket);
    [[nodiscard]] Revision revision(const QString &path) const; ///< after what was asked for
    void takeRefresh(const StoredRefresh &stored);
    void saveOverrides();
    void setFiles(const catalog::Catalog &files); ///< another one: all above it is put together anew
    void rebuildCatalog();
    void replaceOwn(const QList<catalog::Provider> &providers, const QString &providerId,
                    const QList<catalog::Endpoint> &own);

    Paths m_paths;
    Settings m_settings;
    ProfileStore m_store;
    catalog::Catalog m_shipped;
    catalog::Catalog m_fromFiles;
    QList<catalog::FetchedList> m_fetched;
    QList<catalog::PriceOverride> m_overrides;
    catalog::PriceHistory m_history;
    catalog::Catalog m_beneath; ///< files and what was fetched
    catalog::Catalog m_catalog; ///< in the user's order, with the user's prices
    QList<routing::Chain> m_chains;
    QList<routing::Policy> m_policies;
    routing::ClassRules m_classRules;
    routing::Classifier m_classifier{routing::ClassRules{}};
    QFileSystemWatcher m_watcher; ///< of the file of classes, and of its folder, since editors put a new file there
    Ticket m_lookingAtClasses;
    QString m_classesProblem; ///< of a file that was changed by hand, so that it is told once
    QHash<QString, routing::VersionHistory<routing::Chain>> m_chainHistories;
    QHash<QString, routing::VersionHistory<routing::Policy>> m_policyHistories;
    QHash<QString, Revision> m_revisions; ///< of the files as they were read or written, by path
    QMap<quint64, Change> m_changes; ///< by ticket: in the order in which they are done
    QSet<QString> m_uncertain; ///< paths of histories that a publication that failed may have written
    QList<BadFile> m_bad;
    QSet<QString> m_usable;
    QHash<QString, QUrl> m_baseUrls;
    bool m_fresh = false;
};

} // namespace sb::profile
