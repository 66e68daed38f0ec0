#include "core/routing/web_search.h"

#include <algorithm>

namespace sb::routing {

namespace {

bool pricesSearches(const catalog::Endpoint &endpoint)
{
    return endpoint.price
        && std::ranges::any_of(endpoint.price->components, [](const catalog::PriceComponent &component) {
               return component.unit == catalog::PriceUnit::WebSearch;
           });
}

} // namespace

std::optional<chat::Tool> ownWebSearch(const catalog::Provider &provider, const catalog::Endpoint &endpoint,
                                       bool hasTools)
{
    if (!pricesSearches(endpoint))
        return {};
    switch (provider.dialect) {
    case catalog::DialectId::AnthropicMessages:
        return chat::Tool{.raw = Json(Json::Object{{"type", "web_search_20250305"}, {"name", "web_search"}})};
    case catalog::DialectId::OpenAiResponses:
        return chat::Tool{.raw = Json(Json::Object{{"type", "web_search"}})};
    case catalog::DialectId::GeminiGenerateContent:
        if (hasTools) // functions beside a search are refused
            return {};
        return chat::Tool{.raw = Json(Json::Object{{"googleSearch", Json::object()}})};
    default:
        return {};
    }
}

} // namespace sb::routing
