#pragma once

#include "core/base/json.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <array>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace sb {

/// One spelling of an enumerator in a file.
template <typename E>
using NamedValue = std::pair<QByteArrayView, E>;

/// Reads the members of one JSON object by name, for files that people write. The first thing that is wrong is kept
/// with its path ("endpoints[2].price.input"); all later reads give their fallback. A parser is then one line a member
/// and one result() at its end.
class JsonFields
{
public:
    /// @param path of the object, empty for the whole file. @param where a file name, put before every message
    explicit JsonFields(const Json &json, QString path = {}, QString where = {});

    [[nodiscard]] bool has(QByteArrayView key) const { return m_json.contains(key); }
    bool flag(QByteArrayView key, bool fallback);
    QString text(QByteArrayView key, const QString &fallback = {});
    QString requiredText(QByteArrayView key); ///< wrong when missing or empty
    QStringList texts(QByteArrayView key);
    QDate day(QByteArrayView key); ///< "2026-07-02"; an invalid date when missing
    void version(int newest); ///< reads "version", which must be there and not be newer than this
    std::optional<qint64> integer(QByteArrayView key, qint64 least, qint64 most = std::numeric_limits<qint64>::max());
    template <typename E, std::size_t N>
    E choice(QByteArrayView key, const std::array<NamedValue<E>, N> &names, E fallback);
    /// The member as it is, or a null value.
    const Json &raw(QByteArrayView key);
    /// Reads a nested object, given to `read` as JsonFields of its own; its unread members are refused.
    template <typename Read>
    void object(QByteArrayView key, Read read);

    [[nodiscard]] QString pathTo(QByteArrayView key) const;
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QString &where() const { return m_where; }
    /// Says that a member is not what was expected: "path: expected …". The first one is kept.
    void refuse(QByteArrayView key, const QString &expected);
    void refuseItem(QByteArrayView key, qsizetype index, const QString &expected); ///< of a list
    void take(const Error &error); ///< of a part that was read elsewhere

    /// The members that were not asked for, as an object; null when there are none.
    [[nodiscard]] Json unread() const;
    void refuseUnread(); ///< the first member that was not asked for is wrong
    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    /// `value` when all was right, else the first error: InvalidInput.
    template <typename T>
    [[nodiscard]] Result<T> result(T value) const;

private:
    const Json *find(QByteArrayView key);
    void say(QByteArrayView key, QString message);

    const Json m_json;
    QString m_path;
    QString m_where;
    std::vector<bool> m_read; ///< which of its members were asked for
    std::optional<Error> m_error;
};

template <typename E, std::size_t N>
E JsonFields::choice(QByteArrayView key, const std::array<NamedValue<E>, N> &names, E fallback)
{
    const Json *member = find(key);
    if (!member)
        return fallback;
    for (const auto &[name, value] : names) {
        if (member->isString() && member->toBytes() == name)
            return value;
    }
    QStringList known;
    for (const auto &[name, value] : names)
        known.append(QLatin1Char('"') + QString::fromLatin1(name) + QLatin1Char('"'));
    refuse(key, known.join(QStringLiteral(", ")));
    return fallback;
}

template <typename Read>
void JsonFields::object(QByteArrayView key, Read read)
{
    const Json *member = find(key);
    if (!member)
        return;
    JsonFields fields(*member, pathTo(key), m_where);
    read(fields);
    fields.refuseUnread();
    if (fields.m_error)
        take(*fields.m_error);
}

template <typename T>
Result<T> JsonFields::result(T value) const
{
    if (m_error)
        return tl::unexpected(*m_error);
    return value;
}

} // namespace sb
