#include "core/catalog/endpoint.h"

#include "core/catalog/names.h"

namespace sb::catalog {

QByteArray toWireName(DialectId dialect)
{
    return nameOf(DialectNames, dialect);
}

std::optional<DialectId> dialectFromWireName(QByteArrayView name)
{
    const auto it = std::ranges::find(DialectNames, name, &NamedValue<DialectId>::first);
    return it != DialectNames.end() ? std::optional(it->second) : std::nullopt;
}

const NotFound *notFound(const Provider &provider, ProviderFact fact)
{
    const auto it = std::ranges::find(provider.notFound, fact, &NotFound::fact);
    return it != provider.notFound.end() ? &*it : nullptr;
}

Modalities allInputs(const Endpoint &endpoint)
{
    Modalities all = endpoint.inputs;
    all.images = all.images || endpoint.capabilities.images;
    all.files = all.files || endpoint.capabilities.files;
    all.audio = all.audio || endpoint.capabilities.audio;
    return all;
}

} // namespace sb::catalog
