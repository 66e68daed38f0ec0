#pragma once

#include "core/lab/replay.h"
#include "core/usage/recorded_requests.h"

#include <atomic>

namespace sb::lab {

class EndpointPast;
class EndpointTable;

/// The half of Replay on its own thread: reads all requests twice, once for how endpoints did and once to decide.
class Replayer final : public QObject
{
    Q_OBJECT
public:
    /// @param cancelled may be set by any thread; outlives this
    Replayer(ReplaySpec spec, const std::atomic<bool> &cancelled);

    void start();
    void cancel(); ///< when it has not been started, or has not seen the flag

signals:
    void progress(qint64 done, qint64 all);
    void finished(const sb::Result<sb::lab::ReplayReport> &report);

private:
    [[nodiscard]] Result<ReplayReport> replayed();
    [[nodiscard]] Result<void> read(usage::RecordedRequests &requests, EndpointTable &table, EndpointPast &past);
    void tell(qint64 done, qint64 all);
    void conclude(const Result<ReplayReport> &outcome);

    ReplaySpec m_spec;
    const std::atomic<bool> &m_cancelled;
    qint64 m_toldAt = 0; ///< ms of the steady clock
    qint64 m_told = 0;
    bool m_over = false;
};

} // namespace sb::lab
