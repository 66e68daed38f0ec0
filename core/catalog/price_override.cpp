#include "core/catalog/price_override.h"

#include "core/catalog/cost_json.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

constexpr PicoDollars MostPerToken{10'000'000'000}; // $10,000 for a million
constexpr PicoDollars MostForOne{1'000'000'000'000'000}; // $1,000 for one

struct PriceOverrideText
{
    Q_DECLARE_TR_FUNCTIONS(sb::catalog::PriceOverride)
};

bool isSingle(PriceUnit unit)
{
    using enum PriceUnit;
    return unit == Request || unit == Image || unit == WebSearch || unit == AudioSecond;
}

bool prices(const Price &price, PriceUnit unit)
{
    return std::ranges::any_of(price.components, [unit](const PriceComponent &each) {
        return each.unit == unit && each.condition == PriceCondition{};
    });
}

bool hasTwins(const QList<PriceComponent> &components)
{
    for (auto it = components.cbegin(); it != components.cend(); ++it) {
        const auto same = [&](const PriceComponent &other) {
            return other.unit == it->unit && other.condition == it->condition;
        };
        if (std::any_of(std::next(it), components.cend(), same))
            return true;
    }
    return false;
}

/// What is wrong with a price that somebody typed; empty when nothing is.
QString problem(const Price &price)
{
    if (!prices(price, PriceUnit::FreshInput) || !prices(price, PriceUnit::VisibleOutput))
        return PriceOverrideText::tr("Say what input and output cost; 0 where it costs nothing.");
    for (const PriceComponent &each : price.components) {
        if (each.amount.value < 0)
            return PriceOverrideText::tr("A price cannot be negative.");
        if (each.amount > (isSingle(each.unit) ? MostForOne : MostPerToken))
            return isSingle(each.unit)
                ? PriceOverrideText::tr("A price above $1,000 for one is not taken. Check the unit.")
                : PriceOverrideText::tr("A price above $10,000 for a million tokens is not taken. Check the "
                                        "unit: prices are for a million tokens.");
    }
    if (hasTwins(price.components))
        return PriceOverrideText::tr("Each unit can have one price under the same condition.");
    return {};
}

void checkOverride(JsonFields &fields, const PriceOverride &read)
{
    if (const QString wrong = problem(read.price); !wrong.isEmpty())
        fields.take({.kind = Error::Kind::InvalidInput, .message = fields.pathTo("price") + ": "_L1 + wrong});
    if (read.note.size() > LongestNote)
        fields.refuse("note", PriceOverrideText::tr("a text of at most %1 characters").arg(LongestNote));
}

PriceOverride readOverride(JsonFields &fields)
{
    PriceOverride read;
    read.endpointId = fields.requiredText("endpoint");
    read.note = fields.text("note");
    if (const Result<Price> price = parsePrice(fields.raw("price"), fields.pathTo("price"), fields.where()))
        read.price = *price;
    else
        fields.take(price.error());
    fields.object("beneath", [&read](JsonFields &beneath) { read.beneath = readCost(beneath); });
    checkOverride(fields, read);
    fields.refuseUnread();
    return read;
}

auto isOf(const QString &endpointId)
{
    return [&endpointId](const PriceOverride &each) { return each.endpointId == endpointId; };
}

} // namespace

Result<PriceOverride> makeOverride(const Endpoint &endpoint, const Price &price, const QString &note, QDate today)
{
    if (const QString wrong = problem(price); !wrong.isEmpty())
        return failure(Error::Kind::InvalidInput, wrong);
    const QString text = note.simplified();
    if (text.size() > LongestNote)
        return failure(Error::Kind::InvalidInput,
                       PriceOverrideText::tr("The note is too long: %1 characters at most.").arg(LongestNote));
    PriceOverride made{.endpointId = endpoint.id, .price = price, .note = text, .beneath = costOf(endpoint)};
    made.price.asOf = today;
    if (made.price.source.isEmpty())
        made.price.source = u"override"_s; // what a request's record then says of its price
    return made;
}

Catalog withOverrides(const Catalog &beneath, const QList<PriceOverride> &overrides)
{
    if (overrides.isEmpty())
        return beneath;
    QHash<QString, const PriceOverride *> byId;
    for (const PriceOverride &each : overrides)
        byId.insert(each.endpointId, &each);
    QList<Endpoint> endpoints = beneath.endpoints();
    for (Endpoint &endpoint : endpoints) {
        const PriceOverride *own = byId.value(endpoint.id);
        if (!own)
            continue;
        endpoint.price = own->price;
        endpoint.free = false;
        endpoint.priceOrigin = PriceOrigin::Override;
    }
    return Catalog(beneath.providers(), endpoints);
}

QList<ChangeBeneath> changesBeneath(const Catalog &beneath, const QList<PriceOverride> &overrides)
{
    QList<ChangeBeneath> changes;
    for (const PriceOverride &each : overrides) {
        const Endpoint *endpoint = beneath.endpoint(each.endpointId);
        if (endpoint && !isSameCost(costOf(*endpoint), each.beneath))
            changes.append({.endpointId = each.endpointId, .before = each.beneath, .now = costOf(*endpoint)});
    }
    return changes;
}

QList<PriceOverride> withOverride(QList<PriceOverride> overrides, const PriceOverride &added)
{
    const auto same = std::find_if(overrides.begin(), overrides.end(), isOf(added.endpointId));
    if (same != overrides.end())
        *same = added;
    else
        overrides.append(added);
    return overrides;
}

const PriceOverride *overrideOf(const QList<PriceOverride> &overrides, const QString &endpointId)
{
    const auto found = std::find_if(overrides.cbegin(), overrides.cend(), isOf(endpointId));
    return found == overrides.cend() ? nullptr : &*found;
}

Json toJson(const QList<PriceOverride> &overrides)
{
    Json list = Json::array();
    for (const PriceOverride &each : overrides) {
        Json json;
        json.set("endpoint", each.endpointId);
        json.set("price", toJson(each.price));
        if (!each.note.isEmpty())
            json.set("note", each.note);
        json.set("beneath", toJson(each.beneath));
        list.append(json);
    }
    Json json;
    json.set("version", FileVersion);
    json.set("overrides", list);
    return json;
}

Result<QList<PriceOverride>> parseOverrides(const Json &json, const QString &where)
{
    JsonFields fields(json, {}, where);
    fields.version(FileVersion);
    const Json &list = fields.raw("overrides");
    if (!list.isArray())
        fields.refuse("overrides", PriceOverrideText::tr("a list"));
    QList<PriceOverride> overrides;
    QSet<QString> ids;
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields entry(list.at(i), u"overrides[%1]"_s.arg(i), where);
        const PriceOverride read = readOverride(entry);
        if (ids.contains(read.endpointId))
            entry.refuse("endpoint", PriceOverrideText::tr("each endpoint once"));
        if (const auto right = entry.result(true); !right)
            fields.take(right.error());
        ids.insert(read.endpointId);
        overrides.append(read);
    }
    fields.refuseUnread();
    return fields.result(overrides);
}

} // namespace sb::catalog
