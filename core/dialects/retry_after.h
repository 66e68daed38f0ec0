#pragma once

#include "core/base/json.h"
#include "core/dialects/dialect.h"

#include <chrono>
#include <optional>

namespace sb::dialects {

/// How long the provider asks us to wait, without looking at a clock of ours: `retry-after-ms`, `retry-after` in
/// seconds, or as an HTTP date counted from the answer's own Date header, or Google's RetryInfo in the error object.
/// @param error the error object, or null
/// @return nullopt when nothing was said, or nothing that makes sense; 0 for a date that is over
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const AnswerHead &head, const Json &error);

} // namespace sb::dialects
