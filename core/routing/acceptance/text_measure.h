#pragma once

#include <QStringView>

namespace sb::routing {

/// Gives each code point to `visit`, a half of a pair that is alone as it is.
template <typename Visit>
void forEachCharacter(QStringView text, Visit visit)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        visit(isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode()));
        i += isPair ? 1 : 0;
    }
}

[[nodiscard]] qint64 countCharacters(QStringView text); ///< Unicode code points, as JSON Schema counts them

/// Runs of letters, marks and digits, with apostrophes, points and hyphens inside ("don't", "3.5", "well-known" are one
/// each). Where no blanks are written, in Chinese and Japanese, each sign is one.
[[nodiscard]] qint64 countWords(QStringView text);

} // namespace sb::routing
