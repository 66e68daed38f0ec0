#include "core/dialects/gemini_generate_content/client/usage.h"

#include "core/dialects/usage_reading.h"

#include <algorithm>

namespace sb::dialects::gemini {

namespace {

/// What is there, or nothing when neither is.
std::optional<qint64> sum(std::optional<qint64> a, std::optional<qint64> b)
{
    return a || b ? std::optional(a.value_or(0) + b.value_or(0)) : std::nullopt;
}

bool hasSound(const Json &details)
{
    return std::ranges::any_of(details.items(), [](const Json &detail) {
        return detail["modality"].toBytes() == "AUDIO" && detail["tokenCount"].toInteger().value_or(0) > 0;
    });
}

} // namespace

chat::Usage readUsage(const Json &usage)
{
    chat::Usage read;
    read.prompt = sum(firstCount(usage, {"promptTokenCount"}), firstCount(usage, {"toolUsePromptTokenCount"}));
    read.cacheRead = firstCount(usage, {"cachedContentTokenCount"});
    read.reasoning = firstCount(usage, {"thoughtsTokenCount"});
    read.completion = sum(firstCount(usage, {"candidatesTokenCount"}), read.reasoning);
    read.sound = hasSound(usage["promptTokensDetails"]) || hasSound(usage["candidatesTokensDetails"]);
    read.raw = usage;
    return read;
}

Json mergedUsage(Json before, const Json &later)
{
    for (const auto &[key, value] : later.members()) {
        if (!value.isNull())
            before.set(key, value);
    }
    return before;
}

} // namespace sb::dialects::gemini
