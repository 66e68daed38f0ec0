#include "core/dialects/bedrock_converse/client/parts.h"

#include "core/dialects/message_reading.h"
#include "core/dialects/part_reading.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

namespace {

using Names = std::pair<const char *, const char *>;

// Source of all three: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html
constexpr std::array Pictures{Names{"image/png", "png"}, Names{"image/jpeg", "jpeg"}, Names{"image/jpg", "jpeg"},
                              Names{"image/gif", "gif"}, Names{"image/webp", "webp"}};
constexpr std::array Documents{
    Names{"application/pdf", "pdf"},
    Names{"text/csv", "csv"},
    Names{"application/msword", "doc"},
    Names{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
    Names{"application/vnd.ms-excel", "xls"},
    Names{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
    Names{"text/html", "html"},
    Names{"text/markdown", "md"},
    Names{"text/plain", "txt"},
};
constexpr std::array Sounds{"mp3", "opus", "wav",   "aac", "flac", "mp4",  "ogg", "mkv",
                            "mka", "m4a",  "x-aac", "pcm", "mpeg", "mpga", "webm"};
/// Blocks of the API that we have no part for: they may be written as they are.
constexpr std::array OwnBlocks{"guardContent", "searchResult", "video", "audio", "document", "image"};

template <std::size_t N>
QByteArray formatOf(const std::array<Names, N> &table, const QByteArray &mimeType)
{
    for (const auto &[mime, format] : table) {
        if (mimeType == mime)
            return format;
    }
    return {};
}

QByteArray documentFormat(const QByteArray &mimeType)
{
    const QByteArray format = formatOf(Documents, mimeType);
    const bool text = mimeType.startsWith("text/") || mimeType == "application/json" || mimeType == "application/xml";
    return format.isEmpty() && text ? QByteArray("txt") : format;
}

Json fileBlock(const char *kind, const QByteArray &format, const QByteArray &base64)
{
    return only(kind, Json(Json::Object{{"format", format}, {"source", only("bytes", base64)}}));
}

/// Letters, digits, single blanks, hyphens, parentheses and square brackets; without the ending, which the format says.
QString neutralName(QString filename)
{
    static const QRegularExpression ending(u"\\.[A-Za-z0-9]{1,5}\\z"_s);
    static const QRegularExpression foreign(u"[^A-Za-z0-9\\s()\\[\\]-]"_s);
    filename.remove(ending).replace(foreign, u"-"_s);
    filename = filename.simplified().left(180);
    return filename.isEmpty() ? u"document"_s : filename;
}

} // namespace

Json only(const char *key, const Json &value)
{
    return Json(Json::Object{{key, value}});
}

Json cachePoint(const Json &extra)
{
    const Json &control = extra["cache_control"];
    if (!control.isObject())
        return {};
    Json point = only("type", "default");
    if (control["ttl"].isString())
        point.set("ttl", control["ttl"]);
    return only("cachePoint", point);
}

class PartWriter::BlockWriter
{
public:
    BlockWriter(PartWriter &writer, const QString &path)
        : m_writer(writer)
        , m_notices(writer.m_notices)
        , m_path(path)
    {
    }

    Result<Json::Array> operator()(const chat::TextPart &part) const
    {
        if (part.text.trimmed().isEmpty())
            return Json::Array();
        return withMark(only("text", part.text), part.extra);
    }

    Result<Json::Array> operator()(const chat::ImagePart &part) const
    {
        const auto data = chat::splitDataUrl(part.url);
        const QByteArray format = data ? formatOf(Pictures, data->mimeType) : QByteArray();
        if (format.isEmpty())
            return refusedPart(m_path + u".image_url.url"_s,
                               QT_TRANSLATE_NOOP("sb::dialects", "expected a picture as JPEG, PNG, GIF or WebP"));
        noticeDetail(part, m_path, m_notices);
        return withMark(fileBlock("image", format, data->base64), part.extra);
    }

    Result<Json::Array> operator()(const chat::FilePart &part) const
    {
        const auto data = chat::splitDataUrl(part.data);
        if (data && !formatOf(Pictures, data->mimeType).isEmpty())
            return (*this)(chat::ImagePart{.url = part.data, .extra = part.extra});
        const QByteArray format = data ? documentFormat(data->mimeType) : QByteArray();
        if (format.isEmpty())
            return refusedPart(
                m_path + u".file.file_data"_s,
                QT_TRANSLATE_NOOP("sb::dialects", "expected a PDF, a Word or Excel file, a text or a picture"));
        Json block(Json::Object{
            {"format", format}, {"name", m_writer.freeName(part.filename)}, {"source", only("bytes", data->base64)}});
        for (const char *member : {"context", "citations"}) {
            if (part.extra.contains(member))
                block.set(member, part.extra[member]);
        }
        return withMark(only("document", block), part.extra);
    }

    Result<Json::Array> operator()(const chat::AudioPart &part) const
    {
        const QByteArray format = part.format.toUtf8();
        const bool known =
            std::any_of(Sounds.begin(), Sounds.end(), [&format](const char *each) { return format == each; });
        if (!known)
            return refusedPart(m_path + u".input_audio.format"_s,
                               QT_TRANSLATE_NOOP("sb::dialects", "expected a kind of sound that is taken here"));
        return withMark(fileBlock("audio", format, part.base64), part.extra);
    }

    Result<Json::Array> operator()(const chat::UnknownPart &part) const
    {
        for (const char *kind : OwnBlocks) {
            if (part.raw["type"].toBytes() == kind && part.raw[kind].isObject())
                return Json::Array{only(kind, part.raw[kind])};
        }
        return refusedPart(m_path + u".type"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "expected text, a picture or a file"));
    }

private:
    Json::Array withMark(const Json &block, const Json &extra) const
    {
        Json::Array blocks{block};
        if (const Json point = cachePoint(extra); !point.isNull())
            blocks.append(point);
        noticeMembers(extra, m_path, m_notices, {"cache_control", "context", "citations"});
        return blocks;
    }

    PartWriter &m_writer;
    Notices &m_notices;
    const QString &m_path;
};

PartWriter::PartWriter(Notices &notices)
    : m_notices(notices)
{
}

Result<Json::Array> PartWriter::blocks(const chat::Part &part, const QString &path)
{
    return std::visit(BlockWriter(*this, path), part);
}

QString PartWriter::freeName(const QString &filename)
{
    const QString name = neutralName(filename);
    QString free = name;
    for (int i = 2; m_names.contains(free); ++i)
        free = u"%1 (%2)"_s.arg(name).arg(i);
    m_names.insert(free);
    return free;
}

} // namespace sb::dialects::bedrock
