#pragma once

#include "core/net/exchange.h"
#include "core/net/http_client.h"
#include "core/net/manager_pool.h"
#include "core/net/phase_clocks.h"

#include <QSslError>

namespace sb::net {

/// The state machine of one exchange of HttpClient. Queued until the proxy is known; Ended when nothing but ended() is
/// left to say.
class ClientCall final : public HttpCall
{
    Q_OBJECT
public:
    enum class State
    {
        Queued,
        Waiting,
        Uploading,
        Uploaded,
        Finished,
        Ended
    };

    ClientCall(HttpClientPrivate &client, HttpRequest httpRequest, const HttpClocks &limits);
    ~ClientCall() override;

    void abort() override;
    void contentArrived() override;
    void pause(bool paused) override;
    [[nodiscard]] HttpTimes times() const override { return m_times; }

    void socketStartedAt(const ManagerPool::Place &place);
    void woke(std::chrono::milliseconds slept, std::chrono::milliseconds grace) { m_clocks.woke(slept, grace); }
    void leaveClient(); ///< the client goes: ends as Aborted and forgets it

private:
    void begin();
    void post(const QNetworkProxy &proxy);
    void listen();
    void requestBegun();
    void uploadProgressed(qint64 sent, qint64 total);
    void uploaded();
    void bodylessGoes();
    void readHead();
    void readBody();
    void replyFinished();
    void expired(HttpEnd::Phase phase);

    void release(); ///< gives reply and place back; what the reply still says is not heard
    void endLater(const HttpEnd &end);
    void endNow(const HttpEnd &end);
    void reach(std::chrono::nanoseconds HttpTimes::*moment); ///< notes the time, once
    [[nodiscard]] bool maySent() const;
    [[nodiscard]] bool bodylessMaySent() const;

    HttpClientPrivate *m_client;
    HttpRequest m_request;
    PhaseClocks m_clocks;
    State m_state = State::Queued;
    std::chrono::nanoseconds m_made;
    HttpTimes m_times;
    std::unique_ptr<ManagerPool::Place> m_place;
    Exchange m_exchange;
    HttpHead m_head;
    qint64 m_bodyBytes = 0;
    QString m_tlsErrors;
    bool m_encrypted = false; ///< the connection's handshake was seen to end
    bool m_paused = false;
};

} // namespace sb::net
