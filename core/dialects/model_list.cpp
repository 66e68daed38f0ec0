#include "core/dialects/model_list.h"

#include "core/base/json.h"
#include "core/dialects/wire_request.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace sb::dialects {

namespace {

struct Asking
{
    catalog::DialectId dialect = {};
    const char *query = ""; ///< the largest page, so that one request is enough
    const char *header = nullptr; ///< name and value of what is needed beside the key
    const char *value = nullptr;
    const char *path = "/models";
    bool bedrock = false; ///< the list is at another host than the models
};

// Sources: platform.openai.com/docs/api-reference/models/list, platform.claude.com/docs/en/api/models-list,
// ai.google.dev/api/models, docs.cohere.com/reference/list-models, docs.ollama.com/api/tags,
// docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModels.html
constexpr std::array Askings{
    Asking{catalog::DialectId::OpenAiChat},
    Asking{catalog::DialectId::OpenAiResponses},
    Asking{catalog::DialectId::OpenAiCompletions},
    Asking{catalog::DialectId::AnthropicMessages, "limit=1000", "anthropic-version", "2023-06-01"},
    Asking{catalog::DialectId::GeminiGenerateContent, "pageSize=1000"},
    Asking{.dialect = catalog::DialectId::CohereChat, .query = "endpoint=chat&page_size=1000", .path = "/v1/models"},
    Asking{.dialect = catalog::DialectId::CohereV1Chat, .query = "endpoint=chat&page_size=1000", .path = "/v1/models"},
    Asking{.dialect = catalog::DialectId::OllamaChat, .path = "/api/tags"},
    Asking{.dialect = catalog::DialectId::OllamaGenerate, .path = "/api/tags"},
    Asking{.dialect = catalog::DialectId::BedrockConverse, .path = "/foundation-models", .bedrock = true},
    Asking{.dialect = catalog::DialectId::BedrockInvoke, .path = "/foundation-models", .bedrock = true},
};

QString text(const Json &entry, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const QString found = entry[name].toText(); !found.isEmpty())
            return found;
    }
    return {};
}

std::optional<qint64> tokens(std::initializer_list<std::reference_wrapper<const Json>> places)
{
    for (const Json &place : places) {
        if (const auto count = place.toInteger(); count && *count > 0)
            return count;
    }
    return {};
}

bool contains(const Json &list, QByteArrayView word)
{
    return std::ranges::any_of(list.items(), [word](const Json &item) { return item.toBytes() == word; });
}

/// Whether a model is for chat, by what its entry says, else by its name: a list of all kinds of models is the rule.
bool answersChat(const Json &entry, const QString &name)
{
    if (const Json &methods = entry["supportedGenerationMethods"]; methods.isArray())
        return contains(methods, "generateContent");
    if (const Json &outputs = entry["architecture"]["output_modalities"]; outputs.isArray())
        return contains(outputs, "text");
    if (const Json &outputs = entry["outputModalities"]; outputs.isArray())
        return contains(outputs, "TEXT");
    if (const Json &types = entry["type"]; types.isArray())
        return contains(types, "text-to-text");
    static const QRegularExpression others(
        u"embed|rerank|whisper|moderation|transcribe|dall-e|(^|[-/_])(tts|image|sora|bge)([-/_0-9]|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return !others.match(name).hasMatch();
}

catalog::ListedModel readEntry(const Json &entry)
{
    QString name = text(entry, {"id", "model_id", "modelId", "name", "model", "key"});
    if (name.startsWith("models/"_L1))
        name.remove(0, 7); // Gemini's resource names
    return {.upstreamModel = name,
            .ownedBy = text(entry, {"owned_by", "publisher", "providerName"}),
            .contextTokens = tokens({entry["context_length"], entry["context_window"], entry["max_model_len"],
                                     entry["max_context_length"], entry["max_input_tokens"], entry["inputTokenLimit"],
                                     entry["meta"]["n_ctx"], entry["meta"]["n_ctx_train"]}),
            .maxOutputTokens = tokens({entry["top_provider"]["max_completion_tokens"], entry["max_completion_tokens"],
                                       entry["max_output_tokens"], entry["outputTokenLimit"]}),
            .answersChat = answersChat(entry, name)};
}

/// The list inside, or null: some servers send it bare, some wrap it; an empty one may be `"data": null`.
const Json *listIn(const Json &json)
{
    if (json.isArray())
        return &json;
    for (const char *name : {"data", "models", "modelSummaries"}) {
        const Json *list = json.find(name);
        if (list && (list->isArray() || list->isNull()))
            return list;
    }
    return nullptr;
}

} // namespace

WireRequest modelListRequest(const catalog::Provider &provider)
{
    const auto *const asking = std::ranges::find(Askings, provider.dialect, &Asking::dialect);
    QUrl url = provider.baseUrl;
    if (asking->bedrock)
        url.setHost(url.host().replace("bedrock-runtime"_L1, "bedrock"_L1));
    url.setPath(url.path() + (provider.modelsPath.isEmpty() ? QString::fromLatin1(asking->path) : provider.modelsPath));
    if (*asking->query)
        url.setQuery(QString::fromLatin1(asking->query));
    url = withApiVersion(url, provider);
    WireRequest wire{.method = "GET", .url = url, .headers = {{"accept", "application/json"}}};
    if (asking->header)
        wire.headers.append(Header{asking->header, asking->value});
    return wire;
}

Result<QList<catalog::ListedModel>> readModelList(QByteArrayView body)
{
    const Result<Json> json = parseJson(body);
    const Json *list = json ? listIn(*json) : nullptr;
    if (!list)
        return failure(Error::Kind::InvalidInput,
                       QCoreApplication::translate("sb::dialects", "This is not a list of models."));
    QList<catalog::ListedModel> models;
    for (const Json &entry : list->items()) {
        catalog::ListedModel model =
            entry.isString() ? catalog::ListedModel{.upstreamModel = entry.toText()} : readEntry(entry);
        if (!model.upstreamModel.trimmed().isEmpty())
            models.append(std::move(model));
    }
    return models;
}

} // namespace sb::dialects
