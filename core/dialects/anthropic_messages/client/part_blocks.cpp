#include "core/dialects/anthropic_messages/client/part_blocks.h"

#include "core/dialects/anthropic_messages/blocks.h"
#include "core/dialects/message_reading.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::anthropic {

namespace {

/// Source: https://platform.claude.com/docs/en/build-with-claude/vision#faq
constexpr std::array Pictures{"image/jpeg", "image/png", "image/gif", "image/webp"};

bool isPicture(const QByteArray &mimeType)
{
    return std::any_of(Pictures.begin(), Pictures.end(), [&](const char *each) { return mimeType == each; });
}

/// Markdown, JSON and the like are plain text to the model.
bool isText(const QByteArray &mimeType)
{
    return mimeType.startsWith("text/") || mimeType == "application/json" || mimeType == "application/xml";
}

tl::unexpected<Error> refused(const QString &path, const char *expected)
{
    return failure(Error::Kind::InvalidInput,
                   u"%1: %2"_s.arg(path, QCoreApplication::translate("sb::dialects", expected)));
}

/// Moves the members that a block of this kind has over from the part; the rest means nothing here.
void keepMembers(Json &block, const Json &extra, std::initializer_list<const char *> known, const QString &path,
                 Notices &notices)
{
    for (const auto &[key, value] : extra.members()) {
        const auto isKey = [&key = key](const char *each) { return key == each; };
        if (std::any_of(known.begin(), known.end(), isKey))
            block.set(key, value);
    }
    noticeMembers(extra, path, notices, known);
}

Json dataSource(const chat::DataUrl &data)
{
    return typed("base64", {{"media_type", data.mimeType}, {"data", data.base64}});
}

class BlockWriter
{
public:
    BlockWriter(const QString &path, Notices &notices)
        : m_path(path)
        , m_notices(notices)
    {
    }

    Result<Json> operator()(const chat::TextPart &part) const
    {
        if (part.text.trimmed().isEmpty())
            return Json();
        Json block = typed("text", {{"text", part.text}});
        keepMembers(block, part.extra, {"cache_control", "citations"}, m_path, m_notices);
        return block;
    }

    Result<Json> operator()(const chat::ImagePart &part) const
    {
        const auto data = chat::splitDataUrl(part.url);
        if (data && !isPicture(data->mimeType))
            return refused(m_path + u".image_url.url"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "expected a picture as JPEG, PNG, GIF or WebP"));
        noticeDetail(part, m_path, m_notices);
        Json block = typed("image", {{"source", data ? dataSource(*data) : typed("url", {{"url", part.url}})}});
        keepMembers(block, part.extra, {"cache_control"}, m_path, m_notices);
        return block;
    }

    Result<Json> operator()(const chat::FilePart &part) const
    {
        Json source;
        const auto data = chat::splitDataUrl(part.data);
        if (data && isPicture(data->mimeType))
            return (*this)(chat::ImagePart{.url = part.data, .extra = part.extra});
        if (!part.fileId.isEmpty())
            source = typed("file", {{"file_id", part.fileId}});
        else if (!data)
            source = typed("url", {{"url", part.data}});
        else if (data->mimeType == "application/pdf")
            source = dataSource(*data);
        else if (isText(data->mimeType))
            source = typed(
                "text",
                {{"media_type", "text/plain"}, {"data", QString::fromUtf8(QByteArray::fromBase64(data->base64))}});
        else
            return refused(m_path + u".file.file_data"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "expected a PDF, a text or a picture"));
        Json block = typed("document", {{"source", source}});
        if (!part.filename.isEmpty())
            block.set("title", part.filename);
        keepMembers(block, part.extra, {"cache_control", "citations", "context"}, m_path, m_notices);
        return block;
    }

    Result<Json> operator()(const chat::AudioPart &) const
    {
        return refused(m_path, QT_TRANSLATE_NOOP("sb::dialects", "expected text, a picture or a file, got sound"));
    }

    Result<Json> operator()(const chat::UnknownPart &part) const
    {
        const QByteArray type = part.raw["type"].toBytes();
        if (isServiceBlock(type) || type == "thinking" || type == "redacted_thinking")
            return part.raw;
        return refused(m_path + u".type"_s, QT_TRANSLATE_NOOP("sb::dialects", "expected text, a picture or a file"));
    }

private:
    const QString &m_path;
    Notices &m_notices;
};

} // namespace

Result<Json> blockOf(const chat::Part &part, const QString &path, Notices &notices)
{
    return std::visit(BlockWriter(path, notices), part);
}

bool namesFile(const chat::Part &part)
{
    if (const auto *file = std::get_if<chat::FilePart>(&part))
        return !file->fileId.isEmpty();
    const auto *unknown = std::get_if<chat::UnknownPart>(&part);
    return unknown && (unknown->raw.contains("file_id") || unknown->raw["source"].contains("file_id"));
}

} // namespace sb::dialects::anthropic
