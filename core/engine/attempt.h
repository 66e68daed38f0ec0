#pragma once

#include "core/base/clock.h"
#include "core/base/redactor.h"
#include "core/chat/event.h"
#include "core/dialects/dialect.h"
#include "core/dialects/rate_limits.h"
#include "core/engine/coding.h"
#include "core/engine/token_desk.h"
#include "core/net/network.h"
#include "core/routing/chain.h"

#include <QObject>

#include <memory>

namespace sb::engine {

/// What one exchange is made of.
struct AttemptInput
{
    chat::Request request = {};
    std::optional<chat::EmbeddingRequest> embedding = {}; ///< vectors of texts are asked for instead of an answer
    bool counts = false; ///< the number of the request's tokens is asked for instead of an answer
    catalog::Provider provider = {};
    catalog::Endpoint endpoint = {};
    routing::StepClocks clocks = {};
    std::optional<qint64> maxTokens = {};
    QByteArray key = {};
};

/// What became of it.
struct AttemptOutcome
{
    std::optional<chat::ProviderError> error = {}; ///< redacted; nullopt: the dialect's terminator came
    bool silent = false; ///< a clock ran out before first content
    bool sent = false; ///< the request may have reached the provider
    bool answered = false; ///< a head came
    bool refused = false; ///< the provider said no before any content
    int httpStatus = 0;
    dialects::Headroom headroom = {}; ///< what is left of the key's rate limits, as the answer says
    std::optional<chat::FinishReason> finish = {};
    chat::Usage usage = {};
    bool tierLeftOut = false; ///< the service tier that was asked for, since the provider has none
    WholeAnswer whole = {}; ///< vectors, or a count
    std::optional<bool> accepted = {}; ///< by the checks of its step; nullopt: it has none, or there was no answer
    qint64 requestBytes = 0;
    qint64 contentBytes = 0; ///< UTF-8 of text, reasoning, refusal and tool arguments
    WallTime startedAt = {};
    std::chrono::milliseconds connect{-1}; ///< start to request sent
    std::chrono::milliseconds firstContent{-1};
    std::chrono::milliseconds duration{0};
};

/// One HTTP exchange with one endpoint: encode, add the key, send, decode. Neither retries nor judges.
class Attempt final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Idle,
        Authorizing, ///< a token is bought; nothing was sent yet
        AwaitingHead,
        AwaitingContent,
        Streaming,
        Ended
    };

    /// @param tokens for providers whose key is exchanged for one
    Attempt(net::Network &http, TokenDesk &tokens, const Clock &clock, const Redactor &redactor, AttemptInput input,
            QObject *parent = nullptr);
    ~Attempt() override;

    /// @return what the dialect could not carry over; ended() follows from the event loop, also when encoding failed
    [[nodiscard]] QList<dialects::Notice> start();
    /// Closes the connection. No signal comes any more; the outcome has what was received.
    [[nodiscard]] AttemptOutcome cancel();

signals:
    void headCame(const sb::dialects::Headroom &left); ///< of the key's rate limits, long before the answer's end
    void decoded(const sb::chat::Event &event); ///< all but Failed
    void ended(const sb::engine::AttemptOutcome &outcome); ///< exactly once, last; not after cancel()

private:
    void authorize(const dialects::WireRequest &wire);
    void buyToken(const dialects::WireRequest &wire);
    void takeToken(const dialects::WireRequest &wire, const TokenDesk::Bought &token);
    void send(const dialects::WireRequest &wire, const QByteArray &key);
    void takeHead(const net::HttpHead &head);
    void takeBody(const QByteArray &bytes);
    void takeEvents(const QList<chat::Event> &events);
    void takeEvent(const chat::Event &event);
    void takeEnd(const net::HttpEnd &end);
    [[nodiscard]] std::optional<chat::ProviderError> errorAt(const net::HttpEnd &end) const;
    [[nodiscard]] bool isRefusal() const;
    void conclude(std::optional<chat::ProviderError> error);
    void concludeSoon(const chat::ProviderError &error);
    void dropCall();
    void release();

    net::Network &m_http;
    TokenDesk &m_tokens;
    const Clock &m_clock;
    Redactor m_redactor; ///< its own: it learns the token
    AttemptInput m_input;
    AttemptOutcome m_outcome;
    std::optional<chat::ProviderError> m_failure;
    std::unique_ptr<dialects::Decoder> m_decoder;
    std::unique_ptr<net::HttpCall> m_call;
    std::optional<dialects::WireRequest> m_resend; ///< with another token, when the one that was held is refused
    std::unique_ptr<Alarm> m_soon; ///< for an end that is known before anything is sent
    SteadyTime m_startedAt{0};
    SteadyTime m_untilSend{0}; ///< start to the making of the call: a token was bought meanwhile
    State m_state = State::Idle;
};

} // namespace sb::engine
