#include "core/dialects/openai_responses/client/encoder.h"

#include "core/dialects/call_ids.h"
#include "core/dialects/json_instruction.h"
#include "core/dialects/member_words.h"
#include "core/dialects/message_reading.h"
#include "core/dialects/missing_members.h"
#include "core/dialects/openai_responses/client/input.h"
#include "core/dialects/openai_responses/client/reasoning.h"
#include "core/dialects/openai_responses/client/text_format.h"
#include "core/dialects/openai_responses/items.h"
#include "core/dialects/openai_responses/tools.h"
#include "core/dialects/wire_request.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::responses {

namespace {

/// Members of the API itself that a caller may write beside ours.
constexpr std::array OwnMembers{"metadata",          "service_tier",         "prompt_cache_key",
                                "moderation",        "prompt_cache_options", "prompt_cache_retention",
                                "safety_identifier", "truncation",           "max_tool_calls",
                                "conversation",      "previous_response_id", "prompt",
                                "context_management"};
/// Read elsewhere, or carried out by our own router.
constexpr std::array Handled{"n",      "models",         "provider",         "session_id", "include",   "store",
                             "stream", "stream_options", "reasoning_effort", "reasoning",  "verbosity", "background"};

void addOnce(Json &list, const char *name)
{
    const auto &items = list.items();
    if (std::none_of(items.begin(), items.end(), [name](const Json &item) { return item.toBytes() == name; }))
        list.append(name);
}

} // namespace

RequestEncoder::RequestEncoder(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options)
    : m_request(request)
    , m_provider(provider)
    , m_endpoint(endpoint)
    , m_options(options)
{
}

Result<WireRequest> RequestEncoder::encode()
{
    demandSchemaInWords();
    completeCallIds(m_request.messages);
    m_body.set("model", m_endpoint.upstreamModel);
    if (const auto set = setInput(); !set)
        return tl::unexpected(set.error());
    setTools();
    if (const Json text = textOf(m_request, m_notices); !text.isNull())
        m_body.set("text", text);
    setReasoning();
    setMaxTokens();
    setSampling();
    setStorage();
    setRest();
    setStreaming();
    noticeWhatIsMissing();
    return jsonRequest(withApiVersion(urlBelow(m_provider.baseUrl, u"/responses"_s), m_provider), m_body, m_options,
                       m_notices.all());
}

/// Nothing is kept at the service unless the caller asks for it, or goes on from what is kept there.
bool RequestEncoder::isStored() const
{
    const Json &extra = m_request.extra;
    return extra["store"].toBool().value_or(says(extra["previous_response_id"]) || says(extra["conversation"]));
}

void RequestEncoder::demandSchemaInWords()
{
    using Kind = chat::ResponseFormat::Kind;
    auto &format = m_request.responseFormat;
    if (!m_provider.quirks.noJsonSchema || !format || format->kind != Kind::JsonSchema)
        return;
    m_request.messages.append(chat::Message::make(chat::Role::System, jsonInstruction(format->schema)));
    format = chat::ResponseFormat{.kind = Kind::JsonObject};
    m_notices.translated(
        u"response_format"_s,
        QT_TRANSLATE_NOOP("sb::dialects", "The JSON schema was sent as an instruction, with JSON mode on."));
}

Result<void> RequestEncoder::setInput()
{
    const InputOptions options{.reasons = m_endpoint.capabilities.reasoning, .stored = isStored()};
    const auto input = InputWriter(options, m_notices).write(m_request.messages);
    if (!input)
        return tl::unexpected(input.error());
    if (!input->instructions.isEmpty())
        m_body.set("instructions", input->instructions);
    if (input->items.size() > 0) // what is kept at the service may be all that there is to answer
        m_body.set("input", input->items);
    return {};
}

void RequestEncoder::setTools()
{
    for (qsizetype i = 0; i < m_request.tools.size(); ++i) {
        Json &extra = m_request.tools[i].extra;
        noticeMembers(Json(Json::Object{{"cache_control", extra["cache_control"]}}), u"tools[%1]"_s.arg(i), m_notices);
        extra.remove("cache_control");
    }
    if (!m_request.tools.isEmpty())
        m_body.set("tools", toolsOf(m_request.tools));
    if (m_request.toolChoice)
        m_body.set("tool_choice", toolChoiceOf(*m_request.toolChoice));
    if (m_request.parallelToolCalls)
        m_body.set("parallel_tool_calls", *m_request.parallelToolCalls);
}

