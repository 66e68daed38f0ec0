#pragma once

#include "core/routing/chain.h"

#include <QList>
#include <QString>

#include <functional>

namespace sb::ui {

/// A number of a step as the text of a field: how it reads, and what typed text makes of the step.
struct StepField
{
    QString path = {}; ///< within the step, as in routing::ChainProblem: "clocks.idle_ms"
    QString title = {}; ///< with the unit: "Connect, s"
    QString expected = {}; ///< "seconds, more than 0": said beside the field when the text is refused
    QString explanation = {}; ///< tool tip
    std::function<QString(const routing::Step &)> read = {};
    std::function<bool(routing::Step &, const QString &)> write = {}; ///< false: refused, the step is unchanged
};

[[nodiscard]] QList<StepField> clockFields(); ///< in the order in which they run
[[nodiscard]] QList<StepField> limitFields(); ///< retries, patience, cost, tokens

} // namespace sb::ui
