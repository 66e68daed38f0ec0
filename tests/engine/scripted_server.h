#pragma once

#include "core/base/clock.h"
#include "core/listen/http_server.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QUrl>

namespace sb::testing {

/// What one request is answered with.
struct Script
{
    enum class Then
    {
        Finish,
        Abort, ///< the connection breaks
        Hang, ///< silence, until the client goes, or finishHanging()
    };
    int status = 200; ///< 0: no head at all
    QByteArray contentType = "text/event-stream";
    QList<listen::Header> headers = {};
    QByteArray body = {};
    Then then = Then::Finish;
};

// Bodies in the OpenAI dialect.
[[nodiscard]] QByteArray textChunk(const QString &text);
[[nodiscard]] QByteArray reasoningChunk(const QString &text);
[[nodiscard]] QByteArray finishChunk(const QByteArray &reason = "stop");
[[nodiscard]] QByteArray usageChunk(qint64 prompt, qint64 completion);
/// A whole stream: the text in two pieces, the finish, 100 tokens in and 10 out, the end.
[[nodiscard]] QByteArray wholeAnswer(const QString &text);
[[nodiscard]] Script answering(const QString &text);
[[nodiscard]] Script refusing(int status, const QByteArray &type, const QList<listen::Header> &headers = {});

/// A real server on loopback that does what it is told, by the first segment of the path.
class ScriptedServer final : public QObject
{
    Q_OBJECT
public:
    explicit ScriptedServer(QObject *parent = nullptr);

    /// The nth request to `name` gets the nth script; the last one repeats.
    void script(const QString &name, const QList<Script> &scripts);
    [[nodiscard]] QUrl baseUrl(const QString &name) const;
    [[nodiscard]] QList<listen::Request> received(const QString &name) const { return m_received.value(name); }
    void finishHanging();
    [[nodiscard]] int left() const { return m_left; } ///< requests whose client went away before the answer was over

private:
    void serve(listen::Exchange *exchange);

    SystemClock m_clock;
    listen::HttpServer m_server{m_clock};
    quint16 m_port = 0;
    QHash<QString, QList<Script>> m_scripts;
    QHash<QString, QList<listen::Request>> m_received;
    QList<QPointer<listen::Exchange>> m_hanging;
    int m_left = 0;
};

} // namespace sb::testing
