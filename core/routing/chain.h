#pragma once

#include "core/base/json.h"
#include "core/base/money.h"

#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

namespace sb::routing {

using std::chrono::milliseconds;

/// The limits of waiting for one attempt; DESIGN.md section 4, Clocks. None runs while a request is queued.
struct StepClocks
{
    milliseconds connect{10'000}; ///< socket started to request sent
    milliseconds upload{30'000}; ///< without progress
    milliseconds firstByte{30'000}; ///< from the end of the upload
    milliseconds firstContent{60'000}; ///< from the end of the upload; pings do not count
    milliseconds firstContentReasoning{600'000}; ///< instead, when reasoning is asked for
    milliseconds idle{60'000}; ///< between contents
    milliseconds total{600'000}; ///< only where the dialect cannot stream
    friend bool operator==(const StepClocks &, const StepClocks &) = default;
};

/// After which failures the next candidate is tried.
struct MoveOn
{
    bool overloaded = true; ///< refused connection, 408, 498, 5xx, reset
    bool rateLimit = true; ///< 429 that patience does not cover
    bool silence = true; ///< no headers or no first content in time
    bool contextFull = true; ///< to a candidate with a larger window
    bool badKey = true; ///< 401, 402, 403: to a candidate with another key
    bool notFound = true; ///< model or deployment unknown at this endpoint
    bool unsupportedParameter = true; ///< with a notice; also where it takes no link to a file that cannot be fetched
    bool contentPolicy = false;
    friend bool operator==(const MoveOn &, const MoveOn &) = default;
};

/// One ordered step of a chain.
struct Step
{
    QString model = {}; ///< "author/slug"
    QStringList endpoints = {}; ///< ids, in this order; empty: all endpoints of the model
    StepClocks clocks = {};
    int retries = 2; ///< on the same endpoint, for the first row of the error table
    milliseconds patience{5'000}; ///< the longest Retry-After that is waited for; at most 60 s
    std::optional<NanoDollars> maxCost = {}; ///< an endpoint whose bound is above is left out
    std::optional<qint64> maxTokens = {}; ///< output limit when the request has none
    MoveOn moveOn = {};
    Json extra = {}; ///< members we do not know, kept; null when there are none
    Json clocksExtra = {}; ///< the same inside "clocks"
    Json moveOnExtra = {}; ///< the same inside "move_on"
    friend bool operator==(const Step &, const Step &) = default;
};

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
