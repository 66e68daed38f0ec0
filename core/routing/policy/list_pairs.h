#pragma once

#include <QList>

#include <functional>
#include <optional>

namespace sb::routing {

/// An item of a list that is known again in a later form of it.
struct ListPair
{
    qsizetype before = 0; ///< index
    qsizetype after = 0;
    bool moved = false; ///< stands elsewhere among those that are in both
    friend bool operator==(const ListPair &, const ListPair &) = default;
};

/// Whether two items are likely one: by their indexes in the older and the newer list.
using Likeness = std::function<bool(qsizetype before, qsizetype after)>;

/// Finds the items of two lists that belong together, each at most once: first by the strongest likeness, then by the
/// weaker ones, and at last what stands in the same place between two that belong together. As few as possible count as
/// moved. @return by index in the newer list
[[nodiscard]] QList<ListPair> pairUp(qsizetype before, qsizetype after, const QList<Likeness> &likenesses);

} // namespace sb::routing
