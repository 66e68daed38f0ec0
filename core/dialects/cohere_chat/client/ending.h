#pragma once

#include "core/base/json.h"
#include "core/dialects/dialect.h"

namespace sb::dialects::cohere {

/// What went wrong after a good start, or nullopt where nothing did. @param sentence what the end says about it, often
/// null. @param word for how the answer ended
[[nodiscard]] std::optional<chat::ProviderError> failureAtEnd(const AnswerHead &head, const Json &sentence,
                                                              const QString &word);

} // namespace sb::dialects::cohere
