#include "core/routing/classifier/surface.h"

#include <algorithm>
#include <array>

namespace sb::routing {

namespace {

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// ".py", ".service": endings of files that programmers talk about.
bool hasFileEnding(QStringView word)
{
    static constexpr std::array<QStringView, 45> Endings{
        u"py",   u"js",      u"ts",  u"tsx", u"jsx",  u"java", u"cpp",   u"c",    u"h",    u"hpp", u"cs",   u"go",
        u"rs",   u"rb",      u"php", u"sh",  u"sql",  u"json", u"yml",   u"yaml", u"toml", u"xml", u"html", u"css",
        u"csv",  u"log",     u"md",  u"ini", u"conf", u"cfg",  u"ipynb", u"kt",   u"lua",  u"ps1", u"bat",  u"env",
        u"lock", u"service", u"tf",  u"vue", u"jar",  u"so",   u"dll",   u"exe",  u"gz"};
    const qsizetype dot = word.lastIndexOf(u'.');
    return dot >= 0 && dot + 1 < word.size()
        && (dot == 0 || word.at(dot - 1).isLetterOrNumber() || word.at(dot - 1) == u'*')
        && std::ranges::find(Endings, word.sliced(dot + 1)) != Endings.end();
}

bool isSnakeOrCamel(QStringView word)
{
    qsizetype lower = 0;
    for (qsizetype i = 0; i + 1 < word.size(); ++i) {
        const QChar c = word.at(i);
        if (c == u'_' && i > 0 && isAsciiLetter(word.at(i - 1)) && isAsciiLetter(word.at(i + 1)))
            return true;
        lower += c >= u'a' && c <= u'z' ? 1 : 0;
        if (lower == i + 1 && lower >= 2 && word.at(i + 1) >= u'A' && word.at(i + 1) <= u'Z')
            return true;
    }
    return false;
}

bool isPath(QStringView word)
{
    return word.size() > 3 && (word.startsWith(u'/') || word.startsWith(u"./") || word.startsWith(u"~/"))
        && isAsciiLetter(word.at(word.startsWith(u'/') ? 1 : 2)) && word.lastIndexOf(u'/') > 0;
}

bool hasOperator(QStringView word)
{
    static constexpr std::array<QStringView, 9> Operators{u"()", u"::", u"=>", u"==", u"!=",
                                                          u"&&", u"||", u"${", u"</"};
    if (std::ranges::any_of(Operators, [word](QStringView sign) { return word.contains(sign); }))
        return true;
    const qsizetype arrow = word.indexOf(u"->");
    return (arrow > 0 && isAsciiLetter(word.at(arrow - 1))) || word.startsWith(u"O(n") || word.startsWith(u"O(1")
        || word.startsWith(u"O(log");
}

bool isOption(QStringView word)
{
    return word.size() > 3 && word.startsWith(u"--") && isAsciiLetter(word.at(2)) && word.at(2) != word.at(1);
}

bool isCodeWord(QStringView word)
{
    if (word.size() < 2)
        return false;
    const bool isVariable = word.startsWith(u'$') && (isAsciiLetter(word.at(1)) || word.at(1) == u'_');
    const bool isTicked = word.startsWith(u'`') && word.size() > 2 && word.at(1) != u'`';
    return isVariable || isTicked || hasOperator(word) || isOption(word) || isPath(word) || hasFileEnding(word)
        || isSnakeOrCamel(word);
}

QStringView withoutPunctuation(QStringView word)
{
    static constexpr QStringView Ends = u".,;:?!\"'";
    while (!word.isEmpty() && Ends.contains(word.back()))
        word.chop(1);
    while (!word.isEmpty() && (word.front() == u'(' || word.front() == u'"' || word.front() == u'\'')
           && !word.startsWith(u"()"))
        word = word.sliced(1);
    return word;
}

} // namespace

std::vector<NumberHit> numbersIn(QStringView text)
{
    std::vector<NumberHit> numbers;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) < u'0' || text.at(i) > u'9')
            continue;
        NumberHit number{.position = i};
        bool isFraction = false;
        qsizetype end = i;
        while (end < text.size()) {
            const QChar c = text.at(end);
            const bool isDigit = c >= u'0' && c <= u'9';
            const bool separates = (c == u'.' || c == u',' || c == u'\'') && end + 1 < text.size()
                && text.at(end + 1) >= u'0' && text.at(end + 1) <= u'9';
            if (!isDigit && !separates)
                break;
            // Three digits after a separator are thousands, others a fraction.
            if (separates) {
                qsizetype digits = 0;
                while (end + 1 + digits < text.size() && text.at(end + 1 + digits).isDigit() && digits < 4)
                    ++digits;
                isFraction = isFraction || digits != 3;
            } else if (!isFraction && end - i < 15) {
                number.value = number.value * 10 + (c.unicode() - u'0');
            }
            ++end;
        }
        number.length = end - i;
        numbers.push_back(number);
        i = end - 1;
    }
    return numbers;
}

