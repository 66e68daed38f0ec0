#include "core/dialects/gemini_generate_content/client/generation_config.h"

#include "core/dialects/gemini_generate_content/client/thinking.h"
#include "core/dialects/missing_members.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace sb::dialects::gemini {

namespace {

constexpr qsizetype MostStopSequences = 5;
constexpr qint64 MostLogprobs = 20;

void addNumber(Json &config, const char *key, const std::optional<Json::Number> &value)
{
    if (value)
        config.set(key, Json(*value));
}

void addStop(Json &config, QStringList stop, Notices &notices)
{
    if (stop.isEmpty())
        return;
    if (stop.size() > MostStopSequences) {
        stop = stop.first(MostStopSequences);
        notices.add(Notice::Kind::Clamped, u"stop"_s,
                    QT_TRANSLATE_NOOP("sb::dialects", "Gemini takes five stop sequences; the first five were sent."));
    }
    Json list;
    for (const QString &each : stop)
        list.append(each);
    config.set("stopSequences", list);
}

void addSeed(Json &config, std::optional<qint64> seed, Notices &notices)
{
    using Limits = std::numeric_limits<qint32>;
    if (!seed)
        return;
    if (*seed >= Limits::min() && *seed <= Limits::max())
        config.set("seed", *seed);
    else
        notices.add(Notice::Kind::Dropped, u"seed"_s,
                    QT_TRANSLATE_NOOP("sb::dialects", "Gemini takes seeds of 32 bits."));
}

void addLogprobs(Json &config, const chat::Request &request, Notices &notices)
{
    if (!request.logprobs.value_or(false))
        return;
    config.set("responseLogprobs", true);
    if (!request.topLogprobs)
        return;
    const qint64 sent = std::clamp<qint64>(*request.topLogprobs, 0, MostLogprobs);
    config.set("logprobs", sent);
    if (sent != *request.topLogprobs)
        notices.add(Notice::Kind::Clamped, u"top_logprobs"_s,
                    QT_TRANSLATE_NOOP("sb::dialects", "The nearest value that is taken here was sent."));
}

/// OpenAI's `modalities`: ["text", "image"].
void addModalities(Json &config, const Json &modalities)
{
    Json list;
    for (const Json &each : modalities.items())
        list.append(each.toBytes().toUpper());
    if (!list.isNull())
        config.set("responseModalities", list);
}

void addFormat(Json &config, const chat::ResponseFormat &format, Notices &notices)
{
    using Kind = chat::ResponseFormat::Kind;
    if (format.kind == Kind::Other)
        notices.add(Notice::Kind::Dropped, u"response_format"_s,
                    QT_TRANSLATE_NOOP("sb::dialects", "Gemini has nothing like it."));
    if (format.kind != Kind::JsonObject && format.kind != Kind::JsonSchema)
        return;
    config.set("responseMimeType", "application/json");
    if (format.kind == Kind::JsonSchema && !format.schema.isNull())
        config.set("responseJsonSchema", format.schema);
}

} // namespace

Json generationConfig(const chat::Request &request, const catalog::Endpoint &endpoint, bool jsonMode, Notices &notices)
{
    Json config;
    addNumber(config, "temperature", request.temperature);
    addNumber(config, "topP", request.topP);
    addNumber(config, "topK", request.topK);
    if (request.maxTokens)
        config.set("maxOutputTokens", *request.maxTokens);
    addStop(config, request.stop, notices);
    addSeed(config, request.seed, notices);
    addNumber(config, "presencePenalty", request.presencePenalty);
    addNumber(config, "frequencyPenalty", request.frequencyPenalty);
    addLogprobs(config, request, notices);
    noticeMissing(request, {Member::MinP, Member::RepetitionPenalty},
                  QT_TRANSLATE_NOOP("sb::dialects", "Gemini has nothing like it."), notices);
    addModalities(config, request.extra["modalities"]);
    if (request.responseFormat && jsonMode)
        addFormat(config, *request.responseFormat, notices);
    if (request.reasoning) {
        const Json thinking = thinkingConfig(*request.reasoning, endpoint, request.maxTokens, notices);
        if (!thinking.isNull())
            config.set("thinkingConfig", thinking);
    }
    for (const auto &[key, value] : request.extra["generationConfig"].members()) {
        if (!config.contains(key))
            config.set(key, value);
    }
    return config;
}

} // namespace sb::dialects::gemini
