#pragma once

#include <QString>

namespace sb::ui {

/// TeX as readable text: Greek letters, operators, fractions on one line, indexes and exponents as Unicode has them.
/// What it does not know stays as it was written, so that nothing is lost.
[[nodiscard]] QString texToText(QStringView tex);

/// Markdown with its formulas ($…$, $$…$$, \(…\), \[…\]) made into code, the display ones as a fence of the language
/// "math": Markdown would read their underscores and stars otherwise. Code is left alone; "$5 and $6" is no formula.
[[nodiscard]] QString withMathAsCode(const QString &markdown);

} // namespace sb::ui
