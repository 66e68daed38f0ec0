#include "core/catalog/aws_region.h"
#include "core/catalog/catalog.h"
#include "core/catalog/names.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sb::catalog::Provider)
};

QUrl readBaseUrl(JsonFields &fields)
{
    QString text = fields.requiredText("base_url");
    while (text.endsWith(u'/'))
        text.chop(1);
    const QUrl url(text, QUrl::StrictMode);
    const bool plain =
        url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    if (!plain || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        fields.refuse("base_url", Text::tr("an http or https address without user, query and fragment"));
    return url;
}

bool isPath(const QString &text)
{
    static const QRegularExpression form(u"\\A/[^?#\\s]*\\z"_s);
    return form.match(text).hasMatch();
}

/// Only what is called a key is ever looked at: a file must not be able to name $HOME or a database's password.
QStringList readKeyVariables(JsonFields &fields)
{
    static const QRegularExpression form(u"\\A[A-Z0-9_]*_(KEY|TOKEN)\\z"_s);
    const QStringList names = fields.texts("key_variables");
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!form.match(names.at(i)).hasMatch())
            fields.refuseItem("key_variables", i,
                              Text::tr("a name of A to Z, 0 to 9 and _ that ends in _KEY or _TOKEN"));
    }
    return names;
}

/// A signature is made for one region.
QString readAwsRegion(JsonFields &fields, const Provider &provider)
{
    const QString region = fields.text("aws_region");
    const bool missing = provider.auth == Provider::Auth::AwsSigV4 && region.isEmpty() && awsRegion(provider).isEmpty();
    if (missing || (!region.isEmpty() && !isAwsRegion(region)))
        fields.refuse("aws_region", Text::tr("a region such as us-east-1, since the base URL names none"));
    return region;
}

DataPolicy readDataPolicy(JsonFields &fields)
{
    DataPolicy policy;
    if (fields.has("trains"))
        policy.trains = fields.flag("trains", false);
    if (const auto days = fields.integer("retention_days", 0, 36'500))
        policy.retentionDays = int(*days);
    policy.source = fields.text("source");
    policy.asOf = fields.day("as_of");
    return policy;
}

Json toJson(const DataPolicy &policy)
{
    Json json;
    if (policy.trains)
        json.set("trains", *policy.trains);
    if (policy.retentionDays)
        json.set("retention_days", *policy.retentionDays);
    if (!policy.source.isEmpty())
        json.set("source", policy.source);
    if (policy.asOf.isValid())
        json.set("as_of", policy.asOf.toString(Qt::ISODate));
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

Json toJson(const QStringList &texts)
{
    Json json = Json::array();
    for (const QString &text : texts)
        json.append(text);
    return json;
}

void writeRest(Json &json, const Provider &provider)
{
    if (!provider.awsRegion.isEmpty())
        json.set("aws_region", provider.awsRegion);
    if (!provider.keyCheck.isEmpty())
        json.set("key_check", provider.keyCheck);
    if (provider.quirks != Quirks{})
        json.set("quirks", toJson(provider.quirks));
    if (!provider.keyVariables.isEmpty())
        json.set("key_variables", toJson(provider.keyVariables));
    if (!provider.keyPage.isEmpty())
        json.set("key_page", provider.keyPage);
    if (provider.local)
        json.set("local", true);
    if (provider.practice)
        json.set("practice", true);
    if (!provider.enabled)
        json.set("enabled", false);
    if (provider.cancelStopsBilling)
        json.set("cancel_stops_billing", *provider.cancelStopsBilling);
    if (provider.dataPolicy != DataPolicy{})
        json.set("data_policy", toJson(provider.dataPolicy));
    for (const auto &[key, value] : provider.extra.members())
        json.set(key, value);
}

} // namespace

bool isProviderId(const QString &id)
{
    static const QRegularExpression form(u"\\A[a-z0-9][a-z0-9_-]{0,63}\\z"_s);
    return form.match(id).hasMatch();
}

Result<Provider> parseProvider(const Json &json, const QString &where)
{
    JsonFields fields(json, {}, where);
    fields.version(FileVersion);
    Provider provider;
    provider.id = fields.requiredText("id");
    if (!isProviderId(provider.id))
        fields.refuse("id", Text::tr("lower case letters, digits, - and _, at most 64"));
    provider.name = fields.requiredText("name");
    provider.baseUrl = readBaseUrl(fields);
    provider.dialect = fields.choice("dialect", DialectNames, provider.dialect);
    provider.auth = fields.choice("auth", AuthNames, provider.auth);
    provider.awsRegion = readAwsRegion(fields, provider);
    provider.keyCheck = fields.text("key_check");
    if (!provider.keyCheck.isEmpty() && !isPath(provider.keyCheck))
        fields.refuse("key_check", Text::tr("a path that begins with / and has no query"));
    fields.object("quirks", [&](JsonFields &quirks) {
        for (const auto &[name, member] : QuirkNames)
            provider.quirks.*member = quirks.flag(name, false);
    });
    provider.keyVariables = readKeyVariables(fields);
    provider.keyPage = fields.text("key_page");
    provider.local = fields.flag("local", false);
    provider.practice = fields.flag("practice", false);
    provider.enabled = fields.flag("enabled", true);
    if (fields.has("cancel_stops_billing"))
        provider.cancelStopsBilling = fields.flag("cancel_stops_billing", false);
    fields.object("data_policy", [&](JsonFields &policy) { provider.dataPolicy = readDataPolicy(policy); });
    provider.extra = fields.unread();
    return fields.result(provider);
}

Json toJson(const Provider &provider)
{
    Json json;
    json.set("version", FileVersion);
    json.set("id", provider.id);
    json.set("name", provider.name);
    json.set("base_url", QString::fromLatin1(provider.baseUrl.toEncoded()));
    json.set("dialect", toWireName(provider.dialect));
    json.set("auth", nameOf(AuthNames, provider.auth));
    writeRest(json, provider);
    return json;
}

} // namespace sb::catalog
