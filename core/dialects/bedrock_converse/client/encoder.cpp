#include "core/dialects/bedrock_converse/client/encoder.h"

#include "core/dialects/anthropic_messages/blocks.h"
#include "core/dialects/anthropic_messages/client/answer_format.h"
#include "core/dialects/bedrock_converse/client/tools.h"
#include "core/dialects/call_ids.h"
#include "core/dialects/cohere_chat/client/shared_members.h"
#include "core/dialects/json_instruction.h"
#include "core/dialects/member_words.h"
#include "core/dialects/missing_members.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

namespace {

/// What reasoning is measured against where neither the request nor the catalog names a limit.
constexpr qint64 UsualLimit = 4096;

/// Members of the API itself that a caller may write beside ours.
constexpr std::array OwnMembers{"guardrailConfig",   "additionalModelResponseFieldPaths",
                                "promptVariables",   "requestMetadata",
                                "performanceConfig", "projectIdentifier"};
/// Read elsewhere, or carried out by our own router.
constexpr std::array Handled{"n",
                             "service_tier",
                             "serviceTier",
                             "additionalModelRequestFields",
                             "models",
                             "provider",
                             "session_id",
                             "stream",
                             "stream_options",
                             "reasoning_effort",
                             "reasoning"};

} // namespace

RequestEncoder::RequestEncoder(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options)
    : m_request(request)
    , m_endpoint(endpoint)
    , m_baseUrl(provider.baseUrl)
    , m_options(options)
    , m_family(familyOf(endpoint))
{
}

Result<WireRequest> RequestEncoder::encode()
{
    completeCallIds(m_request.messages);
    setFormat();
    const auto back = !m_endpoint.capabilities.reasoning ? ReasoningBack::None
        : m_family == Family::Claude                     ? ReasoningBack::Signed
                                                         : ReasoningBack::SignedHere;
    const auto conversation = ConversationWriter(back, m_notices).write(m_request.messages, m_instruction);
    if (!conversation)
        return tl::unexpected(conversation.error());
    m_body.set("messages", conversation->messages);
    if (!conversation->system.isNull())
        m_body.set("system", conversation->system);
    setTools(conversation->calledTools);
    setReasoning(*conversation);
    setInference();
    setRest();
    noticeWhatIsMissing();

    WireRequest wire;
    wire.url =
        operationUrl(m_baseUrl, m_endpoint.upstreamModel, m_options.stream ? "converse-stream"_L1 : "converse"_L1);
    wire.headers = {{"content-type", "application/json"},
                    {"accept", m_options.stream ? "application/vnd.amazon.eventstream" : "application/json"}};
    wire.body = m_body.dump();
    wire.streams = m_options.stream;
    wire.notices = m_notices.all();
    return wire;
}

/// A schema where the model is held to it; else a tool whose input is the answer; else words.
void RequestEncoder::setFormat()
{
    using Kind = chat::ResponseFormat::Kind;
    const auto format = m_request.responseFormat.value_or(chat::ResponseFormat{});
    if (format.kind == Kind::Other)
        m_notices.dropped(u"response_format"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "There is no answer format of this type here."));
    if (format.kind != Kind::JsonObject && format.kind != Kind::JsonSchema)
        return;
    if (format.kind == Kind::JsonSchema && m_endpoint.capabilities.jsonSchema
        && anthropic::isStrictSchema(format.schema))
        return setSchema(format);
    if (takesToolByName(m_family) && m_endpoint.capabilities.tools)
        m_answerTool = anthropic::answerToolOf(format);
    if (!m_answerTool.isNull())
        return;
    m_instruction = jsonInstruction(format.kind == Kind::JsonSchema ? format.schema : Json());
    m_notices.translated(u"response_format"_s,
                         QT_TRANSLATE_NOOP("sb::dialects", "JSON was asked for in the instructions, too."));
}

