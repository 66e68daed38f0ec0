#include "core/catalog/router_models.h"

#include "core/catalog/foreign_entry.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

struct RouterModelsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::catalog::RouterModels)
};

// What has no unit of ours (tokens of audio and pictures) is left out; so is "discount", which makes it cheaper.
constexpr std::array RouterPrices{
    PriceKey{"prompt", PriceUnit::FreshInput, true},
    PriceKey{"completion", PriceUnit::VisibleOutput, true},
    PriceKey{"input_cache_read", PriceUnit::CacheRead, false},
    PriceKey{"input_cache_write", PriceUnit::CacheWrite5m, false},
    PriceKey{"input_cache_write_1h", PriceUnit::CacheWrite1h, false},
    PriceKey{"internal_reasoning", PriceUnit::Reasoning, false},
    PriceKey{"request", PriceUnit::Request, false},
    PriceKey{"image", PriceUnit::Image, false},
    PriceKey{"web_search", PriceUnit::WebSearch, false},
};

bool isVariable(const Json &amount)
{
    return amount.toText() == "-1"_L1 || amount.numberLiteral() == "-1";
}

/// HHMM as a number, whole hours only: 400 is 4. nullopt for another time of day.
std::optional<int> hourOf(const Json &clock)
{
    const std::optional<qint64> number = clock.toInteger();
    if (!number || *number < 0 || *number > 2400 || *number % 100 != 0)
        return {};
    return int(*number / 100) % 24;
}

/// When an override applies; nullopt for a condition that our prices cannot express.
std::optional<PriceCondition> conditionOf(const Json &entry)
{
    PriceCondition condition;
    if (entry.contains("min_prompt_tokens")) {
        const std::optional<qint64> tokens = entry["min_prompt_tokens"].toInteger();
        if (!tokens || *tokens < 0)
            return {};
        condition.abovePromptTokens = *tokens;
    }
    if (entry.contains("utc_start") || entry.contains("utc_end")) {
        const std::optional<int> from = hourOf(entry["utc_start"]);
        const std::optional<int> to = hourOf(entry["utc_end"]);
        if (!from || !to || from == to)
            return {};
        condition.fromHourUtc = *from;
        condition.toHourUtc = *to;
    }
    if (condition == PriceCondition{})
        return {};
    return condition;
}

bool isKnownInOverride(QByteArrayView key)
{
    for (const char *known : {"min_prompt_tokens", "utc_start", "utc_end", "audio", "input_audio_cache"}) {
        if (key == QByteArrayView(known))
            return true;
    }
    return std::ranges::any_of(RouterPrices, [key](const PriceKey &each) { return key == QByteArrayView(each.key); });
}

/// Later entries win in their form, and in ours the more special ones: of two with the same condition the later stays.
void addOverride(ForeignPrice &price, const Json &entry)
{
    const auto condition = conditionOf(entry);
    const bool isKnown =
        std::ranges::all_of(entry.members(), [](const Json::Member &each) { return isKnownInOverride(each.first); });
    if (!condition || !isKnown) {
        price.refusal = RouterModelsText::tr("Its price has a condition that is not known: %1.")
                            .arg(QString::fromUtf8(entry.dump().left(120)));
        return;
    }
    for (const PriceKey &each : RouterPrices) {
        if (!entry.contains(each.key))
            continue;
        if (price.price)
            price.price->components.removeIf(
                [&](const PriceComponent &other) { return other.unit == each.unit && other.condition == *condition; });
        addAmount(price, entry[each.key], each.unit, PricedBy::One, *condition, true);
    }
}

ForeignPrice readPricing(const Json &pricing)
{
    ForeignPrice price;
    if (pricing.isNull() || isVariable(pricing["prompt"]) || isVariable(pricing["completion"]))
        return price;
    if (pricing["prompt"].isNull() || pricing["completion"].isNull()) {
        price.refusal = RouterModelsText::tr("Its price says nothing about input or output.");
        return price;
    }
    for (const PriceKey &each : RouterPrices)
        addAmount(price, pricing[each.key], each.unit, PricedBy::One, {}, each.keepZero);
    for (const Json &entry : pricing["overrides"].items())
        addOverride(price, entry);
    return checked(std::move(price));
}

QDate dayOf(const Json &unixSeconds)
{
    const std::optional<qint64> seconds = unixSeconds.toInteger();
    constexpr qint64 LastSecond = 253'402'300'799; // of the year 9999
    if (!seconds || *seconds <= 0 || *seconds > LastSecond)
        return {};
    return QDateTime::fromSecsSinceEpoch(*seconds, QTimeZone::utc()).date();
}

Capabilities capabilitiesOf(const Json &entry, const Modalities &inputs)
{
    const Json &parameters = entry["supported_parameters"];
    return {.tools = hasWord(parameters, "tools"),
            .images = inputs.images,
            .files = inputs.files,
            .audio = inputs.audio,
            .reasoning = hasWord(parameters, "reasoning") || hasWord(parameters, "include_reasoning"),
            .jsonObject = hasWord(parameters, "response_format"),
            .jsonSchema = hasWord(parameters, "structured_outputs")};
}

