#pragma once

#include "core/base/json.h"
#include "core/base/money.h"

#include <QStringList>

#include <optional>

namespace sb::routing {

/// By what the endpoints of a step are put into an order.
enum class Sort
{
    Balanced, ///< by cost, waiting and risk in dollars; the pick is by chance, see choice.h
    Listed, ///< as the step or the catalog lists them
    Price, ///< the cheapest first, for a prompt of this size
    Throughput, ///< the most output tokens a second, as measured here
    Latency, ///< the shortest time to first token, as measured here
    Quality, ///< the fewest spoiled answers and tool calls, as measured here; OpenRouter's `exacto`
};
[[nodiscard]] QByteArray toWireName(Sort sort);

/// Bounds at percentiles of what was measured; a member without a value asks nothing. Soft: an endpoint that misses one
/// is tried after those that meet all, and what was not measured misses none.
struct Percentiles
{
    std::optional<double> p50 = {};
    std::optional<double> p75 = {};
    std::optional<double> p90 = {};
    std::optional<double> p99 = {};
    friend bool operator==(const Percentiles &, const Percentiles &) = default;
};

/// List prices above which an endpoint is left out.
struct MaxPrice
{
    std::optional<PicoDollars> prompt = {}; ///< per token, which is micro-dollars per million
    std::optional<PicoDollars> completion = {}; ///< per token
    std::optional<PicoDollars> request = {}; ///< for one
    std::optional<PicoDollars> image = {}; ///< for one
    friend bool operator==(const MaxPrice &, const MaxPrice &) = default;
};

/// What a request, a step or a policy asks of endpoints: OpenRouter's `provider` object with its documented meaning,
/// and `regions`. A value that is not set asks nothing.
/// Source: https://openrouter.ai/docs/guides/routing/provider-selection
struct Preferences
{
    QStringList order = {}; ///< slugs that are tried first, in this order
    QStringList only = {}; ///< slugs; empty: all
    QStringList ignore = {}; ///< slugs
    std::optional<bool> allowFallbacks = {}; ///< false: none but the first, or but those of `order`
    std::optional<bool> requireParameters = {};
    std::optional<bool> denyTraining = {}; ///< `data_collection: deny`: only who says that prompts train nothing
    std::optional<bool> zeroRetention = {}; ///< `zdr`: only who says that nothing is kept
    QStringList quantizations = {}; ///< "int4", "fp8", …, "unknown"
    QStringList regions = {}; ///< where prompts may be processed; this machine is in all
    std::optional<Sort> sort = {};
    std::optional<bool> acrossModels = {}; ///< `partition: none`: endpoints of all models of a step together
    Percentiles minThroughput = {}; ///< output tokens a second
    Percentiles maxLatency = {}; ///< seconds to first token
    MaxPrice maxPrice = {};
    Json extra = {}; ///< members we do not know, kept
    friend bool operator==(const Preferences &, const Preferences &) = default;
};

/// Reads a `provider` object; null is one without wishes. Errors: InvalidInput with path and expectation, such as
/// "provider.sort: expected "price", …".
[[nodiscard]] Result<Preferences> parsePreferences(const Json &json, const QString &path);
/// Leaves out what is not set; null where nothing is.
[[nodiscard]] Json toJson(const Preferences &preferences);

/// Both at once: the stricter of two bounds holds (`only` is what both allow, a denial of one is one), and of two
/// wishes about the order that of `inner`, which is nearer to the request. Two lists of `only` without a common slug
/// allow nobody.
[[nodiscard]] Preferences combined(const Preferences &outer, const Preferences &inner);

/// From the farthest to the nearest to the request: what a policy, a step and the request ask together.
[[nodiscard]] Preferences together(const Preferences &usual, const Preferences &step, const Preferences &own);

/// Stands in `only` where two lists have nothing in common.
inline constexpr const char *NobodyAllowed = "";

} // namespace sb::routing
