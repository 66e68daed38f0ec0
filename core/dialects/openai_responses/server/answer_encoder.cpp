#include "core/dialects/openai_responses/server/answer_encoder.h"

#include "core/dialects/openai_responses/items.h"
#include "core/dialects/openai_responses/server/answer_json.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::dialects::responses {

namespace {

template <typename... Handlers>
struct Overload : Handlers...
{
    using Handlers::operator()...;
};
template <typename... Handlers>
Overload(Handlers...) -> Overload<Handlers...>;

/// What an item looks like before anything of it came.
Json begun(Json item)
{
    for (const char *list : {"content", "summary"}) {
        if (item.contains(list))
            item.set(list, Json::array());
    }
    for (const char *text : {"arguments", "input"}) {
        if (item.contains(text))
            item.set(text, "");
    }
    item.remove("encrypted_content");
    if (item["type"].toBytes() != "reasoning")
        item.set("status", "in_progress");
    return item;
}

Json partOf(const QByteArray &kind, const QString &text, const Json::Array &annotations)
{
    return kind == "refusal" ? refusalPart(text) : textPart(text, annotations);
}

} // namespace

ResponsesEncoder::ResponsesEncoder(const chat::Request &request)
    : m_request(request)
{
}

QByteArray ResponsesEncoder::encode(const chat::Event &event)
{
    return std::visit(Overload{
                          [this](const chat::Started &started) {
                              m_id = started.id;
                              m_model = started.model;
                              return begin();
                          },
                          [this](const chat::UsageReport &report) {
                              m_usage = report.usage; // goes out with the end
                              return QByteArray();
                          },
                          [this](const chat::TextDelta &delta) { return encodeText("text", delta.text); },
                          [this](const chat::RefusalDelta &delta) { return encodeText("refusal", delta.text); },
                          [this](const chat::ReasoningDelta &delta) { return encodeReasoning(delta.text); },
                          [this](const chat::ReasoningOpaque &opaque) { return encodeOpaque(opaque.block); },
                          [this](const chat::ToolCallDelta &delta) { return encodeCall(delta); },
                          [this](const chat::OtherContent &other) { return encodeOther(other); },
                          [this](const chat::Finished &finished) {
                              m_finished = finished; // goes out with the usage, which may come later
                              return QByteArray();
                          },
                          [this](const chat::Failed &failed) { return encodeFailed(failed.error); },
                      },
                      event);
}

QByteArray ResponsesEncoder::finish()
{
    if (!m_finished || m_failed)
        return {};
    QByteArray out = begin();
    out += close();
    out += closeCalls();
    Json response = responseHead(m_request, m_id, m_model);
    setEnding(response, m_finished->reason);
    return out + ending(response);
}

QByteArray ResponsesEncoder::begin()
{
    if (std::exchange(m_begun, true))
        return {};
    const Json response = responseHead(m_request, m_id, m_model);
    QByteArray out = event("response.created", {{"response", response}});
    return out + event("response.in_progress", {{"response", response}});
}

QByteArray ResponsesEncoder::event(const char *type, Json::Object members)
{
    members.prepend({"sequence_number", m_sequence++});
    return "event: " + QByteArray(type) + "\ndata: " + typed(type, std::move(members)).dump() + "\n\n";
}

QByteArray ResponsesEncoder::partEvent(const char *type, const Json::Object &members)
{
    const bool reasoning = m_open.kind == "reasoning";
    const QString id = (reasoning ? u"rs_%1"_s : u"msg_%1"_s).arg(m_open.place);
    Json::Object all{{"item_id", id}, {"output_index", m_open.place}};
    all.append({reasoning ? "summary_index" : "content_index", 0});
    all += members;
    return event(type, all);
}

QByteArray ResponsesEncoder::open(const char *kind)
{
    QByteArray out = begin();
    if (m_open.kind == kind)
        return out;
    out += close();
    m_open = {.kind = kind, .place = m_places++};
    if (m_open.kind == "reasoning") {
        const Json item = typed("reasoning", {{"id", u"rs_%1"_s.arg(m_open.place)}, {"summary", Json::array()}});
        return out + added(m_open.place, item);
    }
    out += added(m_open.place, begun(messageItem(Json::array(), m_open.place)));
    return out + partEvent("response.content_part.added", {{"part", partOf(m_open.kind, {}, {})}});
}

QByteArray ResponsesEncoder::close()
{
    QByteArray out;
    if (m_open.kind == "reasoning")
        out = closeReasoning();
    else if (!m_open.kind.isEmpty())
        out = closeMessage();
    m_open = {};
    return out;
}

QByteArray ResponsesEncoder::closeMessage()
{
    const Json part = partOf(m_open.kind, m_open.text, m_open.annotations);
    QByteArray out = m_open.kind == "refusal"
        ? partEvent("response.refusal.done", {{"refusal", m_open.text}})
        : partEvent("response.output_text.done", {{"text", m_open.text}, {"logprobs", Json::array()}});
    out += partEvent("response.content_part.done", {{"part", part}});
    return out + done(m_open.place, messageItem(Json(Json::Array{part}), m_open.place));
}

