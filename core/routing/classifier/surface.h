#pragma once

#include "core/routing/classifier/reading.h"

#include <vector>

namespace sb::routing {

/// A number as it stands in a text; separators of thousands are read over.
struct NumberHit
{
    qsizetype position = 0;
    qsizetype length = 0;
    double value = 0; ///< of the digits before a decimal point
};
[[nodiscard]] std::vector<NumberHit> numbersIn(QStringView text);

/// Characters that stand in formulas only: roots, sums, powers, comparisons.
[[nodiscard]] qsizetype mathSignsIn(QStringView text);

/// Numbers with a currency, a percent sign or a unit, of those that were found.
[[nodiscard]] qsizetype amountsIn(QStringView text, const std::vector<NumberHit> &numbers);

/// A word of a program among words of a language: "foo()", "--flag", "main.py", "snake_case", "a == b".
[[nodiscard]] std::vector<std::pair<qsizetype, qsizetype>> codeWordsIn(QStringView text);

/// Whether a line reports that a program failed.
[[nodiscard]] bool isErrorText(QStringView line);

/// Whether a number and the next one say "this of so many": "17/4000", "item 17 of 4,000".
/// @return the position of the second one's end, or -1
[[nodiscard]] qsizetype pieceOfBatch(QStringView text, const std::vector<NumberHit> &numbers);

} // namespace sb::routing
