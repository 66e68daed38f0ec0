#include "core/dialects/cohere_chat/client/usage.h"

#include "core/dialects/usage_reading.h"

namespace sb::dialects::cohere {

chat::Usage readUsage(const Json &usage)
{
    chat::Usage read;
    read.prompt = firstCount(usage, {"tokens.input_tokens", "billed_units.input_tokens"});
    read.completion = firstCount(usage, {"tokens.output_tokens", "billed_units.output_tokens"});
    read.billedPrompt = firstCount(usage, {"billed_units.input_tokens"});
    read.billedCompletion = firstCount(usage, {"billed_units.output_tokens"});
    read.cacheRead = firstCount(usage, {"cached_tokens"});
    read.raw = usage;
    return read;
}

} // namespace sb::dialects::cohere
