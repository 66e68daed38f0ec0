#include "core/usage/sums.h"

namespace sb::usage {

Sums &Sums::operator+=(const Sums &other)
{
    requests += other.requests;
    failed += other.failed;
    fellBack += other.fellBack;
    unpriced += other.unpriced;
    tokens += other.tokens;
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
            .tokens = -tokens,
            .billed = {-billed.value},
            .computed = {-computed.value},
            .estimated = {-estimated.value}};
}

} // namespace sb::usage
