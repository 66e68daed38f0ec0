#include "core/usage/read/reader_thread.h"

#include <sqlite3.h>

#include <algorithm>

namespace sb::usage {

namespace {

constexpr int StepsBetweenLooks = 2'000; ///< of SQLite's virtual machine: some 20 µs

int isInterrupted(void *flag)
{
    return static_cast<const std::atomic<bool> *>(flag)->load(std::memory_order_relaxed) ? 1 : 0;
}

} // namespace

ReaderThread::ReaderThread(std::function<void(Ticket, const Result<QueryAnswer> &)> deliver)
    : m_deliver(std::move(deliver))
    , m_thread(&ReaderThread::run, this)
{
}

ReaderThread::~ReaderThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_queue.clear();
        m_interrupt = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void ReaderThread::setPath(const Result<QString> &path)
{
    {
        const std::lock_guard lock(m_mutex);
        m_path = path;
        m_moved = true;
    }
    m_wake.notify_all();
}

void ReaderThread::post(ReaderCall call)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(call));
    }
    m_wake.notify_all();
}

void ReaderThread::cancel(Ticket ticket)
{
    const std::lock_guard lock(m_mutex);
    if (m_running == ticket)
        m_interrupt = true;
    std::erase_if(m_queue, [ticket](const ReaderCall &call) { return call.ticket == ticket; });
}

void ReaderThread::run()
{
    ReaderCall call;
    while (take(call)) {
        const Result<QueryAnswer> result = answer(call);
        bool interrupted = false;
        {
            const std::lock_guard lock(m_mutex);
            interrupted = m_interrupt;
            m_running = {};
        }
        if (!interrupted)
            m_deliver(call.ticket, result);
    }
    m_reader.reset();
    m_connection.reset();
}

bool ReaderThread::take(ReaderCall &call)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_ending || (m_path && !m_queue.empty()); });
    if (m_ending)
        return false;
    call = std::move(m_queue.front());
    m_queue.pop_front();
    m_running = call.ticket;
    m_interrupt = false;
    return true;
}

Result<QueryAnswer> ReaderThread::answer(const ReaderCall &call)
{
    if (const Result<void> opened = open(); !opened)
        return tl::unexpected(opened.error());
    return m_reader->answer(call.query, call.now);
}

/// Closes what is open when the path has become another.
Result<QString> ReaderThread::pathToOpen()
{
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_moved, false)) {
        m_reader.reset();
        m_connection.reset();
    }
    return *m_path;
}

Result<void> ReaderThread::open()
{
    const Result<QString> path = pathToOpen();
    if (!path)
        return tl::unexpected(path.error());
    if (m_connection)
        return {};
    Result<std::unique_ptr<Connection>> opened = Connection::open(*path, Connection::Mode::Read);
    if (!opened)
        return tl::unexpected(opened.error());
    m_connection = std::move(*opened);
    // Not sqlite3_interrupt(): a call between two statements of an answer would be lost.
    sqlite3_progress_handler(m_connection->handle(), StepsBetweenLooks, isInterrupted, &m_interrupt);
    m_reader = std::make_unique<Reader>(*m_connection);
    return {};
}

} // namespace sb::usage
