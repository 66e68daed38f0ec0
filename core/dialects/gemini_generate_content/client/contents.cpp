#include "core/dialects/gemini_generate_content/client/contents.h"

#include "core/dialects/gemini_generate_content/client/media.h"
#include "core/dialects/gemini_generate_content/parts.h"
#include "core/dialects/message_reading.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::dialects::gemini {

namespace {

/// What Google documents for calls that another model made: Gemini 3 refuses a call without a signature otherwise.
/// Source: https://ai.google.dev/gemini-api/docs/thought-signatures
constexpr auto ForeignSignature = "skip_thought_signature_validator";

bool isTextOnly(const chat::Message &message)
{
    return std::all_of(message.parts.begin(), message.parts.end(),
                       [](const chat::Part &part) { return std::holds_alternative<chat::TextPart>(part); });
}

Json textPart(const QString &text)
{
    return Json(Json::Object{{"text", text}});
}

/// An object as it is, anything else under the key that is documented for it.
Json responseJson(const QString &text)
{
    const auto json = parseJson(text.toUtf8());
    return json && json->isObject() ? *json : Json(Json::Object{{"output", text}});
}

} // namespace

ContentsEncoder::ContentsEncoder(const catalog::Endpoint &endpoint, Notices &notices)
    : m_endpoint(endpoint)
    , m_notices(notices)
{
}

Result<void> ContentsEncoder::encode(const QList<chat::Message> &messages)
{
    qsizetype lastUser = messages.size() - 1;
    while (lastUser >= 0 && messages[lastUser].role != chat::Role::User)
        --lastUser;
    bool leading = true;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        m_inCurrentTurn = i > lastUser;
        leading = leading && isInstruction(messages[i]);
        if (leading && isTextOnly(messages[i])) {
            takeInstruction(messages[i], u"messages[%1]"_s.arg(i));
        } else if (const auto taken = take(messages[i], i); !taken) {
            return tl::unexpected(taken.error());
        }
    }
    if (m_contents.isEmpty() && !m_instructions.isEmpty()) {
        append(Turn::User, std::exchange(m_instructions, {}));
        m_notices.add(
            Notice::Kind::Translated, u"messages[0].role"_s,
            QT_TRANSLATE_NOOP("sb::dialects", "Without a message of the user, the instruction was sent as one."));
    }
    return {};
}

void ContentsEncoder::takeInstruction(const chat::Message &message, const QString &path)
{
    noticeBesideContent(message, path, m_notices);
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const auto &text = std::get<chat::TextPart>(message.parts[i]);
        addInstruction(text.text);
        noticeMembers(text.extra, path + u".content[%1]"_s.arg(i), m_notices);
    }
}

void ContentsEncoder::addInstruction(const QString &text)
{
    if (!text.isEmpty())
        m_instructions.append(textPart(text));
}

Json ContentsEncoder::contents() const
{
    Json list = Json::array();
    for (const Content &content : m_contents)
        list.append(Json(
            Json::Object{{"role", content.turn == Turn::Model ? "model" : "user"}, {"parts", Json(content.parts)}}));
    return list;
}

Json ContentsEncoder::systemInstruction() const
{
    return m_instructions.isEmpty() ? Json() : Json(Json::Object{{"parts", Json(m_instructions)}});
}

Result<void> ContentsEncoder::take(const chat::Message &message, qsizetype index)
{
    const QString path = u"messages[%1]"_s.arg(index);
    noticeBesideContent(message, path, m_notices,
                        {.names = message.role == chat::Role::Tool, .ofCalls = {"extra_content"}});
    switch (message.role) {
    case chat::Role::System:
    case chat::Role::Developer:
        m_notices.add(
            Notice::Kind::Translated, path + u".role"_s,
            QT_TRANSLATE_NOOP("sb::dialects",
                              "Gemini takes instructions at the start only; this one was sent as the user's."));
        return takeUser(message, path);
    case chat::Role::User:
        return takeUser(message, path);
    case chat::Role::Assistant:
        return takeAssistant(message, path);
    case chat::Role::Tool:
        return takeResult(message, path);
    }
    Q_UNREACHABLE();
}

Result<void> ContentsEncoder::takeUser(const chat::Message &message, const QString &path)
{
    auto parts = partsOf(message, path);
    if (!parts)
        return tl::unexpected(parts.error());
    if (parts->isEmpty())
        parts->append(textPart({})); // an empty message is Gemini's to refuse
    append(Turn::User, *parts);
    return {};
}

Result<void> ContentsEncoder::takeAssistant(const chat::Message &message, const QString &path)
{
    auto parts = partsOf(message, path);
    if (!parts)
        return tl::unexpected(parts.error());
    if (!message.refusal.isEmpty())
        parts->append(textPart(message.refusal));
    takeReasoning(message, path, *parts);
    takeCalls(message, path, *parts);
    append(Turn::Model, *parts);
    return {};
}

