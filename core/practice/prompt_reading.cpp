#include "core/practice/prompt_reading.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::practice {

namespace {

constexpr qsizetype QuoteLength = 72;
constexpr qsizetype ReadLength = 4000; ///< the rest of a long prompt adds nothing to a practice answer
constexpr qsizetype WordLength = 24;

/// In this order: "compare two Python functions" is a comparison, "translate the list" a translation.
struct Rule
{
    PromptKind kind;
    const char *pattern;
};
constexpr std::array Rules{
    Rule{PromptKind::Greeting,
         R"(^\W*(hi|hello|hey|hallo|moin|ping|test|testing|good (morning|day|evening)|guten tag)\b\W*(\w+\W*){0,2}$)"},
    Rule{PromptKind::Translate, R"(\b(translat\w*|übersetz\w*)\b)"},
    Rule{PromptKind::Summarize, R"(\b(summar\w*|tl;?dr|zusammenfass\w*|fasse?\b.*\bzusammen|key points)\b)"},
    Rule{PromptKind::Compare,
         R"(\b(compar\w*|versus|vs\.?|differences?|differ|better than|vergleich\w*|unterschied\w*|pros and cons)\b)"},
    Rule{
        PromptKind::Code,
        R"(```|\b(code|function|script|program|implement|refactor|debug|compile|algorithm|regex|sql|python|rust|javascript|typescript|java|bash|golang|html|css|api|query|unit test|skript|programmier\w*|funktion)\b|c\+\+)"},
    Rule{
        PromptKind::Math,
        R"(\d\s*[-+*/^=×÷]\s*\d|\b(solve|integral|equation|derivative|probability|calculat\w*|comput\w+|how (much|many)|percent|sum of|sqrt|theorem|prove|berechn\w*|gleichung|wie viel\w*)\b|\d\s*%)"},
    Rule{
        PromptKind::List,
        R"(^\W*(list|name|liste|nenne)\b|\b(a list of|ideas|examples|suggestions|top \d+|ideen|beispiele|(give|tell) me (\w+ )?(\d+|some|three|five|ten))\b)"},
    Rule{
        PromptKind::HowTo,
        R"(\b(how (do|can|could|should|would|to)|steps? to|guide|tutorial|install|configure|set up|wie (kann|mache?|geht|installiere)|anleitung)\b)"},
    Rule{PromptKind::Write,
         R"(\b(write|draft|compose|letter|e-?mail|poem|story|essay|speech|schreib\w*|entwurf|gedicht|brief)\b)"},
    Rule{
        PromptKind::Explain,
        R"(\b(explain|describe|what (is|are|does)|why|how does|meaning of|erklär\w*|was (ist|sind)|warum|wieso|beschreib\w*)\b|^\W*wie\b)"},
};

/// Words that say nothing about the matter: grammar, and the verbs of asking.
const QSet<QString> &commonWords()
{
    static const QSet<QString> words = [] {
        const QString all = uR"(
a about after again all also am an and another any are as ask at be because been before being below between both but by
call can cannot compare could describe detail details did difference differences do does doing don't down during each
english example examples explain few find fix for from further give german get go going had has have having he hello help her here hers hey
him his how i i'd i'll i'm i've if in into is it it's its just keep know let let's like list make many me mean meaning might more
most much must my name need no nor not now of off on once one only or other our out over own please practice say says should show
simple since so some such summarize summary tell than thank thanks that that's the their them then there these they thing
things this those three through to too translate two under until up us use used using versus very vs want was way we well were what
what's when where which while who why will with without word words work works would write you your
aber alle als am an auch auf aus bei bin bis bitte da das dass dein dem den der des die diese dieser dieses dir du ein eine
einem einen einer eines er erkläre es etwas für habe haben hat hier ich ihm ihn ihr im in ins ist ja kann kein keine können
mach mache man mein mich mir mit nach nenne nicht noch nur oder schreibe sein sich sie sind so soll über um und uns unser
unterschied vergleiche vom von vor wann warum was welche wenn wer wie wir wird wo zu zum zur zwischen übersetze)"_s;
        const QStringList list = all.split(QRegularExpression(uR"(\s+)"_s), Qt::SkipEmptyParts);
        return QSet<QString>(list.begin(), list.end());
    }();
    return words;
}

struct Word
{
    QString text;
    qsizetype start = 0;
    bool isAfterBlank = false;
    bool isSalient = false;
};

QList<Word> wordsOf(const QString &text)
{
    static const QRegularExpression pattern(uR"([\p{L}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{N}]+)*\+{0,2})"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    QList<Word> words;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString word = match.captured().left(WordLength);
        const bool isSalient = word.size() > 1 && !commonWords().contains(word.toLower());
        const qsizetype start = match.capturedStart();
        words.append({word, start, start > 0 && text.at(start - 1) == u' ', isSalient});
    }
    return words;
}

