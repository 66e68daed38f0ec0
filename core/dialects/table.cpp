#include "core/dialects/anthropic_messages/anthropic_messages.h"
#include "core/dialects/bedrock_converse/bedrock_converse.h"
#include "core/dialects/bedrock_invoke/bedrock_invoke.h"
#include "core/dialects/cohere_chat/cohere_chat.h"
#include "core/dialects/cohere_v1_chat/cohere_v1_chat.h"
#include "core/dialects/dialect.h"
#include "core/dialects/gemini_generate_content/gemini_generate_content.h"
#include "core/dialects/ollama/ollama.h"
#include "core/dialects/openai_chat/openai_chat.h"
#include "core/dialects/openai_completions/openai_completions.h"
#include "core/dialects/openai_responses/openai_responses.h"

#include <array>

namespace sb::dialects {

namespace {

struct Row
{
    catalog::DialectId id = {};
    const ClientDialect *(*client)() = nullptr;
    const ServerDialect *(*server)() = nullptr;
};

constexpr std::array Table{
    Row{catalog::DialectId::OpenAiChat, openai::chatClient, openai::chatServer},
    Row{catalog::DialectId::OpenAiResponses, responses::responsesClient, responses::responsesServer},
    Row{catalog::DialectId::OpenAiCompletions, completions::client},
    Row{catalog::DialectId::AnthropicMessages, anthropic::messagesClient, anthropic::messagesServer},
    Row{catalog::DialectId::GeminiGenerateContent, gemini::generateContentClient, gemini::generateContentServer},
    Row{catalog::DialectId::CohereChat, cohere::chatClient},
    Row{catalog::DialectId::CohereV1Chat, cohere_v1::chatClient},
    Row{catalog::DialectId::OllamaChat, ollama::chatClient},
    Row{catalog::DialectId::OllamaGenerate, ollama::generateClient},
    Row{catalog::DialectId::BedrockConverse, bedrock::converseClient},
    Row{catalog::DialectId::BedrockInvoke, bedrock::invokeClient},
};

const Row *rowOf(catalog::DialectId id)
{
    for (const Row &row : Table) {
        if (row.id == id)
            return &row;
    }
    return nullptr;
}

} // namespace

const ClientDialect *clientDialect(catalog::DialectId id)
{
    const Row *row = rowOf(id);
    return row ? row->client() : nullptr;
}

const ServerDialect *serverDialect(catalog::DialectId id)
{
    const Row *row = rowOf(id);
    return row && row->server ? row->server() : nullptr;
}

} // namespace sb::dialects
