#pragma once

#include "core/listen/http_server.h"

namespace sb::listen {

/// What the connections of one server share. They may outlive it by a turn of the event loop; its clock is not read
/// then.
class ServerContext
{
public:
    ServerContext(const Clock &clock, const Limits &bearable)
        : limits(bearable)
        , m_clock(clock)
    {
    }
    [[nodiscard]] QByteArray date(); ///< the value of a Date header; made once a second

    const Limits limits;
    HttpServer::HeaderCheck check = {};
    qint64 bodyBytes = 0; ///< of all requests that are being received

private:
    const Clock &m_clock;
    qint64 m_dateSecond = -1;
    QByteArray m_date;
};

} // namespace sb::listen
