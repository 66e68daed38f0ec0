#include "core/dialects/finish_words.h"

#include <array>

namespace sb::dialects {

using chat::FinishReason;

namespace {

struct Row
{
    const char *word = "";
    FinishReason reason = FinishReason::Stop;
};

// "stop", "end_turn", "stop_sequence", "pause_turn", "COMPLETE", "eos" and their like need no line.
constexpr std::array Table{
    Row{"length", FinishReason::Length},
    Row{"max_tokens", FinishReason::Length},
    Row{"model_length", FinishReason::Length},
    Row{"model_context_window_exceeded", FinishReason::Length},
    Row{"incomplete", FinishReason::Length},
    Row{"max_output_tokens", FinishReason::Length},
    Row{"error_limit", FinishReason::Length},
    Row{"tool_calls", FinishReason::ToolCalls},
    Row{"tool_call", FinishReason::ToolCalls},
    Row{"function_call", FinishReason::ToolCalls},
    Row{"tool_use", FinishReason::ToolCalls},
    Row{"content_filter", FinishReason::ContentFilter},
    Row{"content_filtered", FinishReason::ContentFilter},
    Row{"refusal", FinishReason::ContentFilter},
    Row{"sensitive", FinishReason::ContentFilter},
    Row{"safety", FinishReason::ContentFilter},
    Row{"recitation", FinishReason::ContentFilter},
    Row{"blocklist", FinishReason::ContentFilter},
    Row{"prohibited_content", FinishReason::ContentFilter},
    Row{"spii", FinishReason::ContentFilter},
    Row{"image_safety", FinishReason::ContentFilter},
    Row{"model_armor", FinishReason::ContentFilter},
    Row{"guardrail_intervened", FinishReason::ContentFilter},
    Row{"error_toxic", FinishReason::ContentFilter},
    Row{"error", FinishReason::Error},
    Row{"failed", FinishReason::Error},
    Row{"timeout", FinishReason::Error},
    Row{"user_cancel", FinishReason::Error},
    Row{"network_error", FinishReason::Error},
    Row{"insufficient_system_resource", FinishReason::Error},
    Row{"malformed_function_call", FinishReason::Error},
    Row{"malformed_model_output", FinishReason::Error},
    Row{"malformed_tool_use", FinishReason::Error},
    Row{"unexpected_tool_call", FinishReason::Error},
};

} // namespace

FinishReason finishReasonFromWord(QByteArrayView word)
{
    for (const Row &row : Table) {
        if (word.compare(row.word, Qt::CaseInsensitive) == 0)
            return row.reason;
    }
    return FinishReason::Stop;
}

} // namespace sb::dialects
