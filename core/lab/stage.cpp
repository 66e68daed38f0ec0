#include "core/lab/stage.h"

#include "core/lab/played_call.h"
#include "core/net/http_client.h"

namespace sb::lab {

Stage::Stage(const Clock &clock, Director director, QObject *parent)
    : Network(parent)
    , m_clock(clock)
    , m_director(std::move(director))
    , m_sleepWatch(clock, net::HttpClientOptions{}.sleepLook)
{
    connect(&m_sleepWatch, &net::SleepWatch::woke, this, [this](milliseconds slept) {
        for (PlayedCall *call : std::as_const(m_calls))
            call->woke(slept, net::HttpClientOptions{}.graceAfterSleep);
    });
}

std::unique_ptr<net::HttpCall> Stage::send(const net::HttpRequest &request, const net::HttpClocks &clocks)
{
    auto call = std::make_unique<PlayedCall>(*this, m_clock, request, clocks);
    m_calls.append(call.get());
    m_sleepWatch.setWatching(true);
    return call;
}

void Stage::leave(PlayedCall &call)
{
    m_calls.removeOne(&call);
    m_sleepWatch.setWatching(!m_calls.isEmpty());
}

} // namespace sb::lab
