#pragma once

#include "core/usage/records.h"

namespace sb::usage {

/// What one sentence of an explanation is about. Told by name in JSON.
enum class Explained
{
    Asked,
    Class, ///< which kind of work it was taken for, and what spoke for it
    PassedRule, ///< a rule of the policy that did not apply, and why
    Rule, ///< the rule that decided, or that none did
    Candidate, ///< who could serve it: rank, chance, cost, and why the first one is first
    LeftOut, ///< who could not, and why
    Attempt,
    Check, ///< what a check said of an attempt's answer, and what was mended
    Hedge, ///< two that ran beside each other: who won, and what the other one cost
    End
};
inline constexpr Explained LastExplained = Explained::End;
[[nodiscard]] QByteArray toWireName(Explained about); ///< "asked", "class", "passed_rule", …

struct ExplainedLine
{
    Explained about = Explained::Asked;
    QString sentence = {}; ///< translated
    friend bool operator==(const ExplainedLine &, const ExplainedLine &) = default;
};
using Explanation = QList<ExplainedLine>; ///< in the order in which it happened

/// How a request was decided and what came of it, in sentences. Pure: all of it is in the record, so that one of an
/// older version says what it has. None of the prompt's or the answer's words.
[[nodiscard]] Explanation explain(const RequestRecord &record, const RecordKey &key);

[[nodiscard]] QString toText(const Explanation &explanation); ///< a sentence a line
[[nodiscard]] Json toJson(const Explanation &explanation); ///< a list of {"about", "sentence"}

} // namespace sb::usage
