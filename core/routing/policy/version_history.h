#pragma once

#include "core/base/clock.h"
#include "core/routing/policy/policy.h"

#include <QHash>

namespace sb::routing {

/// A version that was published; it never changes. Its number is `value.version`.
template <typename T>
struct PublishedVersion
{
    WallTime at = {};
    QString note = {}; ///< by who published it
    T value = {};
    friend bool operator==(const PublishedVersion &, const PublishedVersion &) = default;
};

/// A new version that takes a share of the requests before it takes all.
struct Canary
{
    int version = 0;
    int percent = 0; ///< 1 to 99
    friend bool operator==(const Canary &, const Canary &) = default;
};

/// What a chain or a policy was and is: published versions, of which one is in use, and the draft of the next. A value;
/// what changes it is a function that gives another one. For Chain and Policy.
template <typename T>
struct VersionHistory
{
    QList<PublishedVersion<T>> versions = {}; ///< ascending by number
    int current = 0; ///< number of the version in use; 0: none is published
    std::optional<T> draft = {};
    std::optional<Canary> canary = {};
    Json extra = {}; ///< members we do not know, kept
    friend bool operator==(const VersionHistory &, const VersionHistory &) = default;
};

/// Histories of what has a version that takes a share of the requests, by name.
struct Canaries
{
    QHash<QString, VersionHistory<Chain>> chains = {};
    QHash<QString, VersionHistory<Policy>> policies = {};
    friend bool operator==(const Canaries &, const Canaries &) = default;
};

inline constexpr int HistoryFormat = 1; ///< "format" of a history file
inline constexpr qsizetype MostKeptVersions = 500; ///< older ones are given up; a version is a few kilobytes

/// The published version of that number, or null; as long-lived as the history.
template <typename T>
[[nodiscard]] const PublishedVersion<T> *findVersion(const VersionHistory<T> &history, int number);

/// A draft that says what is in use is none, so that there is nothing to publish.
template <typename T>
[[nodiscard]] VersionHistory<T> withDraft(VersionHistory<T> history, const T &draft);

/// The draft becomes the version in use; a canary ends. Errors: InvalidInput when there is no draft.
template <typename T>
[[nodiscard]] Result<VersionHistory<T>> published(VersionHistory<T> history, WallTime at, const QString &note);
/// The draft becomes a version that takes `percent` of the requests, instead of an earlier canary. Errors: InvalidInput
/// when there is no draft, no version in use beside it, or the share is not from 1 to 99.
template <typename T>
[[nodiscard]] Result<VersionHistory<T>> publishedAsCanary(VersionHistory<T> history, int percent, WallTime at,
                                                          const QString &note);
/// Errors: InvalidInput when there is no canary or the share is not from 1 to 99.
template <typename T>
[[nodiscard]] Result<VersionHistory<T>> withCanaryShare(VersionHistory<T> history, int percent);
/// The canary is the version in use from now on. Errors: InvalidInput when there is none.
template <typename T>
[[nodiscard]] Result<VersionHistory<T>> promoted(VersionHistory<T> history);
/// The version in use takes all requests again; what took a share stays in the list. Errors: InvalidInput when there is
/// no canary.
template <typename T>
[[nodiscard]] Result<VersionHistory<T>> withdrawn(VersionHistory<T> history);
/// An old version is published again, under a new number, and is in use; a draft stays. Errors: NotFound; InvalidInput
/// when it is in use already.
template <typename T>
[[nodiscard]] Result<VersionHistory<T>> restored(VersionHistory<T> history, int number, WallTime at,
                                                 const QString &note);
/// What a file says that somebody wrote by hand is what is in use: an earlier version, or a new one without a note.
template <typename T>
[[nodiscard]] VersionHistory<T> reconciled(VersionHistory<T> history, const T &inFile, WallTime at);

/// The number of the version by which a request goes.
/// @param luck uniform over all 64-bit numbers: chance where there is no session, else luckOf() the session
template <typename T>
[[nodiscard]] int pickVersion(const VersionHistory<T> &history, quint64 luck);
/// The same for each request of a session, so that a session stays on one side; another one for each chain or policy
/// and each of its canaries, so that it is not always the same sessions.
template <typename T>
[[nodiscard]] quint64 luckOf(const QString &session, const VersionHistory<T> &history);

/// Those of which a version takes a share, as long as their files say what is in use beside it.
/// @param inUse what the files say
template <typename T>
[[nodiscard]] QHash<QString, VersionHistory<T>> canariesOf(const QHash<QString, VersionHistory<T>> &histories,
                                                           const QList<T> &inUse);

/// Errors: InvalidInput with the path.
template <typename T>
[[nodiscard]] Result<VersionHistory<T>> parseHistory(const Json &json);
template <typename T>
[[nodiscard]] Json toJson(const VersionHistory<T> &history);

} // namespace sb::routing
