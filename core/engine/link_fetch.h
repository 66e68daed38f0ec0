#pragma once

#include "core/base/clock.h"
#include "core/chat/error.h"
#include "core/net/network.h"

#include <QHostAddress>

#include <functional>
#include <memory>

namespace sb::engine {

/// What a link led to.
struct FetchedLink
{
    QByteArray bytes = {};
    QByteArray mimeType = {}; ///< by content
    std::optional<chat::ProviderError> error = {}; ///< why there is nothing: an image or download error
};

struct LinkFetchOptions
{
    /// The user typed the link: private addresses and plain http are allowed. A redirect to another origin was typed by
    /// nobody.
    bool trusted = false;
    bool isImage = false; ///< anything but a picture is an error
    std::chrono::milliseconds limit{5'000}; ///< of the whole, look-ups and redirects included
    qint64 mostBytes = 20 * 1024 * 1024;
    /// Addresses of a host, told to the answer on this thread, never after the context is gone. Empty: what the system
    /// says.
    using Answer = std::function<void(const QList<QHostAddress> &addresses)>;
    std::function<void(const QString &host, QObject *context, Answer answer)> lookUp = {};
};

/// Fetches what a request links to, for a dialect that takes bytes only. Every host, also that of a redirect, is looked
/// up first; the address that was judged is the one that is connected to. No key, no cookie.
class LinkFetch final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Idle,
        LookingUp,
        Fetching,
        Ended
    };

    /// @param client outlives this
    LinkFetch(net::Network &client, const Clock &clock, const QByteArray &url, LinkFetchOptions options,
              QObject *parent = nullptr);
    ~LinkFetch() override;

    void start(); ///< ended() follows from the event loop

signals:
    void ended(const sb::engine::FetchedLink &link); ///< exactly once, last

private:
    void goTo(const QUrl &url);
    void takeAddresses(const QList<QHostAddress> &addresses);
    void fetch();
    void takeHead(const net::HttpHead &head);
    void takeBody(const QByteArray &bytes);
    void takeEnd(const net::HttpEnd &end);
    void follow();
    void judge();
    void fail(chat::ErrorType type, const QString &why);
    void conclude();
    void release();

    net::Network &m_client;
    LinkFetchOptions m_options;
    QUrl m_url;
    QList<QHostAddress> m_addresses; ///< of the current host, judged, not tried yet
    net::HttpHead m_head;
    FetchedLink m_link;
    std::unique_ptr<net::HttpCall> m_call;
    std::unique_ptr<Alarm> m_limit;
    int m_redirects = 0;
    State m_state = State::Idle;
};

} // namespace sb::engine
