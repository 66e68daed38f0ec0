#include "core/chat/error.h"

#include <algorithm>
#include <array>

namespace sb::chat {

namespace {

/// In the order of ErrorType.
constexpr std::array Names{
    "context_length_exceeded",
    "max_tokens_exceeded",
    "token_limit_exceeded",
    "string_too_long",
    "authentication",
    "permission_denied",
    "payment_required",
    "rate_limit_exceeded",
    "provider_overloaded",
    "provider_unavailable",
    "invalid_request",
    "invalid_prompt",
    "unsupported_parameter",
    "not_found",
    "precondition_failed",
    "payload_too_large",
    "unprocessable",
    "content_policy_violation",
    "refusal",
    "invalid_image",
    "image_too_large",
    "image_too_small",
    "unsupported_image_format",
    "image_not_found",
    "image_download_failed",
    "server",
    "timeout",
    "tool_use_failed",
    "model_output_error",
    "invalid_response",
    "cut",
    "stalled",
    "reset_before_answer",
    "over_budget",
    "cancelled",
    "unmapped",
};
static_assert(Names.size() == size_t(ErrorType::Unmapped) + 1);

} // namespace

QByteArray toWireName(ErrorType type)
{
    return Names[size_t(type)];
}

std::optional<ErrorType> errorTypeFromWireName(QByteArrayView name)
{
    const auto hit = std::find_if(Names.begin(), Names.end(), [&](const char *known) { return name == known; });
    return hit == Names.end() ? std::nullopt : std::optional(ErrorType(hit - Names.begin()));
}

} // namespace sb::chat
