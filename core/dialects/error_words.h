#pragma once

#include "core/chat/error.h"

#include <QByteArrayList>

#include <optional>

namespace sb::dialects {

/// The meaning of the first word that says what happened, whatever the status: "rate_limit_exceeded",
/// "ThrottlingException". Only letters and digits count, in any case. One line a word in error_words.cpp.
[[nodiscard]] std::optional<chat::ErrorType> strongWord(const QByteArrayList &words);

/// The same for words that count only where nothing else says more: "invalid_request_error".
[[nodiscard]] std::optional<chat::ErrorType> weakWord(const QByteArrayList &words);

} // namespace sb::dialects