/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html
void RequestEncoder::setSchema(const chat::ResponseFormat &format)
{
    Json schema(Json::Object{{"schema", format.schema.dump()}}); // as a text
    if (!format.name.isEmpty())
        schema.set("name", format.name);
    if (!format.description.isEmpty())
        schema.set("description", format.description);
    m_outputConfig.set("textFormat",
                       Json(Json::Object{{"type", "json_schema"}, {"structure", only("jsonSchema", schema)}}));
}

void RequestEncoder::setTools(const QStringList &called)
{
    m_tools = toolConfig(m_request, m_family, called, m_notices);
    if (!m_answerTool.isNull())
        forceAnswerTool();
    if (!m_tools.isNull())
        m_body.set("toolConfig", m_tools);
}

/// Beside other tools the model may still call those first.
void RequestEncoder::forceAnswerTool()
{
    const Json spec(Json::Object{{"name", m_answerTool["name"]},
                                 {"description", m_answerTool["description"]},
                                 {"inputSchema", only("json", m_answerTool["input_schema"])}});
    const bool alone = m_tools.isNull();
    Json::Array tools = m_tools["tools"].items();
    tools.append(only("toolSpec", spec));
    m_tools = only("tools", tools);
    m_tools.set("toolChoice", alone ? only("tool", only("name", anthropic::AnswerTool)) : only("any", Json::object()));
    m_notices.translated(
        u"response_format"_s,
        QT_TRANSLATE_NOOP("sb::dialects", "JSON was demanded as the input of a tool; its input is the answer."));
}

qint64 RequestEncoder::limitOfAnswer() const
{
    const auto asked = m_options.maxTokens ? m_options.maxTokens : m_request.maxTokens;
    return asked.value_or(m_endpoint.maxOutputTokens.value_or(UsualLimit));
}

void RequestEncoder::setReasoning(const Conversation &conversation)
{
    const anthropic::ThinkingLimits limits{.maxTokens = limitOfAnswer(),
                                           .callForced = demandsCall(m_tools),
                                           .callsWithoutThinking = conversation.callsWithoutReasoning,
                                           .endsInAnswer = conversation.endsInAnswer};
    m_fields = reasoningFields(m_request, m_endpoint, limits, m_notices);
    if (!m_fields.effort.isEmpty())
        m_outputConfig.set("effort", m_fields.effort);
    // A budget must be below the limit, so that the limit must be told.
    if (m_fields.fields["thinking"].contains("budget_tokens"))
        m_maxTokens = limits.maxTokens;
}

void RequestEncoder::setInference()
{
    if (const auto asked = m_options.maxTokens ? m_options.maxTokens : m_request.maxTokens)
        m_maxTokens = asked;
    if (m_maxTokens && m_endpoint.maxOutputTokens && *m_maxTokens > *m_endpoint.maxOutputTokens) {
        m_maxTokens = m_endpoint.maxOutputTokens;
        m_notices.clamped(u"max_tokens"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "This model's longest answer is shorter."));
    }
    if (m_maxTokens && m_fields.noMaxTokens)
        m_notices.dropped(u"max_tokens"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "With this effort of reasoning no limit can be set."));
    else if (m_maxTokens)
        m_inference.set("maxTokens", *m_maxTokens);
    setSampling();
    setStops();
    if (!m_inference.isNull())
        m_body.set("inferenceConfig", m_inference);
}

