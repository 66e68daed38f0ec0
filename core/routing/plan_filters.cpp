#include "core/routing/plan_filters.h"

#include "core/routing/opaque_reasoning.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sb::routing {

namespace {

struct PlanFiltersText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

std::optional<Refusal> isDisabled(const PlanInput &, const catalog::Provider &provider)
{
    if (provider.enabled)
        return {};
    if (provider.practice)
        return Refusal{Exclusion::ProviderDisabled, PlanFiltersText::tr("Practice is switched off in Settings.")};
    return Refusal{Exclusion::ProviderDisabled, PlanFiltersText::tr("%1 is switched off.").arg(provider.name)};
}

std::optional<Refusal> lacksKey(const PlanInput &input, const catalog::Provider &provider)
{
    if (input.usableProviders.contains(provider.id))
        return {};
    return Refusal{Exclusion::NoKey, PlanFiltersText::tr("There is no key for %1.").arg(provider.name)};
}

std::optional<Refusal> hasRejectedKey(const PlanInput &input, const catalog::Provider &provider)
{
    if (!input.health.rejectedKeys.contains(provider.id))
        return {};
    return Refusal{Exclusion::KeyRejected,
                   PlanFiltersText::tr("%1 refused its key, or the account has no credit.").arg(provider.name)};
}

std::optional<Refusal> isMissing(const Option &option)
{
    if (!option.input.health.missingModels.contains(option.endpoint.id))
        return {};
    return Refusal{Exclusion::ModelNotFound,
                   PlanFiltersText::tr("%1 said that it does not offer “%2”.")
                       .arg(option.provider.name, option.endpoint.upstreamModel)};
}

std::optional<Refusal> isCoolingDown(const Option &option)
{
    const auto &cooling = option.input.health.coolingDown;
    const auto it = cooling.constFind(option.endpoint.id);
    if (it == cooling.constEnd())
        return {};
    return Refusal{
        Exclusion::CoolingDown,
        PlanFiltersText::tr("It failed repeatedly; the next try is in %1 s.").arg((it->count() + 999) / 1000)};
}

/// A rate limit that has room again within the step's patience is waited for.
std::optional<Refusal> isFull(const Option &option)
{
    const milliseconds wait = waitAt(option.input.health, option.endpoint);
    if (wait <= option.step.patience)
        return {};
    const bool ofKeys = option.input.health.fullProviders.value(option.provider.id) >= wait;
    const QString text = ofKeys
        ? PlanFiltersText::tr(
              "What may be sent with the keys of %3 is used up for %1 s, by the limits that are set for "
              "them in Providers, and this step waits for at most %2 s.")
              .arg((wait.count() + 999) / 1000)
              .arg(option.step.patience.count() / 1000)
              .arg(option.provider.name)
        : PlanFiltersText::tr("Its rate limit is used up for %1 s, and this step waits for "
                              "at most %2 s.")
              .arg((wait.count() + 999) / 1000)
              .arg(option.step.patience.count() / 1000);
    return Refusal{.reason = Exclusion::RateLimited, .detail = text, .wait = wait};
}

std::optional<Refusal> isNotLoaded(const Option &option)
{
    if (!option.provider.local || option.step.clocks.coldLoad.count() > 0)
        return {};
    const auto load = loadOf(option.input.health, option.endpoint, option.provider);
    if (load == LoadState::Warm)
        return {};
    const QString text = load == LoadState::NotLoaded
        ? PlanFiltersText::tr("%1 has not loaded the model, and this step does not wait for that.")
        : load == LoadState::Loading
        ? PlanFiltersText::tr("%1 is loading the model, and this step does not wait for that.")
        : PlanFiltersText::tr("%1 may have to load the model first, and this step does not wait for that.");
    return Refusal{Exclusion::NotLoaded, text.arg(option.provider.name)};
}

std::optional<Refusal> isTooSmall(const Option &option)
{
    const auto window = option.endpoint.contextTokens;
    if (!window || option.needs.least < *window)
        return {};
    return Refusal{
        Exclusion::ContextLength,
        PlanFiltersText::tr("The prompt has at least %1 tokens, the window %2.").arg(option.needs.least).arg(*window)};
}

std::optional<Refusal> lacksModality(const Option &option)
{
    const catalog::Capabilities &can = option.endpoint.capabilities;
    const char *lacking = nullptr;
    const bool vectorsOnly = option.endpoint.outputs.embeddings && !option.endpoint.outputs.text;
    if (vectorsOnly && !option.input.vectors)
        lacking = QT_TRANSLATE_NOOP("sb::routing",
                                    "It makes vectors of texts and answers no prompt; “signalbox embed” asks it.");
    else if (option.needs.images && !can.images)
        lacking = QT_TRANSLATE_NOOP("sb::routing", "It takes no images.");
    else if (option.needs.files && !can.files)
        lacking = QT_TRANSLATE_NOOP("sb::routing", "It takes no files.");
    else if (option.needs.audio && !can.audio)
        lacking = QT_TRANSLATE_NOOP("sb::routing", "It takes no audio.");
    return lacking ? std::optional(Refusal{Exclusion::Modality, PlanFiltersText::tr(lacking)}) : std::nullopt;
}

/// Where the form of an answer is not offered, the dialect asks for it by a forced tool, JSON mode or an instruction,
/// and says so; only who requires all parameters takes none of that.
std::optional<Refusal> lacksParameter(const Option &option)
{
    const char *lacking = nullptr;
    if (option.needs.tools && !option.endpoint.capabilities.tools)
        lacking = QT_TRANSLATE_NOOP("sb::routing", "It calls no tools.");
    else if (option.preferences.requireParameters.value_or(false)
             && !offersForm(option.needs, option.provider, option.endpoint))
        lacking = option.needs.jsonSchema ? QT_TRANSLATE_NOOP("sb::routing", "It does not answer by a JSON schema.")
                                          : QT_TRANSLATE_NOOP("sb::routing", "It has no JSON mode.");
    return lacking ? std::optional(Refusal{Exclusion::RequireParameters, PlanFiltersText::tr(lacking)}) : std::nullopt;
}

/// What a model thought before it called a tool goes back with the result. Where another endpoint's is left out, the
/// answer may still come, and worse: that is for a later try, and for nobody who requires all of a request to be used.
std::optional<Refusal> cannotReadReasoning(const Option &option)
{
    if (readsReasoning(option.needs, option.endpoint, option.input.catalog))
        return {};
    const QString maker = option.needs.reasoningInFlight.constFirst();
    if (demandsSignedCalls(option.provider, option.endpoint))
        return Refusal{Exclusion::OpaqueReasoning,
                       PlanFiltersText::tr("It refuses calls of tools that it did not sign; %1 made them.").arg(maker)};
    if (option.preferences.requireParameters.value_or(false))
        return Refusal{Exclusion::OpaqueReasoning,
                       PlanFiltersText::tr("It cannot read the reasoning behind the calls of tools, which %1 signed or "
                                           "encrypted, and all of the request is required.")
                           .arg(maker)};
    return {};
}

// In this order: what a person can mend first, then what passes, then what the request asks for.
constexpr std::array ProviderFilters{isDisabled, lacksKey, hasRejectedKey};
constexpr std::array EndpointFilters{isMissing,  isCoolingDown, isFull,         isNotLoaded,
                                     isTooSmall, lacksModality, lacksParameter, cannotReadReasoning};

} // namespace

