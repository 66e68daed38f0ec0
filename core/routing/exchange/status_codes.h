#pragma once

#include "core/routing/step.h"

#include <QList>

namespace sb::routing {

/// After which failures a request moves on, as the status codes by which others say it.
[[nodiscard]] MoveOn moveOnAfter(const QList<qint64> &codes);
[[nodiscard]] QList<qint64> codesOf(const MoveOn &moveOn);

} // namespace sb::routing
