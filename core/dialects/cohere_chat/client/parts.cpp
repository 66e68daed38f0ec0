#include "core/dialects/cohere_chat/client/parts.h"

#include "core/dialects/message_reading.h"
#include "core/dialects/part_reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::cohere {

Json textBlock(const chat::Part &part, const QString &path, Notices &notices)
{
    const auto *text = std::get_if<chat::TextPart>(&part);
    if (!text)
        return {};
    noticeMembers(text->extra, path, notices);
    return Json(Json::Object{{"type", "text"}, {"text", text->text}});
}

Json pictureBlock(const chat::Part &part, const QString &path, Notices &notices)
{
    const QByteArray url = pictureUrl(part);
    if (url.isEmpty())
        return {};
    Json image(Json::Object{{"url", url}});
    const auto *asImage = std::get_if<chat::ImagePart>(&part);
    if (asImage && !asImage->detail.isEmpty())
        image.set("detail", asImage->detail);
    if (asImage)
        noticeMembers(asImage->extra, path, notices);
    return Json(Json::Object{{"type", "image_url"}, {"image_url", image}});
}

Json documentData(const chat::Part &part)
{
    const auto text = fileText(part);
    if (!text)
        return {};
    Json document;
    if (const QString name = std::get<chat::FilePart>(part).filename; !name.isEmpty())
        document.set("title", name);
    document.set("text", *text);
    return document;
}

} // namespace sb::dialects::cohere
