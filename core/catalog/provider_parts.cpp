#include "core/catalog/provider_parts.h"

#include "core/catalog/address.h"
#include "core/catalog/names.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

struct ProviderPartsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::catalog::Provider)
};

bool isRegion(const QByteArray &name)
{
    static const QRegularExpression form(u"\\A[a-z0-9][a-z0-9-]{0,63}\\z"_s);
    return form.match(QString::fromUtf8(name)).hasMatch();
}

bool isHeader(const QString &name)
{
    static const QRegularExpression form(u"\\A[a-z0-9-]+(;[a-z]+)?\\z"_s);
    return form.match(name).hasMatch();
}

bool isPage(const QString &address)
{
    static const QRegularExpression form(u"\\Ahttps?://[^/\\s]+(/\\S*)?\\z"_s);
    return form.match(address).hasMatch();
}

template <typename Policy>
void setSource(Json &json, const Policy &policy)
{
    if (!policy.source.isEmpty())
        json.set("source", policy.source);
    if (policy.asOf.isValid())
        json.set("as_of", policy.asOf.toString(Qt::ISODate));
}

} // namespace

BaseUrl readBaseUrl(JsonFields &fields, QByteArrayView key, const QList<AddressPart> &parts)
{
    QString text = fields.requiredText(key);
    while (text.endsWith(u'/'))
        text.chop(1);
    const QStringList names = partNames(text);
    // Checked with words in place of the parts, which may not be known yet.
    QString sample = text;
    for (const QString &name : names)
        sample.replace(u'{' + name + u'}', u"part"_s);
    const QUrl url(sample, QUrl::StrictMode);
    if (!isPlainAddress(url))
        fields.refuse(key, ProviderPartsText::tr("an http or https address without user, query and fragment"));
    return names.isEmpty() ? BaseUrl{.url = url} : BaseUrl{.url = filledAddress(text, parts), .form = text};
}

QList<AddressPart> readAddressParts(JsonFields &fields)
{
    QList<AddressPart> parts;
    fields.object("address_parts", [&](JsonFields &members) {
        const Json all = members.unread();
        for (const auto &[name, value] : all.members()) {
            const QString text = members.text(name);
            if (!isAddressPart(text))
                members.refuse(name, ProviderPartsText::tr("letters, digits, -, _, . and :, at most 128"));
            parts.append({.name = QString::fromUtf8(name), .value = text});
        }
    });
    return parts;
}

QList<RegionUrl> readRegionUrls(JsonFields &fields, const QList<AddressPart> &parts)
{
    QList<RegionUrl> urls;
    fields.object("region_urls", [&](JsonFields &regions) {
        const Json all = regions.unread();
        for (const auto &[name, value] : all.members()) {
            if (!isRegion(name))
                regions.refuse(name, ProviderPartsText::tr("a region in lower case letters, digits and -"));
            const BaseUrl address = readBaseUrl(regions, name, parts);
            urls.append({.region = QString::fromUtf8(name), .baseUrl = address.url, .form = address.form});
        }
    });
    return urls;
}

