#include "core/routing/field_reading.h"

#include <QCoreApplication>

namespace sb::routing {

namespace {

struct FieldReadingText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

} // namespace

std::optional<NanoDollars> readMoney(JsonFields &fields, QByteArrayView key)
{
    if (!fields.has(key))
        return {};
    const Json &json = fields.raw(key);
    const auto amount = parseDollars(json.isNumber() ? QString::fromUtf8(json.numberLiteral()) : json.toText());
    if (amount)
        return *amount;
    fields.refuse(key, FieldReadingText::tr("an amount of dollars such as \"0.02\""));
    return {};
}

std::optional<double> readNumber(JsonFields &fields, QByteArrayView key)
{
    if (!fields.has(key))
        return {};
    const auto number = fields.raw(key).toDouble();
    if (number && *number >= 0)
        return number;
    fields.refuse(key, FieldReadingText::tr("a number from 0 on"));
    return {};
}

std::optional<bool> readOptionalFlag(JsonFields &fields, QByteArrayView key)
{
    return fields.has(key) ? std::optional(fields.flag(key, false)) : std::nullopt;
}

} // namespace sb::routing
