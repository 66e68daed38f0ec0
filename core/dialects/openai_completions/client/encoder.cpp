#include "core/dialects/openai_completions/client/encoder.h"

#include "core/dialects/json_instruction.h"
#include "core/dialects/member_words.h"
#include "core/dialects/missing_members.h"
#include "core/dialects/wire_request.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::completions {

namespace {

/// Asked for where the request names no limit: the API's own is 16, which cuts nearly everything.
constexpr qint64 UsualMaxTokens = 1024;
constexpr qint64 MostLogprobs = 5;
constexpr qsizetype MostStops = 4;

/// What only chat has. All else that we do not know is sent on, since servers take much more than OpenAI.
constexpr std::array OfChat{
    "audio",      "functions",        "function_call",          "metadata",     "modalities",
    "prediction", "prompt_cache_key", "prompt_cache_retention", "service_tier", "safety_identifier",
    "store",      "verbosity",        "web_search_options"};
constexpr std::array OfOpenRouter{"plugins", "transforms", "route", "preset", "usage", "trace", "debug"};
/// Read elsewhere, or carried out by our own router.
constexpr std::array Handled{"n",      "models",         "provider",         "session_id",
                             "stream", "stream_options", "reasoning_effort", "reasoning"};

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
    setFormat();
    const auto prompt = promptOf(m_request.messages, m_notices);
    if (!prompt)
        return tl::unexpected(prompt.error());
    m_body.set("model", m_endpoint.upstreamModel);
    m_body.set("prompt", m_instruction.isEmpty() ? prompt->text : m_instruction + u"\n\n"_s + prompt->text);
    setMaxTokens();
    setSampling();
    setStops(*prompt);
    setLogprobs();
    keepMembers();
    setStream();
    noticeWhatIsMissing();
    return jsonRequest(openAiUrl(m_provider, m_endpoint, u"/completions"_s), m_body, m_options, m_notices.all());
}

/// There is no JSON mode: words ask for it.
void RequestEncoder::setFormat()
{
    using Kind = chat::ResponseFormat::Kind;
    const auto format = m_request.responseFormat.value_or(chat::ResponseFormat{});
    if (format.kind == Kind::Other)
        m_notices.dropped(u"response_format"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "There is no answer format of this type here."));
    if (format.kind != Kind::JsonObject && format.kind != Kind::JsonSchema)
        return;
    m_instruction = jsonInstruction(format.kind == Kind::JsonSchema ? format.schema : Json());
    m_notices.translated(u"response_format"_s,
                         QT_TRANSLATE_NOOP("sb::dialects", "JSON was asked for in the prompt only."));
}

void RequestEncoder::setMaxTokens()
{
    const auto asked = m_options.maxTokens ? m_options.maxTokens : m_request.maxTokens;
    const qint64 most = m_endpoint.maxOutputTokens.value_or(asked.value_or(UsualMaxTokens));
    if (asked && *asked > most)
        m_notices.clamped(u"max_tokens"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "This model's longest answer is shorter."));
    if (asked)
        return m_body.set("max_tokens", std::min(*asked, most));
    // The prompt and the answer share the context, and a sum that is too large is refused.
    const qint64 room = m_endpoint.contextTokens.value_or(2 * UsualMaxTokens) / 2;
    m_body.set("max_tokens", std::max<qint64>(std::min({UsualMaxTokens, most, room}), 1));
    m_notices.clamped(
        u"max_tokens"_s,
        QT_TRANSLATE_NOOP("sb::dialects", "Without a limit only 16 tokens would come; up to 1,024 were asked for."));
}

void RequestEncoder::setSampling()
{
    const auto set = [this](const char *key, const std::optional<Json::Number> &number) {
        if (number)
            m_body.set(key, Json(*number));
    };
    set("temperature", m_request.temperature);
    set("top_p", m_request.topP);
    set("top_k", m_request.topK);
    set("min_p", m_request.minP);
    set("frequency_penalty", m_request.frequencyPenalty);
    set("presence_penalty", m_request.presencePenalty);
    set("repetition_penalty", m_request.repetitionPenalty);
    if (m_request.seed)
        m_body.set("seed", *m_request.seed);
}

/// A model that goes on with a transcript would write the user's next turn, too.
void RequestEncoder::setStops(const Prompt &prompt)
{
    QStringList stops = m_request.stop;
    if (prompt.isTranscript && stops.size() < MostStops)
        stops.append(u"\nUser:"_s);
    Json sent;
    for (const QString &stop : std::as_const(stops))
        sent.append(stop);
    if (!sent.isNull())
        m_body.set("stop", sent);
}

/// A number here: of the likeliest tokens beside the one that was chosen.
void RequestEncoder::setLogprobs()
{
    if (!m_request.logprobs.value_or(false))
        return;
    const qint64 asked = m_request.topLogprobs.value_or(0);
    m_body.set("logprobs", std::min(asked, MostLogprobs));
    if (asked > MostLogprobs)
        m_notices.clamped(u"top_logprobs"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "The nearest value that is taken here was sent."));
}

void RequestEncoder::keepMembers()
{
    if (!m_request.user.isEmpty())
        m_body.set("user", m_request.user);
    for (const auto &[key, value] : m_request.extra.members()) {
        if (!says(value) || isAmong(Handled, key))
            continue;
        if (isAmong(OfChat, key))
            drop(key, true);
        else if (isAmong(OfOpenRouter, key) && !m_provider.quirks.routerMembers)
            m_notices.dropped(QString::fromUtf8(key), QT_TRANSLATE_NOOP("sb::dialects", "Only OpenRouter takes this."));
        else
            m_body.set(key, value);
    }
}

/// The best of several is known only when all are written, so that it cannot come in pieces.
void RequestEncoder::setStream()
{
    if (m_request.extra["best_of"].toInteger().value_or(1) > 1)
        m_options.stream = false;
    m_body.set("stream", m_options.stream);
    if (m_options.stream && !m_provider.quirks.noStreamOptions) // without it a stream does not say what it cost
        m_body.set("stream_options", Json(Json::Object{{"include_usage", true}}));
}

void RequestEncoder::noticeWhatIsMissing()
{
    if (!m_request.tools.isEmpty())
        m_notices.dropped(u"tools"_s, QT_TRANSLATE_NOOP("sb::dialects", "Tools need a chat API."));
    noticeMissing(m_request, {Member::Reasoning},
                  QT_TRANSLATE_NOOP("sb::dialects", "Completions have no such parameter."), m_notices);
    noticeOneAnswer(m_request, m_notices);
}

void RequestEncoder::drop(const QByteArray &key, bool says)
{
    if (says)
        m_notices.dropped(QString::fromUtf8(key),
                          QT_TRANSLATE_NOOP("sb::dialects", "Completions have no such parameter."));
}

} // namespace sb::dialects::completions
