#pragma once

#include <QtGlobal>

#include <chrono>

namespace sb::listen {

/// What a server bears. Defaults suit the practice server and the gateway.
struct Limits
{
    qsizetype headerBytes = 16 * 1024; ///< request line and header; also trailers, chunk extensions; above: 431
    qint64 bodyBytes = 64LL * 1024 * 1024; ///< above: 413
    qint64 allBodiesBytes = 256LL * 1024 * 1024; ///< of all requests that are being received; above: 503
    int connections = 512; ///< above: 503
    std::chrono::milliseconds headerTimeout{30'000}; ///< from the first byte to the last, whatever the pace; then 408
    std::chrono::milliseconds bodyTimeout{30'000}; ///< without progress; then 408
    std::chrono::milliseconds keepAlive{60'000};
    qint64 pendingWrite = 8LL * 1024 * 1024; ///< a reader that has let more pile up when more is written is cut off
    std::chrono::milliseconds writeTimeout{60'000}; ///< a reader that takes nothing for so long is cut off
};

} // namespace sb::listen
