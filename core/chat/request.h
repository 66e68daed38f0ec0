#pragma once

#include "core/base/json.h"
#include "core/base/money.h"
#include "core/chat/message.h"

#include <QStringList>

#include <optional>

namespace sb::chat {

struct Tool
{
    QString name = {};
    QString description = {};
    Json parameters = {}; ///< JSON schema as the caller wrote it; null when absent
    std::optional<bool> strict = {};
    Json raw = {}; ///< a tool that is no function (custom, web_search, …): the whole object; the rest is then empty
    Json extra = {}; ///< of the tool object, e.g. cache_control
    Json functionExtra = {}; ///< of the function object
    Json layout = {}; ///< as in Message
    friend bool operator==(const Tool &, const Tool &) = default;
};

struct ToolChoice
{
    enum class Mode
    {
        Auto,
        None,
        Required,
        Named,
        Other
    };
    Mode mode = Mode::Auto;
    QString name = {}; ///< for Named
    Json raw = {}; ///< for Other, e.g. allowed_tools; or where the source says more than our members; written when set
    friend bool operator==(const ToolChoice &, const ToolChoice &) = default;
};

struct ResponseFormat
{
    enum class Kind
    {
        Text,
        JsonObject,
        JsonSchema,
        Other
    };
    Kind kind = Kind::Text;
    QString name = {}; ///< of the schema
    QString description = {};
    Json schema = {};
    std::optional<bool> strict = {};
    Json raw = {}; ///< for Other, or where the source says more than our members; written when set
    friend bool operator==(const ResponseFormat &, const ResponseFormat &) = default;
};

enum class ReasoningEffort
{
    None,
    Minimal,
    Low,
    Medium,
    High,
    XHigh,
    Max
};
[[nodiscard]] QByteArray toWireName(ReasoningEffort effort);

/// OpenRouter's `reasoning` object; OpenAI's `reasoning_effort` is read into it.
struct Reasoning
{
    std::optional<ReasoningEffort> effort = {};
    std::optional<qint64> maxTokens = {};
    std::optional<bool> enabled = {};
    bool exclude = false; ///< think, but do not send the reasoning
    bool fromEffortField = false; ///< the source had `reasoning_effort`, written back so
    Json extra = {};

    [[nodiscard]] bool asked() const; ///< whether reasoning is wanted: longer clocks apply
    friend bool operator==(const Reasoning &, const Reasoning &) = default;
};

/// One normalized request: OpenAI's chat completions as extended by OpenRouter.
struct Request
{
    QString model = {}; ///< "author/slug[:variant]", "chain/NAME", or "auto"
    QStringList fallbackModels = {}; ///< OpenRouter's `models`
    QList<Message> messages = {};
    QList<Tool> tools = {};
    std::optional<ToolChoice> toolChoice = {};
    std::optional<bool> parallelToolCalls = {};
    std::optional<ResponseFormat> responseFormat = {};
    std::optional<Reasoning> reasoning = {};
    std::optional<qint64> maxTokens = {};
    bool maxTokensIsCompletion = false; ///< the source said max_completion_tokens
    std::optional<Json::Number> temperature = {}; ///< spelled as the caller did
    std::optional<Json::Number> topP = {};
    std::optional<Json::Number> topK = {};
    std::optional<Json::Number> minP = {};
    std::optional<Json::Number> frequencyPenalty = {};
    std::optional<Json::Number> presencePenalty = {};
    std::optional<Json::Number> repetitionPenalty = {};
    std::optional<qint64> seed = {};
    QStringList stop = {};
    bool stopIsString = false; ///< the source had one string, not a list
    std::optional<bool> logprobs = {};
    std::optional<qint64> topLogprobs = {};
    bool stream = false; ///< what the caller wants; upstream calls stream wherever the dialect can
    bool includeUsage = false; ///< stream_options.include_usage
    Json provider = {}; ///< OpenRouter's routing preferences, validated by routing/
    /// Ours, `max_cost` in dollars: the most that the request may cost, with all its attempts. No provider is sent it.
    std::optional<NanoDollars> maxCost = {};
    Json maxCostSource = {}; ///< as the source spelled it; written while it says the same
    QString sessionId = {};
    QString user = {};
    Json extra = {}; ///< everything else, in order: plugins, metadata, service_tier, …
    QList<QByteArray> keyOrder = {}; ///< top-level keys as they came; toJson() writes them in this order
    Json layout = {}; ///< of the objects below the top level, as in Message; without messages and tools

    friend bool operator==(const Request &, const Request &) = default;
};

/// Reads a request. Errors: InvalidInput whose message starts with the path and says what was expected, such as
/// "messages[2].content[0].image_url.url: expected an https: or data: URL, got a number".
[[nodiscard]] Result<Request> parseRequest(const Json &json);

/// OpenAI form with OpenRouter's extensions. parse → toJson gives the same keys in the same order with the same
/// numbers.
[[nodiscard]] Json toJson(const Request &request);
[[nodiscard]] Json toJson(const Message &message);
[[nodiscard]] Json toJson(const Tool &tool);
/// Reads one message; `path` is the prefix of error messages, such as "messages[2]".
[[nodiscard]] Result<Message> parseMessage(const Json &json, const QString &path);
/// Reads a list of tools as users type it; `path` as above.
[[nodiscard]] Result<QList<Tool>> parseTools(const Json &json, const QString &path);
/// Reads an OpenAI `response_format`.
[[nodiscard]] Result<ResponseFormat> parseResponseFormat(const Json &json, const QString &path);

} // namespace sb::chat
