#pragma once

#include "core/dialects/embedding.h"
#include "core/dialects/token_count.h"
#include "tests/dialects/exchange.h"

namespace sb::testing {

/// What an exchange is about that is no chat: asked once, answered whole.
enum class PlainKind
{
    Embedding,
    TokenCount,
    ModelList
};

/// By the dialect of the exchange; nullopt: it is a chat, or of a kind that we do not know.
[[nodiscard]] std::optional<PlainKind> plainKind(const Exchange &exchange);

/// A small request of our own as the exchange's provider takes it. @param baseUrl of a server that answers it
[[nodiscard]] Result<dialects::WireRequest> plainRequest(const Exchange &exchange, const QUrl &baseUrl);

/// What differs between an answer, as it came, and the expectation, one line a field; empty when all is as expected.
[[nodiscard]] QStringList plainDifferences(const Exchange &exchange, const dialects::AnswerHead &head,
                                           const QByteArray &body);

} // namespace sb::testing
