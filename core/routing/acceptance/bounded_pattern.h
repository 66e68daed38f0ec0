#pragma once

#include "core/base/result.h"

#include <QRegularExpression>

namespace sb::routing {

/// A regular expression that cannot run away: its matching gives up after so many steps, whatever pattern and text are.
class BoundedPattern
{
public:
    enum class Outcome
    {
        Matches,
        DoesNotMatch,
        GaveUp ///< too many steps, or too deep: nothing is known
    };

    BoundedPattern() = default; ///< matches everything

    /// @param pattern as QRegularExpression has it (PCRE), searched anywhere in the text. @param mostSteps of one
    /// search, as PCRE counts them (about 1 ns each). Errors: InvalidInput with the place of the mistake.
    [[nodiscard]] static Result<BoundedPattern> compile(const QString &pattern, int mostSteps);
    /// The same from ECMA 262's form, with its meaning under the flag "u", as JSON Schema asks for. What PCRE cannot
    /// say alike is an error: references back, \p of other than scripts and categories.
    [[nodiscard]] static Result<BoundedPattern> compileEcma(const QString &pattern, int mostSteps);

    [[nodiscard]] Outcome search(const QString &text) const;
    /// The same, given up after a thousandth of a millisecond: enough for most patterns and texts.
    [[nodiscard]] Outcome searchQuickly(const QString &text) const;

private:
    QRegularExpression m_expression;
    QRegularExpression m_quick;
};

/// So many places a pattern has once its repetitions are counted out: what it takes to compile it grows with them.
/// "(a{1,60}){1,60}" has more than 3,600. At most a billion.
[[nodiscard]] qint64 expandedSize(const QString &pattern);

/// PCRE's spelling of an ECMA 262 pattern. Errors: InvalidInput. Source: ECMA-262, 22.2.1 (Patterns); pcre2pattern(3).
[[nodiscard]] Result<QString> pcreFromEcma(const QString &pattern);

} // namespace sb::routing
