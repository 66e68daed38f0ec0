#include "core/lab/speech.h"

#include "core/dialects/transcript.h"
#include "core/lab/unserved_answers.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::lab {

using catalog::DialectId;

namespace {

/// Where a dialect's requests say what a provider acts upon, and what its answers look like from outside.
struct Manner
{
    DialectId dialect = DialectId::OpenAiChat;
    QByteArrayView contentType = {};
    QByteArrayView turns = {}; ///< member with the list of turns
    QByteArrayView assistant = {}; ///< who speaks in those of the model
    QByteArrayView limits = {}; ///< object that holds the output limit; empty: the request itself
    QByteArrayView limit = {};
    QByteArrayView otherLimit = {};
};

constexpr QByteArrayView EventStream = "text/event-stream";
constexpr std::array Manners{
    Manner{DialectId::OpenAiChat, EventStream, "messages", "assistant", {}, "max_tokens", "max_completion_tokens"},
    Manner{DialectId::OpenAiResponses, EventStream, "input", "assistant", {}, "max_output_tokens", {}},
    Manner{DialectId::OpenAiCompletions, EventStream, {}, {}, {}, "max_tokens", {}},
    Manner{DialectId::AnthropicMessages, EventStream, "messages", "assistant", {}, "max_tokens", {}},
    Manner{
        DialectId::GeminiGenerateContent, EventStream, "contents", "model", "generationConfig", "maxOutputTokens", {}},
    Manner{DialectId::CohereChat, EventStream, "messages", "assistant", {}, "max_tokens", {}},
    Manner{DialectId::OllamaChat, "application/x-ndjson", "messages", "assistant", "options", "num_predict", {}},
    Manner{DialectId::OllamaGenerate, "application/x-ndjson", {}, {}, "options", "num_predict", {}},
    Manner{DialectId::BedrockConverse,
           "application/vnd.amazon.eventstream",
           "messages",
           "assistant",
           "inferenceConfig",
           "maxTokens",
           {}},
};

const Manner *mannerOf(DialectId dialect)
{
    const auto found = std::ranges::find(Manners, dialect, &Manner::dialect);
    return found == Manners.end() ? nullptr : &*found;
}

Json object(Json::Object members)
{
    return Json(std::move(members));
}

/// A conversation as one text whose last turn is the assistant's, and has words already.
bool endsWithAssistant(const QString &prompt)
{
    const auto turn = [](chat::Role role) { return dialects::transcriptTurn({.role = role}, {}); };
    const qsizetype assistant = prompt.lastIndexOf(u"\n\n"_s + turn(chat::Role::Assistant));
    return assistant >= 0 && prompt.lastIndexOf(u"\n\n"_s + turn(chat::Role::User)) < assistant;
}

QByteArray sseFrame(const Json &json, const QByteArray &name = {})
{
    return (name.isEmpty() ? QByteArray() : "event: " + name + '\n') + "data: " + json.dump() + "\n\n";
}

/// Anthropic's, Google's and Amazon's words for a status, beside which OpenAI's are of no use.
struct StatusWords
{
    int status = 0;
    const char *anthropic = nullptr;
    const char *google = nullptr;
    const char *amazon = nullptr;
};
constexpr std::array Words{
    StatusWords{400, "invalid_request_error", "INVALID_ARGUMENT", "ValidationException"},
    StatusWords{401, "authentication_error", "UNAUTHENTICATED", "UnrecognizedClientException"},
    StatusWords{402, "billing_error", "FAILED_PRECONDITION", "ValidationException"},
    StatusWords{403, "permission_error", "PERMISSION_DENIED", "AccessDeniedException"},
    StatusWords{404, "not_found_error", "NOT_FOUND", "ResourceNotFoundException"},
    StatusWords{413, "request_too_large", "INVALID_ARGUMENT", "ValidationException"},
    StatusWords{429, "rate_limit_error", "RESOURCE_EXHAUSTED", "ThrottlingException"},
    StatusWords{500, "api_error", "INTERNAL", "InternalServerException"},
    StatusWords{503, "api_error", "UNAVAILABLE", "ServiceUnavailableException"},
    StatusWords{529, "overloaded_error", "UNAVAILABLE", "ServiceUnavailableException"},
};

const StatusWords &wordsFor(int status)
{
    const auto found = std::ranges::find(Words, status, &StatusWords::status);
    return found == Words.end() ? *std::ranges::find(Words, 500, &StatusWords::status) : *found;
}

Json described(DialectId dialect, const Complaint &complaint)
{
    const StatusWords &words = wordsFor(complaint.status);
    switch (dialect) {
    case DialectId::AnthropicMessages:
        return object(
            {{"type", "error"}, {"error", object({{"type", words.anthropic}, {"message", complaint.sentence}})}});
    case DialectId::GeminiGenerateContent:
        return object(
            {{"error",
              object({{"code", complaint.status}, {"message", complaint.sentence}, {"status", words.google}})}});
    case DialectId::CohereChat:
    case DialectId::BedrockConverse:
        return object({{"message", complaint.sentence}});
    case DialectId::OllamaChat:
    case DialectId::OllamaGenerate:
        return object({{"error", complaint.sentence}});
    default:
        return object({{"error",
                        object({{"message", complaint.sentence},
                                {"type", complaint.word},
                                {"param", {}},
                                {"code", complaint.word}})}});
    }
}

} // namespace

