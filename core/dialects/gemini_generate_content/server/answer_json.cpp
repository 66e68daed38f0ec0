#include "core/dialects/gemini_generate_content/server/answer_json.h"

#include "core/dialects/gemini_generate_content/finish_reasons.h"
#include "core/dialects/gemini_generate_content/parts.h"

#include <algorithm>

namespace sb::dialects::gemini {

using chat::ErrorType;

namespace {

/// The status of HTTP that Google gives an error of this type.
int codeOf(ErrorType type)
{
    switch (type) {
    case ErrorType::Authentication:
        return 401;
    case ErrorType::PaymentRequired:
    case ErrorType::OverBudget:
        return 402;
    case ErrorType::PermissionDenied:
        return 403;
    case ErrorType::NotFound:
        return 404;
    case ErrorType::PayloadTooLarge:
        return 413;
    case ErrorType::RateLimitExceeded:
        return 429;
    case ErrorType::Server:
    case ErrorType::ModelOutputError:
    case ErrorType::Unmapped:
        return 500;
    case ErrorType::ProviderOverloaded:
    case ErrorType::ProviderUnavailable:
        return 503;
    case ErrorType::Timeout:
        return 504;
    default:
        return 400;
    }
}

/// Source: google/rpc/code.proto
QByteArray statusWord(int code)
{
    static constexpr std::pair<int, const char *> Words[] = {
        {400, "INVALID_ARGUMENT"},   {401, "UNAUTHENTICATED"}, {403, "PERMISSION_DENIED"}, {404, "NOT_FOUND"},
        {429, "RESOURCE_EXHAUSTED"}, {500, "INTERNAL"},        {503, "UNAVAILABLE"},       {504, "DEADLINE_EXCEEDED"},
    };
    for (const auto &[known, word] : Words) {
        if (known == code)
            return word;
    }
    return code >= 500 ? "UNAVAILABLE" : "INVALID_ARGUMENT";
}

Json detailsOf(const chat::ProviderError &error)
{
    Json details(Json::Array{Json(Json::Object{{"@type", "type.googleapis.com/google.rpc.ErrorInfo"},
                                               {"reason", toWireName(error.type).toUpper()},
                                               {"domain", "signalbox"}})});
    if (error.retryAfter)
        details.append(
            Json(Json::Object{{"@type", "type.googleapis.com/google.rpc.RetryInfo"},
                              {"retryDelay", QByteArray::number(double(error.retryAfter->count()) / 1000) + 's'}}));
    return details;
}

} // namespace

Json wholeJson(const chat::Request &request, const chat::Answer &answer)
{
    Json::Array parts;
    if (!answer.reasoning.isEmpty())
        parts.append(textPart(answer.reasoning, true));
    const QString text = answer.text + answer.refusal;
    if (!text.isEmpty())
        parts.append(textPart(text));
    for (const Json &block : answer.reasoningDetails.items()) {
        if (const Json part = signaturePart(block); !part.isNull())
            parts.append(part);
    }
    for (const chat::ToolCall &call : answer.toolCalls)
        parts.append(callPart(call));
    const QByteArray finish = answer.finish ? finishWord(*answer.finish) : QByteArray();
    Json json =
        answerJson(answer.id, answer.model.isEmpty() ? request.model : answer.model, parts, finish, answer.usage);
    if (answer.error)
        json.set("error", errorJson(0, *answer.error)["error"]);
    return json;
}

Json answerJson(const QString &id, const QString &model, const Json::Array &parts, const QByteArray &finish,
                const std::optional<chat::Usage> &usage)
{
    const Json content(Json::Object{{"parts", Json(parts)}, {"role", "model"}});
    Json candidate(Json::Object{{"content", content}});
    if (!finish.isEmpty())
        candidate.set("finishReason", finish);
    candidate.set("index", 0);
    Json json(Json::Object{{"candidates", Json(Json::Array{candidate})}});
    if (const Json counted = usage ? usageJson(*usage) : Json(); !counted.isNull())
        json.set("usageMetadata", counted);
    json.set("modelVersion", model);
    json.set("responseId", id);
    return json;
}

Json usageJson(const chat::Usage &usage)
{
    if (!usage.prompt && !usage.completion)
        return {}; // not known is not zero
    const qint64 reasoning = usage.reasoning.value_or(0);
    Json json = Json::object();
    json.set("promptTokenCount", usage.prompt.value_or(0));
    if (usage.completion)
        json.set("candidatesTokenCount", std::max<qint64>(*usage.completion - reasoning, 0));
    json.set("totalTokenCount", usage.prompt.value_or(0) + usage.completion.value_or(0));
    if (usage.cacheRead)
        json.set("cachedContentTokenCount", *usage.cacheRead);
    if (usage.reasoning)
        json.set("thoughtsTokenCount", reasoning);
    return json;
}

Json errorJson(int status, const chat::ProviderError &error)
{
    const int code = status > 0 ? status : codeOf(error.type);
    return Json(Json::Object{{"error",
                              Json(Json::Object{{"code", code},
                                                {"message", error.message},
                                                {"status", statusWord(code)},
                                                {"details", detailsOf(error)}})}});
}

Json textPart(const QString &text, bool isThought)
{
    Json part(Json::Object{{"text", text}});
    if (isThought)
        part.set("thought", true);
    return part;
}

Json callPart(const chat::ToolCall &call)
{
    const auto arguments = parseJson(call.arguments.toUtf8());
    Json function(Json::Object{{"name", call.name}});
    function.set("args", arguments && arguments->isObject() ? *arguments : Json::object());
    if (!call.id.isEmpty())
        function.set("id", call.id);
    Json part(Json::Object{{"functionCall", function}});
    if (const QByteArray signature = signatureOf(call.extra); !signature.isEmpty())
        part.set("thoughtSignature", signature);
    return part;
}

Json signaturePart(const Json &block)
{
    if (block["format"].toBytes() != ReasoningFormat)
        return {};
    const bool isThought = block["type"].toBytes() == "reasoning.text";
    const Json &signature = isThought ? block["signature"] : block["data"];
    if (!signature.isString())
        return {};
    Json part = textPart({}, isThought);
    part.set("thoughtSignature", signature);
    return part;
}

} // namespace sb::dialects::gemini
