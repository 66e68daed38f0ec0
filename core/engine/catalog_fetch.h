#pragma once

#include "core/base/redactor.h"
#include "core/catalog/fetched_list.h"
#include "core/engine/list_call.h"
#include "core/engine/provider_check.h"
#include "core/engine/world.h"

namespace sb::engine {

/// What a source said of its list the last time, so that it need not send it again.
struct Validators
{
    QUrl url = {}; ///< that said so, without query: no other address is told
    QByteArray etag = {};
    QByteArray lastModified = {};
    friend bool operator==(const Validators &, const Validators &) = default;
};

/// Who is asked for a list. No prompt is sent, and nothing is paid.
struct FetchSpec
{
    QStringList providerIds = {}; ///< whose own list is asked for, with the key that is loaded for it, if any
    QStringList offersOf =
        {}; ///< models for which those of these that are routers and have them are asked who offers them
    QUrl index = {}; ///< of a price index such as https://models.dev/api.json; empty: not asked
    QHash<QString, Validators> known = {}; ///< by source
    QHash<QString, QList<catalog::ListPart>> knownParts = {}; ///< of what routers offer, by source
    std::chrono::milliseconds patience{20'000}; ///< for connecting and for the first byte; three times that in all
};

struct FetchProgress
{
    int done = 0;
    int total = 0;
    QString name = {}; ///< of the source that was done last; empty at the start
    friend bool operator==(const FetchProgress &, const FetchProgress &) = default;
};

/// One request of a fetch.
struct FetchQuery
{
    catalog::FetchedList::Kind kind = catalog::FetchedList::Kind::Models;
    QString sourceId = {};
    QString name = {}; ///< for people
    catalog::Provider provider = {}; ///< whose key goes along; without id for an index
    QString model = {}; ///< of Offers
    dialects::WireRequest wire = {}; ///< with the validators, without the key
    std::optional<secrets::Key> key = {}; ///< that goes along
};

/// How a source said no to the key that went along: KeyRefused or NotPermitted; nullopt: it did not.
[[nodiscard]] std::optional<ProviderCheck::Outcome> keyRefusal(const FetchQuery &query, const ListAnswer &answer);

/// A list that is at another address than the provider's key may go to.
[[nodiscard]] catalog::Fetch notAsked(const FetchQuery &query);

/// The requests of a fetch, in the order of the spec: lists, offers, index. Providers that are not in the catalog or
/// have no list are passed over.
[[nodiscard]] QList<FetchQuery> fetchQueries(const FetchSpec &spec, const catalog::Catalog &catalog);

/// What an answer means: the list in it, or why there is none. Pure; it may take some milliseconds for a large list.
/// @param redactor knows the key that was sent
[[nodiscard]] catalog::Fetch readFetch(const FetchQuery &query, const ListAnswer &answer,
                                       const catalog::Catalog &catalog, const Redactor &redactor, WallTime at);

/// One list out of those of several answers about one source, such as of several models' offers: the last word about an
/// endpoint holds. What failed beside it is named in the reason.
[[nodiscard]] QList<catalog::Fetch> bySource(const QList<catalog::Fetch> &fetches);

} // namespace sb::engine

Q_DECLARE_METATYPE(sb::engine::FetchProgress)
