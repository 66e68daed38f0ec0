#pragma once

#include "core/engine/catalog_fetch.h"

#include <QThreadPool>

namespace sb::engine {

/// Asks some sources for their lists, a few at a time, and reads the answers on a worker. On the network thread.
class CatalogFetcher final : public QObject
{
    Q_OBJECT
public:
    /// @param world whose catalog and keys are used, also for what is still to be asked when another one comes
    CatalogFetcher(net::HttpClient &http, const Clock &clock, const FetchSpec &spec, const World &world,
                   const Redactor &redactor, QObject *parent);
    ~CatalogFetcher() override;

    void start();
    void cancel(); ///< done() still comes: what was not read by now is Cancelled

signals:
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
    void takeAnswer(qsizetype index, const ListAnswer &answer);
    void take(qsizetype index, const catalog::Fetch &fetch);
    void concludeWhenAllAreIn();

    net::HttpClient &m_http;
    const Clock &m_clock;
    const World m_world;
    const Redactor m_redactor;
    const std::chrono::milliseconds m_patience;
    QList<FetchQuery> m_queries;
    QList<catalog::Fetch> m_fetches; ///< as many as queries; Cancelled until they are there
    QHash<qsizetype, ListCall *> m_calls; ///< that run; children of this
    qsizetype m_next = 0;
    int m_done = 0;
    State m_state = State::Idle;
    QThreadPool m_reading; // one thread: a large list must not hold up the streams of this one
};

} // namespace sb::engine
