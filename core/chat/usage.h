#pragma once

#include "core/base/json.h"
#include "core/base/money.h"

#include <optional>

namespace sb::chat {

/// Token counts as one provider reported them, brought to one meaning at the dialect's border. nullopt: not reported.
struct Usage
{
    std::optional<qint64> prompt = {}; ///< all input, cache reads and writes included
    std::optional<qint64> cacheRead = {}; ///< part of prompt
    std::optional<qint64> cacheWrite5m = {}; ///< part of prompt; also writes whose time to live is not told
    std::optional<qint64> cacheWrite1h = {}; ///< part of prompt
    std::optional<qint64> completion = {}; ///< all output, reasoning included
    std::optional<qint64> reasoning = {}; ///< part of completion
    // What is on the bill, where that is less than the model read and wrote: Cohere's own prompt around ours is free.
    std::optional<qint64> billedPrompt = {};
    std::optional<qint64> billedCompletion = {};
    std::optional<NanoDollars> billed = {}; ///< the provider's own cost, where it sends one
    std::optional<qint64> webSearches = {}; ///< of the provider's own tool, which are paid for apart
    bool sound = false; ///< some of the tokens are of sound, heard or spoken
    QString servedTier = {}; ///< how it was served, in the words of the provider's price list; empty: not told
    Json raw = {}; ///< the usage object as it came

    friend bool operator==(const Usage &, const Usage &) = default;
};

/// The disjoint classes that are priced, in tokens; none is negative.
struct TokenClasses
{
    qint64 freshInput = 0;
    qint64 cacheRead = 0;
    qint64 cacheWrite5m = 0;
    qint64 cacheWrite1h = 0;
    qint64 visibleOutput = 0;
    qint64 reasoning = 0;

    [[nodiscard]] qint64 input() const { return freshInput + cacheRead + cacheWrite5m + cacheWrite1h; }
    [[nodiscard]] qint64 output() const { return visibleOutput + reasoning; }
    TokenClasses &operator+=(const TokenClasses &other);
    [[nodiscard]] TokenClasses operator-() const; ///< what takes as much away when it is added
    friend bool operator==(const TokenClasses &, const TokenClasses &) = default;
};

/// Splits totals into classes. Providers contradict themselves (Grok on Azure: 161 cached of 7 prompt tokens): parts
/// are then cut down to their total, and `consistent`, when given, becomes false, so that the cost counts as estimated.
[[nodiscard]] TokenClasses tokenClasses(const Usage &usage, bool *consistent = nullptr);

} // namespace sb::chat
