#pragma once

#include "core/catalog/refresh_report.h"

#include <QUrl>

namespace sb::catalog {

/// What a router said of one model's offers: such a list is asked for model by model, and each part may be unchanged by
/// itself.
struct ListPart
{
    QString model = {};
    QUrl url = {}; ///< that said so, without query
    /// Validators of the answer, for the next request. Both are empty where something in it was not taken: that it did
    /// not change would confirm what we do not have.
    QByteArray etag = {};
    QByteArray lastModified = {};
    /// Endpoints of the model that were in the catalog, sorted: nobody read what it says of another one.
    QStringList lookedFor = {};
    friend bool operator==(const ListPart &, const ListPart &) = default;
};

/// What one source said last, as far as it was believed: kept in the profile, one file a source.
struct FetchedList
{
    enum class Kind
    {
        Models, ///< a provider's own list that states names and at most limits
        PricedModels, ///< a provider's own list with prices and what each model can do (Quirks::pricedList)
        Offers, ///< a router's list of who offers a model, for some models
        Index, ///< a list of the prices of many providers
    };
    QString sourceId = {}; ///< a provider's id, "ROUTER.offers" or IndexId; part of a file name
    Kind kind = Kind::Models;
    QString name = {}; ///< for people
    QUrl url = {}; ///< without query: the source of its prices
    QByteArray etag = {}; ///< validators of the answer, for the next request; those of Offers are in `parts`
    QByteArray lastModified = {};
    QList<ListPart> parts = {}; ///< of Offers, by model
    WallTime at = {}; ///< when the source last said that this is so
    /// As the source describes them. Prices have no source and date, which are those of the list, except where an older
    /// one was kept: that has its own.
    QList<Endpoint> endpoints = {};
    friend bool operator==(const FetchedList &, const FetchedList &) = default;
};
inline constexpr QLatin1StringView IndexId{"models.dev"};

/// How asking one source went: the list is there when it was Fetched.
struct Fetch
{
    QString sourceId = {};
    QString name = {}; ///< for people
    SourceReport::Outcome outcome = SourceReport::Outcome::Failed;
    QString reason = {}; ///< of Failed and Rejected
    FetchedList list = {};
    QStringList unchanged = {}; ///< models of Offers whose part said that nothing changed
    QList<RejectedModel> rejected = {}; ///< entries that could not be read
    WallTime at = {};
    friend bool operator==(const Fetch &, const Fetch &) = default;
};

/// Endpoints that a foreign list describes, and what in it cannot be used.
struct ReadModels
{
    QList<Endpoint> endpoints = {};
    QList<RejectedModel> rejected = {};
};

/// The price of an endpoint of this list with source and date: its own, or else those of the list.
[[nodiscard]] std::optional<Price> priceIn(const FetchedList &list, const Endpoint &stated);

[[nodiscard]] const FetchedList *listOf(const QList<FetchedList> &lists, const QString &sourceId);
/// Whether an endpoint can be read again from a file: a list of anybody may name its models as it likes.
[[nodiscard]] bool canBeKept(const Endpoint &endpoint);
/// Whether a text can be the id of a source.
[[nodiscard]] bool isSourceId(const QString &id);

/// The whole file. Its endpoints are those of one or several catalog files, by provider.
[[nodiscard]] Json toJson(const FetchedList &list);
/// Errors: InvalidInput with path and expectation.
[[nodiscard]] Result<FetchedList> parseFetchedList(const Json &json, const QString &where = {});

} // namespace sb::catalog

Q_DECLARE_METATYPE(QList<sb::catalog::Fetch>)
