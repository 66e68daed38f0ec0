#pragma once

#include <QStringList>

namespace sb::routing {

/// Whether a name fits a pattern in which `*` stands for any text, also for none: "anthropic/*". Case does not matter.
[[nodiscard]] bool fitsPattern(QStringView name, QStringView pattern);
[[nodiscard]] bool fitsAnyPattern(QStringView name, const QStringList &patterns);

} // namespace sb::routing
