#pragma once

#include "core/routing/acceptance/check.h"
#include "core/routing/preferences.h"

#include <chrono>

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
    milliseconds coldLoad{300'000}; ///< instead of both, where a local server may have to load the model first
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
    bool invalidOutput = true; ///< an answer that did not pass a check of the step
    friend bool operator==(const MoveOn &, const MoveOn &) = default;
};

/// To which later step a request goes after one kind of failure, instead of to the next candidate: the id of a step.
/// Empty: no special one. Naming one lets the request move on after that kind, whatever MoveOn says.
struct NextSteps
{
    QString contextFull = {};
    QString contentPolicy = {};
    QString rateLimit = {};
    QString budget = {};
    QString invalidOutput = {};
    Json extra = {}; ///< members we do not know, kept
    friend bool operator==(const NextSteps &, const NextSteps &) = default;
};

/// Which endpoints of the catalog a step may use where it does not name them: "any with tools and a window of 200,000
/// tokens under a dollar a million". What the catalog does not say is not there. Prices are Preferences' matter.
struct EndpointFilter
{
    QStringList models = {}; ///< patterns of ids, `*` for any text: "anthropic/*"; empty: all
    bool tools = false;
    bool jsonSchema = false;
    bool reasoning = false;
    bool images = false;
    bool files = false;
    bool audio = false;
    bool openWeights = false;
    bool local = false; ///< on this machine or network
    bool free = false; ///< known to cost nothing
    std::optional<qint64> contextTokens = {}; ///< at least
    std::optional<qint64> outputTokens = {}; ///< at least
    Json extra = {}; ///< members we do not know: nothing fits what cannot be judged
    friend bool operator==(const EndpointFilter &, const EndpointFilter &) = default;
};

/// A second attempt beside a slow first one. A purchase: both are on the bill.
struct Hedge
{
    int percentile = 95; ///< 50 to 99: of the endpoint's own time to first token, after which the second one starts
    milliseconds least{1'000}; ///< never sooner, and where nothing was measured not at all
    std::optional<NanoDollars> maxCost = {}; ///< of the second attempt's bound
    Json extra = {}; ///< members we do not know, kept
    friend bool operator==(const Hedge &, const Hedge &) = default;
};

/// One ordered step of a chain.
struct Step
{
    QString id = {}; ///< by which NextSteps name it; may be empty
    QString model = {}; ///< "author/slug"; may be empty where there is a filter
    QStringList models = {}; ///< further ones, from the best to the least, as OpenRouter's `models`
    QStringList endpoints = {}; ///< ids, in this order; empty: all endpoints of the models
    std::optional<EndpointFilter> filter = {};
    Preferences preferences = {};
    StepClocks clocks = {};
    int retries = 2; ///< on the same endpoint, for the first row of the error table
    milliseconds patience{5'000}; ///< the longest Retry-After that is waited for; at most 60 s
    std::optional<NanoDollars> maxCost = {}; ///< an endpoint whose bound is above is left out
    std::optional<qint64> maxTokens = {}; ///< output limit when the request has none
    MoveOn moveOn = {};
    NextSteps next = {};
    std::optional<Hedge> hedge = {};
    QList<AcceptanceCheck> accept = {}; ///< what an answer has to be; one that does not pass is a failed attempt
    Json overrides = {}; ///< members of the request that this step sets, such as temperature or reasoning
    Json extra = {}; ///< members we do not know, kept; null when there are none
    Json clocksExtra = {}; ///< the same inside "clocks"
    Json moveOnExtra = {}; ///< the same inside "move_on"
    friend bool operator==(const Step &, const Step &) = default;
};

/// The models that a step names, each once, in its order.
[[nodiscard]] QStringList modelsOf(const Step &step);

} // namespace sb::routing
