#pragma once

#include "core/net/network.h"

#include <QNetworkReply>

namespace sb::lab {

using std::chrono::milliseconds;

/// Some bytes of an answer, so long after what came before.
struct Piece
{
    milliseconds after{0};
    QByteArray bytes = {};
    friend bool operator==(const Piece &, const Piece &) = default;
};

/// How one exchange goes, as the one side of a connection: what happens when, from the start of its socket on. A value;
/// what our side makes of it is for net::PhaseClocks and net::classify() to say.
struct Performance
{
    /// Where it does not get any further.
    enum class Stop
    {
        Nowhere,
        Connecting, ///< neither a connection nor a word that there is none
        Uploading, ///< connected, but takes nothing
        BeforeHead, ///< took the request, says nothing
        InBody, ///< sends the pieces, then nothing
    };

    Stop stop = Stop::Nowhere;
    milliseconds connect{20};
    milliseconds upload{10};
    milliseconds head{300}; ///< after the upload
    net::HttpHead answer = {}; ///< status 0: none comes
    QList<Piece> body = {};
    std::optional<Piece> again = {}; ///< comes again and again where it stops in the body: a sign of life
    milliseconds end{0}; ///< after what came last
    /// What the machine's network says at the end. The refusals come after `connect`, a reset after the upload, if
    /// there is no answer.
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    friend bool operator==(const Performance &, const Performance &) = default;
};

} // namespace sb::lab
