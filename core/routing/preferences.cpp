#include "core/routing/preferences.h"

#include "core/base/json_fields.h"
#include "core/routing/wire_names.h"

#include <QCoreApplication>

#include <algorithm>

namespace sb::routing {

namespace {

struct PreferencesText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

constexpr std::array<WireName<Sort>, 6> SortNames{{
    {Sort::Balanced, "balanced"},
    {Sort::Listed, "listed"},
    {Sort::Price, "price"},
    {Sort::Throughput, "throughput"},
    {Sort::Latency, "latency"},
    {Sort::Quality, "exacto"},
}};
static_assert(isComplete(SortNames, Sort::Quality));

constexpr qint64 Million = 1'000'000;

struct PercentileMember
{
    const char *key = "";
    std::optional<double> Percentiles::*member = nullptr;
};
constexpr std::array PercentileMembers{
    PercentileMember{"p50", &Percentiles::p50}, PercentileMember{"p75", &Percentiles::p75},
    PercentileMember{"p90", &Percentiles::p90}, PercentileMember{"p99", &Percentiles::p99}};

/// OpenRouter's form: tokens are priced by the million, the rest by the piece.
struct PriceMember
{
    const char *key = "";
    std::optional<PicoDollars> MaxPrice::*member = nullptr;
    bool perMillion = false;
};
constexpr std::array PriceMembers{
    PriceMember{"prompt", &MaxPrice::prompt, true}, PriceMember{"completion", &MaxPrice::completion, true},
    PriceMember{"request", &MaxPrice::request, false}, PriceMember{"image", &MaxPrice::image, false}};

struct FlagMember
{
    const char *key = "";
    std::optional<bool> Preferences::*member = nullptr;
};
constexpr std::array FlagMembers{FlagMember{"allow_fallbacks", &Preferences::allowFallbacks},
                                 FlagMember{"require_parameters", &Preferences::requireParameters},
                                 FlagMember{"zdr", &Preferences::zeroRetention}};

struct ListMember
{
    const char *key = "";
    QStringList Preferences::*member = nullptr;
};
constexpr std::array ListMembers{ListMember{"order", &Preferences::order}, ListMember{"only", &Preferences::only},
                                 ListMember{"ignore", &Preferences::ignore},
                                 ListMember{"quantizations", &Preferences::quantizations},
                                 ListMember{"regions", &Preferences::regions}};

std::optional<bool> readFlag(JsonFields &fields, const char *key)
{
    return fields.raw(key).isNull() ? std::nullopt : std::optional(fields.flag(key, false));
}

std::optional<Sort> readSortName(JsonFields &fields, const char *key)
{
    const Json &json = fields.raw(key);
    if (json.isNull())
        return {};
    const auto sort = json.isString() ? valueIn(SortNames, json.toBytes()) : std::nullopt;
    if (!sort) {
        QStringList names;
        for (const WireName<Sort> &each : SortNames)
            names.append(u'"' + QString::fromLatin1(each.name) + u'"');
        fields.refuse(key, names.join(QStringLiteral(", ")));
    }
    return sort;
}

/// A name, or OpenRouter's object of a name and a partition.
void readSort(JsonFields &fields, Preferences &preferences)
{
    if (!fields.raw("sort").isObject()) {
        preferences.sort = readSortName(fields, "sort");
        return;
    }
    fields.object("sort", [&preferences](JsonFields &inner) {
        preferences.sort = readSortName(inner, "by");
        if (inner.raw("partition").isNull())
            return;
        const QByteArray partition = inner.raw("partition").toBytes();
        if (partition != "model" && partition != "none")
            inner.refuse("partition", QStringLiteral("\"model\", \"none\""));
        preferences.acrossModels = partition == "none";
    });
}

/// A number is the one at p50.
Percentiles readPercentiles(JsonFields &fields, const char *key)
{
    Percentiles percentiles;
    const auto readNumber = [](JsonFields &at, const char *member) -> std::optional<double> {
        const Json &json = at.raw(member);
        if (json.isNull())
            return {};
        const auto number = json.toDouble();
        if (!number || *number < 0)
            at.refuse(member, PreferencesText::tr("a number from 0 on"));
        return number;
    };
    if (fields.raw(key).isObject()) {
        fields.object(key, [&](JsonFields &inner) {
            for (const auto &[name, member] : PercentileMembers)
                percentiles.*member = readNumber(inner, name);
        });
    } else {
        percentiles.p50 = readNumber(fields, key);
    }
    return percentiles;
}

std::optional<PicoDollars> readPrice(JsonFields &fields, const PriceMember &price)
{
    const Json &json = fields.raw(price.key);
    if (json.isNull())
        return {};
    const QString text = json.isNumber() ? QString::fromUtf8(json.numberLiteral()) : json.toText();
    // Dollars for a million are micro-dollars for one: the same digits, six places on.
    auto amount = parsePicoDollars(text);
    if (amount && price.perMillion)
        amount->value = amount->value % Million == 0 ? amount->value / Million : -1;
    if (amount && amount->value >= 0)
        return *amount;
    fields.refuse(price.key, PreferencesText::tr("an amount of dollars such as \"0.02\""));
    return {};
}

void readDataCollection(JsonFields &fields, Preferences &preferences)
{
    const Json &json = fields.raw("data_collection");
    if (json.isNull())
        return;
    if (json.toBytes() != "allow" && json.toBytes() != "deny")
        fields.refuse("data_collection", QStringLiteral("\"allow\", \"deny\""));
    preferences.denyTraining = json.toBytes() == "deny";
}

Json sortJson(const Preferences &preferences)
{
    const Json name = preferences.sort ? Json(toWireName(*preferences.sort)) : Json();
    if (!preferences.acrossModels)
        return name;
    Json json;
    if (!name.isNull())
        json.set("by", name);
    json.set("partition", *preferences.acrossModels ? "none" : "model");
    return json;
}

Json percentilesJson(const Percentiles &percentiles)
{
    Json json;
    for (const auto &[name, member] : PercentileMembers) {
        if (percentiles.*member)
            json.set(name, *(percentiles.*member));
    }
    return json;
}

Json priceJson(const MaxPrice &maxPrice)
{
    Json json;
    for (const auto &[key, member, perMillion] : PriceMembers) {
        if (const auto amount = maxPrice.*member)
            json.set(key, toDecimal(PicoDollars{perMillion ? amount->value * Million : amount->value}));
    }
    return json;
}

void setUnlessNull(Json &json, const char *key, const Json &value)
{
    if (!value.isNull())
        json.set(key, value);
}

template <typename Value, typename Stricter>
void narrow(std::optional<Value> &mine, const std::optional<Value> &other, Stricter stricter)
{
    if (other)
        mine = mine ? stricter(*mine, *other) : *other;
}

/// What both allow; an empty list allows all, so that "nobody" needs an entry that fits none.
void intersect(QStringList &mine, const QStringList &other)
{
    if (mine.isEmpty() || other.isEmpty()) {
        mine += other;
        return;
    }
    mine.removeIf([&other](const QString &each) { return !other.contains(each, Qt::CaseInsensitive); });
    if (mine.isEmpty())
        mine.append(QString::fromLatin1(NobodyAllowed));
}

} // namespace

QByteArray toWireName(Sort sort)
{
    return nameIn(SortNames, sort);
}

Result<Preferences> parsePreferences(const Json &json, const QString &path)
{
    Preferences preferences;
    if (json.isNull())
        return preferences;
    JsonFields fields(json, path);
    for (const auto &[key, member] : ListMembers) {
        if (!fields.raw(key).isNull())
            preferences.*member = fields.texts(key);
    }
    for (const auto &[key, member] : FlagMembers)
        preferences.*member = readFlag(fields, key);
    readDataCollection(fields, preferences);
    readSort(fields, preferences);
    preferences.minThroughput = readPercentiles(fields, "preferred_min_throughput");
    preferences.maxLatency = readPercentiles(fields, "preferred_max_latency");
    if (!fields.raw("max_price").isNull()) {
        fields.object("max_price", [&preferences](JsonFields &inner) {
            for (const PriceMember &price : PriceMembers)
                preferences.maxPrice.*price.member = readPrice(inner, price);
        });
    }
    preferences.extra = fields.unread();
    return fields.result(preferences);
}

Json toJson(const Preferences &preferences)
{
    Json json;
    for (const auto &[key, member] : ListMembers) {
        if (!(preferences.*member).isEmpty())
            json.set(key, Json::array(preferences.*member));
    }
    for (const auto &[key, member] : FlagMembers) {
        if (preferences.*member)
            json.set(key, *(preferences.*member));
    }
    if (preferences.denyTraining)
        json.set("data_collection", *preferences.denyTraining ? "deny" : "allow");
    setUnlessNull(json, "sort", sortJson(preferences));
    setUnlessNull(json, "preferred_min_throughput", percentilesJson(preferences.minThroughput));
    setUnlessNull(json, "preferred_max_latency", percentilesJson(preferences.maxLatency));
    setUnlessNull(json, "max_price", priceJson(preferences.maxPrice));
    for (const auto &[key, value] : preferences.extra.members())
        json.set(key, value);
    return json;
}

Preferences combined(const Preferences &outer, const Preferences &inner)
{
    Preferences both = outer;
    intersect(both.only, inner.only);
    intersect(both.quantizations, inner.quantizations);
    intersect(both.regions, inner.regions);
    both.ignore += inner.ignore;
    const auto either = [](bool a, bool b) { return a || b; };
    const auto everyone = [](bool a, bool b) { return a && b; };
    narrow(both.allowFallbacks, inner.allowFallbacks, everyone);
    narrow(both.requireParameters, inner.requireParameters, either);
    narrow(both.denyTraining, inner.denyTraining, either);
    narrow(both.zeroRetention, inner.zeroRetention, either);
    for (const PriceMember &price : PriceMembers)
        narrow(both.maxPrice.*price.member, inner.maxPrice.*price.member,
               [](PicoDollars a, PicoDollars b) { return std::min(a, b); });
    for (const auto &[name, member] : PercentileMembers) {
        narrow(both.minThroughput.*member, inner.minThroughput.*member, [](double, double b) { return b; });
        narrow(both.maxLatency.*member, inner.maxLatency.*member, [](double, double b) { return b; });
    }
    // Who is tried first belongs together: a sort of the request is not to be kept behind an order of the chain.
    if (!inner.order.isEmpty() || inner.sort) {
        both.order = inner.order;
        both.sort = inner.sort;
    }
    if (inner.acrossModels)
        both.acrossModels = inner.acrossModels;
    for (const auto &[key, value] : inner.extra.members())
        both.extra.set(key, value);
    return both;
}

/// Most of them say nothing, and nothing is then put together.
Preferences together(const Preferences &usual, const Preferences &step, const Preferences &own)
{
    const Preferences none;
    Preferences both = usual;
    for (const Preferences *each : {&step, &own}) {
        if (*each != none)
            both = both == none ? *each : combined(both, *each);
    }
    return both;
}

} // namespace sb::routing
