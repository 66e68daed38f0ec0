#pragma once

#include "core/base/random.h"
#include "core/budget/budget.h"
#include "core/routing/cache_book.h"
#include "core/routing/health.h"
#include "core/routing/key_book.h"
#include "core/routing/rate_book.h"
#include "core/usage/records.h"

namespace sb::engine {

/// What all attempts so far have shown: told of each of them, and asked before each request. Lives as long as the
/// engine's thread.
struct Books
{
    routing::HealthBook health = {}; ///< of endpoints and providers
    routing::KeyBook keys = {};
    routing::RateBook rates = {};
    routing::CacheBook caches = {};
};

/// The time by which health ages. It goes on in sleep, and reaches back beyond the start of the machine, so that what
/// an earlier process saw has the age that it has.
[[nodiscard]] SteadyTime healthTime(const Clock &clock);
inline constexpr std::chrono::hours HealthLasts{24}; ///< nothing older counts

/// What an attempt of an earlier process shows, as if it had been reported then. Of failures only those that are the
/// endpoint's: a key may have been changed since.
void remember(routing::HealthBook &health, const usage::PastAttempt &attempt, SteadyTime at);

/// What a decision about one request sees of all that changes.
struct Outlook
{
    routing::HealthView health = {};
    routing::BudgetView budget = {};
    routing::CacheView cache = {};
    WallTime now = {};
    QTimeZone zone = QTimeZone::utc(); ///< the profile's
    quint64 luck = 0; ///< of a request without a session: whether it goes by a version that takes a share
};
/// @param standing whose zone is the profile's
/// @param random of the request, which stays where it is: the plan is made with its numbers
[[nodiscard]] Outlook outlook(Books &books, const chat::Request &request, const routing::BudgetView &budget,
                              const budget::Standing &standing, const Clock &clock, SeededRandom random);

} // namespace sb::engine
