#include "core/dialects/openai_responses/client/usage.h"

#include "core/dialects/usage_reading.h"

namespace sb::dialects::responses {

chat::Usage readUsage(const Json &usage, const catalog::Quirks &quirks)
{
    chat::Usage read;
    read.prompt = firstCount(usage, {"input_tokens"});
    read.completion = firstCount(usage, {"output_tokens"});
    read.cacheRead = firstCount(usage, {"input_tokens_details.cached_tokens"});
    read.cacheWrite5m = firstCount(usage, {"input_tokens_details.cache_write_tokens"});
    read.reasoning = firstCount(usage, {"output_tokens_details.reasoning_tokens"});
    includeReasoning(read, firstCount(usage, {"total_tokens"}));
    if (quirks.usageCost)
        read.billed = billedCost(usage);
    read.raw = usage;
    return read;
}

} // namespace sb::dialects::responses
