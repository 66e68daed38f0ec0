#pragma once

#include "core/catalog/fetched_list.h"

namespace sb::catalog {

/// Reads an index of many providers' models and prices in the form of models.dev's api.json: an object of providers,
/// each with `models`. Providers that are not in the catalog, and local and simulated ones, are passed over; a provider
/// whose `id` is not its key is rejected, as is a model. Models that are deprecated or answer without text are passed
/// over. Input and output for 0 are taken as not stated: that is how subscriptions and unknown prices are written
/// there. Errors: InvalidInput when it is no such index. Source: https://github.com/anomalyco/models.dev,
/// packages/core/src/schema.ts
[[nodiscard]] Result<ReadModels> parsePriceIndex(const Json &json, const QList<Provider> &providers);

} // namespace sb::catalog
