#include "core/dialects/ollama/client/thinking.h"

#include "core/dialects/effort_share.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::ollama {

namespace {

using chat::ReasoningEffort;

constexpr qint64 UsualLimit = 32768; ///< of an answer, where nobody knows it

bool isOff(const chat::Reasoning &reasoning)
{
    if (reasoning.effort)
        return *reasoning.effort == ReasoningEffort::None;
    return reasoning.maxTokens ? *reasoning.maxTokens <= 0 : reasoning.enabled == false;
}

QByteArray levelOf(ReasoningEffort effort)
{
    switch (effort) {
    case ReasoningEffort::None:
    case ReasoningEffort::Minimal:
    case ReasoningEffort::Low:
        return "low";
    case ReasoningEffort::Medium:
        return "medium";
    case ReasoningEffort::High:
        return "high";
    case ReasoningEffort::XHigh:
    case ReasoningEffort::Max:
        return "max";
    }
    Q_UNREACHABLE();
}

QByteArray levelOf(qint64 budget, qint64 limit)
{
    for (const auto effort : {ReasoningEffort::Low, ReasoningEffort::Medium}) {
        if (budget * 100 <= limit * percentOf(effort))
            return levelOf(effort);
    }
    return levelOf(ReasoningEffort::High);
}

Json off(const catalog::Endpoint &endpoint, Notices &notices)
{
    if (!endpoint.refuses.thinkingOff)
        return false;
    notices.clamped(u"reasoning"_s,
                    QT_TRANSLATE_NOOP("sb::dialects", "This model always reasons; the least was asked for."));
    return "low";
}

} // namespace

Json thinkOf(const chat::Reasoning &reasoning, const catalog::Endpoint &endpoint, std::optional<qint64> maxTokens,
             Notices &notices)
{
    if (!endpoint.capabilities.reasoning) {
        if (reasoning.asked())
            notices.dropped(u"reasoning"_s, QT_TRANSLATE_NOOP("sb::dialects", "This model does not reason."));
        return {};
    }
    if (isOff(reasoning))
        return off(endpoint, notices);
    if (reasoning.exclude || !reasoning.extra.isNull())
        notices.dropped(u"reasoning"_s,
                        QT_TRANSLATE_NOOP("sb::dialects", "Only the effort of reasoning can be set here."));
    if (reasoning.effort == ReasoningEffort::Minimal)
        notices.clamped(u"reasoning.effort"_s, QT_TRANSLATE_NOOP("sb::dialects", "The lowest effort here is low."));
    if (reasoning.effort)
        return levelOf(*reasoning.effort);
    if (!reasoning.maxTokens)
        return reasoning.asked() ? Json(true) : Json();
    notices.translated(u"reasoning.max_tokens"_s,
                       QT_TRANSLATE_NOOP("sb::dialects", "The budget for reasoning was sent as an effort."));
    return levelOf(*reasoning.maxTokens, maxTokens.value_or(endpoint.maxOutputTokens.value_or(UsualLimit)));
}

} // namespace sb::dialects::ollama
