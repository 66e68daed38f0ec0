#pragma once

#include "core/chat/usage.h"

namespace sb::usage {

/// Sums of one group of settled requests. Costs by kind are apart; `unpriced` counts requests.
struct Sums
{
    qint64 requests = 0;
    qint64 failed = 0; ///< ended neither complete nor length
    qint64 fellBack = 0; ///< served by another than the first candidate
    qint64 unpriced = 0;
    chat::TokenClasses tokens = {};
    NanoDollars billed = {};
    NanoDollars computed = {};
    NanoDollars estimated = {};

    [[nodiscard]] NanoDollars total() const { return saturatingAdd(saturatingAdd(billed, computed), estimated); }
    Sums &operator+=(const Sums &other);
    [[nodiscard]] Sums operator-() const; ///< what takes these away
    friend bool operator==(const Sums &, const Sums &) = default;
};

} // namespace sb::usage
