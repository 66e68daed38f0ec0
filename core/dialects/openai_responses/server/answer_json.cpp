#include "core/dialects/openai_responses/server/answer_json.h"

#include "core/dialects/openai_chat/server/answer_json.h"
#include "core/dialects/openai_responses/items.h"
#include "core/dialects/openai_responses/tools.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::responses {

namespace {

QString idOf(const char *kind, qint64 place)
{
    return u"%1_%2"_s.arg(QLatin1StringView(kind)).arg(place);
}

Json numberOf(const std::optional<Json::Number> &number)
{
    return number ? Json(*number) : Json();
}

/// The bytes of a picture that came as a data: URL, as the service's own tool returns them.
Json pictureItem(const Json &raw, qint64 place)
{
    const auto data = chat::splitDataUrl(raw["image_url"]["url"].toBytes());
    if (!data)
        return {};
    Json item =
        typed("image_generation_call", {{"id", idOf("ig", place)}, {"status", "completed"}, {"result", data->base64}});
    if (data->mimeType != "image/png")
        item.set("output_format", data->mimeType.mid(data->mimeType.indexOf('/') + 1));
    return item;
}

Json outputOf(const chat::Answer &answer)
{
    Json output = Json::array();
    for (const Json &item : reasoningItems(answer.reasoning, answer.toMessage().reasoningDetails, 0))
        output.append(item);
    Json::Array annotations;
    for (const Json &raw : answer.other) {
        if (isAnnotation(raw))
            annotations.append(responsesAnnotation(raw));
        else if (const Json item = serviceItem(raw, output.size()); !item.isNull())
            output.append(item);
    }
    Json content = Json::array();
    if (!answer.text.isEmpty())
        content.append(textPart(answer.text, annotations));
    if (!answer.refusal.isEmpty())
        content.append(refusalPart(answer.refusal));
    if (content.size() > 0)
        output.append(messageItem(content, output.size()));
    for (const chat::ToolCall &call : answer.toolCalls)
        output.append(callItem(call, output.size()));
    return output;
}

} // namespace

Json responseHead(const chat::Request &request, const QString &id, const QString &model)
{
    // `created_at` is required by the format, and this layer has no clock: 0 says that it is not known.
    return Json(Json::Object{
        {"id", id},
        {"object", "response"},
        {"created_at", 0},
        {"status", "in_progress"},
        {"error", {}},
        {"incomplete_details", {}},
        {"max_output_tokens", request.maxTokens ? Json(*request.maxTokens) : Json()},
        {"model", model.isEmpty() ? request.model : model},
        {"output", Json::array()},
        {"parallel_tool_calls", request.parallelToolCalls.value_or(true)},
        {"temperature", numberOf(request.temperature)},
        {"tool_choice", request.toolChoice ? toolChoiceOf(*request.toolChoice) : Json("auto")},
        {"tools", request.tools.isEmpty() ? Json::array() : toolsOf(request.tools)},
        {"top_p", numberOf(request.topP)},
        {"usage", {}},
    });
}

void setEnding(Json &response, chat::FinishReason reason)
{
    using enum chat::FinishReason;
    const bool cut = reason == Length || reason == ContentFilter;
    response.set("status", reason == Error ? "failed" : cut ? "incomplete" : "completed");
    if (cut)
        response.set("incomplete_details",
                     Json(Json::Object{{"reason", reason == Length ? "max_output_tokens" : "content_filter"}}));
    if (reason == Error)
        setFailure(
            response,
            {.type = chat::ErrorType::ModelOutputError, .message = u"The model ended its answer with an error."_s});
}

void setFailure(Json &response, const chat::ProviderError &error)
{
    Json json = openai::errorJson(error)["error"];
    if (json["code"].isNull())
        json.set("code", toWireName(error.type)); // required here
    response.set("status", "failed");
    response.set("error", json);
}

Json wholeJson(const chat::Request &request, const chat::Answer &answer)
{
    Json response = responseHead(request, answer.id, answer.model);
    response.set("output", outputOf(answer));
    response.set("usage", usageJson(answer.usage));
    if (answer.error)
        setFailure(response, *answer.error);
    else if (answer.finish)
        setEnding(response, *answer.finish);
    return response;
}

Json usageJson(const chat::Usage &usage)
{
    if (!usage.prompt && !usage.completion)
        return {}; // not known is not zero
    Json read = Json::object();
    if (usage.cacheRead)
        read.set("cached_tokens", *usage.cacheRead);
    if (usage.cacheWrite5m || usage.cacheWrite1h)
        read.set("cache_write_tokens", usage.cacheWrite5m.value_or(0) + usage.cacheWrite1h.value_or(0));
    Json written = Json::object();
    if (usage.reasoning)
        written.set("reasoning_tokens", *usage.reasoning);
    Json json(Json::Object{{"input_tokens", usage.prompt.value_or(0)},
                           {"input_tokens_details", read},
                           {"output_tokens", usage.completion.value_or(0)},
                           {"output_tokens_details", written},
                           {"total_tokens", usage.prompt.value_or(0) + usage.completion.value_or(0)}});
    if (usage.billed)
        json.set("cost", Json(Json::Number{toDecimal(*usage.billed).toLatin1()}));
    return json;
}

Json messageItem(const Json &content, qint64 place)
{
    return typed("message",
                 {{"id", idOf("msg", place)}, {"status", "completed"}, {"role", "assistant"}, {"content", content}});
}

Json textPart(const QString &text, const Json::Array &annotations)
{
    return typed("output_text", {{"text", text}, {"annotations", annotations}, {"logprobs", Json::array()}});
}

Json refusalPart(const QString &text)
{
    return typed("refusal", {{"refusal", text}});
}

Json::Array reasoningItems(const QString &text, const Json &details, qint64 place)
{
    Json::Array items = reasoningItems(details);
    const bool told = std::any_of(items.begin(), items.end(), [](const Json &item) {
        return item["summary"].size() > 0 || item["content"].size() > 0;
    });
    if (!text.isEmpty() && !told) {
        const Json summary(Json::Array{typed("summary_text", {{"text", text}})});
        if (items.isEmpty())
            items.append(typed("reasoning", {}));
        items.first().set("summary", summary);
    }
    for (Json &item : items) {
        if (!item.contains("id"))
            item.set("id", idOf("rs", place));
        ++place;
    }
    return items;
}

Json callItem(const chat::ToolCall &call, qint64 place)
{
    Json item = typed(call.custom ? "custom_tool_call" : "function_call",
                      {{"id", idOf("fc", place)},
                       {"call_id", call.id},
                       {"name", call.name},
                       {call.custom ? "input" : "arguments", call.arguments},
                       {"status", "completed"}});
    for (const char *key : {"namespace", "caller"}) {
        if (call.extra.contains(key))
            item.set(key, call.extra[key]);
    }
    return item;
}

Json serviceItem(const Json &raw, qint64 place)
{
    if (raw["type"].toBytes() == "image_url")
        return pictureItem(raw, place);
    return isServiceItem(raw["type"].toBytes()) ? raw : Json();
}

} // namespace sb::dialects::responses