Endpoint readModel(const Json &entry, const Provider &provider)
{
    const QString name = entry["id"].toText();
    Endpoint endpoint{.id = provider.id + u'/' + name,
                      .providerId = provider.id,
                      .modelId = name,
                      .upstreamModel = name,
                      .contextTokens = tokenCount(entry["context_length"]),
                      .maxOutputTokens = tokenCount(entry["top_provider"]["max_completion_tokens"])};
    const Json &architecture = entry["architecture"];
    endpoint.inputs = modalitiesOf(architecture["input_modalities"]);
    endpoint.outputs = modalitiesOf(architecture["output_modalities"]);
    endpoint.capabilities = capabilitiesOf(entry, endpoint.inputs);
    endpoint.refuses.thinkingOff = entry["reasoning"]["mandatory"].toBool().value_or(false);
    endpoint.released = dayOf(entry["created"]);
    endpoint.retires = readDay(entry["expiration_date"].toText());
    if (!entry["hugging_face_id"].toText().isEmpty())
        endpoint.openWeights = true;
    return endpoint;
}

bool answersText(const Json &entry)
{
    const Json &outputs = entry["architecture"]["output_modalities"];
    return !outputs.isArray() || hasWord(outputs, "text");
}

/// "author/slug", also with a variant behind it.
bool isRouted(const QString &name)
{
    const qsizetype slash = name.indexOf(u'/');
    return isUsableName(name) && slash > 0 && slash + 1 < name.size();
}

/// A provider's offer of a model, in the place where the catalog has it.
struct Offer
{
    const Endpoint *endpoint = nullptr;
    ForeignPrice price = {};
    bool differ = false; ///< several offers of this provider with several prices
};

const Endpoint *endpointAt(const Catalog &catalog, const QString &providerId, const QString &modelId)
{
    const Endpoint *only = nullptr;
    for (const Endpoint *endpoint : catalog.endpointsFor(modelId)) {
        if (endpoint->providerId != providerId)
            continue;
        if (only)
            return nullptr; // which of them is meant, nobody says
        only = endpoint;
    }
    return only;
}

void addOffer(QList<Offer> &offers, const Json &entry, const QString &modelId, const Catalog &catalog)
{
    const QString tag = entry["tag"].toText().section(u'/', 0, 0);
    const Provider *provider = providerKnownAs(catalog.providers(), tag);
    const Endpoint *endpoint = provider ? endpointAt(catalog, provider->id, modelId) : nullptr;
    if (!endpoint)
        return;
    const ForeignPrice price = readPricing(entry["pricing"]);
    const auto same = std::ranges::find(offers, endpoint, &Offer::endpoint);
    if (same == offers.end()) {
        offers.append({.endpoint = endpoint, .price = price});
        return;
    }
    const bool isEqual = same->price.price && price.price && costsTheSame(*same->price.price, *price.price);
    same->differ = same->differ || !isEqual;
}

} // namespace

const Provider *providerKnownAs(const QList<Provider> &providers, const QString &name)
{
    const auto is = [&name](const QString &id) { return id.compare(name, Qt::CaseInsensitive) == 0; };
    const auto byId = std::ranges::find_if(providers, is, &Provider::id);
    if (byId != providers.cend())
        return &*byId;
    const auto known =
        std::ranges::find_if(providers, [&](const Provider &each) { return std::ranges::any_of(each.knownAs, is); });
    return known == providers.cend() ? nullptr : &*known;
}

Result<ReadModels> parseRouterModels(const Json &json, const Provider &provider)
{
    const Json &list = json["data"];
    if (!list.isArray())
        return failure(Error::Kind::InvalidInput, RouterModelsText::tr("This is not a list of models."));
    ReadModels read;
    QSet<QString> names;
    for (const Json &entry : list.items()) {
        const QString name = entry["id"].toText();
        if (!answersText(entry) || names.contains(name))
            continue;
        names.insert(name);
        if (!isRouted(name)) {
            read.rejected.append({.endpointId = provider.id + u'/' + name.left(80), .reason = unusableName()});
            continue;
        }
        Endpoint endpoint = readModel(entry, provider);
        const ForeignPrice price = readPricing(entry["pricing"]);
        if (price.refusal.isEmpty())
            endpoint.price = price.price;
        else
            read.rejected.append({.endpointId = endpoint.id, .reason = price.refusal});
        read.endpoints.append(endpoint);
    }
    return read;
}

Result<ReadModels> parseRouterOffers(const Json &json, const QString &asked, const Catalog &catalog)
{
    const Json &data = json["data"];
    if (!data["endpoints"].isArray())
        return failure(Error::Kind::InvalidInput, RouterModelsText::tr("This is not a list of offers."));
    if (data["id"].toText() != asked)
        return failure(Error::Kind::InvalidInput,
                       RouterModelsText::tr("The answer is about another model: “%1” instead of “%2”.")
                           .arg(data["id"].toText().left(80), asked));
    QList<Offer> offers;
    for (const Json &entry : data["endpoints"].items())
        addOffer(offers, entry, asked, catalog);
    ReadModels read;
    for (const Offer &each : offers) {
        if (!each.price.refusal.isEmpty()) {
            read.rejected.append({.endpointId = each.endpoint->id, .reason = each.price.refusal});
        } else if (each.price.price && !each.differ) {
            read.endpoints.append({.id = each.endpoint->id,
                                   .providerId = each.endpoint->providerId,
                                   .modelId = each.endpoint->modelId,
                                   .upstreamModel = each.endpoint->upstreamModel,
                                   .price = each.price.price});
        }
    }
    return read;
}

} // namespace sb::catalog
