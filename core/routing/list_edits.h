#pragma once

#include <QList>

#include <optional>
#include <utility>

namespace sb::routing {

// Edits of a list by place. Nothing is changed where there is no such place.

/// @return the place that is not there, if any
template <typename T>
std::optional<qsizetype> insertAt(QList<T> &list, qsizetype at, T item)
{
    if (at < 0 || at > list.size())
        return at;
    list.insert(at, std::move(item));
    return {};
}

template <typename T>
std::optional<qsizetype> removeAt(QList<T> &list, qsizetype at)
{
    if (at < 0 || at >= list.size())
        return at;
    list.removeAt(at);
    return {};
}

template <typename T>
std::optional<qsizetype> moveTo(QList<T> &list, qsizetype from, qsizetype to)
{
    for (const qsizetype place : {from, to}) {
        if (place < 0 || place >= list.size())
            return place;
    }
    list.move(from, to);
    return {};
}

template <typename T>
std::optional<qsizetype> replaceAt(QList<T> &list, qsizetype at, T item)
{
    if (at < 0 || at >= list.size())
        return at;
    list[at] = std::move(item);
    return {};
}

} // namespace sb::routing
