#pragma once

#include "core/routing/step.h"

#include <QList>

namespace sb::routing {

/// What to do when an answer breaks off after content was delivered.
enum class AfterFirstContent
{
    Continue, ///< the next candidate goes on from an assistant prefill
    Splice, ///< starts again elsewhere, goes on only behind the same prefix
    Hold, ///< nothing is delivered until the answer is complete
    Error, ///< ends with an error that keeps the partial text
};
[[nodiscard]] QByteArray toWireName(AfterFirstContent value);

/// Ordered steps by which a request travels. A value; edits are functions from value to value (chain_edits.h).
struct Chain
{
    QString name = {}; ///< file name and `chain/NAME`: letters, digits, '-', '_', '.'
    int version = 1; ///< raised with each save; stored with each record
    QString description = {};
    QList<Step> steps = {};
    AfterFirstContent afterFirstContent = AfterFirstContent::Continue;
    bool allowPayingTwice = true; ///< whether a reset before any byte is tried again
    /// Whether a request whose tools the provider runs is sent again where the first one may have run them.
    bool allowRepeatingTools = false;
    Json extra = {}; ///< members we do not know, kept
    friend bool operator==(const Chain &, const Chain &) = default;
};

inline constexpr int ChainFormat = 1; ///< "format" of a chain file; schema: resources/schemas/chain.schema.json
inline constexpr int MostRetries = 10;
inline constexpr milliseconds LongestPatience{60'000};
inline constexpr milliseconds LongestClock{24 * 3'600'000};

/// Whether a chain may be called so: a file name on every system and one segment of `chain/NAME`. Letters, digits, '-',
/// '_', '.', at most 64, not starting with '.'.
[[nodiscard]] bool isChainName(QStringView name);
/// What asks a chain where else a model is named: `chain/NAME`.
[[nodiscard]] QString chainTarget(const QString &name);
/// The name of the chain that is asked so; nullopt: a model, "author/slug", or nothing.
[[nodiscard]] std::optional<QString> chainNameOf(const QString &target);

/// Reads a chain. What is of the wrong type or form is refused, what makes no sense is left to validate(), so that the
/// editor can open and mend it; the engine refuses to run it. Errors: InvalidInput with path and expectation
/// ("steps[1].clocks.idle_ms: expected …").
[[nodiscard]] Result<Chain> parseChain(const Json &json);
/// Leaves out what is at its default; parseChain() gives the same chain back.
[[nodiscard]] Json toJson(const Chain &chain);

/// One thing that is wrong with a chain as a whole, at a path such as "steps[0].model".
struct ChainProblem
{
    QString path = {};
    QString message = {};
    friend bool operator==(const ChainProblem &, const ChainProblem &) = default;
};
/// Numbers beyond what a chain may say: clocks, retries, patience, limits of a step. No request runs by such a chain.
[[nodiscard]] QList<ChainProblem> limitProblems(const Chain &chain);
/// Everything that would keep a chain from running or make a step pointless; `knownModels` and `knownEndpoints` of the
/// catalog, empty lists check nothing.
[[nodiscard]] QList<ChainProblem> validate(const Chain &chain, const QStringList &knownModels,
                                           const QStringList &knownEndpoints);

} // namespace sb::routing
