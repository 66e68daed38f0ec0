#include "core/dialects/cohere_chat/client/thinking.h"

#include "core/dialects/effort_share.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::cohere {

namespace {

using chat::ReasoningEffort;

constexpr qint64 UsualLimit = 32768; ///< of an answer of a model that reasons, where the catalog does not know it

bool isOff(const chat::Reasoning &reasoning)
{
    if (reasoning.effort)
        return *reasoning.effort == ReasoningEffort::None;
    return reasoning.maxTokens ? *reasoning.maxTokens <= 0 : reasoning.enabled == false;
}

qint64 withinLimits(qint64 budget, qint64 limit, const catalog::Endpoint &endpoint)
{
    budget = std::max(budget, endpoint.leastThinkingTokens.value_or(1));
    budget = std::min(budget, endpoint.mostThinkingTokens.value_or(budget));
    return std::clamp<qint64>(budget, 1, std::max<qint64>(limit - 1, 1));
}

Json enabled()
{
    return Json(Json::Object{{"type", "enabled"}});
}

Json disabled(const catalog::Endpoint &endpoint, Notices &notices)
{
    if (!endpoint.refuses.thinkingOff)
        return Json(Json::Object{{"type", "disabled"}});
    notices.clamped(u"reasoning"_s,
                    QT_TRANSLATE_NOOP("sb::dialects", "This model always reasons; the least was asked for."));
    Json least = enabled();
    least.set("token_budget", endpoint.leastThinkingTokens.value_or(1));
    return least;
}

} // namespace

Json thinkingOf(const chat::Reasoning &reasoning, const catalog::Endpoint &endpoint, std::optional<qint64> maxTokens,
                Notices &notices)
{
    if (!endpoint.capabilities.reasoning) {
        if (reasoning.asked())
            notices.dropped(u"reasoning"_s, QT_TRANSLATE_NOOP("sb::dialects", "This model does not reason."));
        return {};
    }
    if (isOff(reasoning))
        return disabled(endpoint, notices);
    if (reasoning.exclude || !reasoning.extra.isNull())
        notices.dropped(u"reasoning"_s,
                        QT_TRANSLATE_NOOP("sb::dialects", "Only an effort or a budget for reasoning can be set here."));
    const qint64 limit = maxTokens.value_or(endpoint.maxOutputTokens.value_or(UsualLimit));
    Json thinking = enabled();
    if (reasoning.effort)
        thinking.set("token_budget", withinLimits(limit * percentOf(*reasoning.effort) / 100, limit, endpoint));
    if (reasoning.effort || !reasoning.maxTokens)
        return reasoning.asked() ? thinking : Json();
    const qint64 budget = withinLimits(*reasoning.maxTokens, limit, endpoint);
    thinking.set("token_budget", budget);
    if (budget != *reasoning.maxTokens)
        notices.clamped(
            u"reasoning.max_tokens"_s,
            QT_TRANSLATE_NOOP("sb::dialects", "The budget for reasoning was brought into this model's range."));
    return thinking;
}

} // namespace sb::dialects::cohere
