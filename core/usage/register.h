#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/usage/records.h"

#include <QObject>

#include <memory>

namespace sb::usage {

/// Names one call; its outcome comes back by signal.
using Ticket = Id<struct TicketTag>;

struct RegisterOptions
{
    QString path = {}; ///< the database file
    QTimeZone zone = QTimeZone::utc(); ///< used when the file is made; an existing register keeps its own
    bool full = false; ///< synchronous=FULL: survives power loss, not only kill -9
    budget::Limits limits = {};
    bool recordBodies = true;
};

/// What became of an open or a reserve.
struct OpenOutcome
{
    enum class Kind
    {
        Opened,
        RefusedBudget,
        Failed
    };
    Kind kind = Kind::Failed;
    RecordKey key = {};
    Error error =
        {}; ///< for Failed; for RefusedBudget a sentence that names the limit and the lost requests that hold it
    /// Under the strictest limit, with this bound; when refused, what the limit that refused has left for it.
    std::optional<NanoDollars> remaining = {};
    QList<budget::Warning> warnings = {}; ///< about limits that let it through
};

class RegisterPrivate;

/// The register's writing side: one thread with the only write connection of this process. Calls are thread-safe, take
/// values and return at once; outcomes come by signal after COMMIT ("acknowledged"). Several processes may write the
/// same file. Destroying it finishes what was asked. Signals are emitted on the writer's thread: connect with a
/// receiver, and they arrive queued on the receiver's thread.
class Register final : public QObject
{
    Q_OBJECT
public:
    Register(const RegisterOptions &options, const Clock &clock, QObject *parent = nullptr);
    ~Register() override;

    /// Opens or makes the file, migrates after a backup, turns open rows of dead owners into `lost`. ready() follows.
    void start();

    /// What was spent of real money, as of the last outcome of this process; empty before ready(). Never waits.
    [[nodiscard]] budget::Standing standing() const;

    Ticket open(const OpenRecord &record); ///< → opened()
    /// Reserves for a further attempt of an open request. What the earlier ones do not need any more is given back
    /// first, in the same transaction, and stays given back when this one is refused. → opened()
    Ticket reserve(const FurtherAttempt &attempt);
    Ticket settle(const Settlement &settlement); ///< → settled()
    Ticket vote(const Vote &vote); ///< → settled()
    Ticket settleLost(const LostSettlement &settlement); ///< → settled()
    /// Which keys went along with real requests from then until then, whichever process sent them. What is still open,
    /// or was lost, is not among them. → keyUsesRead()
    Ticket readKeyUses(WallTime from, WallTime until);
    /// The attempts of the last requests, of either ledger, that began since then; at most of a few thousand requests.
    /// → pastAttemptsRead()
    Ticket readPastAttempts(WallTime from);
    void setLimits(const budget::Limits &limits);
    void setFull(bool full);
    void setRecordBodies(bool record);
    /// Changes the zone of days: of requests from now on at once, of those before a slice at a time between what is
    /// recorded meanwhile. What is not done at the end goes on at the next start. → settled(), when all is done
    Ticket setZone(const QTimeZone &zone);

signals:
    /// @param damaged the file could not be used and a side register took its place
    /// @param advice  says so then, with what to do; empty otherwise
    /// An error (of a newer program, no rights, full disk): every call will fail with it.
    void ready(const sb::Result<QString> &pathInUse, bool damaged, const QString &advice);
    void opened(sb::usage::Ticket ticket, const sb::usage::OpenOutcome &outcome);
    void settled(sb::usage::Ticket ticket, const sb::Result<sb::usage::RecordKey> &outcome);
    void keyUsesRead(sb::usage::Ticket ticket, const QList<sb::usage::KeyUse> &uses); ///< empty when unreadable
    void pastAttemptsRead(sb::usage::Ticket ticket, const QList<sb::usage::PastAttempt> &attempts); ///< in order
    /// What standing() says is another now; comes before the opened() or settled() that made it so.
    void standingChanged(const sb::budget::Standing &standing);
    void changed(); ///< rows were added or settled by this process; at most every 250 ms
    /// Nothing can be written now (full disk, another program's lock). What waits is kept and tried again; after some
    /// seconds open() and reserve() fail with this error, so that nothing is sent that cannot be recorded.
    void heldUp(const sb::Error &why);
    void resumed();

private:
    std::unique_ptr<RegisterPrivate> d;
};

} // namespace sb::usage
