#include "ui/common/markdown/code_lexer.h"

#include <QSet>
#include <QString>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

struct Language
{
    QSet<QString> names = {};
    QSet<QString> keywords = {};
    QString lineComment = {};
    QString blockOpen = {};
    QString blockClose = {};
    bool tripleQuotes = false;
    bool ignoreCase = false;
};

QSet<QString> words(QStringView text)
{
    QSet<QString> set;
    for (const QStringView word : text.split(u' ', Qt::SkipEmptyParts))
        set.insert(word.toString());
    return set;
}

const QList<Language> &languages()
{
    static const QList<Language> table{
        {.names = words(u"c cpp c++ cc h hpp cxx java kotlin kt swift cs csharp dart glsl"),
         .keywords =
             words(u"alignas auto bool break case catch char class const constexpr continue default delete do double "
                   u"else enum "
                   u"explicit extends extern false final finally float for friend fun goto if implements import in "
                   u"inline int "
                   u"interface let long namespace new noexcept null nullptr operator override package private "
                   u"protected public "
                   u"return short signed sizeof static struct super switch template this throw throws true try typedef "
                   u"typename union unsigned using val var virtual void volatile when while co_await co_return"),
         .lineComment = u"//"_s,
         .blockOpen = u"/*"_s,
         .blockClose = u"*/"_s},
        {.names = words(u"js javascript jsx ts typescript tsx json json5 jsonc"),
         .keywords = words(
             u"as async await break case catch class const continue debugger default delete do else enum export "
             u"extends "
             u"false finally for from function get if implements import in instanceof interface let new null of "
             u"private "
             u"protected public readonly return set static super switch this throw true try type typeof undefined var "
             u"void while with yield"),
         .lineComment = u"//"_s,
         .blockOpen = u"/*"_s,
         .blockClose = u"*/"_s},
        {.names = words(u"rust rs go golang zig"),
         .keywords =
             words(u"as async await break case chan const continue crate default defer dyn else enum extern "
                   u"fallthrough false "
                   u"fn for func go goto if impl import in interface let loop map match mod move mut nil package pub "
                   u"range ref "
                   u"return select self Self static struct super switch trait true type unsafe use var where while"),
         .lineComment = u"//"_s,
         .blockOpen = u"/*"_s,
         .blockClose = u"*/"_s},
        {.names = words(u"python py python3"),
         .keywords =
             words(u"and as assert async await break class continue def del elif else except False finally for from "
                   u"global if "
                   u"import in is lambda match None nonlocal not or pass raise return self True try while with yield"),
         .lineComment = u"#"_s,
         .tripleQuotes = true},
        {.names =
             words(u"sh bash zsh shell console fish ruby rb perl yaml yml toml ini make makefile dockerfile cmake"),
         .keywords = words(
             u"begin break case class continue def do done elif else elsif end ensure esac exit export false fi for "
             u"function if in local module nil readonly require rescue return select self set then true unless until "
             u"while yield"),
         .lineComment = u"#"_s},
        {.names = words(u"sql sqlite postgres postgresql mysql"),
         .keywords = words(
             u"add all alter and as asc begin between by case check column commit constraint create cross default "
             u"delete "
             u"desc distinct drop else end exists foreign from full group having if in index inner insert into is join "
             u"key left like limit not null offset on or order outer primary references returning right rollback "
             u"select "
             u"set table then transaction union unique update using values view when where with"),
         .lineComment = u"--"_s,
         .blockOpen = u"/*"_s,
         .blockClose = u"*/"_s,
         .ignoreCase = true},
        {.names = words(u"html xml svg vue markup"), .blockOpen = u"<!--"_s, .blockClose = u"-->"_s},
    };
    return table;
}

const Language &languageNamed(QStringView name)
{
    static const Language plain;
    const QString wanted = name.toString().toLower();
    for (const Language &language : languages()) {
        if (language.names.contains(wanted))
            return language;
    }
    return plain;
}

