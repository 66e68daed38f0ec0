#pragma once

#include "core/catalog/endpoint.h"
#include "core/chat/request.h"
#include "core/dialects/notices.h"

namespace sb::dialects::anthropic {

/// How a request's reasoning is asked for at one endpoint.
struct Thinking
{
    Json config = {}; ///< `thinking`; null: not sent
    QByteArray effort = {}; ///< `output_config.effort`; empty: not sent
    [[nodiscard]] bool hasBudget() const { return config["type"].toBytes() == "enabled"; }
    [[nodiscard]] bool isOn() const { return hasBudget() || config["type"].toBytes() == "adaptive"; }
};

/// What a request holds that does not go with thinking.
struct ThinkingLimits
{
    qint64 maxTokens = 0; ///< of the answer, thinking included
    bool callForced = false; ///< a budget does not go with it, an effort does
    bool callsWithoutThinking = false; ///< see Turns
    bool endsInAnswer = false; ///< see Turns
};

/// Models that take a budget get one: the caller's, or a share of the output by effort (max and xhigh 95 %, high 80 %,
/// medium 50 %, low 20 %, minimal 10 %), at least 1,024 and below the limit of the answer. Models that do not get an
/// effort. Sources: https://platform.claude.com/docs/en/build-with-claude/extended-thinking,
/// https://platform.claude.com/docs/en/build-with-claude/adaptive-thinking,
/// https://openrouter.ai/docs/use-cases/reasoning-tokens (the shares)
[[nodiscard]] Thinking thinkingFor(const std::optional<chat::Reasoning> &reasoning, const catalog::Refusals &refuses,
                                   const ThinkingLimits &limits, Notices &notices);

} // namespace sb::dialects::anthropic