/// Thoughts that can be read go first; a signature goes where it was: on the text, or in a part of its own.
void ContentsEncoder::takeReasoning(const chat::Message &message, const QString &path, Json::Array &parts)
{
    Json::Array thoughts;
    bool foreign = !message.reasoning.isEmpty() && message.reasoningDetails.isNull();
    for (const Json &block : message.reasoningDetails.items()) {
        if (block["format"].toBytes() != ReasoningFormat) {
            foreign = true;
        } else if (block["type"].toBytes() == "reasoning.text") {
            Json part(Json::Object{{"text", block["text"]}, {"thought", true}});
            if (block.contains("signature"))
                part.set("thoughtSignature", block["signature"]);
            thoughts.append(part);
        } else if (!parts.isEmpty() && parts.last().contains("text") && !parts.last().contains("thoughtSignature")) {
            parts.last().set("thoughtSignature", block["data"]);
        } else {
            parts.append(Json(Json::Object{{"text", ""}, {"thoughtSignature", block["data"]}}));
        }
    }
    parts = thoughts + parts;
    if (foreign && !std::exchange(m_reasoningNoticed, true))
        m_notices.add(Notice::Kind::Dropped, path + u".reasoning"_s,
                      QT_TRANSLATE_NOOP("sb::dialects", "The reasoning of earlier answers is not sent back here."));
}

void ContentsEncoder::takeCalls(const chat::Message &message, const QString &path, Json::Array &parts)
{
    for (qsizetype i = 0; i < message.toolCalls.size(); ++i) {
        const chat::ToolCall &call = message.toolCalls[i];
        Json function = Json::object();
        if (!call.id.isEmpty())
            function.set("id", call.id);
        function.set("name", call.name);
        function.set("args", argumentsOf(call, u"%1.tool_calls[%2]"_s.arg(path).arg(i), m_notices));
        Json part(Json::Object{{"functionCall", function}});
        QByteArray signature = signatureOf(call.extra);
        // Of parallel calls only the first one is signed.
        if (signature.isEmpty() && i == 0 && m_inCurrentTurn && m_endpoint.refuses.thinkingBudget) {
            signature = ForeignSignature;
            if (!std::exchange(m_signatureNoticed, true))
                m_notices.add(
                    Notice::Kind::Translated, u"messages"_s,
                    QT_TRANSLATE_NOOP("sb::dialects", "A call that another model made was marked as such for Gemini."));
        }
        if (!signature.isEmpty())
            part.set("thoughtSignature", signature);
        parts.append(part);
        if (!call.id.isEmpty())
            m_names.insert(call.id, call.name);
    }
    if (!message.toolCalls.isEmpty())
        m_calls = message.toolCalls;
}

Result<void> ContentsEncoder::takeResult(const chat::Message &message, const QString &path)
{
    const auto name = calledName(message, path);
    if (!name)
        return tl::unexpected(name.error());
    Json function = Json::object();
    if (!message.toolCallId.isEmpty())
        function.set("id", message.toolCallId);
    function.set("name", *name);
    function.set("response", responseJson(message.text()));
    Json::Array media;
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const auto part = partJson(message.parts[i], path + u".content[%1]"_s.arg(i), m_notices);
        if (!part)
            return tl::unexpected(part.error());
        if (!std::holds_alternative<chat::TextPart>(message.parts[i])) // texts are the response
            media.append(*part);
    }
    const bool beside = m_endpoint.refuses.mediaInToolResults;
    if (!media.isEmpty() && !beside)
        function.set("parts", Json(media));
    Json::Array parts{Json(Json::Object{{"functionResponse", function}})};
    if (beside)
        parts += media;
    append(Turn::User, parts);
    return {};
}

/// By the id of the call; where the provider gives none (Gemini), by the order of the calls.
Result<QString> ContentsEncoder::calledName(const chat::Message &result, const QString &path)
{
    const auto byId = std::find_if(m_calls.begin(), m_calls.end(), [&](const chat::ToolCall &call) {
        return !result.toolCallId.isEmpty() && call.id == result.toolCallId;
    });
    if (byId != m_calls.end())
        return m_calls.takeAt(byId - m_calls.begin()).name;
    if (const QString name = m_names.value(result.toolCallId); !name.isEmpty())
        return name;
    const auto unnamed = std::find_if(m_calls.begin(), m_calls.end(), [&](const chat::ToolCall &call) {
        return call.id.isEmpty() && (result.name.isEmpty() || call.name == result.name);
    });
    if (unnamed != m_calls.end())
        return m_calls.takeAt(unnamed - m_calls.begin()).name;
    if (!result.name.isEmpty())
        return result.name;
    return failure(
        Error::Kind::InvalidInput,
        QCoreApplication::translate("sb::dialects", "%1.tool_call_id: expected the id of an earlier call").arg(path));
}

Result<Json::Array> ContentsEncoder::partsOf(const chat::Message &message, const QString &path)
{
    Json::Array parts;
    for (qsizetype i = 0; i < message.parts.size(); ++i) {
        const auto *text = std::get_if<chat::TextPart>(&message.parts[i]);
        if (text && text->text.isEmpty())
            continue; // Gemini refuses a part that is empty
        const auto part = partJson(message.parts[i], path + u".content[%1]"_s.arg(i), m_notices);
        if (!part)
            return tl::unexpected(part.error());
        parts.append(*part);
    }
    return parts;
}

void ContentsEncoder::append(Turn turn, const Json::Array &parts)
{
    if (parts.isEmpty())
        return;
    if (m_contents.isEmpty() || m_contents.last().turn != turn)
        m_contents.append({.turn = turn, .parts = {}});
    m_contents.last().parts += parts;
}

} // namespace sb::dialects::gemini
