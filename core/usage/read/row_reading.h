#pragma once

#include "core/usage/records.h"
#include "core/usage/store/statement.h"

namespace sb::usage {

/// NULL means "not reached", −1 in a record.
[[nodiscard]] inline std::chrono::milliseconds durationAt(const Statement &row, int column)
{
    return std::chrono::milliseconds{row.maybeInteger(column).value_or(-1)};
}

/// A name that this program does not know, of a newer one, reads as failed.
[[nodiscard]] inline routing::EndState endStateOf(const QString &name)
{
    return routing::endStateFromWireName(name.toLatin1()).value_or(routing::EndState::Failed);
}

/// The cost of a row; what a lost request was settled with is a later fact, and an estimate.
[[nodiscard]] inline Cost costOf(CostKind kind, std::optional<NanoDollars> amount,
                                 std::optional<NanoDollars> settledLater)
{
    if (settledLater)
        return {.kind = CostKind::Estimated, .amount = settledLater};
    return {.kind = kind, .amount = kind == CostKind::Unpriced ? std::nullopt : amount};
}

} // namespace sb::usage
