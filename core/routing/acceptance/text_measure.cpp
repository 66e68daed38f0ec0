#include "core/routing/acceptance/text_measure.h"

#include <algorithm>

namespace sb::routing {

namespace {

bool isWordSign(char32_t c)
{
    const QChar::Script script = QChar::script(c);
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
}

bool joinsWord(char32_t c)
{
    return c == U'\'' || c == U'\u2019' || c == U'-' || c == U'.';
}

} // namespace

qint64 countCharacters(QStringView text)
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

qint64 countWords(QStringView text)
{
    qint64 words = 0;
    bool inWord = false;
    bool joined = false; // a hyphen or its like came last
    forEachCharacter(text, [&](char32_t c) {
        const bool joins = inWord && !joined && joinsWord(c);
        if (isWordSign(c)) {
            ++words;
            inWord = false;
        } else if (QChar::isLetterOrNumber(c) || QChar::isMark(c)) {
            words += inWord ? 0 : 1;
            inWord = true;
        } else {
            inWord = joins;
        }
        joined = joins;
    });
    return words;
}

} // namespace sb::routing
