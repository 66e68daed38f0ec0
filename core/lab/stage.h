#pragma once

#include "core/lab/performance.h"
#include "core/net/sleep_watch.h"

#include <functional>

namespace sb::lab {

class PlayedCall;

/// A network without a single socket: each exchange is played as the director says when it begins. Notices sleep as
/// HttpClient does.
class Stage final : public net::Network
{
    Q_OBJECT
public:
    using Director = std::function<Performance(const net::HttpRequest &request)>;

    /// @param clock outlives this
    Stage(const Clock &clock, Director director, QObject *parent = nullptr);

    [[nodiscard]] std::unique_ptr<net::HttpCall> send(const net::HttpRequest &request,
                                                      const net::HttpClocks &clocks) override;

    [[nodiscard]] Performance perform(const net::HttpRequest &request) const { return m_director(request); }
    void leave(PlayedCall &call);

private:
    const Clock &m_clock;
    Director m_director;
    net::SleepWatch m_sleepWatch;
    QList<PlayedCall *> m_calls;
};

} // namespace sb::lab
