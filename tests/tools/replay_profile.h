#pragma once

#include "core/base/result.h"
#include "tests/dialects/exchange.h"

namespace sb::testing {

/// The three recordings behind the chain "replay": a provider that is overloaded, one that limits the rate, one that
/// answers as a stream.
struct ReplayChain
{
    Exchange overloaded = {}; ///< "constructed-anthropic-529" where it is there, else another 529
    Exchange limited = {}; ///< a 429 of Gemini
    Exchange answering = {}; ///< an OpenAI stream of a priced model; the longest text with usage
};
/// Errors: NotFound, which names what is missing.
[[nodiscard]] Result<ReplayChain> chooseReplayChain(const QList<Exchange> &exchanges);

inline constexpr auto ReplayChainName = "replay";

/// Makes a profile whose default chain is "replay": three providers that point to the replay server on this port, with
/// the prices of the models that were recorded, and need no key. An existing profile keeps its other things.
/// Errors: as profile::prepare() and its writers give them.
[[nodiscard]] Result<void> writeReplayProfile(const QString &root, const ReplayChain &chain, quint16 port);

} // namespace sb::testing