/// Runs of salient words with nothing but one blank between them, three words at most.
QStringList phrasesOf(const QList<Word> &words)
{
    QStringList phrases;
    qsizetype end = -2; // so that no word stands beside it
    int length = 0;
    for (const Word &word : words) {
        if (!word.isSalient)
            continue;
        const bool goesOn = word.start == end + 1 && word.isAfterBlank && length < 3;
        if (goesOn)
            phrases.last() += u' ' + word.text;
        else
            phrases.append(word.text);
        length = goesOn ? length + 1 : 1;
        end = word.start + word.text.size();
    }
    return phrases;
}

QStringList salientWords(const QList<Word> &words)
{
    QStringList salient;
    QSet<QString> seen;
    for (const Word &word : words) {
        if (word.isSalient && !seen.contains(word.text.toLower())) {
            seen.insert(word.text.toLower());
            salient.append(word.text);
        }
    }
    std::stable_sort(salient.begin(), salient.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
    // A short prompt made of common words only still gives its longest ones.
    for (const Word &word : words) {
        if (salient.isEmpty() && word.text.size() > 3)
            salient.append(word.text);
    }
    for (const QString &spare : {u"the question"_s, u"the details"_s, u"the rest"_s}) {
        if (salient.size() < 3)
            salient.append(spare);
    }
    return salient;
}

PromptKind kindOf(const QString &text)
{
    static const auto patterns = [] {
        std::array<QRegularExpression, Rules.size()> all;
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] = QRegularExpression(QString::fromUtf8(Rules[i].pattern),
                                        QRegularExpression::CaseInsensitiveOption
                                            | QRegularExpression::UseUnicodePropertiesOption);
        }
        return all;
    }();
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        if (patterns[i].match(text).hasMatch())
            return Rules[i].kind;
    }
    return PromptKind::Question;
}

QByteArray languageOf(const QString &text)
{
    static const auto patterns = std::array{
        std::pair{"python", QRegularExpression(u"\\bpython\\b"_s, QRegularExpression::CaseInsensitiveOption)},
        std::pair{"cpp", QRegularExpression(u"\\bC\\+\\+"_s, QRegularExpression::CaseInsensitiveOption)},
        std::pair{"javascript",
                  QRegularExpression(u"\\b(java|type)script\\b"_s, QRegularExpression::CaseInsensitiveOption)},
        std::pair{"rust", QRegularExpression(u"\\brust\\b"_s, QRegularExpression::CaseInsensitiveOption)},
        std::pair{"sql", QRegularExpression(u"\\bsql\\b"_s, QRegularExpression::CaseInsensitiveOption)},
    };
    for (const auto &[name, pattern] : patterns) {
        if (pattern.match(text).hasMatch())
            return name;
    }
    return {};
}

void readComparison(const QString &text, const QList<Word> &words, PromptReading &reading)
{
    static const QRegularExpression joint(uR"(\s(and|or|vs\.?|versus|with|to|und|oder|mit)\s)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    for (auto matches = joint.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        QList<Word> before;
        QList<Word> after;
        for (const Word &word : words)
            (word.start < match.capturedStart() ? before : after).append(word);
        const QStringList left = phrasesOf(before);
        const QStringList right = phrasesOf(after);
        if (!left.isEmpty() && !right.isEmpty()) {
            reading.first = left.last();
            reading.second = right.first();
            return;
        }
    }
}

int numberIn(const QString &text)
{
    static const QRegularExpression pattern(uR"((?<![\w.,])\d{1,3}(?![\w]|[.,]\d))"_s);
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const int number = matches.next().captured().toInt();
        if (number >= 2)
            return number;
    }
    return 12;
}

QString quoteOf(const QString &text)
{
    static const QRegularExpression marks(uR"([|`*_<>#\[\]{}"“”\\])"_s);
    QString line = QString(text).replace(marks, u" "_s).simplified();
    if (line.size() <= QuoteLength)
        return line.isEmpty() ? u"…"_s : line;
    const qsizetype blank = line.lastIndexOf(u' ', QuoteLength);
    qsizetype end = blank > QuoteLength / 2 ? blank : QuoteLength;
    if (line.at(end - 1).isHighSurrogate())
        --end;
    return line.left(end) + u'…';
}

} // namespace

PromptReading readPrompt(const QString &prompt)
{
    const QString text = prompt.left(ReadLength);
    const QList<Word> words = wordsOf(text);
    const QStringList phrases = phrasesOf(words);
    PromptReading reading;
    reading.kind = kindOf(text);
    reading.language = reading.kind == PromptKind::Code ? languageOf(text) : QByteArray();
    reading.words = salientWords(words);
    const auto weight = [](const QString &phrase) { return std::pair(phrase.count(u' '), phrase.size()); };
    const auto heaviest = std::max_element(phrases.begin(), phrases.end(),
                                           [&](const QString &a, const QString &b) { return weight(a) < weight(b); });
    reading.topic = heaviest == phrases.end() ? reading.words.first() : *heaviest;
    reading.first = reading.words.at(0);
    reading.second = reading.words.at(1);
    readComparison(text, words, reading);
    reading.number = numberIn(text);
    reading.quote = quoteOf(text);
    return reading;
}

} // namespace sb::practice
