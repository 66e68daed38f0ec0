#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <utility>

namespace sb::net {

using Header = std::pair<QByteArray, QByteArray>; ///< names in lower case where received

struct HttpRequest
{
    QByteArray method = "POST"; ///< GET, POST, DELETE
    QUrl url = {}; ///< http or https, without user and password
    QList<Header> headers = {}; ///< no line breaks in names or values, else the exchange ends as Refused
    QByteArray body = {};
    /// Where to connect, instead of looking the host up again: an address that was judged is then the one that is used.
    /// The host's name stays in the Host header, in SNI and in the check of the certificate.
    QHostAddress address = {};
};

struct HttpHead
{
    int status = 0;
    QList<Header> headers = {}; ///< names in lower case, in order; several of one name are joined by ", "
    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< the first of that name in any case, or empty
};

/// How an exchange ended, below the meaning of its bytes. Any status is Complete when its body came whole.
struct HttpEnd
{
    enum class Kind
    {
        Complete, ///< the body came whole, as far as HTTP can say; see closeDelimited
        Refused, ///< nothing listens, host not found, no route, not a request that can be sent: never sent
        Reset, ///< sent, then the connection broke before a complete header: outcome unknown
        Cut, ///< the connection broke inside the body
        TlsFailed, ///< certificate or handshake; never sent
        TimedOut, ///< one of the clocks; see phase
        Aborted, ///< by us
        Redirected, ///< 3xx: not followed, since it would carry the key elsewhere
        BadResponse, ///< not HTTP; a first line that is not HTTP is seen as Reset, since Qt drops the connection there
    };
    enum class Phase
    {
        None,
        Connect,
        Upload,
        FirstByte,
        FirstContent,
        Idle,
        Total
    };

    Kind kind = Kind::Complete;
    Phase phase = Phase::None; ///< for TimedOut
    bool sent = false; ///< whether the request may have reached the server
    bool closeDelimited = false; ///< the body had no length: only its decoder can tell whether it is whole
    QString detail = {}; ///< a sentence for people, empty when Complete; no key, no path, no query
};

/// The limits of one exchange; 0 switches one off. Content is announced by the caller, who decodes it.
struct HttpClocks
{
    std::chrono::milliseconds connect{10'000}; ///< the name look-up, and again from socket started to request sent
    std::chrono::milliseconds upload{30'000}; ///< without progress
    std::chrono::milliseconds firstByte{30'000}; ///< from the end of the upload to a complete header
    std::chrono::milliseconds firstContent{60'000}; ///< from the end of the upload; stands still while paused
    std::chrono::milliseconds idle{60'000}; ///< between contents; stands still while paused
    std::chrono::milliseconds total{0}; ///< from the end of queueing
};

/// When the phases were reached, since the call was made; negative when not reached.
struct HttpTimes
{
    std::chrono::nanoseconds socketStarted{-1}; ///< end of queueing
    std::chrono::nanoseconds sent{-1}; ///< end of the upload
    std::chrono::nanoseconds head{-1};
    std::chrono::nanoseconds firstBody{-1};
    std::chrono::nanoseconds ended{-1};
};

} // namespace sb::net
