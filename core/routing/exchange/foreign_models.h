#pragma once

#include "core/catalog/catalog.h"

namespace sb::routing {

/// How other routers call a provider.
struct ForeignNames
{
    const char *id = ""; ///< ours
    const char *liteLlm = ""; ///< the prefix of its models there; empty: it is not there
    const char *portkey = "";
};
/// Null where others do not know it.
[[nodiscard]] const ForeignNames *foreignNames(const QString &providerId);
/// Our ids for what others call so, also for a name that is ours; more than one where they make no difference.
[[nodiscard]] QStringList providersCalled(const QString &foreignName);

/// The endpoint that others name by provider and model: "azure", "gpt-4o". Without a provider the one of the model's
/// maker. nullptr: the catalog has none. As long-lived as the catalog.
[[nodiscard]] const catalog::Endpoint *endpointCalled(const catalog::Catalog &catalog, const QString &provider,
                                                      const QString &model);
/// The same for LiteLLM's one name, "azure/gpt-4o" or "gpt-4o".
[[nodiscard]] const catalog::Endpoint *endpointCalled(const catalog::Catalog &catalog, const QString &name);

} // namespace sb::routing
