#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QObject>

#include <utility>

namespace sb::listen {

using Header = std::pair<QByteArray, QByteArray>;

struct Request
{
    QByteArray method = {};
    QByteArray path = {}; ///< without query, as sent (percent-encoded)
    QByteArray query = {};
    QList<Header> headers = {}; ///< names in lower case, values without blanks around them, in order; no trailers
    QByteArray body = {}; ///< empty while only the header is known
    QHostAddress peer = {};
    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< the first of that name, or empty
};

/// How the body of an answer is delimited.
enum class Framing
{
    Chunked,
    CloseDelimited, ///< ends with the connection; what old and broken servers do, for practice and tests
    ContentLength, ///< as the Content-Length among the headers says; finishing with fewer bytes is a cut
};

/// One request and its answer, all on the server's thread. Owned by the server: valid until closed() was emitted or
/// respond(), finish() or abort() was called, and until control is back in the event loop then; calls in that time do
/// nothing. Whoever keeps it longer holds a QPointer.
class Exchange : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual const Request &request() const = 0;
    /// A whole answer with Content-Length. Content-Length, Connection and Date are added.
    virtual void respond(int status, const QList<Header> &headers, const QByteArray &body) = 0;
    virtual void start(int status, const QList<Header> &headers, Framing framing = Framing::Chunked) = 0;
    /// One chunk. It is handed to the system at once and, as Nagle's algorithm is off, is a segment of its own as long
    /// as the reader keeps up; so is the head of start(). An empty one is ignored.
    virtual void write(const QByteArray &bytes) = 0;
    virtual void finish() = 0;
    virtual void abort() = 0; ///< resets the connection: to the client a cut
    [[nodiscard]] virtual qint64 pendingBytes() const = 0; ///< written, not yet taken by the system

signals:
    void drained(); ///< pendingBytes() is back to 0, after a write that left some
    /// The client went away, was cut off by a limit, or the server was closed, before the answer was over. Emitted from
    /// the event loop, never inside a call on this object, and by HttpServer::close() and its destructor.
    void closed();
};

} // namespace sb::listen
