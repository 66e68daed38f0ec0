#include "core/practice/schema_sample.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::practice {

namespace {

constexpr int OptionalDepth = 4; ///< below it only what is required
constexpr int MaxDepth = 24; ///< below it null: the schema requires itself
constexpr int MaxValues = 1000; ///< in all; a schema that requires itself twice would double with each level
constexpr qint64 MaxPadding = 1000;

struct Format
{
    const char *name;
    const char *sample;
};
constexpr Format Formats[] = {
    {"date", "2026-07-02"},
    {"date-time", "2026-07-02T12:00:00Z"},
    {"time", "12:00:00Z"},
    {"duration", "PT12M"},
    {"email", "practice@example.org"},
    {"hostname", "example.org"},
    {"ipv4", "192.0.2.1"},
    {"ipv6", "2001:db8::1"},
    {"uri", "https://example.org/practice"},
    {"url", "https://example.org/practice"},
    {"uuid", "00000000-0000-4000-8000-000000000000"},
};

class Sampler
{
public:
    Sampler(const Json &root, const PromptReading &reading)
        : m_root(root)
        , m_reading(reading)
    {
    }
    Json sample(const Json &schema, int depth);

private:
    Json object(const Json &schema, int depth);
    Json array(const Json &schema, int depth);
    Json text(const Json &schema);
    [[nodiscard]] Json number(const Json &schema, bool isWhole) const;
    [[nodiscard]] Json chosenOf(const Json::Array &values) const;
    [[nodiscard]] Json merged(const Json &schema, int depth);
    [[nodiscard]] const Json *resolved(QByteArrayView pointer) const;

    const Json &m_root;
    const PromptReading &m_reading;
    int m_values = 0; ///< made so far
    qsizetype m_strings = 0; ///< how many were made: each takes the next word
};

QByteArray typeOf(const Json &schema)
{
    const Json &type = schema["type"];
    if (type.isString())
        return type.toBytes();
    for (const Json &one : type.items()) {
        if (one.toBytes() != "null")
            return one.toBytes();
    }
    if (!type.items().isEmpty())
        return "null";
    if (schema.contains("properties"))
        return "object";
    return schema.contains("items") ? "array" : "string";
}

bool isRequired(const Json &schema, const QByteArray &name)
{
    const Json::Array &required = schema["required"].items();
    return std::any_of(required.begin(), required.end(), [&](const Json &one) { return one.toBytes() == name; });
}

Json Sampler::sample(const Json &schema, int depth)
{
    if (depth > MaxDepth || ++m_values > MaxValues)
        return {};
    if (schema.contains("const"))
        return schema["const"];
    if (!schema["enum"].items().isEmpty())
        return chosenOf(schema["enum"].items());
    if (schema.contains("$ref")) {
        const Json *target = resolved(schema["$ref"].toBytes());
        return target ? sample(*target, depth + 1) : Json();
    }
    if (!schema["allOf"].items().isEmpty())
        return merged(schema, depth);
    for (const char *choice : {"anyOf", "oneOf"}) {
        for (const Json &one : schema[choice].items()) {
            if (typeOf(one) != "null")
                return sample(one, depth + 1);
        }
    }
    if (schema.contains("default"))
        return schema["default"];

    const QByteArray type = typeOf(schema);
    if (type == "object")
        return object(schema, depth);
    if (type == "array")
        return array(schema, depth);
    if (type == "boolean")
        return true;
    if (type == "null")
        return {};
    if (type == "integer" || type == "number")
        return number(schema, type == "integer");
    return text(schema);
}

Json Sampler::object(const Json &schema, int depth)
{
    Json out = Json::object();
    for (const auto &[name, property] : schema["properties"].members()) {
        if (depth < OptionalDepth || isRequired(schema, name))
            out.set(name, sample(property, depth + 1));
    }
    return out;
}

Json Sampler::array(const Json &schema, int depth)
{
    const qint64 least = schema["minItems"].toInteger().value_or(depth < OptionalDepth ? 2 : 0);
    const qint64 most = schema["maxItems"].toInteger().value_or(std::max<qint64>(least, MaxValues));
    Json out = Json::array();
    for (qint64 i = 0; i < std::min(least, most) && m_values < MaxValues; ++i)
        out.append(sample(schema["items"], depth + 1));
    return out;
}

Json Sampler::text(const Json &schema)
{
    const QByteArray format = schema["format"].toBytes();
    for (const Format &known : Formats) {
        if (format == known.name)
            return known.sample;
    }
    const qsizetype index = m_strings++;
    QString text = index == 0 ? m_reading.topic : m_reading.words.at(index % m_reading.words.size());
    const qint64 least = std::min(schema["minLength"].toInteger().value_or(0), MaxPadding);
    while (text.size() < least)
        text += u" practice"_s;
    if (const auto most = schema["maxLength"].toInteger())
        text.truncate(qsizetype(std::max<qint64>(*most, 0)));
    return text;
}

Json Sampler::number(const Json &schema, bool isWhole) const
{
    double value = m_reading.number;
    const double step = schema["multipleOf"].toDouble().value_or(isWhole ? 1 : 0);
    const double gap = step > 0 ? step : 0.5;
    if (const auto most = schema["maximum"].toDouble())
        value = std::min(value, *most);
    if (const auto most = schema["exclusiveMaximum"].toDouble())
        value = std::min(value, *most - gap);
    if (step > 0)
        value = std::floor(value / step) * step;
    double least = schema["minimum"].toDouble().value_or(value);
    if (const auto above = schema["exclusiveMinimum"].toDouble())
        least = std::max(least, *above + gap);
    if (value < least)
        value = step > 0 ? std::ceil(least / step) * step : least;
    return isWhole && std::abs(value) < 0x1.0p53 ? Json(qint64(value)) : Json(value);
}

/// The value that the prompt names, else the first.
Json Sampler::chosenOf(const Json::Array &values) const
{
    for (const Json &value : values) {
        if (value.isString() && m_reading.words.contains(value.toText(), Qt::CaseInsensitive))
            return value;
    }
    return values.first();
}

Json Sampler::merged(const Json &schema, int depth)
{
    Json rest = schema;
    rest.remove("allOf");
    Json out = rest.contains("properties") ? sample(rest, depth + 1) : Json();
    for (const Json &part : schema["allOf"].items()) {
        const Json sampled = sample(part, depth + 1);
        if (!sampled.isObject())
            return out.isNull() ? sampled : out;
        for (const auto &[name, value] : sampled.members())
            out.set(name, value);
    }
    return out;
}

/// "#/$defs/place" and the like; null for what is outside of the schema.
const Json *Sampler::resolved(QByteArrayView pointer) const
{
    if (!pointer.startsWith('#'))
        return nullptr;
    const Json *at = &m_root;
    const QList<QByteArray> steps = pointer.sliced(1).toByteArray().split('/');
    for (qsizetype i = 1; at && i < steps.size(); ++i)
        at = at->find(QByteArray(steps[i]).replace("~1", "/").replace("~0", "~"));
    return at;
}

} // namespace

Json sampleOf(const Json &schema, const PromptReading &reading)
{
    return Sampler(schema, reading).sample(schema, 0);
}

} // namespace sb::practice
