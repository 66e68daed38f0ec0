#pragma once

#include "core/dialects/embeddings/body_writer.h"

namespace sb::dialects::embeddings {

/// Cohere's body without the model, which Bedrock has in its path. @param takesDimensions whether the API or the model
/// can make shorter vectors
[[nodiscard]] Result<Json> cohereBody(const Asking &asking, bool takesDimensions, BodyWriter &writer);

} // namespace sb::dialects::embeddings
