#include "core/dialects/gemini_generate_content/client/thinking.h"

#include "core/dialects/effort_share.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::gemini {

using chat::ReasoningEffort;

namespace {

constexpr qint64 Dynamic = -1; ///< the model decides
constexpr qint64 UsualLimit = 65536; ///< of an answer, where the catalog does not know it

ReasoningEffort effortForShare(qint64 percent)
{
    for (const auto effort : {ReasoningEffort::Minimal, ReasoningEffort::Low, ReasoningEffort::Medium}) {
        if (percent <= percentOf(effort))
            return effort;
    }
    return ReasoningEffort::High;
}

class Thinking
{
public:
    Thinking(const chat::Reasoning &reasoning, const catalog::Endpoint &endpoint, std::optional<qint64> maxTokens,
             Notices &notices)
        : m_reasoning(reasoning)
        , m_endpoint(endpoint)
        , m_limit(maxTokens.value_or(endpoint.maxOutputTokens.value_or(UsualLimit)))
        , m_notices(notices)
    {
    }

    [[nodiscard]] Json config()
    {
        if (!m_endpoint.capabilities.reasoning && m_reasoning.asked()) {
            m_notices.add(Notice::Kind::Dropped, u"reasoning"_s,
                          QT_TRANSLATE_NOOP("sb::dialects", "This model does not reason."));
            return {};
        }
        if (!m_endpoint.capabilities.reasoning)
            return {};
        if (!m_reasoning.extra.isNull())
            m_notices.add(
                Notice::Kind::Dropped, u"reasoning"_s,
                QT_TRANSLATE_NOOP("sb::dialects", "Gemini takes an effort, a budget, and whether to show it."));
        Json config;
        if (m_endpoint.refuses.thinkingBudget)
            addLevel(config);
        else
            addBudget(config);
        if (m_reasoning.asked() && !m_reasoning.exclude)
            config.set("includeThoughts", true);
        return config;
    }

private:
    [[nodiscard]] bool isOff() const
    {
        return m_reasoning.effort == ReasoningEffort::None
            || (!m_reasoning.effort && !m_reasoning.maxTokens && m_reasoning.enabled == false)
            || (!m_reasoning.effort && m_reasoning.maxTokens == 0);
    }

    void addBudget(Json &config)
    {
        if (isOff()) {
            const bool always = m_endpoint.refuses.thinkingOff;
            config.set("thinkingBudget", always ? m_endpoint.leastThinkingTokens.value_or(1) : 0);
            if (always)
                noticeAlways();
            return;
        }
        if (m_reasoning.effort) {
            config.set("thinkingBudget", withinLimits(m_limit * percentOf(*m_reasoning.effort) / 100));
            return;
        }
        if (!m_reasoning.maxTokens) {
            config.set("thinkingBudget", Dynamic);
            return;
        }
        const qint64 budget = withinLimits(*m_reasoning.maxTokens);
        config.set("thinkingBudget", budget);
        if (budget != *m_reasoning.maxTokens)
            m_notices.add(
                Notice::Kind::Clamped, u"reasoning.max_tokens"_s,
                QT_TRANSLATE_NOOP("sb::dialects", "The budget for reasoning was brought into this model's range."));
    }

    void addLevel(Json &config)
    {
        if (isOff()) {
            noticeAlways();
            config.set("thinkingLevel", level(ReasoningEffort::Minimal));
            return;
        }
        if (m_reasoning.effort) {
            config.set("thinkingLevel", level(*m_reasoning.effort));
            if (*m_reasoning.effort > ReasoningEffort::High)
                m_notices.add(Notice::Kind::Clamped, u"reasoning.effort"_s,
                              QT_TRANSLATE_NOOP("sb::dialects", "The highest effort here is high."));
            else if (*m_reasoning.effort == ReasoningEffort::Minimal && m_endpoint.refuses.thinkingMinimal)
                m_notices.add(Notice::Kind::Clamped, u"reasoning.effort"_s,
                              QT_TRANSLATE_NOOP("sb::dialects", "The lowest effort here is low."));
            return;
        }
        if (!m_reasoning.maxTokens)
            return; // it reasons as it likes when nothing is said
        config.set("thinkingLevel", level(effortForShare(*m_reasoning.maxTokens * 100 / std::max<qint64>(m_limit, 1))));
        m_notices.add(Notice::Kind::Translated, u"reasoning.max_tokens"_s,
                      QT_TRANSLATE_NOOP("sb::dialects", "The budget for reasoning was sent as an effort."));
    }

    [[nodiscard]] QByteArray level(ReasoningEffort effort) const
    {
        const auto least = m_endpoint.refuses.thinkingMinimal ? ReasoningEffort::Low : ReasoningEffort::Minimal;
        return toWireName(std::clamp(effort, least, ReasoningEffort::High));
    }

    [[nodiscard]] qint64 withinLimits(qint64 budget) const
    {
        budget = std::min(budget, m_endpoint.mostThinkingTokens.value_or(budget));
        return std::max(budget, m_endpoint.leastThinkingTokens.value_or(1));
    }

    void noticeAlways()
    {
        m_notices.add(Notice::Kind::Clamped, u"reasoning"_s,
                      QT_TRANSLATE_NOOP("sb::dialects", "This model always reasons; the least was asked for."));
    }

    const chat::Reasoning &m_reasoning;
    const catalog::Endpoint &m_endpoint;
    qint64 m_limit;
    Notices &m_notices;
};

} // namespace

Json thinkingConfig(const chat::Reasoning &reasoning, const catalog::Endpoint &endpoint,
                    std::optional<qint64> maxTokens, Notices &notices)
{
    return Thinking(reasoning, endpoint, maxTokens, notices).config();
}

} // namespace sb::dialects::gemini
