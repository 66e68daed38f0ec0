#include "core/engine/link_fetch.h"

#include "core/engine/content_type.h"
#include "core/net/public_address.h"

#include <QCoreApplication>
#include <QHostInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::engine {

using chat::ErrorType;

namespace {

constexpr int MostRedirects = 5;

struct LinkFetchText
{
    Q_DECLARE_TR_FUNCTIONS(sb::engine)
};

void lookUpBySystem(const QString &host, QObject *context, const LinkFetchOptions::Answer &answer)
{
    QHostInfo::lookupHost(host, context, [answer](const QHostInfo &info) { answer(info.addresses()); });
}

/// Same scheme, host and port.
bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

LinkFetch::LinkFetch(net::Network &client, const Clock &clock, const QByteArray &url, LinkFetchOptions options,
                     QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_options(std::move(options))
    , m_url(QUrl::fromEncoded(url, QUrl::StrictMode))
{
    if (!m_options.lookUp)
        m_options.lookUp = lookUpBySystem;
    m_limit = clock.alarm([this] {
        fail(ErrorType::ImageDownloadFailed,
             LinkFetchText::tr("%1 did not send the file within %n s.", nullptr, int(m_options.limit.count() / 1000))
                 .arg(m_url.host()));
    });
}

LinkFetch::~LinkFetch()
{
    release();
}

void LinkFetch::start()
{
    m_state = State::LookingUp;
    m_limit->set(m_options.limit);
    QMetaObject::invokeMethod(
        this, [this] { goTo(m_url); }, Qt::QueuedConnection);
}

void LinkFetch::goTo(const QUrl &url)
{
    if (m_state == State::Ended)
        return;
    m_state = State::LookingUp;
    m_url = url;
    const bool secure = url.scheme() == "https"_L1;
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()
        || !(secure || (m_options.trusted && url.scheme() == "http"_L1)))
        return fail(ErrorType::ImageDownloadFailed,
                    LinkFetchText::tr("A link must be an https address without a user name."));
    const QHostAddress literal(url.host());
    if (!literal.isNull())
        return takeAddresses({literal});
    m_options.lookUp(url.host(), this, [this](const QList<QHostAddress> &addresses) { takeAddresses(addresses); });
}

void LinkFetch::takeAddresses(const QList<QHostAddress> &addresses)
{
    if (m_state != State::LookingUp)
        return;
    if (addresses.isEmpty())
        return fail(ErrorType::ImageDownloadFailed, LinkFetchText::tr("The host %1 was not found.").arg(m_url.host()));
    m_addresses = addresses;
    if (!m_options.trusted)
        m_addresses.removeIf([](const QHostAddress &address) { return !net::isPublic(address); });
    if (m_addresses.isEmpty())
        return fail(
            ErrorType::ImageDownloadFailed,
            LinkFetchText::tr("%1 is no host of the internet; files of this machine and its networks are not fetched.")
                .arg(m_url.host()));
    fetch();
}

void LinkFetch::fetch()
{
    m_state = State::Fetching;
    m_head = {};
    m_link = {};
    const net::HttpRequest request{
        .method = "GET", .url = m_url, .headers = {{"accept", "*/*"}}, .address = m_addresses.takeFirst()};
    // The limit of the whole is ours, since it goes on over redirects.
    m_call =
        m_client.send(request, {.firstContent = std::chrono::milliseconds{0}, .idle = std::chrono::milliseconds{0}});
    connect(m_call.get(), &net::HttpCall::headReceived, this, &LinkFetch::takeHead);
    connect(m_call.get(), &net::HttpCall::bodyReceived, this, &LinkFetch::takeBody);
    connect(m_call.get(), &net::HttpCall::ended, this, &LinkFetch::takeEnd);
}

void LinkFetch::takeHead(const net::HttpHead &head)
{
    m_head = head;
    bool hasLength = false;
    const qint64 length = head.header("content-length").toLongLong(&hasLength);
    if (hasLength && length > m_options.mostBytes)
        judge();
}

void LinkFetch::takeBody(const QByteArray &bytes)
{
    m_link.bytes += bytes;
    if (m_link.bytes.size() > m_options.mostBytes)
        judge();
}

void LinkFetch::takeEnd(const net::HttpEnd &end)
{
    using Kind = net::HttpEnd::Kind;
    if (end.kind == Kind::Redirected && isRedirect(m_head.status))
        return follow();
    if (end.kind == Kind::Refused && !m_addresses.isEmpty())
        return fetch();
    if (end.kind != Kind::Complete)
        return fail(ErrorType::ImageDownloadFailed, end.detail);
    judge();
}

void LinkFetch::follow()
{
    const QUrl target = m_url.resolved(QUrl::fromEncoded(m_head.header("location"), QUrl::StrictMode));
    if (++m_redirects > MostRedirects)
        return fail(ErrorType::ImageDownloadFailed, LinkFetchText::tr("%1 redirects too often.").arg(m_url.host()));
    release();
    m_options.trusted = m_options.trusted && sameOrigin(m_url, target);
    goTo(target);
}

/// What came, or as much of it as shows that it is not to be used.
void LinkFetch::judge()
{
    const qint64 length = m_head.header("content-length").toLongLong();
    if (std::max<qint64>(length, m_link.bytes.size()) > m_options.mostBytes)
        return fail(ErrorType::ImageTooLarge,
                    LinkFetchText::tr("The file at %1 has more than %2 MB.")
                        .arg(m_url.host())
                        .arg(m_options.mostBytes / (1024 * 1024)));
    if (m_head.status == 404 || m_head.status == 410)
        return fail(ErrorType::ImageNotFound, LinkFetchText::tr("%1 has no such file.").arg(m_url.host()));
    if (m_head.status != 200)
        return fail(ErrorType::ImageDownloadFailed,
                    LinkFetchText::tr("%1 answered with %2 instead of the file.").arg(m_url.host()).arg(m_head.status));
    m_link.mimeType = contentType(m_link.bytes);
    if (m_link.mimeType.isEmpty() || (m_options.isImage && !m_link.mimeType.startsWith("image/")))
        return fail(ErrorType::InvalidImage,
                    m_options.isImage
                        ? LinkFetchText::tr("What %1 sent is no picture.").arg(m_url.host())
                        : LinkFetchText::tr("What %1 sent is no file of a known kind.").arg(m_url.host()));
    if (!hasItsEnd(m_link.mimeType, m_link.bytes))
        return fail(ErrorType::ImageDownloadFailed,
                    LinkFetchText::tr("The file at %1 came without its end.").arg(m_url.host()));
    conclude();
}

void LinkFetch::fail(ErrorType type, const QString &why)
{
    if (m_state == State::Ended)
        return;
    m_link = {.error = chat::ProviderError{.type = type, .message = why}};
    conclude();
}

void LinkFetch::conclude()
{
    m_state = State::Ended;
    m_limit->stop();
    release();
    emit ended(FetchedLink(m_link)); // a copy: the slot may delete this
}

/// Deleted later: we may be inside one of its signals.
void LinkFetch::release()
{
    if (!m_call)
        return;
    m_call->disconnect(this);
    m_call->abort();
    m_call.release()->deleteLater();
}

} // namespace sb::engine
