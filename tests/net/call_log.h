#pragma once

#include "core/net/http_client.h"

#include <QSignalSpy>
#include <QStringList>

#include <memory>
#include <optional>

namespace sb::testing {

/// An exchange and all that it said.
struct CallLog
{
    CallLog(net::HttpClient &client, const net::HttpRequest &request, const net::HttpClocks &clocks = {})
        : call(client.send(request, clocks))
    {
        QObject::connect(call.get(), &net::HttpCall::headReceived, call.get(), [this](const net::HttpHead &received) {
            head = received;
            order.append(QStringLiteral("head"));
        });
        QObject::connect(call.get(), &net::HttpCall::bodyReceived, call.get(), [this](const QByteArray &bytes) {
            if (body.isEmpty())
                order.append(QStringLiteral("body"));
            body += bytes;
        });
        QObject::connect(call.get(), &net::HttpCall::ended, call.get(), [this](const net::HttpEnd &received) {
            end = received;
            order.append(QStringLiteral("ended"));
        });
    }
    CallLog(const CallLog &) = delete;
    CallLog &operator=(const CallLog &) = delete;

    /// Turns the event loop without the pauses of QTRY_…, which would cost 10 ms for each 16 kB of an upload.
    [[nodiscard]] bool waitForEnd() const
    {
        QSignalSpy ended(call.get(), &net::HttpCall::ended);
        return end.has_value() || ended.wait(20'000);
    }

    std::unique_ptr<net::HttpCall> call;
    net::HttpHead head = {};
    QByteArray body = {};
    std::optional<net::HttpEnd> end = {};
    QStringList order = {};
};

[[nodiscard]] inline net::HttpRequest post(const QUrl &url, const QByteArray &body = "{\"stream\":true}")
{
    return {.method = "POST", .url = url, .headers = {{"Content-Type", "application/json"}}, .body = body};
}

} // namespace sb::testing
