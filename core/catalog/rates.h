#pragma once

#include "core/catalog/price.h"

namespace sb::catalog {

/// The dearest amounts at which a prompt of at most some size can be billed, at whatever hour.
struct DearestRates
{
    PicoDollars input = {}; ///< per token, of all input classes
    PicoDollars output = {}; ///< per token
    PicoDollars request = {};
    bool boundsInput = false; ///< a cache class alone does not bound: what is not cached has no price then
    bool boundsOutput = false;
};
[[nodiscard]] DearestRates dearestRates(const Price &price, qint64 promptTokens, QStringView serviceTier = {});

/// As upperBound() of a price, for those who ask about several outputs of one prompt.
/// @param rates of a prompt of `inputTokens`
[[nodiscard]] std::optional<NanoDollars> upperBound(const DearestRates &rates, qint64 inputTokens, qint64 outputTokens);

} // namespace sb::catalog