QByteArray ResponsesEncoder::closeReasoning()
{
    QByteArray out;
    if (!m_open.text.isEmpty()) {
        out += partEvent("response.reasoning_summary_text.done", {{"text", m_open.text}});
        out += partEvent("response.reasoning_summary_part.done",
                         {{"part", typed("summary_text", {{"text", m_open.text}})}});
    }
    Json item = reasoningItems(m_open.text, m_open.details, m_open.place).value(0);
    item.set("id", u"rs_%1"_s.arg(m_open.place)); // as it was told before
    return out + done(m_open.place, item);
}

/// Pieces of calls may come in turns and late, so all stay open until the end.
QByteArray ResponsesEncoder::closeCalls()
{
    QByteArray out;
    const auto calls = std::exchange(m_calls, {});
    for (const auto &[place, call] : calls) {
        const Json item = callItem(call, place);
        const char *type =
            call.custom ? "response.custom_tool_call_input.done" : "response.function_call_arguments.done";
        Json::Object members{
            {"item_id", item["id"]}, {"output_index", place}, {call.custom ? "input" : "arguments", call.arguments}};
        if (!call.custom)
            members.append({"name", call.name});
        out += event(type, members);
        out += done(place, item);
    }
    return out;
}

QByteArray ResponsesEncoder::encodeText(const char *kind, const QString &text)
{
    QByteArray out = open(kind);
    m_open.text += text;
    if (m_open.kind == "refusal")
        return out + partEvent("response.refusal.delta", {{"delta", text}});
    return out + partEvent("response.output_text.delta", {{"delta", text}, {"logprobs", Json::array()}});
}

QByteArray ResponsesEncoder::encodeReasoning(const QString &text)
{
    QByteArray out;
    if (m_open.details.size() > 0)
        out += close(); // what goes back of an item comes at its end
    out += open("reasoning");
    if (m_open.text.isEmpty())
        out += partEvent("response.reasoning_summary_part.added", {{"part", typed("summary_text", {{"text", ""}})}});
    m_open.text += text;
    return out + partEvent("response.reasoning_summary_text.delta", {{"delta", text}});
}

/// What goes back of the reasoning that was told before, or of one that was not shown.
QByteArray ResponsesEncoder::encodeOpaque(const Json &detail)
{
    if (detail["format"].toBytes() != ReasoningFormat)
        return {};
    QByteArray out;
    const Json &details = m_open.details;
    if (details.size() > 0 && beginsItem(details.items().last(), detail))
        out += close();
    out += open("reasoning");
    m_open.details.append(detail);
    return out;
}

QByteArray ResponsesEncoder::encodeCall(const chat::ToolCallDelta &delta)
{
    QByteArray out = begin();
    if (!m_calls.contains(delta.index)) {
        out += close();
        const Call call{.place = m_places++,
                        .call = {.id = delta.id, .name = delta.name, .custom = delta.custom, .extra = delta.extra}};
        m_calls.insert(delta.index, call);
        out += added(call.place, begun(callItem(call.call, call.place)));
    }
    auto &[place, call] = m_calls[delta.index];
    if (delta.arguments.isEmpty())
        return out;
    call.arguments += delta.arguments;
    const char *type = call.custom ? "response.custom_tool_call_input.delta" : "response.function_call_arguments.delta";
    return out
        + event(type, {{"item_id", callItem(call, place)["id"]}, {"output_index", place}, {"delta", delta.arguments}});
}

QByteArray ResponsesEncoder::encodeOther(const chat::OtherContent &other)
{
    if (other.kind == "logprobs" && other.raw.isArray() && m_open.kind == "text")
        return partEvent("response.output_text.delta", {{"delta", ""}, {"logprobs", other.raw}});
    if (isAnnotation(other.raw)) {
        QByteArray out = open("text");
        const Json annotation = responsesAnnotation(other.raw);
        out += partEvent("response.output_text.annotation.added",
                         {{"annotation_index", qint64(m_open.annotations.size())}, {"annotation", annotation}});
        m_open.annotations.append(annotation);
        return out;
    }
    const Json item = serviceItem(other.raw, m_places);
    if (item.isNull())
        return {};
    QByteArray out = begin();
    out += close();
    const qint64 place = m_places++;
    out += added(place, item);
    return out + done(place, item);
}

QByteArray ResponsesEncoder::encodeFailed(const chat::ProviderError &error)
{
    if (std::exchange(m_failed, true))
        return {};
    QByteArray out = begin();
    Json response = responseHead(m_request, m_id, m_model);
    setFailure(response, error);
    return out + ending(response);
}

QByteArray ResponsesEncoder::added(qint64 place, const Json &item)
{
    return event("response.output_item.added", {{"output_index", place}, {"item", item}});
}

QByteArray ResponsesEncoder::done(qint64 place, const Json &item)
{
    m_output.insert(place, item);
    return event("response.output_item.done", {{"output_index", place}, {"item", item}});
}

QByteArray ResponsesEncoder::ending(Json response)
{
    response.set("output", Json(Json::Array(m_output.values())));
    response.set("usage", usageJson(m_usage));
    const QByteArray type = "response." + response["status"].toBytes();
    return event(type.constData(), {{"response", response}});
}

} // namespace sb::dialects::responses
