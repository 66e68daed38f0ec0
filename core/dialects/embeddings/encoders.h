#pragma once

#include "core/chat/embedding.h"
#include "core/dialects/dialect.h"

namespace sb::dialects::embeddings {

struct Asking
{
    const chat::EmbeddingRequest &request;
    const catalog::Provider &provider;
    const catalog::Endpoint &endpoint;
};

// One function an API; README.md has their pages. Errors: InvalidInput for what an API cannot take.
[[nodiscard]] Result<WireRequest> askOpenAi(const Asking &asking);
[[nodiscard]] Result<WireRequest> askCohere(const Asking &asking, int version);
[[nodiscard]] Result<WireRequest> askGemini(const Asking &asking);
[[nodiscard]] Result<WireRequest> askVertex(const Asking &asking);
[[nodiscard]] Result<WireRequest> askBedrock(const Asking &asking);
[[nodiscard]] Result<WireRequest> askOllama(const Asking &asking);

} // namespace sb::dialects::embeddings
