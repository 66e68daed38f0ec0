#pragma once

#include "core/base/json_fields.h"
#include "core/base/money.h"

namespace sb::routing {

/// Reads a nested object, given to `read` as JsonFields of its own. @return what it has beyond what was read, kept
template <typename Read>
Json readNested(JsonFields &parent, QByteArrayView key, Read read)
{
    if (!parent.has(key))
        return {};
    JsonFields fields(parent.raw(key), parent.pathTo(key));
    read(fields);
    const auto rest = fields.result(fields.unread());
    if (rest)
        return *rest;
    parent.take(rest.error());
    return {};
}

/// Dollars, as a text or a number; nullopt when missing.
[[nodiscard]] std::optional<NanoDollars> readMoney(JsonFields &fields, QByteArrayView key);
/// A number from 0 on; nullopt when missing.
[[nodiscard]] std::optional<double> readNumber(JsonFields &fields, QByteArrayView key);
/// true or false; nullopt when missing.
[[nodiscard]] std::optional<bool> readOptionalFlag(JsonFields &fields, QByteArrayView key);

} // namespace sb::routing
