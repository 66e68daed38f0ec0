#include "core/routing/classifier/line_kinds.h"

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

constexpr qsizetype LongestCodeLine = 240;

bool startsWithAny(QStringView line, std::span<const QStringView> words)
{
    return std::ranges::any_of(words, [line](QStringView word) { return line.startsWith(word); });
}

bool isItem(QStringView line)
{
    static constexpr QStringView Bullets = u"-*•·・–►▪";
    if (line.size() > 2 && Bullets.contains(line.front()))
        return line.at(1) == u' ' || line.front() == u'・' || line.front() == u'•';
    qsizetype digits = line.startsWith(u'(') || line.startsWith(u'[') ? 1 : 0;
    const qsizetype first = digits;
    while (digits < line.size() && digits < first + 6 && line.at(digits).isDigit())
        ++digits;
    static constexpr QStringView Ends = u".):、．）]|";
    if (digits == first || digits + 1 >= line.size())
        return false;
    if (line.at(digits) == u'\t' || (line.at(digits) == u' ' && line.at(digits + 1) == u'|'))
        return true;
    // "10:23 …" and "3.5 kg" begin with a number and are no items.
    return Ends.contains(line.at(digits)) && !line.at(digits + 1).isDigit();
}

bool isData(QStringView line)
{
    static constexpr std::array<QStringView, 9> Brackets{u"{", u"}", u"[", u"]", u"},", u"],", u"}, {", u"},{", u"[{"};
    if (std::ranges::find(Brackets, line) != Brackets.end() || line.startsWith(u"{\""_s) || line.startsWith(u"[{\""_s)
        || (line.startsWith(u'"') && line.contains(u"\":"_s)))
        return true;
    const bool isTag = line.size() > 2 && line.startsWith(u'<') && (line.at(1).isLetter() || line.at(1) == u'/');
    return isTag && line.endsWith(u'>') && !line.startsWith(u"<p>"_s) && !line.startsWith(u"<h"_s);
}

bool isLog(QStringView line)
{
    static constexpr std::array<QStringView, 7> Levels{u"INFO",  u"WARN",  u"ERROR", u"DEBUG",
                                                       u"FATAL", u"TRACE", u"CRIT"};
    if (line.isEmpty())
        return false;
    const QStringView head = line.first(std::min(line.size(), qsizetype(60)));
    const bool timed = head.front().isDigit() || head.front() == u'[';
    if (timed && std::ranges::any_of(Levels, [head](QStringView level) { return head.contains(level); }))
        return true;
    return (line.startsWith(u"at "_s) && line.endsWith(u')') && line.contains(u'('))
        || (line.startsWith(u"File \""_s) && line.contains(u", line "_s));
}

/// Marks that are more frequent in programs; a table, since every character of a prompt is asked.
constexpr std::array<bool, 128> punctuationTable()
{
    std::array<bool, 128> table{};
    for (const char16_t c : std::u16string_view(u"(){}[]=;<>_:&|"))
        table[c] = true;
    return table;
}

bool isPunctuation(QChar c)
{
    static constexpr std::array<bool, 128> Table = punctuationTable();
    return c.unicode() < Table.size() && Table[c.unicode()];
}

/// How much speaks for a line of a program; 2 is enough.
int codePoints(QStringView line)
{
    static constexpr std::array<QStringView, 25> Certain{
        u"@@ ",   u"diff --git", u"+++ ",  u"--- a/",          u"#include",    u"#!/",     u"//",
        u"/*",    u"import ",    u"from ", u"SELECT ",         u"INSERT INTO", u"UPDATE ", u"CREATE TABLE",
        u"<?php", u"$ ",         u"sudo ", u"using namespace", u"package ",    u"func ",   u"def ",
        u"fn ",   u"FROM ",      u"RUN ",  u"#define "};
    static constexpr std::array<QStringView, 16> Keywords{
        u"if ",  u"if(",    u"for ",    u"for(",     u"while ",    u"return", u"const ",  u"let ",
        u"var ", u"class ", u"public ", u"private ", u"function ", u"else",   u"static ", u"async "};
    static constexpr std::array<QStringView, 12> Operators{u"=>", u"==",  u"!=",  u"&&", u"||", u"+=",
                                                           u"::", u"();", u" = ", u"->", u"({", u"</"};
    const auto marks = std::ranges::count_if(line, isPunctuation);
    int points = 0;
    if (marks > 0 && startsWithAny(line, Certain))
        points += marks > 1 ? 2 : 1;
    if (marks > 0 && startsWithAny(line, Keywords))
        points += marks > 1 ? 2 : 1;
    if (line.endsWith(u';') || line.endsWith(u'{') || line == u"}" || line.endsWith(u"):"_s) || line.endsWith(u"})"_s))
        points += 2;
    // Every operator has one of the marks.
    for (const QStringView word : Operators)
        points += marks > 0 && line.contains(word) ? 1 : 0;
    return points;
}

} // namespace

LineKind kindOfLine(QStringView line)
{
    if (line.isEmpty())
        return LineKind::Blank;
    if (isLog(line))
        return LineKind::Log;
    if (isData(line))
        return LineKind::Markup;
    if (isItem(line))
        return LineKind::Item;
    if (line.size() <= LongestCodeLine && codePoints(line) >= 2)
        return LineKind::Code;
    return LineKind::Prose;
}

bool isDocumentMark(QStringView line)
{
    static constexpr std::array<QStringView, 13> Marks{u"# ",       u"## ",       u"### ",    u"§",   u"From: ",
                                                       u"Sent: ",   u"Subject: ", u"Von: ",   u"<p>", u"<html",
                                                       u"Chapter ", u"Art. ",     u"Article "};
    if (startsWithAny(line, Marks))
        return true;
    return line.size() > 8 && line.startsWith(u'[') && line.at(1).isDigit() && line.contains(u':');
}

bool isSetting(QStringView line)
{
    if (line.startsWith(u"- "))
        line = line.sliced(2).trimmed();
    qsizetype end = 0;
    while (end < line.size() && line.at(end).unicode() < 0x80
           && (line.at(end).isLetterOrNumber() || line.at(end) == u'_' || line.at(end) == u'-' || line.at(end) == u'.'))
        ++end;
    if (end == 0 || end >= line.size() || !line.front().isLower())
        return false;
    const bool hasValue = end + 1 == line.size() || line.at(end + 1) == u' ';
    return (line.at(end) == u':' && hasValue) || (line.at(end) == u'=' && end + 1 < line.size());
}

QStringView recordTag(QStringView line)
{
    static constexpr std::array<QStringView, 14> TextTags{u"p",  u"br", u"div", u"span", u"html", u"body", u"head",
                                                          u"h1", u"h2", u"h3",  u"b",    u"ul",   u"a",    u"table"};
    if (!line.startsWith(u'<') || line.size() < 3 || !line.at(1).isLetter())
        return {};
    qsizetype end = 1;
    while (end < line.size() && (line.at(end).isLetterOrNumber() || line.at(end) == u'_'))
        ++end;
    const QStringView tag = line.sliced(1, end - 1);
    return std::ranges::find(TextTags, tag) == TextTags.end() ? tag : QStringView();
}

} // namespace sb::routing
