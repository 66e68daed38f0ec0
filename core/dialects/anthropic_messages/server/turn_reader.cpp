#include "core/dialects/anthropic_messages/server/turn_reader.h"

#include "core/chat/request_json.h"
#include "core/dialects/anthropic_messages/blocks.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::anthropic {

namespace {

using chat::Complaint;
using chat::Message;
using chat::ObjectReader;
using chat::Role;

QByteArray dataUrl(const Json &source)
{
    return "data:" + source["media_type"].toBytes() + ";base64," + source["data"].toBytes();
}

/// A picture, or nullopt where its source is none that we name, such as a file at the provider.
std::optional<chat::Part> readImage(ObjectReader &in)
{
    const Json *source = in.takeRequiredObject("source");
    if (!source)
        return chat::Part{};
    const QByteArray type = (*source)["type"].toBytes();
    if (type == "base64")
        return chat::ImagePart{.url = dataUrl(*source), .extra = in.rest()};
    if (type == "url")
        return chat::ImagePart{.url = (*source)["url"].toBytes(), .extra = in.rest()};
    return {};
}

std::optional<chat::Part> readDocument(ObjectReader &in)
{
    const Json *source = in.takeRequiredObject("source");
    if (!source)
        return chat::Part{};
    chat::FilePart part{.filename = in.text("title")};
    const QByteArray type = (*source)["type"].toBytes();
    if (type == "base64")
        part.data = dataUrl(*source);
    else if (type == "url")
        part.data = (*source)["url"].toBytes();
    else if (type == "text")
        part.data = "data:text/plain;base64," + (*source)["data"].toBytes().toBase64();
    else if (type == "file")
        part.fileId = (*source)["file_id"].toText();
    else
        return {};
    part.extra = in.rest();
    return part;
}

chat::Part readPart(const Json &json, const QString &path, Complaint &complaint)
{
    ObjectReader in(json, path, complaint);
    const QString type = in.requiredName("type");
    std::optional<chat::Part> part;
    if (type == "text"_L1)
        part = chat::TextPart{.text = in.requiredText("text"), .extra = in.rest()};
    else if (type == "image"_L1)
        part = readImage(in);
    else if (type == "document"_L1)
        part = readDocument(in);
    else if (!isServiceBlock(type.toLatin1()))
        complaint.add(path + u".type"_s,
                      QCoreApplication::translate("sb::dialects", "expected a type of content block, got “%1”")
                          .arg(type.left(40)));
    return part ? *part : chat::Part(chat::UnknownPart{.raw = json});
}

/// A string, or a list of blocks, as parts.
void readContent(const Json &content, const QString &path, Message &message, Complaint &complaint)
{
    message.contentIsString = content.isString();
    if (!content.isString() && !content.isArray())
        complaint.expected(path, QT_TRANSLATE_NOOP("sb::chat", "a string or a list"), &content);
    if (!content.toBytes().isEmpty())
        message.parts.append(chat::TextPart{.text = content.toText()});
    for (qsizetype i = 0; i < content.items().size(); ++i)
        message.parts.append(readPart(content.at(i), chat::itemPath(path, i), complaint));
}

Message readResult(const Json &json, const QString &path, Complaint &complaint)
{
    ObjectReader in(json, path, complaint);
    Message message{.role = Role::Tool};
    in.take("type");
    message.toolCallId = in.requiredName("tool_use_id");
    if (const Json *content = in.take("content"))
        readContent(*content, in.path("content"), message, complaint);
    message.extra = in.rest();
    return message;
}

chat::ToolCall readCall(const Json &json, const QString &path, Complaint &complaint)
{
    ObjectReader in(json, path, complaint);
    in.take("type");
    chat::ToolCall call{.id = in.requiredName("id"), .name = in.requiredName("name")};
    if (const Json *input = in.takeRequiredObject("input"))
        call.arguments = QString::fromUtf8(input->dump());
    call.extra = in.rest();
    return call;
}

bool isThinking(const QByteArray &type)
{
    return type == "thinking" || type == "redacted_thinking";
}

/// @return whether the block is one of thinking
bool readThinking(const Json &block, Message &message)
{
    const QByteArray type = block["type"].toBytes();
    const int index = int(message.reasoningDetails.size());
    if (type == "redacted_thinking") {
        message.reasoningDetails.append(redactedDetail(block["data"], index));
        return true;
    }
    if (type != "thinking")
        return false;
    message.reasoning += block["thinking"].toText();
    message.reasoningDetails.append(thinkingDetail(block["thinking"].toBytes(), block["signature"].toBytes(), index));
    return true;
}

Role readRole(ObjectReader &in)
{
    const QByteArray name = in.requiredBytes("role");
    for (const Role role : {Role::User, Role::Assistant, Role::System}) {
        if (name == toWireName(role))
            return role;
    }
    in.complaint().add(in.path("role"), QCoreApplication::translate("sb::dialects", "expected user or assistant"));
    return Role::User;
}

QList<Message> readBlocks(Role role, const Json &blocks, const QString &path, Complaint &complaint)
{
    QList<Message> messages;
    Message current{.role = role, .contentIsString = false};
    const auto begin = [&] {
        current.contentIsNull = current.parts.isEmpty() && !current.toolCalls.isEmpty();
        messages.append(std::exchange(current, Message{.role = role, .contentIsString = false}));
    };
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const Json &block = blocks.at(i);
        const QByteArray type = block["type"].toBytes();
        // A message has its calls last; what comes behind them begins another one, so that everything keeps its place.
        if (!current.toolCalls.isEmpty() && type != "tool_use")
            begin();
        if (type == "tool_result" && role == Role::User) {
            if (!current.parts.isEmpty())
                begin();
            messages.append(readResult(block, chat::itemPath(path, i), complaint));
        } else if (type == "tool_use" && role == Role::Assistant) {
            current.toolCalls.append(readCall(block, chat::itemPath(path, i), complaint));
        } else if (role == Role::Assistant && !current.parts.isEmpty() && isThinking(type)) {
            current.parts.append(chat::UnknownPart{.raw = block}); // where it stands matters to the service
        } else if (role != Role::Assistant || !readThinking(block, current)) {
            current.parts.append(readPart(block, chat::itemPath(path, i), complaint));
        }
    }
    if (messages.isEmpty() || !current.parts.isEmpty() || !current.toolCalls.isEmpty()
        || !current.reasoningDetails.isNull())
        begin();
    return messages;
}

} // namespace

QList<Message> readTurn(const Json &json, const QString &path, Complaint &complaint)
{
    ObjectReader in(json, path, complaint);
    const Role role = readRole(in);
    const Json *content = in.peek("content");
    if (content && content->isArray())
        return readBlocks(role, *content, in.path("content"), complaint);
    Message message{.role = role};
    readContent(content ? *content : Json(), in.path("content"), message, complaint);
    return {message};
}

Message readSystem(const Json &json, const QString &path, Complaint &complaint)
{
    Message message{.role = Role::System};
    readContent(json, path, message, complaint);
    return message;
}

} // namespace sb::dialects::anthropic
