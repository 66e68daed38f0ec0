#pragma once

#include "core/catalog/endpoint.h"
#include "core/chat/event.h"
#include "core/chat/request.h"

namespace sb::engine {

/// The request that asks an endpoint to go on from a text that was already delivered: the same one, with that text as
/// an assistant message at its end. nullopt where that is not possible or would change the answer: the endpoint takes
/// no prefill; anything but text was delivered, or nothing but blanks; tools, reasoning or an answer format are asked
/// for; instructions stand in the middle, which some dialects move; the caller gave a prefill of its own.
/// Its output limit is lowered by what was delivered, at four bytes a token. Pure.
[[nodiscard]] std::optional<chat::Request> continuation(const chat::Request &request, const chat::Answer &delivered,
                                                        const catalog::Endpoint &endpoint);

/// An output limit, lowered by what was delivered; at least 1.
[[nodiscard]] std::optional<qint64> lowered(std::optional<qint64> maxTokens, const QString &delivered);

/// What a prefill may be: dialects refuse one that ends in blanks.
[[nodiscard]] QString withoutBlanks(QString text);

} // namespace sb::engine
