#pragma once

#include "core/base/money.h"
#include "ui/chains/step_fields.h"

#include <functional>
#include <optional>

namespace sb::ui {

// What reads and writes a member of a step as text. Each is given a field that has its words, and the member.

/// The member of a step that is to be changed; it may make room for it (a filter, a hedge).
template <typename T>
using MemberOf = std::function<T &(routing::Step &)>;

[[nodiscard]] StepField wholeField(StepField field, const MemberOf<std::optional<qint64>> &of, qint64 least = 1,
                                   qint64 most = 2'000'000'000);
[[nodiscard]] StepField decimalField(StepField field, const MemberOf<std::optional<double>> &of);
[[nodiscard]] StepField dollarsField(StepField field, const MemberOf<std::optional<NanoDollars>> &of);
/// @param perMillion dollars for a million of what the price is for
[[nodiscard]] StepField priceField(StepField field, const MemberOf<std::optional<PicoDollars>> &of, bool perMillion);
[[nodiscard]] StepField namesField(StepField field, const MemberOf<QStringList> &of);
[[nodiscard]] StepField flagField(StepField field, const MemberOf<bool> &of);
/// Yes, no, or as usual.
[[nodiscard]] StepField decisionField(StepField field, const MemberOf<std::optional<bool>> &of, const QString &yes,
                                      const QString &no);

[[nodiscard]] QString secondsText(std::chrono::milliseconds time); ///< to be typed over
[[nodiscard]] std::optional<std::chrono::milliseconds> parseSeconds(const QString &text);

} // namespace sb::ui
