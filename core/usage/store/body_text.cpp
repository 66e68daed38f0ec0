#include "core/usage/store/bodies.h"

#include <QSet>

#include <algorithm>

namespace sb::usage {

namespace {

constexpr QByteArrayView NumberCharacters = "0123456789.-+eE,";

void collectText(const Json &json, bool wanted, QString &out)
{
    static const QSet<QByteArray> keys{"content", "text", "refusal", "reasoning", "arguments"};
    if (json.isString() && wanted)
        out += json.toText() + QLatin1Char('\n');
    for (const Json &item : json.items())
        collectText(item, wanted, out);
    for (const auto &[key, value] : json.members())
        collectText(value, keys.contains(key), out);
}

bool isNumberCharacter(char c)
{
    return c != ',' && NumberCharacters.contains(c);
}

bool looksLikeANumber(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isNumberCharacter);
}

/// The end of the token that starts at `from`: a string with its quotes, or a number.
qsizetype endOfToken(QByteArrayView json, qsizetype from)
{
    qsizetype at = from + 1;
    if (json.at(from) == '"') {
        while (at < json.size() && json.at(at) != '"')
            at += json.at(at) == '\\' ? 2 : 1;
        return std::min(at + 1, json.size());
    }
    while (at < json.size() && isNumberCharacter(json.at(at)))
        ++at;
    return at;
}

bool startsToken(char c)
{
    return c == '"' || c == '-' || (c >= '0' && c <= '9');
}

/// Copies JSON text and hands every number, taken out of its quotes where it has some, to replace(number, out), which
/// appends what takes its place.
void replaceNumbers(QByteArrayView json, QByteArray &out, auto &&replace)
{
    out.reserve(json.size());
    qsizetype copied = 0;
    for (qsizetype at = 0; at < json.size();) {
        if (!startsToken(json.at(at))) {
            ++at;
            continue;
        }
        const qsizetype end = endOfToken(json, at);
        const qsizetype quotes = json.at(at) == '"' ? 1 : 0;
        const QByteArrayView inner = json.sliced(at + quotes, std::max<qsizetype>(0, end - at - 2 * quotes));
        if (looksLikeANumber(inner)) {
            out.append(json.sliced(copied, at + quotes - copied));
            replace(inner, out);
            copied = end - quotes;
        }
        at = end;
    }
    out.append(json.sliced(copied));
}

} // namespace

QString searchableText(const Json &json)
{
    QString out;
    collectText(json, json.isString(), out);
    return out;
}

NumberedText splitNumbers(const QByteArray &json)
{
    NumberedText text;
    replaceNumbers(json, text.shape, [&text](QByteArrayView number, QByteArray &out) {
        text.numbers.append(number).append(',');
        out.append('0');
    });
    return text;
}

QByteArray joinNumbers(const NumberedText &text)
{
    QByteArray json;
    QByteArrayView rest(text.numbers);
    replaceNumbers(text.shape, json, [&rest](QByteArrayView, QByteArray &out) {
        const qsizetype end = rest.indexOf(',');
        if (end < 0)
            return;
        out.append(rest.first(end));
        rest = rest.sliced(end + 1);
    });
    return json;
}

QByteArray packNumbers(const QByteArray &numbers)
{
    QByteArray packed;
    packed.reserve(numbers.size() / 2 + 1);
    for (qsizetype i = 0; i < numbers.size(); i += 2) {
        const auto high = NumberCharacters.indexOf(numbers.at(i));
        const auto low = NumberCharacters.indexOf(i + 1 < numbers.size() ? numbers.at(i + 1) : ',');
        packed.append(char(high << 4 | low));
    }
    return packed;
}

QByteArray unpackNumbers(const QByteArray &packed)
{
    QByteArray numbers;
    numbers.reserve(packed.size() * 2);
    for (const char byte : packed) {
        numbers.append(NumberCharacters.at(quint8(byte) >> 4));
        numbers.append(NumberCharacters.at(quint8(byte) & 0x0f));
    }
    if (numbers.endsWith(",,")) // no number is empty: this one filled the last byte
        numbers.chop(1);
    return numbers;
}

} // namespace sb::usage
