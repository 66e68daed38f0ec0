#pragma once

#include "core/base/json.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sb::chat {

/// The first thing that was found wrong; what comes later is often only its consequence.
class Complaint
{
public:
    /// "PATH: expected WHAT, got a number". @param what marked for translation in the context "sb::chat"
    void expected(const QString &path, const char *what, const Json *got);
    void add(const QString &path, const QString &sentence);
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    std::optional<Error> m_error;
};

/// Takes an object apart, member by member. A member of the wrong type is a complaint and reads as if it were absent.
/// What nobody asked for and what says nothing (null, "", [], false where absent means the same) is in rest().
/// Complaint and object must outlive the reader.
class ObjectReader
{
public:
    ObjectReader(const Json &object, QString path, Complaint &complaint);

    [[nodiscard]] QString path(QByteArrayView key) const;
    [[nodiscard]] Complaint &complaint() const { return m_complaint; }

    /// The member without taking it; null when absent.
    [[nodiscard]] const Json *peek(QByteArrayView key) const;
    /// Any member but null.
    const Json *take(QByteArrayView key);
    const Json *takeObject(QByteArrayView key);
    const Json *takeRequiredObject(QByteArrayView key);
    const Json *takeList(QByteArrayView key);

    QByteArray bytes(QByteArrayView key);
    QString text(QByteArrayView key) { return Json(bytes(key)).toText(); }
    /// Takes "" too, and complains where there is none.
    QByteArray requiredBytes(QByteArrayView key);
    QString requiredText(QByteArrayView key);
    QString requiredName(QByteArrayView key); ///< not empty
    QStringList texts(QByteArrayView key);
    bool flag(QByteArrayView key);
    std::optional<bool> choice(QByteArrayView key);
    std::optional<qint64> integer(QByteArrayView key);
    std::optional<qint64> count(QByteArrayView key); ///< 1 or more
    std::optional<Json::Number> number(QByteArrayView key);

    /// Keeps what is left of a nested object that was taken, under its key.
    void keep(QByteArrayView key, Json rest);
    [[nodiscard]] Json rest() const;

private:
    struct Mark
    {
        bool taken = false;
        Json kept = {};
    };

    [[nodiscard]] qsizetype indexOf(QByteArrayView key) const;
    template <typename Convert>
    auto convert(QByteArrayView key, const char *what, Convert toValue) -> decltype(toValue(Json()));

    const Json &m_object;
    QString m_path;
    Complaint &m_complaint;
    std::vector<Mark> m_marks;
};

} // namespace sb::chat
