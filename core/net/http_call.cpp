#include "core/net/http_call_p.h"

namespace sb::net {

HttpCall::HttpCall(HttpClientPrivate &client, const HttpRequest &request, const HttpClocks &clocks)
    : d(std::make_unique<HttpCallPrivate>(*this, client, request, clocks))
{
}

HttpCall::~HttpCall() = default;

void HttpCall::abort()
{
    d->abort();
}

void HttpCall::contentArrived()
{
    d->contentArrived();
}

void HttpCall::pause(bool paused)
{
    d->pause(paused);
}

HttpTimes HttpCall::times() const
{
    return d->times;
}

} // namespace sb::net