bool canPlay(DialectId dialect)
{
    return mannerOf(dialect) != nullptr;
}

Heard hear(DialectId dialect, const QByteArray &body)
{
    const Manner *manner = mannerOf(dialect);
    const auto json = parseJson(body);
    if (!manner || !json)
        return {};
    Heard heard{.model = (*json)["model"].toBytes()};
    const Json &limits = manner->limits.isEmpty() ? *json : (*json)[manner->limits];
    heard.maxTokens = limits[manner->limit].toInteger();
    if (!heard.maxTokens && !manner->otherLimit.isEmpty())
        heard.maxTokens = limits[manner->otherLimit].toInteger();
    const Json &turns = (*json)[manner->turns];
    heard.goesOn = manner->turns.isEmpty()
        ? endsWithAssistant((*json)["prompt"].toText())
        : turns.size() > 0 && turns.at(turns.size() - 1)["role"].toBytes() == manner->assistant;
    if (dialect == DialectId::OpenAiChat || dialect == DialectId::OpenAiCompletions)
        heard.wantsUsage = (*json)["stream_options"]["include_usage"].toBool().value_or(false);
    return heard;
}

net::HttpHead answerHead(DialectId dialect)
{
    const Manner *manner = mannerOf(dialect);
    const QByteArrayView type = manner ? manner->contentType : EventStream;
    return {.status = 200, .headers = {{"content-type", type.toByteArray()}, {"transfer-encoding", "chunked"}}};
}

std::unique_ptr<dialects::AnswerEncoder> answerWriter(DialectId dialect, const QString &model, bool usage)
{
    switch (dialect) {
    case DialectId::OpenAiCompletions:
        return completionsWriter(model);
    case DialectId::CohereChat:
        return cohereWriter();
    case DialectId::OllamaChat:
    case DialectId::OllamaGenerate:
        return ollamaWriter(model, dialect == DialectId::OllamaChat);
    case DialectId::BedrockConverse:
        return converseWriter();
    default:
        break;
    }
    const dialects::ServerDialect *server = dialects::serverDialect(dialect);
    chat::Request request;
    request.model = model;
    request.includeUsage = usage;
    return server ? server->encoder(request) : nullptr;
}

QByteArray signOfLife(DialectId dialect)
{
    switch (dialect) {
    case DialectId::AnthropicMessages:
        return sseFrame(object({{"type", "ping"}}), "ping");
    case DialectId::BedrockConverse:
        return awsMessage("event", "keepAlive", "{}");
    case DialectId::OllamaChat:
    case DialectId::OllamaGenerate:
        return "\n";
    default:
        return ": keep-alive\n\n";
    }
}

QByteArray garbledEvent(DialectId dialect)
{
    const QByteArray garbled = "{\"choices\": [{\"delta\": {\"content\": oops}}]}";
    switch (dialect) {
    case DialectId::BedrockConverse:
        return awsMessage("event", "contentBlockDelta", garbled);
    case DialectId::OllamaChat:
    case DialectId::OllamaGenerate:
        return garbled + '\n';
    default:
        return "data: " + garbled + "\n\n";
    }
}

net::HttpHead complaintHead(DialectId dialect, const Complaint &complaint)
{
    net::HttpHead head{.status = complaint.status,
                       .headers = {{"content-type", "application/json"},
                                   {"content-length", QByteArray::number(complaintBody(dialect, complaint).size())}}};
    if (dialect == DialectId::BedrockConverse)
        head.headers.append(net::Header("x-amzn-errortype", wordsFor(complaint.status).amazon));
    head.headers += complaint.headers;
    return head;
}

QByteArray complaintBody(DialectId dialect, const Complaint &complaint)
{
    return described(dialect, complaint).dump();
}

QByteArray complaintEvent(DialectId dialect, const Complaint &complaint)
{
    const Json json = described(dialect, complaint);
    switch (dialect) {
    case DialectId::AnthropicMessages:
        return sseFrame(json, "error");
    case DialectId::OpenAiResponses:
        return sseFrame(object({{"type", "error"}, {"code", complaint.word}, {"message", complaint.sentence}}),
                        "error");
    case DialectId::OllamaChat:
    case DialectId::OllamaGenerate:
        return json.dump() + '\n';
    case DialectId::BedrockConverse: {
        QByteArray name = wordsFor(complaint.status).amazon;
        name[0] = char(std::tolower(name[0]));
        return awsMessage("exception", name, json.dump());
    }
    default:
        return sseFrame(json);
    }
}

} // namespace sb::lab
