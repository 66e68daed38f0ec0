#include "core/dialects/openai_responses/server/input_reader.h"

#include "core/dialects/openai_responses/items.h"
#include "core/dialects/openai_responses/server/part_reader.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::dialects::responses {

namespace {

using chat::Message;
using chat::ObjectReader;
using chat::Role;

/// Members that mean something to whoever gets the item next. Ids and statuses only say where it was kept.
Json kept(const Json &item, std::initializer_list<const char *> keys)
{
    Json extra;
    for (const char *key : keys) {
        if (const Json *value = item.find(key); value && !value->isNull())
            extra.set(key, *value);
    }
    return extra;
}

Role readRole(ObjectReader &in)
{
    const QByteArray name = in.requiredBytes("role");
    for (const Role role : {Role::System, Role::Developer, Role::User, Role::Assistant}) {
        if (name == toWireName(role))
            return role;
    }
    in.complaint().add(in.path("role"),
                       QCoreApplication::translate("sb::dialects", "expected user, assistant, system or developer"));
    return Role::User;
}

} // namespace

InputReader::InputReader(chat::Complaint &complaint)
    : m_complaint(complaint)
{
}

QList<Message> InputReader::read(const Json &input)
{
    if (input.isString())
        return {Message::make(Role::User, input.toText())};
    if (!input.isArray())
        m_complaint.expected(u"input"_s, QT_TRANSLATE_NOOP("sb::chat", "a string or a list"), &input);
    for (qsizetype i = 0; i < input.size(); ++i)
        add(input.at(i), u"input[%1]"_s.arg(i));
    flush();
    return std::exchange(m_messages, {});
}

void InputReader::add(const Json &item, const QString &path)
{
    const QByteArray type = item["type"].isString() ? item["type"].toBytes() : QByteArray("message");
    if (type == "message") {
        addMessage(item, path);
    } else if (type == "reasoning") {
        addReasoning(item);
    } else if (type == "function_call" || type == "custom_tool_call") {
        addCall(item, path);
    } else if (type == "function_call_output" || type == "custom_tool_call_output") {
        addResult(item, path);
    } else if (isServiceItem(type)) {
        flush();
        m_messages.append(
            Message{.role = Role::Assistant, .parts = {chat::UnknownPart{.raw = item}}, .contentIsString = false});
    } else {
        m_complaint.add(path + u".type"_s,
                        QCoreApplication::translate("sb::dialects", "expected a type of input item, got “%1”")
                            .arg(QString::fromUtf8(type.left(40))));
    }
}

void InputReader::addMessage(const Json &item, const QString &path)
{
    ObjectReader in(item, path, m_complaint);
    Message read{.role = readRole(in)};
    readContent(item["content"], in.path("content"), read, m_complaint);
    if (read.role != Role::Assistant) {
        flush();
        m_messages.append(read);
        return;
    }
    Message &message = assistant(Stage::Content);
    message.parts = read.parts;
    message.refusal = read.refusal;
    message.contentIsString = read.contentIsString;
    message.contentIsNull = !read.refusal.isEmpty() && read.parts.isEmpty();
    message.extra = kept(item, {"phase"});
}

void InputReader::addReasoning(const Json &item)
{
    Message &message = assistant(Stage::Reasoning);
    for (const char *list : {"summary", "content"}) {
        for (const Json &part : item[list].items())
            message.reasoning +=
                message.reasoning.isEmpty() ? part["text"].toText() : u"\n\n"_s + part["text"].toText();
    }
    for (const Json &detail : detailsOf(item, message.reasoningDetails.size()))
        message.reasoningDetails.append(detail);
}

void InputReader::addCall(const Json &item, const QString &path)
{
    ObjectReader in(item, path, m_complaint);
    const bool custom = item["type"].toBytes() == "custom_tool_call";
    assistant(Stage::Calls)
        .toolCalls.append({.id = in.requiredName("call_id"),
                           .name = in.requiredName("name"),
                           .arguments = in.requiredText(custom ? "input" : "arguments"),
                           .custom = custom,
                           .extra = kept(item, {"namespace", "caller"})});
}

void InputReader::addResult(const Json &item, const QString &path)
{
    ObjectReader in(item, path, m_complaint);
    flush();
    Message message{.role = Role::Tool, .toolCallId = in.requiredName("call_id"), .extra = kept(item, {"caller"})};
    readContent(item["output"], in.path("output"), message, m_complaint);
    m_messages.append(message);
}

Message &InputReader::assistant(Stage stage)
{
    const bool goesOn = stage == Stage::Content ? m_stage < stage : m_stage <= stage;
    if (!goesOn)
        flush();
    if (m_stage == Stage::None)
        m_assistant = Message{.role = Role::Assistant, .contentIsNull = true};
    m_stage = stage;
    return m_assistant;
}

void InputReader::flush()
{
    if (m_stage != Stage::None)
        m_messages.append(std::exchange(m_assistant, {}));
    m_stage = Stage::None;
}

} // namespace sb::dialects::responses
