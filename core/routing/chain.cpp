#include "core/routing/chain.h"

#include "core/routing/chain_members.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr auto ChainPrefix = "chain/"_L1;

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
    if (chain.allowRepeatingTools != defaults.allowRepeatingTools)
        json.set("allow_repeating_tools", chain.allowRepeatingTools);
    addRest(json, chain.extra);
    return json;
}

} // namespace sb::routing
