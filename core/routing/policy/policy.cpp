#include "core/routing/policy/policy.h"

#include "core/routing/chain_members.h"
#include "core/routing/name_pattern.h"
#include "core/routing/policy/policy_members.h"

#include <algorithm>

namespace sb::routing {

namespace {

void addText(Json &json, const char *key, const QString &text)
{
    if (!text.isEmpty())
        json.set(key, text);
}

void addUnlessEmpty(Json &json, const char *key, const Json &value)
{
    if (value.size() > 0)
        json.set(key, value);
}

} // namespace

Json weightsJson(const Weights &weights, const Json &rest)
{
    const Weights defaults;
    Json json;
    if (weights.perSecond != defaults.perSecond)
        json.set("dollars_per_second", toDecimal(weights.perSecond));
    if (weights.exploration != defaults.exploration)
        json.set("exploration", weights.exploration);
    if (weights.sharpness != defaults.sharpness)
        json.set("sharpness", weights.sharpness);
    addRest(json, rest);
    return json;
}

Json toJson(const Rule &rule)
{
    Json json = Json::object();
    addText(json, "id", rule.id);
    addText(json, "name", rule.name);
    if (!rule.enabled)
        json.set("enabled", false);
    addUnlessEmpty(json, "when", conditionJson(rule.when));
    if (rule.unless) // even where it asks nothing: the rule is then for nobody
        json.set("unless", conditionJson(*rule.unless));
    addText(json, "chain", rule.chain);
    addRest(json, rule.extra);
    return json;
}

Json toJson(const Policy &policy)
{
    Json rules = Json::array();
    for (const Rule &rule : policy.rules)
        rules.append(toJson(rule));
    const Json quality = Json::array(policy.quality);

    Json json;
    json.set("format", PolicyFormat);
    json.set("name", policy.name);
    if (policy.version != Policy{}.version)
        json.set("version", policy.version);
    addText(json, "description", policy.description);
    addUnlessEmpty(json, "rules", rules);
    addText(json, "otherwise", policy.otherwise);
    addUnlessEmpty(json, "provider", toJson(policy.preferences));
    addUnlessEmpty(json, "weights", weightsJson(policy.weights, policy.weightsExtra));
    addUnlessEmpty(json, "quality", quality);
    addRest(json, policy.extra);
    return json;
}

std::optional<qsizetype> qualityRank(const Policy &policy, const QString &modelId)
{
    const auto first = std::ranges::find_if(
        policy.quality, [&modelId](const QString &pattern) { return fitsPattern(modelId, pattern); });
    if (first == policy.quality.end())
        return {};
    return std::distance(policy.quality.begin(), first);
}

} // namespace sb::routing
