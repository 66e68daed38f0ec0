#include "core/dialects/openai_responses/client/content.h"

#include "core/dialects/message_reading.h"
#include "core/dialects/openai_responses/items.h"
#include "core/dialects/part_reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::responses {

namespace {

constexpr auto Breakpoint = "prompt_cache_breakpoint";

/// Members beside the content itself. @param own the one more that this kind of part has, or ""
void addExtra(Json &out, const Json &extra, QByteArrayView own, const QString &path, Notices &notices)
{
    for (const auto &[key, value] : extra.members()) {
        if (key == Breakpoint || (key == own && !own.isEmpty()))
            out.set(key, value);
        else
            noticeMembers(Json(Json::Object{{key, value}}), path, notices);
    }
}

Json pictureJson(const QByteArray &url, const chat::Part &part)
{
    Json json = typed("input_image", {{"image_url", url}});
    const auto *image = std::get_if<chat::ImagePart>(&part);
    if (image && !image->detail.isEmpty())
        json.set("detail", image->detail);
    return json;
}

Json fileJson(const chat::FilePart &part)
{
    Json json = typed("input_file", {});
    if (!part.filename.isEmpty())
        json.set("filename", part.filename);
    if (!part.data.isEmpty())
        json.set(chat::splitDataUrl(part.data) ? "file_data" : "file_url", part.data);
    if (!part.fileId.isEmpty())
        json.set("file_id", part.fileId);
    return json;
}

/// Null for a part that is no input.
Json inputJson(const chat::Part &part, const QString &path, Notices &notices)
{
    if (const QByteArray url = pictureUrl(part); !url.isEmpty()) {
        Json json = pictureJson(url, part);
        if (const auto *image = std::get_if<chat::ImagePart>(&part))
            addExtra(json, image->extra, "", path, notices);
        return json;
    }
    if (const auto *file = std::get_if<chat::FilePart>(&part)) {
        Json json = fileJson(*file);
        addExtra(json, file->extra, "detail", path, notices);
        return json;
    }
    const auto *unknown = std::get_if<chat::UnknownPart>(&part);
    return unknown && unknown->raw["type"].toBytes().startsWith("input_") ? unknown->raw : Json();
}

} // namespace

Result<Json> partJson(const chat::Part &part, chat::Role role, const QString &path, Notices &notices)
{
    const bool assistant = role == chat::Role::Assistant;
    if (const auto *text = std::get_if<chat::TextPart>(&part)) {
        Json json = typed(assistant ? "output_text" : "input_text", {{"text", text->text}});
        addExtra(json, text->extra, "", path, notices);
        return json;
    }
    if (assistant)
        return refusedPart(path, QT_TRANSLATE_NOOP("sb::dialects", "expected text"));
    const Json json = inputJson(part, path, notices);
    if (json.isNull())
        return refusedPart(path, QT_TRANSLATE_NOOP("sb::dialects", "expected text, a picture or a file"));
    return json;
}

bool isItem(const chat::Part &part)
{
    const auto *unknown = std::get_if<chat::UnknownPart>(&part);
    return unknown && isServiceItem(unknown->raw["type"].toBytes());
}

} // namespace sb::dialects::responses
