#pragma once

#include "core/dialects/dialect.h"
#include "core/engine/link_fetch.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace sb::engine {

/// A link in a request whose bytes a dialect needs.
struct Link
{
    QByteArray url = {};
    bool isImage = false;
    QString path = {}; ///< "messages[2].content[0]"
    friend bool operator==(const Link &, const Link &) = default;
};

/// What this provider's dialect cannot take as a link, in order, each link once.
[[nodiscard]] QList<Link> linksToFetch(const chat::Request &request, const dialects::ClientDialect &dialect,
                                       const catalog::Provider &provider);

/// The request with the bytes of these links in their place, as data: URLs.
[[nodiscard]] chat::Request withBytes(chat::Request request, const QList<Link> &links,
                                      const QHash<QByteArray, FetchedLink> &fetched);

/// Fetches the links of one run, each at most once: what was fetched, or could not be, holds for all its candidates.
class Materials final : public QObject
{
    Q_OBJECT
public:
    /// @param trusted whether the user typed the links
    Materials(net::Network &client, const Clock &clock, bool trusted, QObject *parent = nullptr);
    ~Materials() override;

    /// → ready(), from the event loop, when all of them are there or cannot be had
    void fetch(const QList<Link> &links);
    void cancel(); ///< closes the connections; ready() does not come
    [[nodiscard]] bool has(const QList<Link> &links) const; ///< whether nothing is left to fetch
    /// The first that cannot be had, its path in the message; nullopt when all are there.
    [[nodiscard]] std::optional<chat::ProviderError> error(const QList<Link> &links) const;
    [[nodiscard]] const QHash<QByteArray, FetchedLink> &fetched() const { return m_fetched; }

signals:
    void ready();

private:
    void take(const QByteArray &url, const FetchedLink &link);

    net::Network &m_client;
    const Clock &m_clock;
    bool m_trusted;
    QHash<QByteArray, FetchedLink> m_fetched;
    std::vector<std::unique_ptr<LinkFetch>> m_running;
    qsizetype m_waitingFor = 0;
};

} // namespace sb::engine
