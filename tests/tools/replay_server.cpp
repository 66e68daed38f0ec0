#include "tests/tools/replay_server.h"

#include "tests/tools/awkward_pieces.h"

#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

/// Writes the pieces of one answer, one a turn of the event loop.
class Replayed final : public QObject
{
public:
    Replayed(listen::Exchange &exchange, QList<QByteArray> pieces, std::chrono::milliseconds pace, QObject *parent)
        : QObject(parent)
        , m_exchange(&exchange)
        , m_pieces(std::move(pieces))
    {
        m_timer.setInterval(pace);
        connect(&m_timer, &QTimer::timeout, this, &Replayed::writeNext);
        connect(&exchange, &listen::Exchange::drained, this, [this] { m_timer.start(); });
        connect(&exchange, &listen::Exchange::closed, this, &QObject::deleteLater);
        m_timer.start();
    }

private:
    void writeNext()
    {
        if (m_pieces.isEmpty() || !m_exchange) {
            m_timer.stop();
            if (m_exchange)
                m_exchange->finish();
            deleteLater();
            return;
        }
        m_exchange->write(m_pieces.takeFirst());
        if (m_exchange && m_exchange->pendingBytes() > 0)
            m_timer.stop(); // until the reader has taken it
    }

    QPointer<listen::Exchange> m_exchange;
    QList<QByteArray> m_pieces;
    QTimer m_timer;
};

/// Recorded bodies are not compressed any more, and their length is told by the way in which they are sent.
QList<listen::Header> keptHeaders(const dialects::AnswerHead &head)
{
    QList<listen::Header> kept;
    for (const dialects::Header &header : head.headers) {
        if (header.first != "content-encoding" && header.first != "content-length" && header.first != "trailer")
            kept.append(header);
    }
    return kept;
}

} // namespace

ReplayServer::ReplayServer(const Clock &clock, const QList<Exchange> &exchanges, const ReplayOptions &options,
                           QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_options(options)
{
    for (const Exchange &exchange : exchanges)
        m_exchanges.insert(exchange.id, exchange);
}

QUrl ReplayServer::baseUrl(quint16 port, const QByteArray &exchangeId)
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(port);
    url.setPath(u'/' + QString::fromUtf8(exchangeId));
    return url;
}

void ReplayServer::start()
{
    m_server = new listen::HttpServer(m_clock, {}, this);
    connect(m_server, &listen::HttpServer::requested, this, &ReplayServer::serve);
    emit listening(m_server->listen(QHostAddress::LocalHost, m_options.port));
}

void ReplayServer::serve(listen::Exchange *exchange)
{
    const QByteArray id = QByteArray::fromPercentEncoding(exchange->request().path.split('/').value(1));
    const auto found = m_exchanges.constFind(id);
    emit served(id, found != m_exchanges.constEnd() ? found->head.status : 404);
    if (found != m_exchanges.constEnd())
        return replay(*found, exchange);
    Json error = Json::object();
    error.set("message", u"There is no exchange “%1”."_s.arg(QString::fromUtf8(id)));
    Json body = Json::object();
    body.set("error", error);
    exchange->respond(404, {{"content-type", "application/json"}}, body.dump());
}

void ReplayServer::replay(const Exchange &recorded, listen::Exchange *exchange)
{
    QList<listen::Header> headers = keptHeaders(recorded.head);
    if (m_options.whole)
        return exchange->respond(recorded.head.status, headers, recorded.body);
    // Each exchange is split in its own way, and in the same one whatever was asked for before it.
    SeededRandom random(m_options.seed * 0x10000 + qChecksum(recorded.id));
    const bool chunked = random.below(2) == 0;
    if (!chunked)
        headers.append({"content-length", QByteArray::number(recorded.body.size())});
    exchange->start(recorded.head.status, headers, chunked ? listen::Framing::Chunked : listen::Framing::ContentLength);
    new Replayed(*exchange, awkwardPieces(recorded.body, random), m_options.pace, this);
}

} // namespace sb::testing
