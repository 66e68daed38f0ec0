#include "core/engine/attempt.h"

#include "core/engine/attempt_error.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace sb::engine {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

namespace {

constexpr int ErrorStatus = 400;
constexpr int UnauthorizedStatus = 401;

net::HttpClocks httpClocks(const AttemptInput &input, bool streams)
{
    const routing::StepClocks &clocks = input.clocks;
    // An answer that does not stream comes at once at its end: only the limit of the whole makes sense then.
    if (!streams)
        return {.connect = clocks.connect,
                .upload = clocks.upload,
                .firstByte = milliseconds{0},
                .firstContent = milliseconds{0},
                .idle = milliseconds{0},
                .total = clocks.total};
    const bool reasons = input.request.reasoning && input.request.reasoning->asked();
    return {.connect = clocks.connect,
            .upload = clocks.upload,
            .firstByte = clocks.firstByte,
            .firstContent = reasons ? clocks.firstContentReasoning : clocks.firstContent,
            .idle = clocks.idle};
}

qint64 contentBytes(const chat::Event &event)
{
    if (const auto *text = std::get_if<chat::TextDelta>(&event))
        return text->text.toUtf8().size();
    if (const auto *reasoning = std::get_if<chat::ReasoningDelta>(&event))
        return reasoning->text.toUtf8().size();
    if (const auto *refusal = std::get_if<chat::RefusalDelta>(&event))
        return refusal->text.toUtf8().size();
    if (const auto *call = std::get_if<chat::ToolCallDelta>(&event))
        return call->name.toUtf8().size() + call->arguments.toUtf8().size();
    return 0;
}

} // namespace

