#pragma once

#include "tests/net/scripted_server.h"

#include <QNetworkProxy>

namespace sb::testing {

/// Answers every request with "ok", once ScriptedServer::release() was called.
inline void holdThenAnswer(ScriptedConnection &connection)
{
    while (!connection.readRequest().isEmpty()) {
        connection.hold();
        connection.answer("ok");
    }
}

/// The server as an HTTP proxy, so that hosts that do not exist can be reached.
[[nodiscard]] inline QNetworkProxy proxyAt(const ScriptedServer &server)
{
    return {QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), server.port()};
}

} // namespace sb::testing
