#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/listen/http_server.h"
#include "tests/dialects/exchange.h"

#include <QHash>
#include <QObject>

#include <chrono>

namespace sb::testing {

struct ReplayOptions
{
    quint16 port = 0; ///< 0: the system chooses
    quint64 seed = 1; ///< of the places where bodies are split, and of how their length is told
    bool whole = false; ///< in one piece instead
    std::chrono::milliseconds pace{
        0}; ///< between two pieces; 0: a turn of the event loop, so that a reader gets several at once
};

/// Serves recorded answers on loopback, byte for byte: whatever is asked for below /<exchange id> is answered by that
/// exchange. Headers that tell the length of the recorded body, or how it was compressed, are ours.
/// Lives on the thread where start() is called.
class ReplayServer final : public QObject
{
    Q_OBJECT
public:
    /// @param clock outlives the server
    ReplayServer(const Clock &clock, const QList<Exchange> &exchanges, const ReplayOptions &options,
                 QObject *parent = nullptr);

    void start(); ///< → listening(), from within

    [[nodiscard]] static QUrl baseUrl(quint16 port, const QByteArray &exchangeId);

signals:
    void listening(const sb::Result<quint16> &port);
    void served(const QByteArray &exchangeId, int status); ///< begun; for an unknown id with 404

private:
    void serve(listen::Exchange *exchange);
    void replay(const Exchange &recorded, listen::Exchange *exchange);

    const Clock &m_clock;
    QHash<QByteArray, Exchange> m_exchanges;
    ReplayOptions m_options;
    listen::HttpServer *m_server = nullptr; ///< made in start(), where its sockets are to live
};

} // namespace sb::testing
