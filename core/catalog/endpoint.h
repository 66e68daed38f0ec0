#pragma once

#include "core/catalog/price.h"
#include "core/catalog/statements.h"

#include <QStringList>
#include <QUrl>

#include <optional>

namespace sb::catalog {

enum class DialectId
{
    OpenAiChat,
    OpenAiResponses,
    OpenAiCompletions,
    AnthropicMessages,
    GeminiGenerateContent,
    CohereChat,
    CohereV1Chat,
    OllamaChat,
    OllamaGenerate,
    BedrockConverse,
    BedrockInvoke
};
[[nodiscard]] QByteArray toWireName(DialectId dialect); ///< "openai.chat", "openai.responses", "anthropic.messages", …
[[nodiscard]] std::optional<DialectId> dialectFromWireName(QByteArrayView name);

/// What a provider's API does otherwise than its dialect's reference; data in the provider file, never code per
/// provider.
struct Quirks
{
    bool maxCompletionTokens = false; ///< takes max_completion_tokens instead of max_tokens
    bool noStreamOptions = false; ///< refuses stream_options
    bool developerRole = false; ///< system messages are sent as "developer"
    bool reasoningObject = false; ///< takes OpenRouter's `reasoning` and `reasoning_details`; else `reasoning_effort`
    bool reasoningContent = false; ///< takes the reasoning of earlier answers as `reasoning_content`
    bool reasoningText = false; ///< takes the reasoning of earlier answers as `reasoning`
    bool routerMembers = false; ///< takes what OpenRouter adds to requests, and links to files
    bool usageCost = false; ///< OpenRouter's usage.cost is what is billed, in dollars
    bool noJsonSchema = false;
    bool cacheMarks = false; ///< takes Anthropic's cache_control on parts of messages; with routerMembers in any case
    bool noFinishReason = false; ///< never says why it stopped: [DONE] alone ends an answer (Snowflake)
    bool noImageLinks = false; ///< takes the bytes of pictures only
    bool outputDimension = false; ///< takes output_dimension for embeddings instead of dimensions
    bool embeddingInputType = false; ///< takes input_type for embeddings, query or document
    bool pricedList = false; ///< its list of models states prices, in OpenRouter's form
    bool deploymentPath = false; ///< the model is a deployment, and in the path: /deployments/NAME/chat/completions
    bool rawPredict = false; ///< Messages as Vertex AI has them: the model in the path, the version in the body
    friend bool operator==(const Quirks &, const Quirks &) = default;
};

/// A member of a request that one provider calls otherwise than its dialect's reference.
struct RenamedMember
{
    QByteArray name = {}; ///< as the reference has it: "seed"
    QByteArray here = {}; ///< "random_seed"
    friend bool operator==(const RenamedMember &, const RenamedMember &) = default;
};

/// What a person fills into a provider's address: the name of a resource, the id of a project.
struct AddressPart
{
    QString name = {}; ///< as it stands in the form, without its braces
    QString value = {};
    friend bool operator==(const AddressPart &, const AddressPart &) = default;
};

/// The same API at another address.
struct RegionUrl
{
    QString region = {}; ///< as the provider calls it: "eu", "us-west-2"
    QUrl baseUrl = {}; ///< empty while a part of its form is not filled in
    QString form = {}; ///< as Provider::addressForm; empty where no part is to be filled in
    friend bool operator==(const RegionUrl &, const RegionUrl &) = default;
};

/// What the provider's prices are in a region where they are not those of its file.
struct RegionPrice
{
    QString region = {};
    std::optional<qint64> percent = {}; ///< of the price in the file; nullopt: not known
    QDate releasedFrom = {}; ///< only for models of that day and later; invalid: for all
    QString source = {};
    QDate asOf = {};
    friend bool operator==(const RegionPrice &, const RegionPrice &) = default;
};

/// A company or local server; one file in resources/providers/ or in the profile.
struct Provider
{
    enum class Auth
    {
        None,
        Bearer,
        XApiKey,
        XGoogApiKey,
        ApiKey, ///< a header of that name (Azure)
        AwsSigV4,
        GoogleServiceAccount ///< tokens that are bought with a signed assertion; the key is the account's key file
    };

