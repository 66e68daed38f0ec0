#pragma once

#include "core/base/result.h"

#include <QStringView>

#include <compare>
#include <optional>
#include <span>

namespace sb {

/// An amount of money, in nano-dollars (1e-9 USD). Covers ±9.2 billion dollars.
struct NanoDollars
{
    qint64 value = 0;

    friend bool operator==(const NanoDollars &, const NanoDollars &) = default;
    friend std::strong_ordering operator<=>(const NanoDollars &, const NanoDollars &) = default;
};

/// A price per unit, in pico-dollars (1e-12 USD); for tokens the same number as micro-dollars per million tokens.
struct PicoDollars
{
    qint64 value = 0;

    friend bool operator==(const PicoDollars &, const PicoDollars &) = default;
    friend std::strong_ordering operator<=>(const PicoDollars &, const PicoDollars &) = default;
};

/// One line of a bill: so many units at this price.
struct PricedUnits
{
    qint64 units = 0;
    PicoDollars each = {};
};

/// The sum of all lines, computed exactly in pico-dollars with 128 bits and rounded once, half to even, to
/// nano-dollars.
/// @return nullopt when the result does not fit into 64 bits, or a sum on the way not into 128
[[nodiscard]] std::optional<NanoDollars> total(std::span<const PricedUnits> lines);

/// Like total(), but rounded up: the bound of a cost must never be below the cost.
[[nodiscard]] std::optional<NanoDollars> totalRoundedUp(std::span<const PricedUnits> lines);

/// a + b; saturates at the ends of the range, so that a bound can never wrap around to a small number.
[[nodiscard]] NanoDollars saturatingAdd(NanoDollars a, NanoDollars b);

/// Reads a decimal number of dollars such as "12", "0.00056", "-1.5e-3" exactly, without floating point.
/// Errors: InvalidInput when it is no number, has more than 9 (nano) or 12 (pico) significant decimals, or is out of
/// range.
[[nodiscard]] Result<NanoDollars> parseDollars(QStringView text);
[[nodiscard]] Result<PicoDollars> parsePicoDollars(QStringView text);

/// A provider's own decimal number of dollars, rounded half to even to nano-dollars: floats on the wire carry noise
/// such as 0.00010300000000000001. Errors: InvalidInput when it is no number or out of range.
[[nodiscard]] Result<NanoDollars> parseDollarsRounded(QStringView text);

/// The exact decimal spelling, at least two and at most nine decimals: "0.00056", "12.00". No currency sign.
[[nodiscard]] QString toDecimal(NanoDollars amount);
/// The exact decimal spelling of a price for one unit, at least two and at most twelve decimals: "0.0000025".
[[nodiscard]] QString toDecimal(PicoDollars amount);

} // namespace sb
