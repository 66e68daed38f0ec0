#pragma once

#include "core/base/random.h"
#include "core/usage/records.h"

namespace sb::usage {

/// 2025-06-03 10:00:00 UTC, a Tuesday.
inline constexpr WallTime Tuesday{std::chrono::milliseconds{1'748'944'800'000}};

/// A request in which every member differs from its default.
[[nodiscard]] OpenRecord fullOpenRecord();
/// Two attempts, the first refused, in which every member differs from its default.
[[nodiscard]] Settlement fullSettlement(const RecordKey &key);

/// A small priced request, for tests in which only the money matters.
[[nodiscard]] OpenRecord smallOpenRecord(std::optional<NanoDollars> bound, WallTime at = Tuesday);
[[nodiscard]] Settlement smallSettlement(const RecordKey &key, NanoDollars cost);

/// Anything that the engine may write, over some weeks, models, providers, chains, clients, ends and kinds of cost.
[[nodiscard]] OpenRecord randomOpenRecord(Random &random, Ledger ledger);
[[nodiscard]] Settlement randomSettlement(Random &random, const RecordKey &key, const OpenRecord &opened);

} // namespace sb::usage