    QString id = {}; ///< "openai"; lower case letters, digits, '-', '_'
    QString name = {}; ///< "OpenAI"
    QStringList knownAs = {}; ///< ids under which others list it, such as models.dev's "google" for "gemini"
    QUrl baseUrl = {}; ///< without a slash at the end, e.g. https://api.openai.com/v1; empty: see addressForm
    QString addressForm = {}; ///< base URL with parts to fill in: "https://{resource}.openai.azure.com/openai/v1"
    QList<AddressPart> addressParts = {}; ///< that are filled in
    QList<RegionUrl> regionUrls = {}; ///< for those who want another region than that of baseUrl
    QList<RegionPrice> regionPrices = {};
    DialectId dialect = DialectId::OpenAiChat;
    Auth auth = Auth::Bearer;
    QString awsRegion = {}; ///< for AwsSigV4, where the base URL does not name it
    QString apiVersion = {}; ///< sent with each request as the query's api-version (Azure); empty: none
    QString keyCheck = {}; ///< path below the base URL that only a good key opens, where the list of models is public
    bool listsModels = true; ///< whether it can be asked for its models
    QString modelsPath = {}; ///< path below the base URL of that list; empty: as the dialect has it
    QString chatPath = {}; ///< path below the base URL of chat completions; empty: /chat/completions
    RateLimitHeaders rateLimitHeaders = {};
    RateLimits rateLimits = {}; ///< of each key
    Quirks quirks = {};
    QStringList unsupported = {}; ///< members of a chat completion that are refused: "top_k", "messages[].name"
    QList<RenamedMember> renamed = {}; ///< those that have another name here
    QStringList keyVariables = {}; ///< names of environment variables that hold a key
    QString keyPage = {}; ///< where a person gets a key
    bool local = false; ///< a server on this machine or network: no key needed, costs nothing
    bool practice = false; ///< a simulated provider: its records go to the practice ledger
    bool enabled = true;
    CancelPolicy cancel = {};
    DataPolicy dataPolicy = {};
    QList<NotFound> notFound = {}; ///< each fact once, and none that is stated
    bool fromProfile = false; ///< added or changed by the user
    Json extra = {}; ///< members we do not know, kept when the file is written again

    friend bool operator==(const Provider &, const Provider &) = default;
};

/// Where that fact was looked for in vain; nullptr where it is stated or nobody looked.
[[nodiscard]] const NotFound *notFound(const Provider &provider, ProviderFact fact);

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

/// Kinds of content.
struct Modalities
{
    bool text = false;
    bool images = false;
    bool files = false;
    bool audio = false;
    bool video = false;
    bool embeddings = false; ///< vectors of texts: written, never read
    friend bool operator==(const Modalities &, const Modalities &) = default;
};
inline constexpr Modalities TextOnly{.text = true};

/// What this model does not take of what its dialect has.
struct Refusals
{
    bool sampling = false; ///< temperature, top_p and top_k other than their defaults
    bool samplingWhileReasoning = false; ///< the same, and log probabilities, unless reasoning is off
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
    PriceOrigin priceOrigin = PriceOrigin::Curated; ///< of price and free; not in the file, it follows from its place
    std::optional<qint64> contextTokens = {};
    std::optional<qint64> maxOutputTokens = {};
    Capabilities capabilities = {};
    Modalities inputs = TextOnly; ///< as the file says; allInputs() adds what capabilities have
    Modalities outputs = TextOnly;
    Refusals refuses = {};
    std::optional<qint64> leastThinkingTokens = {}; ///< that a budget for thinking may have; 0 does not count
    std::optional<qint64> mostThinkingTokens = {};
    QString region = {};
    QString quantization = {};
    QDate released = {}; ///< of the model; invalid when not known
    QDate retires = {}; ///< the first day on which it is not served any more, as announced; invalid when there is none
    std::optional<bool> openWeights = {};
    RateLimits rateLimits = {}; ///< of this model alone, with each key
    bool fromProfile = false; ///< added by the user, not shipped
    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// All that the model reads at this provider, whether Signalbox can send it (capabilities) or not.
[[nodiscard]] Modalities allInputs(const Endpoint &endpoint);

} // namespace sb::catalog
