#pragma once

#include "core/base/clock.h"
#include "core/net/http_types.h"

#include <QObject>

#include <memory>

namespace sb::net {

/// The clocks of one exchange: told what has happened, they say which limit was passed. At most one expired() comes.
class PhaseClocks final : public QObject
{
    Q_OBJECT
public:
    PhaseClocks(const Clock &clock, const HttpClocks &limits, QObject *parent = nullptr);

    void handedOver(); ///< queueing is over; the name is looked up
    void socketStarted();
    void uploadProgressed(); ///< also: the upload began
    void uploaded();
    void headArrived(); ///< may come before uploaded(), from a server that refuses early
    void contentArrived();
    void hold(bool held); ///< while the caller does not read, a missing content is not the server's fault
    /// The machine slept, and the timers with it. What was due meanwhile gets `grace` to arrive after all.
    void woke(std::chrono::milliseconds slept, std::chrono::milliseconds grace);
    [[nodiscard]] bool sleptThrough() const { return m_sleptThrough; } ///< a limit passed in a sleep
    void stop();

signals:
    void expired(sb::net::HttpEnd::Phase phase);

private:
    void run(HttpEnd::Phase phase, std::chrono::milliseconds limit);
    void runContent();
    void expire(HttpEnd::Phase phase);

    HttpClocks m_limits;
    HttpEnd::Phase m_phase = HttpEnd::Phase::None; ///< what m_way waits for
    bool m_headArrived = false;
    bool m_contentArrived = false;
    bool m_contentDue = false; ///< the wait for content has begun
    bool m_held = false;
    bool m_stopped = false;
    bool m_sleptThrough = false;
    std::unique_ptr<Alarm> m_way; ///< connect, upload, first byte: one after the other
    std::unique_ptr<Alarm> m_content; ///< first content, then idle
    std::unique_ptr<Alarm> m_total;
};

} // namespace sb::net
