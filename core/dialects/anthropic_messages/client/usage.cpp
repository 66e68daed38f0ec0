#include "core/dialects/anthropic_messages/client/usage.h"

#include "core/dialects/usage_reading.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::dialects::anthropic {

namespace {

std::optional<qint64> sum(std::optional<qint64> a, std::optional<qint64> b)
{
    return a || b ? std::optional(a.value_or(0) + b.value_or(0)) : std::nullopt;
}

/// What changes the price of a token, in one word for each: the tier, fast mode, and inference in the US only. Sources:
/// https://platform.claude.com/docs/en/api/service-tiers, https://platform.claude.com/docs/en/about-claude/pricing
QString tierOf(const Json &usage)
{
    const QString tier = usage["service_tier"].toText();
    QStringList words;
    if (tier != "standard"_L1 && !tier.isEmpty())
        words.append(tier);
    if (usage["speed"].toBytes() == "fast")
        words.append(u"fast"_s);
    if (usage["inference_geo"].toBytes() == "us")
        words.append(u"us"_s);
    return words.isEmpty() ? tier : words.join(u'+');
}

} // namespace

chat::Usage readUsage(const Json &usage)
{
    const auto fiveMinutes = firstCount(usage, {"cache_creation.ephemeral_5m_input_tokens"});
    const auto oneHour = firstCount(usage, {"cache_creation.ephemeral_1h_input_tokens"});
    auto written = firstCount(usage, {"cache_creation_input_tokens"});
    if (!written)
        written = sum(fiveMinutes, oneHour);

    chat::Usage read;
    read.cacheRead = firstCount(usage, {"cache_read_input_tokens"});
    read.prompt = sum(sum(firstCount(usage, {"input_tokens"}), read.cacheRead), written);
    // In a stream the split comes only at the start, the totals grow until the end: the rest are five-minute writes.
    if (oneHour)
        read.cacheWrite1h = std::min(*oneHour, written.value_or(0));
    if (written)
        read.cacheWrite5m = *written - read.cacheWrite1h.value_or(0);
    read.completion = firstCount(usage, {"output_tokens"});
    read.reasoning = firstCount(usage, {"output_tokens_details.thinking_tokens"});
    read.webSearches = firstCount(usage, {"server_tool_use.web_search_requests"});
    read.servedTier = tierOf(usage);
    read.raw = usage;
    return read;
}

} // namespace sb::dialects::anthropic
