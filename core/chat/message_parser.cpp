#include "core/chat/key_order.h"
#include "core/chat/request_json.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::chat {

namespace {

bool hasScheme(const QByteArray &url, QByteArrayView scheme)
{
    return QByteArrayView(url).first(qMin(scheme.size(), url.size())).compare(scheme, Qt::CaseInsensitive) == 0;
}

/// http: is for pictures on the caller's own machine or net; what may be fetched is decided where it is fetched.
void checkUrl(const QByteArray &url, const QString &path, Complaint &complaint)
{
    if (hasScheme(url, "https:") || hasScheme(url, "http:"))
        return;
    if (!hasScheme(url, "data:")) {
        complaint.add(path, QCoreApplication::translate("sb::chat", "expected an https: or data: URL"));
        return;
    }
    if (!splitDataUrl(url))
        complaint.add(path, QCoreApplication::translate("sb::chat", "expected a data: URL in Base64"));
}

QByteArray takeUrl(ObjectReader &in, QByteArrayView key)
{
    const Json *member = in.peek(key);
    if (!member || !member->isString()) {
        in.complaint().expected(in.path(key), QT_TRANSLATE_NOOP("sb::chat", "an https: or data: URL"), member);
        return {};
    }
    const QByteArray url = in.requiredBytes(key);
    checkUrl(url, in.path(key), in.complaint());
    return url;
}

TextPart readText(ObjectReader &in)
{
    return {.text = in.requiredText("text"), .extra = in.rest()};
}

ImagePart readImage(ObjectReader &in)
{
    ImagePart part;
    if (const Json *object = in.takeRequiredObject("image_url")) {
        ObjectReader image(*object, in.path("image_url"), in.complaint());
        part.url = takeUrl(image, "url");
        part.detail = image.text("detail");
        in.keep("image_url", image.rest());
    }
    part.extra = in.rest();
    return part;
}

FilePart readFile(ObjectReader &in)
{
    FilePart part;
    if (const Json *object = in.takeRequiredObject("file")) {
        ObjectReader file(*object, in.path("file"), in.complaint());
        part.filename = file.text("filename");
        part.fileId = file.text("file_id");
        const Json *data = file.peek("file_data");
        if (part.fileId.isEmpty() || (data && !data->isNull()))
            part.data = takeUrl(file, "file_data");
        in.keep("file", file.rest());
    }
    part.extra = in.rest();
    return part;
}

AudioPart readAudio(ObjectReader &in)
{
    AudioPart part;
    if (const Json *object = in.takeRequiredObject("input_audio")) {
        ObjectReader audio(*object, in.path("input_audio"), in.complaint());
        part.base64 = audio.requiredBytes("data");
        part.format = audio.requiredName("format");
        in.keep("input_audio", audio.rest());
    }
    part.extra = in.rest();
    return part;
}

Part readPart(const Json &json, const QString &path, Complaint &complaint)
{
    ObjectReader in(json, path, complaint);
    const QString type = in.requiredName("type");
    if (type == "text"_L1)
        return readText(in);
    if (type == "image_url"_L1)
        return readImage(in);
    if (type == "file"_L1)
        return readFile(in);
    if (type == "input_audio"_L1)
        return readAudio(in);
    return UnknownPart{.raw = json};
}

/// Assistants may be silent where they call tools; nobody else may.
void readContent(ObjectReader &in, Message &message)
{
    static constexpr auto Key = "content";
    const Json *content = in.peek(Key);
    if ((!content || content->isNull()) && message.role == Role::Assistant) {
        message.contentIsAbsent = !content;
        message.contentIsNull = content;
        return;
    }
    if (!content || (!content->isString() && !content->isArray())) {
        in.complaint().expected(in.path(Key), QT_TRANSLATE_NOOP("sb::chat", "a string or a list"), content);
        return;
    }
    in.take(Key);
    message.contentIsString = content->isString();
    if (content->isString() && !content->toBytes().isEmpty())
        message.parts.append(TextPart{.text = content->toText()});
    for (qsizetype i = 0; i < content->items().size(); ++i)
        message.parts.append(readPart(content->at(i), itemPath(in.path(Key), i), in.complaint()));
}

ToolCall readToolCall(const Json &json, const QString &path, Complaint &complaint)
{
    ObjectReader in(json, path, complaint);
    ToolCall call;
    call.id = in.text("id");
    const QString type = in.text("type");
    call.custom = type == "custom"_L1;
    if (!type.isEmpty() && type != "function"_L1 && !call.custom)
        complaint.add(in.path("type"), QCoreApplication::translate("sb::chat", "expected “function” or “custom”"));
    const QByteArray body = call.custom ? "custom" : "function";
    if (const Json *object = in.takeRequiredObject(body)) {
        ObjectReader function(*object, in.path(body), complaint);
        call.name = function.requiredName("name");
        call.arguments = function.requiredText(call.custom ? "input" : "arguments");
        in.keep(body, function.rest());
    }
    call.extra = in.rest();
    return call;
}

Role readRole(ObjectReader &in)
{
    const QByteArray name = in.requiredBytes("role");
    for (const Role role : {Role::System, Role::Developer, Role::User, Role::Assistant, Role::Tool}) {
        if (name == toWireName(role))
            return role;
    }
    in.complaint().add(
        in.path("role"),
        QCoreApplication::translate("sb::chat", "expected system, developer, user, assistant or tool, got “%1”")
            .arg(QString::fromUtf8(name.left(40))));
    return Role::User;
}

} // namespace

Message readMessage(const Json &json, const QString &path, Complaint &complaint)
{
    ObjectReader in(json, path, complaint);
    Message message;
    message.role = readRole(in);
    readContent(in, message);
    message.name = in.text("name");
    if (const Json *calls = in.takeList("tool_calls")) {
        for (qsizetype i = 0; i < calls->size(); ++i)
            message.toolCalls.append(readToolCall(calls->at(i), itemPath(in.path("tool_calls"), i), complaint));
    }
    message.toolCallId = message.role == Role::Tool ? in.requiredText("tool_call_id") : in.text("tool_call_id");
    message.refusal = in.text("refusal");
    message.reasoning = in.text("reasoning");
    if (const Json *details = in.takeList("reasoning_details"))
        message.reasoningDetails = *details;
    message.extra = in.rest();
    if (!complaint.error())
        message.layout = orderDifference(json, toJson(message));
    return message;
}

Result<Message> parseMessage(const Json &json, const QString &path)
{
    Complaint complaint;
    return checked(readMessage(json, path, complaint), complaint);
}

} // namespace sb::chat
