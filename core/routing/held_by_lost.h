#pragma once

#include "core/base/money.h"

#include <QList>
#include <QString>

namespace sb::routing {

inline constexpr qsizetype MostNamedRequests = 5;

/// What requests whose end nobody saw hold of a limit, until somebody settles them.
struct HeldByLost
{
    NanoDollars amount = {};
    QList<qint64> requests = {}; ///< their numbers, of those that hold the most; at most MostNamedRequests
    bool more = false; ///< others hold some of it, too
    friend bool operator==(const HeldByLost &, const HeldByLost &) = default;
};

/// One translated sentence that names them and says where they are settled; empty where nothing is held.
[[nodiscard]] QString describe(const HeldByLost &held);

} // namespace sb::routing
