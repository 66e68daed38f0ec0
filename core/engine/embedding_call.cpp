#include "core/engine/embedding_call.h"

#include <algorithm>

namespace sb::engine {

namespace {

/// What planning counts: the bytes of texts; a token of the model's own is one token, and so a letter here.
QStringList countedInputs(const chat::EmbeddingRequest &request)
{
    if (const auto *texts = std::get_if<QStringList>(&request.input))
        return *texts;
    QStringList inputs;
    for (const chat::TokenList &tokens : std::get<QList<chat::TokenList>>(request.input))
        inputs.append(QString(tokens.size(), u'x'));
    return inputs;
}

Json inputBody(const chat::EmbeddingRequest &request)
{
    if (const auto *texts = std::get_if<QStringList>(&request.input))
        return Json::array(*texts);
    Json list = Json::array();
    for (const chat::TokenList &tokens : std::get<QList<chat::TokenList>>(request.input)) {
        Json each = Json::array();
        for (const qint64 token : tokens)
            each.append(token);
        list.append(each);
    }
    return list;
}

QByteArray wordFor(chat::EmbeddingUse use)
{
    static constexpr std::array Words{"query", "document", "classification", "clustering", "similarity"};
    return Words[size_t(use)];
}

/// nullopt: the name does not begin with that of a provider.
std::optional<catalog::Endpoint> namedEndpoint(const catalog::Catalog &catalog, const QString &model)
{
    const catalog::Provider *provider = catalog.provider(model.section(u'/', 0, 0));
    const QString upstream = model.section(u'/', 1);
    if (!provider || upstream.isEmpty())
        return {};
    return catalog::Endpoint{.id = model,
                             .providerId = provider->id,
                             .modelId = model,
                             .upstreamModel = upstream,
                             .free = provider->local,
                             .outputs = {.embeddings = true}};
}

} // namespace

RunSpec embeddingCall(const chat::EmbeddingRequest &request, const QString &client)
{
    RunSpec spec{.chainValue = routing::Chain{}, .client = client, .embedding = request};
    spec.request.model = request.model;
    spec.request.maxTokens = 0; // nothing is written
    for (const QString &input : countedInputs(request))
        spec.request.messages.append(chat::Message::make(chat::Role::User, input));
    spec.chainValue->steps.append({.model = request.model,
                                   .moveOn = {.overloaded = false,
                                              .rateLimit = false,
                                              .silence = false,
                                              .contextFull = false,
                                              .badKey = false,
                                              .notFound = false,
                                              .unsupportedParameter = false}});
    return spec;
}

World vectorWorld(const World &world, const QString &model)
{
    QList<catalog::Endpoint> offers;
    for (const catalog::Endpoint *endpoint : world.catalog.endpointsFor(model))
        offers.append(*endpoint);
    const auto makesNone = [](const catalog::Endpoint &endpoint) { return !endpoint.outputs.embeddings; };
    if (!std::ranges::all_of(offers, makesNone))
        offers.removeIf(makesNone);
    if (offers.isEmpty()) {
        if (const auto named = namedEndpoint(world.catalog, model))
            offers.append(*named);
    }
    for (catalog::Endpoint &endpoint : offers)
        endpoint.contextTokens.reset();
    World narrowed = world;
    narrowed.catalog = catalog::Catalog(world.catalog.providers(), offers);
    return narrowed;
}

Json embeddingBody(const chat::EmbeddingRequest &request)
{
    Json body(Json::Object{{"model", request.model}, {"input", inputBody(request)}});
    if (request.dimensions)
        body.set("dimensions", *request.dimensions);
    if (request.encoding == chat::EmbeddingEncoding::Base64)
        body.set("encoding_format", "base64");
    if (request.use)
        body.set("input_type", wordFor(*request.use));
    if (!request.user.isEmpty())
        body.set("user", request.user);
    for (const auto &[key, value] : request.extra.members())
        body.set(key, value);
    return body;
}

Json vectorsBody(const chat::Answer &answer, const QList<chat::Vector> &vectors)
{
    if (vectors.isEmpty() && !answer.error)
        return {};
    Json body(Json::Object{{"object", "list"}, {"model", answer.model}});
    if (!vectors.isEmpty()) {
        body.set("vectors", qint64(vectors.size()));
        body.set("dimensions", qint64(vectors.constFirst().size()));
    }
    body.set("usage", answer.usage.raw);
    if (answer.error)
        body.set("error",
                 Json(Json::Object{{"type", toWireName(answer.error->type)}, {"message", answer.error->message}}));
    return body;
}

} // namespace sb::engine
