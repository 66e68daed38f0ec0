#include "core/engine/local_kinds.h"

#include "core/base/json.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::engine {

namespace {

struct Owner
{
    QLatin1StringView name;
    QLatin1StringView kind;
};

// Sources: the servers' own code for /v1/models: ollama openai/openai.go, lmstudio.ai/docs/developer/openai-compat,
// llama.cpp tools/server/server.cpp, vllm entrypoints/openai/protocol.py, sglang srt/entrypoints/openai/protocol.py,
// koboldcpp koboldcpp.py, docker/model-runner
constexpr std::array Owners{
    Owner{"library"_L1, "ollama"_L1},
    Owner{"organization_owner"_L1, "lmstudio"_L1},
    Owner{"llamacpp"_L1, "llama-cpp"_L1},
    Owner{"vllm"_L1, "vllm"_L1},
    Owner{"sglang"_L1, "sglang"_L1},
    Owner{"koboldcpp"_L1, "koboldcpp"_L1},
    Owner{"docker"_L1, "docker-model-runner"_L1},
};

// Ollama's comes first: a model that is not from its library names another owner.
constexpr std::array Telltales{
    Telltale{"/api/version", "version", "ollama"},
    Telltale{"/api/v0/models", "data", "lmstudio"},
    Telltale{"/props", "default_generation_settings", "llama-cpp"},
    Telltale{"/version", "version", "vllm"},
};

} // namespace

QString kindByList(const dialects::AnswerHead &head, const QList<catalog::ListedModel> &models)
{
    if (head.header("server").toLower().contains("llama.cpp"))
        return u"llama-cpp"_s;
    for (const catalog::ListedModel &model : models) {
        const auto *const owner = std::ranges::find(Owners, model.ownedBy, &Owner::name);
        if (owner != Owners.end())
            return owner->kind;
    }
    return {};
}

std::span<const Telltale> telltales()
{
    return Telltales;
}

bool matches(const Telltale &telltale, const ListAnswer &answer)
{
    // LM Studio answers 200 with an error object to every path that it does not know.
    const Result<Json> json = parseJson(answer.body);
    return answer.head.status == 200 && json && json->contains(telltale.member) && !json->contains("error");
}

} // namespace sb::engine
