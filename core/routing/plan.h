#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/catalog/catalog.h"
#include "core/chat/request.h"
#include "core/routing/chain.h"
#include "core/routing/held_by_lost.h"

#include <QSet>

namespace sb::routing {

/// Why a candidate may not be used; OpenRouter's `excluded_by` vocabulary and ours. Stored by name.
enum class Exclusion
{
    NoEndpoint, ///< the model is in no catalog file
    ProviderDisabled,
    NoKey,
    KeyRejected, ///< this key was refused; until it is changed
    ModelNotFound, ///< this endpoint said 404; until the next catalog refresh
    CoolingDown,
    ContextLength,
    Modality, ///< cannot take an image, file or audio part
    RequireParameters, ///< the request needs what the endpoint lacks (tools, JSON schema)
    MaxPrice,
    Budget, ///< the bound does not fit into what is left
    Unpriced, ///< under a hard limit an unknown price is no price
    LedgerMix, ///< a chain never mixes practice and real providers
};
[[nodiscard]] QByteArray toWireName(Exclusion reason);

/// What is known about endpoints right now; a snapshot.
struct HealthView
{
    QSet<QString> rejectedKeys = {}; ///< provider ids
    QSet<QString> missingModels = {}; ///< endpoint ids
    QHash<QString, milliseconds> coolingDown = {}; ///< endpoint id → what is left
    QHash<QString, milliseconds> expectedFirstToken = {}; ///< endpoint id → typical time to first token
};

/// What may still be spent; a snapshot. The reservation itself is made in the register, this only sorts out early.
struct BudgetView
{
    std::optional<NanoDollars> remaining = {}; ///< of the strictest limit; nullopt: no limit
    HeldByLost heldByLost = {}; ///< of that limit
    bool hard = true; ///< a hard limit refuses, a soft one only warns
    QSet<QString> allowedUnpriced = {}; ///< endpoint ids that the user let through although unpriced
};

/// Who has a key: ids of providers that need none or whose key is loaded for their origin.
struct PlanInput
{
    chat::Request request = {};
    Chain chain = {};
    catalog::Catalog catalog = {};
    QSet<QString> usableProviders = {};
    HealthView health = {};
    BudgetView budget = {};
};

/// One endpoint that may serve, in the order in which they are tried.
struct Candidate
{
    qsizetype step = 0; ///< index into the chain
    QString endpointId = {};
    QString providerId = {};
    QString modelId = {};
    int rank = 0; ///< 1 is tried first
    double probability = 1.0; ///< of standing at this rank
    std::optional<NanoDollars> expectedLow = {}; ///< nullopt when unpriced
    std::optional<NanoDollars> expectedHigh = {};
    std::optional<NanoDollars> bound = {}; ///< what is reserved; nullopt when unpriced
    std::optional<milliseconds> expectedFirstToken = {};
    std::optional<qint64> maxTokens = {}; ///< sent upstream, when the plan sets or lowers it
    std::optional<qint64> contextTokens = {}; ///< the window; nullopt: not known
    friend bool operator==(const Candidate &, const Candidate &) = default;
};

struct Excluded
{
    qsizetype step = 0;
    QString endpointId = {}; ///< or the model's id, for NoEndpoint
    Exclusion reason = Exclusion::NoEndpoint;
    QString detail = {}; ///< one translated sentence with the numbers
    friend bool operator==(const Excluded &, const Excluded &) = default;
};

/// The decision about one request, as shown by a dry run and stored with the record.
struct Plan
{
    QString chainName = {};
    int chainVersion = 1;
    bool practice = false; ///< which ledger
    qint64 inputTokensBound = 0; ///< bytes of the request as tokens, plus images and files by rule
    QList<Candidate> candidates = {};
    QList<Excluded> excluded = {};
    friend bool operator==(const Plan &, const Plan &) = default;
};

/// Decides by which endpoints a request may travel, in which order, and why not by others. Pure: same arguments, same
/// plan, byte for byte in toJson(). Never fails: no candidate is a plan without candidates.
/// @param now, random for choices by time and chance; ordered steps use neither yet
[[nodiscard]] Plan plan(const PlanInput &input, WallTime now, Random &random);

/// An output limit, and the most that an attempt can cost with it.
struct Terms
{
    std::optional<qint64> maxTokens = {}; ///< sent upstream; nullopt: what the request or the endpoint says holds
    std::optional<NanoDollars> bound = {}; ///< nullopt: unpriced
    friend bool operator==(const Terms &, const Terms &) = default;
};

/// What plan() does where a budget has less left, for an attempt that finds less than its plan saw: an output limit
/// with which the endpoint costs at most `amount`. nullopt where nobody would be helped by so short an answer, or where
/// there is no price. Pure.
/// @param request what would be sent
/// @param maxTokens the limit so far, as in Terms
[[nodiscard]] std::optional<Terms> affordableTerms(const chat::Request &request, const Step &step,
                                                   const catalog::Endpoint &endpoint, std::optional<qint64> maxTokens,
                                                   NanoDollars amount);

/// What the register stores and a dry run prints.
[[nodiscard]] Json toJson(const Plan &plan);

/// The chain for a request that names no chain: one step a model, the fallbacks in order.
[[nodiscard]] Chain implicitChain(const chat::Request &request);

/// Input tokens that cannot be exceeded: one per byte of text, images by their pixels, files by their bytes.
[[nodiscard]] qint64 inputTokensBound(const chat::Request &request);

} // namespace sb::routing
