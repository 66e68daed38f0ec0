#pragma once

#include <QByteArray>

#include <algorithm>
#include <array>
#include <optional>

namespace sb::routing {

/// One enumerator and the name under which it is stored; names never change once released.
template <typename Enum>
struct WireName
{
    Enum value = {};
    const char *name = "";
};

/// Whether a table names every enumerator up to `last`, in their order; for a static_assert beside the table.
template <typename Enum, std::size_t N>
constexpr bool isComplete(const std::array<WireName<Enum>, N> &table, Enum last)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (table[i].value != Enum(i))
            return false;
    }
    return N == std::size_t(last) + 1;
}

template <typename Enum, std::size_t N>
QByteArray nameIn(const std::array<WireName<Enum>, N> &table, Enum value)
{
    return table[std::size_t(value)].name;
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueIn(const std::array<WireName<Enum>, N> &table, QByteArrayView name)
{
    const auto it = std::ranges::find_if(table, [name](const WireName<Enum> &entry) { return name == entry.name; });
    return it == table.end() ? std::nullopt : std::optional(it->value);
}

} // namespace sb::routing
