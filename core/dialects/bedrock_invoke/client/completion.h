#pragma once

#include "core/base/json.h"
#include "core/chat/usage.h"

#include <optional>

namespace sb::dialects::bedrock {

/// One piece of a text answer, or a whole one.
struct Completion
{
    QString text = {};
    std::optional<QString> finish = {}; ///< the reason, once it is told
    chat::Usage usage = {}; ///< counts, as far as told; raw is null
};

/// The answers of families that take one prompt, told apart by their members: Titan, Llama, Mistral, Cohere's Command,
/// AI21's Jurassic, DeepSeek R1, Anthropic's text completions. nullopt: none of these.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html and the pages below it
[[nodiscard]] std::optional<Completion> readCompletion(const Json &json);

} // namespace sb::dialects::bedrock
