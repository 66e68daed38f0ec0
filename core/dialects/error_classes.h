#pragma once

#include "core/chat/error.h"

#include <QByteArrayList>
#include <QString>

namespace sb::dialects {

/// What is known about a failure, whatever the dialect.
struct ErrorFacts
{
    int status = 0; ///< of the response, or the number inside the error object of a 200; 0 when neither says
    QByteArrayList words = {}; ///< machine words, most specific first: code, type, status, exception name
    QString message = {};
    QByteArray errorType = {}; ///< OpenRouter's error_type, where it is sent
};

/// The common word for a failure. Order: OpenRouter's own error_type; statuses that mean one thing (402, 413); the
/// provider's machine words; what its sentence says; the status; a server error.
/// Sources: the error pages of OpenAI, Azure, Anthropic, Gemini, Bedrock, Cohere, Mistral, Groq, DeepSeek, xAI,
/// Moonshot, Alibaba, Together, Perplexity, Zhipu, MiniMax, OpenRouter, llama.cpp, vLLM and Ollama.
[[nodiscard]] chat::ErrorType classify(const ErrorFacts &facts);

/// MiniMax's numbers, which come in a 200. Source: MiniMax API reference, error codes.
[[nodiscard]] chat::ErrorType classifyMiniMax(int code);

} // namespace sb::dialects
