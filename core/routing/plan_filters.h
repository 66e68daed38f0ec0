#pragma once

#include "core/routing/plan.h"
#include "core/routing/request_needs.h"

namespace sb::routing {

/// Why an endpoint is left out.
struct Refusal
{
    Exclusion reason = Exclusion::NoEndpoint;
    QString detail = {}; ///< translated, with the numbers
};

/// One endpoint of one step, with all that a decision about it needs.
struct Option
{
    const PlanInput &input;
    const RequestNeeds &needs;
    const Step &step;
    const catalog::Endpoint &endpoint;
    const catalog::Provider &provider;
};

/// The first hard filter that all endpoints of a provider do not pass, and then the first that this one does not pass;
/// neither is about money.
[[nodiscard]] std::optional<Refusal> refusalOf(const PlanInput &input, const catalog::Provider &provider);
[[nodiscard]] std::optional<Refusal> refusalOf(const Option &option);

/// Whether it answers in the form that is asked for by itself, and not since its dialect finds other words for it.
[[nodiscard]] bool offersForm(const RequestNeeds &needs, const catalog::Provider &provider,
                              const catalog::Endpoint &endpoint);

/// What an endpoint may cost, and the output limit that makes it so.
struct Offer
{
    std::optional<NanoDollars> low = {};
    std::optional<NanoDollars> high = {};
    std::optional<NanoDollars> bound = {};
    std::optional<qint64> maxTokens = {};
};
/// The offer, or why it is too dear. Practice providers are never measured against the budget.
[[nodiscard]] tl::expected<Offer, Refusal> priceOf(const Option &option);

} // namespace sb::routing
