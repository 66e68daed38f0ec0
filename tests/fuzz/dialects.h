#pragma once

#include "core/catalog/endpoint.h"

#include <array>

// The dialects by the number that the first byte of a fuzz target's input chooses.
namespace sb::fuzz {

inline constexpr std::array Clients{catalog::DialectId::OpenAiChat,
                                    catalog::DialectId::AnthropicMessages,
                                    catalog::DialectId::GeminiGenerateContent,
                                    catalog::DialectId::CohereChat,
                                    catalog::DialectId::OllamaChat,
                                    catalog::DialectId::OpenAiResponses,
                                    catalog::DialectId::BedrockConverse,
                                    catalog::DialectId::BedrockInvoke,
                                    catalog::DialectId::OpenAiCompletions,
                                    catalog::DialectId::CohereV1Chat,
                                    catalog::DialectId::OllamaGenerate};

inline constexpr std::array Servers{catalog::DialectId::OpenAiChat, catalog::DialectId::AnthropicMessages,
                                    catalog::DialectId::GeminiGenerateContent, catalog::DialectId::OpenAiResponses};

inline constexpr std::array ContentTypes{"text/event-stream", "application/json", "application/vnd.amazon.eventstream"};

} // namespace sb::fuzz
