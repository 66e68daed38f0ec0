#include "core/base/json_fields.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb {

namespace {

struct JsonFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::JsonFields)
};

/// A wrong value is shown when it is short: a person then sees at once which one is meant.
QString expectation(const QString &expected, const Json &found)
{
    const bool isShort = (found.isString() || found.isNumber()) && found.dump().size() <= 40;
    return JsonFieldsText::tr("expected %1, found %2")
        .arg(expected, QString::fromUtf8(isShort ? found.dump() : QByteArray(found.typeName())));
}

} // namespace

JsonFields::JsonFields(const Json &json, QString path, QString where)
    : m_json(json)
    , m_path(std::move(path))
    , m_where(std::move(where))
    , m_read(std::size_t(json.members().size()))
{
    if (!json.isObject())
        refuse({}, JsonFieldsText::tr("an object"));
}

const Json *JsonFields::find(QByteArrayView key)
{
    const Json *found = nullptr; // the last one, where a name occurs twice
    const Json::Object &members = m_json.members();
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (members.at(i).first != key)
            continue;
        m_read[std::size_t(i)] = true;
        found = &members.at(i).second;
    }
    return found;
}

bool JsonFields::flag(QByteArrayView key, bool fallback)
{
    const Json *member = find(key);
    if (!member)
        return fallback;
    if (!member->isBool())
        refuse(key, JsonFieldsText::tr("true or false"));
    return member->toBool().value_or(fallback);
}

QString JsonFields::text(QByteArrayView key, const QString &fallback)
{
    const Json *member = find(key);
    if (!member)
        return fallback;
    if (!member->isString())
        refuse(key, JsonFieldsText::tr("a text"));
    return member->toText();
}

QString JsonFields::requiredText(QByteArrayView key)
{
    const QString value = text(key);
    if (value.isEmpty())
        refuse(key, JsonFieldsText::tr("a text that is not empty"));
    return value;
}

QStringList JsonFields::texts(QByteArrayView key)
{
    const Json *member = find(key);
    if (!member)
        return {};
    QStringList all;
    bool right = member->isArray();
    for (const Json &item : member->items()) {
        right = right && item.isString();
        all.append(item.toText());
    }
    if (!right)
        refuse(key, JsonFieldsText::tr("a list of texts"));
    return all;
}

std::optional<qint64> JsonFields::integer(QByteArrayView key, qint64 least, qint64 most)
{
    const Json *member = find(key);
    if (!member)
        return {};
    const std::optional<qint64> value = member->toInteger();
    if (value && *value >= least && *value <= most)
        return value;
    if (most == std::numeric_limits<qint64>::max())
        refuse(key, JsonFieldsText::tr("a whole number of at least %1").arg(least));
    else
        refuse(key, JsonFieldsText::tr("a whole number from %1 to %2").arg(least).arg(most));
    return {};
}

QDate JsonFields::day(QByteArrayView key)
{
    const QDate date = QDate::fromString(text(key), Qt::ISODate);
    if (has(key) && !date.isValid())
        refuse(key, JsonFieldsText::tr("a day such as \"2026-07-02\""));
    return date;
}

void JsonFields::version(int newest)
{
    const std::optional<qint64> found = integer("version", 1);
    if (!found)
        refuse("version", QString::number(newest));
    else if (*found > newest)
        refuse("version", JsonFieldsText::tr("%1 at most; a newer Signalbox wrote this file").arg(newest));
}

const Json &JsonFields::raw(QByteArrayView key)
{
    find(key);
    return m_json[key];
}

QString JsonFields::pathTo(QByteArrayView key) const
{
    const QString name = QString::fromUtf8(key);
    return m_path.isEmpty() || name.isEmpty() ? m_path + name : m_path + u'.' + name;
}

void JsonFields::refuse(QByteArrayView key, const QString &expected)
{
    const Json *member = key.isEmpty() ? &m_json : m_json.find(key);
    say(key,
        member ? expectation(expected, *member) : JsonFieldsText::tr("expected %1, but it is missing").arg(expected));
}

void JsonFields::refuseItem(QByteArrayView key, qsizetype index, const QString &expected)
{
    say(key.toByteArray() + '[' + QByteArray::number(index) + ']', expectation(expected, m_json[key].at(index)));
}

void JsonFields::refuseUnread()
{
    const Json rest = unread();
    if (rest.size() > 0)
        say(rest.members().constFirst().first, JsonFieldsText::tr("this member is not known; check its spelling"));
}

void JsonFields::say(QByteArrayView key, QString message)
{
    for (const QString &prefix : {pathTo(key), m_where}) {
        if (!prefix.isEmpty())
            message = prefix + ": "_L1 + message;
    }
    take(Error{.kind = Error::Kind::InvalidInput, .message = message});
}

void JsonFields::take(const Error &error)
{
    if (!m_error)
        m_error = error;
}

Json JsonFields::unread() const
{
    Json rest;
    const Json::Object &members = m_json.members();
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (!m_read[std::size_t(i)])
            rest.set(members.at(i).first, members.at(i).second);
    }
    return rest;
}

} // namespace sb
