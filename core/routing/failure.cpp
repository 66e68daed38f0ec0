#include "core/routing/failure.h"

#include <algorithm>
#include <array>
#include <optional>

namespace sb::routing {

namespace {

using chat::ErrorType;

/// What an error type says by itself; nullopt: unspecific, the status decides.
std::optional<FailureClass> byType(ErrorType type)
{
    switch (type) {
    case ErrorType::ContextLengthExceeded:
    case ErrorType::TokenLimitExceeded:
    case ErrorType::StringTooLong:
        return FailureClass::Context;
    case ErrorType::MaxTokensExceeded:
    case ErrorType::PayloadTooLarge:
        return FailureClass::TooLarge;
    case ErrorType::Authentication:
    case ErrorType::PermissionDenied:
    case ErrorType::PaymentRequired:
    case ErrorType::OverBudget: // ours never gets here; of a provider it is about the key
        return FailureClass::Key;
    case ErrorType::RateLimitExceeded:
        return FailureClass::RateLimit;
    case ErrorType::ProviderOverloaded:
    case ErrorType::ProviderUnavailable:
    case ErrorType::Timeout:
    case ErrorType::ToolUseFailed: // the model erred, not the request: another sample may be right
    case ErrorType::ModelOutputError:
    case ErrorType::InvalidResponse:
        return FailureClass::Transient;
    case ErrorType::UnsupportedParameter:
        return FailureClass::Parameter;
    case ErrorType::NotFound:
        return FailureClass::NotFound;
    case ErrorType::ContentPolicyViolation:
    case ErrorType::Refusal:
        return FailureClass::ContentPolicy;
    case ErrorType::InvalidPrompt:
    case ErrorType::InvalidImage:
    case ErrorType::ImageTooLarge:
    case ErrorType::ImageTooSmall:
    case ErrorType::UnsupportedImageFormat:
    case ErrorType::ImageNotFound:
    case ErrorType::ImageDownloadFailed:
        return FailureClass::RequestAtFault;
    case ErrorType::Cut: // before content, or while an answer is held: as unknown as a reset
    case ErrorType::ResetBeforeAnswer:
        return FailureClass::Reset;
    case ErrorType::Stalled:
        return FailureClass::Silence;
    case ErrorType::Cancelled:
        return FailureClass::Cancelled;
    case ErrorType::InvalidRequest:
    case ErrorType::PreconditionFailed:
    case ErrorType::Unprocessable:
    case ErrorType::Server:
    case ErrorType::Unmapped:
        break;
    }
    return std::nullopt;
}

struct StatusRow
{
    int first = 0;
    int last = 0;
    FailureClass kind = FailureClass::Transient;
};

/// The first row that holds the status.
constexpr std::array StatusRows{
    StatusRow{401, 403, FailureClass::Key},
    StatusRow{404, 404, FailureClass::NotFound},
    StatusRow{408, 408, FailureClass::Transient},
    StatusRow{410, 410, FailureClass::NotFound},
    StatusRow{413, 413, FailureClass::TooLarge},
    StatusRow{429, 429, FailureClass::RateLimit},
    StatusRow{498, 498, FailureClass::Transient},
    StatusRow{500, 599, FailureClass::Transient},
    StatusRow{400, 499, FailureClass::RequestAtFault},
};

/// Without a telling status it is the type's plain meaning: a request at fault, or a provider that may recover.
FailureClass withoutStatus(ErrorType type)
{
    const bool server = type == ErrorType::Server || type == ErrorType::Unmapped;
    return server ? FailureClass::Transient : FailureClass::RequestAtFault;
}

} // namespace

FailureClass classify(const AttemptFailure &failure)
{
    const chat::ProviderError &error = failure.error;
    if (failure.silent)
        return FailureClass::Silence;
    if (failure.notFetched)
        return FailureClass::NotFetched;
    if (failure.invalidOutput)
        return FailureClass::InvalidOutput;
    if (const auto kind = byType(error.type))
        return *kind;

    const int status = error.httpStatus < 400 ? error.payloadStatus.value_or(error.httpStatus) : error.httpStatus;
    const auto row = std::ranges::find_if(StatusRows, [status](const StatusRow &candidate) {
        return status >= candidate.first && status <= candidate.last;
    });
    return row == StatusRows.end() ? withoutStatus(error.type) : row->kind;
}

bool mayHaveRun(const chat::ProviderError &refusal)
{
    constexpr std::array NotTaken{498, 503, 529};
    const int status = refusal.httpStatus < 400 ? refusal.payloadStatus.value_or(0) : refusal.httpStatus;
    return classify({.error = refusal}) == FailureClass::Transient && refusal.type != ErrorType::ProviderOverloaded
        && std::ranges::find(NotTaken, status) == NotTaken.end();
}

} // namespace sb::routing