Attempt::Attempt(net::Network &http, TokenDesk &tokens, const Clock &clock, const Redactor &redactor,
                 AttemptInput input, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_tokens(tokens)
    , m_clock(clock)
    , m_redactor(redactor)
    , m_input(std::move(input))
{
}

Attempt::~Attempt()
{
    release();
}

QList<dialects::Notice> Attempt::start()
{
    m_startedAt = m_clock.steady();
    m_outcome.startedAt = m_clock.wall();
    m_state = State::AwaitingHead;
    const auto wire = encoded(m_input);
    if (!wire) {
        concludeSoon(cannotEncode(wire.error().message));
        return {};
    }
    m_outcome.tierLeftOut = std::ranges::any_of(wire->notices, [](const dialects::Notice &notice) {
        return notice.kind == dialects::Notice::Kind::Dropped && notice.path == QLatin1StringView("service_tier");
    });
    if (const auto lost = lostParameter(m_input.request, wire->notices)) {
        concludeSoon(*lost);
        return wire->notices;
    }
    authorize(*wire);
    return wire->notices;
}

void Attempt::authorize(const dialects::WireRequest &wire)
{
    if (m_input.provider.auth != catalog::Provider::Auth::GoogleServiceAccount)
        return send(wire, m_input.key);
    if (const QByteArray token = m_tokens.held(m_input.key); !token.isEmpty()) {
        m_resend = wire;
        return takeToken(wire, token);
    }
    buyToken(wire);
}

void Attempt::buyToken(const dialects::WireRequest &wire)
{
    m_state = State::Authorizing;
    m_tokens.buy(m_input.key, this, [this, wire](const TokenDesk::Bought &token) { takeToken(wire, token); });
}

void Attempt::takeToken(const dialects::WireRequest &wire, const TokenDesk::Bought &token)
{
    if (m_state == State::Ended) // cancelled meanwhile
        return;
    if (!token)
        return conclude(token.error());
    m_redactor.addSecret(*token);
    m_state = State::AwaitingHead;
    send(wire, *token);
}

void Attempt::send(const dialects::WireRequest &wire, const QByteArray &key)
{
    net::HttpRequest request{.method = wire.method, .url = wire.url, .headers = wire.headers, .body = wire.body};
    // Last, so that no dialect ever sees a key.
    request.headers += dialects::authorization(m_input.provider, key, wire, m_clock.wall());
    m_outcome.requestBytes = wire.body.size();
    m_untilSend = m_clock.steady() - m_startedAt;
    m_call = m_http.send(request, httpClocks(m_input, wire.streams));
    connect(m_call.get(), &net::HttpCall::headReceived, this, &Attempt::takeHead);
    connect(m_call.get(), &net::HttpCall::bodyReceived, this, &Attempt::takeBody);
    connect(m_call.get(), &net::HttpCall::ended, this, &Attempt::takeEnd);
}

void Attempt::takeHead(const net::HttpHead &head)
{
    if (head.status == UnauthorizedStatus) {
        m_tokens.forget(m_input.key);
        // A token that was held may have been revoked: that says nothing yet about the key that buys them.
        if (const auto wire = std::exchange(m_resend, std::nullopt)) {
            dropCall();
            return buyToken(*wire);
        }
    }
    m_state = State::AwaitingContent;
    m_outcome.sent = true;
    m_outcome.answered = true;
    m_outcome.httpStatus = head.status;
    const dialects::AnswerHead answer{.status = head.status, .headers = head.headers};
    m_outcome.headroom = dialects::readHeadroom(answer, m_input.provider.rateLimitHeaders, m_clock.wall());
    m_decoder = decoderFor(m_input, answer, m_outcome.whole);
    emit headCame(m_outcome.headroom);
}

void Attempt::takeBody(const QByteArray &bytes)
{
    if (m_decoder)
        takeEvents(m_decoder->feed(bytes));
    // An error object inside a stream ends it, whatever the connection does. An error's own body is read to its end.
    if (m_failure && m_outcome.httpStatus < ErrorStatus && m_state != State::Ended)
        conclude(m_failure);
}

void Attempt::takeEvents(const QList<chat::Event> &events)
{
    for (const chat::Event &each : events) {
        if (m_failure || m_state == State::Ended) // the receiver of an event may have cancelled
            return;
        takeEvent(each);
    }
}

void Attempt::takeEvent(const chat::Event &event)
{
    if (const auto *failed = std::get_if<chat::Failed>(&event)) {
        // Behind the terminator only an error of the provider's own counts, not that something is no event.
        if (!m_outcome.finish || failed->error.type != chat::ErrorType::InvalidResponse)
            m_failure = failed->error;
        return;
    }
    if (chat::isContent(event)) {
        if (m_outcome.firstContent < milliseconds{0})
            m_outcome.firstContent = duration_cast<milliseconds>(m_clock.steady() - m_startedAt);
        m_state = State::Streaming;
        if (m_call)
            m_call->contentArrived();
    }
    if (const auto *finished = std::get_if<chat::Finished>(&event))
        m_outcome.finish = finished->reason;
    if (const auto *report = std::get_if<chat::UsageReport>(&event))
        m_outcome.usage = report->usage;
    m_outcome.contentBytes += contentBytes(event);
    emit decoded(event);
}

void Attempt::takeEnd(const net::HttpEnd &end)
{
    m_outcome.sent = m_outcome.sent || end.sent;
    if (m_decoder)
        takeEvents(m_decoder->finish());
    if (m_state == State::Ended)
        return;
    m_outcome.silent = end.kind == net::HttpEnd::Kind::TimedOut && m_state != State::Streaming;
    // What a decoder makes of a torn end is not what went wrong: the connection is.
    const bool torn = end.kind != net::HttpEnd::Kind::Complete && m_outcome.httpStatus < ErrorStatus;
    if (torn)
        m_failure.reset();
    conclude(errorAt(end));
}

std::optional<chat::ProviderError> Attempt::errorAt(const net::HttpEnd &end) const
{
    if (m_failure)
        return m_failure;
    if (!m_outcome.finish)
        return errorOf(end, m_outcome.httpStatus, m_state == State::Streaming);
    if (m_outcome.finish != chat::FinishReason::Error)
        return {};
    return chat::ProviderError{.type = chat::ErrorType::ModelOutputError,
                               .message = QCoreApplication::translate(
                                   "sb::engine", "The provider ended the answer with an error of its own.")};
}

/// The provider said no before any content, though its reasons may still be on their way.
bool Attempt::isRefusal() const
{
    return m_state != State::Streaming && (m_failure || m_outcome.httpStatus >= ErrorStatus);
}

void Attempt::conclude(std::optional<chat::ProviderError> error)
{
    if (error) {
        if (error->httpStatus == 0)
            error->httpStatus = m_outcome.httpStatus;
        // Headers that say that nothing is left also say when to come again.
        if (error->type == chat::ErrorType::RateLimitExceeded && !error->retryAfter)
            error->retryAfter = dialects::exhaustedFor(m_outcome.headroom);
        m_outcome.refused = isRefusal();
        m_outcome.error = redacted(advised(*error, m_input.provider), m_redactor);
    }
    release();
    emit ended(m_outcome);
}

void Attempt::concludeSoon(const chat::ProviderError &error)
{
    m_soon = m_clock.alarm([this, error] { conclude(error); });
    m_soon->set(milliseconds{0});
}

AttemptOutcome Attempt::cancel()
{
    if (m_call)
        m_outcome.sent = m_outcome.sent || m_call->times().sent >= std::chrono::nanoseconds{0};
    m_outcome.refused = isRefusal();
    m_outcome.error = chat::ProviderError{.type = chat::ErrorType::Cancelled,
                                          .httpStatus = m_outcome.httpStatus,
                                          .message = QCoreApplication::translate("sb::engine", "Cancelled.")};
    release();
    return m_outcome;
}

void Attempt::release()
{
    if (m_state == State::Ended || m_state == State::Idle)
        return;
    m_state = State::Ended;
    if (m_soon)
        m_soon->stop();
    m_outcome.duration = duration_cast<milliseconds>(m_clock.steady() - m_startedAt);
    if (!m_call)
        return;
    const std::chrono::nanoseconds sent = m_call->times().sent;
    if (sent >= std::chrono::nanoseconds{0})
        m_outcome.connect = duration_cast<milliseconds>(m_untilSend + sent);
    dropCall();
}

/// Disconnected first, since an abort may signal; deleted later, since we may be inside one of its signals.
void Attempt::dropCall()
{
    m_call->disconnect(this);
    m_call->abort();
    m_call.release()->deleteLater();
}

} // namespace sb::engine
