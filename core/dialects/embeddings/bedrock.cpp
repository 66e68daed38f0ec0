#include "core/dialects/embeddings/cohere.h"
#include "core/dialects/part_reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::embeddings {

namespace {

constexpr std::array TitanMembers{"normalize"};

/// Version 1 takes a text and nothing else.
bool isFirstTitan(const QString &model)
{
    return model.contains("titan-embed-text-v1"_L1) || model.contains("titan-embed-g1"_L1);
}

Result<Json> titanBody(const Asking &asking, BodyWriter &writer)
{
    const auto texts = writer.texts();
    if (!texts)
        return tl::unexpected(texts.error());
    if (texts->size() > 1)
        return refusedPart(u"input"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "expected one text: this model takes no more"));
    Json body(Json::Object{{"inputText", texts->constFirst()}});
    writer.dropUse();
    writer.dropUser();
    if (isFirstTitan(asking.endpoint.upstreamModel)) {
        writer.dropDimensions();
        writer.keep(body, std::array<const char *, 0>{});
        return body;
    }
    if (asking.request.dimensions)
        body.set("dimensions", *asking.request.dimensions);
    writer.keep(body, TitanMembers);
    return body;
}

/// The model is one step of the path, so that its colons and slashes are encoded.
QUrl invokeUrl(const Asking &asking)
{
    QUrl url = asking.provider.baseUrl;
    url.setPath(url.path(QUrl::FullyEncoded) + u"/model/"_s
                    + QString::fromLatin1(QUrl::toPercentEncoding(asking.endpoint.upstreamModel)) + u"/invoke"_s,
                QUrl::StrictMode);
    return url;
}

} // namespace

Result<WireRequest> askBedrock(const Asking &asking)
{
    const QString &model = asking.endpoint.upstreamModel;
    BodyWriter writer(asking);
    const auto body = model.contains("cohere.embed-"_L1) ? cohereBody(asking, !model.contains("-v3"_L1), writer)
                                                         : titanBody(asking, writer);
    if (!body)
        return tl::unexpected(body.error());
    return writer.finish(invokeUrl(asking), *body);
}

} // namespace sb::dialects::embeddings
