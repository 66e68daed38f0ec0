#include "core/dialects/embeddings/body_writer.h"

using namespace Qt::StringLiterals;

namespace sb::dialects::embeddings {

namespace {

constexpr std::array Uses{"RETRIEVAL_QUERY", "RETRIEVAL_DOCUMENT", "CLASSIFICATION", "CLUSTERING",
                          "SEMANTIC_SIMILARITY"};
constexpr std::array GeminiMembers{"title"};
constexpr std::array VertexParameters{"autoTruncate"};

} // namespace

/// One text is embedContent, several are a batch of the same.
Result<WireRequest> askGemini(const Asking &asking)
{
    BodyWriter writer(asking);
    const auto texts = writer.texts();
    if (!texts)
        return tl::unexpected(texts.error());
    Json settings = Json::object();
    if (const QByteArray use = writer.use(Uses); !use.isEmpty())
        settings.set("taskType", use);
    writer.keep(settings, GeminiMembers);
    if (asking.request.dimensions)
        settings.set("outputDimensionality", *asking.request.dimensions);
    writer.dropUser();
    Json requests;
    for (const QString &text : *texts) {
        const Json parts(Json::Array{Json(Json::Object{{"text", text}})});
        Json each(Json::Object{{"model", writer.modelName()}, {"content", Json(Json::Object{{"parts", parts}})}});
        for (const auto &[key, value] : settings.members())
            each.set(key, value);
        requests.append(each);
    }
    if (requests.size() == 1)
        return writer.finish(writer.modelUrl(u"embedContent"_s), requests.at(0));
    return writer.finish(writer.modelUrl(u"batchEmbedContents"_s), Json(Json::Object{{"requests", requests}}));
}

Result<WireRequest> askVertex(const Asking &asking)
{
    BodyWriter writer(asking);
    const auto texts = writer.texts();
    if (!texts)
        return tl::unexpected(texts.error());
    const QByteArray use = writer.use(Uses);
    Json instances;
    for (const QString &text : *texts) {
        Json each(Json::Object{{"content", text}});
        if (!use.isEmpty())
            each.set("task_type", use);
        instances.append(each);
    }
    Json parameters;
    if (asking.request.dimensions)
        parameters.set("outputDimensionality", *asking.request.dimensions);
    writer.keep(parameters, VertexParameters);
    writer.dropUser();
    Json body(Json::Object{{"instances", instances}});
    if (!parameters.isNull())
        body.set("parameters", parameters);
    return writer.finish(writer.modelUrl(u"predict"_s), body);
}

} // namespace sb::dialects::embeddings
