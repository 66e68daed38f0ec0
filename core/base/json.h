#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <utility>
#include <variant>

namespace sb {

/// A JSON value that keeps what its writer wrote: the order of keys and the spelling of numbers ("1.0" stays "1.0",
/// 64-bit integers and longer ones keep all digits). Strings are UTF-8. Copies are cheap (implicitly shared).
/// Parsing is nlohmann's; see README.md for why the tree is our own.
class Json
{
public:
    struct Number
    {
        QByteArray literal = {}; ///< exactly as written
        friend bool operator==(const Number &, const Number &) = default;
    };
    using Member = std::pair<QByteArray, Json>;
    using Array = QList<Json>;
    using Object = QList<Member>; ///< in the order of the source

    Json() = default; ///< null
    Json(std::nullptr_t) { }
    Json(bool value);
    Json(int value);
    Json(qint64 value);
    Json(double value); ///< the shortest spelling that reads back as the same double
    Json(Number value);
    Json(QByteArray utf8);
    Json(const char *utf8);
    Json(const QString &text);
    Json(Array value);
    Json(Object value);
    /// Anything else, pointers above all, would become a bool without a word.
    template <typename T>
    Json(T *) = delete;

    [[nodiscard]] static Json array() { return Json(Array{}); }
    [[nodiscard]] static Json array(const QStringList &texts) { return Json(Array(texts.begin(), texts.end())); }
    [[nodiscard]] static Json object() { return Json(Object{}); }

    [[nodiscard]] bool isNull() const;
    [[nodiscard]] bool isBool() const;
    [[nodiscard]] bool isNumber() const;
    [[nodiscard]] bool isString() const;
    [[nodiscard]] bool isArray() const;
    [[nodiscard]] bool isObject() const;
    [[nodiscard]] const char *typeName() const; ///< "null", "boolean", "number", "string", "array" or "object"

    [[nodiscard]] std::optional<bool> toBool() const;
    /// nullopt unless this is a number that is whole and fits: "3" and "3.0" and "3e2" do, "3.5" does not.
    [[nodiscard]] std::optional<qint64> toInteger() const;
    [[nodiscard]] std::optional<double> toDouble() const;
    [[nodiscard]] QByteArray numberLiteral() const; ///< empty unless a number
    [[nodiscard]] QByteArray toBytes() const; ///< the string's UTF-8; empty unless a string
    [[nodiscard]] QString toText() const; ///< the string; empty unless a string

    [[nodiscard]] const Array &items() const &; ///< empty unless an array
    [[nodiscard]] const Object &members() const &; ///< empty unless an object
    // Of a temporary: by value, so that a loop over parse().items() does not read what is gone.
    [[nodiscard]] Array items() &&;
    [[nodiscard]] Object members() &&;
    [[nodiscard]] qsizetype size() const; ///< items or members; 0 for the rest

    /// The member of that name (the last one, where a name occurs twice), or null when there is none.
    [[nodiscard]] const Json *find(QByteArrayView key) const;
    [[nodiscard]] bool contains(QByteArrayView key) const { return find(key) != nullptr; }
    /// The member, or a null value; chains: json["a"]["b"].
    [[nodiscard]] const Json &operator[](QByteArrayView key) const;
    [[nodiscard]] const Json &at(qsizetype index) const; ///< the item, or a null value

    void set(const QByteArray &key, Json value); ///< replaces in place, or appends; makes a null an object
    void remove(QByteArrayView key);
    void append(Json value); ///< makes a null an array

    [[nodiscard]] QByteArray dump() const; ///< compact
    [[nodiscard]] QByteArray dumpIndented() const; ///< two blanks per level, a final line feed; for files

    /// Equal as JSON with this spelling: order of keys and number literals count.
    friend bool operator==(const Json &, const Json &);

private:
    std::variant<std::monostate, bool, Number, QByteArray, Array, Object> m_value;
};

/// Equal in meaning: the order of keys does not count, 1.0 equals 1, and of a key that is there twice the last counts.
[[nodiscard]] bool equivalent(const Json &a, const Json &b);

/// Parses one JSON text. Errors: InvalidInput with the byte offset; nesting above 512 levels, bytes that are not UTF-8
/// and numbers beyond a double's range (1e400) are refused.
[[nodiscard]] Result<Json> parseJson(QByteArrayView text);

} // namespace sb
