#include "core/dialects/gemini_generate_content/parts.h"

#include <algorithm>
#include <array>

namespace sb::dialects::gemini {

namespace {

QByteArray snakeCase(QByteArrayView camel)
{
    QByteArray snake;
    for (const char c : camel) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper)
            snake += '_';
        snake += upper ? char(c - 'A' + 'a') : c;
    }
    return snake;
}

/// Members of a part that say something about its data, and are none.
constexpr std::array NotData{"thought",        "thoughtSignature", "videoMetadata",
                             "partMetadata",   "mediaResolution",  "thought_signature",
                             "video_metadata", "part_metadata",    "media_resolution"};

} // namespace

QByteArray fieldName(const Json &object, QByteArrayView name)
{
    if (object.contains(name))
        return name.toByteArray();
    const QByteArray snake = snakeCase(name);
    return object.contains(snake) ? snake : QByteArray();
}

const Json &field(const Json &object, QByteArrayView name)
{
    return object[fieldName(object, name)];
}

QByteArray dataKind(const Json &part)
{
    for (const auto &[key, value] : part.members()) {
        const bool isData = std::none_of(NotData.begin(), NotData.end(), [&](const char *name) { return key == name; });
        if (isData && !value.isNull())
            return key;
    }
    return {};
}

Json signatureBlock(const QByteArray &data, int index)
{
    return Json(
        Json::Object{{"type", "reasoning.encrypted"}, {"data", data}, {"format", ReasoningFormat}, {"index", index}});
}

Json thoughtBlock(const QString &text, const QByteArray &signature, int index)
{
    Json block(Json::Object{{"type", "reasoning.text"}, {"text", text}});
    if (!signature.isEmpty())
        block.set("signature", signature);
    block.set("format", ReasoningFormat);
    block.set("index", index);
    return block;
}

Json signatureExtra(const QByteArray &signature)
{
    const Json google(Json::Object{{"thought_signature", signature}});
    return Json(Json::Object{{"extra_content", Json(Json::Object{{"google", google}})}});
}

QByteArray signatureOf(const Json &callExtra)
{
    return callExtra["extra_content"]["google"]["thought_signature"].toBytes();
}

} // namespace sb::dialects::gemini
