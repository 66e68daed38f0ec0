#pragma once

#include "core/base/json_fields.h"
#include "core/catalog/price_history.h"

// How what is kept about prices is spelled in the profile. Only this folder's .cpp files include this.
namespace sb::catalog {

/// `{"origin": "provider", "price": {…}}`, "free": true in the place of the price, or neither where it is not known.
[[nodiscard]] Json toJson(const Cost &cost);
/// Of the object that `fields` reads, beside its other members.
[[nodiscard]] Cost readCost(JsonFields &fields);

/// Milliseconds since 1970, UTC; wrong when missing, negative or after the year 9999.
[[nodiscard]] WallTime readTime(JsonFields &fields, QByteArrayView key);

} // namespace sb::catalog
