#include "core/net/client_call.h"

#include "core/net/end_classifier.h"
#include "core/net/http_client_p.h"
#include "core/net/one_shot_body.h"

#include <QNetworkReply>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::net {

namespace {

constexpr qint64 readLimit = 64 * 1024; // bytes that Qt may hold for us before it stops reading from the socket

HttpHead headOf(const QNetworkReply &reply)
{
    HttpHead head;
    head.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QList<QNetworkReply::RawHeaderPair> &pairs = reply.rawHeaderPairs();
    for (const QNetworkReply::RawHeaderPair &pair : pairs)
        head.headers.append({pair.first.toLower(), pair.second});
    return head;
}

} // namespace

ClientCall::ClientCall(HttpClientPrivate &client, HttpRequest httpRequest, const HttpClocks &limits)
    : m_client(&client)
    , m_request(std::move(httpRequest))
    , m_clocks(client.clock, limits)
    , m_made(client.clock.steady())
{
    client.enter(*this);
    connect(&m_clocks, &PhaseClocks::expired, this, &ClientCall::expired);
    QMetaObject::invokeMethod(
        this, [this] { begin(); }, Qt::QueuedConnection);
}

ClientCall::~ClientCall()
{
    release();
    if (m_client != nullptr)
        m_client->leave(*this);
}

void ClientCall::begin()
{
    if (m_state != State::Queued)
        return;
    if (const std::optional<QString> why = whyNotSendable(m_request))
        return endNow(notSendable(*why));
    m_client->proxies.resolve(m_request.url, this, [this](const QNetworkProxy &proxy) { post(proxy); });
}

void ClientCall::post(const QNetworkProxy &proxy)
{
    if (m_state != State::Queued)
        return;
    m_state = State::Waiting;
    m_place = m_client->pool.take(originOf(m_request.url).toString(), proxy);
    m_exchange = start(m_place->manager(), m_request, m_client->tls);
    m_request.body.clear(); // the device has it
    m_clocks.handedOver();
    listen();
    // Set right away, the limit would be lost: an upload starts only from the event loop. Set later, it would come too
    // late: a fast chunked answer keeps Qt's thread busy until all of it is in memory.
    QMetaObject::invokeMethod(
        m_exchange.reply, [reply = m_exchange.reply] { reply->setReadBufferSize(readLimit); }, Qt::QueuedConnection);
}

void ClientCall::listen()
{
    const QNetworkReply *reply = m_exchange.reply;
    const auto hear = [this, reply](auto signal, auto slot) { QObject::connect(reply, signal, this, slot); };
    hear(&QNetworkReply::socketStartedConnecting, [this] { m_client->socketStarted(*m_place); });
    hear(&QNetworkReply::encrypted, [this] {
        m_encrypted = true;
        bodylessGoes();
    });
    hear(&QNetworkReply::requestSent, [this] { requestBegun(); });
    hear(&QNetworkReply::uploadProgress, [this](qint64 sent, qint64 total) { uploadProgressed(sent, total); });
    hear(&QNetworkReply::metaDataChanged, [this] { readHead(); });
    hear(&QNetworkReply::readyRead, [this] { readBody(); });
    hear(&QNetworkReply::finished, [this] { replyFinished(); });
    hear(&QNetworkReply::sslErrors, [this](const QList<QSslError> &errors) {
        QStringList texts;
        for (const QSslError &error : errors)
            texts.append(error.errorString());
        texts.removeDuplicates();
        m_tlsErrors = texts.join(u"; ");
    });
}

void ClientCall::socketStartedAt(const ManagerPool::Place &place)
{
    if (m_state != State::Waiting || !m_place->sharesConnectionsWith(place))
        return;
    reach(&HttpTimes::socketStarted);
    m_clocks.socketStarted();
    if (m_request.url.scheme() != "https"_L1)
        bodylessGoes();
}

/// Of a request without bytes Qt does not tell when it is sent. It is once there is a connection, which for plain HTTP
/// is not told either: there the answer is awaited from the start of the socket on.
void ClientCall::bodylessGoes()
{
    if (m_state != State::Waiting || m_exchange.body->size() > 0)
        return;
    reach(&HttpTimes::sent);
    m_clocks.uploaded();
}

void ClientCall::requestBegun()
{
    if (m_state != State::Waiting)
        return;
    m_state = State::Uploading;
    m_client->requestBegun();
    reach(&HttpTimes::socketStarted); // a kept-alive connection does not start
    if (m_exchange.body->size() == 0)
        uploaded();
    else
        m_clocks.uploadProgressed();
}

