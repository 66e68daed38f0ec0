#pragma once

#include "core/catalog/catalog.h"
#include "core/engine/list_call.h"
#include "core/routing/load_book.h"

namespace sb::engine {

/// What a local server is asked to learn which models it has in memory: one request after the other, each only where
/// the one before was answered with 200. Empty: nobody knows how to ask this program. Pure.
[[nodiscard]] QList<QUrl> loadQueries(const catalog::Provider &provider);

/// What its answers mean for the endpoints of the provider; empty: they say nothing. Pure.
/// @param answers to loadQueries(), as far as they were asked
[[nodiscard]] QHash<QString, routing::LoadState> readLoads(const catalog::Provider &provider,
                                                           const catalog::Catalog &catalog,
                                                           const QList<ListAnswer> &answers);

} // namespace sb::engine
