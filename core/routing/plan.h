#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/catalog/catalog.h"
#include "core/chat/request.h"
#include "core/routing/chain.h"
#include "core/routing/choice.h"
#include "core/routing/held_by_lost.h"
#include "core/routing/load_book.h"
#include "core/routing/request_outline.h"

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
    AllowedProviders, ///< `only` and `ignore`
    Training, ///< prompts may be used for training, or the provider does not say that they are not
    Retention, ///< prompts are kept, or the provider does not say that they are not
    Region,
    Quantization,
    NoFallbacks, ///< `allow_fallbacks` is off and another one is first
    RateLimited, ///< full for longer than the step's patience
    NotLoaded, ///< a local server would have to load the model, and the step does not wait for that
    Variant, ///< nobody offers what a suffix of the model asks for
    OpaqueReasoning, ///< the conversation has reasoning that another endpoint signed
    RequestLimit, ///< the bound is above what this one request may cost
};
inline constexpr Exclusion LastExclusion = Exclusion::RequestLimit;
[[nodiscard]] QByteArray toWireName(Exclusion reason);

/// What is known about endpoints right now; a snapshot.
struct HealthView
{
    QSet<QString> rejectedKeys = {}; ///< provider ids
    QSet<QString> missingModels = {}; ///< endpoint ids
    QHash<QString, milliseconds> coolingDown = {}; ///< endpoint id → what is left
    QHash<QString, Measured> measured = {}; ///< endpoint id → with prompts of the request's size
    QHash<QString, milliseconds> full = {}; ///< endpoint id → until its rate limit has room for this request
    QHash<QString, milliseconds> fullProviders = {}; ///< provider id → the same, of all its endpoints
    QSet<QString> crowded = {}; ///< ids of endpoints that refused others a moment ago, nobody knows for how long
    QSet<QString> warm = {}; ///< ids of endpoints that answered within the last minutes: a local server has them loaded
    QHash<QString, LoadState> loads = {}; ///< endpoint id → what its local server says, which counts more than `warm`
};

/// What endpoints have cached of the request's conversation.
struct CacheView
{
    QString stayAt = {}; ///< the endpoint that served the conversation last, while it still has it
    QHash<QString, qint64> tokens = {}; ///< endpoint id → tokens of the prompt that it likely reads from its cache
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
    Preferences preferences = {}; ///< the request's own
    Preferences usual = {}; ///< the policy's, for all requests; those of a step come between the two, see combined()
    Weights weights = {};
    CacheView cache = {};
    Json policy = {}; ///< what a policy decided about the chain, to be kept with the plan; null: none was asked
    bool vectors = false; ///< of texts are asked for, and no answer
    /// Of a request on record, whose words are not there any more: `request` is its sketch then, and is not counted.
    std::optional<RequestOutline> outline = {};
    std::optional<NanoDollars> maxCost = {}; ///< of any one request, as the profile says; the request may say less
    QStringList quality = {}; ///< models from the best to the least, as the policy has them: ids, or patterns
    bool bestThatFits = false; ///< as the policy says: a request with a limit gets the best that fits it
};

/// The most that the request may cost with all its attempts: the lower of its own limit and that of the profile.
[[nodiscard]] std::optional<NanoDollars> requestLimit(const PlanInput &input);

/// One endpoint that may serve, in the order in which they are tried.
struct Candidate
{
    qsizetype step = 0; ///< index into the chain
    QString endpointId = {};
    QString providerId = {};
    QString modelId = {};
    int rank = 0; ///< 1 is tried first
    double probability = 1.0; ///< of being tried first in its step; they sum to 1 over the candidates of a step
    std::optional<NanoDollars> expectedLow = {}; ///< nullopt when unpriced
    std::optional<NanoDollars> expectedHigh = {};
    std::optional<NanoDollars> bound = {}; ///< what is reserved; nullopt when unpriced
    std::optional<milliseconds> expectedFirstToken = {}; ///< typical, as measured
    std::optional<milliseconds> hedgeAfter = {}; ///< a second one is started beside it when it is slower
    milliseconds wait{0}; ///< until its rate limit has room, when this was planned
    std::optional<qint64> maxTokens = {}; ///< sent upstream, when the plan sets or lowers it
    std::optional<qint64> contextTokens = {}; ///< the window; nullopt: not known
    std::optional<Pick> pick = {}; ///< of the first of its step: why it is the first
    bool mayLoad = false; ///< a local server that may have to load the model first
    std::optional<LoadState> load = {}; ///< as a local server says; nullopt: not local, or not known
    bool webSearch = false; ///< is asked to search the web, as `:online` says
    friend bool operator==(const Candidate &, const Candidate &) = default;
};

struct Excluded
{
    qsizetype step = 0;
    QString endpointId = {}; ///< or the model's id, for NoEndpoint
    Exclusion reason = Exclusion::NoEndpoint;
    QString detail = {}; ///< one translated sentence with the numbers
    std::optional<NanoDollars> bound = {}; ///< where it is left out for what it can cost
    std::optional<milliseconds> wait = {}; ///< where it is left out for its rate limit: until it has room
    friend bool operator==(const Excluded &, const Excluded &) = default;
};

/// The decision about one request, as shown by a dry run and stored with the record.
struct Plan
{
    QString chainName = {};
    int chainVersion = 1;
    Json policy = {}; ///< how the chain was found, see toJson(const Policy &, const Match &); null: it was named
    bool practice = false; ///< which ledger
    RequestOutline request = {}; ///< what was decided about
    qint64 inputTokensBound = 0; ///< bytes of the request as tokens, plus images and files by rule
    std::optional<NanoDollars> maxCost = {}; ///< of all attempts of the request together, see requestLimit()
    QList<Candidate> candidates = {};
    QList<Excluded> excluded = {};
    friend bool operator==(const Plan &, const Plan &) = default;
};

/// Decides by which endpoints a request may travel, in which order, and why not by others. Pure: same arguments, same
/// plan, byte for byte in toJson(). Never fails: no candidate is a plan without candidates.
/// @param random for the pick among the endpoints of a step
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

/// The chain for a request that names no chain: one step a model, the fallbacks in order; one step for all where the
/// request sorts the endpoints of its models together.
/// @param together one step for all in any case
[[nodiscard]] Chain implicitChain(const chat::Request &request, const Preferences &preferences = {},
                                  bool together = false);
/// The chain for a request that names no model either, but what it may cost: the models of an order of quality, from
/// the best on.
[[nodiscard]] Chain bestThatFitsChain(const QStringList &quality);

/// Whether a tool is offered to the model that the provider runs: nobody can say how much it searches and reads.
[[nodiscard]] bool asksServiceTools(const chat::Request &request);
/// Input tokens that are likely: four bytes a token.
[[nodiscard]] qint64 likelyInputTokens(const chat::Request &request);
/// Input tokens that cannot be exceeded: one per byte of text, images by their pixels, files by their bytes.
[[nodiscard]] qint64 inputTokensBound(const chat::Request &request);

} // namespace sb::routing
