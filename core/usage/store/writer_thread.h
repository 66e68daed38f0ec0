#pragma once

#include "core/usage/register.h"
#include "core/usage/store/record_writer.h"
#include "core/usage/store/register_file.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

namespace sb::usage {

struct LostCall
{
    LostSettlement settlement = {};
    WallTime at = {};
};

struct KeyUsesCall
{
    WallTime from = {};
    WallTime until = {};
};

struct PastAttemptsCall
{
    WallTime from = {};
};

/// One call that waits to be written.
struct WriterCall // NOLINT(bugprone-exception-escape): its move throws nothing, and a variant's could in theory
{
    Ticket ticket = {};
    std::variant<OpenRecord, FurtherAttempt, Settlement, Vote, LostCall, KeyUsesCall, PastAttemptsCall, QTimeZone>
        what = {};
};
using CallOutcome = std::variant<OpenOutcome, Result<RecordKey>, QList<KeyUse>, QList<PastAttempt>>;

/// What applies to all calls of a group.
struct WriterSettings
{
    budget::Limits limits = {};
    bool full = false;
    bool recordBodies = true;
};

/// Called on the writer's thread.
struct WriterSink
{
    std::function<void(const Result<QString> &path, bool damaged, const QString &advice)> ready = {};
    std::function<void(Ticket, const OpenOutcome &)> opened = {};
    std::function<void(Ticket, const Result<RecordKey> &)> settled = {};
    std::function<void(Ticket, const QList<KeyUse> &)> keyUses = {};
    std::function<void(Ticket, const QList<PastAttempt> &)> pastAttempts = {};
    /// What is spent has changed; comes before the outcomes that changed it.
    std::function<void(const budget::Standing &)> standing = {};
    std::function<void()> changed = {};
    std::function<void(const std::optional<Error> &)> heldUp = {}; ///< nullopt: it goes on
};

/// The thread with the only write connection of this process. Whatever waits is written as one group (at most 256
/// calls) in one transaction, and acknowledged after its COMMIT. A lone call is not kept waiting for others. After a
/// change of the zone, days are numbered anew in slices between the groups. When the file turns out to be damaged, it
/// goes on in a side register: what is running then is recorded there as a whole when it ends, and only then begins
/// what is new.
class WriterThread
{
public:
    WriterThread(QString path, const QTimeZone &zone, WriterSettings settings, WriterSink sink);
    ~WriterThread(); ///< writes what was posted, then ends; gives up after some seconds on a disk that stays full
    Q_DISABLE_COPY_MOVE(WriterThread)

    void start();
    void post(WriterCall call);
    void change(const std::function<void(WriterSettings &)> &edit);

private:
    using Group = std::vector<WriterCall>;
    using Outcomes = std::vector<CallOutcome>;

    void run();
    [[nodiscard]] Result<void> openAndPrepare();
    void becomeUnusable(const Error &error);
    void reopenRunning();
    void close();
    void moveAside(const Error &damage); ///< of the file in use
    [[nodiscard]] Result<void> prepare(OpenedRegister &opened);
    [[nodiscard]] Group takeGroup(); ///< empty: nothing waits
    void write(Group group);
    void probe();
    [[nodiscard]] bool tryWrite(const Group &group, Outcomes &outcomes);
    [[nodiscard]] CallOutcome perform(const WriterCall &call, const WriterSettings &settings);
    /// The file in use has the request under another key since a move.
    [[nodiscard]] WriterCall translated(WriterCall call) const;
    void noteOpen(const WriterCall &call, CallOutcome &outcome);
    [[nodiscard]] bool isMarkedDamaged(); ///< by another process
    void rollUpWhenIdle();
    void renumberSlice();
    void endRenumbering(const Result<RecordKey> &outcome);
    void rollBack();
    void acknowledge(const Group &group, Outcomes &outcomes);
    void announceStanding();
    void fail(const WriterCall &call, const Error &error);
    void failUrgent(Group &group, const Error &error); ///< those in the group and those that wait
    void noteHeldUp(const Error &error);
    void noteResumed();
    /// @param lastTry when this is to end; without that there is always another one. False: no more tries
    [[nodiscard]] bool pauseBeforeRetry(int tries, int lastTry);
    void applyDurability(bool full);

    const QString m_path;
    QTimeZone m_zone; ///< for a new file: the one in use
    const WriterSink m_sink;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<WriterCall> m_queue; // guarded
    WriterSettings m_settings; // guarded
    bool m_ending = false; // guarded

    // On the writer's thread only.
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<RecordWriter> m_writer;
    std::optional<Statement> m_begin; // prepared once: SQL is parsed for longer than it takes to run them
    std::optional<Statement> m_commit;
    std::optional<Statement> m_marked;
    bool m_full = false; ///< durability in force; a connection starts with NORMAL
    std::optional<Error> m_unusable;
    QString m_inUse; ///< the file
    QStringList m_damaged; ///< those before it
    struct Running
    {
        OpenRecord record = {};
        RecordKey now = {}; ///< in the file in use
    };
    std::map<RecordKey, Running> m_open; ///< of this process, by the key that its caller has
    budget::Standing m_standing; ///< as announced
    bool m_heldUp = false;
    bool m_renumbering = false; ///< days are numbered anew, a slice between any two groups
    std::vector<Ticket> m_zoneTickets; ///< answered when that is done

    std::thread m_thread; // last: everything above outlives it
};

} // namespace sb::usage
