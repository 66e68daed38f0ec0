#include "core/dialects/openai_responses/server/request_reader.h"

#include "core/chat/object_reader.h"
#include "core/dialects/openai_responses/items.h"
#include "core/dialects/openai_responses/server/input_reader.h"
#include "core/dialects/openai_responses/server/tool_reader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::responses {

namespace {

using chat::ObjectReader;
using chat::Request;

void readMessages(ObjectReader &in, Request &request)
{
    if (const QString text = in.text("instructions"); !text.isEmpty())
        request.messages.append(chat::Message::make(chat::Role::System, text));
    const Json *input = in.take("input");
    if (input)
        request.messages += InputReader(in.complaint()).read(*input);
    // What is kept at the service may be all that there is to answer.
    else if (!in.peek("previous_response_id") && !in.peek("conversation") && !in.peek("prompt"))
        in.complaint().expected(in.path("input"), QT_TRANSLATE_NOOP("sb::chat", "a string or a list"), nullptr);
}

std::optional<chat::ReasoningEffort> readEffort(ObjectReader &in)
{
    const QByteArray word = in.bytes("effort");
    for (int i = 0; i <= int(chat::ReasoningEffort::Max); ++i) {
        if (word == toWireName(chat::ReasoningEffort(i)))
            return chat::ReasoningEffort(i);
    }
    if (!word.isEmpty())
        in.complaint().add(
            in.path("effort"),
            QCoreApplication::translate("sb::chat", "expected none, minimal, low, medium, high, xhigh or max, got “%1”")
                .arg(QString::fromUtf8(word.left(40))));
    return {};
}

void readReasoning(ObjectReader &in, Request &request)
{
    const Json *object = in.takeObject("reasoning");
    if (!object)
        return;
    ObjectReader inner(*object, in.path("reasoning"), in.complaint());
    chat::Reasoning reasoning{.effort = readEffort(inner), .extra = inner.rest()};
    // Without a summary nothing of what is thought is shown.
    const auto asked = [object](const char *key) { return !(*object)[key].toBytes().isEmpty(); };
    reasoning.exclude = !asked("summary") && !asked("generate_summary");
    request.reasoning = reasoning;
}

chat::ResponseFormat readFormat(const Json &json, const QString &path, chat::Complaint &complaint)
{
    using Kind = chat::ResponseFormat::Kind;
    ObjectReader in(json, path, complaint);
    const QString type = in.requiredName("type");
    if (type == "text"_L1 || type == "json_object"_L1)
        return {.kind = type == "text"_L1 ? Kind::Text : Kind::JsonObject};
    if (type != "json_schema"_L1)
        return {.kind = Kind::Other, .raw = json};
    chat::ResponseFormat format{
        .kind = Kind::JsonSchema, .name = in.requiredName("name"), .description = in.text("description")};
    if (const Json *schema = in.takeRequiredObject("schema"))
        format.schema = *schema;
    format.strict = in.choice("strict");
    return format;
}

void readText(ObjectReader &in, Request &request, Json &extra)
{
    const Json *text = in.takeObject("text");
    if (!text)
        return;
    ObjectReader inner(*text, in.path("text"), in.complaint());
    if (const Json *format = inner.takeObject("format"))
        request.responseFormat = readFormat(*format, inner.path("format"), in.complaint());
    if (const QByteArray verbosity = inner.bytes("verbosity"); !verbosity.isEmpty())
        extra.set("verbosity", verbosity); // as chat completions have it
}

void readToolMembers(ObjectReader &in, Request &request)
{
    if (const Json *tools = in.takeList("tools"))
        request.tools = readTools(*tools, in.path("tools"), in.complaint());
    if (const Json *choice = in.take("tool_choice"))
        request.toolChoice = readToolChoice(*choice, in.path("tool_choice"), in.complaint());
    request.parallelToolCalls = in.choice("parallel_tool_calls");
}

void readRest(ObjectReader &in, Request &request)
{
    request.maxTokens = in.count("max_output_tokens");
    request.temperature = in.number("temperature");
    request.topP = in.number("top_p");
    request.topLogprobs = in.integer("top_logprobs");
    request.user = in.text("user");
    request.stream = in.flag("stream");
    request.includeUsage = request.stream; // this format always tells it
    const Json *include = in.peek("include");
    const bool logprobs = include
        && std::ranges::any_of(include->items(), [](const Json &name) { return name.toBytes() == IncludeLogprobs; });
    if (logprobs)
        request.logprobs = true;
}

} // namespace

Result<Request> readRequest(const Json &json)
{
    chat::Complaint complaint;
    ObjectReader in(json, QString(), complaint);
    Request request;
    Json extra;
    request.model = in.requiredName("model");
    readMessages(in, request);
    readToolMembers(in, request);
    readReasoning(in, request);
    readText(in, request, extra);
    readRest(in, request);
    request.extra = in.rest();
    for (const auto &[key, value] : extra.members())
        request.extra.set(key, value);
    if (complaint.error())
        return tl::unexpected(*complaint.error());
    return request;
}

} // namespace sb::dialects::responses
