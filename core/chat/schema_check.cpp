#include "core/chat/schema_check.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::chat {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("sb::chat", text);
}

QString joined(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : u"%1.%2"_s.arg(path, name);
}

Result<void> refuse(const QString &path, const QString &expected)
{
    return failure(Error::Kind::InvalidInput, path.isEmpty() ? expected : u"%1: %2"_s.arg(path, expected));
}

bool isTypeName(const Json &json)
{
    static const QList<QByteArray> names{"string", "number", "integer", "boolean", "object", "array", "null"};
    return names.contains(json.toBytes());
}

Result<void> checkType(const Json &schema, const QString &path)
{
    const Json *type = schema.find("type");
    if (!type)
        return {};
    bool good = isTypeName(*type) || (type->isArray() && type->size() > 0);
    for (const Json &name : type->items())
        good = good && isTypeName(name);
    if (good)
        return {};
    return refuse(joined(path, u"type"_s),
                  translated(QT_TRANSLATE_NOOP(
                      "sb::chat", "expected string, number, integer, boolean, object, array or null, or a list")));
}

/// Objects whose members are schemas.
Result<void> checkMembers(const Json &schema, const QByteArray &keyword, const QString &path)
{
    const Json *members = schema.find(keyword);
    if (!members)
        return {};
    const QString here = joined(path, QString::fromUtf8(keyword));
    if (!members->isObject())
        return refuse(here, translated(QT_TRANSLATE_NOOP("sb::chat", "expected an object of schemas")));
    for (const auto &[name, member] : members->members()) {
        if (auto checked = checkJsonSchema(member, joined(here, QString::fromUtf8(name))); !checked)
            return checked;
    }
    return {};
}

/// Lists of schemas.
Result<void> checkItems(const Json &schema, const QByteArray &keyword, const QString &path)
{
    const Json *items = schema.find(keyword);
    if (!items)
        return {};
    const QString here = joined(path, QString::fromUtf8(keyword));
    if (!items->isArray() || items->size() == 0)
        return refuse(here, translated(QT_TRANSLATE_NOOP("sb::chat", "expected a list of schemas")));
    for (qsizetype i = 0; i < items->size(); ++i) {
        if (auto checked = checkJsonSchema(items->at(i), u"%1[%2]"_s.arg(here).arg(i)); !checked)
            return checked;
    }
    return {};
}

Result<void> checkRequired(const Json &schema, const QString &path)
{
    const Json *required = schema.find("required");
    if (!required)
        return {};
    const QString here = joined(path, u"required"_s);
    if (!required->isArray())
        return refuse(here, translated(QT_TRANSLATE_NOOP("sb::chat", "expected a list of names")));
    const Json &properties = schema["properties"];
    for (qsizetype i = 0; i < required->size(); ++i) {
        const QByteArray name = required->at(i).toBytes();
        const QString item = u"%1[%2]"_s.arg(here).arg(i);
        if (name.isEmpty())
            return refuse(item, translated(QT_TRANSLATE_NOOP("sb::chat", "expected a name")));
        if (properties.isObject() && !properties.contains(name))
            return refuse(item,
                          translated(QT_TRANSLATE_NOOP("sb::chat", "“%1” is not among the properties"))
                              .arg(QString::fromUtf8(name)));
    }
    return {};
}

} // namespace

Result<void> checkJsonSchema(const Json &schema, const QString &path)
{
    if (schema.isBool() && !path.isEmpty())
        return {}; // true and false are schemas, too
    if (!schema.isObject())
        return refuse(path,
                      translated(QT_TRANSLATE_NOOP("sb::chat", "expected a JSON schema, which is an object, got %1"))
                          .arg(QLatin1String(schema.typeName())));
    auto checked = checkType(schema, path);
    for (const char *keyword : {"properties", "$defs", "definitions", "patternProperties"}) {
        if (checked)
            checked = checkMembers(schema, keyword, path);
    }
    for (const char *keyword : {"anyOf", "oneOf", "allOf", "prefixItems"}) {
        if (checked)
            checked = checkItems(schema, keyword, path);
    }
    for (const char *keyword : {"items", "additionalProperties", "not"}) {
        if (const Json *inner = schema.find(keyword); checked && inner)
            checked = checkJsonSchema(*inner, joined(path, QLatin1String(keyword)));
    }
    if (const Json *values = schema.find("enum"); checked && values && (!values->isArray() || values->size() == 0))
        return refuse(joined(path, u"enum"_s), translated(QT_TRANSLATE_NOOP("sb::chat", "expected a list of values")));
    return checked ? checkRequired(schema, path) : checked;
}

} // namespace sb::chat
