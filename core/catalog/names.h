#pragma once

#include "core/base/json_fields.h"
#include "core/catalog/endpoint.h"

#include <algorithm>

// How the values of this folder are spelled in files. Each table serves the reader and the writer, so that a new member
// is one line.
namespace sb::catalog {

inline constexpr std::array<NamedValue<DialectId>, 11> DialectNames{{
    {"openai.chat", DialectId::OpenAiChat},
    {"openai.responses", DialectId::OpenAiResponses},
    {"openai.completions", DialectId::OpenAiCompletions},
    {"anthropic.messages", DialectId::AnthropicMessages},
    {"gemini.generateContent", DialectId::GeminiGenerateContent},
    {"cohere.v2.chat", DialectId::CohereChat},
    {"cohere.v1.chat", DialectId::CohereV1Chat},
    {"ollama.chat", DialectId::OllamaChat},
    {"ollama.generate", DialectId::OllamaGenerate},
    {"bedrock.converse", DialectId::BedrockConverse},
    {"bedrock.invoke", DialectId::BedrockInvoke},
}};

inline constexpr std::array<NamedValue<Provider::Auth>, 7> AuthNames{{
    {"none", Provider::Auth::None},
    {"bearer", Provider::Auth::Bearer},
    {"x-api-key", Provider::Auth::XApiKey},
    {"x-goog-api-key", Provider::Auth::XGoogApiKey},
    {"api-key", Provider::Auth::ApiKey},
    {"aws_sigv4", Provider::Auth::AwsSigV4},
    {"google_service_account", Provider::Auth::GoogleServiceAccount},
}};

inline constexpr std::array<NamedValue<bool Quirks::*>, 17> QuirkNames{{
    {"max_completion_tokens", &Quirks::maxCompletionTokens},
    {"no_stream_options", &Quirks::noStreamOptions},
    {"developer_role", &Quirks::developerRole},
    {"reasoning_object", &Quirks::reasoningObject},
    {"reasoning_content", &Quirks::reasoningContent},
    {"reasoning_text", &Quirks::reasoningText},
    {"router_members", &Quirks::routerMembers},
    {"usage_cost", &Quirks::usageCost},
    {"no_json_schema", &Quirks::noJsonSchema},
    {"cache_marks", &Quirks::cacheMarks},
    {"no_finish_reason", &Quirks::noFinishReason},
    {"no_image_links", &Quirks::noImageLinks},
    {"output_dimension", &Quirks::outputDimension},
    {"embedding_input_type", &Quirks::embeddingInputType},
    {"priced_list", &Quirks::pricedList},
    {"deployment_path", &Quirks::deploymentPath},
    {"raw_predict", &Quirks::rawPredict},
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

inline constexpr std::array<NamedValue<bool Refusals::*>, 7> RefusalNames{{
    {"sampling", &Refusals::sampling},
    {"sampling_while_reasoning", &Refusals::samplingWhileReasoning},
    {"thinking_budget", &Refusals::thinkingBudget},
    {"thinking_off", &Refusals::thinkingOff},
    {"thinking_minimal", &Refusals::thinkingMinimal},
    {"json_with_tools", &Refusals::jsonWithTools},
    {"media_in_tool_results", &Refusals::mediaInToolResults},
}};

inline constexpr std::array<NamedValue<bool Modalities::*>, 6> ModalityNames{{
    {"text", &Modalities::text},
    {"images", &Modalities::images},
    {"files", &Modalities::files},
    {"audio", &Modalities::audio},
    {"video", &Modalities::video},
    {"embeddings", &Modalities::embeddings},
}};

inline constexpr std::array<NamedValue<LimitFigure>, 12> LimitFigureNames{{
    {"requests_limit", LimitFigure::RequestsLimit},
    {"requests_remaining", LimitFigure::RequestsRemaining},
    {"requests_reset", LimitFigure::RequestsReset},
    {"tokens_limit", LimitFigure::TokensLimit},
    {"tokens_remaining", LimitFigure::TokensRemaining},
    {"tokens_reset", LimitFigure::TokensReset},
    {"input_tokens_limit", LimitFigure::InputTokensLimit},
    {"input_tokens_remaining", LimitFigure::InputTokensRemaining},
    {"input_tokens_reset", LimitFigure::InputTokensReset},
    {"output_tokens_limit", LimitFigure::OutputTokensLimit},
    {"output_tokens_remaining", LimitFigure::OutputTokensRemaining},
    {"output_tokens_reset", LimitFigure::OutputTokensReset},
}};

inline constexpr std::array<NamedValue<ResetForm>, 5> ResetFormNames{{
    {"duration", ResetForm::Duration},
    {"seconds", ResetForm::Seconds},
    {"date", ResetForm::Date},
    {"unix_seconds", ResetForm::UnixSeconds},
    {"unix_milliseconds", ResetForm::UnixMilliseconds},
}};

inline constexpr std::array<NamedValue<ProviderFact>, 3> FactNames{{
    {"data_policy", ProviderFact::DataPolicy},
    {"cancel", ProviderFact::Cancel},
    {"rate_limit_headers", ProviderFact::RateLimitHeaders},
}};

inline constexpr std::array<NamedValue<PagesRead>, 3> PagesReadNames{{
    {"all", PagesRead::All},
    {"part", PagesRead::Part},
    {"none", PagesRead::None},
}};

inline constexpr std::array<NamedValue<PriceOrigin>, 5> OriginNames{{
    {"curated", PriceOrigin::Curated},
    {"own_file", PriceOrigin::OwnFile},
    {"provider", PriceOrigin::Provider},
    {"aggregator", PriceOrigin::Aggregator},
    {"override", PriceOrigin::Override},
}};

template <typename E, std::size_t N>
QByteArray nameOf(const std::array<NamedValue<E>, N> &names, E value)
{
    return std::ranges::find(names, value, &NamedValue<E>::second)->first.toByteArray();
}

} // namespace sb::catalog
