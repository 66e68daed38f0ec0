#include "core/dialects/part_reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects {

namespace {

bool isText(const QByteArray &mimeType)
{
    return mimeType.startsWith("text/") || mimeType == "application/json" || mimeType == "application/xml";
}

std::optional<chat::DataUrl> fileData(const chat::Part &part)
{
    const auto *file = std::get_if<chat::FilePart>(&part);
    return file ? chat::splitDataUrl(file->data) : std::nullopt;
}

} // namespace

QByteArray pictureUrl(const chat::Part &part)
{
    if (const auto *image = std::get_if<chat::ImagePart>(&part))
        return image->url;
    const auto data = fileData(part);
    return data && data->mimeType.startsWith("image/") ? std::get<chat::FilePart>(part).data : QByteArray();
}

std::optional<QString> fileText(const chat::Part &part)
{
    const auto data = fileData(part);
    if (!data || !isText(data->mimeType))
        return {};
    return QString::fromUtf8(QByteArray::fromBase64(data->base64));
}

tl::unexpected<Error> refusedPart(const QString &path, const char *expected)
{
    return failure(Error::Kind::InvalidInput,
                   u"%1: %2"_s.arg(path, QCoreApplication::translate("sb::dialects", expected)));
}

} // namespace sb::dialects
