#pragma once

#include <QChar>
#include <QStringView>

#include <span>

namespace sb::routing {

/// What tells a language from others of its script: words that hardly any text of it goes without. Private to this
/// folder. Articles, pronouns, prepositions, conjunctions and the commonest verbs, from the grammars of the languages.
struct LanguageWords
{
    const char *language; ///< BCP-47 primary subtag
    QChar::Script script;
    QStringView words; ///< lower case, a blank between them
    QStringView letters = {}; ///< that no other language here has: a word with one says half as much as one of `words`
};
[[nodiscard]] std::span<const LanguageWords> languageWords();

} // namespace sb::routing
