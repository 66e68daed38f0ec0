#include "core/chat/object_reader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::chat {

namespace {

QString described(const Json *json)
{
    if (!json)
        return QCoreApplication::translate("sb::chat", "nothing");
    if (json->isNull())
        return u"null"_s;
    if (json->isBool())
        return *json->toBool() ? u"true"_s : u"false"_s;
    if (json->isNumber())
        return QCoreApplication::translate("sb::chat", "a number");
    if (json->isString())
        return QCoreApplication::translate("sb::chat", "a string");
    return json->isArray() ? QCoreApplication::translate("sb::chat", "a list")
                           : QCoreApplication::translate("sb::chat", "an object");
}

} // namespace

void Complaint::expected(const QString &path, const char *what, const Json *got)
{
    if (m_error)
        return;
    add(path,
        QCoreApplication::translate("sb::chat", "expected %1, got %2")
            .arg(QCoreApplication::translate("sb::chat", what), described(got)));
}

void Complaint::add(const QString &path, const QString &sentence)
{
    if (m_error)
        return;
    const QString message = path.isEmpty() ? sentence : path + u": "_s + sentence;
    m_error = Error{.kind = Error::Kind::InvalidInput, .message = message};
}

ObjectReader::ObjectReader(const Json &object, QString path, Complaint &complaint)
    : m_object(object)
    , m_path(std::move(path))
    , m_complaint(complaint)
    , m_marks(size_t(object.members().size()))
{
    if (!object.isObject())
        complaint.expected(m_path, QT_TRANSLATE_NOOP("sb::chat", "an object"), &object);
}

QString ObjectReader::path(QByteArrayView key) const
{
    const QString name = QString::fromUtf8(key);
    return m_path.isEmpty() ? name : m_path + u'.' + name;
}

qsizetype ObjectReader::indexOf(QByteArrayView key) const
{
    const Json::Object &members = m_object.members();
    qsizetype i = members.size() - 1; // the last of two equal keys counts
    while (i >= 0 && members[i].first != key)
        --i;
    return i;
}

const Json *ObjectReader::peek(QByteArrayView key) const
{
    return m_object.find(key);
}

template <typename Convert>
auto ObjectReader::convert(QByteArrayView key, const char *what, Convert toValue) -> decltype(toValue(Json()))
{
    const qsizetype i = indexOf(key);
    if (i < 0 || m_object.members()[i].second.isNull())
        return {};
    const Json &member = m_object.members()[i].second;
    auto value = toValue(member);
    if (value)
        m_marks[size_t(i)].taken = true;
    else
        m_complaint.expected(path(key), what, &member);
    return value;
}

const Json *ObjectReader::take(QByteArrayView key)
{
    return convert(key, "", [](const Json &json) { return &json; });
}

const Json *ObjectReader::takeObject(QByteArrayView key)
{
    return convert(key, QT_TRANSLATE_NOOP("sb::chat", "an object"),
                   [](const Json &json) { return json.isObject() ? &json : nullptr; });
}

const Json *ObjectReader::takeRequiredObject(QByteArrayView key)
{
    const Json *object = takeObject(key);
    if (!object)
        m_complaint.expected(path(key), QT_TRANSLATE_NOOP("sb::chat", "an object"), peek(key));
    return object;
}

const Json *ObjectReader::takeList(QByteArrayView key)
{
    const Json *member = peek(key);
    if (member && member->isArray() && member->size() == 0)
        return nullptr;
    return convert(key, QT_TRANSLATE_NOOP("sb::chat", "a list"),
                   [](const Json &json) { return json.isArray() ? &json : nullptr; });
}

QByteArray ObjectReader::bytes(QByteArrayView key)
{
    const Json *member = peek(key);
    if (!member || member->isNull() || (member->isString() && member->toBytes().isEmpty()))
        return {};
    return requiredBytes(key);
}

QByteArray ObjectReader::requiredBytes(QByteArrayView key)
{
    const auto value = convert(key, QT_TRANSLATE_NOOP("sb::chat", "a string"), [](const Json &json) {
        return json.isString() ? std::optional(json.toBytes()) : std::nullopt;
    });
    if (!value)
        m_complaint.expected(path(key), QT_TRANSLATE_NOOP("sb::chat", "a string"), peek(key));
    return value.value_or(QByteArray());
}

QString ObjectReader::requiredText(QByteArrayView key)
{
    return Json(requiredBytes(key)).toText();
}

QString ObjectReader::requiredName(QByteArrayView key)
{
    const QString name = requiredText(key);
    if (name.isEmpty())
        m_complaint.add(path(key), QCoreApplication::translate("sb::chat", "expected a name, got an empty string"));
    return name;
}

QStringList ObjectReader::texts(QByteArrayView key)
{
    QStringList all;
    const Json *list = takeList(key);
    for (qsizetype i = 0; list && i < list->size(); ++i) {
        if (!list->at(i).isString())
            m_complaint.expected(u"%1[%2]"_s.arg(path(key)).arg(i), QT_TRANSLATE_NOOP("sb::chat", "a string"),
                                 &list->at(i));
        all.append(list->at(i).toText());
    }
    return all;
}

bool ObjectReader::flag(QByteArrayView key)
{
    const Json *member = peek(key);
    if (member && member->toBool() == false)
        return false;
    return choice(key).value_or(false);
}

std::optional<bool> ObjectReader::choice(QByteArrayView key)
{
    return convert(key, QT_TRANSLATE_NOOP("sb::chat", "true or false"), [](const Json &json) { return json.toBool(); });
}

std::optional<qint64> ObjectReader::integer(QByteArrayView key)
{
    return convert(key, QT_TRANSLATE_NOOP("sb::chat", "a whole number"),
                   [](const Json &json) { return json.toInteger(); });
}

std::optional<qint64> ObjectReader::count(QByteArrayView key)
{
    return convert(key, QT_TRANSLATE_NOOP("sb::chat", "a whole number above 0"), [](const Json &json) {
        const auto value = json.toInteger();
        return value.value_or(0) > 0 ? value : std::nullopt;
    });
}

std::optional<Json::Number> ObjectReader::number(QByteArrayView key)
{
    return convert(key, QT_TRANSLATE_NOOP("sb::chat", "a number"), [](const Json &json) {
        return json.isNumber() ? std::optional(Json::Number{json.numberLiteral()}) : std::nullopt;
    });
}

void ObjectReader::keep(QByteArrayView key, Json rest)
{
    const qsizetype i = indexOf(key);
    if (i >= 0)
        m_marks[size_t(i)].kept = std::move(rest);
}

Json ObjectReader::rest() const
{
    Json::Object rest;
    const Json::Object &members = m_object.members();
    for (qsizetype i = 0; i < members.size(); ++i) {
        const Mark &mark = m_marks[size_t(i)];
        if (!mark.taken)
            rest.append(members[i]);
        else if (!mark.kept.isNull())
            rest.emplaceBack(members[i].first, mark.kept);
    }
    return rest.isEmpty() ? Json() : Json(std::move(rest));
}

} // namespace sb::chat
