#include "core/dialects/anthropic_messages/server/answer_json.h"

#include "core/dialects/anthropic_messages/blocks.h"

#include <algorithm>
#include <array>

namespace sb::dialects::anthropic {

namespace {

using chat::ErrorType;

const char *errorWord(ErrorType type)
{
    switch (type) {
    case ErrorType::Authentication:
        return "authentication_error";
    case ErrorType::PaymentRequired:
    case ErrorType::OverBudget:
        return "billing_error";
    case ErrorType::PermissionDenied:
        return "permission_error";
    case ErrorType::NotFound:
        return "not_found_error";
    case ErrorType::PayloadTooLarge:
        return "request_too_large";
    case ErrorType::RateLimitExceeded:
        return "rate_limit_error";
    case ErrorType::Timeout:
        return "timeout_error";
    case ErrorType::ProviderOverloaded:
        return "overloaded_error";
    case ErrorType::Server:
    case ErrorType::ProviderUnavailable:
    case ErrorType::InvalidResponse:
    case ErrorType::ModelOutputError:
    case ErrorType::Cut:
    case ErrorType::Stalled:
    case ErrorType::ResetBeforeAnswer:
    case ErrorType::Cancelled:
    case ErrorType::Unmapped:
        return "api_error";
    default:
        return "invalid_request_error";
    }
}

Json countOf(const std::optional<qint64> &count)
{
    return count ? Json(*count) : Json();
}

Json callBlock(const chat::ToolCall &call)
{
    const auto input = parseJson(call.arguments.toUtf8());
    const bool isObject = input && input->isObject();
    Json block = typed("tool_use",
                       {{"id", call.id},
                        {"name", call.name},
                        {"input", isObject ? *input : Json(Json::Object{{"input", call.arguments}})}});
    if (call.extra.contains("caller"))
        block.set("caller", call.extra["caller"]);
    return block;
}

/// Signed thinking as it was, else what there is of it.
Json::Array thinkingBlocks(const chat::Answer &answer)
{
    Json::Array blocks;
    const Json details = answer.toMessage().reasoningDetails;
    for (const Json &detail : details.items()) {
        const Json block = blockOfDetail(detail);
        if (!block.isNull())
            blocks.append(block);
    }
    if (blocks.isEmpty() && !answer.reasoning.isEmpty())
        blocks.append(typed("thinking", {{"thinking", answer.reasoning}, {"signature", ""}}));
    return blocks;
}

Json contentJson(const chat::Answer &answer)
{
    Json::Array blocks = thinkingBlocks(answer);
    for (const Json &other : answer.other) {
        if (isServiceBlock(other["type"].toBytes()))
            blocks.append(other);
    }
    for (const QString &text : {answer.text, answer.refusal}) {
        if (!text.isEmpty())
            blocks.append(typed("text", {{"text", text}}));
    }
    for (const chat::ToolCall &call : answer.toolCalls)
        blocks.append(callBlock(call));
    return blocks;
}

} // namespace

Json wholeJson(const chat::Request &request, const chat::Answer &answer)
{
    if (answer.error)
        return errorJson(*answer.error);
    Json json = messageHead(answer.id, answer.model.isEmpty() ? request.model : answer.model);
    json.set("content", contentJson(answer));
    if (answer.finish)
        json.set("stop_reason", stopReasonJson(*answer.finish, answer.rawFinish));
    json.set("usage", usageJson(answer.usage));
    return json;
}

Json usageJson(const chat::Usage &usage)
{
    const bool counted = usage.prompt.has_value();
    const qint64 cached = usage.cacheRead.value_or(0) + usage.cacheWrite5m.value_or(0) + usage.cacheWrite1h.value_or(0);
    Json json = Json::object();
    json.set("input_tokens", counted ? Json(std::max<qint64>(*usage.prompt - cached, 0)) : Json());
    if (usage.cacheWrite5m || usage.cacheWrite1h) {
        json.set("cache_creation_input_tokens", usage.cacheWrite5m.value_or(0) + usage.cacheWrite1h.value_or(0));
        json.set("cache_creation",
                 Json(Json::Object{{"ephemeral_5m_input_tokens", usage.cacheWrite5m.value_or(0)},
                                   {"ephemeral_1h_input_tokens", usage.cacheWrite1h.value_or(0)}}));
    }
    if (usage.cacheRead)
        json.set("cache_read_input_tokens", *usage.cacheRead);
    json.set("output_tokens", countOf(usage.completion));
    if (usage.reasoning)
        json.set("output_tokens_details", Json(Json::Object{{"thinking_tokens", *usage.reasoning}}));
    return json;
}

Json errorJson(const chat::ProviderError &error)
{
    Json json = typed(errorWord(error.type), {{"message", error.message}});
    json.set("metadata", Json(Json::Object{{"error_type", toWireName(error.type)}}));
    return typed("error", {{"error", json}});
}

Json stopReasonJson(chat::FinishReason reason, const QString &raw)
{
    static constexpr std::array Own{"end_turn",   "max_tokens", "stop_sequence", "tool_use",
                                    "pause_turn", "refusal",    "compaction",    "model_context_window_exceeded"};
    if (std::any_of(Own.begin(), Own.end(), [&](const char *word) { return raw == QLatin1String(word); }))
        return raw;
    switch (reason) {
    case chat::FinishReason::Length:
        return "max_tokens";
    case chat::FinishReason::ToolCalls:
        return "tool_use";
    case chat::FinishReason::ContentFilter:
        return "refusal";
    case chat::FinishReason::Stop:
    case chat::FinishReason::Error:
        break;
    }
    return "end_turn";
}

Json messageHead(const QString &id, const QString &model)
{
    return typed("message",
                 {{"id", id},
                  {"role", "assistant"},
                  {"model", model},
                  {"content", Json::array()},
                  {"stop_reason", {}},
                  {"stop_sequence", {}}});
}

} // namespace sb::dialects::anthropic
