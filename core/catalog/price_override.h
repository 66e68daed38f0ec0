#pragma once

#include "core/catalog/price_history.h"

namespace sb::catalog {

/// The user's own price of one endpoint: wins over everything, survives every refresh, until it is removed.
struct PriceOverride
{
    QString endpointId = {};
    Price price = {}; ///< `asOf` is the day on which it was set; `source` is "override" where the user names none
    QString note = {}; ///< why; one paragraph, at most LongestNote characters, may be empty
    Cost beneath = {}; ///< what the catalog said then, so that a change beneath it can be told
    friend bool operator==(const PriceOverride &, const PriceOverride &) = default;
};
inline constexpr qsizetype LongestNote = 500;

/// An override of this endpoint, of today. Errors: InvalidInput with what was expected: a price for input and one for
/// output at least, none negative or above $10,000 for a million tokens or $1,000 for one request, image, search or
/// second, none twice; a note that is not too long. $0 is a price: the user may know that it costs nothing.
/// @param endpoint beneath overrides
[[nodiscard]] Result<PriceOverride> makeOverride(const Endpoint &endpoint, const Price &price, const QString &note,
                                                 QDate today);

/// The catalog with the user's prices in the place of its own. An override of an endpoint that is not there is kept for
/// the day on which it comes back, and passed over.
[[nodiscard]] Catalog withOverrides(const Catalog &beneath, const QList<PriceOverride> &overrides);

/// An override whose endpoint costs something else by now than when it was set.
struct ChangeBeneath
{
    QString endpointId = {};
    Cost before = {};
    Cost now = {};
    friend bool operator==(const ChangeBeneath &, const ChangeBeneath &) = default;
};
[[nodiscard]] QList<ChangeBeneath> changesBeneath(const Catalog &beneath, const QList<PriceOverride> &overrides);

/// The overrides with one more, or with another one of the same endpoint in its place.
[[nodiscard]] QList<PriceOverride> withOverride(QList<PriceOverride> overrides, const PriceOverride &added);
[[nodiscard]] const PriceOverride *overrideOf(const QList<PriceOverride> &overrides, const QString &endpointId);

/// The whole file: `{"version": 1, "overrides": [{"endpoint": …, "price": {…}, "note": …, "beneath": {…}}]}`.
[[nodiscard]] Json toJson(const QList<PriceOverride> &overrides);
/// Errors: InvalidInput with path and expectation.
[[nodiscard]] Result<QList<PriceOverride>> parseOverrides(const Json &json, const QString &where = {});

} // namespace sb::catalog
