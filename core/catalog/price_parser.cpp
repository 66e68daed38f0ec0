#include "core/base/json_fields.h"
#include "core/catalog/price.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

constexpr std::array<NamedValue<PriceUnit>, 10> UnitNames{{
    {"input", PriceUnit::FreshInput},
    {"cache_read", PriceUnit::CacheRead},
    {"cache_write", PriceUnit::CacheWrite5m},
    {"cache_write_1h", PriceUnit::CacheWrite1h},
    {"output", PriceUnit::VisibleOutput},
    {"reasoning", PriceUnit::Reasoning},
    {"request", PriceUnit::Request},
    {"image", PriceUnit::Image},
    {"web_search", PriceUnit::WebSearch},
    {"audio_second", PriceUnit::AudioSecond},
}};

constexpr qint64 TokensPerPrice = 1'000'000; // prices of tokens are published for a million of them

struct PriceParserText
{
    Q_DECLARE_TR_FUNCTIONS(sb::catalog::Price)
};

qint64 unitsPerPrice(PriceUnit unit)
{
    using enum PriceUnit;
    const bool single = unit == Request || unit == Image || unit == WebSearch || unit == AudioSecond;
    return single ? 1 : TokensPerPrice;
}

QByteArray spelling(PriceUnit unit)
{
    const auto it = std::ranges::find(UnitNames, unit, &NamedValue<PriceUnit>::second);
    return it->first.toByteArray();
}

/// Plain decimals only: what a price page prints, and what the schema describes.
bool isAmount(QStringView text, PriceUnit unit)
{
    const auto areDigits = [](QStringView part, qsizetype most) {
        return !part.isEmpty() && part.size() <= most
            && std::ranges::all_of(part, [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    const qsizetype point = text.indexOf(u'.');
    const qsizetype decimals = unitsPerPrice(unit) == 1 ? 12 : 6;
    return areDigits(point < 0 ? text : text.first(point), 6)
        && (point < 0 || areDigits(text.sliced(point + 1), decimals));
}

PicoDollars readAmount(JsonFields &fields, QByteArrayView key, PriceUnit unit)
{
    const QString text = fields.raw(key).toText(); // a number is not taken: its spelling may be a rounded one
    const Result<PicoDollars> dollars = parsePicoDollars(text);
    if (!isAmount(text, unit) || !dollars) {
        fields.refuse(
            key,
            unitsPerPrice(unit) == 1
                ? PriceParserText::tr("dollars as a text such as \"0.005\", with at most 12 decimals")
                : PriceParserText::tr("dollars for a million tokens as a text such as \"2.50\", with at most 6 "
                                      "decimals"));
        return {};
    }
    return PicoDollars{dollars->value / unitsPerPrice(unit)};
}

int readHour(JsonFields &fields, QByteArrayView key)
{
    return int(fields.integer(key, 0, 23).value_or(-1));
}

PriceComponent readComponent(JsonFields &fields)
{
    PriceComponent component;
    if (!fields.has("unit"))
        fields.refuse("unit", PriceParserText::tr("what is paid for, such as \"input\""));
    component.unit = fields.choice("unit", UnitNames, PriceUnit::FreshInput);
    component.amount = readAmount(fields, "amount", component.unit);
    PriceCondition &condition = component.condition;
    condition.abovePromptTokens = fields.integer("above_prompt_tokens", 0).value_or(0);
    condition.fromHourUtc = readHour(fields, "from_hour_utc");
    condition.toHourUtc = readHour(fields, "to_hour_utc");
    if (fields.has("from_hour_utc") != fields.has("to_hour_utc"))
        fields.refuse(fields.has("from_hour_utc") ? "to_hour_utc" : "from_hour_utc",
                      PriceParserText::tr("an hour, as the other end has one"));
    else if (condition.fromHourUtc >= 0 && condition.fromHourUtc == condition.toHourUtc)
        fields.refuse("to_hour_utc", PriceParserText::tr("another hour than from_hour_utc"));
    condition.weekdays = fields.flag("weekdays", false);
    condition.serviceTier = fields.text("service_tier");
    condition.batch = fields.flag("batch", false);
    fields.refuseUnread();
    return component;
}

void add(JsonFields &fields, QByteArrayView key, Price &price, const PriceComponent &component)
{
    const bool twice = std::ranges::any_of(price.components, [&](const PriceComponent &other) {
        return other.unit == component.unit && other.condition == component.condition;
    });
    if (twice)
        fields.refuse(key, PriceParserText::tr("each unit once under the same condition"));
    price.components.append(component);
}

void readComponents(JsonFields &fields, Price &price)
{
    const Json &list = fields.raw("components");
    if (fields.has("components") && !list.isArray())
        fields.refuse("components", PriceParserText::tr("a list"));
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields entry(list.at(i), u"%1[%2]"_s.arg(fields.pathTo("components")).arg(i), fields.where());
        add(entry, {}, price, readComponent(entry));
        if (const auto read = entry.result(true); !read)
            fields.take(read.error());
    }
}

Json componentJson(const PriceComponent &component)
{
    const PriceCondition &condition = component.condition;
    Json json;
    json.set("unit", spelling(component.unit));
    json.set("amount", toDecimal(PicoDollars{component.amount.value * unitsPerPrice(component.unit)}));
    if (condition.abovePromptTokens > 0)
        json.set("above_prompt_tokens", condition.abovePromptTokens);
    if (condition.fromHourUtc >= 0) {
        json.set("from_hour_utc", condition.fromHourUtc);
        json.set("to_hour_utc", condition.toHourUtc);
    }
    if (condition.weekdays)
        json.set("weekdays", true);
    if (!condition.serviceTier.isEmpty())
        json.set("service_tier", condition.serviceTier);
    if (condition.batch)
        json.set("batch", true);
    return json;
}

} // namespace

Result<Price> parsePrice(const Json &json, const QString &path, const QString &where)
{
    JsonFields fields(json, path, where);
    Price price;
    price.source = fields.text("source");
    price.asOf = fields.day("as_of");

    for (const auto &[key, value] : json.members()) {
        const auto unit = std::ranges::find(UnitNames, QByteArrayView(key), &NamedValue<PriceUnit>::first);
        if (unit != UnitNames.end())
            add(fields, key, price, {.unit = unit->second, .amount = readAmount(fields, key, unit->second)});
    }
    readComponents(fields, price);
    if (price.components.isEmpty())
        fields.refuse({}, PriceParserText::tr("at least one price, or no \"price\" at all where none is known"));
    fields.refuseUnread();
    return fields.result(price);
}

Json toJson(const Price &price)
{
    Json json;
    Json rest;
    for (const PriceComponent &component : price.components) {
        // What has no condition is written short, as long as that keeps the order.
        if (rest.isNull() && component.condition == PriceCondition{})
            json.set(spelling(component.unit), componentJson(component)["amount"]);
        else
            rest.append(componentJson(component));
    }
    if (!rest.isNull())
        json.set("components", rest);
    if (!price.source.isEmpty())
        json.set("source", price.source);
    if (price.asOf.isValid())
        json.set("as_of", price.asOf.toString(Qt::ISODate));
    return json;
}

} // namespace sb::catalog
