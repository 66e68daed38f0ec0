#include "core/routing/opaque_reasoning.h"
#include "core/routing/plan.h"
#include "core/routing/request_needs.h"

#include "core/chat/image_size.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace sb::routing {

namespace {

// Role markers and separators; the largest in use (Harmony, ChatML) take under ten tokens.
constexpr qint64 TokensPerMessage = 16;
constexpr qint64 TokensPerRequest = 64;
// Providers put instructions of their own before the tools: Anthropic documents 313 to 804 tokens.
constexpr qint64 TokensForTools = 1024;
// A file that we cannot see (an id or a URL) is at most the largest window that is offered.
constexpr qint64 TokensOfUnseenFile = 2'000'000;
constexpr qint64 LikelyTokensPerImage = 1600;
// Headers of images lie within this, embedded thumbnails and color profiles included.
constexpr qsizetype HeaderBytes = 256 * 1024;

/// Whether the next four units are ASCII, looked at as one: long prompts are almost nothing else.
bool beginsWithFourAscii(QStringView text)
{
    quint64 units = 0;
    if (text.size() < 4)
        return false;
    std::memcpy(&units, text.data(), sizeof units);
    return (units & 0xff80'ff80'ff80'ff80) == 0;
}

/// Bytes of a text in UTF-8, counted without making it.
qint64 utf8Size(QStringView text)
{
    qint64 size = 0;
    while (!text.isEmpty()) {
        if (beginsWithFourAscii(text)) {
            size += 4;
            text = text.sliced(4);
            continue;
        }
        const auto unit = text.front().unicode();
        const bool half = unit >= 0xd800 && unit < 0xe000; // of a pair, which takes four bytes
        size += unit < 0x80 ? 1 : unit < 0x800 || half ? 2 : 3;
        text = text.sliced(1);
    }
    return size;
}

qint64 sizeOf(const Json &json)
{
    return json.isNull() ? 0 : json.dump().size();
}

std::optional<QSize> pixelsOf(const QByteArray &url)
{
    const auto data = chat::splitDataUrl(url);
    return data ? chat::imageSize(QByteArray::fromBase64(data->base64.left(HeaderBytes))) : std::nullopt;
}

/// Adds up what a request holds.
struct Scale
{
    qint64 text = 0; ///< bytes
    qint64 images = 0; ///< count
    qint64 imageTokens = 0;
    qint64 files = 0; ///< tokens
    qint64 audio = 0; ///< tokens

    void operator()(const chat::TextPart &part) { text += utf8Size(part.text) + sizeOf(part.extra); }
    void operator()(const chat::ImagePart &part)
    {
        ++images;
        imageTokens += imageTokensBound(pixelsOf(part.url));
    }
    void operator()(const chat::FilePart &part)
    {
        const bool seen = part.data.startsWith("data:");
        files += std::max<qint64>(seen ? part.data.size() : TokensOfUnseenFile, 1);
    }
    void operator()(const chat::AudioPart &part) { audio += std::max<qint64>(part.base64.size(), 1); }
    void operator()(const chat::UnknownPart &part) { text += sizeOf(part.raw); }

    void add(const chat::Message &message)
    {
        for (const chat::Part &part : message.parts)
            std::visit(*this, part);
        text += utf8Size(message.name) + utf8Size(message.toolCallId) + utf8Size(message.refusal)
            + utf8Size(message.reasoning) + sizeOf(message.reasoningDetails) + sizeOf(message.extra);
        for (const chat::ToolCall &call : message.toolCalls)
            text += utf8Size(call.id) + utf8Size(call.name) + utf8Size(call.arguments) + sizeOf(call.extra);
    }
    void add(const chat::Tool &tool)
    {
        text += utf8Size(tool.name) + utf8Size(tool.description) + sizeOf(tool.parameters) + sizeOf(tool.raw)
            + sizeOf(tool.extra) + sizeOf(tool.functionExtra);
    }
};

Scale weigh(const chat::Request &request)
{
    Scale scale;
    for (const chat::Message &message : request.messages)
        scale.add(message);
    for (const chat::Tool &tool : request.tools)
        scale.add(tool);
    if (const auto &format = request.responseFormat)
        scale.text += utf8Size(format->description) + sizeOf(format->schema) + sizeOf(format->raw);
    scale.text += sizeOf(request.extra);
    return scale;
}

} // namespace

qint64 imageTokensBound(std::optional<QSize> pixels)
{
    constexpr qint64 Base = 2833;
    constexpr qint64 PerTile = 5667;
    constexpr qint64 MostTiles = 8; // 2,048 × 768
    if (!pixels)
        return Base + MostTiles * PerTile;

    QSizeF size(*pixels);
    if (size.width() > 2048 || size.height() > 2048)
        size.scale(2048, 2048, Qt::KeepAspectRatio);
    const double shorter = std::min(size.width(), size.height());
    if (shorter > 768)
        size *= 768 / shorter;
    const auto tiles = [](double side) { return std::max<qint64>((qint64(side) + 511) / 512, 1); };
    return Base + std::min(tiles(size.width()) * tiles(size.height()), MostTiles) * PerTile;
}

namespace {

/// Tools of a provider that the caller runs, as the begin of their types: Anthropic's and those of the Responses API.
constexpr std::array RunHere{"custom", "function",    "bash",        "text_editor", "computer",
                             "memory", "local_shell", "apply_patch", "shell"};

} // namespace

bool asksServiceTools(const chat::Request &request)
{
    const auto isRunThere = [](const chat::Tool &tool) {
        const QByteArray type = tool.raw["type"].toBytes();
        return !tool.raw.isNull()
            && std::ranges::none_of(RunHere, [&type](const char *name) { return type.startsWith(name); });
    };
    const auto asks = [&request](const char *member) { return request.extra[member].size() > 0; };
    return std::any_of(request.tools.cbegin(), request.tools.cend(), isRunThere)
        || request.extra["web_search_options"].isObject() || asks("mcp_servers") || asks("search_parameters")
        || (asks("plugins") && request.extra["plugins"].dump().contains("\"web\""));
}

RequestNeeds needsOf(const chat::Request &request)
{
    using Format = chat::ResponseFormat::Kind;
    const Scale scale = weigh(request);
    const auto format = request.responseFormat ? request.responseFormat->kind : Format::Text;
    // Where a dialect has no mode for JSON, it is demanded as the input of a tool.
    const bool asTool = format == Format::JsonObject || format == Format::JsonSchema;
    const qint64 frame = TokensPerRequest + TokensPerMessage * request.messages.size()
        + (request.tools.isEmpty() && !asTool ? 0 : TokensForTools);
    RequestNeeds needs{
        .text = scale.text,
        .most = scale.text + frame + scale.imageTokens + scale.files + scale.audio,
        .likelyHigh = scale.text / 3 + frame + scale.images * LikelyTokensPerImage + scale.files + scale.audio,
        .images = scale.images > 0,
        .files = scale.files > 0,
        .audio = scale.audio > 0,
        .tools = !request.tools.isEmpty(),
        .jsonObject = format == Format::JsonObject,
        .jsonSchema = format == Format::JsonSchema,
        .choices = std::clamp<qint64>(request.extra["n"].toInteger().value_or(1), 1, 1000),
        .serviceTier = request.extra["service_tier"].toText(),
        .serviceTools = asksServiceTools(request),
        .reasoningInFlight = reasoningInFlight(request),
    };
    measureText(needs);
    return needs;
}

void measureText(RequestNeeds &needs)
{
    needs.least = needs.text / 8;
    needs.likelyLow = needs.text / 5;
}

qint64 likelyInputTokens(const chat::Request &request)
{
    return needsOf(request).likely();
}

qint64 inputTokensBound(const chat::Request &request)
{
    return needsOf(request).most;
}

} // namespace sb::routing
