#pragma once

#include <QStringView>

#include <array>
#include <vector>

namespace sb::routing {

/// Words that mean the same for the choice of a class, in all languages together; word_lists.h has them.
enum class WordGroup
{
    Each, ///< "for each", "per line": a result for every record
    Batch, ///< "chunk", "custom_id": a piece of a larger job
    Label, ///< "classify", "sentiment"
    YesNo, ///< "yes or no"
    OnlyAnswer, ///< "one word", "nothing else"
    Rewrite, ///< "translate", "correct", "shorter"
    Extract, ///< "pull out", "list the names"
    Summarize,
    DocumentRef, ///< "the report", "according to"
    Aggregate, ///< "total", "which month": one answer from many rows
    Proof,
    Calculate,
    Logic, ///< "exactly one", "liar": conditions of a puzzle
    Decide, ///< "should I", "cheaper", "schedule"
    Critique, ///< "fallacy", "root cause", "step by step"
    Program, ///< "script", "refactor", "compile": hardly ever of anything else
    Computing, ///< "file", "table", "server": also of other things
    Tech, ///< names of languages, programs and libraries
    Social, ///< "hello", "thanks"
    Creative, ///< "poem", "story"
    Advice, ///< "recommend", "ideas", "gift"
    Feel, ///< "lonely", "my boss"
    Explain, ///< "what is", "how does"
    Compose, ///< "write a letter"
    Career, ///< "job", "learn", "interview": about a profession, not of its work
    Leave, ///< "something else now"
    Persona, ///< "act as"
    Arithmetic, ///< "divided by", "in inches"
};
inline constexpr std::size_t WordGroupCount = std::size_t(WordGroup::Arithmetic) + 1;

/// One word or phrase that was found.
struct WordHit
{
    WordGroup group = WordGroup::Each;
    qsizetype position = 0; ///< in the text that was searched
    qsizetype length = 0;
};

/// All words of the lists in a text, in order. Without regard to case; a word counts as a whole, in scripts without
/// blanks wherever it stands; of a group's words that overlap the first counts.
[[nodiscard]] std::vector<WordHit> wordsIn(QStringView text);

} // namespace sb::routing
