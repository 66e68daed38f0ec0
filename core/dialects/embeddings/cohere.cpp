#include "core/dialects/embeddings/cohere.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::embeddings {

namespace {

constexpr std::array CohereMembers{"truncate", "max_tokens", "priority"};

} // namespace

Result<Json> cohereBody(const Asking &asking, bool takesDimensions, BodyWriter &writer)
{
    const chat::EmbeddingRequest &request = asking.request;
    const auto texts = writer.texts();
    if (!texts)
        return tl::unexpected(texts.error());
    QByteArray use = writer.use({"search_query", "search_document", "classification", "clustering", nullptr});
    if (use.isEmpty()) {
        use = "search_document";
        writer.translated(u"input_type"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "A purpose is required here; that of documents was sent."));
    }
    Json list;
    for (const QString &text : *texts)
        list.append(text);
    Json body(Json::Object{{"texts", list}, {"input_type", use}});
    const bool base64 = request.encoding == chat::EmbeddingEncoding::Base64;
    body.set("embedding_types", Json(Json::Array{base64 ? "base64" : "float"}));
    if (!takesDimensions)
        writer.dropDimensions();
    else if (request.dimensions)
        body.set("output_dimension", *request.dimensions);
    writer.keep(body, CohereMembers);
    writer.dropUser();
    return body;
}

Result<WireRequest> askCohere(const Asking &asking, int version)
{
    BodyWriter writer(asking);
    const auto members = cohereBody(asking, version == 2, writer);
    if (!members)
        return tl::unexpected(members.error());
    Json body(Json::Object{{"model", asking.endpoint.upstreamModel}});
    for (const auto &[key, value] : members->members())
        body.set(key, value);
    return writer.finish(urlBelow(asking.provider.baseUrl, u"/v%1/embed"_s.arg(version)), body);
}

} // namespace sb::dialects::embeddings
