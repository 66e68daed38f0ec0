#include "core/dialects/gemini_generate_content/finish_reasons.h"

#include <array>

namespace sb::dialects::gemini {

using chat::ErrorType;
using chat::FinishReason;

namespace {

struct Row
{
    const char *word = "";
    int number = -1; ///< Vertex AI's; -1 where it has none
    FinishReason reason = FinishReason::ContentFilter;
    std::optional<ErrorType> error = {};
};

constexpr std::array Table{
    Row{"STOP", 1, FinishReason::Stop, {}},
    Row{"MAX_TOKENS", 2, FinishReason::Length, {}},
    Row{"SAFETY", 3, FinishReason::ContentFilter, {}},
    Row{"RECITATION", 4, FinishReason::ContentFilter, {}},
    Row{"OTHER", 5, FinishReason::Error, ErrorType::ModelOutputError},
    Row{"BLOCKLIST", 6, FinishReason::ContentFilter, {}},
    Row{"PROHIBITED_CONTENT", 7, FinishReason::ContentFilter, {}},
    Row{"SPII", 8, FinishReason::ContentFilter, {}},
    Row{"MALFORMED_FUNCTION_CALL", 9, FinishReason::Error, ErrorType::ModelOutputError},
    Row{"MODEL_ARMOR", 10, FinishReason::ContentFilter, {}},
    Row{"IMAGE_SAFETY", 11, FinishReason::ContentFilter, {}},
    Row{"IMAGE_PROHIBITED_CONTENT", 12, FinishReason::ContentFilter, {}},
    Row{"IMAGE_RECITATION", 13, FinishReason::ContentFilter, {}},
    Row{"IMAGE_OTHER", 14, FinishReason::Error, ErrorType::ModelOutputError},
    Row{"UNEXPECTED_TOOL_CALL", 15, FinishReason::Error, ErrorType::ModelOutputError},
    Row{"NO_IMAGE", 16, FinishReason::Error, ErrorType::ModelOutputError},
    Row{"LANGUAGE", -1, FinishReason::ContentFilter, {}},
    // The request lacks the signature of a call: the same request fails again.
    Row{"MISSING_THOUGHT_SIGNATURE", -1, FinishReason::Error, ErrorType::InvalidRequest},
};

Finish finishOf(const Row &row)
{
    return {.word = row.word, .reason = row.reason, .error = row.error};
}

Finish unknown(const QByteArray &word)
{
    return {.word = word, .reason = FinishReason::Error, .error = ErrorType::ModelOutputError};
}

} // namespace

std::optional<Finish> readFinish(const Json &reason)
{
    if (const auto number = reason.toInteger()) {
        for (const Row &row : Table) {
            if (row.number == *number)
                return finishOf(row);
        }
        return *number == 0 ? std::nullopt : std::optional(unknown(reason.numberLiteral()));
    }
    const QByteArray word = reason.toBytes();
    if (word.isEmpty() || word == "FINISH_REASON_UNSPECIFIED")
        return {};
    for (const Row &row : Table) {
        if (word == row.word)
            return finishOf(row);
    }
    return unknown(word);
}

QByteArray finishWord(FinishReason reason)
{
    switch (reason) {
    case FinishReason::Stop:
    case FinishReason::ToolCalls:
        return "STOP";
    case FinishReason::Length:
        return "MAX_TOKENS";
    case FinishReason::ContentFilter:
        return "SAFETY";
    case FinishReason::Error:
        return "OTHER";
    }
    Q_UNREACHABLE();
}

} // namespace sb::dialects::gemini
