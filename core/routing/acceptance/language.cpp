#include "core/routing/acceptance/language.h"

#include "core/routing/acceptance/language_words.h"
#include "core/routing/acceptance/text_measure.h"

#include <QHash>
#include <QRegularExpression>
#include <QVarLengthArray>

#include <array>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr qsizetype MostCharacters = 8'000;
constexpr int FewestWords = 8;
constexpr int FewestSigns = 15; // of scripts that write a syllable or a word with one
constexpr int SignWeight = 3; // letters that stand for as much as one such sign
constexpr double LeastKana = 0.05; // of Japanese signs; Chinese has none
constexpr double LeastShare = 0.12; // of a language's words among all; texts of it have 25 to 50 %
constexpr double LeastLead = 1.5; // over the next language

/// Scripts in which one language is written, as far as texts of models go.
constexpr std::array<std::pair<QChar::Script, const char *>, 17> OfOneLanguage{{
    {QChar::Script_Hangul, "ko"},
    {QChar::Script_Hebrew, "he"},
    {QChar::Script_Greek, "el"},
    {QChar::Script_Thai, "th"},
    {QChar::Script_Georgian, "ka"},
    {QChar::Script_Armenian, "hy"},
    {QChar::Script_Bengali, "bn"},
    {QChar::Script_Tamil, "ta"},
    {QChar::Script_Telugu, "te"},
    {QChar::Script_Gujarati, "gu"},
    {QChar::Script_Kannada, "kn"},
    {QChar::Script_Malayalam, "ml"},
    {QChar::Script_Gurmukhi, "pa"},
    {QChar::Script_Khmer, "km"},
    {QChar::Script_Lao, "lo"},
    {QChar::Script_Myanmar, "my"},
    {QChar::Script_Sinhala, "si"},
}};
constexpr std::array Signs{QChar::Script_Han, QChar::Script_Hiragana, QChar::Script_Katakana, QChar::Script_Hangul};

bool isSign(QChar::Script script)
{
    return std::ranges::find(Signs, script) != Signs.end();
}

struct LetterCounts
{
    QHash<QChar::Script, int> byScript = {};
    int weight = 0;

    [[nodiscard]] int of(QChar::Script script) const
    {
        return byScript.value(script) * (isSign(script) ? SignWeight : 1);
    }
    [[nodiscard]] int kana() const
    {
        return byScript.value(QChar::Script_Hiragana) + byScript.value(QChar::Script_Katakana);
    }
};

LetterCounts countLetters(QStringView text)
{
    LetterCounts counts;
    forEachCharacter(text, [&counts](char32_t c) {
        if (!QChar::isLetter(c))
            return;
        const QChar::Script script = QChar::script(c);
        ++counts.byScript[script];
        counts.weight += isSign(script) ? SignWeight : 1;
    });
    return counts;
}

/// Which languages have a word, as places in languageWords().
using WordIndex = QHash<QString, QVarLengthArray<quint8, 6>>;

const WordIndex &wordIndex()
{
    static const WordIndex index = [] {
        WordIndex made;
        const auto all = languageWords();
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (const QStringView word : all[i].words.split(u' ')) {
                auto &languages = made[word.toString()];
                if (!languages.contains(quint8(i)))
                    languages.append(quint8(i));
            }
        }
        return made;
    }();
    return index;
}

/// Words with the letters and marks of one script; an apostrophe ends one ("l'eau" has two).
template <typename Visit>
void forEachWord(QStringView text, QChar::Script script, Visit visit)
{
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool isOfWord = i < text.size() && (text[i].isLetter() || text[i].isMark());
        if (isOfWord && start < 0)
            start = i;
        if (isOfWord || start < 0)
            continue;
        if (text[start].script() == script)
            visit(text.sliced(start, i - start));
        start = -1;
    }
}

void addByLetters(QStringView word, QChar::Script script, std::vector<double> &scores)
{
    const auto all = languageWords();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QStringView letters = all[i].letters;
        if (!letters.isEmpty() && all[i].script == script
            && std::ranges::any_of(word, [letters](QChar c) { return letters.contains(c); }))
            scores[i] += 0.5;
    }
}

/// A word that several languages have counts for each of them, but less.
QByteArray byWords(QStringView text, QChar::Script script)
{
    const auto all = languageWords();
    std::vector<double> scores(all.size());
    int words = 0;
    forEachWord(text, script, [&](QStringView word) {
        ++words;
        const auto known = wordIndex().constFind(word.toString().toLower());
        if (known == wordIndex().constEnd())
            return addByLetters(word, script, scores);
        for (const quint8 language : *known)
            scores[language] += all[language].script == script ? 1.0 / double(known->size()) : 0;
    });
    const auto best = std::ranges::max_element(scores);
    const double score = *best;
    *best = 0;
    const double next = *std::ranges::max_element(scores);
    if (words < FewestWords || score < LeastShare * words || score < 2 || score < LeastLead * next)
        return {};
    return all[std::size_t(best - scores.begin())].language;
}

/// Chinese, Japanese and Korean text may hold each other's signs.
QByteArray bySigns(const LetterCounts &counts)
{
    const int han = counts.byScript.value(QChar::Script_Han);
    const int hangul = counts.byScript.value(QChar::Script_Hangul);
    if (hangul >= FewestSigns && hangul > han + counts.kana())
        return "ko";
    const int signs = han + counts.kana();
    if (signs < FewestSigns)
        return {};
    return counts.kana() >= LeastKana * signs ? "ja" : "zh";
}

QString withoutCode(QStringView text)
{
    static const QRegularExpression code(u"```.*?(?:```|\\z)|`[^`\\n]*`|https?://\\S+|<[a-zA-Z/][^<>\\n]{0,200}>"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    return text.first(std::min(text.size(), MostCharacters)).toString().replace(code, u" "_s);
}

} // namespace

QByteArray detectLanguage(QStringView text)
{
    const QString prose = withoutCode(text);
    const LetterCounts counts = countLetters(prose);
    int signs = 0;
    for (const QChar::Script script : Signs)
        signs += counts.of(script);
    if (signs * 2 > counts.weight)
        return bySigns(counts);
    for (const auto &[script, count] : counts.byScript.asKeyValueRange()) {
        if (count * 2 <= counts.weight)
            continue;
        for (const auto &[single, language] : OfOneLanguage) {
            if (script == single)
                return count >= 2 * FewestSigns ? QByteArray(language) : QByteArray();
        }
        return byWords(prose, script);
    }
    return {};
}

QByteArray knownLanguage(QStringView tag)
{
    const qsizetype end = tag.indexOf(u'-');
    const QByteArray primary = tag.first(end < 0 ? tag.size() : end).toLatin1().toLower();
    if (primary == "nb" || primary == "nn")
        return "no";
    if (primary == "iw") // withdrawn, but still in use
        return "he";
    const auto isNamed = [&primary](const auto &each) { return primary == each; };
    const bool known = std::ranges::any_of(languageWords(), isNamed, &LanguageWords::language)
        || std::ranges::any_of(OfOneLanguage, isNamed, [](const auto &each) { return each.second; }) || primary == "zh"
        || primary == "ja";
    return known ? primary : QByteArray();
}

} // namespace sb::routing
