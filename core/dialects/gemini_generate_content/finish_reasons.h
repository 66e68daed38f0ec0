#pragma once

#include "core/base/json.h"
#include "core/chat/event.h"

#include <optional>

namespace sb::dialects::gemini {

/// Why the model stopped, as a candidate's `finishReason` says it.
struct Finish
{
    QByteArray word = {}; ///< "MAX_TOKENS"
    chat::FinishReason reason = chat::FinishReason::Stop;
    std::optional<chat::ErrorType> error = {}; ///< set where the answer is none
    friend bool operator==(const Finish &, const Finish &) = default;
};

/// @param reason a word, or a number where the client asked for enumerators as numbers (Vertex AI's numbering)
/// @return nullopt while the model has not stopped. A word that is not known is an error: only STOP is a natural end.
/// Source: https://ai.google.dev/api/generate-content#FinishReason and Vertex AI, Candidate.FinishReason
[[nodiscard]] std::optional<Finish> readFinish(const Json &reason);

/// The word for a reason of ours.
[[nodiscard]] QByteArray finishWord(chat::FinishReason reason);

} // namespace sb::dialects::gemini
