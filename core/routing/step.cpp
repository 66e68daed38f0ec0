#include "core/routing/chain_members.h"

namespace sb::routing {

namespace {

Json clocksJson(const Step &step)
{
    const StepClocks defaults;
    Json json;
    for (const auto &[key, member] : ClockMembers) {
        if (step.clocks.*member != defaults.*member)
            json.set(key, qint64((step.clocks.*member).count()));
    }
    addRest(json, step.clocksExtra);
    return json;
}

Json moveOnJson(const Step &step)
{
    const MoveOn defaults;
    Json json;
    for (const auto &[key, member] : MoveOnMembers) {
        if (step.moveOn.*member != defaults.*member)
            json.set(key, step.moveOn.*member);
    }
    addRest(json, step.moveOnExtra);
    return json;
}

Json nextJson(const NextSteps &next)
{
    Json json;
    for (const auto &[key, member] : NextMembers) {
        if (!(next.*member).isEmpty())
            json.set(key, next.*member);
    }
    addRest(json, next.extra);
    return json;
}

Json filterJson(const EndpointFilter &filter)
{
    Json json = Json::object();
    if (!filter.models.isEmpty())
        json.set("models", Json::array(filter.models));
    for (const auto &[key, member] : FilterFlags) {
        if (filter.*member)
            json.set(key, true);
    }
    if (filter.contextTokens)
        json.set("context_tokens", *filter.contextTokens);
    if (filter.outputTokens)
        json.set("output_tokens", *filter.outputTokens);
    addRest(json, filter.extra);
    return json;
}

Json hedgeJson(const Hedge &hedge)
{
    const Hedge defaults;
    Json json = Json::object();
    if (hedge.percentile != defaults.percentile)
        json.set("percentile", hedge.percentile);
    if (hedge.least != defaults.least)
        json.set("least_ms", qint64(hedge.least.count()));
    if (hedge.maxCost)
        json.set("max_cost", toDecimal(*hedge.maxCost));
    addRest(json, hedge.extra);
    return json;
}

void addObject(Json &json, const char *key, const Json &object)
{
    if (!object.isNull())
        json.set(key, object);
}

void addList(Json &json, const char *key, const QStringList &list)
{
    if (!list.isEmpty())
        json.set(key, Json::array(list));
}

} // namespace

QStringList modelsOf(const Step &step)
{
    QStringList models{step.model};
    models += step.models;
    models.removeAll(QString());
    models.removeDuplicates();
    return models;
}

void addRest(Json &json, const Json &rest)
{
    for (const auto &[key, value] : rest.members())
        json.set(key, value);
}

Json stepJson(const Step &step)
{
    const Step defaults;
    Json json;
    if (!step.id.isEmpty())
        json.set("id", step.id);
    if (!step.model.isEmpty() || !step.filter)
        json.set("model", step.model);
    addList(json, "models", step.models);
    addList(json, "endpoints", step.endpoints);
    if (step.filter)
        json.set("filter", filterJson(*step.filter));
    addObject(json, "provider", toJson(step.preferences));
    addObject(json, "clocks", clocksJson(step));
    if (step.retries != defaults.retries)
        json.set("retries", step.retries);
    if (step.patience != defaults.patience)
        json.set("patience_ms", qint64(step.patience.count()));
    if (step.maxCost)
        json.set("max_cost", toDecimal(*step.maxCost));
    if (step.maxTokens)
        json.set("max_tokens", *step.maxTokens);
    addObject(json, "move_on", moveOnJson(step));
    addObject(json, "next", nextJson(step.next));
    if (step.hedge)
        json.set("hedge", hedgeJson(*step.hedge));
    if (!step.accept.isEmpty())
        json.set("accept", toJson(step.accept));
    addObject(json, "overrides", step.overrides);
    addRest(json, step.extra);
    return json;
}

} // namespace sb::routing
