#include "core/usage/store/writer_thread.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>

namespace sb::usage {

namespace {

using namespace std::chrono_literals;

constexpr size_t MaxGroup = 256;
constexpr auto RetryPause = 200ms;
constexpr auto ProbePause = 1s;

/// Worth another try: the disk may get space, the other writer may finish.
bool mayPass(int code)
{
    return code == SQLITE_FULL || code == SQLITE_BUSY || code == SQLITE_LOCKED || code == SQLITE_IOERR;
}

/// A statement ran into a page that cannot be right.
bool isDamage(int code)
{
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

/// A busy register was waited for by SQLite itself, 10 s long.
bool isBusy(int code)
{
    return code == SQLITE_BUSY || code == SQLITE_LOCKED;
}

/// About 2 s on a full disk: nothing is sent that cannot be recorded.
int triesBeforeOpensFail(int code)
{
    return isBusy(code) ? 1 : 10;
}

/// About 5 s: a full disk must not keep the program from ending.
int triesAtTheEnd(int code)
{
    return isBusy(code) ? 2 : 25;
}

bool isOpen(const WriterCall &call)
{
    return std::holds_alternative<OpenRecord>(call.what) || std::holds_alternative<FurtherAttempt>(call.what);
}

/// A request waits for it before it is sent.
bool isUrgent(const WriterCall &call)
{
    return isOpen(call) || std::holds_alternative<KeyUsesCall>(call.what)
        || std::holds_alternative<PastAttemptsCall>(call.what);
}

} // namespace

WriterThread::WriterThread(QString path, const QTimeZone &zone, WriterSettings settings, WriterSink sink)
    : m_path(std::move(path))
    , m_zone(zone)
    , m_sink(std::move(sink))
    , m_settings(settings)
{
}

WriterThread::~WriterThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void WriterThread::start()
{
    if (!m_thread.joinable())
        m_thread = std::thread(&WriterThread::run, this);
}

void WriterThread::post(WriterCall call)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(call));
    }
    m_wake.notify_all();
}

void WriterThread::change(const std::function<void(WriterSettings &)> &edit)
{
    const std::lock_guard lock(m_mutex);
    edit(m_settings);
}

void WriterThread::run()
{
    if (const Result<void> opened = openAndPrepare(); !opened)
        becomeUnusable(opened.error());
    for (Group group = takeGroup(); !group.empty() || m_renumbering; group = takeGroup()) {
        if (!group.empty()) {
            write(std::move(group));
            rollUpWhenIdle();
        }
        renumberSlice();
    }

    if (m_connection && !m_unusable)
        m_connection->run("PRAGMA optimize");
    close();
}

void WriterThread::close()
{
    m_begin.reset();
    m_commit.reset();
    m_marked.reset();
    m_writer.reset();
    m_connection.reset();
    m_full = false;
}

Result<void> WriterThread::prepare(OpenedRegister &opened)
{
    m_connection = std::move(opened.connection);
    m_writer = std::make_unique<RecordWriter>(*m_connection, opened.zone);
    // Not QSqlDatabase::transaction(): a deferred BEGIN that reads first and writes later fails at once when somebody
    // else wrote in between.
    m_begin.emplace(*m_connection, "BEGIN IMMEDIATE");
    m_commit.emplace(*m_connection, "COMMIT");
    m_marked.emplace(*m_connection, "SELECT count(*) FROM meta WHERE key = 'damaged'");
    m_begin->run();
    m_writer->registerOwner(thisProcess());
    (void)m_writer->markLost();
    m_writer->rollUp();
    reopenRunning();
    m_writer->flush();
    const bool renumbering = m_writer->isRenumbering(); // whoever began it is no more
    if (m_commit->run()) {
        m_renumbering = renumbering;
        return {};
    }
    const Error error = m_connection->error();
    rollBack();
    return tl::unexpected(error);
}

WriterThread::Group WriterThread::takeGroup()
{
    std::unique_lock lock(m_mutex);
    const auto isCalled = [this] { return m_ending || !m_queue.empty(); };
    while (m_heldUp && !m_wake.wait_for(lock, ProbePause, isCalled)) {
        lock.unlock();
        probe();
        lock.lock();
    }
    if (!m_renumbering)
        m_wake.wait(lock, isCalled);
    if (m_ending && m_queue.empty())
        m_renumbering = false; // the next start goes on
    const auto count = std::ptrdiff_t(std::min(m_queue.size(), MaxGroup));
    Group group(std::make_move_iterator(m_queue.begin()), std::make_move_iterator(m_queue.begin() + count));
    m_queue.erase(m_queue.begin(), m_queue.begin() + count);
    return group;
}

