#include "core/engine/materials.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::engine {

namespace {

bool isLink(const QByteArray &url)
{
    return url.startsWith("http:") || url.startsWith("https:");
}

/// The link of a picture or a file; empty where the part has none.
QByteArray urlOf(const chat::Part &part)
{
    if (const auto *image = std::get_if<chat::ImagePart>(&part))
        return isLink(image->url) ? image->url : QByteArray();
    if (const auto *file = std::get_if<chat::FilePart>(&part))
        return isLink(file->data) ? file->data : QByteArray();
    return {};
}

void replace(chat::Part &part, const FetchedLink &link)
{
    const QByteArray url = "data:" + link.mimeType + ";base64," + link.bytes.toBase64();
    if (auto *image = std::get_if<chat::ImagePart>(&part))
        image->url = url;
    else if (auto *file = std::get_if<chat::FilePart>(&part))
        file->data = url;
}

} // namespace

QList<Link> linksToFetch(const chat::Request &request, const dialects::ClientDialect &dialect,
                         const catalog::Provider &provider)
{
    QList<Link> links;
    for (qsizetype i = 0; i < request.messages.size(); ++i) {
        const QList<chat::Part> &parts = request.messages[i].parts;
        for (qsizetype j = 0; j < parts.size(); ++j) {
            const Link link{.url = urlOf(parts[j]),
                            .isImage = std::holds_alternative<chat::ImagePart>(parts[j]),
                            .path = u"messages[%1].content[%2]"_s.arg(i).arg(j)};
            const bool known =
                std::any_of(links.begin(), links.end(), [&](const Link &other) { return other.url == link.url; });
            if (!link.url.isEmpty() && !known && !dialect.takesLink(parts[j], provider))
                links.append(link);
        }
    }
    return links;
}

chat::Request withBytes(chat::Request request, const QList<Link> &links, const QHash<QByteArray, FetchedLink> &fetched)
{
    if (links.isEmpty())
        return request;
    for (chat::Message &message : request.messages) {
        for (chat::Part &part : message.parts) {
            const QByteArray url = urlOf(part);
            const bool wanted =
                std::any_of(links.begin(), links.end(), [&](const Link &link) { return link.url == url; });
            if (wanted && fetched.contains(url))
                replace(part, fetched[url]);
        }
    }
    return request;
}

Materials::Materials(net::Network &client, const Clock &clock, bool trusted, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_trusted(trusted)
{
}

Materials::~Materials() = default;

void Materials::fetch(const QList<Link> &links)
{
    for (const Link &link : links) {
        if (m_fetched.contains(link.url))
            continue;
        ++m_waitingFor;
        auto &fetch = m_running.emplace_back(std::make_unique<LinkFetch>(
            m_client, m_clock, link.url, LinkFetchOptions{.trusted = m_trusted, .isImage = link.isImage}));
        connect(fetch.get(), &LinkFetch::ended, this,
                [this, url = link.url](const FetchedLink &fetched) { take(url, fetched); });
        fetch->start();
    }
}

void Materials::take(const QByteArray &url, const FetchedLink &link)
{
    m_fetched.insert(url, link);
    if (--m_waitingFor == 0)
        emit ready();
}

/// Deleted later: we may be inside one of their signals.
void Materials::cancel()
{
    for (auto &fetch : m_running) {
        fetch->disconnect(this);
        fetch.release()->deleteLater();
    }
    m_running.clear();
    m_waitingFor = 0;
}

bool Materials::has(const QList<Link> &links) const
{
    return std::all_of(links.begin(), links.end(), [this](const Link &link) { return m_fetched.contains(link.url); });
}

std::optional<chat::ProviderError> Materials::error(const QList<Link> &links) const
{
    for (const Link &link : links) {
        auto error = m_fetched[link.url].error;
        if (!error)
            continue;
        error->message = link.path + u": "_s + error->message;
        return error;
    }
    return {};
}

} // namespace sb::engine