void ClientCall::uploadProgressed(qint64 sent, qint64 total)
{
    if (total <= 0) // what Qt says of a request that has no body, or has ended
        return;
    requestBegun(); // a small body is reported before its header
    if (m_state != State::Uploading)
        return;
    if (sent == total)
        uploaded();
    else
        m_clocks.uploadProgressed();
}

void ClientCall::uploaded()
{
    m_state = State::Uploaded;
    reach(&HttpTimes::sent);
    m_clocks.uploaded();
}

void ClientCall::readHead()
{
    HttpHead head = headOf(*m_exchange.reply);
    if (m_head.status != 0 || head.status == 0)
        return;
    if (head.status < 200 && head.status != 101) // Qt 6.4 takes hints for the answer, and loses the answer
        return;
    m_head = std::move(head);
    reach(&HttpTimes::head);
    m_clocks.headArrived();
    emit headReceived(HttpHead(m_head)); // a copy: the slot may delete the call
}

void ClientCall::readBody()
{
    const QPointer<ClientCall> alive(this);
    while (alive && !m_paused && m_exchange.reply != nullptr && m_exchange.reply->bytesAvailable() > 0) {
        reach(&HttpTimes::firstBody);
        const QByteArray bytes = m_exchange.reply->readAll();
        m_bodyBytes += bytes.size();
        emit bodyReceived(bytes);
    }
    if (alive && m_state == State::Finished && m_exchange.reply->bytesAvailable() == 0)
        endNow(classify({.url = m_request.url,
                         .error = m_exchange.reply->error(),
                         .errorText = m_exchange.reply->errorString(),
                         .head = m_head,
                         .bodyBytes = m_bodyBytes,
                         .sent = maySent(),
                         .tlsErrors = m_tlsErrors}));
}

void ClientCall::replyFinished()
{
    m_clocks.stop();
    const QPointer<ClientCall> alive(this);
    readHead();
    if (!alive || m_state == State::Ended)
        return;
    m_state = State::Finished; // a paused reader may still have bytes to fetch
    readBody();
}

void ClientCall::contentArrived()
{
    m_clocks.contentArrived();
}

void ClientCall::pause(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    m_clocks.hold(paused);
    if (!paused)
        QMetaObject::invokeMethod(
            this, [this] { readBody(); }, Qt::QueuedConnection);
}

void ClientCall::abort()
{
    if (m_state != State::Ended)
        endLater(aborted(maySent()));
}

void ClientCall::leaveClient()
{
    abort();
    m_client->leave(*this);
    m_client = nullptr;
}

void ClientCall::expired(HttpEnd::Phase phase)
{
    endNow(timedOut(m_request.url, phase, maySent(), m_clocks.sleptThrough()));
}

void ClientCall::release()
{
    m_clocks.stop();
    if (QNetworkReply *reply = std::exchange(m_exchange, {}).reply) {
        QObject::disconnect(reply, nullptr, this, nullptr); // abort() emits finished() inside the call
        if (m_state == State::Waiting && !reply->isFinished())
            m_place->retire(); // its socket goes on connecting, and the next request there would wait for that one
        reply->abort();
        reply->deleteLater();
    }
    m_place.reset();
}

void ClientCall::endLater(const HttpEnd &end)
{
    release();
    m_state = State::Ended;
    reach(&HttpTimes::ended);
    QMetaObject::invokeMethod(
        this, [this, end] { emit ended(end); }, Qt::QueuedConnection);
}

void ClientCall::endNow(const HttpEnd &end)
{
    release();
    m_state = State::Ended;
    reach(&HttpTimes::ended);
    if (end.kind == HttpEnd::Kind::Refused)
        m_client->proxies.forget(m_request.url); // the machine may have moved to another network
    emit ended(end);
}

void ClientCall::reach(std::chrono::nanoseconds HttpTimes::*moment)
{
    if (m_times.*moment < std::chrono::nanoseconds(0))
        m_times.*moment = m_client->clock.steady() - m_made;
}

bool ClientCall::maySent() const
{
    const OneShotBody *body = m_exchange.body;
    // Of an empty body Qt does not tell when it is sent; no byte of another leaves before this thread has given it.
    const bool taken = body != nullptr && (body->wasRead() || (body->size() == 0 && bodylessMaySent()));
    return taken || m_state == State::Uploading || m_state == State::Uploaded || m_head.status != 0;
}

/// What may cost money counts as sent. Of a GET, which costs nothing, a closed connection tells that there was one.
bool ClientCall::bodylessMaySent() const
{
    using Reply = QNetworkReply;
    if (m_request.method != "GET")
        return true;
    const Reply::NetworkError error = m_exchange.reply->error();
    const bool open = m_encrypted || m_request.url.scheme() != "https"_L1;
    return error == Reply::ContentReSendError || (error == Reply::RemoteHostClosedError && open);
}

} // namespace sb::net
