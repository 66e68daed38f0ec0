#include "core/routing/acceptance/schema_reader.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct SchemaReferencesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

/// The schemas that look at the same value as this one.
std::vector<int> appliedInPlace(const SchemaNode &node)
{
    const SchemaNode::InPlace &in = node.inPlace;
    std::vector<int> all{in.ref, in.isNot, in.isIf, in.isThen, in.isElse};
    for (const auto *list : {&in.allOf, &in.anyOf, &in.oneOf})
        all.insert(all.end(), list->begin(), list->end());
    for (const SchemaNode::Dependency &dependency : node.members.dependencies)
        all.push_back(dependency.schema);
    std::erase(all, NoSchema);
    return all;
}

} // namespace

void SchemaReader::reference(const Json &json, const Place &place)
{
    const QString text = json.toText();
    const qsizetype mark = text.indexOf(u'#');
    const QString uri = mark < 0 ? text : text.first(mark);
    const QUrl resource = QUrl(place.base).resolved(QUrl(uri));
    if (!json.isString() || (!uri.isEmpty() && !resource.isValid()))
        return refuseExpected(place, SchemaReferencesText::tr("a URI"));
    const QByteArray fragment = mark < 0 ? QByteArray() : text.sliced(mark + 1).toUtf8();
    m_references.push_back({.node = m_nodes.value(place.pointer.chopped(5)), // "/$ref"
                            .place = place,
                            .resource = uri.isEmpty() ? place.base : resource.toString(QUrl::FullyEncoded),
                            .fragment = QString::fromUtf8(QByteArray::fromPercentEncoding(fragment))});
}

int SchemaReader::target(const Reference &reference) const
{
    const auto resource = m_resources.constFind(reference.resource);
    if (resource == m_resources.constEnd())
        return NoSchema;
    if (reference.fragment.isEmpty() || reference.fragment.startsWith(u'/'))
        return m_nodes.value(*resource + reference.fragment.toUtf8(), NoSchema);
    return m_anchors.value(reference.resource + u'#' + reference.fragment, NoSchema);
}

void SchemaReader::resolve()
{
    for (const Reference &reference : m_references) {
        const int found = target(reference);
        if (found == NoSchema)
            return refuse(reference.place,
                          SchemaReferencesText::tr("cannot be checked: it leads to no schema of this document"));
        m_document->nodes[std::size_t(reference.node)].inPlace.ref = found;
    }
}

/// A schema that comes back to itself for the same value has no meaning (2020-12 core, 9.4.1). Schemas without a way
/// into such a circle are taken away, one after the other; what stays has one.
void SchemaReader::findCircles()
{
    const std::vector<SchemaNode> &nodes = m_document->nodes;
    std::vector<std::size_t> ways(nodes.size());
    std::vector<std::vector<int>> usedBy(nodes.size());
    std::vector<int> free;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::vector<int> applied = appliedInPlace(nodes[i]);
        ways[i] = applied.size();
        for (const int each : applied)
            usedBy[std::size_t(each)].push_back(int(i));
        if (applied.empty())
            free.push_back(int(i));
    }
    for (std::size_t done = 0; done < free.size(); ++done) {
        for (const int user : usedBy[std::size_t(free[done])]) {
            if (--ways[std::size_t(user)] == 0)
                free.push_back(user);
        }
    }
    const auto caught = std::ranges::find_if(ways, [](std::size_t each) { return each > 0; });
    if (caught != ways.end())
        refuse({.pointer = m_pointers[std::size_t(caught - ways.begin())]},
               SchemaReferencesText::tr("cannot be checked: its references go round in a circle"));
}

} // namespace sb::routing
