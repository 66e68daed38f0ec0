#include "core/dialects/openai_chat/server/answer_encoder.h"

#include "core/dialects/openai_chat/server/answer_json.h"

namespace sb::dialects::openai {

namespace {

template <typename... Handlers>
struct Overload : Handlers...
{
    using Handlers::operator()...;
};
template <typename... Handlers>
Overload(Handlers...) -> Overload<Handlers...>;

Json object(const char *key, Json value)
{
    return Json(Json::Object{{QByteArray(key), std::move(value)}});
}

} // namespace

ChatEncoder::ChatEncoder(const chat::Request &request)
    : m_model(request.model)
    , m_includeUsage(request.includeUsage)
{
}

QByteArray ChatEncoder::encode(const chat::Event &event)
{
    return std::visit(
        Overload{
            [this](const chat::Started &started) {
                m_id = started.id;
                m_model = started.model.isEmpty() ? m_model : started.model;
                return QByteArray();
            },
            [this](const chat::TextDelta &delta) { return chunk(object("content", delta.text), {}); },
            [this](const chat::ReasoningDelta &delta) { return chunk(object("reasoning", delta.text), {}); },
            [this](const chat::ReasoningOpaque &opaque) {
                return chunk(object("reasoning_details", Json(Json::Array{opaque.block})), {});
            },
            [this](const chat::RefusalDelta &delta) { return chunk(object("refusal", delta.text), {}); },
            [this](const chat::ToolCallDelta &call) { return encodeToolCall(call); },
            [this](const chat::OtherContent &other) { return encodeOther(other); },
            [this](const chat::Finished &finished) {
                m_ended = true;
                return chunk(Json::object(), toWireName(finished.reason));
            },
            [this](const chat::UsageReport &report) {
                m_usage = report.usage; // only the last one counts, and it goes into a chunk of its own
                return QByteArray();
            },
            [this](const chat::Failed &failed) {
                m_ended = true;
                return frame(errorJson(failed.error));
            },
        },
        event);
}

QByteArray ChatEncoder::finish()
{
    if (!m_ended)
        return {};
    QByteArray out;
    if (m_includeUsage && m_usage) {
        Json json = answerHead(m_id, m_model, "chat.completion.chunk");
        json.set("choices", Json::array());
        json.set("usage", usageJson(*m_usage));
        out += frame(json);
    }
    return out + "data: [DONE]\n\n";
}

QByteArray ChatEncoder::chunk(const Json &delta, const Json &finishReason, const Json &logprobs)
{
    QByteArray out;
    if (!std::exchange(m_roleSent, true))
        out = chunk(Json(Json::Object{{"role", "assistant"}, {"content", ""}}), {});
    Json json = answerHead(m_id, m_model, "chat.completion.chunk");
    Json choice(Json::Object{{"index", 0}, {"delta", delta}});
    if (!logprobs.isNull())
        choice.set("logprobs", logprobs);
    choice.set("finish_reason", finishReason);
    json.set("choices", Json(Json::Array{choice}));
    return out + frame(json);
}

QByteArray ChatEncoder::frame(const Json &json) const
{
    return "data: " + json.dump() + "\n\n";
}

QByteArray ChatEncoder::encodeOther(const chat::OtherContent &other)
{
    if (other.kind == "logprobs" && other.raw.isArray()) // beside a delta that says nothing, as OpenAI may send them
        return chunk(Json::object(), {}, Json(Json::Object{{"content", other.raw}, {"refusal", {}}}));
    const OtherPlace place = placeOf(other.kind);
    if (place.member.isEmpty())
        return {};
    const Json value = place.isList ? Json(Json::Array{other.raw}) : other.raw;
    if (!place.atTop)
        return chunk(object(place.member.constData(), value), {});
    Json json = answerHead(m_id, m_model, "chat.completion.chunk");
    json.set("choices", Json::array());
    json.set(place.member, value);
    return frame(json);
}

QByteArray ChatEncoder::encodeToolCall(const chat::ToolCallDelta &call)
{
    const bool first = call.index >= m_calls;
    m_calls = std::max(m_calls, call.index + 1);
    return chunk(object("tool_calls", Json(Json::Array{toolCallJson(call, first)})), {});
}

} // namespace sb::dialects::openai
