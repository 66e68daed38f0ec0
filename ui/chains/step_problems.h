#pragma once

#include "core/routing/chain.h"

namespace sb::ui {

/// What is wrong with one step, by the paths of its members: "clocks.idle_ms", "accept[1].pattern".
class StepProblems
{
public:
    StepProblems() = default;
    /// @param all of the chain, as routing::validate() gives them
    StepProblems(const QList<routing::ChainProblem> &all, qsizetype step);
    /// Those of another part of a file. @param prefix of their paths, with its dot: "rules[1].when."
    StepProblems(const QList<routing::ChainProblem> &all, const QString &prefix);

    // A message, or an empty text.
    [[nodiscard]] QString at(const QString &path) const; ///< with that member, or an item of its list
    [[nodiscard]] QString exactlyAt(const QString &path) const; ///< with the member as a whole
    [[nodiscard]] QString below(const QString &path) const; ///< with anything whose path begins so

private:
    QList<routing::ChainProblem> m_problems; ///< paths within the step
};

} // namespace sb::ui
