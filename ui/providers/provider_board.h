#pragma once

#include "ui/providers/provider_checks.h"
#include "ui/providers/provider_facts.h"

namespace sb::ui {

/// Who can be asked, who needs a hand, and all that a person can do about it: what the Providers panel, the first-run
/// page and the rail's signal show. It has no pixels and lives as long as the window's program.
class ProviderBoard final : public QObject
{
    Q_OBJECT
public:
    ProviderBoard(profile::Workspace &workspace, secrets::KeyStore &keys, engine::Engine &engine, const Clock &clock,
                  QObject *parent = nullptr);

    /// Those that were added or have a key, in the user's order; the practice line last.
    [[nodiscard]] const QList<ProviderFacts> &listed() const { return m_listed; }
    [[nodiscard]] const ProviderFacts *find(const QString &id) const;
    /// Shipped, and neither in the list nor offered; by name, servers of one's own last.
    [[nodiscard]] QList<catalog::Provider> known() const;
    [[nodiscard]] QList<engine::LocalServer> offers() const; ///< servers on this machine that are not in the list
    [[nodiscard]] bool isLooking() const { return m_search.isValid(); }
    [[nodiscard]] QList<secrets::EnvironmentOffer> keyOffers() const { return m_keys.environmentOffers(); }
    [[nodiscard]] QList<Hand> hands() const; ///< the worst first
    [[nodiscard]] QList<catalog::Endpoint> endpoints(const QString &id) const;
    [[nodiscard]] qsizetype newModels(const QString &id) const; ///< in the provider's list, not in the catalog
    [[nodiscard]] secrets::Keychain keychain() const { return m_keys.keychain(); }
    [[nodiscard]] const profile::Workspace &workspace() const { return m_workspace; }

    /// Where servers on this machine usually are, instead of the shipped addresses; for tests.
    void setUsualPlaces(const QList<QUrl> &places) { m_usualPlaces = places; }
    void refresh() { rebuild(); } ///< after a change of the language
    /// Asks the servers of the list that are on this machine, and looks for others; nothing leaves the machine.
    void lookAround();
    void check(const QString &id); ///< with the key that is shown
    void checkAll();
    void cancelCheck(const QString &id) { m_checks.cancel(id); }

    void add(const catalog::Provider &provider); ///< a shipped one or a new one; a local one is asked at once
    QString use(const engine::LocalServer &server); ///< @return the id of the provider that now stands for it
    void change(const catalog::Provider &provider); ///< its address, its dialect, whether it is in use
    void setInUse(const QString &id, bool inUse);
    void move(const QString &id, qsizetype to); ///< to this place in the list
    void remove(const QString &id); ///< with its keys
    bool restore(
        const QString &id); ///< as it was removed, but for its keys. @return whether there was something to restore
    void addListedModels(const QString &id); ///< newModels(), unpriced

    void storeKey(const QString &id, const QByteArray &key, secrets::PlainHttp plainHttp);
    void addKey(const QString &id, const QByteArray &key, secrets::PlainHttp plainHttp); ///< beside the others
    void setKeyRule(const QString &id, const routing::KeyRule &rule); ///< of the key with its id
    void moveKey(const QString &id, const QString &keyId, int by); ///< earlier (negative) or later
    void removeKey(const QString &id, const QString &keyId); ///< one of several
    void confirmKey(const QString &id, secrets::PlainHttp plainHttp);
    void removeKey(const QString &id); ///< the one that is shown
    void take(const secrets::EnvironmentOffer &offer);
    void unlockKeychain() { m_keys.unlock(); }

signals:
    void changed();
    void keyStored(const QString &id, const sb::Result<sb::secrets::Kept> &result);
    void keyRemoved(const QString &id, const std::optional<sb::Error> &problem);

private:
    void rebuild();
    [[nodiscard]] QList<QUrl> usualPlaces() const;
    [[nodiscard]] ProviderFacts factsOf(const catalog::Provider &provider) const;
    [[nodiscard]] QList<catalog::Provider> listedProviders() const;
    void takeCheck(const engine::ProviderCheck &check);
    void takeRejected(const QSet<QString> &ids);
    void list(const QString &id);
    void keepRule(const QString &id, const QString &keyId);
    void dropRules(const QString &id, const QStringList &keyIds);
    void saveRules(const QString &id, const QList<routing::KeyRule> &rules);
    [[nodiscard]] QList<KeyFacts> keysOf(const QString &id) const;
    [[nodiscard]] QList<routing::KeyRule> rulesOf(const QString &id) const;
    void store(const QString &id, const QByteArray &key, secrets::PlainHttp plainHttp, const QString &keyId);
    void useKey(const QString &id);

    /// What a removal took, for its undo.
    struct Removed
    {
        std::optional<catalog::Provider> provider = {};
        QString id = {};
        QList<catalog::Endpoint> endpoints = {};
        qsizetype place = -1; ///< among the added ones
    };

    profile::Workspace &m_workspace;
    secrets::KeyStore &m_keys;
    engine::Engine &m_engine;
    const Clock &m_clock;
    ProviderChecks m_checks;
    QList<ProviderFacts> m_listed;
    QHash<QString, QStringList> m_adding; ///< ids given to keys that the keychain has not acknowledged
    QHash<QString, WallTime> m_rejected; ///< who is skipped by requests, and since when
    std::optional<QList<QUrl>> m_usualPlaces;
    QList<engine::LocalServer> m_found;
    engine::CheckId m_search;
    QList<Removed> m_removed; ///< the last one last
};

} // namespace sb::ui
