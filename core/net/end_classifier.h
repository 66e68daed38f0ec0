#pragma once

#include "core/net/http_types.h"

#include <QNetworkReply>

namespace sb::net {

/// What is known of an exchange when its reply has finished.
struct ReplyFacts
{
    QUrl url = {};
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString errorText = {}; ///< Qt's; shown only for errors below HTTP, since for the others it holds the whole URL
    HttpHead head = {}; ///< status 0: no complete header came
    qint64 bodyBytes = 0; ///< that came
    bool sent = false; ///< the header was written, or a byte of the body was taken
    QString tlsErrors = {}; ///< what was wrong with the certificate
};

[[nodiscard]] HttpEnd classify(const ReplyFacts &facts);
/// @param slept the limit passed while the machine slept
[[nodiscard]] HttpEnd timedOut(const QUrl &url, HttpEnd::Phase phase, bool sent, bool slept = false);
[[nodiscard]] HttpEnd aborted(bool sent);
[[nodiscard]] HttpEnd notSendable(const QString &why);

} // namespace sb::net
