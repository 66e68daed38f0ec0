#pragma once

#include "core/catalog/price.h"

#include <QStringList>
#include <QUrl>

#include <optional>

namespace sb::catalog {

enum class DialectId
{
    OpenAiChat,
    OpenAiCompletions,
    AnthropicMessages,
    GeminiGenerateContent,
    CohereChat,
    CohereV1Chat,
    OllamaChat,
    OllamaGenerate
};
[[nodiscard]] QByteArray toWireName(DialectId dialect); ///< "openai.chat", "anthropic.messages", "cohere.v2.chat", …
[[nodiscard]] std::optional<DialectId> dialectFromWireName(QByteArrayView name);

/// What a provider's API does otherwise than its dialect's reference; data in the provider file, never code per
/// provider.
struct Quirks
{
    bool maxCompletionTokens = false; ///< takes max_completion_tokens instead of max_tokens
    bool noStreamOptions = false; ///< refuses stream_options
    bool developerRole = false; ///< system messages are sent as "developer"
    bool reasoningObject = false; ///< takes OpenRouter's `reasoning`; else `reasoning_effort`
    bool usageCost = false; ///< OpenRouter's usage.cost is what is billed, in dollars
    bool noJsonSchema = false;
    bool noFinishReason = false; ///< never says why it stopped: [DONE] alone ends an answer (Snowflake)
    bool noImageLinks = false; ///< takes the bytes of pictures only
    bool outputDimension = false; ///< takes output_dimension for embeddings instead of dimensions
    bool embeddingInputType = false; ///< takes input_type for embeddings, query or document
    friend bool operator==(const Quirks &, const Quirks &) = default;
};

/// What happens to prompts, as the provider says.
struct DataPolicy
{
    std::optional<bool> trains = {};
    std::optional<int> retentionDays = {};
    QString source = {};
    QDate asOf = {};
    friend bool operator==(const DataPolicy &, const DataPolicy &) = default;
};

/// A company or local server; one file in resources/providers/ or in the profile.
struct Provider
{
    enum class Auth
    {
        None,
        Bearer,
        XApiKey,
        XGoogApiKey
    };

    QString id = {}; ///< "openai"; lower case letters, digits, '-', '_'
    QString name = {}; ///< "OpenAI"
    QUrl baseUrl = {}; ///< without a slash at the end, e.g. https://api.openai.com/v1
    DialectId dialect = DialectId::OpenAiChat;
    Auth auth = Auth::Bearer;
    QString keyCheck = {}; ///< path below the base URL that only a good key opens, where the list of models is public
    Quirks quirks = {};
    QStringList keyVariables = {}; ///< names of environment variables that hold a key
    QString keyPage = {}; ///< where a person gets a key
    bool local = false; ///< a server on this machine or network: no key needed, costs nothing
    bool practice = false; ///< a simulated provider: its records go to the practice ledger
    bool enabled = true;
    std::optional<bool> cancelStopsBilling = {};
    DataPolicy dataPolicy = {};
    bool fromProfile = false; ///< added or changed by the user
    Json extra = {}; ///< members we do not know, kept when the file is written again

    friend bool operator==(const Provider &, const Provider &) = default;
};

struct Capabilities
{
    bool tools = false;
    bool images = false;
    bool files = false;
    bool audio = false;
    bool reasoning = false;
    bool jsonObject = false;
    bool jsonSchema = false;
    bool prefill = false; ///< goes on from an assistant message that comes last
    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

/// What this model does not take of what its dialect has.
struct Refusals
{
    bool sampling = false; ///< temperature, top_p and top_k other than their defaults
    bool thinkingBudget = false; ///< a number of tokens to think with; an effort instead
    bool thinkingOff = false; ///< it always thinks
    bool thinkingMinimal = false; ///< its least effort is low
    bool jsonWithTools = false; ///< tools and JSON mode in one request
    bool mediaInToolResults = false; ///< pictures and files inside the result of a tool
    friend bool operator==(const Refusals &, const Refusals &) = default;
};

/// One provider's offer of one model.
struct Endpoint
{
    QString id = {}; ///< "provider/upstream-model"; unique in the catalog
    QString providerId = {};
    QString modelId = {}; ///< "author/slug"
    QString upstreamModel = {}; ///< what the provider calls it
    std::optional<Price> price = {}; ///< nullopt: unpriced, never free
    bool free = false; ///< known to cost nothing: local servers, practice with price 0
    std::optional<qint64> contextTokens = {};
    std::optional<qint64> maxOutputTokens = {};
    Capabilities capabilities = {};
    Refusals refuses = {};
    std::optional<qint64> leastThinkingTokens = {}; ///< that a budget for thinking may have; 0 does not count
    std::optional<qint64> mostThinkingTokens = {};
    QString region = {};
    QString quantization = {};
    bool fromProfile = false; ///< added by the user, not shipped
    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

} // namespace sb::catalog
