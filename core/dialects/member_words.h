#pragma once

#include "core/base/json.h"

#include <algorithm>
#include <array>

// What encoders ask about members of a request that only some services have.
namespace sb::dialects {

template <std::size_t N>
[[nodiscard]] bool isAmong(const std::array<const char *, N> &names, QByteArrayView key)
{
    return std::any_of(names.begin(), names.end(), [&key](const char *name) { return key == name; });
}

/// Whether leaving a value out would lose something: not for null, "", [] and {}.
[[nodiscard]] inline bool says(const Json &value)
{
    return value.isBool() || value.isNumber() || value.size() > 0 || !value.toBytes().isEmpty();
}

/// Whether a number is at the value that it has when it is not sent.
[[nodiscard]] inline bool isNumber(const std::optional<Json::Number> &number, double value)
{
    return !number || Json(*number).toDouble() == value;
}

} // namespace sb::dialects
