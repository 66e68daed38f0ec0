#pragma once

#include "core/base/random.h"
#include "core/dialects/dialect.h"

#include <functional>

namespace sb::testing {

using Events = QList<chat::Event>;
using MakeDecoder = std::function<std::unique_ptr<dialects::Decoder>()>;

[[nodiscard]] dialects::AnswerHead head(int status, const QByteArray &contentType);

/// All events of a body that comes in one piece.
[[nodiscard]] Events decoded(dialects::Decoder &decoder, QByteArrayView body);
/// The same, in pieces of 1 to `longest` bytes, drawn at random.
[[nodiscard]] Events decodedInPieces(dialects::Decoder &decoder, QByteArrayView body, Random &random, quint64 longest);
[[nodiscard]] chat::Answer gathered(const Events &events);

/// Feeds the body byte by byte and in many random splits. @return the first split that changes the events, as a
/// sentence; empty when none does
[[nodiscard]] QString splitThatMatters(const MakeDecoder &make, const QByteArray &body);

} // namespace sb::testing
