#include "core/routing/acceptance/schema_reader.h"

#include <QCoreApplication>

#include <array>

namespace sb::routing {

namespace {

using Reader = SchemaReader;
using Place = SchemaReader::Place;
using Node = SchemaNode;

struct SchemaKeywordsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

void annotation(Reader &, const Json &, const Place &, Node &) { }

/// Was read before all else.
void dialect(Reader &r, const Json &, const Place &place, Node &)
{
    if (place.pointer != "/$schema")
        r.refuse(place, SchemaKeywordsText::tr("cannot be checked below the top"));
}

void definitions(Reader &r, const Json &json, const Place &place, Node &)
{
    r.namedSchemas(json, place);
}

void nullable(Reader &r, const Json &json, const Place &place, Node &)
{
    if (r.flag(json, place))
        r.refuse(place,
                 SchemaKeywordsText::tr(
                     "cannot be checked: JSON Schema has no such keyword, and providers differ; name null as a type"));
}

void items(Reader &r, const Json &json, const Place &place, Node &n)
{
    // A list is draft-07's way to say prefixItems; in 2020-12 it is no schema, and refused as such.
    if (json.isArray() && r.draft() == SchemaDraft::Draft7)
        n.lists.prefixItems = r.schemas(json, place);
    else
        n.lists.items = r.schema(json, place);
}

void dependency(Reader &r, const Json::Member &member, const Place &place, Node &n)
{
    const auto &[name, json] = member;
    if (json.isArray())
        n.members.dependencies.push_back({.name = name, .required = r.names(json, place)});
    else
        n.members.dependencies.push_back({.name = name, .schema = r.schema(json, place)});
}

template <bool Lists, bool Schemas>
void dependencies(Reader &r, const Json &json, const Place &place, Node &n)
{
    if (!json.isObject())
        r.refuseExpected(place, SchemaKeywordsText::tr("an object"));
    for (const Json::Member &member : json.members()) {
        const Place here = place.member(member.first);
        if (member.second.isArray() ? Lists : Schemas)
            dependency(r, member, here, n);
        else
            r.refuseExpected(here,
                             Lists ? SchemaKeywordsText::tr("a list of names") : SchemaKeywordsText::tr("a schema"));
    }
}

void patternProperties(Reader &r, const Json &json, const Place &place, Node &n)
{
    const QHash<QByteArray, int> schemas = r.namedSchemas(json, place);
    for (const auto &[text, schema] : schemas.asKeyValueRange()) {
        if (const auto pattern = r.pattern(QString::fromUtf8(text), place.member(text)))
            n.members.patternProperties.emplace_back(*pattern, schema);
    }
}

void divisor(Reader &r, const Json &json, const Place &place, Node &n)
{
    n.numbers.multipleOf = r.number(json, place);
    if (n.numbers.multipleOf && !n.numbers.multipleOf->canDivide())
        r.refuseExpected(place, SchemaKeywordsText::tr("a number above 0 of at most 18 digits"));
}

void unevaluatedItems(Reader &r, const Json &json, const Place &place, Node &n)
{
    r.tracksEvaluation();
    n.lists.unevaluatedItems = r.schema(json, place);
}

void unevaluatedProperties(Reader &r, const Json &json, const Place &place, Node &n)
{
    r.tracksEvaluation();
    n.members.unevaluatedProperties = r.schema(json, place);
}

void pattern(Reader &r, const Json &json, const Place &place, Node &n)
{
    if (!json.isString())
        r.refuseExpected(place, SchemaKeywordsText::tr("a regular expression"));
    n.texts.pattern = r.pattern(json.toText(), place);
}

void enumeration(Reader &r, const Json &json, const Place &place, Node &n)
{
    if (!json.isArray())
        r.refuseExpected(place, SchemaKeywordsText::tr("a list of values"));
    r.choice(json.items(), "enum", n);
}

// Members of a node that are read alike, by the address of the member.
template <auto Group, auto Member>
void oneSchema(Reader &r, const Json &json, const Place &place, Node &n)
{
    n.*Group.*Member = r.schema(json, place);
}
template <auto Group, auto Member>
void schemaList(Reader &r, const Json &json, const Place &place, Node &n)
{
    n.*Group.*Member = r.schemas(json, place);
}
template <auto Group, auto Member>
void size(Reader &r, const Json &json, const Place &place, Node &n)
{
    n.*Group.*Member = r.count(json, place);
}
template <auto Member>
void limit(Reader &r, const Json &json, const Place &place, Node &n)
{
    n.numbers.*Member = r.number(json, place);
}

constexpr auto All = SchemaReader::Keyword::All;
constexpr auto Only7 = SchemaReader::Keyword::Only7;
constexpr auto Only2020 = SchemaReader::Keyword::Only2020;

constexpr std::array Keywords{
    Reader::Keyword{"$schema", All, dialect},
    Reader::Keyword{"$id", All, annotation}, // read before all others
    Reader::Keyword{"$comment", All, annotation},
    Reader::Keyword{"title", All, annotation},
    Reader::Keyword{"description", All, annotation},
    Reader::Keyword{"default", All, annotation},
    Reader::Keyword{"examples", All, annotation},
    Reader::Keyword{"deprecated", All, annotation},
    Reader::Keyword{"readOnly", All, annotation},
    Reader::Keyword{"writeOnly", All, annotation},
    Reader::Keyword{"format", All, annotation},
    Reader::Keyword{"nullable", All, nullable},
    Reader::Keyword{"$defs", All, definitions},
    Reader::Keyword{"definitions", All, definitions},
    Reader::Keyword{"$ref", All,
                    [](Reader &r, const Json &json, const Place &place, Node &) { r.reference(json, place); }},
    Reader::Keyword{"$anchor", Only2020,
                    [](Reader &r, const Json &json, const Place &place, Node &) {
                        r.anchor(json.toText(), {place.pointer.chopped(8), place.base}); // "/$anchor"
                    }},
    Reader::Keyword{"type", All,
                    [](Reader &r, const Json &json, const Place &place, Node &n) { r.types(json, place, n); }},
    Reader::Keyword{"enum", All, enumeration},
    Reader::Keyword{"const", All,
                    [](Reader &r, const Json &json, const Place &, Node &n) { r.choice({json}, "const", n); }},
    Reader::Keyword{"allOf", All, schemaList<&Node::inPlace, &Node::InPlace::allOf>},
    Reader::Keyword{"anyOf", All, schemaList<&Node::inPlace, &Node::InPlace::anyOf>},
    Reader::Keyword{"oneOf", All, schemaList<&Node::inPlace, &Node::InPlace::oneOf>},
    Reader::Keyword{"not", All, oneSchema<&Node::inPlace, &Node::InPlace::isNot>},
    Reader::Keyword{"if", All, oneSchema<&Node::inPlace, &Node::InPlace::isIf>},
    Reader::Keyword{"then", All, oneSchema<&Node::inPlace, &Node::InPlace::isThen>},
    Reader::Keyword{"else", All, oneSchema<&Node::inPlace, &Node::InPlace::isElse>},
    Reader::Keyword{"minimum", All, limit<&Node::Numbers::minimum>},
    Reader::Keyword{"maximum", All, limit<&Node::Numbers::maximum>},
    Reader::Keyword{"exclusiveMinimum", All, limit<&Node::Numbers::exclusiveMinimum>},
    Reader::Keyword{"exclusiveMaximum", All, limit<&Node::Numbers::exclusiveMaximum>},
    Reader::Keyword{"multipleOf", All, divisor},
    Reader::Keyword{"minLength", All, size<&Node::texts, &Node::Texts::minLength>},
    Reader::Keyword{"maxLength", All, size<&Node::texts, &Node::Texts::maxLength>},
    Reader::Keyword{"pattern", All, pattern},
    Reader::Keyword{"items", All, items},
    Reader::Keyword{"additionalItems", Only7, oneSchema<&Node::lists, &Node::Lists::additionalItems>},
    Reader::Keyword{"prefixItems", Only2020, schemaList<&Node::lists, &Node::Lists::prefixItems>},
    Reader::Keyword{"contains", All, oneSchema<&Node::lists, &Node::Lists::contains>},
    Reader::Keyword{"minContains", Only2020, size<&Node::lists, &Node::Lists::minContains>},
    Reader::Keyword{"maxContains", Only2020, size<&Node::lists, &Node::Lists::maxContains>},
    Reader::Keyword{"minItems", All, size<&Node::lists, &Node::Lists::minItems>},
    Reader::Keyword{"maxItems", All, size<&Node::lists, &Node::Lists::maxItems>},
    Reader::Keyword{
        "uniqueItems", All,
        [](Reader &r, const Json &json, const Place &place, Node &n) { n.lists.uniqueItems = r.flag(json, place); }},
    Reader::Keyword{"unevaluatedItems", Only2020, unevaluatedItems},
    Reader::Keyword{"properties", All,
                    [](Reader &r, const Json &json, const Place &place,
                       Node &n) { n.members.properties = r.namedSchemas(json, place); }},
    Reader::Keyword{"patternProperties", All, patternProperties},
    Reader::Keyword{"additionalProperties", All, oneSchema<&Node::members, &Node::Members::additionalProperties>},
    Reader::Keyword{"propertyNames", All, oneSchema<&Node::members, &Node::Members::propertyNames>},
    Reader::Keyword{"required", All,
                    [](Reader &r, const Json &json, const Place &place,
                       Node &n) { n.members.required = r.names(json, place); }},
    Reader::Keyword{"minProperties", All, size<&Node::members, &Node::Members::minProperties>},
    Reader::Keyword{"maxProperties", All, size<&Node::members, &Node::Members::maxProperties>},
    Reader::Keyword{"dependentRequired", Only2020, dependencies<true, false>},
    Reader::Keyword{"dependentSchemas", Only2020, dependencies<false, true>},
    Reader::Keyword{"dependencies", Only7, dependencies<true, true>},
    Reader::Keyword{"unevaluatedProperties", Only2020, unevaluatedProperties},
};

} // namespace

const SchemaReader::Keyword *findSchemaKeyword(QByteArrayView name)
{
    const auto *const found =
        std::ranges::find_if(Keywords, [name](const Reader::Keyword &each) { return name == each.name; });
    return found == Keywords.end() ? nullptr : found;
}

} // namespace sb::routing
