#include "core/routing/classifier/word_groups.h"

#include "core/routing/classifier/word_lists.h"

#include <algorithm>
#include <span>

namespace sb::routing {

namespace {

/// One word of the lists.
struct Term
{
    std::u16string_view text = {}; ///< without the star
    WordGroup group = WordGroup::Each;
    bool isStem = false;
};

constexpr std::u16string_view Separator = u", ";

std::vector<Term> sortedTerms()
{
    std::vector<Term> terms;
    for (const WordList &list : WordLists) {
        std::u16string_view left = list.words;
        while (!left.empty()) {
            const std::size_t end = std::min(left.find(Separator), left.size());
            const std::u16string_view word = left.substr(0, end);
            const bool isStem = word.back() == u'*';
            terms.push_back({isStem ? word.substr(0, word.size() - 1) : word, list.group, isStem});
            left.remove_prefix(std::min(end + Separator.size(), left.size()));
        }
    }
    std::ranges::sort(terms, {}, &Term::text);
    return terms;
}

/// The words never change, so they are sorted once; too many for the compiler to do it.
std::span<const Term> allTerms()
{
    static const std::vector<Term> terms = sortedTerms();
    return terms;
}

constexpr char16_t at(const Term &term, std::size_t index)
{
    return index < term.text.size() ? term.text[index] : u'\0';
}

/// Of terms that agree up to `index`, those that go on with a character.
std::span<const Term> narrowed(std::span<const Term> terms, std::size_t index, char16_t character)
{
    const auto found =
        std::ranges::equal_range(terms, character, {}, [index](const Term &term) { return at(term, index); });
    return {found.begin(), found.end()};
}

/// Scripts that put no blanks between words.
bool isUnspaced(char16_t c)
{
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF);
}

bool isWord(char16_t c)
{
    return QChar::isLetterOrNumber(c) && !isUnspaced(c);
}

char16_t folded(QChar c)
{
    return c == u'’' ? u'\'' : c.toLower().unicode();
}

/// Adds what begins at one place of a folded text.
void addHits(std::u16string_view text, std::size_t position, std::array<qsizetype, WordGroupCount> &free,
             std::vector<WordHit> &hits)
{
    std::span<const Term> terms = allTerms();
    for (std::size_t length = 0; !terms.empty(); ++length) {
        // Those that end here come first: a shorter text sorts before its continuations.
        for (const Term &term : narrowed(terms, length, u'\0')) {
            const std::size_t end = position + length;
            const bool endsWord = term.isStem || end >= text.size() || !isWord(text[end]) || !isWord(text[end - 1]);
            qsizetype &next = free[std::size_t(term.group)];
            if (!endsWord || qsizetype(position) < next)
                continue;
            hits.push_back({term.group, qsizetype(position), qsizetype(length)});
            next = qsizetype(end);
        }
        if (position + length >= text.size() || text[position + length] == u'\0')
            break;
        terms = narrowed(terms, length, text[position + length]);
    }
}

} // namespace

std::vector<WordHit> wordsIn(QStringView text)
{
    std::u16string lower;
    lower.reserve(std::size_t(text.size()));
    for (const QChar c : text)
        lower.push_back(folded(c));

    std::vector<WordHit> hits;
    std::array<qsizetype, WordGroupCount> free{};
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const bool continuesWord = i > 0 && isWord(lower[i]) && isWord(lower[i - 1]);
        if (!continuesWord && lower[i] != u' ' && lower[i] != u'\n')
            addHits(lower, i, free, hits);
    }
    return hits;
}

} // namespace sb::routing