std::optional<LoadState> loadOf(const HealthView &health, const catalog::Endpoint &endpoint,
                                const catalog::Provider &provider)
{
    if (!provider.local)
        return {};
    if (const auto said = health.loads.constFind(endpoint.id); said != health.loads.constEnd())
        return *said;
    return health.warm.contains(endpoint.id) ? std::optional(LoadState::Warm) : std::nullopt;
}

milliseconds waitAt(const HealthView &health, const catalog::Endpoint &endpoint)
{
    const milliseconds own = health.full.isEmpty() ? milliseconds{0} : health.full.value(endpoint.id);
    return health.fullProviders.isEmpty() ? own : std::max(own, health.fullProviders.value(endpoint.providerId));
}

bool readsReasoning(const RequestNeeds &needs, const catalog::Endpoint &endpoint, const catalog::Catalog &catalog)
{
    return std::ranges::all_of(needs.reasoningInFlight,
                               [&](const QString &maker) { return readsReasoningOf(maker, endpoint, catalog); });
}

bool offersForm(const RequestNeeds &needs, const catalog::Provider &provider, const catalog::Endpoint &endpoint)
{
    const bool schemas = endpoint.capabilities.jsonSchema && !provider.quirks.noJsonSchema;
    if (needs.jsonSchema)
        return schemas;
    return !needs.jsonObject || endpoint.capabilities.jsonObject || schemas;
}

std::optional<Refusal> refusalOf(const PlanInput &input, const catalog::Provider &provider)
{
    for (const auto filter : ProviderFilters) {
        if (auto refusal = filter(input, provider))
            return refusal;
    }
    return {};
}

std::optional<Refusal> refusalOf(const Option &option)
{
    for (const auto filter : EndpointFilters) {
        if (auto refusal = filter(option))
            return refusal;
    }
    return refusalByPreference(option);
}

} // namespace sb::routing
