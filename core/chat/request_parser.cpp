#include "core/chat/key_order.h"
#include "core/chat/request_json.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::chat {

namespace {

void readModels(ObjectReader &in, Request &request)
{
    request.fallbackModels = in.texts("models");
    // OpenRouter takes a list of models alone.
    request.model = request.fallbackModels.isEmpty() ? in.requiredName("model") : in.text("model");
}

void readMessages(ObjectReader &in, Request &request)
{
    const Json *list = in.takeList("messages");
    if (!list) {
        in.complaint().expected(in.path("messages"), QT_TRANSLATE_NOOP("sb::chat", "a list of at least one message"),
                                in.peek("messages"));
        return;
    }
    request.messages.reserve(list->size());
    for (qsizetype i = 0; i < list->size(); ++i)
        request.messages.append(readMessage(list->at(i), itemPath(u"messages"_s, i), in.complaint()));
}

void readToolMembers(ObjectReader &in, Request &request)
{
    if (const Json *tools = in.takeList("tools"))
        request.tools = readTools(*tools, in.path("tools"), in.complaint());
    if (const Json *choice = in.take("tool_choice"))
        request.toolChoice = readToolChoice(*choice, in.path("tool_choice"), in.complaint());
    request.parallelToolCalls = in.choice("parallel_tool_calls");
    if (const Json *format = in.take("response_format"))
        request.responseFormat = readResponseFormat(*format, in.path("response_format"), in.complaint());
}

std::optional<ReasoningEffort> readEffort(ObjectReader &in, QByteArrayView key)
{
    const QByteArray word = in.bytes(key);
    if (word.isEmpty())
        return {};
    for (int i = 0; i <= int(ReasoningEffort::Max); ++i) {
        if (word == toWireName(ReasoningEffort(i)))
            return ReasoningEffort(i);
    }
    in.complaint().add(
        in.path(key),
        QCoreApplication::translate("sb::chat", "expected none, minimal, low, medium, high, xhigh or max, got “%1”")
            .arg(QString::fromUtf8(word.left(40))));
    return {};
}

void readReasoning(ObjectReader &in, Request &request)
{
    if (const Json *object = in.takeObject("reasoning")) {
        ObjectReader inner(*object, in.path("reasoning"), in.complaint());
        request.reasoning = Reasoning{.effort = readEffort(inner, "effort"),
                                      .maxTokens = inner.count("max_tokens"),
                                      .enabled = inner.choice("enabled"),
                                      .exclude = inner.flag("exclude"),
                                      .fromEffortField = false,
                                      .extra = inner.rest()};
    }
    const auto effort = readEffort(in, "reasoning_effort");
    if (!effort)
        return;
    if (!request.reasoning)
        request.reasoning = Reasoning{};
    if (request.reasoning->effort && request.reasoning->effort != effort) {
        in.complaint().add(
            in.path("reasoning_effort"),
            QCoreApplication::translate("sb::chat", "expected the same as in reasoning.effort, or none"));
    }
    request.reasoning->fromEffortField = !request.reasoning->effort;
    if (request.reasoning->effort)
        in.keep("reasoning_effort", toWireName(*effort));
    request.reasoning->effort = effort;
}

void readMaxTokens(ObjectReader &in, Request &request)
{
    const auto completion = in.count("max_completion_tokens");
    const auto total = in.count("max_tokens");
    if (completion && total) {
        in.complaint().add(in.path("max_tokens"),
                           QCoreApplication::translate("sb::chat", "expected either this or max_completion_tokens"));
    }
    request.maxTokens = completion ? completion : total;
    request.maxTokensIsCompletion = completion.has_value();
}

void readSampling(ObjectReader &in, Request &request)
{
    request.temperature = in.number("temperature");
    request.topP = in.number("top_p");
    request.topK = in.number("top_k");
    request.minP = in.number("min_p");
    request.frequencyPenalty = in.number("frequency_penalty");
    request.presencePenalty = in.number("presence_penalty");
    request.repetitionPenalty = in.number("repetition_penalty");
    request.seed = in.integer("seed");
    request.logprobs = in.choice("logprobs");
    request.topLogprobs = in.integer("top_logprobs");
    const Json *stop = in.peek("stop");
    request.stopIsString = stop && stop->isString();
    request.stop = request.stopIsString ? QStringList{in.text("stop")} : in.texts("stop");
    request.stop.removeAll(QString());
}

void readStreaming(ObjectReader &in, Request &request)
{
    request.stream = in.flag("stream");
    if (const Json *object = in.takeObject("stream_options")) {
        ObjectReader options(*object, in.path("stream_options"), in.complaint());
        request.includeUsage = options.flag("include_usage");
        in.keep("stream_options", request.includeUsage ? options.rest() : *object);
    }
}

/// A number or a text of dollars, as amounts are written everywhere else.
void readMaxCost(ObjectReader &in, Request &request)
{
    const Json *json = in.take("max_cost");
    if (!json)
        return;
    const bool spelled = json->isNumber() || json->isString();
    const auto amount = parseDollars(json->isNumber() ? QString::fromUtf8(json->numberLiteral()) : json->toText());
    if (!spelled || !amount || amount->value < 0) {
        in.complaint().expected(in.path("max_cost"), QT_TRANSLATE_NOOP("sb::chat", "dollars such as \"0.01\""), json);
        return;
    }
    request.maxCost = *amount;
    request.maxCostSource = *json;
}

/// How the objects below the top level were ordered. Messages and tools know that themselves.
Json layoutOf(const Json &source, Request request)
{
    request.messages.clear();
    request.tools.clear();
    Json layout;
    const Json written = toJson(request);
    for (const auto &[key, value] : written.members()) {
        const Json order = orderDifference(source[key], value);
        if (key != "messages" && !order.isNull())
            layout.set(key, order);
    }
    return layout;
}

} // namespace

Result<Request> parseRequest(const Json &json)
{
    Complaint complaint;
    ObjectReader in(json, QString(), complaint);
    Request request;
    readModels(in, request);
    readMessages(in, request);
    readToolMembers(in, request);
    readReasoning(in, request);
    readMaxTokens(in, request);
    readSampling(in, request);
    readStreaming(in, request);
    if (const Json *provider = in.takeObject("provider"))
        request.provider = *provider;
    readMaxCost(in, request);
    request.sessionId = in.text("session_id");
    request.user = in.text("user");
    request.extra = in.rest();
    for (const auto &[key, value] : json.members())
        request.keyOrder.append(key);
    if (!complaint.error())
        request.layout = layoutOf(json, request);
    return checked(std::move(request), complaint);
}

} // namespace sb::chat
