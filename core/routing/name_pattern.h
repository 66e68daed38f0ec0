#pragma once

#include <QStringList>

#include <optional>

namespace sb::routing {

/// Whether a name fits a pattern in which `*` stands for any text, also for none: "anthropic/*". Case does not matter.
[[nodiscard]] bool fitsPattern(QStringView name, QStringView pattern);
[[nodiscard]] bool fitsAnyPattern(QStringView name, const QStringList &patterns);
/// The place of the first pattern that it fits; nullopt: it fits none.
[[nodiscard]] std::optional<qsizetype> placeAmong(const QStringList &patterns, QStringView name);

} // namespace sb::routing
