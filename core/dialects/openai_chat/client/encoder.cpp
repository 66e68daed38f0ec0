#include "core/dialects/openai_chat/client/encoder.h"

#include "core/dialects/call_ids.h"
#include "core/dialects/effort_share.h"
#include "core/dialects/json_instruction.h"
#include "core/dialects/member_words.h"
#include "core/dialects/message_reading.h"
#include "core/dialects/openai_chat/client/own_members.h"
#include "core/dialects/wire_request.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::dialects::openai {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("sb::dialects", text);
}

/// Of parts that may have members of others.
Json *extraOf(chat::Part &part)
{
    return std::visit(
        [](auto &each) -> Json * {
            if constexpr (requires { each.extra; })
                return &each.extra;
            else
                return nullptr;
        },
        part);
}

constexpr const char *OfResponses = QT_TRANSLATE_NOOP("sb::dialects", "Only the Responses API takes this.");
constexpr const char *OfMessages = QT_TRANSLATE_NOOP("sb::dialects", "Only the Messages API takes this.");
constexpr const char *OfGemini = QT_TRANSLATE_NOOP("sb::dialects", "Only Gemini takes this.");

struct ForeignMember
{
    const char *name = "";
    const char *why = "";
};
constexpr std::array ForeignMembers{
    ForeignMember{"include", OfResponses},        ForeignMember{"truncation", OfResponses},
    ForeignMember{"max_tool_calls", OfResponses}, ForeignMember{"previous_response_id", OfResponses},
    ForeignMember{"conversation", OfResponses},   ForeignMember{"prompt", OfResponses},
    ForeignMember{"background", OfResponses},     ForeignMember{"context_management", OfResponses},
    ForeignMember{"cache_control", OfMessages},   ForeignMember{"container", OfMessages},
    ForeignMember{"inference_geo", OfMessages},   ForeignMember{"mcp_servers", OfMessages},
    ForeignMember{"output_config", OfMessages},   ForeignMember{"betas", OfMessages},
    ForeignMember{"safetySettings", OfGemini},    ForeignMember{"cachedContent", OfGemini},
    ForeignMember{"generationConfig", OfGemini},  ForeignMember{"toolConfig", OfGemini},
    ForeignMember{"modelArmorConfig", OfGemini},  ForeignMember{"labels", OfGemini},
    ForeignMember{"speed", OfMessages},           ForeignMember{"fallbacks", OfMessages},
};

} // namespace

RequestEncoder::RequestEncoder(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options)
    : m_request(request)
    , m_provider(provider)
    , m_quirks(provider.quirks)
    , m_endpoint(endpoint)
    , m_url(openAiUrl(provider, endpoint, provider.chatPath.isEmpty() ? u"/chat/completions"_s : provider.chatPath))
    , m_options(options)
{
    m_request.model = endpoint.upstreamModel;
}

Result<WireRequest> RequestEncoder::encode()
{
    if (const auto files = checkFiles(); !files)
        return tl::unexpected(files.error());
    setStream();
    setMaxTokens();
    keepOneChoice();
    leaveOutSampling();
    translateReasoning();
    translateResponseFormat();
    translateRoles();
    completeCallIds(m_request.messages);
    leaveOutRouterMembers();
    leaveOutForeignMembers();
    leaveOutCacheMarks();
    sendReasoningBack();

    Json body = chat::toJson(m_request);
    m_notices += adaptMembers(body, m_provider);
    return jsonRequest(m_url, body, m_options, m_notices);
}

void RequestEncoder::setStream()
{
    m_request.stream = m_options.stream;
    // Without it a stream does not say what it cost.
    m_request.includeUsage = m_options.stream && !m_quirks.noStreamOptions;
    if (!m_request.includeUsage)
        m_request.extra.remove("stream_options");
}

