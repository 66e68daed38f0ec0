#include "core/dialects/ollama/client/spoken.h"

#include "core/dialects/message_reading.h"
#include "core/dialects/part_reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::ollama {

namespace {

Json extraOf(const chat::Part &part)
{
    if (const auto *text = std::get_if<chat::TextPart>(&part))
        return text->extra;
    if (const auto *image = std::get_if<chat::ImagePart>(&part))
        return image->extra;
    const auto *file = std::get_if<chat::FilePart>(&part);
    return file ? file->extra : Json();
}

QString titled(const QString &name, const QString &text)
{
    return name.isEmpty() ? text : name + u":\n"_s + text;
}

} // namespace

Result<Spoken> spokenOf(const chat::Message &message, const QString &path, Notices &notices)
{
    Spoken spoken;
    QStringList texts;
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const chat::Part &part = message.parts[i];
        const QString partPath = u"%1.content[%2]"_s.arg(path).arg(i);
        const auto image = chat::splitDataUrl(pictureUrl(part));
        if (const auto *text = std::get_if<chat::TextPart>(&part)) {
            texts.append(text->text);
        } else if (image && image->mimeType.startsWith("image/")) {
            spoken.images.append(image->base64);
        } else if (const auto file = fileText(part)) {
            texts.append(titled(std::get<chat::FilePart>(part).filename, *file));
            notices.translated(partPath,
                               QT_TRANSLATE_NOOP("sb::dialects", "The file was sent as a text of the message."));
        } else {
            return refusedPart(
                partPath,
                QT_TRANSLATE_NOOP("sb::dialects", "expected text, the bytes of a picture, or a file that is text"));
        }
        if (const auto *picture = std::get_if<chat::ImagePart>(&part))
            noticeDetail(*picture, partPath, notices);
        noticeMembers(extraOf(part), partPath, notices);
    }
    spoken.text = texts.join(u"\n"_s);
    return spoken;
}

} // namespace sb::dialects::ollama
