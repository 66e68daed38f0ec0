#pragma once

#include "core/catalog/price.h"

namespace sb::catalog {

/// Why a fetched price cannot be right by itself; empty when it can. Refused are a negative amount, more than $1,000
/// for a million tokens, $10 for one request, image or search or $1 for a second, and less than $0.0001 for a million
/// tokens that is not nothing: the dearest model on sale takes $600, the cheapest $0.01, so that more is another unit.
[[nodiscard]] QString absurdity(const Price &price);

/// Why a fetched price cannot be right after what was known; empty when it can. Refused are more than a hundred times
/// and less than a hundredth of the known amount of the same unit under the same condition, and nothing where it was
/// something. Units that only one of them has are not compared.
[[nodiscard]] QString absurdChange(const Price &known, const Price &now);

} // namespace sb::catalog
