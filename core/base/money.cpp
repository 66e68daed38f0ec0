#include "core/base/money.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <limits>

namespace sb {

namespace {

__extension__ typedef __int128 Wide;

constexpr int NanoDecimals = 9;
constexpr int PicoDecimals = 12;
constexpr qint64 PicoPerNano = 1000;

std::optional<qint64> narrowed(Wide value)
{
    if (value < std::numeric_limits<qint64>::min() || value > std::numeric_limits<qint64>::max())
        return {};
    return qint64(value);
}

/// nullopt only beyond 128 bits: at least three lines at the very end of the range.
std::optional<Wide> sumInPico(std::span<const PricedUnits> lines)
{
    Wide sum = 0;
    for (const PricedUnits &line : lines) {
        if (__builtin_add_overflow(sum, Wide(line.units) * line.each.value, &sum))
            return {};
    }
    return sum;
}

struct Quotient
{
    Wide floor;
    int remainder; ///< 0 … 999
};

Quotient dividedByThousand(Wide pico)
{
    // Almost every amount fits 64 bits, and a 128-bit division takes as long as all the rest of a price.
    if (const auto fits = narrowed(pico); fits && *fits >= 0)
        return {.floor = *fits / PicoPerNano, .remainder = int(*fits % PicoPerNano)};
    Quotient result{.floor = pico / PicoPerNano, .remainder = int(pico % PicoPerNano)};
    if (result.remainder < 0) {
        result.remainder += int(PicoPerNano);
        result.floor -= 1;
    }
    return result;
}

std::optional<NanoDollars> toNano(Wide value)
{
    const auto fits = narrowed(value);
    return fits ? std::optional(NanoDollars{*fits}) : std::nullopt;
}

/// A decimal number taken apart: ± digits × 10^exponent, digits without leading and trailing zeros; none for zero.
struct Decimal
{
    bool negative = false;
    QString digits = {};
    qint64 exponent = 0;
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Digits from `at` on; moves `at` behind them.
QStringView takeDigits(QStringView text, qsizetype &at)
{
    const qsizetype start = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.mid(start, at - start);
}

bool takeOneOf(QStringView text, qsizetype &at, QChar a, QChar b)
{
    if (at >= text.size() || (text[at] != a && text[at] != b))
        return false;
    ++at;
    return true;
}

/// The number behind an "e"; nullopt when there is none. Stops growing where no amount can be in range any more.
std::optional<qint64> takeExponent(QStringView text, qsizetype &at)
{
    constexpr qint64 Enough = 1'000'000'000'000;
    const bool negative = at < text.size() && text[at] == u'-';
    takeOneOf(text, at, u'-', u'+');
    const QStringView digits = takeDigits(text, at);
    if (digits.isEmpty())
        return {};
    qint64 value = 0;
    for (const QChar digit : digits)
        value = std::min(Enough, value * 10 + (digit.unicode() - u'0'));
    return negative ? -value : value;
}

std::optional<Decimal> readDecimal(QStringView text)
{
    Decimal result;
    qsizetype at = 0;
    result.negative = takeOneOf(text, at, u'-', u'-');
    const QStringView whole = takeDigits(text, at);
    const QStringView fraction = takeOneOf(text, at, u'.', u'.') ? takeDigits(text, at) : QStringView();
    if (whole.isEmpty() && fraction.isEmpty())
        return {};
    if (takeOneOf(text, at, u'e', u'E')) {
        const auto exponent = takeExponent(text, at);
        if (!exponent)
            return {};
        result.exponent = *exponent;
    }
    if (at != text.size())
        return {};

    result.digits = whole.toString().append(fraction);
    result.exponent -= fraction.size();
    qsizetype zeros = 0;
    while (zeros < result.digits.size() && result.digits[zeros] == u'0')
        ++zeros;
    result.digits.remove(0, zeros);
    while (result.digits.endsWith(u'0')) {
        result.digits.chop(1);
        ++result.exponent;
    }
    return result;
}

enum class Rest
{
    Refuse,
    RoundHalfEven
};

tl::unexpected<Error> outOfRange()
{
    return failure(
        Error::Kind::InvalidInput,
        QCoreApplication::translate("sb::Money", "The amount is too large; at most 9.2 billion dollars fit."));
}

/// The number in units of 10^-decimals.
Result<qint64> parseScaled(QStringView text, int decimals, Rest rest)
{
    const auto number = readDecimal(text);
    if (!number) {
        return failure(Error::Kind::InvalidInput,
                       QCoreApplication::translate("sb::Money", "“%1” is no decimal number; write it like 0.25.")
                           .arg(text.left(40)));
    }
    if (number->digits.isEmpty())
        return 0;
    const qint64 shift = number->exponent + decimals;
    if (number->digits.size() + shift > std::numeric_limits<qint64>::digits10 + 1)
        return outOfRange();
    const QStringView digits = number->digits;
    const qsizetype kept = std::clamp<qsizetype>(digits.size() + shift, 0, digits.size());
    const QStringView dropped = digits.mid(kept);
    if (!dropped.isEmpty() && rest == Rest::Refuse) {
        return failure(Error::Kind::InvalidInput,
                       QCoreApplication::translate("sb::Money", "“%1” has more than %n decimals.", nullptr, decimals)
                           .arg(text.left(40)));
    }

    Wide value = 0;
    for (const QChar digit : digits.first(kept))
        value = value * 10 + (digit.unicode() - u'0');
    for (qint64 i = 0; i < shift; ++i)
        value *= 10;
    // Without trailing zeros, "5" is exactly a half and anything that sorts behind it is more. Digits that begin
    // further right than the first dropped place are less than a tenth.
    if (digits.size() + shift >= 0 && (dropped > u"5" || (dropped == u"5" && value % 2 == 1)))
        value += 1;
    const auto result = narrowed(number->negative ? -value : value);
    if (!result)
        return outOfRange();
    return *result;
}

QString spelled(qint64 value, int decimals)
{
    constexpr int FewestDecimals = 2;
    const quint64 magnitude = value < 0 ? 0 - quint64(value) : quint64(value);
    QString text = QString::number(magnitude).rightJustified(decimals + 1, u'0');
    text.insert(text.size() - decimals, u'.');
    const qsizetype shortest = text.size() - decimals + FewestDecimals;
    qsizetype size = text.size();
    while (size > shortest && text[size - 1] == u'0')
        --size;
    text.truncate(size);
    return value < 0 ? u'-' + text : text;
}

} // namespace

std::optional<NanoDollars> total(std::span<const PricedUnits> lines)
{
    const auto pico = sumInPico(lines);
    if (!pico)
        return {};
    const Quotient nano = dividedByThousand(*pico);
    constexpr int Half = int(PicoPerNano / 2);
    const bool up = nano.remainder > Half || (nano.remainder == Half && nano.floor % 2 != 0);
    return toNano(nano.floor + (up ? 1 : 0));
}

std::optional<NanoDollars> totalRoundedUp(std::span<const PricedUnits> lines)
{
    const auto pico = sumInPico(lines);
    if (!pico)
        return {};
    const Quotient nano = dividedByThousand(*pico);
    return toNano(nano.floor + (nano.remainder > 0 ? 1 : 0));
}

NanoDollars saturatingAdd(NanoDollars a, NanoDollars b)
{
    const Wide sum = Wide(a.value) + b.value;
    const Wide least = std::numeric_limits<qint64>::min();
    const Wide most = std::numeric_limits<qint64>::max();
    return {qint64(std::clamp(sum, least, most))};
}

Result<NanoDollars> parseDollars(QStringView text)
{
    return parseScaled(text, NanoDecimals, Rest::Refuse).map([](qint64 value) { return NanoDollars{value}; });
}

Result<PicoDollars> parsePicoDollars(QStringView text)
{
    return parseScaled(text, PicoDecimals, Rest::Refuse).map([](qint64 value) { return PicoDollars{value}; });
}

Result<NanoDollars> parseDollarsRounded(QStringView text)
{
    return parseScaled(text, NanoDecimals, Rest::RoundHalfEven).map([](qint64 value) { return NanoDollars{value}; });
}

QString toDecimal(NanoDollars amount)
{
    return spelled(amount.value, NanoDecimals);
}

QString toDecimal(PicoDollars amount)
{
    return spelled(amount.value, PicoDecimals);
}

} // namespace sb
