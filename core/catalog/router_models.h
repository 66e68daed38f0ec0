#pragma once

#include "core/catalog/fetched_list.h"

namespace sb::catalog {

/// Reads a provider's own list that states prices (Quirks::pricedList): GET /models of OpenRouter. Models that answer
/// without text are passed over. A price of -1 means "depends on where the request goes": unpriced.
/// Errors: InvalidInput when it is no such list.
/// Source: https://openrouter.ai/docs/api/api-reference/models/get-models (schemas Model, PublicPricing)
[[nodiscard]] Result<ReadModels> parseRouterModels(const Json &json, const Provider &provider);

/// Reads who offers one model at a router: GET /models/{author}/{slug}/endpoints of OpenRouter. Offers of providers
/// that are not in the catalog, or have no endpoint of that model there, are passed over; so is a provider whose offers
/// of it differ in price.
/// @param asked the model's id at the router; an answer about another one is an error
/// Errors: InvalidInput. Source: https://openrouter.ai/docs/api/api-reference/endpoints/list-endpoints
[[nodiscard]] Result<ReadModels> parseRouterOffers(const Json &json, const QString &asked, const Catalog &catalog);

/// The provider that others call so: its id, or one of `knownAs`, in any case. Null when there is none.
[[nodiscard]] const Provider *providerKnownAs(const QList<Provider> &providers, const QString &name);

} // namespace sb::catalog