void RequestEncoder::setReasoning()
{
    const Json reasoning = m_request.reasoning ? reasoningOf(*m_request.reasoning, m_endpoint, m_notices) : Json();
    if (!reasoning.isNull())
        m_body.set("reasoning", reasoning);
}

void RequestEncoder::setMaxTokens()
{
    auto most = m_options.maxTokens ? m_options.maxTokens : m_request.maxTokens;
    if (most && m_endpoint.maxOutputTokens && *most > *m_endpoint.maxOutputTokens) {
        most = m_endpoint.maxOutputTokens;
        m_notices.clamped(u"max_tokens"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "This model's longest answer is shorter."));
    }
    if (most)
        m_body.set("max_output_tokens", *most);
}

bool RequestEncoder::refusesSampling() const
{
    const bool reasons = m_request.reasoning && m_request.reasoning->asked();
    return m_endpoint.refuses.sampling || (m_endpoint.refuses.samplingWhileReasoning && reasons);
}

void RequestEncoder::setSampling()
{
    const bool refused = refusesSampling();
    const auto set = [this, refused](const char *key, const std::optional<Json::Number> &number) {
        if (number && !refused)
            m_body.set(key, Json(*number));
        else if (!isNumber(number, 1))
            m_notices.dropped(QString::fromLatin1(key),
                              QT_TRANSLATE_NOOP("sb::dialects", "This model does not let its sampling be set."));
    };
    set("temperature", m_request.temperature);
    set("top_p", m_request.topP);
    if (m_request.topLogprobs && !refused)
        m_body.set("top_logprobs", *m_request.topLogprobs);
}

/// What is not kept there must come with the answer to go back with the next request.
/// Source: https://platform.openai.com/docs/guides/reasoning#encrypted-reasoning-items
void RequestEncoder::setStorage()
{
    Json include = m_request.extra["include"].isArray() ? m_request.extra["include"] : Json::array();
    if (m_request.logprobs.value_or(false) && !refusesSampling())
        addOnce(include, IncludeLogprobs);
    else if (m_request.logprobs.value_or(false))
        m_notices.dropped(u"logprobs"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "This model does not let its sampling be set."));
    if (!isStored() && m_endpoint.capabilities.reasoning)
        addOnce(include, IncludeEncrypted);
    if (include.size() > 0)
        m_body.set("include", include);
    if (m_request.extra["store"].isBool() || !isStored())
        m_body.set("store", isStored());
}

void RequestEncoder::setRest()
{
    for (const auto &[key, value] : m_request.extra.members()) {
        if (value.isNull() || isAmong(Handled, key))
            continue;
        if (isAmong(OwnMembers, key))
            m_body.set(key, value);
        else
            drop(key, says(value));
    }
    if (!m_request.user.isEmpty())
        m_body.set("user", m_request.user);
}

void RequestEncoder::setStreaming()
{
    if (!m_options.stream)
        return;
    m_body.set("stream", true);
    const Json &obfuscation = m_request.extra["stream_options"]["include_obfuscation"];
    if (obfuscation.isBool())
        m_body.set("stream_options", Json(Json::Object{{"include_obfuscation", obfuscation}}));
}

void RequestEncoder::noticeWhatIsMissing()
{
    using enum Member;
    noticeMissing(m_request, {TopK, MinP, FrequencyPenalty, PresencePenalty, RepetitionPenalty, Seed, Stop},
                  QT_TRANSLATE_NOOP("sb::dialects", "The Responses API has no such parameter."), m_notices);
    if (m_request.extra["background"].toBool().value_or(false))
        m_notices.dropped(u"background"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "Answers are not made in the background here."));
    noticeOneAnswer(m_request, m_notices);
}

void RequestEncoder::drop(const QByteArray &key, bool says)
{
    if (says)
        m_notices.dropped(QString::fromUtf8(key),
                          QT_TRANSLATE_NOOP("sb::dialects", "The Responses API has no such parameter."));
}

} // namespace sb::dialects::responses
