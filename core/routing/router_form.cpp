#include "core/routing/router_form.h"

#include "core/routing/plan_filters.h"

#include <algorithm>

namespace sb::routing {

namespace {

bool isOwnSort(const Json &name)
{
    return name.toBytes() == toWireName(Sort::Balanced) || name.toBytes() == toWireName(Sort::Listed);
}

/// A name, or an object of a name and a partition.
void leaveOutOwnSort(Json &provider)
{
    Json sort = provider["sort"];
    if (sort.isObject() && isOwnSort(sort["by"])) {
        sort.remove("by");
        if (sort.size() > 0)
            return provider.set("sort", sort);
        provider.remove("sort");
    } else if (isOwnSort(sort)) {
        provider.remove("sort");
    }
}

} // namespace

Json asRouterTakes(const Json &provider, const catalog::Provider &router, const catalog::Endpoint &endpoint)
{
    Json taken = provider;
    if (taken.contains("regions")) // it was left out already where it is not known to be in one of them
        taken.remove("regions");
    leaveOutOwnSort(taken);
    const auto isItself = [&](const Json &slug) { return means(slug.toText(), router, endpoint); };
    // Who may use the router may use all of its hosts.
    if (std::ranges::any_of(provider["only"].items(), isItself))
        taken.remove("only");
    if (std::ranges::any_of(provider["order"].items(), isItself)) {
        Json::Array hosts = provider["order"].items();
        hosts.removeIf(isItself);
        if (hosts.isEmpty())
            taken.remove("order");
        else
            taken.set("order", hosts);
    }
    return taken.size() == 0 && provider.size() > 0 ? Json() : taken;
}

} // namespace sb::routing
