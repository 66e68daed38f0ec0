#pragma once

#include "core/listen/exchange.h"

namespace sb::listen {

/// What the framing of an answer must know of its request.
struct AnsweredRequest
{
    bool isHead = false;
    bool isHttp10 = false;
    bool keepsAlive = true;
};

/// The bytes of one answer: head, chunks, end. Pure; each function returns what is to be sent, which may be nothing.
class AnswerFraming
{
public:
    /// @param date the value of the Date header
    AnswerFraming(const AnsweredRequest &request, const QByteArray &date);

    /// The head of a whole answer; `body` says its length and is sent after it if sendsBody().
    [[nodiscard]] QByteArray whole(int status, const QList<Header> &headers, const QByteArray &body);
    [[nodiscard]] QByteArray start(int status, const QList<Header> &headers, Framing framing);
    [[nodiscard]] QByteArray chunk(const QByteArray &bytes);
    [[nodiscard]] QByteArray end();

    [[nodiscard]] bool started() const { return m_started; }
    [[nodiscard]] bool sendsBody() const { return m_sendsBody; }
    [[nodiscard]] bool keepsConnection() const { return m_keepsConnection; } ///< final once started
    [[nodiscard]] bool isShort() const
    {
        return m_sendsBody && m_missing > 0;
    } ///< fewer bytes than Content-Length says

private:
    [[nodiscard]] QByteArray head(int status, const QList<Header> &headers, const QByteArray &bodyHeader);

    AnsweredRequest m_request;
    QByteArray m_date;
    bool m_started = false;
    bool m_chunked = false;
    bool m_limited = false;
    bool m_sendsBody = true;
    bool m_keepsConnection;
    qint64 m_missing = 0; ///< of the Content-Length
};

/// "Sun, 06 Nov 1994 08:49:37 GMT"
[[nodiscard]] QByteArray httpDate(qint64 secondsSinceEpoch);
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace sb::listen
