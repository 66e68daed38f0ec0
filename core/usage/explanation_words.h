#pragma once

#include "core/usage/explanation.h"

#include <QCoreApplication>

// What the parts of an explanation share. Private to this folder.
namespace sb::usage {

struct ExplanationText
{
    Q_DECLARE_TR_FUNCTIONS(sb::usage::Explanation)
};

[[nodiscard]] QString moneyWords(NanoDollars amount); ///< "$0.00056"
[[nodiscard]] QString costWords(const Cost &cost); ///< "$0.00056, billed"; "unpriced"
[[nodiscard]] QString timeWords(std::chrono::milliseconds time); ///< "1.42 s"
[[nodiscard]] QString shareWords(double share); ///< "62%"

/// The part about attempts: each with its checks, then who won where two ran beside each other.
[[nodiscard]] Explanation explainAttempts(const Settlement &record);

} // namespace sb::usage
