#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <compare>
#include <optional>

namespace sb::routing {

/// The number that a JSON literal says, exactly: sign × digits × 10^exponent. No double is in between, so that 0.0075
/// is a multiple of 0.0001 and integers of any length differ in their last digit.
class Decimal
{
public:
    Decimal() = default; ///< 0
    /// @param literal a JSON number as written. An exponent beyond ±10^15 counts as that.
    explicit Decimal(QByteArrayView literal);

    [[nodiscard]] bool isZero() const { return m_digits.isEmpty(); }
    [[nodiscard]] bool isNegative() const { return m_negative; } ///< never of zero
    [[nodiscard]] bool isInteger() const { return isZero() || m_exponent >= 0; }
    /// Whether isMultipleOf() can be asked: more than 0, of at most 18 digits.
    [[nodiscard]] bool canDivide() const;
    /// Whether this is a whole multiple. @param divisor one that canDivide()
    [[nodiscard]] bool isMultipleOf(const Decimal &divisor) const;
    /// One spelling a value: "1e0" for 1, 1.0 and 10e-1.
    [[nodiscard]] QByteArray canonical() const;

    /// For people: "0.05", or with an exponent where that would be long.
    [[nodiscard]] QByteArray text() const;

    friend bool operator==(const Decimal &, const Decimal &) = default;
    friend std::strong_ordering operator<=>(const Decimal &a, const Decimal &b);

private:
    QByteArray m_digits; ///< without zeros at either end; empty: 0
    qint64 m_exponent = 0; ///< of the last digit
    bool m_negative = false;
};

} // namespace sb::routing
