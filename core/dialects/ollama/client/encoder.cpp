#include "core/dialects/ollama/client/encoder.h"

#include "core/dialects/call_ids.h"
#include "core/dialects/function_tools.h"
#include "core/dialects/json_instruction.h"
#include "core/dialects/member_words.h"
#include "core/dialects/missing_members.h"
#include "core/dialects/ollama/client/conversation.h"
#include "core/dialects/ollama/client/thinking.h"
#include "core/dialects/wire_request.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::ollama {

namespace {

constexpr qint64 MostTopLogprobs = 20;

/// Members of the API itself that a caller may write beside ours.
constexpr std::array OwnMembers{"keep_alive", "truncate", "shift"};
constexpr std::array OwnOfGenerate{"suffix", "template", "raw", "context"};
/// Read elsewhere, or carried out by our own router.
constexpr std::array Handled{"n",      "options",        "models",           "provider", "session_id",
                             "stream", "stream_options", "reasoning_effort", "reasoning"};

} // namespace

RequestEncoder::RequestEncoder(Call call, const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options)
    : m_call(call)
    , m_request(request)
    , m_endpoint(endpoint)
    , m_url(urlBelow(provider.baseUrl, call == Call::Chat ? u"/api/chat"_s : u"/api/generate"_s))
    , m_options(options)
{
}

Result<WireRequest> RequestEncoder::encode()
{
    setFormat();
    m_body.set("model", m_endpoint.upstreamModel);
    if (const auto set = m_call == Call::Chat ? setMessages() : setPrompt(); !set)
        return tl::unexpected(set.error());
    setTools();
    if (!m_format.isNull())
        m_body.set("format", m_format);
    setOptions();
    setRest();
    keepMembers();
    noticeWhatIsMissing();
    return jsonRequest(m_url, m_body, m_options, m_notices.all(), "application/x-ndjson");
}

void RequestEncoder::setFormat()
{
    using Kind = chat::ResponseFormat::Kind;
    const auto format = m_request.responseFormat.value_or(chat::ResponseFormat{});
    if (format.kind == Kind::Other)
        m_notices.dropped(u"response_format"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "There is no answer format of this type here."));
    if (format.kind == Kind::JsonSchema)
        m_format = format.schema.isNull() ? Json("json") : format.schema;
    if (format.kind == Kind::JsonObject)
        m_format = "json";
    if (m_format != Json("json") || speaksOfJson(m_request.messages))
        return;
    m_request.messages.append(chat::Message::make(chat::Role::System, jsonInstruction({})));
    m_notices.translated(u"response_format"_s,
                         QT_TRANSLATE_NOOP("sb::dialects", "JSON was asked for in the instructions, too."));
}

Result<void> RequestEncoder::setMessages()
{
    completeCallIds(m_request.messages);
    const auto messages = conversationOf(m_request.messages, m_endpoint.capabilities.reasoning, m_notices);
    if (!messages)
        return tl::unexpected(messages.error());
    m_body.set("messages", *messages);
    return {};
}

Result<void> RequestEncoder::setPrompt()
{
    const auto prompt = promptOf(m_request.messages, m_notices);
    if (!prompt)
        return tl::unexpected(prompt.error());
    m_body.set("prompt", prompt->text);
    if (!prompt->system.isEmpty())
        m_body.set("system", prompt->system);
    if (!prompt->images.isNull())
        m_body.set("images", prompt->images);
    return {};
}

