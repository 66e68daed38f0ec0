#pragma once

#include <QString>

namespace sb::routing {

/// Whether a text is no answer but a refusal ("I'm sorry, but I can't help with that."): a short one, of at most 600
/// characters, that opens with such a sentence in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish,
/// Swedish, Turkish, Russian, Ukrainian, Arabic, Hebrew, Hindi, Chinese, Japanese or Korean. "I can't find a mistake"
/// and "I can't give an exact number" are answers.
[[nodiscard]] bool isRefusal(const QString &text);

/// Whether a text is short enough for one.
[[nodiscard]] bool isShortAnswer(const QString &text);

} // namespace sb::routing
