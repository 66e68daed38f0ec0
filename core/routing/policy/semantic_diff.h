#pragma once

#include "core/routing/policy/policy.h"

namespace sb::routing {

enum class ChangeKind
{
    Added,
    Removed,
    Changed,
    Moved,
};
[[nodiscard]] QByteArray toWireName(ChangeKind kind);

/// One difference in what two versions mean.
struct Change
{
    ChangeKind kind = ChangeKind::Changed;
    QString path = {}; ///< in the newer one ("steps[1].retries"); of what was removed in the older one
    QString sentence = {}; ///< translated, for people
    friend bool operator==(const Change &, const Change &) = default;
};

/// What differs between two versions, in the order of the newer one, the removed last. Rules and steps are known again
/// by their id, else by what they say, so that one that stands elsewhere was moved, not removed and added. Numbers of
/// versions do not count.
[[nodiscard]] QList<Change> semanticDiff(const Chain &before, const Chain &after);
[[nodiscard]] QList<Change> semanticDiff(const Policy &before, const Policy &after);

} // namespace sb::routing
