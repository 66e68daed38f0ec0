#include "core/routing/plan.h"
#include "core/routing/wire_names.h"

#include <cmath>

namespace sb::routing {

namespace {

constexpr std::array<WireName<Exclusion>, 24> ExclusionNames{{
    {Exclusion::NoEndpoint, "no_endpoint"},
    {Exclusion::ProviderDisabled, "provider_disabled"},
    {Exclusion::NoKey, "no_key"},
    {Exclusion::KeyRejected, "key_rejected"},
    {Exclusion::ModelNotFound, "model_not_found"},
    {Exclusion::CoolingDown, "cooling_down"},
    {Exclusion::ContextLength, "context_length"},
    {Exclusion::Modality, "modality"},
    {Exclusion::RequireParameters, "require_parameters"},
    {Exclusion::MaxPrice, "max_price"},
    {Exclusion::Budget, "budget"},
    {Exclusion::Unpriced, "unpriced"},
    {Exclusion::LedgerMix, "ledger_mix"},
    {Exclusion::AllowedProviders, "allowed_providers"},
    {Exclusion::Training, "data_policy:training"},
    {Exclusion::Retention, "data_policy:zdr"},
    {Exclusion::Region, "data_region"},
    {Exclusion::Quantization, "quantization"},
    {Exclusion::NoFallbacks, "no_fallbacks"},
    {Exclusion::RateLimited, "rate_limited"},
    {Exclusion::NotLoaded, "not_loaded"},
    {Exclusion::Variant, "variant"},
    {Exclusion::OpaqueReasoning, "opaque_reasoning_bound"},
    {Exclusion::RequestLimit, "request_max_cost"},
}};
static_assert(isComplete(ExclusionNames, LastExclusion));

void setMoney(Json &json, const char *key, std::optional<NanoDollars> amount)
{
    if (amount)
        json.set(key, toDecimal(*amount));
}

void setNumber(Json &json, const char *key, std::optional<qint64> number)
{
    if (number)
        json.set(key, *number);
}

void setTime(Json &json, const char *key, std::optional<milliseconds> time)
{
    if (time)
        json.set(key, qint64(time->count()));
}

Json candidateJson(const Candidate &candidate)
{
    Json json;
    json.set("rank", candidate.rank);
    json.set("step", qint64(candidate.step));
    json.set("endpoint", candidate.endpointId);
    json.set("provider", candidate.providerId);
    json.set("model", candidate.modelId);
    json.set("probability", std::round(candidate.probability * 1e6) / 1e6); // of more digits nobody can say anything
    setMoney(json, "expected_low", candidate.expectedLow);
    setMoney(json, "expected_high", candidate.expectedHigh);
    setMoney(json, "bound", candidate.bound);
    setTime(json, "expected_first_token_ms", candidate.expectedFirstToken);
    setTime(json, "hedge_after_ms", candidate.hedgeAfter);
    if (candidate.wait.count() > 0)
        setTime(json, "wait_ms", candidate.wait);
    if (candidate.pick)
        json.set("pick", Json(toWireName(*candidate.pick)));
    if (candidate.load)
        json.set("load", Json(toWireName(*candidate.load)));
    setNumber(json, "max_tokens", candidate.maxTokens);
    setNumber(json, "context_tokens", candidate.contextTokens);
    return json;
}

Json excludedJson(const Excluded &excluded)
{
    Json json;
    json.set("step", qint64(excluded.step));
    json.set("endpoint", excluded.endpointId);
    json.set("reason", Json(toWireName(excluded.reason)));
    json.set("detail", excluded.detail);
    setMoney(json, "bound", excluded.bound);
    setTime(json, "wait_ms", excluded.wait);
    return json;
}

} // namespace

QByteArray toWireName(Exclusion reason)
{
    return nameIn(ExclusionNames, reason);
}

Json toJson(const Plan &plan)
{
    Json candidates = Json::array();
    for (const Candidate &candidate : plan.candidates)
        candidates.append(candidateJson(candidate));
    Json excluded = Json::array();
    for (const Excluded &entry : plan.excluded)
        excluded.append(excludedJson(entry));

    Json json;
    json.set("chain", plan.chainName);
    json.set("chain_version", plan.chainVersion);
    if (!plan.policy.isNull())
        json.set("policy", plan.policy);
    json.set("ledger", plan.practice ? "practice" : "real");
    json.set("request", toJson(plan.request));
    json.set("input_tokens_bound", plan.inputTokensBound);
    setMoney(json, "max_cost", plan.maxCost);
    json.set("candidates", candidates);
    json.set("excluded", excluded);
    return json;
}

} // namespace sb::routing
