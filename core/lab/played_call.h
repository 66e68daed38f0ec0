#pragma once

#include "core/lab/performance.h"
#include "core/net/phase_clocks.h"

#include <QPointer>

namespace sb::lab {

class Stage;

/// One exchange that is played: tells its clocks and its owner what a performance says, at the times of a clock. The
/// performance is chosen when the exchange begins. It has no socket.
class PlayedCall final : public net::HttpCall
{
    Q_OBJECT
public:
    PlayedCall(Stage &stage, const Clock &clock, net::HttpRequest request, const net::HttpClocks &limits);
    ~PlayedCall() override;

    void abort() override;
    void contentArrived() override { m_clocks.contentArrived(); }
    void pause(bool paused) override;
    [[nodiscard]] net::HttpTimes times() const override { return m_times; }

    void woke(milliseconds slept, milliseconds grace) { m_clocks.woke(slept, grace); }

private:
    enum class State
    {
        Queued,
        Connecting,
        Uploading,
        Uploaded,
        Answering,
        Ended
    };

    void goOn(); ///< what comes next has come
    void begin();
    void connected();
    void uploaded();
    void answered();
    void sendPiece();
    void scheduleBody();
    void closed();
    void expired(net::HttpEnd::Phase phase);
    void then(milliseconds in) { m_next->set(in); }
    void endLater(const net::HttpEnd &end);
    void finish(const net::HttpEnd &end);
    void reach(std::chrono::nanoseconds net::HttpTimes::*moment);
    [[nodiscard]] bool maySent() const { return m_state >= State::Uploading; }

    QPointer<Stage> m_stage;
    const Clock &m_clock;
    net::HttpRequest m_request;
    net::PhaseClocks m_clocks;
    net::HttpTimes m_times;
    SteadyTime m_made;
    std::unique_ptr<Alarm> m_next;
    std::optional<net::HttpEnd> m_said; ///< the end that is to be told on the next turn
    Performance m_play;
    qsizetype m_pieces = 0; ///< that were sent
    qint64 m_bytes = 0;
    bool m_paused = false;
    bool m_due = false; ///< something came while paused
    State m_state = State::Queued;
};

} // namespace sb::lab
