#pragma once

#include "core/routing/classifier/shape.h"

namespace sb::routing {

/// What of the last user message may be the instruction, apart from what it is about: lines that are no records, code,
/// logs or data; of a long text only its first and last paragraph; without longer quotations.
struct Instruction
{
    std::vector<Excerpt> pieces = {}; ///< in order
    std::vector<Excerpt> quotations = {}; ///< of at least ShortestQuotation characters
    double size = 0; ///< weighted characters of the pieces
};
inline constexpr qsizetype ShortestQuotation = 12;

[[nodiscard]] Instruction instructionOf(const Shape &shape);

/// The beginning and the end of another message, where its instructions are likely to stand.
[[nodiscard]] std::vector<Excerpt> edgesOf(const Turn &turn, qsizetype head, qsizetype tail);

} // namespace sb::routing
