#include "core/dialects/openai_chat/client/usage.h"

#include "core/dialects/usage_reading.h"

namespace sb::dialects::openai {

chat::Usage readUsage(const Json &usage, const catalog::Quirks &quirks)
{
    chat::Usage read;
    read.prompt = firstCount(usage, {"prompt_tokens"});
    read.completion = firstCount(usage, {"completion_tokens"});
    // Writer: prompt_token_details; DeepSeek: prompt_cache_hit_tokens; Moonshot: cached_tokens; gpustack, Mistral:
    // num_cached_tokens; gateways in front of Anthropic: cache_read_input_tokens.
    read.cacheRead =
        firstCount(usage,
                   {"prompt_tokens_details.cached_tokens", "prompt_token_details.cached_tokens",
                    "prompt_cache_hit_tokens", "cached_tokens", "num_cached_tokens", "cache_read_input_tokens"});
    read.cacheWrite5m = firstCount(
        usage,
        {"prompt_tokens_details.cache_write_tokens", "prompt_tokens_details.cache_creation_tokens",
         "prompt_tokens_details.cache_creation_input_tokens", "cache_creation_input_tokens", "cache_write_tokens"});
    read.reasoning = firstCount(usage,
                                {"completion_tokens_details.reasoning_tokens",
                                 "completion_token_details.reasoning_tokens", "reasoning_tokens"});
    read.sound = firstCount(usage, {"prompt_tokens_details.audio_tokens"}).value_or(0) > 0
        || firstCount(usage, {"completion_tokens_details.audio_tokens"}).value_or(0) > 0;
    // Vercel and other gateways in front of Anthropic: server_tool_use; Perplexity: num_search_queries.
    read.webSearches = firstCount(usage, {"server_tool_use.web_search_requests", "num_search_queries"});
    includeReasoning(read, firstCount(usage, {"total_tokens"}));
    if (quirks.usageCost)
        read.billed = billedCost(usage);
    read.raw = usage;
    return read;
}

} // namespace sb::dialects::openai
