#pragma once

#include "core/routing/policy/semantic_diff.h"
#include "core/routing/policy/version_history.h"

#include <QList>
#include <QString>

#include <optional>

namespace sb::ui {

/// A version in the list of those of a chain or policy; the draft is one, too.
struct VersionRow
{
    int number = 0; ///< 0: the draft
    QString note = {}; ///< by who published it
    std::optional<WallTime> at = {}; ///< nullopt: the draft, or not known
    bool isInUse = false;
    int percent = 0; ///< share of the requests of a version that takes one; 0: none
    friend bool operator==(const VersionRow &, const VersionRow &) = default;
};

/// The newest first, the draft before all.
/// @param draft what is edited; nullopt: it says what is in use
template <typename T>
[[nodiscard]] QList<VersionRow> versionRows(const routing::VersionHistory<T> &history, const std::optional<T> &draft)
{
    QList<VersionRow> rows;
    for (const routing::PublishedVersion<T> &each : history.versions) {
        const int number = each.value.version;
        const bool isCanary = history.canary && history.canary->version == number;
        rows.prepend({.number = number,
                      .note = each.note,
                      .at = each.at == WallTime{} ? std::nullopt : std::optional(each.at),
                      .isInUse = number == history.current,
                      .percent = isCanary ? history.canary->percent : 0});
    }
    if (draft)
        rows.prepend({});
    return rows;
}

/// The version of that number, 0 for the draft; null: there is none.
template <typename T>
[[nodiscard]] const T *versionOf(const routing::VersionHistory<T> &history, const std::optional<T> &draft, int number)
{
    if (number == 0)
        return draft ? &*draft : nullptr;
    const routing::PublishedVersion<T> *version = findVersion(history, number);
    return version ? &version->value : nullptr;
}

/// What differs from one version to the other; empty where one of them is not there.
template <typename T>
[[nodiscard]] QList<routing::Change> differences(const routing::VersionHistory<T> &history,
                                                 const std::optional<T> &draft, int from, int to)
{
    const T *before = versionOf(history, draft, from);
    const T *after = versionOf(history, draft, to);
    return before && after ? semanticDiff(*before, *after) : QList<routing::Change>();
}

/// The number that a draft gets when it is published.
template <typename T>
[[nodiscard]] int nextVersion(const routing::VersionHistory<T> &history)
{
    return history.versions.isEmpty() ? 1 : history.versions.constLast().value.version + 1;
}

[[nodiscard]] QString versionTitle(int number); ///< "Version 7", "Draft"
/// "in use", "takes 10 %", or empty.
[[nodiscard]] QString versionState(const VersionRow &row);
/// "Version 8 takes 10 % of the requests, version 7 the others. All requests of a session go by the same."
[[nodiscard]] QString canarySentence(const routing::Canary &canary, int inUse);
[[nodiscard]] QString changeKindText(routing::ChangeKind kind); ///< "added", for assistive programs

} // namespace sb::ui
