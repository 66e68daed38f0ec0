#include "core/chat/key_order.h"
#include "core/chat/request_json.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace sb::chat {

namespace {

template <typename Value>
void setIf(Json &out, const QByteArray &key, const std::optional<Value> &value)
{
    if (value)
        out.set(key, *value);
}

void setIf(Json &out, const QByteArray &key, const QString &text)
{
    if (!text.isEmpty())
        out.set(key, text);
}

void setIf(Json &out, const QByteArray &key, bool value)
{
    if (value)
        out.set(key, true);
}

Json listOf(const QStringList &texts)
{
    Json::Array items;
    for (const QString &text : texts)
        items.append(text);
    return items;
}

template <typename Value>
Json listOf(const QList<Value> &values)
{
    Json::Array items;
    items.reserve(values.size());
    for (const Value &value : values)
        items.append(toJson(value));
    return items;
}

void setReasoning(Json &out, const Reasoning &reasoning)
{
    Json object = Json::object();
    if (reasoning.effort && reasoning.fromEffortField)
        out.set("reasoning_effort", toWireName(*reasoning.effort));
    else if (reasoning.effort)
        object.set("effort", toWireName(*reasoning.effort));
    setIf(object, "max_tokens", reasoning.maxTokens);
    setIf(object, "enabled", reasoning.enabled);
    setIf(object, "exclude", reasoning.exclude);
    addExtra(object, reasoning.extra);
    if (object.size() > 0 || !reasoning.fromEffortField)
        out.set("reasoning", object);
}

void setTools(Json &out, const Request &request)
{
    if (!request.tools.isEmpty())
        out.set("tools", listOf(request.tools));
    if (request.toolChoice)
        out.set("tool_choice", toJson(*request.toolChoice));
    setIf(out, "parallel_tool_calls", request.parallelToolCalls);
    if (request.responseFormat)
        out.set("response_format", toJson(*request.responseFormat));
}

void setSampling(Json &out, const Request &request)
{
    setIf(out, request.maxTokensIsCompletion ? "max_completion_tokens" : "max_tokens", request.maxTokens);
    setIf(out, "temperature", request.temperature);
    setIf(out, "top_p", request.topP);
    setIf(out, "top_k", request.topK);
    setIf(out, "min_p", request.minP);
    setIf(out, "frequency_penalty", request.frequencyPenalty);
    setIf(out, "presence_penalty", request.presencePenalty);
    setIf(out, "repetition_penalty", request.repetitionPenalty);
    setIf(out, "seed", request.seed);
    if (request.stopIsString && request.stop.size() == 1)
        out.set("stop", request.stop.first());
    else if (!request.stop.isEmpty())
        out.set("stop", listOf(request.stop));
    setIf(out, "logprobs", request.logprobs);
    setIf(out, "top_logprobs", request.topLogprobs);
}

/// What was changed since it was read is no longer as its source spelled it.
Json maxCostJson(const Request &request)
{
    const Json &source = request.maxCostSource;
    const auto spelled = parseDollars(source.isNumber() ? QString::fromUtf8(source.numberLiteral()) : source.toText());
    return spelled && *spelled == *request.maxCost ? source : Json(toDecimal(*request.maxCost));
}

Json arrangedLike(const Request &request, Json out)
{
    if (!request.keyOrder.isEmpty())
        out = arranged(out, request.keyOrder);
    for (const auto &[key, order] : request.layout.members()) {
        if (const Json *member = out.find(key))
            out.set(key, arranged(*member, order));
    }
    return out;
}

} // namespace

void addExtra(Json &out, const Json &extra)
{
    if (extra.isNull())
        return;
    QSet<QByteArray> own;
    Json::Object members = out.members();
    for (const auto &[key, value] : members)
        own.insert(key);
    for (const auto &more : extra.members()) {
        if (!own.contains(more.first)) {
            members.append(more);
            continue;
        }
        const auto hit = std::find_if(members.begin(), members.end(),
                                      [&](const auto &member) { return member.first == more.first; });
        if (hit->second.isObject() && more.second.isObject())
            addExtra(hit->second, more.second);
    }
    out = std::move(members);
}

Json toJson(const Tool &tool)
{
    if (!tool.raw.isNull())
        return tool.raw;
    Json function(Json::Object{{"name", tool.name}});
    setIf(function, "description", tool.description);
    if (!tool.parameters.isNull())
        function.set("parameters", tool.parameters);
    setIf(function, "strict", tool.strict);
    addExtra(function, tool.functionExtra);
    Json out(Json::Object{{"type", "function"}, {"function", function}});
    addExtra(out, tool.extra);
    return arranged(out, tool.layout);
}

Json toJson(const ToolChoice &choice)
{
    if (!choice.raw.isNull())
        return choice.raw;
    switch (choice.mode) {
    case ToolChoice::Mode::Auto:
        return "auto";
    case ToolChoice::Mode::None:
        return "none";
    case ToolChoice::Mode::Required:
        return "required";
    case ToolChoice::Mode::Named:
    case ToolChoice::Mode::Other:
        break;
    }
    return Json(Json::Object{{"type", "function"}, {"function", Json(Json::Object{{"name", choice.name}})}});
}

Json toJson(const ResponseFormat &format)
{
    if (!format.raw.isNull())
        return format.raw;
    if (format.kind != ResponseFormat::Kind::JsonSchema)
        return Json(Json::Object{{"type", format.kind == ResponseFormat::Kind::JsonObject ? "json_object" : "text"}});
    Json schema = Json::object();
    setIf(schema, "name", format.name);
    setIf(schema, "description", format.description);
    if (!format.schema.isNull())
        schema.set("schema", format.schema);
    setIf(schema, "strict", format.strict);
    return Json(Json::Object{{"type", "json_schema"}, {"json_schema", schema}});
}

Json toJson(const Request &request)
{
    Json out = Json::object();
    setIf(out, "model", request.model);
    if (!request.fallbackModels.isEmpty())
        out.set("models", listOf(request.fallbackModels));
    out.set("messages", listOf(request.messages));
    setTools(out, request);
    if (request.reasoning)
        setReasoning(out, *request.reasoning);
    setSampling(out, request);
    setIf(out, "stream", request.stream);
    if (request.includeUsage)
        out.set("stream_options", Json(Json::Object{{"include_usage", true}}));
    if (!request.provider.isNull())
        out.set("provider", request.provider);
    if (request.maxCost)
        out.set("max_cost", maxCostJson(request));
    setIf(out, "session_id", request.sessionId);
    setIf(out, "user", request.user);
    addExtra(out, request.extra);
    return arrangedLike(request, out);
}

} // namespace sb::chat
