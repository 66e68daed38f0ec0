#pragma once

#include "core/base/json.h"
#include "core/dialects/dialect.h"

#include <QByteArrayView>

#include <optional>

namespace sb::dialects {

/// Reads the body of an answer whose status is an error: JSON in any of the shapes that providers use, an event stream
/// with one error event, HTML, plain text, or nothing.
[[nodiscard]] chat::ProviderError readErrorBody(const AnswerHead &head, QByteArrayView body);

/// The error inside a JSON object of an answer that began well, or nullopt when it has none: `{"error": {...}}`,
/// `{"object": "error", ...}`, `{"type": "error", ...}`, MiniMax's `base_resp`, or a list whose first item is one of
/// these.
[[nodiscard]] std::optional<chat::ProviderError> findError(const AnswerHead &head, const Json &json);

/// Like findError(), for an object that cannot be anything but an error: also `{"message": ...}` and `{"detail": ...}`.
[[nodiscard]] chat::ProviderError readErrorObject(const AnswerHead &head, const Json &json);

/// What an AWS service says in the middle of a stream instead of going on. @param name such as "throttlingException"
[[nodiscard]] chat::ProviderError readException(const AnswerHead &head, const QByteArray &name,
                                                const QByteArray &payload);

/// What came is not what the dialect says.
/// @param why one translated sentence
[[nodiscard]] chat::ProviderError invalidResponse(const AnswerHead &head, const QString &why, QByteArrayView body);

} // namespace sb::dialects
