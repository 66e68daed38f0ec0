#include "core/catalog/catalog.h"
#include "core/catalog/names.h"
#include "core/catalog/provider_parts.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sb::catalog {

namespace {

struct EndpointParserText
{
    Q_DECLARE_TR_FUNCTIONS(sb::catalog::Endpoint)
};

bool isModelId(QStringView id)
{
    const qsizetype slash = id.indexOf(u'/');
    return slash > 0 && slash + 1 < id.size() && std::ranges::none_of(id, [](QChar c) { return c.isSpace(); });
}

/// A list of the names of flags.
template <typename Flags, std::size_t N>
Flags readFlags(JsonFields &fields, QByteArrayView key, const std::array<NamedValue<bool Flags::*>, N> &names)
{
    Flags flags;
    for (const QString &text : fields.texts(key)) {
        const QByteArray utf8 = text.toUtf8();
        const auto it = std::ranges::find(names, QByteArrayView(utf8), &NamedValue<bool Flags::*>::first);
        if (it != names.end())
            flags.*(it->second) = true;
        else
            fields.refuse(key, EndpointParserText::tr("no “%1”, which is not known").arg(text));
    }
    return flags;
}

template <typename Flags, std::size_t N>
void writeFlags(Json &json, const QByteArray &key, const Flags &flags,
                const std::array<NamedValue<bool Flags::*>, N> &names)
{
    Json set;
    for (const auto &[name, member] : names) {
        if (flags.*member)
            set.append(name.toByteArray());
    }
    if (!set.isNull())
        json.set(key, set);
}

Modalities readModalities(JsonFields &fields, QByteArrayView key)
{
    return fields.has(key) ? readFlags<Modalities>(fields, key, ModalityNames) : TextOnly;
}

void readFacts(JsonFields &fields, Endpoint &endpoint)
{
    endpoint.contextTokens = fields.integer("context_tokens", 1);
    endpoint.maxOutputTokens = fields.integer("max_output_tokens", 1);
    endpoint.capabilities = readFlags<Capabilities>(fields, "capabilities", CapabilityNames);
    endpoint.inputs = readModalities(fields, "inputs");
    endpoint.outputs = readModalities(fields, "outputs");
    endpoint.refuses = readFlags<Refusals>(fields, "refuses", RefusalNames);
    endpoint.leastThinkingTokens = fields.integer("least_thinking_tokens", 1);
    endpoint.mostThinkingTokens = fields.integer("most_thinking_tokens", 1);
    endpoint.region = fields.text("region");
    endpoint.quantization = fields.text("quantization");
    endpoint.released = fields.day("released");
    endpoint.retires = fields.day("retires");
    if (fields.has("open_weights"))
        endpoint.openWeights = fields.flag("open_weights", false);
    endpoint.rateLimits = readRateLimits(fields);
}

Endpoint readEndpoint(JsonFields &fields, const QString &providerId)
{
    Endpoint endpoint;
    endpoint.providerId = providerId;
    endpoint.modelId = fields.requiredText("model");
    if (!isModelId(endpoint.modelId))
        fields.refuse("model", EndpointParserText::tr("author/name without blanks"));
    endpoint.upstreamModel = fields.requiredText("upstream_model");
    endpoint.id = providerId + u'/' + endpoint.upstreamModel;
    endpoint.free = fields.flag("free", false);
    readFacts(fields, endpoint);
    const Json &price = fields.raw("price");
    if (!fields.has("price"))
        return endpoint;
    if (endpoint.free)
        fields.refuse("free", EndpointParserText::tr("no price where an endpoint is free"));
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
        fields.refuse("provider", EndpointParserText::tr("the id of a provider"));
    return providerId;
}

} // namespace

Result<QList<Endpoint>> parseEndpoints(const Json &json, const QString &where)
{
    JsonFields fields(json, {}, where);
    const QString providerId = readHead(fields);
    const Json &list = fields.raw("endpoints");
    if (!list.isArray())
        fields.refuse("endpoints", EndpointParserText::tr("a list"));

    QList<Endpoint> endpoints;
    QSet<QString> ids;
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields entry(list.at(i), u"endpoints[%1]"_s.arg(i), where);
        const Endpoint endpoint = readEndpoint(entry, providerId);
        if (ids.contains(endpoint.id))
            entry.refuse("upstream_model", EndpointParserText::tr("each upstream model once"));
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
    writeFlags(json, "capabilities", endpoint.capabilities, CapabilityNames);
    if (endpoint.inputs != TextOnly)
        writeFlags(json, "inputs", endpoint.inputs, ModalityNames);
    if (endpoint.outputs != TextOnly)
        writeFlags(json, "outputs", endpoint.outputs, ModalityNames);
    writeFlags(json, "refuses", endpoint.refuses, RefusalNames);
    if (endpoint.leastThinkingTokens)
        json.set("least_thinking_tokens", *endpoint.leastThinkingTokens);
    if (endpoint.mostThinkingTokens)
        json.set("most_thinking_tokens", *endpoint.mostThinkingTokens);
    if (!endpoint.region.isEmpty())
        json.set("region", endpoint.region);
    if (!endpoint.quantization.isEmpty())
        json.set("quantization", endpoint.quantization);
    if (endpoint.released.isValid())
        json.set("released", endpoint.released.toString(Qt::ISODate));
    if (endpoint.retires.isValid())
        json.set("retires", endpoint.retires.toString(Qt::ISODate));
    if (endpoint.openWeights)
        json.set("open_weights", *endpoint.openWeights);
    if (endpoint.rateLimits != RateLimits{})
        json.set("rate_limits", toJson(endpoint.rateLimits));
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
