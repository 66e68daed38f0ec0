#pragma once

#include "core/base/json.h"
#include "core/budget/budget.h"
#include "core/routing/key_rule.h"

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
    QString policy = {}; ///< that says which chain a request takes; empty: none
    /// What was asked last in the playground, the last first: "author/slug" or "chain/NAME".
    QStringList recentTargets = {};
    /// Providers that were added, by id, in the order in which endpoints of equal standing are tried.
    QStringList providers = {};
    /// The list of many providers' prices that a refresh asks, in models.dev's form; empty: none is asked.
    QString priceIndex = QStringLiteral("https://models.dev/api.json");
    QStringList favoriteModels = {}; ///< "author/slug", in the user's order
    budget::Limits limits = {};
    routing::KeyRules keys = {}; ///< order and limits of providers' keys; the keys themselves are in the keychain
    Json extra = {}; ///< members of a newer version, kept
    friend bool operator==(const Settings &, const Settings &) = default;
};

inline constexpr qsizetype MaxRecentTargets = 8;
inline constexpr int SettingsVersion = 1; ///< "version" of the file; schema: resources/schemas/settings.schema.json

/// Errors: InvalidInput with path and expectation.
[[nodiscard]] Result<Settings> parseSettings(const Json &json);
[[nodiscard]] Json toJson(const Settings &settings);
/// The zone in which days begin and times are shown: the chosen one, else the system's.
[[nodiscard]] QTimeZone zoneOf(const Settings &settings);

} // namespace sb::profile
