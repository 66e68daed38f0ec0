#include "core/usage/sums.h"

namespace sb::usage {

Sums &Sums::operator+=(const Sums &other)
{
    requests += other.requests;
    failed += other.failed;
    fellBack += other.fellBack;
    unpriced += other.unpriced;
    tokens.freshInput += other.tokens.freshInput;
    tokens.cacheRead += other.tokens.cacheRead;
    tokens.cacheWrite5m += other.tokens.cacheWrite5m;
    tokens.cacheWrite1h += other.tokens.cacheWrite1h;
    tokens.visibleOutput += other.tokens.visibleOutput;
    tokens.reasoning += other.tokens.reasoning;
    billed = saturatingAdd(billed, other.billed);
    computed = saturatingAdd(computed, other.computed);
    estimated = saturatingAdd(estimated, other.estimated);
    return *this;
}

Sums Sums::operator-() const
{
    return {.requests = -requests,
            .failed = -failed,
            .fellBack = -fellBack,
            .unpriced = -unpriced,
            .tokens = {.freshInput = -tokens.freshInput,
                       .cacheRead = -tokens.cacheRead,
                       .cacheWrite5m = -tokens.cacheWrite5m,
                       .cacheWrite1h = -tokens.cacheWrite1h,
                       .visibleOutput = -tokens.visibleOutput,
                       .reasoning = -tokens.reasoning},
            .billed = {-billed.value},
            .computed = {-computed.value},
            .estimated = {-estimated.value}};
}

} // namespace sb::usage
