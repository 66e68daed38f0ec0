#pragma once

#include "core/base/clock.h"

#include <QObject>

#include <memory>

namespace sb::net {

/// Notices that the machine slept: time since boot has gone ahead of steady time, in which timers run, by more than 2
/// s. Looks only while somebody waits for something.
class SleepWatch final : public QObject
{
    Q_OBJECT
public:
    SleepWatch(const Clock &clock, std::chrono::milliseconds interval, QObject *parent = nullptr);

    void setWatching(bool watching);
    void look();

signals:
    void woke(std::chrono::milliseconds slept);
    void sleptUnwatched(); ///< between two times of watching: nobody waited, and connections may have died

private:
    [[nodiscard]] std::chrono::nanoseconds ahead() const;
    void lookAgain();

    const Clock &m_clock;
    std::chrono::milliseconds m_interval;
    std::unique_ptr<Alarm> m_alarm; ///< of the next look
    std::chrono::nanoseconds m_ahead; ///< at the last look
};

} // namespace sb::net
