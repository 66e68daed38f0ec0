#include "core/routing/acceptance/schema_walk.h"

#include <QCoreApplication>

namespace sb::routing {

namespace {

struct SchemaMembersText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

} // namespace

bool SchemaWalk::fitsMembers(const Visit &visit)
{
    bool good = fitsEachMember(visit);
    if (!isOver(good))
        good = fitsNames(visit) && good;
    if (!isOver(good) && visit.node.members.unevaluatedProperties != NoSchema)
        good = fitsUnevaluated(visit, visit.node.members.unevaluatedProperties) && good;
    return good;
}

/// Of members with one name each has to fit: readers differ in which one they take.
bool SchemaWalk::fitsEachMember(const Visit &visit)
{
    const SchemaNode::Members &members = visit.node.members;
    if (members.properties.isEmpty() && members.patternProperties.empty() && members.additionalProperties == NoSchema
        && members.propertyNames == NoSchema)
        return true;
    bool good = true;
    for (qsizetype i = 0; i < visit.value.size() && !isOver(good); ++i)
        good = fitsMember(visit, i) && good;
    return good;
}

bool SchemaWalk::fitsMember(const Visit &visit, qsizetype index)
{
    const SchemaNode::Members &members = visit.node.members;
    const Json::Member &member = visit.value.members().at(index);
    const QByteArray &name = member.first;
    const Place place{.outer = &visit.place, .name = &name};
    work(1);
    bool good = members.propertyNames == NoSchema || fits(members.propertyNames, Json(name), place, nullptr);
    bool known = false;
    const auto check = [&](int schema) {
        known = true;
        if (!isOver(good))
            good = fits(schema, member.second, place, nullptr) && good;
    };
    if (const auto property = members.properties.constFind(name); property != members.properties.constEnd())
        check(*property);
    for (const auto &[pattern, schema] : members.patternProperties) {
        if (searched(pattern, Json(name).toText()))
            check(schema);
    }
    if (!known && members.additionalProperties != NoSchema)
        check(members.additionalProperties);
    if (known && visit.seen)
        (*visit.seen)[std::size_t(index)] = true;
    return good;
}

bool SchemaWalk::fitsNames(const Visit &visit)
{
    const SchemaNode::Members &members = visit.node.members;
    if (members.required.isEmpty() && members.dependencies.empty() && !members.minProperties && !members.maxProperties)
        return true;
    QSet<QByteArray> names;
    for (const Json::Member &member : visit.value.members())
        names.insert(member.first);
    work(visit.value.size() + members.required.size());
    bool good = hasMembers(visit, names, members.required, "required");
    if (!isOver(good))
        good =
            fitsSize(visit, names.size(), members.minProperties, members.maxProperties, "minProperties maxProperties")
            && good;
    return isOver(good) ? good : fitsDependencies(visit, names) && good;
}

bool SchemaWalk::hasMembers(const Visit &visit, const QSet<QByteArray> &names, const QList<QByteArray> &required,
                            const char *keyword)
{
    bool good = true;
    for (const QByteArray &name : required) {
        if (isOver(good))
            break;
        if (!names.contains(name))
            good = wrong(visit.place, keyword,
                         SchemaMembersText::tr("a member “%1”").arg(QString::fromUtf8(name.left(80))));
    }
    return good;
}

bool SchemaWalk::fitsDependencies(const Visit &visit, const QSet<QByteArray> &names)
{
    bool good = true;
    for (const SchemaNode::Dependency &dependency : visit.node.members.dependencies) {
        work(1 + dependency.required.size());
        if (isOver(good))
            break;
        if (!names.contains(dependency.name))
            continue;
        good = hasMembers(visit, names, dependency.required, "dependentRequired") && good;
        if (dependency.schema != NoSchema && !isOver(good))
            good = fits(dependency.schema, visit.value, visit.place, visit.seen) && good;
    }
    return good;
}

bool SchemaWalk::fitsUnevaluated(const Visit &visit, int schema)
{
    bool good = true;
    Seen &seen = *visit.seen; // is there in every document that has such a keyword
    for (qsizetype i = 0; i < visit.value.size() && !isOver(good); ++i) {
        work(1);
        if (seen[std::size_t(i)])
            continue;
        if (visit.value.isObject()) {
            const auto &[name, value] = visit.value.members().at(i);
            good = fits(schema, value, {.outer = &visit.place, .name = &name}, nullptr) && good;
        } else {
            good = fits(schema, visit.value.at(i), {.outer = &visit.place, .index = i}, nullptr) && good;
        }
        seen[std::size_t(i)] = true;
    }
    return good;
}

} // namespace sb::routing
