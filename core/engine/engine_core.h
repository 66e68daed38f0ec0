#pragma once

#include "core/engine/engine.h"
#include "core/engine/load_watch.h"
#include "core/engine/run.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace sb::engine {

/// Makes the network of an engine, on the engine's thread.
using NetworkMaker = std::function<std::unique_ptr<net::Network>(const Clock &clock)>;

/// What an engine knows of the endpoints at its start.
enum class Past
{
    Remembered, ///< what the last attempts on record have shown
    Forgotten ///< nothing
};

/// The engine's half on the network thread: owns the network and the runs. All of it is called on that thread.
class EngineCore final : public QObject
{
    Q_OBJECT
public:
    /// @param network empty: an HttpClient; the rehearsal brings one of its own
    /// @param past    whether it begins with what the register has of earlier attempts
    EngineCore(usage::Register &usage, const Clock &clock, std::unique_ptr<Random> random, NetworkMaker network = {},
               Past past = Past::Remembered);
    ~EngineCore() override;

    void setWorld(const World &world);
    void start(RequestId id, const RunSpec &spec);
    void cancel(RequestId id);
    void dryRun(RequestId id, const RunSpec &spec); ///< as a run, it waits for the first world
    void checkProvider(CheckId id, const CheckSpec &spec);
    void findLocalServers(CheckId id, const QList<QUrl> &places);
    void countTokens(CheckId id, const RunSpec &spec);
    void lookAtHealth(CheckId id);
    void cancelCheck(CheckId id);
    void fetchCatalog(CheckId id, const FetchSpec &spec);
    void cancelFetch(CheckId id);
    /// Whether an outcome of the register is on its way: what happens next does not depend on the clock.
    /// registerAnswered() follows.
    [[nodiscard]] bool waitsForRegister() const;
    /// Cancels every run and takes no new one; stopped() follows when the register has acknowledged them.
    void shutDown();

signals:
    void runEvent(sb::RequestId id, const sb::engine::RunEvent &event);
    void planned(sb::RequestId id, const sb::Result<sb::routing::Plan> &plan);
    void providerChecked(sb::engine::CheckId id, const sb::engine::ProviderCheck &check);
    void localServersFound(sb::engine::CheckId id, const QList<sb::engine::LocalServer> &servers);
    void tokensCounted(sb::engine::CheckId id, const sb::engine::TokenCount &count);
    void healthSeen(sb::engine::CheckId id, const QHash<QString, sb::routing::BreakerView> &breakers);
    void catalogFetchProgressed(sb::engine::CheckId id, const sb::engine::FetchProgress &progress);
    void catalogFetched(sb::engine::CheckId id, const QList<sb::catalog::Fetch> &fetches);
    void rejectedKeysChanged(const QSet<QString> &providerIds);
    void budgetWarned(const sb::budget::Warning &warning);
    void registerAnswered(); ///< an outcome came and has had its consequences
    void stopped();

private:
    /// What was asked for before the world was known, or what earlier processes used of keys with a limit a day.
    struct Early
    {
        RequestId id = {};
        RunSpec spec = {};
        bool dry = false;
    };

    void setUp();
    [[nodiscard]] bool isReady() const { return m_worldKnown && !m_keyUses.isValid(); }
    void readKeyUses();
    void takeKeyUses(usage::Ticket ticket, const QList<usage::KeyUse> &uses);
    void takePastAttempts(usage::Ticket ticket, const QList<usage::PastAttempt> &attempts);
    void startEarly();
    [[nodiscard]] RunParts parts();
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshotFor(const RunSpec &spec) const;
    void takeEvent(RequestId id, const RunEvent &event);
    void takeCheck(CheckId id, const CheckSpec &spec, const ProviderCheck &check);
    void noteCheckedKey(const catalog::Provider &provider, const QByteArray &key, bool good);
    void endCheck(CheckId id);
    void announceRejectedKeys();
    void lookAtLoads(const catalog::Provider &provider); ///< where it is a local server
    void takeWarning(const budget::Warning &warning);
    void stopWhenIdle();

    usage::Register &m_usage;
    const Clock &m_clock;
    std::unique_ptr<Random> m_random;
    NetworkMaker m_makeNetwork;
    Past m_past;
    quint64 m_seed; ///< of the next plan: a dry run looks at it, a run uses it up
    std::shared_ptr<const Snapshot> m_snapshot = std::make_shared<Snapshot>();
    bool m_worldKnown = false;
    QList<Early> m_early; ///< in order, until all is known
    const WallTime m_madeAt;
    bool m_keyUsesAsked = false;
    usage::Ticket m_keyUses; ///< that are waited for
    usage::Ticket m_pastAttempts; ///< that are on their way; nobody waits for them
    Books m_books;
    budget::Standing m_standing; ///< as the register last said
    std::unique_ptr<net::Network> m_http;
    std::unique_ptr<TokenDesk> m_tokens;
    std::unique_ptr<LoadWatch> m_loads; ///< null where the network is not the real one: a rehearsal has no such servers
    std::unique_ptr<RegisterDesk> m_desk;
    QHash<RequestId, Run *> m_runs; ///< children of this
    QHash<CheckId, QObject *> m_checks; ///< checkers, searches, counts and fetchers; children of this
    QSet<QString> m_rejectedKeys; ///< as last announced
    QHash<budget::Period, budget::Warning> m_warnings; ///< as last announced
    QTimer *m_patience = nullptr;
    bool m_stopping = false;
};

} // namespace sb::engine
