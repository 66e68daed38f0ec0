#pragma once

#include "core/routing/policy/condition.h"
#include "ui/chains/field.h"

namespace sb::ui {

using ConditionField = FieldOf<routing::Condition>;

/// Members of a condition that belong together.
enum class ConditionPart
{
    Task, ///< what is asked for
    Form, ///< how large the prompt is, what is in it, how the answer is to be
    Sender, ///< who asks
    Time,
    Budget,
};
inline constexpr std::array ConditionParts{ConditionPart::Task, ConditionPart::Form, ConditionPart::Sender,
                                           ConditionPart::Time, ConditionPart::Budget};
[[nodiscard]] QString partTitle(ConditionPart part);
/// The members of that part alone.
[[nodiscard]] routing::Condition onlyPart(const routing::Condition &condition, ConditionPart part);

/// Fields as they stand together in a form.
struct ConditionGroup
{
    enum class Layout
    {
        Rows,
        Strip, ///< beside each other under one title
        Checks ///< in two columns under one title
    };
    Layout layout = Layout::Rows;
    QString title = {}; ///< of a strip or of checks
    QList<ConditionField> fields = {};
};
[[nodiscard]] QList<ConditionGroup> conditionGroups(ConditionPart part);
/// All fields of a condition; paths as in a policy's file, but that each day and form has one of its own.
[[nodiscard]] QList<ConditionField> conditionFields();

[[nodiscard]] QString minuteText(int minute); ///< since midnight: "07:30"
/// Minutes since midnight of "7:30", "07:30" or "7"; 1440 of "24:00".
[[nodiscard]] std::optional<int> typedMinute(const QString &text);

} // namespace sb::ui
