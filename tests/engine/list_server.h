#pragma once

#include "core/base/clock.h"
#include "core/listen/http_server.h"

#include <QHash>
#include <QObject>
#include <QUrl>

namespace sb::testing {

/// A real server on loopback with fixed answers by path; 404 elsewhere.
class ListServer final : public QObject
{
    Q_OBJECT
public:
    struct Answer
    {
        int status = 200;
        QByteArray body = {};
        QByteArray contentType = "application/json";
        QByteArray key = {}; ///< the header "authorization" must be "Bearer KEY", else `refusal`
        QList<listen::Header> headers = {};
        int refusal = 401;
        QByteArray etag = {}; ///< sent along; 304 to who has it already
    };

    explicit ListServer(const QHash<QByteArray, Answer> &answers = {});

    void set(const QByteArray &path, const Answer &answer) { m_answers.insert(path, answer); }
    void setSilent(bool silent) { m_silent = silent; } ///< takes requests and never answers
    [[nodiscard]] QUrl url(const QString &path = {}) const;
    [[nodiscard]] const QList<listen::Request> &received() const { return m_received; }
    [[nodiscard]] int left() const { return m_left; } ///< requests that were given up

private:
    void serve(listen::Exchange *exchange);

    SystemClock m_clock;
    listen::HttpServer m_server{m_clock};
    quint16 m_port = 0;
    QHash<QByteArray, Answer> m_answers;
    QList<listen::Request> m_received;
    bool m_silent = false;
    int m_left = 0;
};

/// A loopback port at which nobody listens.
[[nodiscard]] quint16 freePort();

} // namespace sb::testing
