#pragma once

#include "core/chat/embedding.h"
#include "core/dialects/dialect.h"

#include <optional>

namespace sb::engine {

struct AttemptInput;

/// What an answer brings that is no event: it comes as a whole.
struct WholeAnswer
{
    QList<chat::Vector> vectors = {}; ///< one for each input
    std::optional<qint64> counted = {}; ///< tokens
    friend bool operator==(const WholeAnswer &, const WholeAnswer &) = default;
};

/// What is sent for an answer, for vectors or for a count. Errors: as ClientDialect::encode(); NotFound where the
/// provider has no such call. Pure.
[[nodiscard]] Result<dialects::WireRequest> encoded(const AttemptInput &input);

/// Reads what comes back. Vectors and counts are put into `whole` at the end of the body, before Finished is said.
/// @param input, whole outlive the decoder
[[nodiscard]] std::unique_ptr<dialects::Decoder> decoderFor(const AttemptInput &input, const dialects::AnswerHead &head,
                                                            WholeAnswer &whole);

} // namespace sb::engine
