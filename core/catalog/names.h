#pragma once

#include "core/base/json_fields.h"
#include "core/catalog/endpoint.h"

#include <algorithm>

// How the values of this folder are spelled in files. Each table serves the reader and the writer, so that a new member
// is one line.
namespace sb::catalog {

inline constexpr std::array<NamedValue<DialectId>, 8> DialectNames{{
    {"openai.chat", DialectId::OpenAiChat},
    {"openai.completions", DialectId::OpenAiCompletions},
    {"anthropic.messages", DialectId::AnthropicMessages},
    {"gemini.generateContent", DialectId::GeminiGenerateContent},
    {"cohere.v2.chat", DialectId::CohereChat},
    {"cohere.v1.chat", DialectId::CohereV1Chat},
    {"ollama.chat", DialectId::OllamaChat},
    {"ollama.generate", DialectId::OllamaGenerate},
}};

inline constexpr std::array<NamedValue<Provider::Auth>, 4> AuthNames{{
    {"none", Provider::Auth::None},
    {"bearer", Provider::Auth::Bearer},
    {"x-api-key", Provider::Auth::XApiKey},
    {"x-goog-api-key", Provider::Auth::XGoogApiKey},
}};

inline constexpr std::array<NamedValue<bool Quirks::*>, 10> QuirkNames{{
    {"max_completion_tokens", &Quirks::maxCompletionTokens},
    {"no_stream_options", &Quirks::noStreamOptions},
    {"developer_role", &Quirks::developerRole},
    {"reasoning_object", &Quirks::reasoningObject},
    {"usage_cost", &Quirks::usageCost},
    {"no_json_schema", &Quirks::noJsonSchema},
    {"no_finish_reason", &Quirks::noFinishReason},
    {"no_image_links", &Quirks::noImageLinks},
    {"output_dimension", &Quirks::outputDimension},
    {"embedding_input_type", &Quirks::embeddingInputType},
}};

inline constexpr std::array<NamedValue<bool Capabilities::*>, 8> CapabilityNames{{
    {"tools", &Capabilities::tools},
    {"images", &Capabilities::images},
    {"files", &Capabilities::files},
    {"audio", &Capabilities::audio},
    {"reasoning", &Capabilities::reasoning},
    {"json_object", &Capabilities::jsonObject},
    {"json_schema", &Capabilities::jsonSchema},
    {"prefill", &Capabilities::prefill},
}};

inline constexpr std::array<NamedValue<bool Refusals::*>, 6> RefusalNames{{
    {"sampling", &Refusals::sampling},
    {"thinking_budget", &Refusals::thinkingBudget},
    {"thinking_off", &Refusals::thinkingOff},
    {"thinking_minimal", &Refusals::thinkingMinimal},
    {"json_with_tools", &Refusals::jsonWithTools},
    {"media_in_tool_results", &Refusals::mediaInToolResults},
}};

template <typename E, std::size_t N>
QByteArray nameOf(const std::array<NamedValue<E>, N> &names, E value)
{
    return std::ranges::find(names, value, &NamedValue<E>::second)->first.toByteArray();
}

} // namespace sb::catalog
