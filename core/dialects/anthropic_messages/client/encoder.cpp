#include "core/dialects/anthropic_messages/client/encoder.h"

#include "core/dialects/anthropic_messages/blocks.h"
#include "core/dialects/anthropic_messages/client/answer_format.h"
#include "core/dialects/anthropic_messages/client/tool_members.h"
#include "core/dialects/member_words.h"
#include "core/dialects/missing_members.h"
#include "core/dialects/wire_request.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::anthropic {

namespace {

/// Sent where neither the request nor the catalog names a limit, since the API wants one: every model takes it.
constexpr qint64 FallbackMaxTokens = 4096;

/// Members of the API itself that a caller may write beside ours.
constexpr std::array OwnMembers{"cache_control", "container", "context_management", "inference_geo", "mcp_servers",
                                "fallbacks",     "speed"};
/// Read elsewhere, or carried out by our own router.
constexpr std::array Handled{"n",      "metadata",       "service_tier",     "output_config",
                             "betas",  "models",         "provider",         "session_id",
                             "stream", "stream_options", "reasoning_effort", "reasoning"};

/// A line feed inside of one would start a header of its own.
bool isBetaName(const QByteArray &name)
{
    return !name.isEmpty()
        && std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7f && c != ','; });
}

/// Vertex AI has the model in the path, and an operation of its own for streams.
/// Source: https://docs.cloud.google.com/vertex-ai/generative-ai/docs/partner-models/claude/use-claude
QUrl urlOf(const catalog::Provider &provider, const catalog::Endpoint &endpoint, const EncodeOptions &options)
{
    if (!provider.quirks.rawPredict)
        return urlBelow(provider.baseUrl, u"/messages"_s);
    return urlBelow(provider.baseUrl,
                    u"/models/"_s + endpoint.upstreamModel
                        + (options.stream ? u":streamRawPredict"_s : u":rawPredict"_s));
}

} // namespace

RequestEncoder::RequestEncoder(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options)
    : m_request(request)
    , m_endpoint(endpoint)
    , m_rawPredict(provider.quirks.rawPredict)
    , m_url(urlOf(provider, endpoint, options))
    , m_options(options)
{
}

Result<WireRequest> RequestEncoder::encode()
{
    const auto turns = TurnWriter(m_notices).write(m_request.messages);
    if (!turns)
        return tl::unexpected(turns.error());
    if (m_rawPredict)
        m_body.set("anthropic_version", "vertex-2023-10-16");
    else
        m_body.set("model", m_endpoint.upstreamModel);
    setMaxTokens();
    if (!turns->system.isNull())
        m_body.set("system", turns->system);
    m_body.set("messages", turns->messages);
    setTools();
    setThinking(*turns);
    setSampling();
    setRest();
    noticeWhatIsMissing();

    WireRequest wire = jsonRequest(m_url, m_body, m_options, m_notices.all());
    wire.headers += headers(*turns);
    return wire;
}

void RequestEncoder::setMaxTokens()
{
    const auto asked = m_options.maxTokens ? m_options.maxTokens : m_request.maxTokens;
    m_maxTokens = asked.value_or(m_endpoint.maxOutputTokens.value_or(FallbackMaxTokens));
    if (m_endpoint.maxOutputTokens && m_maxTokens > *m_endpoint.maxOutputTokens) {
        m_maxTokens = *m_endpoint.maxOutputTokens;
        m_notices.clamped(u"max_tokens"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "This model's longest answer is shorter."));
    } else if (!asked && !m_endpoint.maxOutputTokens) {
        m_notices.clamped(u"max_tokens"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "A limit is required, and none is known: 4,096 was sent."));
    }
    m_body.set("max_tokens", m_maxTokens);
}

void RequestEncoder::setTools()
{
    m_tools = toolsOf(m_request, m_notices);
    m_toolChoice = toolChoiceOf(m_request, !m_tools.isNull(), m_notices);
    const auto format = m_request.responseFormat.value_or(chat::ResponseFormat{});
    if (format.kind == chat::ResponseFormat::Kind::JsonSchema && m_endpoint.capabilities.jsonSchema
        && isStrictSchema(format.schema)) {
        m_outputConfig.set("format", formatOf(format));
    } else if (format.kind == chat::ResponseFormat::Kind::JsonObject
               || format.kind == chat::ResponseFormat::Kind::JsonSchema) {
        forceAnswerTool(answerToolOf(format));
    } else if (format.kind == chat::ResponseFormat::Kind::Other) {
        m_notices.dropped(u"response_format"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "Messages have no answer format of this type."));
    }
    if (!m_tools.isNull())
        m_body.set("tools", m_tools);
    if (!m_toolChoice.isNull())
        m_body.set("tool_choice", m_toolChoice);
}

/// Beside other tools the model may still call those first, unless they are switched off.
void RequestEncoder::forceAnswerTool(const Json &tool)
{
    if (tool.isNull()) {
        m_notices.dropped(u"response_format"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "Only JSON objects can be demanded here."));
        return;
    }
    const bool only = m_tools.isNull() || m_toolChoice["type"].toBytes() == "none";
    m_tools.append(tool);
    m_toolChoice = only ? typed("tool", {{"name", AnswerTool}}) : typed("any", {});
    m_toolChoice.set("disable_parallel_tool_use", true);
    m_notices.translated(
        u"response_format"_s,
        QT_TRANSLATE_NOOP("sb::dialects", "JSON was demanded as the input of a tool; its input is the answer."));
}