void RequestEncoder::setMaxTokens()
{
    if (m_options.maxTokens)
        m_request.maxTokens = m_options.maxTokens;
    const QByteArray was = m_request.maxTokensIsCompletion ? "max_completion_tokens" : "max_tokens";
    m_request.maxTokensIsCompletion = m_quirks.maxCompletionTokens;
    const QByteArray is = m_request.maxTokensIsCompletion ? "max_completion_tokens" : "max_tokens";
    std::replace(m_request.keyOrder.begin(), m_request.keyOrder.end(), was, is);
}

void RequestEncoder::keepOneChoice()
{
    if (m_request.extra["n"].toInteger().value_or(1) <= 1)
        return;
    m_request.extra.remove("n");
    notice(Notice::Kind::Clamped, u"n"_s,
           sentence(QT_TRANSLATE_NOOP("sb::dialects", "One answer is asked for; more would be paid and not shown.")));
}

void RequestEncoder::leaveOutRouterMembers()
{
    m_request.maxCost.reset(); // our own word: routers do not know it either
    m_request.extra.remove("max_cost");
    if (m_quirks.routerMembers)
        return;
    // Carried out by our own router: nothing is lost, so nothing is noticed.
    m_request.fallbackModels.clear();
    m_request.provider = {};
    m_request.sessionId.clear();
    for (const char *member : {"models", "provider", "session_id"})
        m_request.extra.remove(member); // there when it says nothing, e.g. null
    for (const char *member : {"plugins", "transforms", "route", "preset", "usage", "trace", "debug"}) {
        if (!m_request.extra.contains(member))
            continue;
        m_request.extra.remove(member);
        notice(Notice::Kind::Dropped, QString::fromLatin1(member),
               sentence(QT_TRANSLATE_NOOP("sb::dialects", "Only OpenRouter takes this.")));
    }
}

/// What a request has that came in the form of another API: chat completions are refused with any of it.
void RequestEncoder::leaveOutForeignMembers()
{
    for (const ForeignMember &foreign : ForeignMembers) {
        const bool isMark = QByteArrayView(foreign.name) == "cache_control"; // OpenRouter's, too
        if (!m_request.extra.contains(foreign.name) || (isMark && m_quirks.routerMembers))
            continue;
        m_request.extra.remove(foreign.name);
        notice(Notice::Kind::Dropped, QString::fromLatin1(foreign.name), sentence(foreign.why));
    }
    bool told = false;
    for (qsizetype i = 0; i < m_request.messages.size(); ++i) {
        Json &extra = m_request.messages[i].extra;
        if (!extra.contains("phase"))
            continue;
        extra.remove("phase");
        if (!std::exchange(told, true))
            notice(Notice::Kind::Dropped, u"messages[%1].phase"_s.arg(i), sentence(OfResponses));
    }
}

