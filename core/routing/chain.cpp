#include "core/routing/chain.h"

#include "core/routing/chain_members.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr auto ChainPrefix = "chain/"_L1;

void addRest(Json &json, const Json &rest)
{
    for (const auto &[key, value] : rest.members())
        json.set(key, value);
}

Json texts(const QStringList &list)
{
    Json json = Json::array();
    for (const QString &text : list)
        json.append(Json(text));
    return json;
}

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

Json stepJson(const Step &step)
{
    const Step defaults;
    Json json;
    json.set("model", step.model);
    if (!step.endpoints.isEmpty())
        json.set("endpoints", texts(step.endpoints));
    if (const Json clocks = clocksJson(step); !clocks.isNull())
        json.set("clocks", clocks);
    if (step.retries != defaults.retries)
        json.set("retries", step.retries);
    if (step.patience != defaults.patience)
        json.set("patience_ms", qint64(step.patience.count()));
    if (step.maxCost)
        json.set("max_cost", toDecimal(*step.maxCost));
    if (step.maxTokens)
        json.set("max_tokens", *step.maxTokens);
    if (const Json moveOn = moveOnJson(step); !moveOn.isNull())
        json.set("move_on", moveOn);
    addRest(json, step.extra);
    return json;
}

} // namespace

QByteArray toWireName(AfterFirstContent value)
{
    return AfterFirstContentNames[std::size_t(value)].first.toByteArray();
}

QString chainTarget(const QString &name)
{
    return ChainPrefix + name;
}

std::optional<QString> chainNameOf(const QString &target)
{
    if (!target.startsWith(ChainPrefix))
        return {};
    return target.sliced(ChainPrefix.size());
}

bool isChainName(QStringView name)
{
    const auto allowed = [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'-' || c == u'_' || c == u'.';
    };
    return !name.isEmpty() && name.size() <= 64 && !name.startsWith(u'.') && std::ranges::all_of(name, allowed);
}

Json toJson(const Chain &chain)
{
    const Chain defaults;
    Json steps = Json::array();
    for (const Step &step : chain.steps)
        steps.append(stepJson(step));

    Json json;
    json.set("format", ChainFormat);
    json.set("name", chain.name);
    if (chain.version != defaults.version)
        json.set("version", chain.version);
    if (!chain.description.isEmpty())
        json.set("description", chain.description);
    json.set("steps", steps);
    if (chain.afterFirstContent != defaults.afterFirstContent)
        json.set("after_first_content", Json(toWireName(chain.afterFirstContent)));
    if (chain.allowPayingTwice != defaults.allowPayingTwice)
        json.set("allow_paying_twice", chain.allowPayingTwice);
    addRest(json, chain.extra);
    return json;
}

} // namespace sb::routing
