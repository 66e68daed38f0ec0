#include "core/dialects/gemini_generate_content/client/media.h"

#include "core/dialects/gemini_generate_content/parts.h"
#include "core/dialects/message_reading.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::dialects::gemini {

namespace {

constexpr std::array OwnParts{"inlineData",   "fileData", "executableCode", "codeExecutionResult",
                              "functionCall", "toolCall", "toolResponse",   "functionResponse"};

QString expected(const char *what)
{
    return QCoreApplication::translate("sb::dialects", what);
}

Json inlineData(const QByteArray &mimeType, const QByteArray &base64)
{
    const Json data(Json::Object{{"mimeType", mimeType}, {"data", base64}});
    return Json(Json::Object{{"inlineData", data}});
}

/// By the name's end, since a link does not say it.
QByteArray guessedType(const QByteArray &url)
{
    static constexpr std::pair<const char *, const char *> Types[] = {
        {".png", "image/png"}, {".jpg", "image/jpeg"},  {".jpeg", "image/jpeg"},     {".webp", "image/webp"},
        {".gif", "image/gif"}, {".heic", "image/heic"}, {".pdf", "application/pdf"}, {".mp4", "video/mp4"},
        {".mp3", "audio/mp3"}, {".wav", "audio/wav"},   {".txt", "text/plain"},
    };
    const QByteArray name = QUrl::fromEncoded(url).path().toLower().toUtf8();
    for (const auto &[end, type] : Types) {
        if (name.endsWith(end))
            return type;
    }
    return {};
}

Json fileData(const QByteArray &uri, const QByteArray &mimeType)
{
    Json data = Json::object();
    const QByteArray type = mimeType.isEmpty() ? guessedType(uri) : mimeType;
    if (!type.isEmpty())
        data.set("mimeType", type);
    data.set("fileUri", uri);
    return Json(Json::Object{{"fileData", data}});
}

/// Bytes or a link, as a URL names them.
Result<Json> fromUrl(const QByteArray &url, const Json &extra, const QString &path)
{
    if (!url.startsWith("data:"))
        return fileData(url, extra["mime_type"].toBytes());
    const auto data = chat::splitDataUrl(url);
    if (!data || data->mimeType.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       path + u": "_s
                           + expected(QT_TRANSLATE_NOOP("sb::dialects",
                                                        "expected a data: URL in base64 that names its media type")));
    return inlineData(data->mimeType, data->base64);
}

Result<Json> image(const chat::ImagePart &part, const QString &path, Notices &notices)
{
    if (part.detail == u"low"_s || part.detail == u"high"_s)
        notices.add(Notice::Kind::Dropped, path + u".image_url.detail"_s,
                    QT_TRANSLATE_NOOP("sb::dialects", "Gemini chooses the resolution of a picture itself."));
    noticeMembers(part.extra, path, notices, {"mime_type"});
    return fromUrl(part.url, part.extra, path + u".image_url.url"_s);
}

Result<Json> file(const chat::FilePart &part, const QString &path, Notices &notices)
{
    if (!part.filename.isEmpty())
        notices.add(Notice::Kind::Dropped, path + u".file.filename"_s,
                    QT_TRANSLATE_NOOP("sb::dialects", "Gemini does not see the name of a file."));
    noticeMembers(part.extra, path, notices, {"mime_type"});
    if (part.data.isEmpty())
        return fileData(part.fileId.toUtf8(), part.extra["mime_type"].toBytes());
    return fromUrl(part.data, part.extra, path + u".file.file_data"_s);
}

Json sound(const chat::AudioPart &part, const QString &path, Notices &notices)
{
    noticeMembers(part.extra, path, notices);
    const QByteArray format = part.format.toUtf8();
    return inlineData(format.contains('/') ? format : "audio/" + format, part.base64);
}

Result<Json> other(const Json &raw, const QString &path)
{
    if (raw["type"].toBytes() == "video_url")
        return fromUrl(raw["video_url"]["url"].toBytes(), raw, path + u".video_url.url"_s);
    for (const char *kind : OwnParts) {
        if (fieldName(raw, kind).isEmpty())
            continue;
        Json part = raw;
        part.remove("type");
        return part;
    }
    return failure(Error::Kind::InvalidInput,
                   path + u": "_s
                       + expected(QT_TRANSLATE_NOOP("sb::dialects",
                                                    "expected text, a picture, a file, audio or a video for Gemini")));
}

} // namespace

Result<Json> partJson(const chat::Part &part, const QString &path, Notices &notices)
{
    if (const auto *text = std::get_if<chat::TextPart>(&part)) {
        noticeMembers(text->extra, path, notices);
        return Json(Json::Object{{"text", text->text}});
    }
    if (const auto *picture = std::get_if<chat::ImagePart>(&part))
        return image(*picture, path, notices);
    if (const auto *document = std::get_if<chat::FilePart>(&part))
        return file(*document, path, notices);
    if (const auto *audio = std::get_if<chat::AudioPart>(&part))
        return sound(*audio, path, notices);
    return other(std::get<chat::UnknownPart>(part).raw, path);
}

bool takesLink(const QByteArray &url)
{
    const QUrl parsed = QUrl::fromEncoded(url);
    if (parsed.scheme() == u"gs"_s)
        return true;
    static constexpr std::array Hosts{"generativelanguage.googleapis.com", "youtube.com", "www.youtube.com",
                                      "youtu.be"};
    return std::any_of(Hosts.begin(), Hosts.end(),
                       [&](const char *host) { return parsed.host() == QLatin1StringView(host); });
}

} // namespace sb::dialects::gemini
