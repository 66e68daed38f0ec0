#include "ui/providers/dialect_names.h"

using namespace Qt::StringLiterals;

namespace sb::ui {

using catalog::DialectId;
using catalog::Provider;

QList<std::pair<DialectId, QString>> dialectNames()
{
    // Names of products: not translated.
    return {{DialectId::OpenAiChat, u"OpenAI chat completions"_s},
            {DialectId::OpenAiResponses, u"OpenAI Responses"_s},
            {DialectId::OpenAiCompletions, u"OpenAI completions (legacy)"_s},
            {DialectId::AnthropicMessages, u"Anthropic Messages"_s},
            {DialectId::GeminiGenerateContent, u"Gemini generateContent"_s},
            {DialectId::CohereChat, u"Cohere chat"_s},
            {DialectId::CohereV1Chat, u"Cohere chat v1"_s},
            {DialectId::OllamaChat, u"Ollama chat"_s},
            {DialectId::OllamaGenerate, u"Ollama generate"_s},
            {DialectId::BedrockConverse, u"Amazon Bedrock Converse"_s},
            {DialectId::BedrockInvoke, u"Amazon Bedrock InvokeModel"_s}};
}

Provider::Auth usualAuth(DialectId dialect)
{
    switch (dialect) {
    case DialectId::OpenAiChat:
    case DialectId::OpenAiResponses:
    case DialectId::OpenAiCompletions:
    case DialectId::CohereChat:
    case DialectId::CohereV1Chat:
    case DialectId::OllamaChat:
    case DialectId::OllamaGenerate:
        return Provider::Auth::Bearer;
    case DialectId::AnthropicMessages:
        return Provider::Auth::XApiKey;
    case DialectId::GeminiGenerateContent:
        return Provider::Auth::XGoogApiKey;
    case DialectId::BedrockConverse:
    case DialectId::BedrockInvoke:
        return Provider::Auth::AwsSigV4;
    }
    return Provider::Auth::Bearer;
}

} // namespace sb::ui
