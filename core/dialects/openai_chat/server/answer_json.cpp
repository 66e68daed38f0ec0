#include "core/dialects/openai_chat/server/answer_json.h"

namespace sb::dialects::openai {

namespace {

Json orNull(const QString &text)
{
    return text.isEmpty() ? Json() : Json(text);
}

Json messageJson(const chat::Answer &answer)
{
    Json message(
        Json::Object{{"role", "assistant"}, {"content", orNull(answer.text)}, {"refusal", orNull(answer.refusal)}});
    if (!answer.reasoning.isEmpty())
        message.set("reasoning", answer.reasoning);
    if (!answer.reasoningDetails.isNull())
        message.set("reasoning_details", answer.reasoningDetails);
    Json calls;
    for (int i = 0; i < answer.toolCalls.size(); ++i) {
        const chat::ToolCall &call = answer.toolCalls[i];
        calls.append(toolCallJson({.index = i,
                                   .id = call.id,
                                   .name = call.name,
                                   .arguments = call.arguments,
                                   .custom = call.custom,
                                   .extra = call.extra},
                                  true));
    }
    if (!calls.isNull())
        message.set("tool_calls", calls);
    return message;
}

qint64 sumOf(const std::optional<qint64> &a, const std::optional<qint64> &b)
{
    return a.value_or(0) + b.value_or(0);
}

} // namespace

Json wholeJson(const chat::Request &request, const chat::Answer &answer)
{
    Json json = answerHead(answer.id, answer.model.isEmpty() ? request.model : answer.model, "chat.completion");
    const Json finish = answer.finish ? Json(toWireName(*answer.finish)) : Json();
    json.set("choices",
             Json(Json::Array{
                 Json(Json::Object{{"index", 0}, {"message", messageJson(answer)}, {"finish_reason", finish}})}));
    json.set("usage", usageJson(answer.usage));
    if (answer.error)
        json.set("error", errorJson(*answer.error)["error"]);
    return json;
}

Json usageJson(const chat::Usage &usage)
{
    if (!usage.prompt && !usage.completion)
        return {}; // not known is not zero
    Json json = Json::object();
    json.set("prompt_tokens", usage.prompt.value_or(0));
    json.set("completion_tokens", usage.completion.value_or(0));
    json.set("total_tokens", sumOf(usage.prompt, usage.completion));
    if (usage.cacheRead || usage.cacheWrite5m || usage.cacheWrite1h) {
        Json details = Json::object();
        if (usage.cacheRead)
            details.set("cached_tokens", *usage.cacheRead);
        if (usage.cacheWrite5m || usage.cacheWrite1h)
            details.set("cache_write_tokens", sumOf(usage.cacheWrite5m, usage.cacheWrite1h));
        json.set("prompt_tokens_details", details);
    }
    if (usage.reasoning)
        json.set("completion_tokens_details", Json(Json::Object{{"reasoning_tokens", *usage.reasoning}}));
    if (usage.billed)
        json.set("cost", Json(Json::Number{toDecimal(*usage.billed).toLatin1()}));
    return json;
}

Json errorJson(const chat::ProviderError &error)
{
    const QByteArray word = toWireName(error.type);
    Json json = Json::object();
    json.set("message", error.message);
    json.set("type", error.providerType.isEmpty() ? Json(word) : Json(error.providerType));
    json.set("param", {});
    json.set("code", orNull(error.code));
    json.set("metadata", Json(Json::Object{{"error_type", word}}));
    return Json(Json::Object{{"error", json}});
}

Json answerHead(const QString &id, const QString &model, const char *object)
{
    // `created` is required by the format, and this layer has no clock: 0 says that it is not known.
    return Json(Json::Object{{"id", id}, {"object", object}, {"created", 0}, {"model", model}});
}

Json toolCallJson(const chat::ToolCallDelta &call, bool first)
{
    Json json(Json::Object{{"index", call.index}});
    if (!call.id.isEmpty())
        json.set("id", call.id);
    if (first)
        json.set("type", call.custom ? "custom" : "function");
    Json inner = Json::object();
    if (!call.name.isEmpty())
        inner.set("name", call.name);
    if (!call.arguments.isEmpty() || first)
        inner.set(call.custom ? "input" : "arguments", call.arguments);
    json.set(call.custom ? "custom" : "function", inner);
    for (const auto &[key, value] : call.extra.members())
        json.set(key, value);
    return json;
}

OtherPlace placeOf(const QByteArray &kind)
{
    if (kind == "annotation")
        return {.member = "annotations", .isList = true};
    if (kind == "image")
        return {.member = "images", .isList = true};
    if (kind == "audio")
        return {.member = "audio"};
    if (kind == "citations" || kind == "search_results")
        return {.member = kind, .atTop = true};
    return {};
}

} // namespace sb::dialects::openai
