#include "core/catalog/catalog.h"
#include "core/catalog/names.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sb::catalog::Endpoint)
};

bool isModelId(const QString &id)
{
    static const QRegularExpression form(u"\\A[^/\\s]+/[^\\s]+\\z"_s);
    return form.match(id).hasMatch();
}

Capabilities readCapabilities(JsonFields &fields)
{
    Capabilities capabilities;
    for (const QString &text : fields.texts("capabilities")) {
        const QByteArray utf8 = text.toUtf8();
        const auto it =
            std::ranges::find(CapabilityNames, QByteArrayView(utf8), &NamedValue<bool Capabilities::*>::first);
        if (it != CapabilityNames.end())
            capabilities.*(it->second) = true;
        else
            fields.refuse("capabilities", Text::tr("no “%1”, which is not known").arg(text));
    }
    return capabilities;
}

Endpoint readEndpoint(JsonFields &fields, const QString &providerId)
{
    Endpoint endpoint;
    endpoint.providerId = providerId;
    endpoint.modelId = fields.requiredText("model");
    if (!isModelId(endpoint.modelId))
        fields.refuse("model", Text::tr("author/name without blanks"));
    endpoint.upstreamModel = fields.requiredText("upstream_model");
    endpoint.id = providerId + u'/' + endpoint.upstreamModel;
    endpoint.free = fields.flag("free", false);
    endpoint.contextTokens = fields.integer("context_tokens", 1);
    endpoint.maxOutputTokens = fields.integer("max_output_tokens", 1);
    endpoint.capabilities = readCapabilities(fields);
    endpoint.region = fields.text("region");
    endpoint.quantization = fields.text("quantization");
    const Json &price = fields.raw("price");
    if (!fields.has("price"))
        return endpoint;
    if (endpoint.free)
        fields.refuse("free", Text::tr("no price where an endpoint is free"));
    if (const Result<Price> read = parsePrice(price, fields.pathTo("price"), fields.where()))
        endpoint.price = *read;
    else
        fields.take(read.error());
    return endpoint;
}

QString readHead(JsonFields &fields)
{
    fields.version(FileVersion);
    const QString providerId = fields.requiredText("provider");
    if (!isProviderId(providerId))
        fields.refuse("provider", Text::tr("the id of a provider"));
    return providerId;
}

} // namespace

Result<QList<Endpoint>> parseEndpoints(const Json &json, const QString &where)
{
    JsonFields fields(json, {}, where);
    const QString providerId = readHead(fields);
    const Json &list = fields.raw("endpoints");
    if (!list.isArray())
        fields.refuse("endpoints", Text::tr("a list"));

    QList<Endpoint> endpoints;
    QSet<QString> ids;
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields entry(list.at(i), u"endpoints[%1]"_s.arg(i), where);
        const Endpoint endpoint = readEndpoint(entry, providerId);
        if (ids.contains(endpoint.id))
            entry.refuse("upstream_model", Text::tr("each upstream model once"));
        entry.refuseUnread();
        if (const auto read = entry.result(true); !read)
            fields.take(read.error());
        ids.insert(endpoint.id);
        endpoints.append(endpoint);
    }
    fields.refuseUnread();
    return fields.result(endpoints);
}

Json toJson(const Endpoint &endpoint)
{
    Json json;
    json.set("model", endpoint.modelId);
    json.set("upstream_model", endpoint.upstreamModel);
    if (endpoint.contextTokens)
        json.set("context_tokens", *endpoint.contextTokens);
    if (endpoint.maxOutputTokens)
        json.set("max_output_tokens", *endpoint.maxOutputTokens);
    Json capabilities;
    for (const auto &[name, member] : CapabilityNames) {
        if (endpoint.capabilities.*member)
            capabilities.append(name.toByteArray());
    }
    if (!capabilities.isNull())
        json.set("capabilities", capabilities);
    if (!endpoint.region.isEmpty())
        json.set("region", endpoint.region);
    if (!endpoint.quantization.isEmpty())
        json.set("quantization", endpoint.quantization);
    if (endpoint.price)
        json.set("price", toJson(*endpoint.price));
    else if (endpoint.free)
        json.set("free", true);
    return json;
}

Json toJson(const QString &providerId, const QList<Endpoint> &endpoints)
{
    Json list = Json::array();
    for (const Endpoint &endpoint : endpoints)
        list.append(toJson(endpoint));
    Json json;
    json.set("version", FileVersion);
    json.set("provider", providerId);
    json.set("endpoints", list);
    return json;
}

} // namespace sb::catalog
