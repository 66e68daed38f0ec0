#include "core/usage/register.h"

#include "core/usage/store/writer_thread.h"

#include <QTimer>

#include <atomic>
#include <mutex>

namespace sb::usage {

namespace {

constexpr std::chrono::milliseconds ChangedInterval{250};

} // namespace

class RegisterPrivate
{
public:
    RegisterPrivate(Register *q, const RegisterOptions &options, const Clock &clockToUse)
        : clock(clockToUse)
        , writer(options.path, options.zone,
                 {.limits = options.limits, .full = options.full, .recordBodies = options.recordBodies}, sinkOf(q))
    {
    }

    Ticket post(decltype(WriterCall::what) what)
    {
        const Ticket ticket{++lastTicket};
        writer.post({.ticket = ticket, .what = std::move(what)});
        return ticket;
    }

    [[nodiscard]] budget::Standing currentStanding() const
    {
        const std::lock_guard lock(standingMutex);
        return standing;
    }

    const Clock &clock;
    mutable std::mutex standingMutex;
    budget::Standing standing; // guarded
    std::atomic<quint64> lastTicket{0};
    std::atomic<bool> changeAnnounced{false};
    WriterThread writer; // last: ends first

private:
    WriterSink sinkOf(Register *q)
    {
        // Emitted on the writer's thread: a receiver elsewhere gets it queued, without a detour over q's thread.
        return {
            .ready = [q](const auto &path, bool damaged, const auto &advice) { emit q->ready(path, damaged, advice); },
            .opened = [q](Ticket ticket, const auto &outcome) { emit q->opened(ticket, outcome); },
            .settled = [q](Ticket ticket, const auto &outcome) { emit q->settled(ticket, outcome); },
            .keyUses = [q](Ticket ticket, const auto &uses) { emit q->keyUsesRead(ticket, uses); },
            .pastAttempts = [q](Ticket ticket, const auto &attempts) { emit q->pastAttemptsRead(ticket, attempts); },
            .standing =
                [this, q](const auto &now) {
                    {
                        const std::lock_guard lock(standingMutex);
                        standing = now;
                    }
                    emit q->standingChanged(now);
                },
            .changed = [this, q] { announceChange(q); },
            .heldUp =
                [q](const auto &why) {
                    if (why)
                        emit q->heldUp(*why);
                    else
                        emit q->resumed();
                }};
    }

    /// At most once in an interval: whatever comes while one is announced is covered by it.
    void announceChange(Register *q)
    {
        if (changeAnnounced.exchange(true))
            return;
        QMetaObject::invokeMethod(q, [this, q] {
            QTimer::singleShot(ChangedInterval, q, [this, q] {
                changeAnnounced = false;
                emit q->changed();
            });
        });
    }
};

Register::Register(const RegisterOptions &options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<RegisterPrivate>(this, options, clock))
{
}

Register::~Register() = default;

void Register::start()
{
    d->writer.start();
}

budget::Standing Register::standing() const
{
    return d->currentStanding();
}

Ticket Register::open(const OpenRecord &record)
{
    return d->post(record);
}

Ticket Register::reserve(const FurtherAttempt &attempt)
{
    return d->post(attempt);
}

Ticket Register::settle(const Settlement &settlement)
{
    return d->post(settlement);
}

Ticket Register::vote(const Vote &vote)
{
    return d->post(vote);
}

Ticket Register::settleLost(const LostSettlement &settlement)
{
    return d->post(LostCall{.settlement = settlement, .at = d->clock.wall()});
}

Ticket Register::readPastAttempts(WallTime from)
{
    return d->post(PastAttemptsCall{.from = from});
}

Ticket Register::readKeyUses(WallTime from, WallTime until)
{
    return d->post(KeyUsesCall{.from = from, .until = until});
}

void Register::setLimits(const budget::Limits &limits)
{
    d->writer.change([&limits](WriterSettings &settings) { settings.limits = limits; });
}

void Register::setFull(bool full)
{
    d->writer.change([full](WriterSettings &settings) { settings.full = full; });
}

void Register::setRecordBodies(bool record)
{
    d->writer.change([record](WriterSettings &settings) { settings.recordBodies = record; });
}

Ticket Register::setZone(const QTimeZone &zone)
{
    return d->post(zone);
}

} // namespace sb::usage
