#include "core/dialects/bedrock_models.h"

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace sb::dialects::bedrock {

namespace {

struct Row
{
    const char *start = ""; ///< of the id, the longer ones first
    Family family = Family::OpenWeights;
};

constexpr std::array Ids{
    Row{"anthropic.", Family::Claude},
    Row{"amazon.nova-2-multimodal-embeddings", Family::NovaEmbedding},
    Row{"amazon.nova-", Family::Nova},
    Row{"amazon.titan-embed-", Family::TitanEmbedding},
    Row{"amazon.titan-", Family::Titan},
    Row{"meta.llama2-", Family::Llama2},
    Row{"meta.llama4-", Family::Llama4},
    Row{"meta.llama", Family::Llama3},
    Row{"mistral.mistral-7b-", Family::MistralInstruct},
    Row{"mistral.mixtral-8x7b-", Family::MistralInstruct},
    Row{"mistral.mistral-large-2402-", Family::MistralInstruct},
    Row{"mistral.mistral-small-2402-", Family::MistralInstruct},
    Row{"mistral.", Family::MistralChat},
    Row{"cohere.embed-", Family::CohereEmbedding},
    Row{"cohere.command-r-", Family::CommandR},
    Row{"cohere.command-", Family::Command},
    Row{"ai21.j2-", Family::Jurassic},
    Row{"ai21.", Family::Jamba},
    Row{"deepseek.r1-", Family::DeepSeekR1},
};

/// Authors in the catalog, for ids that do not say what they stand for.
constexpr std::array Authors{
    Row{"anthropic/", Family::Claude},
    Row{"amazon/titan", Family::Titan},
    Row{"amazon/", Family::Nova},
    Row{"meta-llama/llama-2", Family::Llama2},
    Row{"meta-llama/llama-4", Family::Llama4},
    Row{"meta-llama/", Family::Llama3},
    Row{"mistralai/", Family::MistralChat},
    Row{"cohere/command-r", Family::CommandR},
    Row{"cohere/", Family::Command},
    Row{"ai21/", Family::Jamba},
    Row{"deepseek/deepseek-r1", Family::DeepSeekR1},
};

template <std::size_t N>
std::optional<Family> look(const std::array<Row, N> &rows, const QString &id)
{
    for (const Row &row : rows) {
        if (id.startsWith(QLatin1StringView(row.start)))
            return row.family;
    }
    return {};
}

/// "inference-profile/us.anthropic.claude-…" or "custom-model/amazon.nova-….…/abc" of an ARN, without its kind.
QString resourceOf(const QString &model)
{
    if (!model.startsWith("arn:"_L1))
        return model;
    return model.section(u':', 5).section(u'/', 1);
}

QString withoutArea(const QString &id)
{
    return id.section(u'.', 1);
}

} // namespace

Family familyOf(const catalog::Endpoint &endpoint)
{
    const QString id = resourceOf(endpoint.upstreamModel);
    if (const auto family = look(Ids, id))
        return *family;
    if (const auto family = look(Ids, withoutArea(id)))
        return *family;
    return look(Authors, endpoint.modelId).value_or(Family::OpenWeights);
}

bool streams(Family family)
{
    switch (family) {
    case Family::Jurassic:
    case Family::TitanEmbedding:
    case Family::CohereEmbedding:
    case Family::NovaEmbedding:
        return false;
    default:
        return true;
    }
}

QUrl operationUrl(const QUrl &baseUrl, const QString &model, QLatin1StringView operation)
{
    const QString path = baseUrl.path(QUrl::FullyEncoded) + u"/model/"_s
        + QString::fromLatin1(QUrl::toPercentEncoding(model)) + u'/' + operation;
    QUrl url = baseUrl;
    url.setPath(path, QUrl::StrictMode);
    return url;
}

} // namespace sb::dialects::bedrock
