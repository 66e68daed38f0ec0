#include "core/dialects/anthropic_messages/server/request_decoder.h"

#include "core/chat/request_json.h"
#include "core/dialects/anthropic_messages/blocks.h"
#include "core/dialects/anthropic_messages/server/turn_reader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::anthropic {

namespace {

using chat::Complaint;
using chat::ObjectReader;
using chat::Request;
using Mode = chat::ToolChoice::Mode;

void readMessages(ObjectReader &in, Request &request)
{
    if (const Json *system = in.take("system"))
        request.messages.append(readSystem(*system, in.path("system"), in.complaint()));
    const Json *list = in.takeList("messages");
    if (!list) {
        in.complaint().expected(in.path("messages"), QT_TRANSLATE_NOOP("sb::chat", "a list of at least one message"),
                                in.peek("messages"));
        return;
    }
    for (qsizetype i = 0; i < list->size(); ++i)
        request.messages += readTurn(list->at(i), chat::itemPath(u"messages"_s, i), in.complaint());
}

chat::Tool readTool(const Json &json, const QString &path, Complaint &complaint)
{
    const Json &type = json["type"];
    if (type.isString() && type.toBytes() != "custom")
        return {.raw = json}; // the service's own
    ObjectReader in(json, path, complaint);
    in.take("type");
    chat::Tool tool{.name = in.requiredName("name"), .description = in.text("description")};
    if (const Json *schema = in.takeRequiredObject("input_schema"))
        tool.parameters = *schema;
    tool.strict = in.choice("strict");
    tool.extra = in.rest();
    return tool;
}

void readToolChoice(ObjectReader &in, Request &request)
{
    const Json *choice = in.takeObject("tool_choice");
    if (!choice)
        return;
    ObjectReader inner(*choice, in.path("tool_choice"), in.complaint());
    const QByteArray type = inner.requiredBytes("type");
    if (inner.choice("disable_parallel_tool_use").value_or(false))
        request.parallelToolCalls = false;
    if (type == "auto")
        request.toolChoice = chat::ToolChoice{.mode = Mode::Auto};
    else if (type == "any")
        request.toolChoice = chat::ToolChoice{.mode = Mode::Required};
    else if (type == "none")
        request.toolChoice = chat::ToolChoice{.mode = Mode::None};
    else if (type == "tool")
        request.toolChoice = chat::ToolChoice{.mode = Mode::Named, .name = inner.requiredName("name")};
    else
        in.complaint().add(inner.path("type"),
                           QCoreApplication::translate("sb::dialects", "expected auto, any, tool or none"));
}

/// Our own client half demands JSON as the input of a tool: read as what was meant.
void readAnswerTool(Request &request)
{
    using Kind = chat::ResponseFormat::Kind;
    const auto isAnswer = [](const chat::Tool &tool) { return tool.name == QLatin1String(AnswerTool); };
    const auto it = std::find_if(request.tools.cbegin(), request.tools.cend(), isAnswer);
    if (it == request.tools.cend())
        return;
    const bool any = equivalent(it->parameters, typed("object", {}));
    request.responseFormat = any
        ? chat::ResponseFormat{.kind = Kind::JsonObject}
        : chat::ResponseFormat{.kind = Kind::JsonSchema, .description = it->description, .schema = it->parameters};
    request.tools.erase(it);
    request.toolChoice.reset();
    request.parallelToolCalls.reset();
}

void readTools(ObjectReader &in, Request &request)
{
    if (const Json *tools = in.takeList("tools")) {
        for (qsizetype i = 0; i < tools->size(); ++i)
            request.tools.append(readTool(tools->at(i), chat::itemPath(u"tools"_s, i), in.complaint()));
    }
    readToolChoice(in, request);
    readAnswerTool(request);
}

void readThinking(ObjectReader &in, Request &request)
{
    const Json *config = in.takeObject("thinking");
    if (!config)
        return;
    ObjectReader inner(*config, in.path("thinking"), in.complaint());
    const QByteArray type = inner.requiredBytes("type");
    chat::Reasoning reasoning;
    reasoning.exclude = (*config)["display"].toBytes() == "omitted";
    if (reasoning.exclude)
        inner.take("display");
    if (type == "enabled")
        reasoning.maxTokens = inner.count("budget_tokens");
    if (!reasoning.maxTokens)
        reasoning.enabled = type != "disabled";
    reasoning.extra = inner.rest();
    request.reasoning = reasoning;
}

chat::ResponseFormat readFormat(ObjectReader &in)
{
    using Kind = chat::ResponseFormat::Kind;
    chat::ResponseFormat format;
    format.kind = in.requiredBytes("type") == "json_schema" ? Kind::JsonSchema : Kind::Other;
    if (const Json *schema = in.takeRequiredObject("schema"))
        format.schema = *schema;
    format.strict = true;
    return format;
}

void readEffort(ObjectReader &in, Request &request)
{
    // An effort is about the whole answer: thinking that is off, not asked for, or has a budget stays so beside it.
    if (!request.reasoning || request.reasoning->enabled != true)
        return;
    const QByteArray word = in.bytes("effort");
    for (int i = 0; i <= int(chat::ReasoningEffort::Max); ++i) {
        if (word != toWireName(chat::ReasoningEffort(i)))
            continue;
        request.reasoning->effort = chat::ReasoningEffort(i);
        request.reasoning->enabled.reset();
    }
}

void readOutput(ObjectReader &in, Request &request)
{
    if (const Json *config = in.takeObject("output_config")) {
        ObjectReader inner(*config, in.path("output_config"), in.complaint());
        readEffort(inner, request);
        if (const Json *format = inner.takeObject("format")) {
            ObjectReader members(*format, inner.path("format"), in.complaint());
            request.responseFormat = readFormat(members);
        }
        in.keep("output_config", inner.rest());
    }
    // As it was called in the beta.
    if (const Json *format = in.takeObject("output_format")) {
        ObjectReader members(*format, in.path("output_format"), in.complaint());
        request.responseFormat = readFormat(members);
    }
}

void readSampling(ObjectReader &in, Request &request)
{
    request.maxTokens = in.count("max_tokens");
    if (!request.maxTokens)
        in.complaint().expected(in.path("max_tokens"), QT_TRANSLATE_NOOP("sb::chat", "a whole number above 0"),
                                in.peek("max_tokens"));
    request.temperature = in.number("temperature");
    request.topP = in.number("top_p");
    request.topK = in.number("top_k");
    request.stop = in.texts("stop_sequences");
    request.stream = in.flag("stream");
    request.includeUsage = request.stream; // this format always tells it
    if (const Json *metadata = in.takeObject("metadata")) {
        ObjectReader inner(*metadata, in.path("metadata"), in.complaint());
        request.user = inner.text("user_id");
        in.keep("metadata", inner.rest());
    }
}

} // namespace

Result<Request> readRequest(const Json &json)
{
    Complaint complaint;
    ObjectReader in(json, QString(), complaint);
    Request request;
    request.model = in.requiredName("model");
    readMessages(in, request);
    readTools(in, request);
    readThinking(in, request);
    readOutput(in, request);
    readSampling(in, request);
    request.extra = in.rest();
    if (complaint.error())
        return tl::unexpected(*complaint.error());
    return request;
}

} // namespace sb::dialects::anthropic
