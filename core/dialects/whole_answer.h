#pragma once

#include "core/base/json.h"
#include "core/dialects/dialect.h"

namespace sb::dialects {

/// What a provider answered, or how it failed, in the common vocabulary.
template <typename T>
using Answered = tl::expected<T, chat::ProviderError>;

/// The JSON of an answer that comes whole. An error by its status, an error inside a good one, a web page and broken
/// JSON are failures.
[[nodiscard]] Answered<Json> readWholeAnswer(const AnswerHead &head, QByteArrayView body);

} // namespace sb::dialects
