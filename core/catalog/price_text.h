#pragma once

#include "core/base/json.h"
#include "core/catalog/price.h"

namespace sb::catalog {

/// What a foreign list counts by.
enum class PricedBy
{
    One, ///< dollars for one token, request or image: OpenRouter
    Million, ///< dollars for a million tokens: models.dev
};

/// Reads such an amount from a text or a number exactly, without floating point, and rounds it half to even to
/// pico-dollars for one: floats on the wire carry noise such as 0.30000000000000004. A negative amount is read, too.
/// @return nullopt when it is no decimal number or beyond 64 bits
[[nodiscard]] std::optional<PicoDollars> readForeignAmount(const Json &json, PricedBy by);

} // namespace sb::catalog
