#pragma once

#include "core/usage/read/reader.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace sb::usage {

struct ReaderCall
{
    Ticket ticket = {};
    Query query = {};
    WallTime now = {};
};

/// A thread with a read-only connection, opened at the first query. Answers one query after the other, once it is told
/// of which file.
class ReaderThread
{
public:
    /// @param deliver called on the reader's thread
    explicit ReaderThread(std::function<void(Ticket, const Result<QueryAnswer> &)> deliver);
    ~ReaderThread(); ///< cancels what waits and what runs
    Q_DISABLE_COPY_MOVE(ReaderThread)

    void setPath(const Result<QString> &path); ///< an error is the answer to every query
    void post(ReaderCall call);
    void cancel(Ticket ticket); ///< what runs ends within a millisecond and is not delivered

private:
    void run();
    [[nodiscard]] bool take(ReaderCall &call);
    [[nodiscard]] Result<QueryAnswer> answer(const ReaderCall &call);
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<QString> pathToOpen();

    const std::function<void(Ticket, const Result<QueryAnswer> &)> m_deliver;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<ReaderCall> m_queue; // guarded
    std::optional<Result<QString>> m_path; // guarded
    bool m_moved = false; // guarded: m_path is another than that of m_connection
    Ticket m_running; // guarded
    bool m_ending = false; // guarded
    std::atomic<bool> m_interrupt{false};

    std::unique_ptr<Connection> m_connection; // on the reader's thread, as m_reader
    std::unique_ptr<Reader> m_reader;

    std::thread m_thread; // last: everything above outlives it
};

} // namespace sb::usage