qsizetype mathSignsIn(QStringView text)
{
    static constexpr QStringView Signs = u"√∑∫≥≤≠≡π∞∀∃∈∉⊂∪∩^±²³⁴ⁿ₁₂ₙ∂∇≈∧∨¬∠△";
    return std::ranges::count_if(text, [](QChar c) { return c.unicode() > 0x5D && Signs.contains(c); });
}

qsizetype amountsIn(QStringView text, const std::vector<NumberHit> &numbers)
{
    static constexpr std::array<QStringView, 44> Units{
        u"km",    u"kg",      u"cm",   u"mm",   u"ml",      u"min",    u"m²",   u"m³",     u"h",
        u"m",     u"t",       u"l",    u"g",    u"kWh",     u"hours",  u"days", u"weeks",  u"months",
        u"years", u"minutes", u"eur",  u"usd",  u"Stunden", u"Tage",   u"Euro", u"heures", u"jours",
        u"euros", u"horas",   u"días", u"dias", u"ore",     u"giorni", u"uur",  u"dagen",  u"godzin",
        u"dni",   u"zł",      u"saat", u"gün",  u"lira",    u"руб",    u"час",  u"mph"};
    static constexpr QStringView Signs = u"%€$£¥₽₺°元円块天小公千万日時分時度人个";
    return std::ranges::count_if(numbers, [text](const NumberHit &number) {
        if (number.position > 0 && Signs.contains(text.at(number.position - 1)))
            return true;
        QStringView after = text.sliced(number.position + number.length);
        if (after.startsWith(u' '))
            after = after.sliced(1);
        if (!after.isEmpty() && Signs.contains(after.front()))
            return true;
        return std::ranges::any_of(Units, [after](QStringView unit) {
            return after.startsWith(unit, Qt::CaseInsensitive)
                && (after.size() == unit.size() || !after.at(unit.size()).isLetter());
        });
    });
}

std::vector<std::pair<qsizetype, qsizetype>> codeWordsIn(QStringView text)
{
    std::vector<std::pair<qsizetype, qsizetype>> words;
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = start;
        while (end < text.size() && !text.at(end).isSpace())
            ++end;
        const QStringView word = withoutPunctuation(text.sliced(start, end - start));
        if (isCodeWord(word))
            words.emplace_back(word.data() - text.data(), word.size());
        start = end + 1;
    }
    return words;
}

bool isErrorText(QStringView line)
{
    static constexpr std::array<QStringView, 17> Signs{u"Error:",
                                                       u"error:",
                                                       u"Exception",
                                                       u"Traceback",
                                                       u"undefined reference",
                                                       u"fatal:",
                                                       u"Fatal",
                                                       u"panic:",
                                                       u"segfault",
                                                       u"exit code",
                                                       u"exited with",
                                                       u"Access denied",
                                                       u"not found:",
                                                       u"Permission denied",
                                                       u"stack trace",
                                                       u"Segmentation fault",
                                                       u"TypeError"};
    const QStringView head = line.first(std::min(line.size(), qsizetype(400)));
    return std::ranges::any_of(Signs, [head](QStringView sign) { return head.contains(sign); });
}

qsizetype pieceOfBatch(QStringView text, const std::vector<NumberHit> &numbers)
{
    static constexpr std::array<QStringView, 14> Between{u"/", u"of", u"von", u"de", u"sur", u"di",     u"van",
                                                         u"z", u"из", u"av",  u"do", u"／",  u"out of", u"од"};
    for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
        const NumberHit &first = numbers[i];
        const NumberHit &second = numbers[i + 1];
        const qsizetype gap = first.position + first.length;
        const QStringView between = text.sliced(gap, second.position - gap).trimmed();
        if (first.value <= second.value && second.value >= 5 && std::ranges::find(Between, between) != Between.end())
            return second.position + second.length;
    }
    return -1;
}

} // namespace sb::routing
