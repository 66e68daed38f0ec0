#include "core/routing/acceptance/schema_walk.h"

#include <QCoreApplication>

namespace sb::routing {

namespace {

struct SchemaInPlaceText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

} // namespace

bool SchemaWalk::fitsInPlace(const Visit &visit)
{
    const SchemaNode::InPlace &in = visit.node.inPlace;
    bool good = in.ref == NoSchema || fits(in.ref, visit.value, visit.place, visit.seen);
    for (const auto part :
         {&SchemaWalk::fitsAll, &SchemaWalk::fitsAny, &SchemaWalk::fitsOne, &SchemaWalk::fitsCondition}) {
        if (isOver(good))
            return good;
        good = (this->*part)(visit) && good;
    }
    return good;
}

bool SchemaWalk::fitsAll(const Visit &visit)
{
    bool good = true;
    for (const int schema : visit.node.inPlace.allOf) {
        good = fits(schema, visit.value, visit.place, visit.seen) && good;
        if (isOver(good))
            break;
    }
    return good;
}

bool SchemaWalk::fitsAny(const Visit &visit)
{
    const std::vector<int> &alternatives = visit.node.inPlace.anyOf;
    bool good = alternatives.empty();
    for (const int schema : alternatives) {
        good = fitsQuietly(schema, visit) || good;
        if (m_stopped || (good && !visit.seen)) // each one that fits has seen something
            break;
    }
    if (!good)
        explainAlternatives(visit, alternatives);
    return good;
}

bool SchemaWalk::fitsOne(const Visit &visit)
{
    const std::vector<int> &alternatives = visit.node.inPlace.oneOf;
    if (alternatives.empty())
        return true;
    int fitting = 0;
    for (const int schema : alternatives) {
        fitting += fitsQuietly(schema, visit) ? 1 : 0;
        if (m_stopped || fitting > 1)
            break;
    }
    if (fitting == 0)
        explainAlternatives(visit, alternatives);
    else if (fitting > 1)
        wrong(visit.place, "oneOf", SchemaInPlaceText::tr("exactly one alternative, not several"));
    return fitting == 1;
}

bool SchemaWalk::fitsCondition(const Visit &visit)
{
    const SchemaNode::InPlace &in = visit.node.inPlace;
    if (in.isNot != NoSchema && fitsQuietly(in.isNot, {visit.node, visit.value, visit.place, nullptr}))
        return wrong(visit.place, "not", SchemaInPlaceText::tr("something that “not” does not describe"));
    if (in.isIf == NoSchema || m_stopped)
        return true;
    const int then = fitsQuietly(in.isIf, visit) ? in.isThen : in.isElse;
    return then == NoSchema || fits(then, visit.value, visit.place, visit.seen);
}

/// Where only one alternative is for values of this type ("an object or null"), what it lacks says more than that none
/// fits.
void SchemaWalk::explainAlternatives(const Visit &visit, const std::vector<int> &alternatives)
{
    if (m_quiet > 0)
        return;
    std::vector<int> meant = alternatives;
    std::erase_if(meant, [&](int schema) { return !admits(schema, schemaTypes(visit.value)); });
    if (meant.size() == 1)
        fits(meant.front(), visit.value, visit.place, nullptr);
    else
        wrong(visit.place, "anyOf",
              SchemaInPlaceText::tr("what one of its %1 alternatives describes").arg(alternatives.size()));
}

bool SchemaWalk::admits(int schema, quint8 types) const
{
    const SchemaNode *node = &m_document.nodes[std::size_t(schema)];
    // A reference that leads to another one, and so on, says nothing quickly.
    if (node->types == 0 && node->inPlace.ref != NoSchema)
        node = &m_document.nodes[std::size_t(node->inPlace.ref)];
    return node->always.value_or(true) && (node->types == 0 || (node->types & types) != 0);
}

} // namespace sb::routing
