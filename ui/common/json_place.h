#pragma once

#include <QString>

#include <optional>

namespace sb::ui {

/// Where a member stands in a JSON text, so that what is wrong with it can be said beside it.
/// @param path as messages have it: "steps[1].clocks.idle_ms"
/// @return the character at which it begins, its name included; of what is not there, that of the nearest part around
/// it; 0 where the text is no JSON up to there
[[nodiscard]] qsizetype placeOf(QStringView text, QStringView path);
/// The character at which a text stops being JSON; nullopt: it is one value.
[[nodiscard]] std::optional<qsizetype> mistakeIn(QStringView text);
/// "steps[1].clocks.idle_ms" of "steps[1].clocks.idle_ms: expected …"; empty: the message begins with no path.
[[nodiscard]] QString pathIn(const QString &message);

} // namespace sb::ui