void RequestEncoder::setSampling()
{
    if (m_endpoint.refuses.sampling || m_fields.noSampling)
        return noticeFixedSampling(m_request, !m_endpoint.refuses.sampling, m_notices);
    const auto temperature = m_request.temperature ? Json(*m_request.temperature).toDouble() : std::nullopt;
    if (temperature.value_or(0) > 1) {
        m_inference.set("temperature", 1);
        m_notices.clamped(u"temperature"_s, QT_TRANSLATE_NOOP("sb::dialects", "The highest temperature here is 1."));
    } else if (temperature) {
        m_inference.set("temperature", Json(*m_request.temperature));
    }
    const bool both = m_family == Family::Claude && m_inference.contains("temperature");
    if (m_request.topP && both && !isNumber(m_request.topP, 1))
        m_notices.dropped(u"top_p"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "Either temperature or top_p can be set, not both."));
    else if (m_request.topP && !both)
        m_inference.set("topP", Json(*m_request.topP));
    if (m_family == Family::CommandR)
        return setCohereSampling();
    if (!isNumber(m_request.topK, 0) && !setTopK(m_fields.fields, m_family, *m_request.topK))
        drop("top_k", true);
}

/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html
void RequestEncoder::setCohereSampling()
{
    const chat::Request beside{.topK = m_request.topK,
                               .frequencyPenalty = m_request.frequencyPenalty,
                               .presencePenalty = m_request.presencePenalty,
                               .seed = m_request.seed};
    cohere::setSampling(m_fields.fields, beside, m_notices);
}

void RequestEncoder::setStops()
{
    Json stops;
    for (const QString &stop : m_request.stop) {
        if (stop.trimmed().isEmpty() && m_family == Family::Claude)
            m_notices.dropped(u"stop"_s, QT_TRANSLATE_NOOP("sb::dialects", "Blanks alone cannot stop an answer here."));
        else if (!stop.isEmpty())
            stops.append(stop);
    }
    if (!stops.isNull())
        m_inference.set("stopSequences", stops);
}

void RequestEncoder::setRest()
{
    for (const auto &[key, value] : m_request.extra["additionalModelRequestFields"].members())
        m_fields.fields.set(key, value);
    if (!m_fields.fields.isNull())
        m_body.set("additionalModelRequestFields", m_fields.fields);
    for (const auto &[key, value] : m_request.extra["outputConfig"].members()) {
        if (!m_outputConfig.contains(key))
            m_outputConfig.set(key, value);
    }
    if (!m_outputConfig.isNull())
        m_body.set("outputConfig", m_outputConfig);
    setServiceTier();
    for (const auto &[key, value] : m_request.extra.members()) {
        if (value.isNull() || isAmong(Handled, key) || key == "outputConfig")
            continue;
        if (isAmong(OwnMembers, key))
            m_body.set(key, value);
        else
            drop(key, says(value));
    }
}

void RequestEncoder::setServiceTier()
{
    if (m_request.extra["serviceTier"].isObject())
        m_body.set("serviceTier", m_request.extra["serviceTier"]);
    const QByteArray tier = m_request.extra["service_tier"].toBytes();
    if (tier == "default" || tier == "priority" || tier == "flex" || tier == "reserved")
        m_body.set("serviceTier", only("type", tier));
    else if (!tier.isEmpty() && tier != "auto")
        m_notices.dropped(u"service_tier"_s, QT_TRANSLATE_NOOP("sb::dialects", "There is no such service tier here."));
}

void RequestEncoder::noticeWhatIsMissing()
{
    using enum Member;
    const char *sentence = QT_TRANSLATE_NOOP("sb::dialects", "Converse has no such parameter.");
    if (m_family == Family::CommandR)
        noticeMissing(m_request, {MinP, RepetitionPenalty, Logprobs, TopLogprobs, User}, sentence, m_notices);
    else
        noticeMissing(m_request,
                      {MinP, FrequencyPenalty, PresencePenalty, RepetitionPenalty, Seed, Logprobs, TopLogprobs, User},
                      sentence, m_notices);
    noticeOneAnswer(m_request, m_notices);
}

void RequestEncoder::drop(const QByteArray &key, bool says)
{
    if (says)
        m_notices.dropped(QString::fromUtf8(key), QT_TRANSLATE_NOOP("sb::dialects", "Converse has no such parameter."));
}

} // namespace sb::dialects::bedrock
