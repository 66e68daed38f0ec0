#include "core/dialects/openai_responses/client/reasoning.h"

#include "core/dialects/effort_share.h"
#include "core/dialects/member_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects::responses {

namespace {

using chat::ReasoningEffort;

constexpr std::array ReasoningMembers{"summary", "generate_summary", "context", "mode"};

std::optional<ReasoningEffort> askedEffort(const chat::Reasoning &reasoning, Notices &notices)
{
    if (reasoning.effort)
        return reasoning.effort;
    if (reasoning.maxTokens) {
        notices.translated(u"reasoning.max_tokens"_s,
                           QT_TRANSLATE_NOOP("sb::dialects", "The budget for reasoning was sent as an effort."));
        return effortForBudget(*reasoning.maxTokens);
    }
    if (!reasoning.enabled)
        return {};
    notices.translated(u"reasoning.enabled"_s,
                       QT_TRANSLATE_NOOP("sb::dialects", "Reasoning on or off was sent as an effort."));
    return *reasoning.enabled ? ReasoningEffort::Medium : ReasoningEffort::None;
}

ReasoningEffort takenEffort(ReasoningEffort effort, const catalog::Refusals &refuses, Notices &notices)
{
    const bool off = effort == ReasoningEffort::None && refuses.thinkingOff;
    if (off)
        effort = ReasoningEffort::Minimal;
    const bool minimal = effort == ReasoningEffort::Minimal && refuses.thinkingMinimal;
    if (off || minimal)
        notices.clamped(u"reasoning.effort"_s,
                        off ? QT_TRANSLATE_NOOP("sb::dialects", "This model always reasons; the least was asked for.")
                            : QT_TRANSLATE_NOOP("sb::dialects", "The lowest effort here is low."));
    return minimal ? ReasoningEffort::Low : effort;
}

} // namespace

Json reasoningOf(const chat::Reasoning &reasoning, const catalog::Endpoint &endpoint, Notices &notices)
{
    if (!endpoint.capabilities.reasoning) {
        if (reasoning.asked())
            notices.dropped(u"reasoning"_s, QT_TRANSLATE_NOOP("sb::dialects", "This model does not reason."));
        return {};
    }
    Json json;
    const auto effort = askedEffort(reasoning, notices);
    if (effort)
        json.set("effort", toWireName(takenEffort(*effort, endpoint.refuses, notices)));
    // Chat completions never show what is thought, so their own member does not ask for it.
    if (reasoning.asked() && !reasoning.exclude && !reasoning.fromEffortField)
        json.set("summary", "auto");
    for (const auto &[key, value] : reasoning.extra.members()) {
        if (isAmong(ReasoningMembers, key) && !value.isNull())
            json.set(key, value);
        else if (says(value))
            notices.dropped(u"reasoning."_s + QString::fromUtf8(key),
                            QT_TRANSLATE_NOOP("sb::dialects", "The Responses API has no such parameter."));
    }
    return json;
}

} // namespace sb::dialects::responses
