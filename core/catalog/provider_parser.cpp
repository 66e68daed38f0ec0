#include "core/catalog/aws_region.h"
#include "core/catalog/catalog.h"
#include "core/catalog/names.h"
#include "core/catalog/provider_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

struct ProviderParserText
{
    Q_DECLARE_TR_FUNCTIONS(sb::catalog::Provider)
};

QString readPath(JsonFields &fields, QByteArrayView key)
{
    static const QRegularExpression form(u"\\A/[^?#\\s]*\\z"_s);
    const QString path = fields.text(key);
    if (fields.has(key) && !form.match(path).hasMatch())
        fields.refuse(key, ProviderParserText::tr("a path that begins with / and has no query"));
    return path;
}

/// Only what is called a key is ever looked at: a file must not be able to name $HOME or a database's password.
QStringList readKeyVariables(JsonFields &fields)
{
    static const QRegularExpression form(u"\\A[A-Z0-9_]*_(KEY|TOKEN)\\z"_s);
    const QStringList names = fields.texts("key_variables");
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!form.match(names.at(i)).hasMatch())
            fields.refuseItem("key_variables", i,
                              ProviderParserText::tr("a name of A to Z, 0 to 9 and _ that ends in _KEY or _TOKEN"));
    }
    return names;
}

/// Names of others for it: any text without blanks, as those others spell it.
QStringList readKnownAs(JsonFields &fields)
{
    static const QRegularExpression form(u"\\A\\S{1,100}\\z"_s);
    const QStringList names = fields.texts("known_as");
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!form.match(names.at(i)).hasMatch())
            fields.refuseItem("known_as", i, ProviderParserText::tr("an id without blanks, of at most 100 letters"));
    }
    return names;
}

/// A signature is made for one region.
QString readAwsRegion(JsonFields &fields, const Provider &provider)
{
    const QString region = fields.text("aws_region");
    const bool missing = provider.auth == Provider::Auth::AwsSigV4 && region.isEmpty() && awsRegion(provider).isEmpty();
    if (missing || (!region.isEmpty() && !isAwsRegion(region)))
        fields.refuse("aws_region",
                      ProviderParserText::tr("a region such as us-east-1, since the base URL names none"));
    return region;
}

QString readApiVersion(JsonFields &fields)
{
    static const QRegularExpression form(u"\\A([a-z0-9][a-z0-9.-]{0,31})?\\z"_s);
    const QString version = fields.text("api_version");
    if (!form.match(version).hasMatch())
        fields.refuse("api_version", ProviderParserText::tr("a version such as 2024-10-21 or preview"));
    return version;
}

void writeRest(Json &json, const Provider &provider)
{
    if (!provider.awsRegion.isEmpty())
        json.set("aws_region", provider.awsRegion);
    if (!provider.apiVersion.isEmpty())
        json.set("api_version", provider.apiVersion);
    if (!provider.keyCheck.isEmpty())
        json.set("key_check", provider.keyCheck);
    if (!provider.listsModels)
        json.set("lists_models", false);
    if (!provider.modelsPath.isEmpty())
        json.set("models_path", provider.modelsPath);
    if (!provider.chatPath.isEmpty())
        json.set("chat_path", provider.chatPath);
    if (provider.rateLimitHeaders != RateLimitHeaders{})
        json.set("rate_limit_headers", toJson(provider.rateLimitHeaders));
    if (provider.quirks != Quirks{})
        json.set("quirks", toJson(provider.quirks));
    if (!provider.unsupported.isEmpty())
        json.set("unsupported", Json::array(provider.unsupported));
    if (!provider.renamed.isEmpty())
        json.set("renamed", toJson(provider.renamed));
    if (!provider.keyVariables.isEmpty())
        json.set("key_variables", Json::array(provider.keyVariables));
    if (!provider.keyPage.isEmpty())
        json.set("key_page", provider.keyPage);
    if (provider.local)
        json.set("local", true);
    if (provider.practice)
        json.set("practice", true);
    if (!provider.enabled)
        json.set("enabled", false);
    if (provider.cancel != CancelPolicy{})
        json.set("cancel", toJson(provider.cancel));
    if (provider.dataPolicy != DataPolicy{})
        json.set("data_policy", toJson(provider.dataPolicy));
    if (!provider.notFound.isEmpty())
        json.set("not_found", toJson(provider.notFound));
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
        fields.refuse("id", ProviderParserText::tr("lower case letters, digits, - and _, at most 64"));
    provider.name = fields.requiredText("name");
    provider.knownAs = readKnownAs(fields);
    provider.addressParts = readAddressParts(fields);
    const BaseUrl address = readBaseUrl(fields, "base_url", provider.addressParts);
    provider.baseUrl = address.url;
    provider.addressForm = address.form;
    provider.regionUrls = readRegionUrls(fields, provider.addressParts);
    provider.regionPrices = readRegionPrices(fields);
    provider.dialect = fields.choice("dialect", DialectNames, provider.dialect);
    provider.auth = fields.choice("auth", AuthNames, provider.auth);
    provider.awsRegion = readAwsRegion(fields, provider);
    provider.apiVersion = readApiVersion(fields);
    provider.keyCheck = readPath(fields, "key_check");
    provider.listsModels = fields.flag("lists_models", true);
    provider.modelsPath = readPath(fields, "models_path");
    provider.chatPath = readPath(fields, "chat_path");
    provider.rateLimitHeaders = readRateLimitHeaders(fields);
    provider.quirks = readQuirks(fields);
    provider.unsupported = fields.texts("unsupported");
    provider.renamed = readRenamed(fields);
    provider.keyVariables = readKeyVariables(fields);
    provider.keyPage = fields.text("key_page");
    provider.local = fields.flag("local", false);
    provider.practice = fields.flag("practice", false);
    provider.enabled = fields.flag("enabled", true);
    provider.cancel = readCancelPolicy(fields);
    provider.dataPolicy = readDataPolicy(fields);
    provider.notFound = readNotFound(fields);
    provider.extra = fields.unread();
    return fields.result(provider);
}

Json toJson(const Provider &provider)
{
    Json json;
    json.set("version", FileVersion);
    json.set("id", provider.id);
    json.set("name", provider.name);
    if (!provider.knownAs.isEmpty())
        json.set("known_as", Json::array(provider.knownAs));
    json.set("base_url",
             provider.addressForm.isEmpty() ? QString::fromLatin1(provider.baseUrl.toEncoded()) : provider.addressForm);
    if (!provider.addressParts.isEmpty())
        json.set("address_parts", toJson(provider.addressParts));
    if (!provider.regionUrls.isEmpty())
        json.set("region_urls", toJson(provider.regionUrls));
    if (!provider.regionPrices.isEmpty())
        json.set("region_prices", toJson(provider.regionPrices));
    json.set("dialect", toWireName(provider.dialect));
    json.set("auth", nameOf(AuthNames, provider.auth));
    writeRest(json, provider);
    return json;
}

} // namespace sb::catalog
