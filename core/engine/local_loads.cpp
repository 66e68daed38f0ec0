#include "core/engine/local_loads.h"

#include "core/dialects/model_list.h"

using namespace Qt::StringLiterals;

namespace sb::engine {

using routing::LoadState;

namespace {

/// By upstream name; the state of those that are not named is apart.
struct Said
{
    QHash<QString, LoadState> models = {};
    std::optional<LoadState> others = {};
};

enum class Program
{
    Unknown,
    Ollama,
    LmStudio,
    LlamaCpp,
};

Program programOf(const catalog::Provider &provider)
{
    if (!provider.local)
        return Program::Unknown;
    const bool speaksOllama =
        provider.dialect == catalog::DialectId::OllamaChat || provider.dialect == catalog::DialectId::OllamaGenerate;
    if (speaksOllama || provider.id.startsWith("ollama"_L1))
        return Program::Ollama;
    if (provider.id.startsWith("lmstudio"_L1))
        return Program::LmStudio;
    return provider.id.startsWith("llama-cpp"_L1) ? Program::LlamaCpp : Program::Unknown;
}

QUrl atRoot(const catalog::Provider &provider, const QString &path)
{
    QUrl url = provider.baseUrl;
    url.setPath(path);
    return url;
}

/// Only what is in memory is listed. Source: ollama, docs/api.md, "List Running Models"
Said readOllama(const Json &json)
{
    Said said{.others = LoadState::NotLoaded};
    for (const Json &model : json["models"].items()) {
        const QString name = model["model"].toText();
        said.models.insert(name, LoadState::Warm);
        if (name.endsWith(":latest"_L1)) // the tag that stands for none
            said.models.insert(name.chopped(7), LoadState::Warm);
    }
    return said;
}

/// Source: https://lmstudio.ai/docs/developer/rest/endpoints
Said readLmStudio(const Json &json)
{
    Said said;
    for (const Json &model : json["data"].items()) {
        const QByteArray state = model["state"].toBytes();
        if (!state.isEmpty())
            said.models.insert(model["id"].toText(),
                               state == "loaded"        ? LoadState::Warm
                                   : state == "loading" ? LoadState::Loading
                                                        : LoadState::NotLoaded);
    }
    return said;
}

/// A server with one model has it in memory when it is healthy. One that keeps several says how each stands.
/// Source: llama.cpp, tools/server/README.md, "GET /health" and "Using multiple models"
Said readLlamaCpp(const Json &json)
{
    Said said{.others = LoadState::Warm};
    for (const Json &model : json["data"].items()) {
        const QByteArray state = model["status"]["value"].toBytes();
        if (state.isEmpty())
            continue;
        said.models.insert(model["id"].toText(),
                           state == "loaded"        ? LoadState::Warm
                               : state == "loading" ? LoadState::Loading
                                                    : LoadState::NotLoaded);
        said.others.reset();
    }
    return said;
}

Said read(Program program, const QList<ListAnswer> &answers)
{
    const ListAnswer &last = answers.constLast();
    constexpr int Loading = 503;
    if (program == Program::LlamaCpp && last.head.status == Loading)
        return {.others = LoadState::Loading};
    const Result<Json> json = parseJson(last.body);
    if (last.head.status != 200 || last.tooLong || !json || json->contains("error"))
        return {};
    switch (program) {
    case Program::Ollama:
        return json->contains("models") ? readOllama(*json) : Said{};
    case Program::LmStudio:
        return readLmStudio(*json);
    case Program::LlamaCpp:
        return answers.size() > 1 ? readLlamaCpp(*json) : Said{};
    case Program::Unknown:
        break;
    }
    return {};
}

} // namespace

QList<QUrl> loadQueries(const catalog::Provider &provider)
{
    switch (programOf(provider)) {
    case Program::Ollama:
        return {atRoot(provider, u"/api/ps"_s)};
    case Program::LmStudio:
        return {atRoot(provider, u"/api/v0/models"_s)};
    case Program::LlamaCpp:
        return {atRoot(provider, u"/health"_s), dialects::modelListRequest(provider).url};
    case Program::Unknown:
        break;
    }
    return {};
}

QHash<QString, LoadState> readLoads(const catalog::Provider &provider, const catalog::Catalog &catalog,
                                    const QList<ListAnswer> &answers)
{
    QHash<QString, LoadState> loads;
    if (answers.isEmpty())
        return loads;
    const Said said = read(programOf(provider), answers);
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        if (endpoint.providerId != provider.id)
            continue;
        const auto model = said.models.constFind(endpoint.upstreamModel);
        if (model != said.models.constEnd())
            loads.insert(endpoint.id, *model);
        else if (said.others)
            loads.insert(endpoint.id, *said.others);
    }
    return loads;
}

} // namespace sb::engine
