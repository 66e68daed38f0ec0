#include "core/dialects/gemini_generate_content/client/encoder.h"

#include "core/dialects/gemini_generate_content/client/contents.h"
#include "core/dialects/gemini_generate_content/client/generation_config.h"
#include "core/dialects/gemini_generate_content/client/tools.h"
#include "core/dialects/gemini_generate_content/parts.h"
#include "core/dialects/json_instruction.h"
#include "core/dialects/missing_members.h"
#include "core/dialects/wire_request.h"

#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::dialects::gemini {

namespace {

/// Members of the body that have no word in the normalized request: taken from its extras as they are.
constexpr std::array OwnMembers{"safetySettings", "cachedContent", "labels", "modelArmorConfig", "store"};
/// Carried out by our own router, said in another place, or saying nothing that is lost.
constexpr std::array Silent{"models", "provider", "session_id", "stream_options", "generationConfig", "toolConfig",
                            "n",      "stream",   "reasoning",  "modalities",     "reasoning_effort", "service_tier"};

bool saysNothing(const Json &value)
{
    return value.isNull() || (value.isString() && value.toBytes().isEmpty())
        || ((value.isArray() || value.isObject()) && value.size() == 0) || value.toBool() == false;
}

bool isOneOf(QByteArrayView key, const auto &names)
{
    return std::any_of(names.begin(), names.end(), [&](const char *name) { return key == name; });
}

/// OpenAI's words for Gemini's tiers. Source: https://ai.google.dev/gemini-api/docs/flex-inference
QByteArray serviceTier(const QByteArray &tier)
{
    if (tier == "flex" || tier == "priority")
        return tier;
    return tier == "default" || tier == "standard" ? QByteArray("standard") : QByteArray();
}

} // namespace

RequestEncoder::RequestEncoder(const chat::Request &request, const catalog::Provider &provider,
                               const catalog::Endpoint &endpoint, const EncodeOptions &options)
    : m_request(request)
    , m_provider(provider)
    , m_endpoint(endpoint)
    , m_options(options)
{
    if (options.maxTokens)
        m_request.maxTokens = options.maxTokens;
}

Result<WireRequest> RequestEncoder::encode()
{
    const auto json = body();
    if (!json)
        return tl::unexpected(json.error());
    return jsonRequest(url(), *json, m_options, m_notices.all());
}

Result<Json> RequestEncoder::body()
{
    ContentsEncoder conversation(m_endpoint, m_notices);
    if (const auto taken = conversation.encode(m_request.messages); !taken)
        return tl::unexpected(taken.error());
    const bool jsonMode = takesJsonMode();
    if (!jsonMode) {
        conversation.addInstruction(jsonInstruction(m_request.responseFormat->schema));
        m_notices.add(
            Notice::Kind::Translated, u"response_format"_s,
            QT_TRANSLATE_NOOP("sb::dialects",
                              "This model takes no JSON mode here; it was asked for JSON in the instruction."));
    }
    Json body = Json::object();
    const auto add = [&body](const char *key, const Json &value) {
        if (!value.isNull())
            body.set(key, value);
    };
    add("systemInstruction", conversation.systemInstruction());
    add("contents", conversation.contents());
    add("tools", toolsJson(m_request.tools, m_notices));
    add("toolConfig", toolConfig(m_request, m_notices));
    addOwnMembers(body);
    add("generationConfig", generationConfig(m_request, m_endpoint, jsonMode, m_notices));
    noticeDropped();
    return body;
}

/// Gemini 2.5 refuses tools and JSON mode in one request; some servers have no schema mode at all.
bool RequestEncoder::takesJsonMode() const
{
    if (!m_request.responseFormat)
        return true;
    const bool schema = m_request.responseFormat->kind == chat::ResponseFormat::Kind::JsonSchema;
    const bool json = schema || m_request.responseFormat->kind == chat::ResponseFormat::Kind::JsonObject;
    return !(json && m_endpoint.refuses.jsonWithTools && !m_request.tools.isEmpty())
        && !(schema && m_provider.quirks.noJsonSchema);
}

/// English on purpose: it is for the model.
void RequestEncoder::addOwnMembers(Json &body)
{
    for (const char *name : OwnMembers) {
        const QByteArray key = fieldName(m_request.extra, name);
        if (!key.isEmpty() && !m_request.extra[key].isNull())
            body.set(name, m_request.extra[key]);
    }
    const QByteArray tier = serviceTier(m_request.extra["service_tier"].toBytes());
    if (!tier.isEmpty())
        body.set("serviceTier", tier);
    else if (const QByteArray asked = m_request.extra["service_tier"].toBytes(); !asked.isEmpty() && asked != "auto")
        m_notices.dropped(u"service_tier"_s, QT_TRANSLATE_NOOP("sb::dialects", "There is no such service tier here."));
}

void RequestEncoder::noticeDropped()
{
    const auto dropped = [this](const QString &path) {
        m_notices.add(Notice::Kind::Dropped, path, QT_TRANSLATE_NOOP("sb::dialects", "Gemini has nothing like it."));
    };
    noticeMissing(m_request, {Member::User}, QT_TRANSLATE_NOOP("sb::dialects", "Gemini has nothing like it."),
                  m_notices);
    noticeOneAnswer(m_request, m_notices);
    const Json &extra = m_request.extra;
    for (const auto &[key, value] : extra.members()) {
        const bool own = std::any_of(OwnMembers.begin(), OwnMembers.end(),
                                     [&](const char *name) { return fieldName(extra, name) == key; });
        if (own || isOneOf(key, Silent) || saysNothing(value))
            continue;
        dropped(QString::fromUtf8(key));
    }
}

QUrl RequestEncoder::url() const
{
    // Tuned models and Vertex AI's endpoints bring their collection along: "tunedModels/x".
    const QString &model = m_endpoint.upstreamModel;
    const QString name = model.contains(u'/') ? model : u"models/"_s + model;
    QUrl url = m_provider.baseUrl;
    url.setPath(url.path() + u'/' + name + (m_options.stream ? u":streamGenerateContent"_s : u":generateContent"_s));
    if (m_options.stream) {
        QUrlQuery query(url);
        query.addQueryItem(u"alt"_s, u"sse"_s);
        url.setQuery(query);
    }
    return url;
}

} // namespace sb::dialects::gemini