void RequestEncoder::setThinking(const Turns &turns)
{
    const ThinkingLimits limits{.maxTokens = m_maxTokens,
                                .callForced = forcesCall(m_toolChoice),
                                .callsWithoutThinking = turns.callsWithoutThinking,
                                .endsInAnswer = turns.endsInAnswer};
    m_thinking = thinkingFor(m_request.reasoning, m_endpoint.refuses, limits, m_notices);
    if (!m_thinking.config.isNull())
        m_body.set("thinking", m_thinking.config);
    if (!m_thinking.effort.isEmpty())
        m_outputConfig.set("effort", m_thinking.effort);
    for (const auto &[key, value] : m_request.extra["output_config"].members()) {
        if (!m_outputConfig.contains(key))
            m_outputConfig.set(key, value);
    }
    if (!m_outputConfig.isNull())
        m_body.set("output_config", m_outputConfig);
}

/// Source: https://platform.claude.com/docs/en/about-claude/models/migration-guide (which models refuse what) and
/// https://platform.claude.com/docs/en/build-with-claude/extended-thinking#feature-compatibility
void RequestEncoder::setSampling()
{
    if (m_endpoint.refuses.sampling || m_thinking.isOn())
        return noticeFixedSampling(m_request, !m_endpoint.refuses.sampling, m_notices);
    const auto temperature = m_request.temperature ? Json(*m_request.temperature).toDouble() : std::nullopt;
    const bool topP = m_request.topP && !isNumber(m_request.topP, 1);
    if (temperature.value_or(0) > 1) {
        m_body.set("temperature", 1);
        m_notices.clamped(u"temperature"_s, QT_TRANSLATE_NOOP("sb::dialects", "The highest temperature here is 1."));
    } else if (temperature && (*temperature < 1 || !topP)) {
        m_body.set("temperature", Json(*m_request.temperature));
    }
    if (topP && m_body.contains("temperature"))
        m_notices.dropped(u"top_p"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "Either temperature or top_p can be set, not both."));
    else if (topP)
        m_body.set("top_p", Json(*m_request.topP));
    if (!isNumber(m_request.topK, 0))
        m_body.set("top_k", Json(*m_request.topK));
}

void RequestEncoder::setStops()
{
    Json stops;
    for (const QString &stop : m_request.stop) {
        if (stop.trimmed().isEmpty())
            m_notices.dropped(u"stop"_s, QT_TRANSLATE_NOOP("sb::dialects", "Blanks alone cannot stop an answer here."));
        else
            stops.append(stop);
    }
    if (!stops.isNull())
        m_body.set("stop_sequences", stops);
}

void RequestEncoder::setRest()
{
    setStops();
    setMetadata();
    keepMembers();
    if (m_options.stream)
        m_body.set("stream", true);
}

void RequestEncoder::setMetadata()
{
    const Json &metadata = m_request.extra["metadata"];
    const Json user = metadata["user_id"].isString() ? metadata["user_id"] : Json(m_request.user);
    if (!user.toBytes().isEmpty())
        m_body.set("metadata", Json(Json::Object{{"user_id", user}}));
    for (const auto &[key, value] : metadata.members()) {
        if (key != "user_id")
            m_notices.dropped(u"metadata"_s,
                              QT_TRANSLATE_NOOP("sb::dialects", "Only the user's id can be sent along here."));
    }
    const QByteArray tier = m_request.extra["service_tier"].toBytes();
    if (tier == "auto" || tier == "standard_only")
        m_body.set("service_tier", tier);
    else if (tier == "default" || tier == "standard")
        m_body.set("service_tier", "standard_only");
    else if (!tier.isEmpty())
        m_notices.dropped(u"service_tier"_s, QT_TRANSLATE_NOOP("sb::dialects", "There is no such service tier here."));
}

void RequestEncoder::keepMembers()
{
    for (const auto &[key, value] : m_request.extra.members()) {
        if (value.isNull() || isAmong(Handled, key))
            continue;
        if (isAmong(OwnMembers, key))
            m_body.set(key, value);
        else if (says(value))
            m_notices.dropped(QString::fromUtf8(key),
                              QT_TRANSLATE_NOOP("sb::dialects", "Messages have no such parameter."));
    }
}

void RequestEncoder::noticeWhatIsMissing()
{
    using enum Member;
    noticeMissing(m_request, {MinP, FrequencyPenalty, PresencePenalty, RepetitionPenalty, Seed, Logprobs, TopLogprobs},
                  QT_TRANSLATE_NOOP("sb::dialects", "Messages have no such parameter."), m_notices);
    noticeOneAnswer(m_request, m_notices);
}

/// Source: https://platform.claude.com/docs/en/api/versioning, https://platform.claude.com/docs/en/api/beta-headers
QList<Header> RequestEncoder::headers(const Turns &turns) const
{
    QList<Header> all;
    if (!m_rawPredict)
        all.append(Header{"anthropic-version", "2023-06-01"});
    QByteArrayList betas;
    for (const Json &beta : m_request.extra["betas"].items()) {
        if (isBetaName(beta.toBytes()))
            betas.append(beta.toBytes());
    }
    const QByteArray files = "files-api-2025-04-14";
    if (turns.namesFiles && !betas.contains(files))
        betas.append(files);
    if (!betas.isEmpty())
        all.append({"anthropic-beta", betas.join(',')});
    return all;
}

} // namespace sb::dialects::anthropic