void WriterThread::write(Group group)
{
    for (int tries = 1; !group.empty(); ++tries) {
        Outcomes outcomes;
        if (!m_unusable && tryWrite(group, outcomes)) {
            noteResumed();
            acknowledge(group, outcomes);
            return;
        }
        const Error error = m_unusable ? *m_unusable : m_connection->error();
        const int code = m_unusable ? SQLITE_MISUSE : m_connection->errorCode();
        if (!m_unusable)
            rollBack();
        if (isDamage(code)) {
            moveAside(error);
            continue;
        }
        if (mayPass(code)) {
            noteHeldUp(error);
            if (tries >= triesBeforeOpensFail(code))
                failUrgent(group, error);
            if (pauseBeforeRetry(tries, triesAtTheEnd(code)))
                continue;
        } else if (group.size() > 1) {
            // One of them is at fault: the others must not suffer for it.
            for (WriterCall &call : group)
                write(Group{std::move(call)});
            return;
        }
        for (const WriterCall &call : group)
            fail(call, error);
        return;
    }
}

/// Nothing waits to be written that would show whether the disk has space again.
void WriterThread::probe()
{
    m_begin->run();
    m_connection->run("UPDATE meta SET value = value WHERE key = 'zone'");
    if (m_commit->run()) {
        noteResumed();
        return;
    }
    const int code = m_connection->errorCode();
    const Error error = m_connection->error();
    rollBack();
    if (isDamage(code))
        moveAside(error);
}

bool WriterThread::tryWrite(const Group &group, Outcomes &outcomes)
{
    WriterSettings settings;
    {
        const std::lock_guard lock(m_mutex);
        settings = m_settings;
    }
    applyDurability(settings.full);
    m_begin->run();
    if (isMarkedDamaged())
        m_connection->noteError(SQLITE_CORRUPT);
    for (const WriterCall &call : group) {
        if (m_connection->failed())
            return false;
        outcomes.push_back(perform(translated(call), settings));
    }
    m_writer->flush();
    if (!m_commit->run())
        return false;
    m_writer->committed();
    return true;
}

/// In a transaction of its own, so that nobody's acknowledgement waits for it.
void WriterThread::rollUpWhenIdle()
{
    if (m_unusable || !m_writer->wantsRollUp())
        return;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_queue.empty())
            return;
    }
    m_begin->run();
    m_writer->rollUp();
    m_writer->flush();
    if (m_commit->run())
        return;
    const int code = m_connection->errorCode();
    const Error error = m_connection->error();
    rollBack(); // what is noted stays noted
    if (isDamage(code))
        moveAside(error);
}

/// Between two groups, so that a request waits for a slice at most.
void WriterThread::renumberSlice()
{
    if (!m_renumbering || m_heldUp || m_unusable)
        return;
    m_begin->run();
    const bool goesOn = m_writer->renumber();
    m_writer->flush();
    if (m_commit->run()) {
        announceStanding();
        m_sink.changed();
        if (!goesOn)
            endRenumbering(RecordKey{});
        return;
    }
    const Error error = m_connection->error();
    const int code = m_connection->errorCode();
    rollBack();
    if (mayPass(code)) {
        noteHeldUp(error);
        return;
    }
    endRenumbering(tl::unexpected(error)); // the next start tries again
    if (isDamage(code))
        moveAside(error);
}

void WriterThread::endRenumbering(const Result<RecordKey> &outcome)
{
    m_renumbering = false;
    for (const Ticket ticket : std::exchange(m_zoneTickets, {}))
        m_sink.settled(ticket, outcome);
}

