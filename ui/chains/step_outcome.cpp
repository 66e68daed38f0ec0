#include "ui/chains/step_outcome.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr qsizetype MostNamedFailures = 3;

struct StepOutcomeText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::StepOutcome)
};

struct FailureWord
{
    bool routing::MoveOn::*member = nullptr;
    QString word = {};
};

QList<FailureWord> failureWords()
{
    using routing::MoveOn;
    return {{&MoveOn::overloaded, StepOutcomeText::tr("overload")},
            {&MoveOn::rateLimit, StepOutcomeText::tr("limit")},
            {&MoveOn::silence, StepOutcomeText::tr("silence")},
            {&MoveOn::contextFull, StepOutcomeText::tr("full context")},
            {&MoveOn::badKey, StepOutcomeText::tr("bad key")},
            {&MoveOn::notFound, StepOutcomeText::tr("not found")},
            {&MoveOn::unsupportedParameter, StepOutcomeText::tr("parameter")},
            {&MoveOn::contentPolicy, StepOutcomeText::tr("content policy")},
            {&MoveOn::invalidOutput, StepOutcomeText::tr("failed check")}};
}

QString alternatives(QStringList words)
{
    if (words.size() < 2)
        return words.value(0);
    const QString last = words.takeLast();
    //: The end of a list of failures: "overload, limit" or "silence".
    return StepOutcomeText::tr("%1 or %2").arg(words.join(u", "_s), last);
}

QString failuresText(const routing::Step &step)
{
    QStringList chosen;
    QStringList others;
    for (const FailureWord &failure : failureWords()) {
        // What is not checked cannot fail a check.
        if (failure.member != &routing::MoveOn::invalidOutput || !step.accept.isEmpty())
            (step.moveOn.*failure.member ? chosen : others).append(failure.word);
    }
    if (others.isEmpty())
        return StepOutcomeText::tr("any failure");
    if (chosen.isEmpty())
        return StepOutcomeText::tr("never");
    if (chosen.size() <= MostNamedFailures)
        return alternatives(chosen);
    //: After which failures the next step is asked; %1 is a list of those after which it is not.
    return StepOutcomeText::tr("any failure but %1").arg(alternatives(others));
}

StepOutcome outcomeOf(qsizetype step, const routing::Plan &plan)
{
    StepOutcome outcome;
    const routing::Candidate *best = nullptr;
    for (const routing::Candidate &candidate : plan.candidates) {
        if (candidate.step == step && (!best || candidate.rank < best->rank))
            best = &candidate;
    }
    QStringList sentences;
    for (const routing::Excluded &excluded : plan.excluded) {
        if (excluded.step != step)
            continue;
        if (outcome.reason.isEmpty())
            outcome.reason = exclusionText(excluded.reason);
        sentences.append(u"%1: %2"_s.arg(excluded.endpointId, excluded.detail));
    }
    outcome.detail = sentences.join(u'\n');
    outcome.part =
        best ? best->rank == 1 ? StepOutcome::Part::First : StepOutcome::Part::Later : StepOutcome::Part::Excluded;
    if (best) {
        outcome.cost = costText(*best);
        outcome.mostCost =
            best->expectedHigh ? StepOutcomeText::tr("up to %1").arg(formatMoney(*best->expectedHigh)) : outcome.cost;
    }
    return outcome;
}

} // namespace

QList<StepOutcome> stepOutcomes(const routing::Chain &chain, const std::optional<routing::Plan> &plan)
{
    QList<StepOutcome> outcomes(chain.steps.size());
    for (qsizetype i = 0; plan && i < outcomes.size(); ++i)
        outcomes[i] = outcomeOf(i, *plan);
    return outcomes;
}

Signal signalOf(StepOutcome::Part part)
{
    switch (part) {
    case StepOutcome::Part::First:
    case StepOutcome::Part::Served:
        return Signal::Clear;
    case StepOutcome::Part::Excluded:
    case StepOutcome::Part::Failed:
        return Signal::Stop;
    case StepOutcome::Part::Unknown:
    case StepOutcome::Part::Later:
        break;
    }
    return Signal::Off;
}

QString partText(StepOutcome::Part part)
{
    switch (part) {
    case StepOutcome::Part::First:
        return StepOutcomeText::tr("asked first");
    case StepOutcome::Part::Later:
        return StepOutcomeText::tr("not reached");
    case StepOutcome::Part::Excluded:
        return StepOutcomeText::tr("left out");
    case StepOutcome::Part::Served:
        return StepOutcomeText::tr("answered");
    case StepOutcome::Part::Failed:
        return StepOutcomeText::tr("failed");
    case StepOutcome::Part::Unknown:
        break;
    }
    return {};
}

Label::Tone toneOf(StepOutcome::Part part)
{
    using Part = StepOutcome::Part;
    return part == Part::First || part == Part::Served   ? Label::Tone::Ok
        : part == Part::Excluded || part == Part::Failed ? Label::Tone::Danger
                                                         : Label::Tone::Text3;
}

QString moveOnText(const routing::Step &step)
{
    const QString failures = failuresText(step);
    if (!step.maxCost)
        return failures;
    //: Condition on a leg of the diagram: the failures, or the limit of cost that makes the step pass.
    return StepOutcomeText::tr("%1, or cost over %2").arg(failures, formatLimit(*step.maxCost));
}

QString costText(const routing::Candidate &candidate)
{
    if (!candidate.expectedLow || !candidate.expectedHigh)
        return StepOutcomeText::tr("unpriced");
    const QString low = formatMoney(*candidate.expectedLow);
    const QString high = formatMoney(*candidate.expectedHigh);
    return low == high ? low : StepOutcomeText::tr("%1 to %2").arg(low, high);
}

} // namespace sb::ui
