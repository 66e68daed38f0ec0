#include "core/dialects/cohere_chat/client/encoder.h"

#include "core/dialects/call_ids.h"
#include "core/dialects/cohere_chat/client/answer_format.h"
#include "core/dialects/cohere_chat/client/thinking.h"
#include "core/dialects/json_instruction.h"
#include "core/dialects/member_words.h"
#include "core/dialects/wire_request.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::cohere {

namespace {

constexpr qsizetype MostStops = 5;
constexpr double NoLimit = 1e300;

/// Members of the API itself that a caller may write beside ours.
constexpr std::array OwnMembers{"citation_options", "safety_mode", "priority", "strict_tools"};
/// Read elsewhere, or carried out by our own router.
constexpr std::array Handled{"n",      "documents",      "models",           "provider", "session_id",
                             "stream", "stream_options", "reasoning_effort", "reasoning"};

} // namespace

RequestEncoder::RequestEncoder(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options)
    : m_request(request)
    , m_endpoint(endpoint)
    , m_url(urlBelow(provider.baseUrl, u"/v2/chat"_s))
    , m_options(options)
{
}

Result<WireRequest> RequestEncoder::encode()
{
    setFormat();
    completeCallIds(m_request.messages);
    const auto conversation =
        ConversationWriter(m_endpoint.capabilities.reasoning, m_notices).write(m_request.messages, m_instruction);
    if (!conversation)
        return tl::unexpected(conversation.error());
    m_body.set("model", m_endpoint.upstreamModel);
    m_body.set("messages", conversation->messages);
    setTools();
    setDocuments(conversation->documents);
    if (!m_format.isNull())
        m_body.set("response_format", m_format);
    setMaxTokens();
    setSampling();
    setThinking();
    setRest();
    noticeWhatIsMissing();
    return jsonRequest(m_url, m_body, m_options, m_notices.all());
}

void RequestEncoder::setTools()
{
    const ToolMembers members = toolMembers(m_request, m_notices);
    const auto set = [this](const char *key, const Json &value) {
        if (!value.isNull())
            m_body.set(key, value);
    };
    set("tools", members.tools);
    set("strict_tools", members.strict);
    set("tool_choice", members.choice);
}

/// JSON mode goes with neither tools nor documents, and with some schemas only: then words ask for it.
void RequestEncoder::setFormat()
{
    using Kind = chat::ResponseFormat::Kind;
    const auto format = m_request.responseFormat.value_or(chat::ResponseFormat{});
    if (format.kind == Kind::Other)
        m_notices.dropped(u"response_format"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "There is no answer format of this type here."));
    if (format.kind != Kind::JsonObject && format.kind != Kind::JsonSchema)
        return;
    const bool hasFiles =
        std::any_of(m_request.messages.begin(), m_request.messages.end(), [](const chat::Message &message) {
            return std::any_of(message.parts.begin(), message.parts.end(),
                               [](const chat::Part &part) { return std::holds_alternative<chat::FilePart>(part); });
        });
    const bool mode = m_request.tools.isEmpty() && m_request.extra["documents"].size() == 0 && !hasFiles;
    const bool schema = format.kind == Kind::JsonSchema && takesSchema(format.schema);
    if (mode)
        m_format = Json(Json::Object{{"type", "json_object"}});
    if (mode && schema)
        m_format.set("json_schema", format.schema);
    if ((!mode || !schema) && format.kind == Kind::JsonSchema)
        instruct(jsonInstruction(format.schema));
    else if (!mode || !speaksOfJson(m_request.messages))
        instruct(jsonInstruction({}));
}

void RequestEncoder::instruct(const QString &text)
{
    m_instruction = text;
    m_notices.translated(u"response_format"_s,
                         QT_TRANSLATE_NOOP("sb::dialects", "JSON was asked for in the instructions, too."));
}

void RequestEncoder::setDocuments(const Json::Array &files)
{
    Json::Array all = m_request.extra["documents"].items();
    all += files;
    if (!all.isEmpty())
        m_body.set("documents", all);
}

void RequestEncoder::setMaxTokens()
{
    m_maxTokens = m_options.maxTokens ? m_options.maxTokens : m_request.maxTokens;
    if (m_maxTokens && m_endpoint.maxOutputTokens && *m_maxTokens > *m_endpoint.maxOutputTokens) {
        m_maxTokens = m_endpoint.maxOutputTokens;
        m_notices.clamped(u"max_tokens"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "This model's longest answer is shorter."));
    }
    if (m_maxTokens)
        m_body.set("max_tokens", *m_maxTokens);
    Json stops;
    for (const QString &stop : m_request.stop.first(std::min(m_request.stop.size(), MostStops)))
        stops.append(stop);
    if (!stops.isNull())
        m_body.set("stop_sequences", stops);
    if (m_request.stop.size() > MostStops)
        m_notices.clamped(u"stop"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "At most five stop sequences; the first five were sent."));
}

void RequestEncoder::setSampling()
{
    setNumber("temperature", u"temperature"_s, m_request.temperature, 0, NoLimit);
    if (m_request.seed)
        m_body.set("seed", *m_request.seed);
    setNumber("frequency_penalty", u"frequency_penalty"_s, m_request.frequencyPenalty, 0, 1);
    setNumber("presence_penalty", u"presence_penalty"_s, m_request.presencePenalty, 0, 1);
    setNumber("k", u"top_k"_s, m_request.topK, 0, 500);
    setNumber("p", u"top_p"_s, m_request.topP, 0.01, 0.99);
    if (m_request.logprobs.value_or(false))
        m_body.set("logprobs", true);
}

/// As it was spelled where the API takes it, else the nearest that it takes.
void RequestEncoder::setNumber(const char *key, const QString &path, const std::optional<Json::Number> &number,
                               double least, double most)
{
    const auto value = number ? Json(*number).toDouble() : std::nullopt;
    if (!value)
        return;
    const double sent = std::clamp(*value, least, most);
    m_body.set(key, sent == *value ? Json(*number) : Json(sent));
    if (sent != *value)
        m_notices.clamped(path, QT_TRANSLATE_NOOP("sb::dialects", "The nearest value that is taken here was sent."));
}

void RequestEncoder::setThinking()
{
    const Json thinking =
        m_request.reasoning ? thinkingOf(*m_request.reasoning, m_endpoint, m_maxTokens, m_notices) : Json();
    if (!thinking.isNull())
        m_body.set("thinking", thinking);
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
    m_body.set("stream", m_options.stream);
}

void RequestEncoder::noticeWhatIsMissing()
{
    drop("min_p", !isNumber(m_request.minP, 0));
    drop("repetition_penalty", !isNumber(m_request.repetitionPenalty, 1));
    drop("top_logprobs", m_request.topLogprobs.value_or(0) > 0);
    drop("user", !m_request.user.isEmpty());
    if (m_request.extra["n"].toInteger().value_or(1) > 1)
        m_notices.clamped(
            u"n"_s, QT_TRANSLATE_NOOP("sb::dialects", "One answer is asked for; more would be paid and not shown."));
}

void RequestEncoder::drop(const QByteArray &key, bool says)
{
    if (says)
        m_notices.dropped(QString::fromUtf8(key), QT_TRANSLATE_NOOP("sb::dialects", "Cohere has no such parameter."));
}

} // namespace sb::dialects::cohere