CallOutcome WriterThread::perform(const WriterCall &call, const WriterSettings &settings)
{
    if (const auto *record = std::get_if<OpenRecord>(&call.what))
        return m_writer->open(*record, settings.limits, settings.recordBodies);
    if (const auto *attempt = std::get_if<FurtherAttempt>(&call.what))
        return m_writer->reserve(*attempt, settings.limits);
    if (const auto *settlement = std::get_if<Settlement>(&call.what))
        return m_writer->settle(*settlement, settings.recordBodies);
    if (const auto *vote = std::get_if<Vote>(&call.what))
        return m_writer->vote(*vote);
    if (const auto *lost = std::get_if<LostCall>(&call.what))
        return m_writer->settleLost(lost->settlement, lost->at);
    if (const auto *uses = std::get_if<KeyUsesCall>(&call.what))
        return m_writer->keyUses(uses->from, uses->until);
    if (const auto *past = std::get_if<PastAttemptsCall>(&call.what))
        return m_writer->pastAttempts(past->from);
    m_writer->flush(); // what is moved is taken out of what is stored
    m_writer->changeZone(std::get<QTimeZone>(call.what));
    return Result<RecordKey>(RecordKey{});
}

void WriterThread::rollBack()
{
    m_connection->clearError();
    if (!sqlite3_get_autocommit(m_connection->handle())) // SQLite may have rolled back by itself
        m_connection->run("ROLLBACK");
    m_connection->clearError();
    m_writer->forget();
}

/// Read after COMMIT, so that other processes' spending is in it too.
void WriterThread::announceStanding()
{
    const budget::Standing standing = m_writer->standing();
    if (standing == m_standing)
        return;
    m_standing = standing;
    m_sink.standing(standing);
}

void WriterThread::acknowledge(const Group &group, Outcomes &outcomes)
{
    announceStanding();
    for (size_t i = 0; i < group.size(); ++i) {
        noteOpen(group[i], outcomes[i]);
        if (const auto *zone = std::get_if<QTimeZone>(&group[i].what)) {
            m_zone = *zone;
            m_renumbering = true;
            m_zoneTickets.push_back(group[i].ticket);
        } else if (const auto *opened = std::get_if<OpenOutcome>(&outcomes[i]))
            m_sink.opened(group[i].ticket, *opened);
        else if (const auto *uses = std::get_if<QList<KeyUse>>(&outcomes[i]))
            m_sink.keyUses(group[i].ticket, *uses);
        else if (const auto *past = std::get_if<QList<PastAttempt>>(&outcomes[i]))
            m_sink.pastAttempts(group[i].ticket, *past);
        else
            m_sink.settled(group[i].ticket, std::get<Result<RecordKey>>(outcomes[i]));
    }
    m_sink.changed();
}

void WriterThread::fail(const WriterCall &call, const Error &error)
{
    if (std::holds_alternative<KeyUsesCall>(call.what))
        m_sink.keyUses(call.ticket, {});
    else if (std::holds_alternative<PastAttemptsCall>(call.what))
        m_sink.pastAttempts(call.ticket, {});
    else if (isOpen(call))
        m_sink.opened(call.ticket, {.kind = OpenOutcome::Kind::Failed, .error = error});
    else
        m_sink.settled(call.ticket, tl::unexpected(error));
    if (const auto *settlement = std::get_if<Settlement>(&call.what))
        m_open.erase(settlement->key);
}

void WriterThread::failUrgent(Group &group, const Error &error)
{
    Group opens;
    const auto takeOpens = [&opens](auto &calls) {
        const auto urgent = std::stable_partition(calls.begin(), calls.end(), std::not_fn(isUrgent));
        std::move(urgent, calls.end(), std::back_inserter(opens));
        calls.erase(urgent, calls.end());
    };
    takeOpens(group);
    {
        const std::lock_guard lock(m_mutex);
        takeOpens(m_queue);
    }
    for (const WriterCall &call : opens)
        fail(call, error);
}

void WriterThread::noteHeldUp(const Error &error)
{
    if (!std::exchange(m_heldUp, true))
        m_sink.heldUp(error);
}

void WriterThread::noteResumed()
{
    if (std::exchange(m_heldUp, false))
        m_sink.heldUp(std::nullopt);
}

bool WriterThread::pauseBeforeRetry(int tries, int lastTry)
{
    std::unique_lock lock(m_mutex);
    const bool wasEnding = m_ending;
    if (!wasEnding || tries < lastTry)
        m_wake.wait_for(lock, RetryPause, [this, wasEnding] { return m_ending != wasEnding; });
    return !m_ending || tries < lastTry;
}

void WriterThread::applyDurability(bool full)
{
    if (m_full == full)
        return;
    m_connection->run(full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    m_full = full;
}

} // namespace sb::usage
