#include "core/dialects/anthropic_messages/server/answer_encoder.h"

#include "core/dialects/anthropic_messages/blocks.h"
#include "core/dialects/anthropic_messages/server/answer_json.h"

namespace sb::dialects::anthropic {

namespace {

template <typename... Handlers>
struct Overload : Handlers...
{
    using Handlers::operator()...;
};
template <typename... Handlers>
Overload(Handlers...) -> Overload<Handlers...>;

QByteArray frame(const Json &json)
{
    return "event: " + json["type"].toBytes() + "\ndata: " + json.dump() + "\n\n";
}

} // namespace

MessagesEncoder::MessagesEncoder(const chat::Request &request)
    : m_model(request.model)
{
}

QByteArray MessagesEncoder::encode(const chat::Event &event)
{
    return std::visit(
        Overload{
            [this](const chat::Started &started) {
                m_id = started.id;
                m_model = started.model.isEmpty() ? m_model : started.model;
                return QByteArray(); // waits for the usage that may come with it
            },
            [this](const chat::UsageReport &report) {
                m_usage = report.usage;
                return QByteArray();
            },
            [this](const chat::TextDelta &text) { return delta("text", "text_delta", "text", text.text); },
            [this](const chat::RefusalDelta &text) { return delta("text", "text_delta", "text", text.text); },
            [this](const chat::ReasoningDelta &text) {
                return delta("thinking", "thinking_delta", "thinking", text.text);
            },
            [this](const chat::ReasoningOpaque &opaque) { return encodeOpaque(opaque.block); },
            [this](const chat::ToolCallDelta &call) { return encodeCall(call); },
            [this](const chat::OtherContent &other) { return encodeOther(other); },
            [this](const chat::Finished &finished) {
                m_finished = finished; // goes out with the usage, which may come later
                return QByteArray();
            },
            [this](const chat::Failed &failed) { return encodeFailed(failed.error); },
        },
        event);
}

QByteArray MessagesEncoder::finish()
{
    if (!m_finished || m_failed)
        return {};
    if (m_finished->reason == chat::FinishReason::Error)
        return encodeFailed({.type = chat::ErrorType::ModelOutputError,
                             .message = QStringLiteral("The model ended its answer with an error.")});
    const Json delta(
        Json::Object{{"stop_reason", stopReasonJson(m_finished->reason, m_finished->raw)}, {"stop_sequence", {}}});
    const QByteArray begun = begin();
    return begun + closeAll() + frame(typed("message_delta", {{"delta", delta}, {"usage", usageJson(m_usage)}}))
        + frame(typed("message_stop", {}));
}

QByteArray MessagesEncoder::begin()
{
    if (std::exchange(m_begun, true))
        return {};
    Json message = messageHead(m_id, m_model);
    message.set("usage", usageJson(m_usage));
    return frame(typed("message_start", {{"message", message}}));
}

QByteArray MessagesEncoder::delta(const char *blockType, const char *deltaType, const char *key, const Json &value)
{
    QByteArray out = begin();
    if (m_openType != blockType) {
        out += closeAll();
        Json block = typed(blockType, {{key, ""}});
        if (m_openType = blockType; m_openType == "thinking")
            block.set("signature", "");
        m_openIndex = m_blocks;
        out += open(block);
    }
    const Json piece = typed(deltaType, {{key, value}});
    return out + frame(typed("content_block_delta", {{"index", m_openIndex}, {"delta", piece}}));
}

/// A signature ends the thinking that was sent before it; encrypted thinking is a block of its own.
QByteArray MessagesEncoder::encodeOpaque(const Json &detail)
{
    const Json block = blockOfDetail(detail);
    if (block.isNull())
        return {};
    if (block["type"].toBytes() != "thinking" || m_openType != "thinking")
        return wholeBlock(block);
    const Json piece = typed("signature_delta", {{"signature", block["signature"]}});
    const QByteArray signature = frame(typed("content_block_delta", {{"index", m_openIndex}, {"delta", piece}}));
    return signature + closeAll();
}

QByteArray MessagesEncoder::encodeCall(const chat::ToolCallDelta &call)
{
    QByteArray out = begin();
    if (!m_calls.contains(call.index)) {
        if (!m_openType.isEmpty())
            out += closeAll();
        Json block = typed("tool_use", {{"id", call.id}, {"name", call.name}, {"input", Json::object()}});
        if (call.extra.contains("caller"))
            block.set("caller", call.extra["caller"]);
        m_calls.insert(call.index, m_blocks);
        out += open(block);
    }
    if (call.arguments.isEmpty())
        return out;
    const Json piece = typed("input_json_delta", {{"partial_json", call.arguments}});
    return out + frame(typed("content_block_delta", {{"index", m_calls.value(call.index)}, {"delta", piece}}));
}

QByteArray MessagesEncoder::encodeOther(const chat::OtherContent &other)
{
    if (other.kind == "citation" && m_openType == "text") {
        const Json piece = typed("citations_delta", {{"citation", other.raw}});
        return frame(typed("content_block_delta", {{"index", m_openIndex}, {"delta", piece}}));
    }
    return isServiceBlock(other.raw["type"].toBytes()) ? wholeBlock(other.raw) : QByteArray();
}

QByteArray MessagesEncoder::encodeFailed(const chat::ProviderError &error)
{
    m_failed = true;
    return frame(errorJson(error));
}

QByteArray MessagesEncoder::wholeBlock(const Json &block)
{
    QByteArray out = begin() + closeAll();
    const int index = m_blocks;
    out += open(block);
    return out + close(index);
}

QByteArray MessagesEncoder::open(const Json &block)
{
    return frame(typed("content_block_start", {{"index", m_blocks++}, {"content_block", block}}));
}

QByteArray MessagesEncoder::close(int index)
{
    return frame(typed("content_block_stop", {{"index", index}}));
}

/// Calls may be told in turns, so theirs stay open until something else begins.
QByteArray MessagesEncoder::closeAll()
{
    QByteArray out;
    if (!std::exchange(m_openType, {}).isEmpty())
        out += close(m_openIndex);
    for (const int index : std::as_const(m_calls))
        out += close(index);
    m_calls.clear();
    return out;
}

} // namespace sb::dialects::anthropic
