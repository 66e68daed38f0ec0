#include "core/dialects/gemini_generate_content/server/contents_reader.h"

#include "core/dialects/gemini_generate_content/parts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::gemini {

namespace {

/// A part in one name only, in camel case, since the messages of the caller's other turns are compared with it.
chat::Part unknownPart(const QByteArray &kind, const Json &part)
{
    Json raw = part;
    raw.set("type", kind);
    return chat::UnknownPart{.raw = raw};
}

chat::Part inlinePart(const Json &data)
{
    const QByteArray mimeType = field(data, "mimeType").toBytes();
    const QByteArray base64 = data["data"].toBytes();
    const QByteArray url = "data:" + mimeType + ";base64," + base64;
    if (mimeType.startsWith("image/"))
        return chat::ImagePart{.url = url};
    if (mimeType.startsWith("audio/"))
        return chat::AudioPart{.base64 = base64, .format = QString::fromLatin1(mimeType.sliced(6))};
    return chat::FilePart{.data = url};
}

chat::Part linkedPart(const Json &data)
{
    const QByteArray uri = field(data, "fileUri").toBytes();
    const QByteArray mimeType = field(data, "mimeType").toBytes();
    const Json extra = mimeType.isEmpty() ? Json() : Json(Json::Object{{"mime_type", mimeType}});
    if (!uri.startsWith("http"))
        return chat::FilePart{.fileId = QString::fromUtf8(uri), .extra = extra};
    if (mimeType.startsWith("image/"))
        return chat::ImagePart{.url = uri, .extra = extra};
    return chat::FilePart{.data = uri, .extra = extra};
}

chat::Part mediaPart(const Json &part)
{
    const QByteArray kind = dataKind(part);
    if (kind == "text")
        return chat::TextPart{.text = part["text"].toText()};
    if (kind == fieldName(part, "inlineData"))
        return inlinePart(part[kind]);
    if (kind == fieldName(part, "fileData"))
        return linkedPart(part[kind]);
    return unknownPart(kind, part);
}

class Reader
{
public:
    Result<void> take(const Json &content, const QString &path)
    {
        const QByteArray role = content["role"].toBytes();
        if (!role.isEmpty() && role != "user" && role != "model" && role != "function")
            return failure(
                Error::Kind::InvalidInput,
                QCoreApplication::translate("sb::dialects", "%1.role: expected “user” or “model”").arg(path));
        if (content["parts"].size() == 0)
            return failure(
                Error::Kind::InvalidInput,
                QCoreApplication::translate("sb::dialects", "%1.parts: expected at least one part").arg(path));
        if (role == "model")
            takeModel(content["parts"]);
        else
            takeUser(content["parts"]);
        return {};
    }
    [[nodiscard]] QList<chat::Message> messages() const { return m_messages; }

private:
    void takeUser(const Json &parts)
    {
        chat::Message message{.role = chat::Role::User, .contentIsString = false};
        for (const Json &part : parts.items()) {
            const Json &response = field(part, "functionResponse");
            if (response.isObject())
                m_messages.append(toolMessage(response));
            else
                message.parts.append(mediaPart(part));
        }
        if (!message.parts.isEmpty())
            m_messages.append(message);
    }

    void takeModel(const Json &parts)
    {
        chat::Message message{.role = chat::Role::Assistant, .contentIsString = false};
        for (const Json &part : parts.items())
            takeModelPart(message, part);
        message.contentIsNull = message.parts.isEmpty();
        m_messages.append(message);
    }

    void takeModelPart(chat::Message &message, const Json &part)
    {
        const QByteArray signature = field(part, "thoughtSignature").toBytes();
        const Json &call = field(part, "functionCall");
        if (call.isObject()) {
            const Json &args = call["args"];
            message.toolCalls.append({.id = call["id"].toText(),
                                      .name = call["name"].toText(),
                                      .arguments = args.isObject() ? QString::fromUtf8(args.dump()) : u"{}"_s,
                                      .extra = signature.isEmpty() ? Json() : signatureExtra(signature)});
        } else if (part["thought"].toBool() == true && part["text"].isString()) {
            message.reasoning += part["text"].toText();
            message.reasoningDetails.append(thoughtBlock(part["text"].toText(), signature, m_blocks++));
        } else {
            const QByteArray kind = dataKind(part);
            const bool isText = kind == "text";
            if (!kind.isEmpty() && !(isText && part["text"].toBytes().isEmpty()))
                message.parts.append(mediaPart(part));
            if (!signature.isEmpty() && (isText || kind.isEmpty()))
                message.reasoningDetails.append(signatureBlock(signature, m_blocks++));
        }
    }

    static chat::Message toolMessage(const Json &response)
    {
        chat::Message message = chat::Message::make(chat::Role::Tool, QString::fromUtf8(response["response"].dump()));
        message.name = response["name"].toText();
        message.toolCallId = response["id"].toText();
        for (const Json &part : response["parts"].items())
            message.parts.append(mediaPart(part));
        message.contentIsString = message.parts.size() <= 1;
        return message;
    }

    QList<chat::Message> m_messages;
    int m_blocks = 0;
};

} // namespace

Result<QList<chat::Message>> readContents(const Json &contents)
{
    // One content may stand alone, without a list.
    const Json::Array list = contents.isObject() ? Json::Array{contents} : contents.items();
    if (list.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       QCoreApplication::translate("sb::dialects", "contents: expected at least one content"));
    Reader reader;
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (const auto taken = reader.take(list[i], u"contents[%1]"_s.arg(i)); !taken)
            return tl::unexpected(taken.error());
    }
    return reader.messages();
}

chat::Message readInstruction(const Json &content)
{
    chat::Message message{.role = chat::Role::System};
    if (content.isString())
        return chat::Message::make(chat::Role::System, content.toText());
    for (const Json &part : content["parts"].items())
        message.parts.append(mediaPart(part));
    message.contentIsString = message.parts.size() == 1;
    return message;
}

} // namespace sb::dialects::gemini
