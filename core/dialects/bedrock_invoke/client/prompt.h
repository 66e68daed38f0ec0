#pragma once

#include "core/dialects/bedrock_invoke/client/dialogue.h"
#include "core/dialects/bedrock_models.h"

namespace sb::dialects::bedrock {

/// A conversation as the one prompt that a family was trained on, ending where the model is to go on.
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html,
/// …/model-parameters-mistral-text-completion.html, …/model-parameters-titan-text.html,
/// …/model-parameters-deepseek.html
[[nodiscard]] QString promptOf(const Dialogue &dialogue, Family family);

} // namespace sb::dialects::bedrock
