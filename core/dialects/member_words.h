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

/// Whether leaving a value out would lose something: not for null, "", [] and objects of these.
[[nodiscard]] inline bool says(const Json &value)
{
    const auto &members = value.members();
    return value.isBool() || value.isNumber() || !value.items().isEmpty() || !value.toBytes().isEmpty()
        || std::any_of(members.begin(), members.end(), [](const Json::Member &member) { return says(member.second); });
}

/// Whether a number is at the value that it has when it is not sent.
[[nodiscard]] inline bool isNumber(const std::optional<Json::Number> &number, double value)
{
    return !number || Json(*number).toDouble() == value;
}

} // namespace sb::dialects
