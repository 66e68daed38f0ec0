#pragma once

#include "core/base/json.h"
#include "core/budget/budget.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

namespace sb::profile {

enum class ThemeChoice
{
    System,
    Light,
    Dark
};

/// What a person sets; settings.json in the profile. Members with defaults; parseSettings() checks ranges.
struct Settings
{
    QString language = {}; ///< "en", "de"; empty: the system's
    ThemeChoice theme = ThemeChoice::System;
    QString timeZone = {}; ///< IANA id; empty: the system's at the time when the register is made
    bool recordBodies = true;
    bool fullDurability = false;
    bool reducedMotion = false;
    bool practice = true; ///< simulated providers are listed
    QString defaultChain = {}; ///< used by `ask` and new panes; empty: "sample" in a new profile
    /// Providers that were added, by id, in the order in which endpoints of equal standing are tried.
    QStringList providers = {};
    QStringList favoriteModels = {}; ///< "author/slug", in the user's order
    budget::Limits limits = {};
    Json extra = {}; ///< members of a newer version, kept
    friend bool operator==(const Settings &, const Settings &) = default;
};

inline constexpr int SettingsVersion = 1; ///< "version" of the file; schema: resources/schemas/settings.schema.json

/// Errors: InvalidInput with path and expectation.
[[nodiscard]] Result<Settings> parseSettings(const Json &json);
[[nodiscard]] Json toJson(const Settings &settings);
/// The zone in which days begin and times are shown: the chosen one, else the system's.
[[nodiscard]] QTimeZone zoneOf(const Settings &settings);

} // namespace sb::profile
