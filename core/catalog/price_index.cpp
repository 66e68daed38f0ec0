#include "core/catalog/price_index.h"

#include "core/catalog/foreign_entry.h"
#include "core/catalog/listed_model.h"
#include "core/catalog/router_models.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

constexpr qint64 LongContext = 200'000; // what "context_over_200k" means

struct PriceIndexText
{
    Q_DECLARE_TR_FUNCTIONS(sb::catalog::PriceIndex)
};

// Tokens of audio have no unit of ours.
constexpr std::array ListedPrices{
    PriceKey{"input", PriceUnit::FreshInput, true},      PriceKey{"output", PriceUnit::VisibleOutput, true},
    PriceKey{"cache_read", PriceUnit::CacheRead, false}, PriceKey{"cache_write", PriceUnit::CacheWrite5m, false},
    PriceKey{"reasoning", PriceUnit::Reasoning, false},
};

void addCosts(ForeignPrice &price, const Json &cost, const PriceCondition &condition)
{
    for (const PriceKey &each : ListedPrices)
        addAmount(price, cost[each.key], each.unit, PricedBy::Million, condition, each.keepZero);
}

bool isNothing(const Json &amount)
{
    return amount.toDouble().value_or(1) == 0;
}

void addTiers(ForeignPrice &price, const Json &cost)
{
    if (!cost["tiers"].isArray()) {
        addCosts(price, cost["context_over_200k"], {.abovePromptTokens = LongContext});
        return;
    }
    QSet<qint64> sizes;
    for (const Json &tier : cost["tiers"].items()) {
        const std::optional<qint64> size = tokenCount(tier["tier"]["size"]);
        const QByteArray type = tier["tier"]["type"].toBytes();
        if (!size || (!type.isEmpty() && type != "context") || sizes.contains(*size)) {
            price.refusal = PriceIndexText::tr("Its price has a step that is not known: %1.")
                                .arg(QString::fromUtf8(tier["tier"].dump().left(80)));
            return;
        }
        sizes.insert(*size);
        addCosts(price, tier, {.abovePromptTokens = *size});
    }
}

ForeignPrice readListedCost(const Json &cost)
{
    ForeignPrice price;
    if (cost.isNull() || (isNothing(cost["input"]) && isNothing(cost["output"])))
        return price;
    if (cost["input"].isNull() || cost["output"].isNull()) {
        price.refusal = PriceIndexText::tr("Its price says nothing about input or output.");
        return price;
    }
    addCosts(price, cost, {});
    addTiers(price, cost);
    return checked(std::move(price));
}

Endpoint readListedModel(const Json &entry, const Provider &provider)
{
    Endpoint endpoint = endpointOf(provider,
                                   {.upstreamModel = entry["id"].toText(),
                                    .contextTokens = tokenCount(entry["limit"]["context"]),
                                    .maxOutputTokens = tokenCount(entry["limit"]["output"])});
    endpoint.fromProfile = false;
    endpoint.inputs = modalitiesOf(entry["modalities"]["input"]);
    endpoint.outputs = modalitiesOf(entry["modalities"]["output"]);
    const auto says = [&entry](const char *key) { return entry[key].toBool().value_or(false); };
    endpoint.capabilities = {.tools = says("tool_call"),
                             .images = endpoint.inputs.images,
                             .files = endpoint.inputs.files,
                             .audio = endpoint.inputs.audio,
                             .reasoning = says("reasoning"),
                             .jsonObject = says("structured_output"),
                             .jsonSchema = says("structured_output")};
    endpoint.released = readDay(entry["release_date"].toText());
    endpoint.openWeights = entry["open_weights"].toBool();
    return endpoint;
}

void addModel(ReadModels &read, const QByteArray &key, const Json &entry, const Provider &provider)
{
    const QString name = QString::fromUtf8(key);
    if (!isUsableName(name)) {
        read.rejected.append({.endpointId = provider.id + u'/' + name.left(80), .reason = unusableName()});
        return;
    }
    if (entry["id"].toBytes() != key) {
        read.rejected.append(
            {.endpointId = provider.id + u'/' + name, .reason = PriceIndexText::tr("It has two names.")});
        return;
    }
    const bool answersText = hasWord(entry["modalities"]["output"], "text");
    if (!answersText || entry["status"].toBytes() == "deprecated")
        return;
    Endpoint endpoint = readListedModel(entry, provider);
    const ForeignPrice price = readListedCost(entry["cost"]);
    if (price.refusal.isEmpty())
        endpoint.price = price.price;
    else
        read.rejected.append({.endpointId = endpoint.id, .reason = price.refusal});
    read.endpoints.append(endpoint);
}

} // namespace

Result<ReadModels> parsePriceIndex(const Json &json, const QList<Provider> &providers)
{
    const bool isIndex =
        std::ranges::any_of(json.members(), [](const Json::Member &each) { return each.second["models"].isObject(); });
    if (!isIndex)
        return failure(Error::Kind::InvalidInput, PriceIndexText::tr("This is not an index of providers and models."));
    ReadModels read;
    QSet<QString> taken;
    for (const auto &[key, entry] : json.members()) {
        const Provider *provider = providerKnownAs(providers, QString::fromUtf8(key));
        if (!provider || provider->local || provider->practice || taken.contains(provider->id))
            continue;
        taken.insert(provider->id);
        if (entry["id"].toBytes() != key) {
            read.rejected.append(
                {.endpointId = provider->id,
                 .reason =
                     PriceIndexText::tr("It claims to be another provider: “%1”.").arg(entry["id"].toText().left(80))});
            continue;
        }
        QSet<QByteArray> names;
        for (const auto &[name, model] : entry["models"].members()) {
            if (!names.contains(name))
                addModel(read, name, model, *provider);
            names.insert(name);
        }
    }
    return read;
}

} // namespace sb::catalog
