// The part of WriterThread that leaves a damaged file for a side register.
#include "core/usage/store/writer_thread.h"

namespace sb::usage {

namespace {

constexpr int TriesAtTheEnd = 2; // each may wait for another process by itself

bool mayPass(Error::Kind kind)
{
    return kind == Error::Kind::NoSpace || kind == Error::Kind::Unavailable;
}

} // namespace

/// A file may look whole when it is opened, and not when something is written.
Result<void> WriterThread::openAndPrepare()
{
    for (;;) {
        Result<OpenedRegister> opened = openRegister(m_path, m_zone, m_damaged);
        if (!opened)
            return tl::unexpected(opened.error());
        const Result<void> prepared = prepare(*opened);
        if (prepared) {
            m_inUse = opened->path;
            m_zone = opened->zone;
            announceStanding();
            m_sink.ready(opened->path, opened->damaged, opened->advice);
            return {};
        }
        if (prepared.error().kind == Error::Kind::Damaged) {
            markDamaged(*m_connection);
            m_damaged.append(opened->path);
            close();
            continue;
        }
        close();
        return prepared;
    }
}

void WriterThread::becomeUnusable(const Error &error)
{
    m_unusable = error;
    noteResumed(); // it is not held up any more, it is over
    m_sink.ready(tl::unexpected(error), false, {});
}

void WriterThread::moveAside(const Error &damage)
{
    if (m_renumbering)
        endRenumbering(tl::unexpected(damage));
    markDamaged(*m_connection);
    close();
    m_damaged.append(m_inUse);
    for (int tries = 1;; ++tries) {
        const Result<void> opened = openAndPrepare();
        if (opened)
            return noteResumed();
        if (!mayPass(opened.error().kind))
            return becomeUnusable(opened.error());
        noteHeldUp(opened.error());
        Group none;
        failUrgent(none, opened.error()); // what is running waits; nothing new begins
        if (!pauseBeforeRetry(tries, TriesAtTheEnd))
            return becomeUnusable(opened.error());
    }
}

/// Inside the first transaction of a file, so that a kill shows them as lost there, with their bounds.
void WriterThread::reopenRunning()
{
    bool recordBodies = true;
    {
        const std::lock_guard lock(m_mutex);
        recordBodies = m_settings.recordBodies;
    }
    for (auto &[key, running] : m_open)
        running.now = m_writer->reopen(running.record, recordBodies);
}

WriterCall WriterThread::translated(WriterCall call) const
{
    const auto translate = [this](RecordKey &key) {
        if (const auto it = m_open.find(key); it != m_open.end())
            key = it->second.now;
        else if (key.file != int(m_damaged.size()))
            key.seq = 0; // of a file that is not in use: there the number is another request
    };
    if (auto *settlement = std::get_if<Settlement>(&call.what))
        translate(settlement->key);
    else if (auto *attempt = std::get_if<FurtherAttempt>(&call.what))
        translate(attempt->key);
    return call;
}

/// Keys tell the file for which they are: in the next one, the same number is another request.
void WriterThread::noteOpen(const WriterCall &call, CallOutcome &outcome)
{
    if (const auto *record = std::get_if<OpenRecord>(&call.what)) {
        OpenOutcome &opened = std::get<OpenOutcome>(outcome);
        if (opened.kind != OpenOutcome::Kind::Opened)
            return;
        const RecordKey now = opened.key;
        opened.key.file = int(m_damaged.size());
        m_open.insert_or_assign(opened.key, Running{.record = *record, .now = now});
    } else if (const auto *attempt = std::get_if<FurtherAttempt>(&call.what)) {
        OpenOutcome &opened = std::get<OpenOutcome>(outcome);
        opened.key = attempt->key;
        const auto it = m_open.find(attempt->key);
        if (it != m_open.end() && opened.kind == OpenOutcome::Kind::Opened && attempt->bound)
            it->second.record.bound = saturatingAdd(attempt->held.value_or(NanoDollars{}), *attempt->bound);
    } else if (const auto *settlement = std::get_if<Settlement>(&call.what)) {
        m_open.erase(settlement->key);
    }
}

bool WriterThread::isMarkedDamaged()
{
    return m_marked->find().value_or(0) > 0;
}

} // namespace sb::usage
