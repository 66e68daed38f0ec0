#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace sb::ui {

/// How well a query fits a text, and at which characters.
struct FuzzyMatch
{
    int score = 0; ///< higher is better
    QList<qsizetype> positions = {};
};

/// All characters of the query in order, any case; the start of words and runs of letters score. nullopt: no match.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView query, QStringView text);

} // namespace sb::ui