QList<RegionPrice> readRegionPrices(JsonFields &fields)
{
    QList<RegionPrice> prices;
    fields.object("region_prices", [&](JsonFields &regions) {
        const Json all = regions.unread();
        for (const auto &[name, value] : all.members()) {
            RegionPrice price{.region = QString::fromUtf8(name)};
            regions.object(name, [&](JsonFields &members) {
                price.percent = members.integer("percent", 1, 1'000);
                price.releasedFrom = members.day("released_from");
                price.source = members.text("source");
                price.asOf = members.day("as_of");
            });
            prices.append(price);
        }
    });
    return prices;
}

Quirks readQuirks(JsonFields &fields)
{
    Quirks quirks;
    fields.object("quirks", [&](JsonFields &members) {
        for (const auto &[name, member] : QuirkNames)
            quirks.*member = members.flag(name, false);
    });
    return quirks;
}

QList<RenamedMember> readRenamed(JsonFields &fields)
{
    QList<RenamedMember> renamed;
    fields.object("renamed", [&](JsonFields &members) {
        const Json all = members.unread();
        for (const auto &[name, value] : all.members())
            renamed.append({.name = name, .here = members.requiredText(name).toUtf8()});
    });
    return renamed;
}

RateLimitHeaders readRateLimitHeaders(JsonFields &fields)
{
    RateLimitHeaders limits;
    fields.object("rate_limit_headers", [&](JsonFields &headers) {
        limits.resetForm = headers.choice("reset_form", ResetFormNames, limits.resetForm);
        for (const auto &[name, figure] : LimitFigureNames) {
            if (!headers.has(name))
                continue;
            const QString header = headers.text(name);
            if (!isHeader(header))
                headers.refuse(name, ProviderPartsText::tr("the name of a header in lower case"));
            limits.headers.append({.figure = figure, .name = header.toLatin1()});
        }
    });
    return limits;
}

CancelPolicy readCancelPolicy(JsonFields &fields)
{
    CancelPolicy policy;
    fields.object("cancel", [&](JsonFields &cancel) {
        if (cancel.has("stops_billing"))
            policy.stopsBilling = cancel.flag("stops_billing", false);
        policy.varies = cancel.flag("varies", false);
        policy.source = cancel.text("source");
        policy.asOf = cancel.day("as_of");
    });
    return policy;
}

DataPolicy readDataPolicy(JsonFields &fields)
{
    DataPolicy policy;
    fields.object("data_policy", [&](JsonFields &data) {
        if (data.has("trains"))
            policy.trains = data.flag("trains", false);
        if (const auto days = data.integer("retention_days", 0, 36'500))
            policy.retentionDays = int(*days);
        policy.regions = data.texts("regions");
        policy.varies = data.flag("varies", false);
        policy.source = data.text("source");
        policy.asOf = data.day("as_of");
    });
    return policy;
}

QList<NotFound> readNotFound(JsonFields &fields)
{
    QList<NotFound> facts;
    fields.object("not_found", [&](JsonFields &all) {
        for (const auto &[name, fact] : FactNames) {
            if (!all.has(name))
                continue;
            NotFound missing{.fact = fact};
            all.object(name, [&](JsonFields &members) {
                missing.lookedIn = members.requiredText("looked_in");
                if (!isPage(missing.lookedIn))
                    members.refuse("looked_in", ProviderPartsText::tr("the http or https address of a page"));
                missing.asOf = members.day("as_of");
                if (!missing.asOf.isValid())
                    members.refuse("as_of", ProviderPartsText::tr("the day on which it was looked for"));
                missing.read = members.choice("read", PagesReadNames, missing.read);
            });
            if (fields.has(name))
                all.refuse(name, ProviderPartsText::tr("nothing, since the file states it"));
            facts.append(missing);
        }
    });
    return facts;
}

Json toJson(const QList<RegionUrl> &urls)
{
    Json json;
    for (const RegionUrl &url : urls)
        json.set(url.region.toUtf8(), url.form.isEmpty() ? QString::fromLatin1(url.baseUrl.toEncoded()) : url.form);
    return json;
}

Json toJson(const QList<AddressPart> &parts)
{
    Json json;
    for (const AddressPart &part : parts)
        json.set(part.name.toUtf8(), part.value);
    return json;
}

Json toJson(const QList<RegionPrice> &prices)
{
    Json json;
    for (const RegionPrice &price : prices) {
        Json members = Json::object();
        if (price.percent)
            members.set("percent", *price.percent);
        if (price.releasedFrom.isValid())
            members.set("released_from", price.releasedFrom.toString(Qt::ISODate));
        if (!price.source.isEmpty())
            members.set("source", price.source);
        if (price.asOf.isValid())
            members.set("as_of", price.asOf.toString(Qt::ISODate));
        json.set(price.region.toUtf8(), members);
    }
    return json;
}

Json toJson(const Quirks &quirks)
{
    Json json;
    for (const auto &[name, member] : QuirkNames) {
        if (quirks.*member)
            json.set(name.toByteArray(), true);
    }
    return json;
}

Json toJson(const QList<RenamedMember> &renamed)
{
    Json json;
    for (const RenamedMember &member : renamed)
        json.set(member.name, QString::fromUtf8(member.here));
    return json;
}

Json toJson(const RateLimitHeaders &limits)
{
    Json json;
    for (const LimitHeader &header : limits.headers)
        json.set(nameOf(LimitFigureNames, header.figure), header.name);
    if (limits.resetForm != ResetForm::Seconds)
        json.set("reset_form", nameOf(ResetFormNames, limits.resetForm));
    return json;
}

Json toJson(const CancelPolicy &policy)
{
    Json json;
    if (policy.stopsBilling)
        json.set("stops_billing", *policy.stopsBilling);
    if (policy.varies)
        json.set("varies", true);
    setSource(json, policy);
    return json;
}

Json toJson(const DataPolicy &policy)
{
    Json json;
    if (policy.trains)
        json.set("trains", *policy.trains);
    if (policy.retentionDays)
        json.set("retention_days", *policy.retentionDays);
    if (!policy.regions.isEmpty())
        json.set("regions", Json::array(policy.regions));
    if (policy.varies)
        json.set("varies", true);
    setSource(json, policy);
    return json;
}

Json toJson(const QList<NotFound> &facts)
{
    Json json;
    for (const NotFound &missing : facts) {
        Json members;
        members.set("looked_in", missing.lookedIn);
        members.set("as_of", missing.asOf.toString(Qt::ISODate));
        if (missing.read != PagesRead::All)
            members.set("read", nameOf(PagesReadNames, missing.read));
        json.set(nameOf(FactNames, missing.fact), members);
    }
    return json;
}

} // namespace sb::catalog
