#pragma once

#include "core/base/money.h"
#include "ui/chains/step_fields.h"

#include <functional>
#include <optional>

namespace sb::ui {

/// What reads and writes a member of a value as text. Each is given a field that has its words, and the member. For
/// Step and routing::Condition.
template <typename S>
struct FieldMakers
{
    using Field = FieldOf<S>;
    /// The member of a value that is to be changed; it may make room for it (a filter, a hedge).
    template <typename T>
    using MemberOf = std::function<T &(S &)>;

    [[nodiscard]] static Field whole(Field field, const MemberOf<std::optional<qint64>> &of, qint64 least = 1,
                                     qint64 most = 2'000'000'000);
    [[nodiscard]] static Field decimal(Field field, const MemberOf<std::optional<double>> &of);
    /// @param least billionths of a dollar
    [[nodiscard]] static Field dollars(Field field, const MemberOf<std::optional<NanoDollars>> &of, qint64 least = 1);
    /// @param perMillion dollars for a million of what the price is for
    [[nodiscard]] static Field price(Field field, const MemberOf<std::optional<PicoDollars>> &of, bool perMillion);
    [[nodiscard]] static Field names(Field field, const MemberOf<QStringList> &of);
    [[nodiscard]] static Field flag(Field field, const MemberOf<bool> &of);
    /// Yes, no, or as usual.
    [[nodiscard]] static Field decision(Field field, const MemberOf<std::optional<bool>> &of, const QString &yes,
                                        const QString &no);
};

// The same for the members of a step.
template <typename T>
using MemberOf = FieldMakers<routing::Step>::MemberOf<T>;

[[nodiscard]] inline StepField wholeField(StepField field, const MemberOf<std::optional<qint64>> &of, qint64 least = 1,
                                          qint64 most = 2'000'000'000)
{
    return FieldMakers<routing::Step>::whole(std::move(field), of, least, most);
}
[[nodiscard]] inline StepField decimalField(StepField field, const MemberOf<std::optional<double>> &of)
{
    return FieldMakers<routing::Step>::decimal(std::move(field), of);
}
[[nodiscard]] inline StepField dollarsField(StepField field, const MemberOf<std::optional<NanoDollars>> &of)
{
    return FieldMakers<routing::Step>::dollars(std::move(field), of);
}
[[nodiscard]] inline StepField priceField(StepField field, const MemberOf<std::optional<PicoDollars>> &of,
                                          bool perMillion)
{
    return FieldMakers<routing::Step>::price(std::move(field), of, perMillion);
}
[[nodiscard]] inline StepField namesField(StepField field, const MemberOf<QStringList> &of)
{
    return FieldMakers<routing::Step>::names(std::move(field), of);
}
[[nodiscard]] inline StepField flagField(StepField field, const MemberOf<bool> &of)
{
    return FieldMakers<routing::Step>::flag(std::move(field), of);
}
[[nodiscard]] inline StepField decisionField(StepField field, const MemberOf<std::optional<bool>> &of,
                                             const QString &yes, const QString &no)
{
    return FieldMakers<routing::Step>::decision(std::move(field), of, yes, no);
}

[[nodiscard]] QString secondsText(std::chrono::milliseconds time); ///< to be typed over
[[nodiscard]] std::optional<std::chrono::milliseconds> parseSeconds(const QString &text);

} // namespace sb::ui
