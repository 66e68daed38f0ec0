#pragma once

#include "tests/dialects/exchange.h"

#include <initializer_list>

namespace sb::testing {

/// The requests of a dialect whose body is kept: of tests/fixtures/traffic, and of the recordings in
/// SIGNALBOX_TRAFFIC where that is set.
[[nodiscard]] QList<Exchange> sourceRequests(catalog::DialectId dialect);

/// Whether recordings are at hand. Else tests over them say so and are skipped.
[[nodiscard]] bool hasRecordings();
inline constexpr const char *NoRecordings = "SIGNALBOX_TRAFFIC names no folder of recordings.";

/// The provider file that fits the name of a recording; for a name without a file what its API documents.
[[nodiscard]] catalog::Provider providerOf(const QByteArray &recorded);

struct SentAgain
{
    Json body = {};
    QList<dialects::Notice> notices = {};
};

/// A body as the server half reads it and the client half writes it for this provider, to the same model.
/// Errors: of either half.
[[nodiscard]] Result<SentAgain> sentAgain(catalog::DialectId dialect, const QByteArray &source,
                                          const catalog::Provider &provider, catalog::Endpoint endpoint = {});

/// The first place that differs in meaning, as a sentence with its path; empty: none. The order of members does not
/// count.
[[nodiscard]] QString differenceOf(const Json &got, const Json &expected, const QString &path = {});

/// An object without these members, and without those that are null.
[[nodiscard]] Json without(const Json &json, std::initializer_list<const char *> keys);
/// An object without what says nothing: null and "".
[[nodiscard]] Json saying(const Json &json);

/// A list with every item changed.
template <typename Change>
[[nodiscard]] Json eachOf(const Json &list, Change change)
{
    Json changed = Json::array();
    for (const Json &item : list.items())
        changed.append(change(item));
    return changed;
}

} // namespace sb::testing
