#include "core/dialects/wire_request.h"

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

} // namespace sb::dialects
