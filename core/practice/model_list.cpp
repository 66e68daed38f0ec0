#include "core/practice/model_list.h"

#include "core/base/json.h"

namespace sb::practice {

namespace {

Json entry(catalog::DialectId dialect, const QString &providerId, const QString &model)
{
    switch (dialect) {
    case catalog::DialectId::OpenAiChat:
    case catalog::DialectId::OpenAiResponses:
        return Json(Json::Object{{"id", model}, {"object", "model"}, {"created", 0}, {"owned_by", providerId}});
    case catalog::DialectId::AnthropicMessages:
        return Json(Json::Object{{"type", "model"}, {"id", model}, {"display_name", model}});
    case catalog::DialectId::GeminiGenerateContent:
        return Json(Json::Object{{"name", "models/" + model.toUtf8()},
                                 {"displayName", model},
                                 {"supportedGenerationMethods", Json(Json::Array{"generateContent"})}});
    case catalog::DialectId::OpenAiCompletions:
    case catalog::DialectId::CohereChat:
    case catalog::DialectId::CohereV1Chat:
    case catalog::DialectId::OllamaChat:
    case catalog::DialectId::OllamaGenerate:
    case catalog::DialectId::BedrockConverse:
    case catalog::DialectId::BedrockInvoke:
        break; // not spoken here
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray modelList(const SimulatedProvider &provider)
{
    Json entries = Json::array();
    for (const QString &model : provider.models)
        entries.append(entry(provider.dialect, provider.id, model));
    switch (provider.dialect) {
    case catalog::DialectId::OpenAiChat:
    case catalog::DialectId::OpenAiResponses:
        return Json(Json::Object{{"object", "list"}, {"data", entries}}).dump();
    case catalog::DialectId::AnthropicMessages:
        return Json(Json::Object{{"data", entries}, {"has_more", false}}).dump();
    case catalog::DialectId::GeminiGenerateContent:
        return Json(Json::Object{{"models", entries}}).dump();
    case catalog::DialectId::OpenAiCompletions:
    case catalog::DialectId::CohereChat:
    case catalog::DialectId::CohereV1Chat:
    case catalog::DialectId::OllamaChat:
    case catalog::DialectId::OllamaGenerate:
    case catalog::DialectId::BedrockConverse:
    case catalog::DialectId::BedrockInvoke:
        break; // not spoken here
    }
    Q_UNREACHABLE();
}

} // namespace sb::practice
