#include "core/dialects/openai_responses/client/input.h"

#include "core/dialects/message_reading.h"
#include "core/dialects/openai_responses/client/content.h"
#include "core/dialects/openai_responses/items.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::dialects::responses {

namespace {

/// Whether a message is nothing but one text, which a string can hold.
bool isPlain(const chat::Message &message)
{
    const auto *text = message.parts.size() == 1 ? std::get_if<chat::TextPart>(&message.parts.first()) : nullptr;
    return message.contentIsString && (message.parts.isEmpty() || (text && text->extra.isNull()));
}

bool isFirstInstruction(const chat::Message &message)
{
    return message.role == chat::Role::System && isPlain(message) && !message.parts.isEmpty();
}

/// Members that go back with a message, a call or a result.
void copy(const Json &from, std::initializer_list<const char *> keys, Json &to)
{
    for (const char *key : keys) {
        if (const Json *value = from.find(key); value && !value->isNull())
            to.set(key, *value);
    }
}

} // namespace

InputWriter::InputWriter(const InputOptions &options, Notices &notices)
    : m_options(options)
    , m_notices(notices)
{
}

Result<Input> InputWriter::write(const QList<chat::Message> &messages)
{
    for (qsizetype i = 0; i < messages.size(); ++i) {
        m_path = u"messages[%1]"_s.arg(i);
        if (i == 0 && isFirstInstruction(messages[i])) {
            m_input.instructions = messages[i].text();
            continue;
        }
        if (const auto added = add(messages[i]); !added)
            return tl::unexpected(added.error());
    }
    return m_input;
}

Result<void> InputWriter::add(const chat::Message &message)
{
    const bool isResult = message.role == chat::Role::Tool;
    noticeBesideContent(message, m_path, m_notices,
                        {.ofMessage = {isResult ? "caller" : "phase"}, .ofCalls = {"namespace", "caller"}});
    switch (message.role) {
    case chat::Role::Assistant:
        return addAssistant(message);
    case chat::Role::Tool:
        return addResult(message);
    case chat::Role::System:
    case chat::Role::Developer:
    case chat::Role::User:
        break;
    }
    return addMessage(message);
}

Result<void> InputWriter::addMessage(const chat::Message &message)
{
    const auto content = contentOf(message);
    if (!content)
        return tl::unexpected(content.error());
    if (!content->isArray() || content->size() > 0)
        addItem(message, *content);
    return {};
}

Result<void> InputWriter::addAssistant(const chat::Message &message)
{
    addReasoning(message);
    const bool silent = message.parts.isEmpty() && (message.contentIsNull || message.contentIsAbsent);
    const bool onlyCalls = message.parts.isEmpty() && !message.toolCalls.isEmpty();
    if (message.refusal.isEmpty() && !silent && !onlyCalls) {
        if (const auto added = addMessage(message); !added)
            return added;
    } else if (!message.refusal.isEmpty()) {
        chat::Message listed = message;
        listed.contentIsString = false;
        auto content = contentOf(listed);
        if (!content)
            return tl::unexpected(content.error());
        content->append(typed("refusal", {{"refusal", message.refusal}}));
        addItem(message, *content);
    }
    for (const chat::ToolCall &call : message.toolCalls)
        addCall(call);
    return {};
}

Result<void> InputWriter::addResult(const chat::Message &message)
{
    const auto content = contentOf(message);
    if (!content)
        return tl::unexpected(content.error());
    const bool custom = m_customCalls.contains(message.toolCallId);
    Json item = typed(custom ? "custom_tool_call_output" : "function_call_output",
                      {{"call_id", message.toolCallId}, {"output", *content}});
    copy(message.extra, {"caller"}, item);
    m_input.items.append(item);
    return {};
}

void InputWriter::addReasoning(const chat::Message &message)
{
    const Json &details = message.reasoningDetails;
    Json::Array items = reasoningItems(details);
    if (!m_options.stored)
        items.removeIf([](const Json &item) { return !standsAlone(item); });
    const bool foreign = std::any_of(details.items().begin(), details.items().end(),
                                     [](const Json &detail) { return detail["format"].toBytes() != ReasoningFormat; });
    const char *why = nullptr;
    if (!m_options.reasons && (details.size() > 0 || !message.reasoning.isEmpty()))
        why = QT_TRANSLATE_NOOP("sb::dialects", "This model does not reason.");
    else if (foreign)
        why = QT_TRANSLATE_NOOP("sb::dialects", "Reasoning that another provider signed cannot be sent back here.");
    else if (items.isEmpty() && (details.size() > 0 || !message.reasoning.isEmpty()))
        why = QT_TRANSLATE_NOOP("sb::dialects", "Only reasoning that came encrypted can be sent back here.");
    if (why)
        m_notices.dropped(m_path + u".reasoning"_s, why);
    for (Json &item : items) {
        if (!m_options.stored && !item["encrypted_content"].isString())
            item.remove("id"); // the service would look for it
        if (m_options.reasons)
            m_input.items.append(item);
    }
}

void InputWriter::addCall(const chat::ToolCall &call)
{
    if (call.custom)
        m_customCalls.insert(call.id);
    const QString arguments = call.arguments.isEmpty() && !call.custom ? u"{}"_s : call.arguments;
    Json item = typed(call.custom ? "custom_tool_call" : "function_call",
                      {{"call_id", call.id}, {"name", call.name}, {call.custom ? "input" : "arguments", arguments}});
    copy(call.extra, {"namespace", "caller"}, item);
    m_input.items.append(item);
}

void InputWriter::addItem(const chat::Message &message, const Json &content)
{
    Json item(Json::Object{{"role", toWireName(message.role)}, {"content", content}});
    if (message.role == chat::Role::Assistant)
        copy(message.extra, {"phase"}, item);
    m_input.items.append(item);
}

Result<Json> InputWriter::contentOf(const chat::Message &message)
{
    if (isPlain(message))
        return Json(message.text());
    Json content = Json::array();
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const chat::Part &part = message.parts[i];
        if (isItem(part) && message.role != chat::Role::Tool) {
            if (content.size() > 0)
                addItem(message, std::exchange(content, Json::array()));
            m_input.items.append(std::get<chat::UnknownPart>(part).raw);
            continue;
        }
        const auto json = partJson(part, message.role, u"%1.content[%2]"_s.arg(m_path).arg(i), m_notices);
        if (!json)
            return tl::unexpected(json.error());
        content.append(*json);
    }
    return content;
}

} // namespace sb::dialects::responses
