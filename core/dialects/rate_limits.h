#pragma once

#include "core/base/clock.h"
#include "core/dialects/dialect.h"

namespace sb::dialects {

/// What an answer tells about one rate limit; nullopt: it does not say.
struct LimitLeft
{
    std::optional<qint64> limit = {};
    std::optional<qint64> remaining = {};
    std::optional<std::chrono::milliseconds> resetsIn = {}; ///< from the answer on; never negative
    friend bool operator==(const LimitLeft &, const LimitLeft &) = default;
};

/// What is left of a key's rate limits, as the provider says with an answer. "Tokens" are input and output together.
struct Headroom
{
    LimitLeft requests = {};
    LimitLeft tokens = {};
    LimitLeft inputTokens = {};
    LimitLeft outputTokens = {};
    friend bool operator==(const Headroom &, const Headroom &) = default;
};

/// Reads the headers that a provider's file names; what cannot be read counts as not said. Pure.
/// @param now the time of the answer, for resets that are written as a date
/// Sources: https://developers.openai.com/api/docs/guides/rate-limits (durations: "6m0s", "17ms"),
/// https://platform.claude.com/docs/en/api/rate-limits (RFC 3339), https://console.groq.com/docs/rate-limits
[[nodiscard]] Headroom readHeadroom(const AnswerHead &head, const catalog::RateLimitHeaders &headers, WallTime now);

/// When the key may be used again, where nothing is left of one of its limits; nullopt: it may be used now, or the
/// provider does not say.
[[nodiscard]] std::optional<std::chrono::milliseconds> exhaustedFor(const Headroom &headroom);

/// `{"requests": {"limit": 500, "remaining": 499, "resets_in_ms": 120}, …}`; null where nothing was said.
[[nodiscard]] Json toJson(const Headroom &headroom);

} // namespace sb::dialects
