#pragma once

#include "core/profile/profile.h"

#include <QUrl>

namespace sb::pictures {

/// What all pictures show: the same time, the same traffic, the same conversations.
inline constexpr WallTime Now{std::chrono::milliseconds{1'795'530'667'000}}; ///< 2026-11-24 14:31:07 UTC
inline constexpr auto ZoneId = "Europe/London";
inline constexpr auto StandingModel = "local/standing-train"; ///< its answer stands still in the middle

/// A profile that has been in use for some months: chains, a register from the traffic maker, conversations.
/// @param standing base URL of a provider whose answers stand still after some tokens
[[nodiscard]] Result<profile::Paths> makeUsedProfile(const QString &root, const profile::Settings &settings,
                                                     const QUrl &standing);
/// A profile that nobody has used yet.
[[nodiscard]] Result<profile::Paths> makeFreshProfile(const QString &root, const profile::Settings &settings);

} // namespace sb::pictures
