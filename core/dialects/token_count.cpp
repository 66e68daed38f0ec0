#include "core/dialects/token_count.h"

#include "core/dialects/error_reading.h"
#include "core/dialects/member_words.h"
#include "core/dialects/usage_reading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::dialects {

namespace {

// What counts. Other members are refused as unknown.
// Sources: https://platform.claude.com/docs/en/api/messages/count_tokens,
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseTokensRequest.html,
// https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/count-tokens
constexpr std::array AnthropicMembers{
    "model",    "system",        "messages",      "tools",       "tool_choice",
    "thinking", "output_config", "cache_control", "mcp_servers", "context_management"};
constexpr std::array BedrockMembers{"messages", "system", "toolConfig", "additionalModelRequestFields"};
constexpr std::array VertexMembers{"contents", "systemInstruction", "tools", "generationConfig"};

template <std::size_t N>
Json only(const Json &body, const std::array<const char *, N> &members)
{
    Json kept = Json::object();
    for (const auto &[key, value] : body.members()) {
        if (isAmong(members, key))
            kept.set(key, value);
    }
    return kept;
}

/// The Gemini API takes contents alone, or a whole request that names its model; Vertex AI, whose path has publishers,
/// takes the members themselves. Source: https://ai.google.dev/api/tokens
Json geminiBody(const Json &body, const QString &path)
{
    if (path.contains("/publishers/"_L1))
        return only(body, VertexMembers);
    if (body.size() == 1 && body.contains("contents"))
        return body;
    Json whole(Json::Object{{"model", path.section(u'/', -2).section(u':', 0, 0)}});
    for (const auto &[key, value] : body.members())
        whole.set(key, value);
    return Json(Json::Object{{"generateContentRequest", whole}});
}

bool isRawPredict(const QString &path)
{
    return path.endsWith(":rawPredict"_L1);
}

/// Vertex AI counts for the model that the body names, at a model of its own.
/// Source: https://docs.cloud.google.com/vertex-ai/generative-ai/docs/partner-models/claude/count-tokens
Json vertexAnthropicBody(const Json &body, const QString &path)
{
    Json whole(
        Json::Object{{"model", QUrl::fromPercentEncoding(path.section(u'/', -1).section(u':', 0, -2).toLatin1())}});
    for (const auto &[key, value] : only(body, AnthropicMembers).members())
        whole.set(key, value);
    return whole;
}

/// @param path of the chat's operation, with what is encoded in it
QString countingPath(TokenCountApi api, const QString &path)
{
    switch (api) {
    case TokenCountApi::Anthropic:
        return isRawPredict(path) ? path.section(u'/', 0, -2) + u"/count-tokens:rawPredict"_s
                                  : path + u"/count_tokens"_s;
    case TokenCountApi::Gemini:
        return path.section(u':', 0, -2) + u":countTokens"_s;
    case TokenCountApi::Bedrock:
        return path.section(u'/', 0, -2) + u"/count-tokens"_s;
    }
    Q_UNREACHABLE();
}

Json countingBody(TokenCountApi api, const Json &body, const QString &path)
{
    switch (api) {
    case TokenCountApi::Anthropic:
        return isRawPredict(path) ? vertexAnthropicBody(body, path) : only(body, AnthropicMembers);
    case TokenCountApi::Gemini:
        return geminiBody(body, path);
    case TokenCountApi::Bedrock:
        return Json(Json::Object{{"input", Json(Json::Object{{"converse", only(body, BedrockMembers)}})}});
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<TokenCountApi> tokenCountApi(const catalog::Provider &provider)
{
    // By name: a dialect that is not there yet has no enumerator.
    const QByteArray dialect = catalog::toWireName(provider.dialect);
    if (dialect == "anthropic.messages")
        return TokenCountApi::Anthropic;
    if (dialect == "gemini.generateContent")
        return TokenCountApi::Gemini;
    return dialect == "bedrock.converse" ? std::optional(TokenCountApi::Bedrock) : std::nullopt;
}

Result<WireRequest> encodeTokenCount(const chat::Request &request, const catalog::Provider &provider,
                                     const catalog::Endpoint &endpoint)
{
    const auto api = tokenCountApi(provider);
    const ClientDialect *dialect = clientDialect(provider.dialect);
    if (!api || !dialect)
        return failure(Error::Kind::NotFound,
                       QCoreApplication::translate("sb::dialects", "This provider does not count tokens."));
    return dialect->encode(request, provider, endpoint, {.stream = false}).map([api](const WireRequest &chat) {
        return countingRequest(*api, chat);
    });
}

WireRequest countingRequest(TokenCountApi api, const WireRequest &chat)
{
    const QString path = chat.url.path(QUrl::FullyEncoded);
    WireRequest wire = chat;
    wire.url.setPath(countingPath(api, path), QUrl::StrictMode);
    wire.notices.removeIf([](const Notice &notice) { return notice.path == "max_tokens"_L1; }); // it does not count
    wire.body = countingBody(api, parseJson(chat.body).value_or(Json()), path).dump();
    return wire;
}

Answered<qint64> decodeTokenCount(const AnswerHead &head, QByteArrayView body)
{
    const auto answer = readWholeAnswer(head, body);
    if (!answer)
        return tl::unexpected(answer.error());
    // Anthropic, Bedrock, Gemini
    if (const auto count = firstCount(*answer, {"input_tokens", "inputTokens", "totalTokens"}))
        return *count;
    const bool explains = (*answer)["message"].isString() || (*answer)["detail"].isString();
    return tl::unexpected(
        explains ? readErrorObject(head, *answer)
                 : invalidResponse(
                     head, QCoreApplication::translate("sb::dialects", "The answer has no count of tokens."), body));
}

} // namespace sb::dialects
