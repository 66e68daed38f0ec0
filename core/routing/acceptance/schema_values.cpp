#include "core/routing/acceptance/canonical.h"
#include "core/routing/acceptance/schema_reader.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr qsizetype LongestChoices = 80; // characters of a message

struct SchemaValuesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

constexpr std::array<std::pair<const char *, quint8>, 7> TypeNames{{
    {"null", NullType},
    {"boolean", BooleanType},
    {"number", NumberType},
    {"integer", IntegerType},
    {"string", StringType},
    {"array", ArrayType},
    {"object", ObjectType},
}};

quint8 typeNamed(const QByteArray &name)
{
    const auto *const found = std::ranges::find_if(TypeNames, [&name](const auto &each) { return name == each.first; });
    return found == TypeNames.end() ? quint8(0) : found->second;
}

} // namespace

quint8 schemaTypes(const Json &value)
{
    if (value.isNumber())
        return Decimal(value.numberLiteral()).isInteger() ? NumberType | IntegerType : NumberType;
    return typeNamed(value.typeName());
}

void SchemaReader::types(const Json &json, const Place &place, SchemaNode &node)
{
    const Json::Array names = json.isArray() ? json.items() : Json::Array{json};
    QStringList known;
    for (const Json &name : names) {
        const quint8 type = typeNamed(name.toBytes());
        if (type == 0)
            refuseExpected(place,
                           SchemaValuesText::tr("string, number, integer, boolean, object, array or null, or a list"));
        node.types |= type;
        known.append(name.toText());
    }
    if (names.isEmpty())
        refuseExpected(place, SchemaValuesText::tr("at least one type"));
    node.typeNames = known.join(u", "_s);
}

void SchemaReader::choice(const Json::Array &values, const QByteArray &keyword, SchemaNode &node)
{
    SchemaNode::Choice choice{.keyword = keyword};
    QStringList texts;
    qsizetype length = 0;
    for (const Json &value : values) {
        choice.values.insert(canonical(value));
        if (length > LongestChoices)
            continue;
        texts.append(QString::fromUtf8(value.dump()));
        length += texts.last().size() + 2;
    }
    choice.text = texts.join(u", "_s);
    if (choice.text.size() > LongestChoices)
        choice.text = choice.text.left(LongestChoices) + u'…';
    node.choices.push_back(std::move(choice));
}

std::vector<int> SchemaReader::schemas(const Json &list, const Place &place)
{
    std::vector<int> all;
    if (!list.isArray() || list.size() == 0)
        refuseExpected(place, SchemaValuesText::tr("a list of schemas"));
    for (qsizetype i = 0; i < list.size() && !m_error; ++i)
        all.push_back(schema(list.at(i), place.item(i)));
    return all;
}

QHash<QByteArray, int> SchemaReader::namedSchemas(const Json &object, const Place &place)
{
    QHash<QByteArray, int> all;
    if (!object.isObject())
        refuseExpected(place, SchemaValuesText::tr("an object of schemas"));
    for (const auto &[name, json] : object.members()) {
        if (m_error)
            break;
        if (all.contains(name))
            refuse(place.member(name), SchemaValuesText::tr("the name occurs twice"));
        all.insert(name, schema(json, place.member(name)));
    }
    return all;
}

std::optional<qint64> SchemaReader::count(const Json &json, const Place &place)
{
    const std::optional<qint64> value = json.toInteger();
    if (value && *value >= 0)
        return value;
    refuseExpected(place, SchemaValuesText::tr("a whole number of at least 0"));
    return {};
}

std::optional<Decimal> SchemaReader::number(const Json &json, const Place &place)
{
    if (json.isNumber())
        return Decimal(json.numberLiteral());
    refuseExpected(place, SchemaValuesText::tr("a number"));
    return {};
}

bool SchemaReader::flag(const Json &json, const Place &place)
{
    if (!json.isBool())
        refuseExpected(place, SchemaValuesText::tr("true or false"));
    return json.toBool().value_or(false);
}

QList<QByteArray> SchemaReader::names(const Json &list, const Place &place)
{
    QList<QByteArray> all;
    bool right = list.isArray();
    for (const Json &name : list.items()) {
        right = right && name.isString();
        all.append(name.toBytes());
    }
    if (!right)
        refuseExpected(place, SchemaValuesText::tr("a list of names"));
    return all;
}

std::optional<BoundedPattern> SchemaReader::pattern(const QString &text, const Place &place)
{
    m_patternPlaces += expandedSize(text);
    if (++m_patterns > MostPatterns || m_patternPlaces > MostPatternPlaces)
        refuseSize(place);
    if (m_error)
        return {};
    const auto compiled = BoundedPattern::compileEcma(text, MostPatternSteps);
    if (compiled)
        return *compiled;
    refuse(place, compiled.error().message);
    return {};
}

} // namespace sb::routing
