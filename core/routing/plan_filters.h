#pragma once

#include "core/routing/model_name.h"
#include "core/routing/plan.h"
#include "core/routing/request_needs.h"

namespace sb::routing {

/// Why an endpoint is left out.
struct Refusal
{
    Exclusion reason = Exclusion::NoEndpoint;
    QString detail = {}; ///< translated, with the numbers
    std::optional<NanoDollars> bound = {}; ///< that is too much
    std::optional<milliseconds> wait = {}; ///< that is too long
};

/// One endpoint of one step, with all that a decision about it needs.
struct Option
{
    const PlanInput &input;
    const chat::Request &request; ///< as the step changes it
    const RequestNeeds &needs;
    const Step &step;
    const Preferences &preferences; ///< of the request, its variant and the step together
    const catalog::Endpoint &endpoint;
    const catalog::Provider &provider;
    Variant variant = Variant::None; ///< of the model's name
};

/// The first hard filter that all endpoints of a provider do not pass, and then the first that this one does not pass;
/// neither is about money.
[[nodiscard]] std::optional<Refusal> refusalOf(const PlanInput &input, const catalog::Provider &provider);
[[nodiscard]] std::optional<Refusal> refusalOf(const Option &option);

/// The same for what preferences and variants ask.
[[nodiscard]] std::optional<Refusal> refusalByPreference(const Option &option);

/// Whether a slug of a preference means this endpoint: its provider's id, that with a region or a quantization behind a
/// slash, or the endpoint's own id; however it is capitalized.
[[nodiscard]] bool means(const QString &slug, const catalog::Provider &provider, const catalog::Endpoint &endpoint);
[[nodiscard]] bool missesPercentiles(const Preferences &preferences, const Measured *measured);
[[nodiscard]] bool fits(const EndpointFilter &filter, const catalog::Endpoint &endpoint,
                        const catalog::Provider &provider);

/// How a model stands at its local server, as that says or as its last answer shows; nullopt: not local, or not known.
[[nodiscard]] std::optional<LoadState> loadOf(const HealthView &health, const catalog::Endpoint &endpoint,
                                              const catalog::Provider &provider);

/// Until the rate limits of an endpoint and of its provider have room; 0: now.
[[nodiscard]] milliseconds waitAt(const HealthView &health, const catalog::Endpoint &endpoint);

/// Whether it answers in the form that is asked for by itself, and not since its dialect finds other words for it.
[[nodiscard]] bool offersForm(const RequestNeeds &needs, const catalog::Provider &provider,
                              const catalog::Endpoint &endpoint);

/// Whether it can go on from a call of a tool with all that its model thought before; elsewhere that is left out.
[[nodiscard]] bool readsReasoning(const RequestNeeds &needs, const catalog::Endpoint &endpoint,
                                  const catalog::Catalog &catalog);

/// What an endpoint may cost, and the output limit that makes it so.
struct Offer
{
    std::optional<NanoDollars> low = {};
    std::optional<NanoDollars> high = {};
    std::optional<NanoDollars> bound = {};
    std::optional<qint64> maxTokens = {};
    std::optional<double> likelyCost = {}; ///< dollars, with what is cached; nullopt: unpriced
    std::optional<double> listPrice = {}; ///< dollars, without
    qint64 likelyOutput = 0; ///< tokens
};
/// The offer, or why it is too dear. Practice providers are never measured against the budget.
[[nodiscard]] tl::expected<Offer, Refusal> priceOf(const Option &option);

} // namespace sb::routing
