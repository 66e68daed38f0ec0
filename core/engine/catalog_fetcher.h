#pragma once

#include "core/engine/catalog_fetch.h"
#include "core/routing/key_book.h"

#include <QThreadPool>

#include <memory>

namespace sb::engine {

/// Asks some sources for their lists, a few at a time, and reads the answers on a worker. On the network thread.
class CatalogFetcher final : public QObject
{
    Q_OBJECT
public:
    /// @param keys what requests have shown about the keys: which one goes along
    /// @param snapshot whose catalog and keys are used, also for what is still to be asked when another one comes
    CatalogFetcher(net::Network &http, const Clock &clock, const routing::KeyBook &keys, const FetchSpec &spec,
                   std::shared_ptr<const Snapshot> snapshot, QObject *parent);
    ~CatalogFetcher() override;

    void start();
    void cancel(); ///< done() still comes: what was not read by now is Cancelled

signals:
    void keyRefused(const sb::catalog::Provider &provider, const QByteArray &key); ///< 401
    void progressed(const sb::engine::FetchProgress &progress); ///< at the start and after each source
    /// Exactly once, last, from the event loop: one Fetch a source, in the order of the spec.
    void done(const QList<sb::catalog::Fetch> &fetches);

private:
    enum class State
    {
        Idle,
        Fetching,
        Done
    };

    void askNext();
    void ask(qsizetype index);
    [[nodiscard]] QList<routing::KeyRule> rulesFor(const FetchQuery &query) const;
    [[nodiscard]] bool isForAnotherKey(qsizetype index, const ListAnswer &answer);
    void takeAnswer(qsizetype index, const ListAnswer &answer);
    void take(qsizetype index, const catalog::Fetch &fetch);
    void concludeWhenAllAreIn();

    net::Network &m_http;
    const Clock &m_clock;
    const routing::KeyBook &m_keys;
    const std::shared_ptr<const Snapshot> m_snapshot;
    const std::chrono::milliseconds m_patience;
    QList<FetchQuery> m_queries;
    QList<catalog::Fetch> m_fetches; ///< as many as queries; Cancelled until they are there
    QHash<qsizetype, ListCall *> m_calls; ///< that run; children of this
    QHash<qsizetype, QSet<QString>> m_triedKeys; ///< ids of those that were refused, by query
    qsizetype m_next = 0;
    int m_done = 0;
    State m_state = State::Idle;
    QThreadPool m_reading; // one thread: a large list must not hold up the streams of this one
};

} // namespace sb::engine
