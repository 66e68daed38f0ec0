#include "core/engine/list_call.h"

#include "core/dialects/aws_signature.h"
#include "core/secrets/key_table.h"

namespace sb::engine {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace {
constexpr qsizetype LongestList = 16 * 1024 * 1024; ///< OpenRouter's has one megabyte
} // namespace

bool mayCarry(const catalog::Provider &provider, const QByteArray &key, const QUrl &asked)
{
    const bool signs = provider.auth == catalog::Provider::Auth::AwsSigV4 && dialects::splitAwsKey(key);
    return signs || secrets::originOf(asked) == secrets::originOf(provider.baseUrl);
}

ListCall::ListCall(net::Network &http, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
}

ListCall::~ListCall()
{
    if (!m_call)
        return;
    m_call->disconnect(this);
    m_call->abort();
    m_call.release()->deleteLater(); // we may be inside one of its signals
}

void ListCall::start(const dialects::WireRequest &wire, const QList<dialects::Header> &key, milliseconds patience)
{
    net::HttpRequest request{.method = wire.method, .url = wire.url, .headers = wire.headers, .body = wire.body};
    request.headers += key;
    m_call = m_http.send(request,
                         {.connect = patience,
                          .upload = patience,
                          .firstByte = patience,
                          .firstContent = milliseconds{0},
                          .idle = milliseconds{0},
                          .total = 3 * patience});
    connect(m_call.get(), &net::HttpCall::headReceived, this,
            [this](const net::HttpHead &head) { m_answer.head = {.status = head.status, .headers = head.headers}; });
    connect(m_call.get(), &net::HttpCall::bodyReceived, this, &ListCall::takeBody);
    connect(m_call.get(), &net::HttpCall::ended, this, &ListCall::takeEnd);
}

void ListCall::takeBody(const QByteArray &bytes)
{
    m_answer.body += bytes;
    if (m_answer.body.size() <= LongestList || m_answer.tooLong)
        return;
    m_answer.tooLong = true;
    m_call->abort();
}

void ListCall::takeEnd(const net::HttpEnd &end)
{
    m_answer.end = end;
    const net::HttpTimes times = m_call->times();
    if (times.head >= nanoseconds{0} && times.socketStarted >= nanoseconds{0})
        m_answer.latency = duration_cast<milliseconds>(times.head - times.socketStarted);
    emit ended(m_answer);
}

} // namespace sb::engine
