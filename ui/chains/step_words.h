#pragma once

#include "core/routing/chain.h"
#include "core/routing/step_reach.h"

#include <QString>

namespace sb::ui {

// What a step says of itself, in words. An empty text means: all of that is as usual.

/// A kind of failure that can lead to a step of its own.
struct NextKind
{
    QString routing::NextSteps::*member = nullptr;
    QString word = {}; ///< "full context"
    QByteArray reason = {}; ///< of the move that it makes: toWireName(routing::MoveReason)
};
[[nodiscard]] QList<NextKind> nextKinds();

/// "openai/gpt-mini", "openai/gpt-mini or 2 others", "Any with tools, 200k context", "2 endpoints"; "no model yet".
[[nodiscard]] QString stepTitle(const routing::Step &step);
/// "Any local with tools, 200k context".
[[nodiscard]] QString filterText(const routing::EndpointFilter &filter);
/// "practice-a, first token in 60 s": the endpoints of a step, and the one thing that differs from the default.
[[nodiscard]] QString stepSummary(const routing::Step &step);

[[nodiscard]] QString endpointsText(const routing::Step &step); ///< "2 further models, with tools, no training"
[[nodiscard]] QString orderText(const routing::Step &step); ///< "the cheapest, at most $1/M"
[[nodiscard]] QString waitingText(const routing::Step &step); ///< "first byte 5 s"
[[nodiscard]] QString nextText(const routing::Chain &chain, qsizetype at); ///< "full context to step 3"
[[nodiscard]] QString hedgeText(const routing::Step &step); ///< "slower than 95 % of its answers"
[[nodiscard]] QString checksText(const routing::Step &step); ///< "Length, JSON"
[[nodiscard]] QString requestText(const routing::Step &step); ///< "temperature, answer at most 512 tokens"

/// "fits 37 endpoints of 12 models, 9 can be used".
[[nodiscard]] QString reachText(const routing::StepReach &reach);
/// "200k", "1M", "1,500".
[[nodiscard]] QString shortCount(qint64 count);

} // namespace sb::ui
