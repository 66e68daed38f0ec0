#include "core/dialects/openai_responses/server/part_reader.h"

#include "core/dialects/member_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::responses {

namespace {

using chat::Complaint;
using chat::ObjectReader;

constexpr std::array TextTypes{"input_text", "output_text", "text"};

/// http: is for pictures on the caller's own machine or net; what may be fetched is decided where it is fetched.
void checkUrl(const QByteArray &url, const QString &path, Complaint &complaint)
{
    if (!url.startsWith("http://") && !url.startsWith("https://") && !chat::splitDataUrl(url))
        complaint.add(path, QCoreApplication::translate("sb::chat", "expected an https: or data: URL"));
}

chat::Part readText(ObjectReader &in)
{
    chat::TextPart part{.text = in.requiredText("text")};
    // Of earlier answers: what they cite and how likely they were is not said again.
    for (const char *told : {"annotations", "logprobs"})
        in.take(told);
    part.extra = in.rest();
    return part;
}

chat::Part readImage(ObjectReader &in, const Json &json)
{
    if (!json["file_id"].isNull())
        return chat::UnknownPart{.raw = json}; // at the provider: chat completions have no word for that
    chat::ImagePart part{.url = in.requiredBytes("image_url"), .detail = in.text("detail")};
    checkUrl(part.url, in.path("image_url"), in.complaint());
    part.extra = in.rest();
    return part;
}

chat::Part readFile(ObjectReader &in)
{
    chat::FilePart part{.filename = in.text("filename"), .fileId = in.text("file_id")};
    const char *key = in.peek("file_url") ? "file_url" : "file_data";
    if (part.fileId.isEmpty()) {
        part.data = in.requiredBytes(key);
        checkUrl(part.data, in.path(key), in.complaint());
    }
    part.extra = in.rest();
    return part;
}

chat::Part readPart(const Json &json, const QString &path, Complaint &complaint)
{
    ObjectReader in(json, path, complaint);
    const QByteArray type = in.requiredBytes("type");
    if (isAmong(TextTypes, type))
        return readText(in);
    if (type == "input_image")
        return readImage(in, json);
    if (type == "input_file")
        return readFile(in);
    if (!type.startsWith("input_"))
        complaint.add(in.path("type"),
                      QCoreApplication::translate("sb::dialects", "expected a type of content part, got “%1”")
                          .arg(QString::fromUtf8(type.left(40))));
    return chat::UnknownPart{.raw = json};
}

} // namespace

void readContent(const Json &content, const QString &path, chat::Message &message, Complaint &complaint)
{
    message.contentIsString = content.isString();
    if (!content.isString() && !content.isArray())
        complaint.expected(path, QT_TRANSLATE_NOOP("sb::chat", "a string or a list"), &content);
    if (!content.toBytes().isEmpty())
        message.parts.append(chat::TextPart{.text = content.toText()});
    for (qsizetype i = 0; i < content.items().size(); ++i) {
        if (content.at(i)["type"].toBytes() == "refusal")
            message.refusal += content.at(i)["refusal"].toText();
        else
            message.parts.append(readPart(content.at(i), u"%1[%2]"_s.arg(path).arg(i), complaint));
    }
}

} // namespace sb::dialects::responses
