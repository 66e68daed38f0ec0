#pragma once

#include "core/routing/chain.h"

#include <QList>
#include <QString>

#include <functional>

namespace sb::ui {

/// A member of a step as a field shows it: how it reads, and what typed or chosen text makes of the step.
struct StepField
{
    enum class Kind
    {
        Number, ///< a line, at the right
        Text, ///< a line that takes the whole width
        Names, ///< the same, several with commas between
        Lines, ///< several lines of text
        Choice, ///< one of `choices`
        Flag, ///< a check; the text is "1" or empty
    };
    struct Choice
    {
        QString text = {}; ///< what is written; empty: as usual
        QString shown = {};
    };

    QString path = {}; ///< within the step, as in routing::ChainProblem: "clocks.idle_ms"
    QString title = {}; ///< with the unit: "Connect, s"
    QString expected = {}; ///< "seconds, more than 0": said beside the field when the text is refused
    QString explanation = {}; ///< tool tip, and the help at the foot of the inspector
    Kind kind = Kind::Number;
    QString usual = {}; ///< what holds while the field is empty
    QList<Choice> choices = {};
    std::function<QString(const routing::Step &)> read = {};
    std::function<bool(routing::Step &, const QString &)> write = {}; ///< false: refused, the step is unchanged
};

/// Fields that belong side by side, such as one bound at four percentiles.
struct FieldStrip
{
    QString title = {};
    QList<StepField> fields = {}; ///< each with what tells it from the others as its title
};

[[nodiscard]] QList<StepField> clockFields(); ///< in the order in which they run
[[nodiscard]] QList<StepField> limitFields(); ///< retries, patience, cost
[[nodiscard]] QList<StepField> endpointFields(); ///< further models, the numbers of the filter, who may be asked
[[nodiscard]] QList<StepField> filterFlags(); ///< what an endpoint has to be able to do
[[nodiscard]] QList<StepField> orderFields(); ///< who is tried first, and list prices
[[nodiscard]] QList<FieldStrip> percentileStrips();
[[nodiscard]] QList<StepField> hedgeFields();
[[nodiscard]] QList<StepField> requestFields(); ///< of the overrides what is asked for most
/// The members of one check of the answer. @param at its place in the list
[[nodiscard]] QList<StepField> checkFields(const routing::AcceptanceCheck &check, qsizetype at);
[[nodiscard]] QString checkTitle(const routing::AcceptanceCheck &check); ///< "JSON by a schema"
/// One check of each kind, as it begins.
[[nodiscard]] QList<routing::AcceptanceCheck> checkKinds();

/// All but those of checks.
[[nodiscard]] QList<StepField> allStepFields();

} // namespace sb::ui
