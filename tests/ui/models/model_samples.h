#pragma once

#include "core/catalog/catalog.h"

namespace sb::testing {

/// A priced endpoint with room for 128,000 tokens. @param input, output in whole dollars a million
[[nodiscard]] catalog::Endpoint sampleEndpoint(const QString &provider, const QString &model, qint64 input,
                                               qint64 output);
/// Two providers, four models: author/large at both (east is cheaper, west calls tools), author/small at west with a
/// picture for its eyes, author/free for nothing at a local server, other/unpriced at east.
[[nodiscard]] QList<catalog::Provider> sampleProviders();
[[nodiscard]] QList<catalog::Endpoint> sampleEndpoints();
[[nodiscard]] catalog::Catalog sampleCatalog();

} // namespace sb::testing
