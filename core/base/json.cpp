#include "core/base/json.h"

#include <QStringDecoder>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sb {

namespace {

const Json &nullJson()
{
    static const Json null;
    return null;
}

} // namespace

Json::Json(bool value)
    : m_value(value)
{
}
Json::Json(int value)
    : Json(qint64(value))
{
}
Json::Json(qint64 value)
    : m_value(Number{QByteArray::number(value)})
{
}
Json::Json(double value)
{
    if (!std::isfinite(value))
        return; // JSON has no spelling for it: null, as every encoder does
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    m_value = Number{QByteArray(buffer, end - buffer)};
}
Json::Json(Number value)
    : m_value(std::move(value))
{
}
Json::Json(QByteArray utf8)
    : m_value(std::move(utf8))
{
}
Json::Json(const char *utf8)
    : m_value(QByteArray(utf8))
{
}
Json::Json(const QString &text)
    : m_value(text.toUtf8())
{
}
Json::Json(Array value)
    : m_value(std::move(value))
{
}
Json::Json(Object value)
    : m_value(std::move(value))
{
}

bool Json::isNull() const
{
    return std::holds_alternative<std::monostate>(m_value);
}
bool Json::isBool() const
{
    return std::holds_alternative<bool>(m_value);
}
bool Json::isNumber() const
{
    return std::holds_alternative<Number>(m_value);
}
bool Json::isString() const
{
    return std::holds_alternative<QByteArray>(m_value);
}
bool Json::isArray() const
{
    return std::holds_alternative<Array>(m_value);
}
bool Json::isObject() const
{
    return std::holds_alternative<Object>(m_value);
}

const char *Json::typeName() const
{
    static constexpr const char *Names[] = {"null", "boolean", "number", "string", "array", "object"};
    return Names[m_value.index()];
}

std::optional<bool> Json::toBool() const
{
    const bool *value = std::get_if<bool>(&m_value);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<qint64> Json::toInteger() const
{
    const QByteArray literal = numberLiteral();
    if (literal.isEmpty())
        return {};
    bool ok = false;
    const qint64 whole = literal.toLongLong(&ok);
    if (ok)
        return whole;
    const double number = literal.toDouble(&ok);
    // Above 2^53 a double no longer says which integer was meant.
    if (!ok || number != std::floor(number) || std::abs(number) > 0x1.0p53)
        return {};
    return qint64(number);
}

std::optional<double> Json::toDouble() const
{
    const QByteArray literal = numberLiteral();
    bool ok = false;
    const double number = literal.toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

QByteArray Json::numberLiteral() const
{
    const Number *value = std::get_if<Number>(&m_value);
    return value ? value->literal : QByteArray();
}

QByteArray Json::toBytes() const
{
    const QByteArray *value = std::get_if<QByteArray>(&m_value);
    return value ? *value : QByteArray();
}

QString Json::toText() const
{
    const QByteArray utf8 = toBytes();
    if (!utf8.startsWith("\xEF\xBB\xBF"))
        return QString::fromUtf8(utf8);
    // fromUtf8() would swallow it, but inside a JSON text it is a character like any other.
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom)(utf8);
}

const Json::Array &Json::items() const &
{
    static const Array none;
    const Array *value = std::get_if<Array>(&m_value);
    return value ? *value : none;
}

const Json::Object &Json::members() const &
{
    static const Object none;
    const Object *value = std::get_if<Object>(&m_value);
    return value ? *value : none;
}

Json::Array Json::items() &&
{
    Array *value = std::get_if<Array>(&m_value);
    return value ? std::move(*value) : Array();
}

Json::Object Json::members() &&
{
    Object *value = std::get_if<Object>(&m_value);
    return value ? std::move(*value) : Object();
}

qsizetype Json::size() const
{
    return isArray() ? items().size() : members().size();
}

const Json *Json::find(QByteArrayView key) const
{
    const Object &all = members();
    for (auto it = all.crbegin(); it != all.crend(); ++it) {
        if (it->first == key)
            return &it->second;
    }
    return nullptr;
}

const Json &Json::operator[](QByteArrayView key) const
{
    const Json *member = find(key);
    return member ? *member : nullJson();
}

const Json &Json::at(qsizetype index) const
{
    const Array &all = items();
    return index >= 0 && index < all.size() ? all[index] : nullJson();
}

void Json::set(const QByteArray &key, Json value)
{
    if (isNull())
        m_value = Object{};
    Object &all = std::get<Object>(m_value);
    const auto it = std::find_if(all.rbegin(), all.rend(), [&](const Member &member) { return member.first == key; });
    if (it != all.rend())
        it->second = std::move(value);
    else
        all.emplaceBack(key, std::move(value));
}

void Json::remove(QByteArrayView key)
{
    if (Object *all = std::get_if<Object>(&m_value))
        all->removeIf([&](const Member &member) { return member.first == key; });
}

void Json::append(Json value)
{
    if (isNull())
        m_value = Array{};
    std::get<Array>(m_value).append(std::move(value));
}

bool operator==(const Json &a, const Json &b)
{
    return a.m_value == b.m_value;
}

namespace {

/// Each member of `a` has one in `b` that `compare`s well. Of a name that stands in an object more than once, the last
/// member counts, as for find().
template <typename Compare>
bool eachIn(const Json &a, const Json &b, Compare compare)
{
    return std::ranges::all_of(a.members(), [&](const Json::Member &member) {
        const Json *other = b.find(member.first);
        return other && compare(*a.find(member.first), *other);
    });
}

} // namespace

bool equivalent(const Json &a, const Json &b)
{
    if (a.isNumber() && b.isNumber())
        return a.numberLiteral() == b.numberLiteral() || a.toDouble() == b.toDouble();
    if (a.isArray() && b.isArray())
        return std::equal(a.items().begin(), a.items().end(), b.items().begin(), b.items().end(), equivalent);
    if (!a.isObject() || !b.isObject())
        return a == b;
    return eachIn(a, b, equivalent) && eachIn(b, a, [](const Json &, const Json &) { return true; });
}

} // namespace sb
