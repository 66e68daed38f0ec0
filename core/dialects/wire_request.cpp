#include "core/dialects/wire_request.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace sb::dialects {

WireRequest jsonRequest(const QUrl &url, const Json &body, const EncodeOptions &options, const QList<Notice> &notices,
                        const QByteArray &streamType)
{
    return {.url = url,
            .headers = {{"content-type", "application/json"},
                        {"accept", options.stream ? streamType : QByteArray("application/json")}},
            .body = body.dump(),
            .streams = options.stream,
            .notices = notices};
}

QUrl urlBelow(QUrl baseUrl, const QString &path)
{
    baseUrl.setPath(baseUrl.path() + path);
    return baseUrl;
}

QUrl openAiUrl(const catalog::Provider &provider, const catalog::Endpoint &endpoint, const QString &operation)
{
    const QString deployment = provider.quirks.deploymentPath
        ? u"/deployments/"_s + QString::fromLatin1(QUrl::toPercentEncoding(endpoint.upstreamModel))
        : QString();
    QUrl url = provider.baseUrl;
    url.setPath(url.path(QUrl::FullyEncoded) + deployment + operation, QUrl::StrictMode);
    return withApiVersion(url, provider);
}

QUrl withApiVersion(QUrl url, const catalog::Provider &provider)
{
    if (provider.apiVersion.isEmpty())
        return url;
    QUrlQuery query(url);
    query.addQueryItem(u"api-version"_s, provider.apiVersion);
    url.setQuery(query);
    return url;
}

} // namespace sb::dialects
