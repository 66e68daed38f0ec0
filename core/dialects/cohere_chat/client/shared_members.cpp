#include "core/dialects/cohere_chat/client/shared_members.h"

#include "core/dialects/missing_members.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::cohere {

namespace {

constexpr qsizetype MostStops = 5;

struct Range
{
    const char *key = "";
    QString path = {};
    double least = 0;
    double most = 0;
};

/// As it was spelled where the API takes it, else the nearest that it takes.
void setNumber(Json &body, const std::optional<Json::Number> &number, const Range &range, Notices &notices)
{
    const auto value = number ? Json(*number).toDouble() : std::nullopt;
    if (!value)
        return;
    const double sent = std::clamp(*value, range.least, range.most);
    body.set(range.key, sent == *value ? Json(*number) : Json(sent));
    if (sent != *value)
        notices.clamped(range.path,
                        QT_TRANSLATE_NOOP("sb::dialects", "The nearest value that is taken here was sent."));
}

void setSeed(Json &body, std::optional<qint64> seed, Notices &notices)
{
    if (!seed)
        return;
    if (*seed >= 0)
        body.set("seed", *seed);
    else
        notices.dropped(u"seed"_s, QT_TRANSLATE_NOOP("sb::dialects", "Seeds below zero are not taken here."));
}

} // namespace

std::optional<qint64> setLimits(Json &body, const chat::Request &request, const catalog::Endpoint &endpoint,
                                const EncodeOptions &options, Notices &notices)
{
    auto maxTokens = options.maxTokens ? options.maxTokens : request.maxTokens;
    if (maxTokens && endpoint.maxOutputTokens && *maxTokens > *endpoint.maxOutputTokens) {
        maxTokens = endpoint.maxOutputTokens;
        notices.clamped(u"max_tokens"_s, QT_TRANSLATE_NOOP("sb::dialects", "This model's longest answer is shorter."));
    }
    if (maxTokens)
        body.set("max_tokens", *maxTokens);
    Json stops;
    for (const QString &stop : request.stop.first(std::min(request.stop.size(), MostStops)))
        stops.append(stop);
    if (!stops.isNull())
        body.set("stop_sequences", stops);
    if (request.stop.size() > MostStops)
        notices.clamped(u"stop"_s,
                        QT_TRANSLATE_NOOP("sb::dialects", "At most five stop sequences; the first five were sent."));
    return maxTokens;
}

void setSampling(Json &body, const chat::Request &request, Notices &notices)
{
    setNumber(body, request.temperature, {.key = "temperature", .path = u"temperature"_s, .most = 1}, notices);
    setSeed(body, request.seed, notices);
    setNumber(body, request.frequencyPenalty, {.key = "frequency_penalty", .path = u"frequency_penalty"_s, .most = 1},
              notices);
    setNumber(body, request.presencePenalty, {.key = "presence_penalty", .path = u"presence_penalty"_s, .most = 1},
              notices);
    setNumber(body, request.topK, {.key = "k", .path = u"top_k"_s, .most = 500}, notices);
    setNumber(body, request.topP, {.key = "p", .path = u"top_p"_s, .least = 0.01, .most = 0.99}, notices);
}

void noticeForeignMembers(const chat::Request &request, Notices &notices)
{
    using enum Member;
    noticeMissing(request, {MinP, RepetitionPenalty, TopLogprobs, User},
                  QT_TRANSLATE_NOOP("sb::dialects", "Cohere has no such parameter."), notices);
    noticeOneAnswer(request, notices);
}

void dropMember(const QByteArray &key, bool says, Notices &notices)
{
    if (says)
        notices.dropped(QString::fromUtf8(key), QT_TRANSLATE_NOOP("sb::dialects", "Cohere has no such parameter."));
}

} // namespace sb::dialects::cohere
