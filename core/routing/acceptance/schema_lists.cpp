#include "core/routing/acceptance/canonical.h"
#include "core/routing/acceptance/schema_walk.h"

#include <QCoreApplication>

namespace sb::routing {

namespace {

struct SchemaListsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

} // namespace

bool SchemaWalk::fitsItems(const Visit &visit)
{
    const SchemaNode::Lists &lists = visit.node.lists;
    bool good = fitsSize(visit, visit.value.size(), lists.minItems, lists.maxItems, "minItems maxItems");
    for (const auto part : {&SchemaWalk::fitsEachItem, &SchemaWalk::fitsContains, &SchemaWalk::fitsUnique}) {
        if (!isOver(good))
            good = (this->*part)(visit) && good;
    }
    if (!isOver(good) && lists.unevaluatedItems != NoSchema)
        good = fitsUnevaluated(visit, lists.unevaluatedItems) && good;
    return good;
}

bool SchemaWalk::fitsEachItem(const Visit &visit)
{
    const SchemaNode::Lists &lists = visit.node.lists;
    const auto prefix = qsizetype(lists.prefixItems.size());
    const qsizetype end = lists.items == NoSchema ? std::min(prefix, visit.value.size()) : visit.value.size();
    bool good = true;
    for (qsizetype i = 0; i < end && !isOver(good); ++i) {
        const int schema = i < prefix ? lists.prefixItems[std::size_t(i)] : lists.items;
        good = fits(schema, visit.value.at(i), {.outer = &visit.place, .index = i}, nullptr) && good;
        if (visit.seen)
            (*visit.seen)[std::size_t(i)] = true;
    }
    return good;
}

bool SchemaWalk::fitsContains(const Visit &visit)
{
    const SchemaNode::Lists &lists = visit.node.lists;
    if (lists.contains == NoSchema)
        return true;
    qint64 found = 0;
    ++m_quiet;
    for (qsizetype i = 0; i < visit.value.size() && !m_stopped; ++i) {
        if (!fits(lists.contains, visit.value.at(i), {.outer = &visit.place, .index = i}, nullptr))
            continue;
        ++found;
        if (visit.seen)
            (*visit.seen)[std::size_t(i)] = true;
    }
    --m_quiet;
    if (!lists.minContains && found == 0)
        return wrong(visit.place, "contains", SchemaListsText::tr("an item of the kind that is asked for"));
    return fitsSize(visit, found, lists.minContains, lists.maxContains, "minContains maxContains");
}

bool SchemaWalk::fitsUnique(const Visit &visit)
{
    if (!visit.node.lists.uniqueItems)
        return true;
    QSet<QByteArray> known;
    for (qsizetype i = 0; i < visit.value.size() && !m_stopped; ++i) {
        const QByteArray item = canonical(visit.value.at(i));
        work(1 + item.size() / 16);
        if (known.contains(item))
            return wrong({.outer = &visit.place, .index = i}, "uniqueItems",
                         SchemaListsText::tr("an item that is not there before"));
        known.insert(item);
    }
    return true;
}

} // namespace sb::routing
