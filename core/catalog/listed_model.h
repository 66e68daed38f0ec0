#pragma once

#include "core/catalog/endpoint.h"

namespace sb::catalog {

/// What a provider's own list of models says of one of them.
struct ListedModel
{
    QString upstreamModel = {}; ///< what the provider calls it
    QString ownedBy = {}; ///< as the list says; local servers are known by it
    std::optional<qint64> contextTokens = {};
    std::optional<qint64> maxOutputTokens = {};
    bool answersChat = true; ///< false: known to be for something else, such as embeddings
    friend bool operator==(const ListedModel &, const ListedModel &) = default;
};

/// An endpoint for it, without a price: lists state none, or none that says what it counts. What a list does not say
/// (tools, images, schemas) is taken to be possible: the server itself refuses what it cannot do.
[[nodiscard]] Endpoint endpointOf(const Provider &provider, const ListedModel &model);

/// Endpoints for all models of the list that answer chat, but for those in `known`, which say more.
[[nodiscard]] QList<Endpoint> newEndpoints(const Provider &provider, const QList<ListedModel> &list,
                                           const QList<Endpoint> &known);

} // namespace sb::catalog
