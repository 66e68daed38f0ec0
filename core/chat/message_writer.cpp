#include "core/chat/key_order.h"
#include "core/chat/request_json.h"

namespace sb::chat {

namespace {

Json toJson(const TextPart &part)
{
    Json out(Json::Object{{"type", "text"}, {"text", part.text}});
    addExtra(out, part.extra);
    return out;
}

Json toJson(const ImagePart &part)
{
    Json image(Json::Object{{"url", part.url}});
    if (!part.detail.isEmpty())
        image.set("detail", part.detail);
    Json out(Json::Object{{"type", "image_url"}, {"image_url", image}});
    addExtra(out, part.extra);
    return out;
}

Json toJson(const FilePart &part)
{
    Json file = Json::object();
    if (!part.filename.isEmpty())
        file.set("filename", part.filename);
    if (!part.data.isEmpty())
        file.set("file_data", part.data);
    if (!part.fileId.isEmpty())
        file.set("file_id", part.fileId);
    Json out(Json::Object{{"type", "file"}, {"file", file}});
    addExtra(out, part.extra);
    return out;
}

Json toJson(const AudioPart &part)
{
    const Json audio(Json::Object{{"data", part.base64}, {"format", part.format}});
    Json out(Json::Object{{"type", "input_audio"}, {"input_audio", audio}});
    addExtra(out, part.extra);
    return out;
}

Json toJson(const UnknownPart &part)
{
    return part.raw;
}

Json toJson(const ToolCall &call)
{
    const QByteArray kind = call.custom ? "custom" : "function";
    Json out = Json::object();
    if (!call.id.isEmpty())
        out.set("id", call.id);
    out.set("type", kind);
    out.set(kind, Json(Json::Object{{"name", call.name}, {call.custom ? "input" : "arguments", call.arguments}}));
    addExtra(out, call.extra);
    return out;
}

void setContent(Json &out, const Message &message)
{
    if (message.parts.isEmpty() && (message.contentIsAbsent || message.contentIsNull)) {
        if (message.contentIsNull)
            out.set("content", nullptr);
        return;
    }
    const TextPart *first = message.parts.isEmpty() ? nullptr : std::get_if<TextPart>(&message.parts.first());
    const bool isPlain = message.parts.isEmpty() || (message.parts.size() == 1 && first && first->extra.isNull());
    if (message.contentIsString && isPlain) {
        out.set("content", first ? first->text : QString());
        return;
    }
    Json::Array parts;
    for (const Part &part : message.parts)
        parts.append(std::visit([](const auto &known) { return toJson(known); }, part));
    out.set("content", parts);
}

} // namespace

Json toJson(const Message &message)
{
    Json out(Json::Object{{"role", toWireName(message.role)}});
    setContent(out, message);
    if (!message.name.isEmpty())
        out.set("name", message.name);
    if (!message.toolCalls.isEmpty()) {
        Json::Array calls;
        for (const ToolCall &call : message.toolCalls)
            calls.append(toJson(call));
        out.set("tool_calls", calls);
    }
    // Empty where the call had none (Gemini 2.5).
    if (message.role == Role::Tool || !message.toolCallId.isEmpty())
        out.set("tool_call_id", message.toolCallId);
    if (!message.refusal.isEmpty())
        out.set("refusal", message.refusal);
    if (!message.reasoning.isEmpty())
        out.set("reasoning", message.reasoning);
    if (message.reasoningDetails.size() > 0)
        out.set("reasoning_details", message.reasoningDetails);
    addExtra(out, message.extra);
    return arranged(out, message.layout);
}

} // namespace sb::chat
