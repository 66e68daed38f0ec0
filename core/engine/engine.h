#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/engine/catalog_fetch.h"
#include "core/engine/provider_check.h"
#include "core/engine/run_events.h"
#include "core/engine/token_count.h"
#include "core/engine/world.h"
#include "core/routing/breaker.h"
#include "core/usage/register.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <memory>

namespace sb::engine {

class EnginePrivate;

/// The thread-safe face of the engine. Owns the network thread, on which managers, runs and sockets live.
/// Its calls take values, post to that thread and return at once.
class Engine final : public QObject
{
    Q_OBJECT
public:
    /// @param usage outlives the engine
    Engine(usage::Register &usage, const Clock &clock, std::unique_ptr<Random> random, QObject *parent = nullptr);
    ~Engine() override; ///< ends every run as cancelled and waits for the thread

    void setWorld(const World &world);
    [[nodiscard]] RequestId start(const RunSpec &spec); ///< before the first setWorld() it waits for that
    void cancel(RequestId id); ///< runEvent(Ended) still comes, once
    /// The decision only: spends and sends nothing. → planned()
    RequestId dryRun(const RunSpec &spec);
    /// Asks a provider for its models, with this key: costs nothing and sends no prompt. → providerChecked()
    CheckId checkProvider(const CheckSpec &spec);
    /// Looks on this machine for servers that answer in OpenAI's form.
    /// @param places base URLs such as http://127.0.0.1:11434/v1; others than loopback are passed over
    /// → localServersFound()
    CheckId findLocalServers(const QList<QUrl> &places);
    /// How many tokens a request has: asks the first endpoint of its plan that counts, or estimates where none does.
    /// Costs nothing and is not recorded. Plans with the world as it is then. → tokensCounted()
    CheckId countTokens(const RunSpec &spec);
    /// Which endpoints are left alone after failures. → healthSeen()
    CheckId lookAtHealth();
    void cancelCheck(CheckId id); ///< of any kind: breaks it off; an answer that is on its way may still come
    /// Asks sources for their lists of models and prices; who is asked with which key is the world's to say, as it is
    /// then. Keeps nothing. → catalogFetchProgressed()…, catalogFetched()
    CheckId fetchCatalog(const FetchSpec &spec);
    void cancelFetch(CheckId id); ///< catalogFetched() still comes, with what was there by then
    /// The thread of sockets, for servers that belong there (practice, later the gateway).
    [[nodiscard]] QThread &networkThread();

signals:
    void runEvent(sb::RequestId id, const sb::engine::RunEvent &event);
    void planned(sb::RequestId id, const sb::Result<sb::routing::Plan> &plan);
    void providerChecked(sb::engine::CheckId id, const sb::engine::ProviderCheck &check);
    void localServersFound(sb::engine::CheckId id, const QList<sb::engine::LocalServer> &servers);
    void tokensCounted(sb::engine::CheckId id, const sb::engine::TokenCount &count);
    /// @param breakers those that are not closed, by the endpoint's id
    void healthSeen(sb::engine::CheckId id, const QHash<QString, sb::routing::BreakerView> &breakers);
    void catalogFetchProgressed(sb::engine::CheckId id, const sb::engine::FetchProgress &progress);
    /// One for each source, in the order in which they were asked for.
    void catalogFetched(sb::engine::CheckId id, const QList<sb::catalog::Fetch> &fetches);
    /// Who is skipped since it refused its key or has no credit, after a request or a check changed that.
    void rejectedKeysChanged(const QSet<QString> &providerIds);
    /// A limit is about to be reached, or only warns and is passed: said once a crossing, with the request that shows
    /// it and before the events of its attempt.
    void budgetWarned(const sb::budget::Warning &warning);

private:
    std::unique_ptr<EnginePrivate> d;
};

/// One run, on the thread of its owner: receives the events of one id. Destroying it cancels the run and never waits.
class RunHandle final : public QObject
{
    Q_OBJECT
public:
    RunHandle(Engine &engine, const RunSpec &spec, QObject *parent = nullptr);
    ~RunHandle() override;
    void cancel();
    [[nodiscard]] RequestId id() const { return m_id; }
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    void attemptStarted(const sb::engine::AttemptStarted &attempt);
    void attemptFailed(const sb::engine::AttemptFailed &attempt);
    void restarted();
    void content(const sb::chat::Event &event);
    void ended(const sb::engine::Ended &ended);

private:
    void take(RequestId id, const RunEvent &event);

    QPointer<Engine> m_engine;
    RequestId m_id;
    bool m_running = true;
};

} // namespace sb::engine
