#include "ui/shell/fuzzy_match.h"

namespace sb::ui {

std::optional<FuzzyMatch> fuzzyMatch(QStringView query, QStringView text)
{
    FuzzyMatch match;
    qsizetype at = 0;
    for (const QChar wanted : query) {
        if (wanted.isSpace())
            continue;
        // Of all places ahead, the start of a word is meant rather than the next letter that happens to fit.
        qsizetype found = -1;
        for (qsizetype i = at; i < text.size(); ++i) {
            if (text[i].toCaseFolded() != wanted.toCaseFolded())
                continue;
            const bool startsWord = i == 0 || !text[i - 1].isLetterOrNumber();
            const bool continuesRun = !match.positions.isEmpty() && i == match.positions.constLast() + 1;
            if (startsWord || continuesRun) {
                found = i;
                match.score += continuesRun ? 6 : 8;
                break;
            }
            if (found < 0)
                found = i;
        }
        if (found < 0)
            return {};
        match.score += 1;
        match.positions.append(found);
        at = found + 1;
    }
    match.score -= int(text.size() / 16); // of two equal matches the shorter text is meant
    return match;
}

} // namespace sb::ui
