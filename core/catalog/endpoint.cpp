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

} // namespace sb::catalog
