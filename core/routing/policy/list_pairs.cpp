#include "core/routing/policy/list_pairs.h"

#include <algorithm>

namespace sb::routing {

namespace {

constexpr qsizetype NoPartner = -1;

/// Which item of the older list an item of the newer one was, and the other way around.
struct Partners
{
    QList<qsizetype> ofBefore;
    QList<qsizetype> ofAfter;

    Partners(qsizetype before, qsizetype after)
        : ofBefore(before, NoPartner)
        , ofAfter(after, NoPartner)
    {
    }
    void join(qsizetype before, qsizetype after)
    {
        ofBefore[before] = after;
        ofAfter[after] = before;
    }
    [[nodiscard]] bool areFree(qsizetype before, qsizetype after) const
    {
        return ofBefore.at(before) == NoPartner && ofAfter.at(after) == NoPartner;
    }
    /// Whether both follow a pair, or both begin their lists.
    [[nodiscard]] bool followPair(qsizetype before, qsizetype after) const
    {
        if (before == 0 || after == 0)
            return before == after;
        return ofAfter.at(after - 1) == before - 1;
    }
    [[nodiscard]] bool precedePair(qsizetype before, qsizetype after) const
    {
        const bool beforeIsLast = before + 1 == ofBefore.size();
        const bool afterIsLast = after + 1 == ofAfter.size();
        if (beforeIsLast || afterIsLast)
            return beforeIsLast && afterIsLast;
        return ofAfter.at(after + 1) == before + 1;
    }
};

template <typename Test>
void joinWhere(Partners &partners, Test test)
{
    for (qsizetype after = 0; after < partners.ofAfter.size(); ++after) {
        for (qsizetype before = 0; before < partners.ofBefore.size(); ++before) {
            if (partners.areFree(before, after) && test(before, after))
                partners.join(before, after);
        }
    }
}

/// The pairs that keep their order: a longest ascending run of indexes in the older list. The rest was moved.
void markMoved(QList<ListPair> &pairs)
{
    const qsizetype count = pairs.size();
    QList<qsizetype> length(count, 1);
    QList<qsizetype> previous(count, NoPartner);
    qsizetype last = NoPartner;
    for (qsizetype i = 0; i < count; ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            if (pairs.at(j).before < pairs.at(i).before && length.at(j) >= length.at(i)) {
                length[i] = length.at(j) + 1;
                previous[i] = j;
            }
        }
        if (last == NoPartner || length.at(i) > length.at(last))
            last = i;
    }
    for (ListPair &pair : pairs)
        pair.moved = true;
    for (qsizetype i = last; i != NoPartner; i = previous.at(i))
        pairs[i].moved = false;
}

} // namespace

QList<ListPair> pairUp(qsizetype before, qsizetype after, const QList<Likeness> &likenesses)
{
    Partners partners(before, after);
    for (const Likeness &alike : likenesses)
        joinWhere(partners, alike);
    joinWhere(partners, [&partners](qsizetype b, qsizetype a) {
        return partners.followPair(b, a) || partners.precedePair(b, a);
    });
    QList<ListPair> pairs;
    for (qsizetype i = 0; i < after; ++i) {
        if (partners.ofAfter.at(i) != NoPartner)
            pairs.append({.before = partners.ofAfter.at(i), .after = i});
    }
    markMoved(pairs);
    return pairs;
}

} // namespace sb::routing