bool isWordChar(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// One pass over the text; each take… function consumes one token at m_at or leaves it.
class Lexer
{
public:
    Lexer(QStringView code, const Language &language)
        : m_code(code)
        , m_language(language)
    {
    }

    QList<CodeSpan> run()
    {
        while (m_at < m_code.size()) {
            if (!takeComment() && !takeString() && !takeNumber() && !takeWord())
                ++m_at;
        }
        return m_spans;
    }

private:
    void emitSpan(qsizetype end, CodeSpan::Kind kind)
    {
        m_spans.append({.start = m_at, .length = end - m_at, .kind = kind});
        m_at = end;
    }

    bool startsWith(const QString &text) const { return !text.isEmpty() && m_code.sliced(m_at).startsWith(text); }

    bool takeComment()
    {
        if (startsWith(m_language.lineComment)) {
            const qsizetype end = m_code.indexOf(u'\n', m_at);
            emitSpan(end < 0 ? m_code.size() : end, CodeSpan::Kind::Comment);
            return true;
        }
        if (startsWith(m_language.blockOpen)) {
            const qsizetype close = m_code.indexOf(m_language.blockClose, m_at + m_language.blockOpen.size());
            emitSpan(close < 0 ? m_code.size() : close + m_language.blockClose.size(), CodeSpan::Kind::Comment);
            return true;
        }
        return false;
    }

    bool takeString()
    {
        const QChar quote = m_code[m_at];
        if (quote != u'"' && quote != u'\'' && quote != u'`')
            return false;
        // An apostrophe inside a word is none: it's, 'a in Rust.
        if (quote == u'\'' && m_at > 0 && isWordChar(m_code[m_at - 1]))
            return false;
        const QString triple(3, quote);
        if (m_language.tripleQuotes && startsWith(triple)) {
            const qsizetype close = m_code.indexOf(triple, m_at + 3);
            emitSpan(close < 0 ? m_code.size() : close + 3, CodeSpan::Kind::String);
            return true;
        }
        qsizetype end = m_at + 1;
        while (end < m_code.size() && m_code[end] != quote && (m_code[end] != u'\n' || quote == u'`'))
            end += m_code[end] == u'\\' && end + 1 < m_code.size() ? 2 : 1;
        emitSpan(qMin(end + 1, m_code.size()), CodeSpan::Kind::String);
        return true;
    }

    bool takeNumber()
    {
        if (!m_code[m_at].isDigit())
            return false;
        qsizetype end = m_at + 1;
        while (end < m_code.size() && (isWordChar(m_code[end]) || m_code[end] == u'.'))
            ++end;
        emitSpan(end, CodeSpan::Kind::Number);
        return true;
    }

    bool takeWord()
    {
        if (!isWordChar(m_code[m_at]))
            return false;
        qsizetype end = m_at;
        while (end < m_code.size() && isWordChar(m_code[end]))
            ++end;
        const QString word = m_code.sliced(m_at, end - m_at).toString();
        if (m_language.keywords.contains(m_language.ignoreCase ? word.toLower() : word))
            emitSpan(end, CodeSpan::Kind::Keyword);
        else if (end < m_code.size() && m_code[end] == u'(' && !m_language.keywords.isEmpty())
            emitSpan(end, CodeSpan::Kind::Function);
        else
            m_at = end;
        return true;
    }

    QStringView m_code;
    const Language &m_language;
    QList<CodeSpan> m_spans;
    qsizetype m_at = 0;
};

QList<CodeSpan> lexDiff(QStringView code)
{
    QList<CodeSpan> spans;
    qsizetype at = 0;
    for (const QStringView line : code.split(u'\n')) {
        if (line.startsWith(u'+'))
            spans.append({.start = at, .length = line.size(), .kind = CodeSpan::Kind::Added});
        else if (line.startsWith(u'-'))
            spans.append({.start = at, .length = line.size(), .kind = CodeSpan::Kind::Removed});
        else if (line.startsWith(u"@@"))
            spans.append({.start = at, .length = line.size(), .kind = CodeSpan::Kind::Comment});
        at += line.size() + 1;
    }
    return spans;
}

} // namespace

QList<CodeSpan> lexCode(QStringView code, QStringView language)
{
    if (language.compare(u"diff", Qt::CaseInsensitive) == 0 || language.compare(u"patch", Qt::CaseInsensitive) == 0)
        return lexDiff(code);
    return Lexer(code, languageNamed(language)).run();
}

} // namespace sb::ui
