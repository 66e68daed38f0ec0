#include "core/dialects/anthropic_messages/client/thinking.h"

#include "core/dialects/anthropic_messages/blocks.h"
#include "core/dialects/effort_share.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::anthropic {

namespace {

using chat::ReasoningEffort;

constexpr qint64 LeastBudget = 1024;

/// The effort whose share comes nearest below a budget; not the highest ones, which cost without a limit.
ReasoningEffort effortOf(qint64 budget, qint64 maxTokens)
{
    for (const ReasoningEffort effort : {ReasoningEffort::High, ReasoningEffort::Medium}) {
        if (budget >= maxTokens / 100 * percentOf(effort))
            return effort;
    }
    return ReasoningEffort::Low;
}

class Writer
{
public:
    Writer(const chat::Reasoning &reasoning, const catalog::Refusals &refuses, const ThinkingLimits &limits,
           Notices &notices)
        : m_reasoning(reasoning)
        , m_refuses(refuses)
        , m_limits(limits)
        , m_notices(notices)
    {
    }

    [[nodiscard]] Thinking off() const
    {
        if (m_refuses.thinkingOff) {
            m_notices.translated(
                u"reasoning"_s,
                QT_TRANSLATE_NOOP("sb::dialects", "This model always reasons; the lowest effort was asked for."));
            return {.effort = "low"};
        }
        // Where a budget is taken, thinking is off unless it is asked for.
        return m_refuses.thinkingBudget ? Thinking{.config = typed("disabled", {})} : Thinking{};
    }

    [[nodiscard]] Thinking adaptive() const
    {
        return {.config = shown(typed("adaptive", {}), true), .effort = effort()};
    }

    [[nodiscard]] Thinking budgeted() const
    {
        if (m_limits.callForced)
            return drop(
                QT_TRANSLATE_NOOP("sb::dialects", "Reasoning is off: it does not go with a call that is demanded."));
        if (m_limits.callsWithoutThinking)
            return drop(QT_TRANSLATE_NOOP(
                "sb::dialects",
                "Reasoning is off: the calls before these results came without reasoning of this model."));
        if (m_limits.endsInAnswer)
            return drop(
                QT_TRANSLATE_NOOP("sb::dialects", "Reasoning is off: it does not go with an answer to go on from."));
        if (m_limits.maxTokens <= LeastBudget)
            return drop(
                QT_TRANSLATE_NOOP("sb::dialects", "Reasoning is off: it needs an answer of more than 1,024 tokens."));
        const qint64 wanted = m_reasoning.maxTokens.value_or(
            m_limits.maxTokens * percentOf(m_reasoning.effort.value_or(ReasoningEffort::Medium)) / 100);
        const qint64 budget = std::clamp(wanted, LeastBudget, m_limits.maxTokens - 1);
        if (m_reasoning.maxTokens && budget != wanted)
            m_notices.clamped(
                u"reasoning.max_tokens"_s,
                QT_TRANSLATE_NOOP("sb::dialects", "At least 1,024 tokens, and fewer than the whole answer has."));
        return {.config = shown(typed("enabled", {{"budget_tokens", budget}}), false)};
    }

private:
    [[nodiscard]] QByteArray effort() const
    {
        if (!m_reasoning.effort && m_reasoning.maxTokens) {
            m_notices.translated(u"reasoning.max_tokens"_s,
                                 QT_TRANSLATE_NOOP("sb::dialects", "The budget for reasoning was sent as an effort."));
            return toWireName(effortOf(*m_reasoning.maxTokens, m_limits.maxTokens));
        }
        if (m_reasoning.effort != ReasoningEffort::Minimal)
            return m_reasoning.effort ? toWireName(*m_reasoning.effort) : QByteArray();
        m_notices.clamped(u"reasoning.effort"_s, QT_TRANSLATE_NOOP("sb::dialects", "The lowest effort here is low."));
        return "low";
    }

    /// Models without a budget keep their thinking to themselves unless it is asked for.
    [[nodiscard]] Json shown(Json config, bool hidesByDefault) const
    {
        if (m_reasoning.extra.contains("display"))
            config.set("display", m_reasoning.extra["display"]);
        else if (m_reasoning.exclude)
            config.set("display", "omitted");
        else if (hidesByDefault)
            config.set("display", "summarized");
        return config;
    }

    Thinking drop(const char *sentence) const
    {
        m_notices.dropped(u"reasoning"_s, sentence);
        return {};
    }

    const chat::Reasoning &m_reasoning;
    const catalog::Refusals &m_refuses;
    const ThinkingLimits &m_limits;
    Notices &m_notices;
};

} // namespace

Thinking thinkingFor(const std::optional<chat::Reasoning> &reasoning, const catalog::Refusals &refuses,
                     const ThinkingLimits &limits, Notices &notices)
{
    if (!reasoning)
        return {};
    const Writer writer(*reasoning, refuses, limits, notices);
    if (!reasoning->asked()) {
        const bool off = reasoning->effort == ReasoningEffort::None || reasoning->enabled == false;
        return off ? writer.off() : Thinking{};
    }
    return refuses.thinkingBudget ? writer.adaptive() : writer.budgeted();
}

} // namespace sb::dialects::anthropic
