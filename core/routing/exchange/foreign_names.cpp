#include "core/routing/exchange/foreign_models.h"

#include "core/routing/exchange/exchange.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

// Of two that others call alike, the first is tried first. Sources: https://docs.litellm.ai/docs/providers,
// https://portkey.ai/docs/integrations/llms
constexpr std::array Names{
    ForeignNames{"openai", "openai", "openai"},
    ForeignNames{"anthropic", "anthropic", "anthropic"},
    ForeignNames{"azure", "azure", "azure-openai"},
    ForeignNames{"azure-deployments", "azure", "azure-openai"},
    ForeignNames{"gemini", "gemini", "google"},
    ForeignNames{"google-vertex", "vertex_ai", "vertex-ai"},
    ForeignNames{"google-vertex-anthropic", "vertex_ai", "vertex-ai"},
    ForeignNames{"google-vertex-openai", "vertex_ai", "vertex-ai"},
    ForeignNames{"bedrock-converse", "bedrock", "bedrock"},
    ForeignNames{"ai21", "ai21_chat", "ai21"},
    ForeignNames{"alibaba", "dashscope", "dashscope"},
    ForeignNames{"baseten", "baseten", ""},
    ForeignNames{"cerebras", "cerebras", "cerebras"},
    ForeignNames{"cloudflare-workers-ai", "cloudflare", "workers-ai"},
    ForeignNames{"cohere", "cohere_chat", "cohere"},
    ForeignNames{"databricks", "databricks", "databricks"},
    ForeignNames{"deepinfra", "deepinfra", "deepinfra"},
    ForeignNames{"deepseek", "deepseek", "deepseek"},
    ForeignNames{"featherless", "featherless_ai", "featherless-ai"},
    ForeignNames{"fireworks", "fireworks_ai", "fireworks-ai"},
    ForeignNames{"friendli", "friendliai", ""},
    ForeignNames{"groq", "groq", "groq"},
    ForeignNames{"huggingface", "huggingface", "huggingface"},
    ForeignNames{"hyperbolic", "hyperbolic", "hyperbolic"},
    ForeignNames{"lmstudio", "lm_studio", ""},
    ForeignNames{"mistral", "mistral", "mistral-ai"},
    ForeignNames{"moonshot", "moonshot", "moonshot"},
    ForeignNames{"nebius", "nebius", "nebius"},
    ForeignNames{"novita", "novita", "novita-ai"},
    ForeignNames{"nvidia", "nvidia_nim", ""},
    ForeignNames{"ollama", "ollama_chat", "ollama"},
    ForeignNames{"openrouter", "openrouter", "openrouter"},
    ForeignNames{"perplexity", "perplexity", "perplexity-ai"},
    ForeignNames{"sambanova", "sambanova", "sambanova"},
    ForeignNames{"together", "together_ai", "together-ai"},
    ForeignNames{"vercel", "vercel_ai_gateway", ""},
    ForeignNames{"vllm", "hosted_vllm", ""},
    ForeignNames{"wandb", "wandb", ""},
    ForeignNames{"xai", "xai", "x-ai"},
    ForeignNames{"zai", "zai", "zhipu"},
};

/// Further names that are read, and not written.
constexpr std::array<std::pair<const char *, const char *>, 7> OtherNames{{
    {"ollama", "ollama"},
    {"cohere", "cohere"},
    {"ai21", "ai21"},
    {"vllm", "vllm"},
    {"text-completion-openai", "openai"},
    {"vertex_ai_beta", "google-vertex"},
    {"azure_ai", "azure"},
}};

} // namespace

const ForeignNames *foreignNames(const QString &providerId)
{
    const auto found = std::ranges::find_if(
        Names, [&providerId](const ForeignNames &each) { return providerId == QLatin1StringView(each.id); });
    return found == Names.end() ? nullptr : &*found;
}

QStringList providersCalled(const QString &foreignName)
{
    QStringList ids;
    const auto isSo = [&foreignName](const char *name) {
        return foreignName.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0;
    };
    for (const ForeignNames &each : Names) {
        if (isSo(each.liteLlm) || isSo(each.portkey))
            ids.append(QString::fromLatin1(each.id));
    }
    for (const auto &[name, id] : OtherNames) {
        if (isSo(name))
            ids.append(QString::fromLatin1(id));
    }
    ids.append(foreignName.toLower());
    ids.removeDuplicates();
    return ids;
}

QString asChainName(const QString &text)
{
    QString name = text.left(64);
    for (QChar &c : name) {
        const bool allowed = (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'-' || c == u'_' || c == u'.';
        if (!allowed)
            c = u'-';
    }
    if (name.startsWith(u'.'))
        name[0] = u'-';
    return name.isEmpty() ? u"imported"_s : name;
}

} // namespace sb::routing
