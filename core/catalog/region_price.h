#pragma once

#include "core/catalog/endpoint.h"

namespace sb::catalog {

/// The endpoint as it is sold in the region that the provider's address is in. The user's own price stays, since
/// whoever states it knows where. Unpriced where the provider's file says that the price of that region is not known.
[[nodiscard]] Endpoint soldInRegion(Endpoint endpoint, const Provider &provider);

} // namespace sb::catalog
