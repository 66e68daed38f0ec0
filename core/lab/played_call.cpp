#include "core/lab/played_call.h"

#include "core/lab/stage.h"
#include "core/net/end_classifier.h"

#include <utility>

namespace sb::lab {

using Stop = Performance::Stop;
using std::chrono::nanoseconds;

PlayedCall::PlayedCall(Stage &stage, const Clock &clock, net::HttpRequest request, const net::HttpClocks &limits)
    : m_stage(&stage)
    , m_clock(clock)
    , m_request(std::move(request))
    , m_clocks(clock, limits)
    , m_made(clock.steady())
    , m_next(clock.alarm([this] { goOn(); }))
{
    connect(&m_clocks, &net::PhaseClocks::expired, this, &PlayedCall::expired);
    then(milliseconds{0});
}

PlayedCall::~PlayedCall()
{
    if (m_stage)
        m_stage->leave(*this);
}

void PlayedCall::goOn()
{
    switch (m_state) {
    case State::Queued:
        return begin();
    case State::Connecting:
        return connected();
    case State::Uploading:
        return uploaded();
    case State::Uploaded:
        return answered();
    case State::Answering:
        return sendPiece();
    case State::Ended:
        emit ended(net::HttpEnd(*m_said)); // a copy: the slot may delete this
    }
}

void PlayedCall::begin()
{
    m_play = m_stage->perform(m_request);
    m_state = State::Connecting;
    m_clocks.handedOver();
    reach(&net::HttpTimes::socketStarted);
    m_clocks.socketStarted();
    if (m_play.stop != Stop::Connecting)
        then(m_play.connect);
}

void PlayedCall::connected()
{
    const bool answers = m_play.answer.status != 0;
    if (m_play.error != QNetworkReply::NoError && m_play.error != QNetworkReply::RemoteHostClosedError && !answers)
        return closed();
    m_state = State::Uploading;
    m_clocks.uploadProgressed();
    if (m_play.stop != Stop::Uploading)
        then(m_play.upload);
}

void PlayedCall::uploaded()
{
    m_state = State::Uploaded;
    reach(&net::HttpTimes::sent);
    m_clocks.uploaded();
    if (m_play.stop != Stop::BeforeHead)
        then(m_play.head);
}

void PlayedCall::answered()
{
    if (m_play.answer.status == 0)
        return closed();
    m_state = State::Answering;
    reach(&net::HttpTimes::head);
    m_clocks.headArrived();
    scheduleBody(); // first: the slot may abort, or delete this
    emit headReceived(net::HttpHead(m_play.answer));
}

void PlayedCall::scheduleBody()
{
    if (m_pieces < m_play.body.size())
        return then(m_play.body.at(m_pieces).after);
    if (m_play.stop != Stop::InBody)
        return then(m_play.end);
    if (m_play.again)
        then(m_play.again->after);
}

void PlayedCall::sendPiece()
{
    if (m_paused) {
        m_due = true;
        return;
    }
    const bool last = m_pieces >= m_play.body.size();
    if (last && m_play.stop != Stop::InBody)
        return closed();
    const QByteArray bytes = last ? m_play.again->bytes : m_play.body.at(m_pieces).bytes;
    ++m_pieces;
    m_bytes += bytes.size();
    reach(&net::HttpTimes::firstBody);
    scheduleBody();
    emit bodyReceived(bytes);
}

void PlayedCall::closed()
{
    finish(net::classify(
        {.url = m_request.url, .error = m_play.error, .head = m_play.answer, .bodyBytes = m_bytes, .sent = maySent()}));
}

void PlayedCall::expired(net::HttpEnd::Phase phase)
{
    finish(net::timedOut(m_request.url, phase, maySent(), m_clocks.sleptThrough()));
}

void PlayedCall::abort()
{
    if (m_state != State::Ended)
        endLater(net::aborted(maySent()));
}

void PlayedCall::pause(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    m_clocks.hold(paused);
    if (!paused && std::exchange(m_due, false) && m_state == State::Answering)
        then(milliseconds{0});
}

void PlayedCall::endLater(const net::HttpEnd &end)
{
    m_clocks.stop();
    m_state = State::Ended;
    reach(&net::HttpTimes::ended);
    m_said = end;
    then(milliseconds{0});
}

void PlayedCall::finish(const net::HttpEnd &end)
{
    m_clocks.stop();
    m_next->stop();
    m_state = State::Ended;
    reach(&net::HttpTimes::ended);
    emit ended(end);
}

void PlayedCall::reach(nanoseconds net::HttpTimes::*moment)
{
    if (m_times.*moment < nanoseconds{0})
        m_times.*moment = m_clock.steady() - m_made;
}

} // namespace sb::lab