void RequestEncoder::translateReasoning()
{
    // There when the source said it twice, or said nothing with it.
    m_request.extra.remove("reasoning_effort");
    m_request.extra.remove("reasoning");
    if (!m_request.reasoning)
        return;
    chat::Reasoning &reasoning = *m_request.reasoning;
    const QByteArray was = reasoning.fromEffortField ? "reasoning_effort" : "reasoning";
    reasoning.fromEffortField = !m_quirks.reasoningObject;
    const QByteArray is = reasoning.fromEffortField ? "reasoning_effort" : "reasoning";
    std::replace(m_request.keyOrder.begin(), m_request.keyOrder.end(), was, is);
    if (m_quirks.reasoningObject)
        return;
    if (!m_endpoint.capabilities.reasoning && isDescribed()) {
        if (reasoning.asked())
            notice(Notice::Kind::Dropped, u"reasoning"_s,
                   sentence(QT_TRANSLATE_NOOP("sb::dialects", "This model does not reason.")));
        m_request.reasoning.reset();
        return;
    }

    if (!reasoning.effort && reasoning.maxTokens) {
        reasoning.effort = effortForBudget(*reasoning.maxTokens);
        notice(Notice::Kind::Translated, u"reasoning.max_tokens"_s,
               sentence(QT_TRANSLATE_NOOP("sb::dialects", "The budget for reasoning was sent as an effort.")));
    } else if (!reasoning.effort && reasoning.enabled) {
        reasoning.effort = *reasoning.enabled ? chat::ReasoningEffort::Medium : chat::ReasoningEffort::None;
        notice(Notice::Kind::Translated, u"reasoning.enabled"_s,
               sentence(QT_TRANSLATE_NOOP("sb::dialects", "Reasoning on or off was sent as an effort.")));
    } else if (reasoning.effort == chat::ReasoningEffort::Max) {
        reasoning.effort = chat::ReasoningEffort::XHigh;
        notice(Notice::Kind::Clamped, u"reasoning.effort"_s,
               sentence(QT_TRANSLATE_NOOP("sb::dialects", "The highest effort here is xhigh.")));
    }
    if (reasoning.exclude || !reasoning.extra.isNull())
        notice(Notice::Kind::Dropped, u"reasoning"_s,
               sentence(QT_TRANSLATE_NOOP("sb::dialects", "Only the effort of reasoning can be set here.")));
    const auto effort = reasoning.effort;
    m_request.reasoning =
        effort ? std::optional(chat::Reasoning{.effort = effort, .fromEffortField = true}) : std::nullopt;
}

/// Where the form is not offered, JSON mode stands for a schema, and words for both.
void RequestEncoder::translateResponseFormat()
{
    using Kind = chat::ResponseFormat::Kind;
    const auto &format = m_request.responseFormat;
    const bool takesSchema = (m_endpoint.capabilities.jsonSchema || !isDescribed()) && !m_quirks.noJsonSchema;
    const bool takesObject = m_endpoint.capabilities.jsonObject || takesSchema || m_quirks.noJsonSchema;
    const bool isSchema = format && format->kind == Kind::JsonSchema;
    const bool isObject = format && format->kind == Kind::JsonObject;
    if ((isSchema && takesSchema) || (isObject && takesObject) || (!isSchema && !isObject))
        return;
    auto &messages = m_request.messages;
    const auto place = std::find_if_not(messages.cbegin(), messages.cend(), isInstruction);
    messages.insert(place,
                    chat::Message::make(chat::Role::System, jsonInstruction(isSchema ? format->schema : Json())));
    if (takesObject) {
        m_request.responseFormat = chat::ResponseFormat{.kind = Kind::JsonObject};
        notice(Notice::Kind::Translated, u"response_format"_s,
               sentence(QT_TRANSLATE_NOOP("sb::dialects",
                                          "The JSON schema was sent as an instruction, with JSON mode on.")));
    } else {
        m_request.responseFormat.reset();
        notice(Notice::Kind::Translated, u"response_format"_s,
               sentence(QT_TRANSLATE_NOOP("sb::dialects", "JSON was asked for in the instructions only.")));
    }
}

/// An entry that says nothing of what its model can do, says not that it cannot.
bool RequestEncoder::isDescribed() const
{
    return m_endpoint.capabilities != catalog::Capabilities{};
}

void RequestEncoder::leaveOutSampling()
{
    const bool reasons = m_request.reasoning && m_request.reasoning->asked();
    if (!m_endpoint.refuses.sampling && !(m_endpoint.refuses.samplingWhileReasoning && reasons))
        return;
    const auto tell = [this](const QString &name) {
        notice(Notice::Kind::Dropped, name,
               sentence(QT_TRANSLATE_NOOP("sb::dialects", "This model does not let its sampling be set.")));
    };
    for (const auto &[member, name] :
         {std::pair(&chat::Request::temperature, u"temperature"_s), std::pair(&chat::Request::topP, u"top_p"_s)}) {
        const auto set = std::exchange(m_request.*member, {});
        if (set && !isNumber(set, 1)) // the default, which is what it gets
            tell(name);
    }
    if (std::exchange(m_request.logprobs, {}).value_or(false))
        tell(u"logprobs"_s);
    m_request.topLogprobs.reset();
}