void RequestEncoder::setTools()
{
    if (m_call == Call::Generate) {
        if (!m_request.tools.isEmpty())
            m_notices.dropped(u"tools"_s, QT_TRANSLATE_NOOP("sb::dialects", "Tools need Ollama's chat API."));
        return;
    }
    const FunctionTools tools = functionTools(m_request, m_notices);
    if (tools.functions.isEmpty())
        return;
    if (tools.forbidden)
        return m_notices.translated(u"tool_choice"_s,
                                    QT_TRANSLATE_NOOP("sb::dialects", "No tools were sent, since none may be called."));
    if (tools.demanded)
        m_notices.dropped(u"tool_choice"_s, QT_TRANSLATE_NOOP("sb::dialects", "A call cannot be demanded here."));
    else if (tools.narrowed)
        m_notices.translated(u"tool_choice"_s,
                             QT_TRANSLATE_NOOP("sb::dialects", "Only the tools that may be called were sent."));
    Json sent;
    for (const chat::Tool &tool : tools.functions) {
        sent.append(functionTool(tool));
        if (tool.strict.value_or(false))
            m_notices.dropped(u"tools"_s,
                              QT_TRANSLATE_NOOP("sb::dialects", "Tools are not held to their schemas here."));
    }
    m_body.set("tools", sent);
    drop("parallel_tool_calls", m_request.parallelToolCalls == false);
}

/// Source: https://docs.ollama.com/modelfile#valid-parameters-and-values
void RequestEncoder::setOptions()
{
    Json options;
    const auto add = [&options](const char *key, const std::optional<Json::Number> &number) {
        if (number)
            options.set(key, Json(*number));
    };
    if (const auto limit = maxTokens())
        options.set("num_predict", *limit);
    add("temperature", m_request.temperature);
    add("top_p", m_request.topP);
    add("top_k", m_request.topK);
    add("min_p", m_request.minP);
    add("frequency_penalty", m_request.frequencyPenalty);
    add("presence_penalty", m_request.presencePenalty);
    add("repeat_penalty", m_request.repetitionPenalty);
    if (m_request.seed)
        options.set("seed", *m_request.seed);
    Json stops;
    for (const QString &stop : m_request.stop)
        stops.append(stop);
    if (!stops.isNull())
        options.set("stop", stops);
    for (const auto &[key, value] : m_request.extra["options"].members()) {
        if (!options.contains(key))
            options.set(key, value);
    }
    if (!options.isNull())
        m_body.set("options", options);
}

void RequestEncoder::setRest()
{
    const Json think = m_request.reasoning ? thinkOf(*m_request.reasoning, m_endpoint, maxTokens(), m_notices) : Json();
    if (!think.isNull())
        m_body.set("think", think);
    if (m_request.logprobs.value_or(false)) {
        m_body.set("logprobs", true);
        setTopLogprobs();
    }
    m_body.set("stream", m_options.stream); // absent means yes
}

void RequestEncoder::setTopLogprobs()
{
    if (!m_request.topLogprobs)
        return;
    const qint64 sent = std::clamp<qint64>(*m_request.topLogprobs, 0, MostTopLogprobs);
    m_body.set("top_logprobs", sent);
    if (sent != *m_request.topLogprobs)
        m_notices.clamped(u"top_logprobs"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "The nearest value that is taken here was sent."));
}

void RequestEncoder::keepMembers()
{
    for (const auto &[key, value] : m_request.extra.members()) {
        if (value.isNull() || isAmong(Handled, key))
            continue;
        if (isAmong(OwnMembers, key) || (m_call == Call::Generate && isAmong(OwnOfGenerate, key)))
            m_body.set(key, value);
        else
            drop(key, says(value));
    }
}

void RequestEncoder::noticeWhatIsMissing()
{
    noticeMissing(m_request, {Member::User}, QT_TRANSLATE_NOOP("sb::dialects", "Ollama has no such parameter."),
                  m_notices);
    noticeOneAnswer(m_request, m_notices);
}

void RequestEncoder::drop(const QByteArray &key, bool says)
{
    if (says)
        m_notices.dropped(QString::fromUtf8(key), QT_TRANSLATE_NOOP("sb::dialects", "Ollama has no such parameter."));
}

std::optional<qint64> RequestEncoder::maxTokens() const
{
    return m_options.maxTokens ? m_options.maxTokens : m_request.maxTokens;
}

} // namespace sb::dialects::ollama
