#include "core/dialects/bedrock_converse/client/usage.h"

#include "core/dialects/usage_reading.h"

#include <algorithm>

namespace sb::dialects::bedrock {

namespace {

/// Of what was written, the part that is kept for an hour; nothing where it is not told.
std::optional<qint64> writtenForAnHour(const Json &details)
{
    std::optional<qint64> sum;
    for (const Json &detail : details.items()) {
        if (detail["ttl"].toBytes() == "1h")
            sum = sum.value_or(0) + firstCount(detail, {"inputTokens"}).value_or(0);
    }
    return sum;
}

} // namespace

chat::Usage readUsage(const Json &usage)
{
    chat::Usage read;
    read.cacheRead = firstCount(usage, {"cacheReadInputTokens", "cacheReadInputTokenCount"});
    const auto written = firstCount(usage, {"cacheWriteInputTokens", "cacheWriteInputTokenCount"});
    if (const auto hour = writtenForAnHour(usage["cacheDetails"]))
        read.cacheWrite1h = std::min(*hour, written.value_or(*hour));
    if (written)
        read.cacheWrite5m = *written - read.cacheWrite1h.value_or(0);
    if (const auto input = firstCount(usage, {"inputTokens", "inputTokenCount"}))
        read.prompt =
            *input + read.cacheRead.value_or(0) + read.cacheWrite5m.value_or(0) + read.cacheWrite1h.value_or(0);
    read.completion = firstCount(usage, {"outputTokens", "outputTokenCount"});
    read.raw = usage;
    return read;
}

} // namespace sb::dialects::bedrock
