#pragma once

#include "core/routing/breaker.h"
#include "core/routing/plan.h"
#include "core/usage/recent_use.h"
#include "ui/common/label.h"

#include <QHash>

namespace sb::ui {

/// What is going on at one step now, and within the last 24 hours.
struct StepLive
{
    int endpoints = 0; ///< of the step, as the plan knows them
    int cooling = 0; ///< of those, how many are left alone after failures
    int probing = 0; ///< and how many the next request is to show
    std::chrono::milliseconds left{0}; ///< of the one that is let through first
    qint64 served = 0; ///< requests of the chain that this step answered
    qint64 requests = 0; ///< of the chain
    std::optional<chat::ErrorType> lastError = {}; ///< of the last try that failed
    int lastStatus = 0;
    WallTime lastErrorAt = {};
    bool failedLast = false; ///< the last try was that one
    friend bool operator==(const StepLive &, const StepLive &) = default;
};

using Breakers = QHash<QString, routing::BreakerView>; ///< that are not closed, by endpoint id

/// One a step. A try counts for the step that asks its endpoint now; where several do, for the one of the same number,
/// else for the first.
/// @param plan the last dry run of the chain, which knows the endpoints of its steps
[[nodiscard]] QList<StepLive> liveStates(qsizetype steps, const routing::Plan &plan, const usage::ChainUse &use,
                                         const Breakers &breakers);

[[nodiscard]] QString breakerText(const StepLive &live); ///< "cooling down, 12 s"; empty: closed
[[nodiscard]] QString shareText(const StepLive &live); ///< "62% served"; empty: no request
[[nodiscard]] QString lastErrorText(const StepLive &live, WallTime now); ///< "529 overloaded, 4 min ago"; may be empty
/// The one that matters most where there is room for one: breaker, then a last try that failed. May be empty.
[[nodiscard]] QString mainLiveText(const StepLive &live, WallTime now);
[[nodiscard]] QString liveSentence(const StepLive &live, WallTime now); ///< all of it, for tool tip and screen reader
/// "4 min ago", "just now".
[[nodiscard]] QString agoText(WallTime then, WallTime now);

} // namespace sb::ui
