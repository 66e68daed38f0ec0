#pragma once

#include <QtGlobal>

#include <compare>
#include <functional>

namespace sb {

/// A number that cannot be mixed up with another kind of number: Id<struct RunTag> is no Id<struct ModelTag>.
/// 0 means "none".
template <typename Tag>
struct Id
{
    quint64 value = 0;

    [[nodiscard]] bool isValid() const { return value != 0; }
    friend bool operator==(const Id &, const Id &) = default;
    friend std::strong_ordering operator<=>(const Id &, const Id &) = default;
};

template <typename Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0) noexcept
{
    return std::hash<quint64>{}(id.value) ^ seed;
}

/// A request inside this process, given by Engine before anything is stored.
using RequestId = Id<struct RequestTag>;

} // namespace sb

template <typename Tag>
struct std::hash<sb::Id<Tag>>
{
    size_t operator()(const sb::Id<Tag> &id) const noexcept { return std::hash<quint64>{}(id.value); }
};
