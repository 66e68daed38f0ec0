#include "core/routing/acceptance/decimal.h"

#include <algorithm>

namespace sb::routing {

namespace {

constexpr qint64 MostExponent = 1'000'000'000'000'000;
constexpr qint64 MostZeros = 20; // that are written out for people
constexpr qsizetype MostDivisorDigits = 18; // ten times the remainder still fits into 64 bits

qint64 exponentOf(QByteArrayView text)
{
    const bool negative = text.startsWith('-');
    qint64 value = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            value = std::min(value * 10 + (c - '0'), MostExponent);
    }
    return negative ? -value : value;
}

quint64 withoutFactor(quint64 number, quint64 factor)
{
    while (number % factor == 0)
        number /= factor;
    return number;
}

/// What is left of digits × 10^zeros. @param divisor below 10^18
quint64 remainder(QByteArrayView digits, qint64 zeros, quint64 divisor)
{
    // 64 zeros hold every factor 2 and 5 that 64 bits can have; those that are left have none in common with 10.
    if (zeros >= 64) {
        divisor = withoutFactor(withoutFactor(divisor, 2), 5);
        zeros = 0;
    }
    quint64 rest = 0;
    for (const char digit : digits)
        rest = (rest * 10 + quint64(digit - '0')) % divisor;
    for (; zeros > 0; --zeros)
        rest = rest * 10 % divisor;
    return rest;
}

} // namespace

Decimal::Decimal(QByteArrayView literal)
    : m_negative(literal.startsWith('-'))
{
    const auto isExponent = [](char c) { return c == 'e' || c == 'E'; };
    const qsizetype mark = std::find_if(literal.begin(), literal.end(), isExponent) - literal.begin();
    if (mark < literal.size())
        m_exponent = exponentOf(literal.sliced(mark + 1));
    bool afterPoint = false;
    for (const char c : literal.first(mark)) {
        afterPoint = afterPoint || c == '.';
        if (c < '0' || c > '9')
            continue;
        m_exponent -= afterPoint ? 1 : 0;
        if (c != '0' || !m_digits.isEmpty())
            m_digits += c;
    }
    const qsizetype length = m_digits.size();
    while (m_digits.endsWith('0'))
        m_digits.chop(1);
    m_exponent += length - m_digits.size();
    if (m_digits.isEmpty()) {
        m_exponent = 0;
        m_negative = false;
    }
}

bool Decimal::canDivide() const
{
    return !isZero() && !m_negative && m_digits.size() <= MostDivisorDigits;
}

bool Decimal::isMultipleOf(const Decimal &divisor) const
{
    if (isZero())
        return true;
    // The last digit is no zero, so that nothing with further zeros divides it.
    if (m_exponent < divisor.m_exponent)
        return false;
    return remainder(m_digits, m_exponent - divisor.m_exponent, divisor.m_digits.toULongLong()) == 0;
}

QByteArray Decimal::canonical() const
{
    if (isZero())
        return "0e0";
    return (m_negative ? "-" : "") + m_digits + 'e' + QByteArray::number(m_exponent);
}

QByteArray Decimal::text() const
{
    if (isZero())
        return "0";
    QByteArray digits = m_digits;
    if (m_exponent < -MostZeros || m_exponent > MostZeros)
        digits += 'e' + QByteArray::number(m_exponent);
    else if (m_exponent >= 0)
        digits += QByteArray(m_exponent, '0');
    else if (const qsizetype whole = digits.size() + m_exponent; whole > 0)
        digits.insert(whole, '.');
    else
        digits.prepend("0." + QByteArray(-whole, '0'));
    return (m_negative ? "-" : "") + digits;
}

std::strong_ordering operator<=>(const Decimal &a, const Decimal &b)
{
    const auto sign = [](const Decimal &each) { return each.isZero() ? 0 : each.m_negative ? -1 : 1; };
    if (sign(a) != sign(b) || a.isZero())
        return sign(a) <=> sign(b);
    const Decimal &larger = a.m_negative ? b : a; // of those below zero, the one with more digits is less
    const Decimal &smaller = a.m_negative ? a : b;
    const auto byMagnitude =
        larger.m_digits.size() + larger.m_exponent <=> smaller.m_digits.size() + smaller.m_exponent;
    // Digits from the first one on: the shorter one ends in zeros.
    return std::is_neq(byMagnitude) ? byMagnitude : larger.m_digits.compare(smaller.m_digits) <=> 0;
}

} // namespace sb::routing
