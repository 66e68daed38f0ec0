#pragma once

#include "core/usage/records.h"

#include <QList>

namespace sb::ui {

/// One attempt on a common time scale, in milliseconds since the request began.
struct WaterfallRow
{
    double waitFrom = 0; ///< dotted: waiting before a retry; equal to start when there was none
    double start = 0;
    double connected = 0; ///< end of the grey part
    double firstContent = -1; ///< end of the pale part; negative: none came
    double end = 0;
    bool failed = false;
    QString name = {};
    QString detail = {};
    QString label = {}; ///< at the end of the bar: code, or the time
    friend bool operator==(const WaterfallRow &, const WaterfallRow &) = default;
};

struct WaterfallLayout
{
    QList<WaterfallRow> rows = {};
    double span = 1; ///< milliseconds shown
    QList<double> ticks = {}; ///< round values within the span
};

/// Attempts one after the other, as the record has them.
[[nodiscard]] WaterfallLayout waterfall(const usage::Settlement &record, WallTime startedAt);
/// "Attempt 2 of 3, openai, failed 529 overloaded after 0.44 s, waited 0.52 s before"
[[nodiscard]] QString describeAttempt(const WaterfallLayout &layout, qsizetype index);

} // namespace sb::ui
