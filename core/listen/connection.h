#pragma once

#include "core/listen/answer_framing.h"
#include "core/listen/request_reader.h"
#include "core/listen/server_context.h"

#include <QTimer>

#include <optional>

class QTcpSocket;

namespace sb::listen {

class ConnectionExchange;

/// One connection: reads a request, has it answered, reads the next. While a request is being answered, the bytes that
/// follow it wait in the socket, and behind that in the client.
class Connection final : public QObject
{
    Q_OBJECT
public:
    /// @param socket connected; becomes a child of this
    Connection(QTcpSocket *socket, std::shared_ptr<ServerContext> context);
    ~Connection() override;

    void serve();
    void turnAway(); ///< instead of serve(): there are too many
    void drop(); ///< closes now; the exchange says so, ended() is not emitted

    // For the exchange.
    void respond(int status, const QList<Header> &headers, const QByteArray &body);
    void start(int status, const QList<Header> &headers, Framing framing);
    void write(const QByteArray &bytes);
    void finish();
    void abort();
    [[nodiscard]] qint64 pendingBytes() const;

signals:
    void requested(sb::listen::Exchange *exchange);
    void ended(); ///< once, from the event loop, last

private:
    enum class State
    {
        Reading,
        Answering,
        Draining, ///< all is said: waits for the client to close, since closing first could take away the answer
        Ended,
    };

    void read(); ///< also as a queued call, when an answer is over
    void advance();
    void checkHeader();
    void countBody();
    void deliver();
    void refuse(const Refusal &refusal);
    void timeOut();

    void send(const QByteArray &head, const QByteArray &body = {});
    void bytesTaken();
    void announceDrained();
    void cutOff(); ///< as abort(), but the exchange learns of it
    void answerOver();
    void halfClose();
    void drain();

    void end();
    void announceEnd();
    void releaseBody();
    void closeExchange();

    std::shared_ptr<ServerContext> m_context;
    QTcpSocket *m_socket;
    RequestReader m_reader;
    RequestReader::State m_readerState = RequestReader::State::Empty; ///< as of the last advance()
    std::optional<AnswerFraming> m_framing;
    ConnectionExchange *m_exchange = nullptr;
    State m_state = State::Reading;
    QTimer m_timer; ///< of what is being read, or drained
    QTimer m_writeTimer;
    qint64 m_countedBody = 0; ///< this connection's part of the context's bodyBytes
    bool m_served = false; ///< a request before this one
    bool m_sending = false;
    bool m_drainedIsDue = false;
    bool m_dropped = false;
};

} // namespace sb::listen
