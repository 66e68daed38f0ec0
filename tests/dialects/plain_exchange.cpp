#include "tests/dialects/plain_exchange.h"

#include "core/dialects/error_reading.h"
#include "core/dialects/model_list.h"

using namespace Qt::StringLiterals;

namespace sb::testing {

namespace {

using dialects::EmbeddingApi;
using dialects::TokenCountApi;

struct Api
{
    QByteArrayView dialect = {};
    EmbeddingApi api = EmbeddingApi::OpenAi;
};
constexpr Api EmbeddingApis[] = {
    {"embeddings", EmbeddingApi::OpenAi},           {"cohere.embed", EmbeddingApi::CohereV2},
    {"gemini.embed", EmbeddingApi::Gemini},         {"vertex.predict", EmbeddingApi::VertexPredict},
    {"bedrock.embed", EmbeddingApi::BedrockInvoke}, {"ollama.embed", EmbeddingApi::Ollama}};

std::optional<EmbeddingApi> embeddingApiOf(const Exchange &exchange)
{
    for (const Api &each : EmbeddingApis) {
        if (each.dialect == exchange.dialect)
            return each.api;
    }
    return {};
}

/// Recordings of all providers have one dialect: their addresses tell them apart.
TokenCountApi countApiOf(const Exchange &exchange)
{
    const QString path = exchange.url.path();
    if (path.endsWith("count_tokens"_L1))
        return TokenCountApi::Anthropic;
    return path.endsWith("countTokens"_L1) ? TokenCountApi::Gemini : TokenCountApi::Bedrock;
}

chat::Request smallRequest()
{
    chat::Request request;
    request.messages.append(chat::Message::make(chat::Role::User, u"Hello"_s));
    return request;
}

Result<dialects::WireRequest> countRequest(TokenCountApi api, catalog::Provider provider,
                                           const catalog::Endpoint &endpoint)
{
    if (api == TokenCountApi::Bedrock) {
        const QByteArray body = R"({"messages":[{"role":"user","content":[{"text":"Hello"}]}]})";
        QUrl url = provider.baseUrl;
        url.setPath(url.path() + u"/model/m/converse"_s);
        return dialects::countingRequest(api, {.url = url, .body = body});
    }
    provider.dialect = api == TokenCountApi::Anthropic ? catalog::DialectId::AnthropicMessages
                                                       : catalog::DialectId::GeminiGenerateContent;
    return dialects::encodeTokenCount(smallRequest(), provider, endpoint);
}

chat::Answer answerOf(const tl::expected<chat::Usage, chat::ProviderError> &outcome)
{
    chat::Answer answer;
    if (outcome)
        answer.usage = *outcome;
    else
        answer.error = outcome.error();
    return answer;
}

void compareCount(QStringList &lines, const QString &field, qsizetype got, const Json &expected)
{
    if (expected.toInteger() != got)
        lines.append(u"%1: got “%2”, expected “%3”"_s.arg(field).arg(got).arg(QString::fromUtf8(expected.dump())));
}

QStringList judgeEmbedding(const Exchange &exchange, const dialects::AnswerHead &head, const QByteArray &body)
{
    auto answer = dialects::decodeEmbedding(head, body, {});
    // Null says that the traffic does not name it under the usual name: Voyage has only a sum.
    if (answer && exchange.expect["prompt_tokens"].isNull())
        answer->usage.prompt.reset();
    QStringList lines = differences(answerOf(answer.map([](const chat::EmbeddingAnswer &each) { return each.usage; })),
                                    exchange.expect);
    const Json &expected = exchange.expect["embeddings"];
    if (!answer || !expected.isObject())
        return lines;
    compareCount(lines, u"number of vectors"_s, answer->vectors.size(), expected["count"]);
    for (const chat::Vector &vector : std::as_const(answer->vectors))
        compareCount(lines, u"dimensions"_s, vector.size(), expected["dims"]);
    return lines;
}

QStringList judgeCount(const Exchange &exchange, const dialects::AnswerHead &head, const QByteArray &body)
{
    const auto count = dialects::decodeTokenCount(head, body);
    return differences(answerOf(count.map([](qint64 tokens) { return chat::Usage{.prompt = tokens}; })),
                       exchange.expect);
}

QStringList judgeList(const Exchange &exchange, const dialects::AnswerHead &head, const QByteArray &body)
{
    if (head.status >= 300)
        return differences(answerOf(tl::unexpected(dialects::readErrorBody(head, body))), exchange.expect);
    const auto models = dialects::readModelList(body);
    if (!models)
        return {u"list: %1"_s.arg(models.error().message)};
    QStringList got;
    for (const catalog::ListedModel &model : *models)
        got.append(model.upstreamModel);
    QStringList expected;
    for (const Json &id : exchange.expect["models"]["ids"].items())
        expected.append(id.toText());
    got.sort();
    expected.sort();
    QStringList lines;
    compareCount(lines, u"number of models"_s, got.size(), exchange.expect["models"]["count"]);
    if (got != expected)
        lines.append(u"models: got “%1”, expected “%2”"_s.arg(got.join(u' '), expected.join(u' ')));
    return lines;
}

} // namespace

std::optional<PlainKind> plainKind(const Exchange &exchange)
{
    if (embeddingApiOf(exchange))
        return PlainKind::Embedding;
    if (exchange.dialect == "count_tokens")
        return PlainKind::TokenCount;
    return exchange.dialect == "models.list" ? std::optional(PlainKind::ModelList) : std::nullopt;
}

Result<dialects::WireRequest> plainRequest(const Exchange &exchange, const QUrl &baseUrl)
{
    const catalog::Provider provider{.baseUrl = baseUrl, .auth = catalog::Provider::Auth::None};
    const catalog::Endpoint endpoint{.upstreamModel = exchange.model.isEmpty() ? u"unknown"_s : exchange.model};
    switch (*plainKind(exchange)) {
    case PlainKind::Embedding:
        return dialects::encodeEmbedding(*embeddingApiOf(exchange), {.input = QStringList{u"Hello"_s}}, provider,
                                         endpoint);
    case PlainKind::TokenCount:
        return countRequest(countApiOf(exchange), provider, endpoint);
    case PlainKind::ModelList:
        return dialects::modelListRequest(provider);
    }
    Q_UNREACHABLE();
}

QStringList plainDifferences(const Exchange &exchange, const dialects::AnswerHead &head, const QByteArray &body)
{
    switch (*plainKind(exchange)) {
    case PlainKind::Embedding:
        return judgeEmbedding(exchange, head, body);
    case PlainKind::TokenCount:
        return judgeCount(exchange, head, body);
    case PlainKind::ModelList:
        return judgeList(exchange, head, body);
    }
    Q_UNREACHABLE();
}

} // namespace sb::testing
