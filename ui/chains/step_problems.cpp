#include "ui/chains/step_problems.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

template <typename Fits>
QString firstMessage(const QList<routing::ChainProblem> &problems, Fits fits)
{
    const auto found = std::find_if(problems.cbegin(), problems.cend(),
                                    [&fits](const routing::ChainProblem &problem) { return fits(problem.path); });
    return found == problems.cend() ? QString() : found->message;
}

} // namespace

StepProblems::StepProblems(const QList<routing::ChainProblem> &all, qsizetype step)
    : StepProblems(all, u"steps[%1]."_s.arg(step))
{
}

StepProblems::StepProblems(const QList<routing::ChainProblem> &all, const QString &prefix)
{
    for (const routing::ChainProblem &problem : all) {
        if (problem.path.startsWith(prefix))
            m_problems.append({problem.path.sliced(prefix.size()), problem.message});
    }
}

QString StepProblems::at(const QString &path) const
{
    return firstMessage(m_problems,
                        [&path](const QString &each) { return each == path || each.startsWith(path + u'['); });
}

QString StepProblems::exactlyAt(const QString &path) const
{
    return firstMessage(m_problems, [&path](const QString &each) { return each == path; });
}

QString StepProblems::below(const QString &path) const
{
    return firstMessage(m_problems, [&path](const QString &each) { return each.startsWith(path); });
}

} // namespace sb::ui