/// Anthropic's way to say what is to be cached; others cache by themselves and refuse a member that they do not know.
void RequestEncoder::leaveOutCacheMarks()
{
    // A gateway that the user added may stand before Claude.
    if (m_quirks.routerMembers || m_quirks.cacheMarks || m_provider.fromProfile)
        return;
    bool told = false;
    const auto leaveOut = [&](Json &extra, const QString &path) {
        if (!extra.contains("cache_control"))
            return;
        extra.remove("cache_control");
        if (!std::exchange(told, true))
            notice(Notice::Kind::Dropped, path + u".cache_control"_s,
                   sentence(QT_TRANSLATE_NOOP("sb::dialects", "What is to be cached cannot be marked here.")));
    };
    for (qsizetype i = 0; i < m_request.messages.size(); ++i) {
        chat::Message &message = m_request.messages[i];
        leaveOut(message.extra, u"messages[%1]"_s.arg(i));
        for (qsizetype j = 0; j < message.parts.size(); ++j) {
            if (Json *extra = extraOf(message.parts[j]))
                leaveOut(*extra, u"messages[%1].content[%2]"_s.arg(i).arg(j));
        }
    }
    for (qsizetype i = 0; i < m_request.tools.size(); ++i)
        leaveOut(m_request.tools[i].extra, u"tools[%1]"_s.arg(i));
}

/// The two names of one role: no notice, since the meaning is the same.
void RequestEncoder::translateRoles()
{
    const auto from = m_quirks.developerRole ? chat::Role::System : chat::Role::Developer;
    const auto to = m_quirks.developerRole ? chat::Role::Developer : chat::Role::System;
    for (chat::Message &message : m_request.messages) {
        if (message.role == from)
            message.role = to;
    }
}

/// In the form that the provider documents for it, else not at all.
void RequestEncoder::sendReasoningBack()
{
    if (m_quirks.reasoningObject)
        return;
    const bool takesText = m_quirks.reasoningContent || m_quirks.reasoningText;
    QString first;
    for (qsizetype i = 0; i < m_request.messages.size(); ++i) {
        chat::Message &message = m_request.messages[i];
        if (message.reasoning.isEmpty() && message.reasoningDetails.isNull())
            continue;
        const bool isSent = takesText && !message.reasoning.isEmpty();
        if (first.isEmpty() && !isSent)
            first = u"messages[%1].reasoning"_s.arg(i);
        if (m_quirks.reasoningContent && isSent && !message.extra.contains("reasoning_content"))
            message.extra.set("reasoning_content", message.reasoning);
        if (!m_quirks.reasoningText)
            message.reasoning.clear();
        message.reasoningDetails = {};
    }
    if (!first.isEmpty())
        notice(Notice::Kind::Dropped, first,
               sentence(QT_TRANSLATE_NOOP("sb::dialects", "The reasoning of earlier answers is not sent back here.")));
}

Result<void> RequestEncoder::checkFiles() const
{
    if (m_quirks.routerMembers)
        return {};
    for (qsizetype i = 0; i < m_request.messages.size(); ++i) {
        const auto &parts = m_request.messages[i].parts;
        for (qsizetype j = 0; j < parts.size(); ++j) {
            const auto *file = std::get_if<chat::FilePart>(&parts[j]);
            if (file && file->data.startsWith("http"))
                return failure(
                    Error::Kind::InvalidInput,
                    sentence(QT_TRANSLATE_NOOP(
                                 "sb::dialects",
                                 "messages[%1].content[%2].file.file_data: expected the file's bytes as a data: "
                                 "URL, got a link"))
                        .arg(i)
                        .arg(j));
        }
    }
    return {};
}

void RequestEncoder::notice(Notice::Kind kind, const QString &path, const QString &message)
{
    m_notices.append({.kind = kind, .path = path, .message = message});
}

} // namespace sb::dialects::openai
