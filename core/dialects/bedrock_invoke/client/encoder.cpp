#include "core/dialects/bedrock_invoke/client/encoder.h"

#include "core/dialects/bedrock_invoke/client/bodies.h"

#include <algorithm>
#include <array>

namespace sb::dialects::bedrock {

namespace {

/// Members of Converse that InvokeModel has as headers.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
struct HeaderRow
{
    const char *object = "";
    const char *member = "";
    const char *header = "";
    bool upperCase = false;
};
constexpr std::array HeaderRows{
    HeaderRow{"guardrailConfig", "guardrailIdentifier", "x-amzn-bedrock-guardrailidentifier"},
    HeaderRow{"guardrailConfig", "guardrailVersion", "x-amzn-bedrock-guardrailversion"},
    HeaderRow{"guardrailConfig", "trace", "x-amzn-bedrock-trace", true},
    HeaderRow{"performanceConfig", "latency", "x-amzn-bedrock-performanceconfig-latency"},
    HeaderRow{"serviceTier", "type", "x-amzn-bedrock-service-tier"},
};

/// A line feed inside of one would start a header of its own.
bool isPrintable(const QByteArray &value)
{
    return !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

QList<Header> ownHeaders(const chat::Request &request)
{
    QList<Header> headers;
    for (const HeaderRow &row : HeaderRows) {
        const QByteArray value = request.extra[row.object][row.member].toBytes();
        if (isPrintable(value))
            headers.append({row.header, row.upperCase ? value.toUpper() : value});
    }
    return headers;
}

/// Its own words, as Converse has them; others stay in the request, for the family to judge.
void moveServiceTier(chat::Request &request)
{
    const QByteArray tier = request.extra["service_tier"].toBytes();
    if (tier != "default" && tier != "priority" && tier != "flex" && tier != "reserved")
        return;
    request.extra.set("serviceTier", Json(Json::Object{{"type", tier}}));
    request.extra.remove("service_tier");
}

Result<Body> bodyOf(const BodyInput &input)
{
    switch (input.family) {
    case Family::Claude:
    case Family::Nova:
    case Family::MistralChat:
    case Family::Jamba:
    case Family::OpenWeights:
        return borrowedBody(input);
    case Family::TitanEmbedding:
    case Family::CohereEmbedding:
    case Family::NovaEmbedding:
        return embeddingBody(input);
    default:
        return textBody(input);
    }
}

} // namespace

Result<WireRequest> encodeInvoke(const chat::Request &request, const catalog::Provider &provider,
                                 const catalog::Endpoint &endpoint, const EncodeOptions &options)
{
    const Family family = familyOf(endpoint);
    chat::Request inner = request;
    moveServiceTier(inner);
    const QList<Header> headers = ownHeaders(inner);
    for (const HeaderRow &row : HeaderRows)
        inner.extra.remove(row.object);

    WireRequest wire;
    wire.streams = options.stream && streams(family);
    const auto body = bodyOf({.request = inner,
                              .provider = provider,
                              .endpoint = endpoint,
                              .options = {.stream = wire.streams, .maxTokens = options.maxTokens},
                              .family = family});
    if (!body)
        return tl::unexpected(body.error());
    wire.url =
        operationUrl(provider.baseUrl, endpoint.upstreamModel,
                     wire.streams ? QLatin1StringView("invoke-with-response-stream") : QLatin1StringView("invoke"));
    wire.headers = {{"content-type", "application/json"},
                    {"accept", wire.streams ? "application/vnd.amazon.eventstream" : "application/json"}};
    if (wire.streams)
        wire.headers.append(Header{"x-amzn-bedrock-accept", "application/json"});
    wire.headers += headers;
    wire.body = body->json.dump();
    wire.notices = body->notices;
    return wire;
}

} // namespace sb::dialects::bedrock
