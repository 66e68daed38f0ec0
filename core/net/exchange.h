#pragma once

#include "core/net/http_types.h"

#include <QSslConfiguration>

#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace sb::net {

class OneShotBody;

/// A reply of Qt and the device that it uploads from, which the reply owns.
struct Exchange
{
    QNetworkReply *reply = nullptr;
    OneShotBody *body = nullptr; ///< of no bytes where the request has none
};

/// Why the request cannot be sent as it is, for people; nullopt when it can.
[[nodiscard]] std::optional<QString> whyNotSendable(const HttpRequest &request);

/// Starts the request with every default of Qt that we do not want switched off.
[[nodiscard]] Exchange start(QNetworkAccessManager &manager, const HttpRequest &request,
                             const std::optional<QSslConfiguration> &tls);

} // namespace sb::net
