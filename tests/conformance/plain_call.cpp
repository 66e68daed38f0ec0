#include "tests/conformance/plain_call.h"

namespace sb::testing {

PlainCall::PlainCall(net::HttpClient &http, const dialects::WireRequest &wire)
    : m_call(http.send({.method = wire.method, .url = wire.url, .headers = wire.headers, .body = wire.body}, {}))
{
    connect(m_call.get(), &net::HttpCall::headReceived, this,
            [this](const net::HttpHead &head) { m_head = {.status = head.status, .headers = head.headers}; });
    connect(m_call.get(), &net::HttpCall::bodyReceived, this, [this](const QByteArray &bytes) {
        m_body.append(bytes);
        m_call->contentArrived();
    });
    connect(m_call.get(), &net::HttpCall::ended, this, &PlainCall::ended);
}

PlainCall::~PlainCall() = default;

} // namespace sb::testing
