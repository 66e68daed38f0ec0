#include "core/routing/acceptance/bounded_pattern.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::routing {

namespace {

struct EcmaPatternText
{
    Q_DECLARE_TR_FUNCTIONS(sb::routing)
};

// ECMA's white space and line ends, for use in a class, and all the rest of Unicode.
constexpr auto Space =
    "\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}"_L1;
constexpr auto NoSpace =
    "\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}"
    "\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}"_L1;
constexpr auto AnyButLineEnd = "[^\\n\\r\\x{2028}\\x{2029}]"_L1;
constexpr auto Categories =
    " L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C "_L1;

/// Rewrites from left to right. What would mean something else to PCRE ends it.
class EcmaReader
{
public:
    explicit EcmaReader(const QString &pattern)
        : m_in(pattern)
    {
    }

    Result<QString> read()
    {
        while (m_at < m_in.size() && !m_failed)
            readOne();
        if (m_failed)
            return failure(Error::Kind::InvalidInput,
                           EcmaPatternText::tr("a pattern that cannot be checked: see its character %1").arg(m_at + 1));
        return m_out;
    }

private:
    void readOne();
    void readClass();
    void readGroup();
    void readBrace();
    void readEscape(bool inClass);
    void readProperty();
    void readCodePoint();
    void afterQuantifier();
    [[nodiscard]] QStringView rest() const { return QStringView(m_in).sliced(m_at); }
    [[nodiscard]] std::optional<uint> hex(qsizetype from, qsizetype digits) const;
    void take(qsizetype length)
    {
        m_out += rest().first(length);
        m_at += length;
    }
    void replace(qsizetype length, QStringView by)
    {
        m_out += by;
        m_at += length;
    }
    void replace(qsizetype length, QLatin1StringView by)
    {
        m_out += by;
        m_at += length;
    }
    void codePoint(qsizetype length, uint code) { replace(length, u"\\x{%1}"_s.arg(code, 0, 16)); }
    void refuse() { m_failed = true; }
    [[nodiscard]] bool isAtRange(qsizetype length) const;

    const QString &m_in;
    QString m_out;
    qsizetype m_at = 0;
    qsizetype m_classStart = 0; ///< of the members of the class that is read
    bool m_failed = false;
};

void EcmaReader::readOne()
{
    switch (m_in.at(m_at).unicode()) {
    case u'\\':
        return readEscape(false);
    case u'[':
        return readClass();
    case u'(':
        return readGroup();
    case u'{':
        return readBrace();
    case u'.':
        return replace(1, AnyButLineEnd);
    case u'$':
        return replace(1, "\\z"_L1); // PCRE's $ is also before a line feed at the end
    case u'*':
    case u'+':
    case u'?':
        take(1);
        return afterQuantifier();
    default:
        take(1);
    }
}

/// "a++" is possessive in PCRE, and a mistake in ECMA.
void EcmaReader::afterQuantifier()
{
    if (rest().startsWith(u'?'))
        take(1);
    if (!rest().isEmpty() && u"+*?"_s.contains(rest().front()))
        refuse();
}

void EcmaReader::readBrace()
{
    static const QRegularExpression quantifier(u"^\\{[0-9]+(,[0-9]*)?\\}"_s);
    const auto match = quantifier.match(rest().first(std::min(rest().size(), qsizetype(32))).toString());
    if (!match.hasMatch())
        return replace(1, "\\{"_L1);
    take(match.capturedLength());
    afterQuantifier();
}

void EcmaReader::readGroup()
{
    static const QRegularExpression known(u"^\\((\\?(:|=|!|<=|<!|<[A-Za-z_][A-Za-z_0-9]{0,30}>)|(?![?*]))"_s);
    const auto match = known.match(rest().first(std::min(rest().size(), qsizetype(40))).toString());
    if (!match.hasMatch())
        return refuse();
    take(match.capturedLength());
}

void EcmaReader::readClass()
{
    if (rest().startsWith("[]"_L1))
        return replace(2, "(?!)"_L1); // nothing
    if (rest().startsWith("[^]"_L1))
        return replace(3, "(?s:.)"_L1); // anything
    take(rest().startsWith("[^"_L1) ? 2 : 1);
    m_classStart = m_at;
    while (!m_failed && m_at < m_in.size() && m_in.at(m_at) != u']') {
        if (m_in.at(m_at) == u'\\')
            readEscape(true);
        else if (m_in.at(m_at) == u'[')
            replace(1, "\\["_L1); // PCRE would see [:alpha:]
        else
            take(1);
    }
    if (m_at < m_in.size() && !m_failed)
        take(1);
    else
        refuse();
}

/// Whether a set of characters of this length stands at an end of "x-y", where no set has a meaning.
bool EcmaReader::isAtRange(qsizetype length) const
{
    const bool after = m_at > m_classStart && m_in.at(m_at - 1) == u'-';
    const bool before = rest().sliced(length).startsWith(u'-') && !rest().sliced(length).startsWith("-]"_L1);
    return (after && m_at - 1 > m_classStart) || before;
}

void EcmaReader::readEscape(bool inClass)
{
    static const QString kept = u"dDwWtnrvfb"_s;
    const char16_t c = m_at + 1 < m_in.size() ? m_in.at(m_at + 1).unicode() : u'\0';
    const auto classed = [inClass](QLatin1StringView set) { return inClass ? QString(set) : u"["_s + set + u']'; };
    const bool isLetterOrDigit = QChar(c).isLetterOrNumber() || c == u'\0' || c > 127;
    if (inClass && m_at + 1 < m_in.size() && u"dDwWsSpP"_s.contains(c) && isAtRange(2))
        return refuse();
    if (kept.contains(c) || !isLetterOrDigit || (c == u'B' && !inClass))
        return c == u'v' ? replace(2, "\\x{b}"_L1) : take(2); // PCRE's \v is every vertical space
    if (c == u's')
        return replace(2, classed(Space));
    if (c == u'S')
        return replace(2, classed(NoSpace));
    if (c == u'p' || c == u'P')
        return readProperty();
    if (c == u'u')
        return readCodePoint();
    if (c == u'x' && hex(m_at + 2, 2))
        return codePoint(4, *hex(m_at + 2, 2));
    const bool digitFollows = m_at + 2 < m_in.size() && m_in.at(m_at + 2).isDigit();
    if (c == u'0' && !digitFollows && m_at + 1 < m_in.size())
        return codePoint(2, 0);
    refuse();
}

void EcmaReader::readProperty()
{
    static const QRegularExpression known(
        u"^\\\\[pP]\\{(?:General_Category=|gc=)?(?<category>[A-Z][a-z]?)\\}|^\\\\[pP]\\{(?:Script|sc)=(?<script>[A-Z][a-z]+)\\}"_s);
    const auto match = known.match(rest().first(std::min(rest().size(), qsizetype(60))).toString());
    const QString category = match.captured(u"category"_s);
    const QString name = category.isEmpty() ? match.captured(u"script"_s) : category;
    if (name.isEmpty() || (!category.isEmpty() && !QString(Categories).contains(u' ' + category + u' ')))
        return refuse();
    replace(match.capturedLength(), u"\\%1{%2}"_s.arg(m_in.at(m_at + 1)).arg(name));
}

std::optional<uint> EcmaReader::hex(qsizetype from, qsizetype digits) const
{
    if (from + digits > m_in.size() || digits < 1 || digits > 6)
        return {};
    uint value = 0;
    for (const QChar c : QStringView(m_in).sliced(from, digits)) {
        const auto isHex = [c](char16_t low, char16_t high) { return c.unicode() >= low && c.unicode() <= high; };
        if (!isHex(u'0', u'9') && !isHex(u'a', u'f') && !isHex(u'A', u'F'))
            return {};
        value = value * 16 + uint(c.isDigit() ? c.unicode() - u'0' : (c.unicode() | 0x20) - u'a' + 10);
    }
    return value;
}

void EcmaReader::readCodePoint()
{
    if (rest().startsWith("\\u{"_L1)) {
        const qsizetype digits = m_in.indexOf(u'}', m_at) - m_at - 3;
        const auto code = hex(m_at + 3, digits);
        if (!code || *code > QChar::LastValidCodePoint || QChar::isSurrogate(*code))
            return refuse();
        return codePoint(digits + 4, *code);
    }
    const auto first = hex(m_at + 2, 4);
    if (!first)
        return refuse();
    if (!QChar::isSurrogate(*first))
        return codePoint(6, *first);
    const auto second = m_in.mid(m_at + 6, 2) == "\\u"_L1 ? hex(m_at + 8, 4) : std::nullopt;
    if (!QChar::isHighSurrogate(*first) || !second || !QChar::isLowSurrogate(*second))
        return refuse(); // half a character is in no JSON text
    codePoint(12, QChar::surrogateToUcs4(char16_t(*first), char16_t(*second)));
}

} // namespace

Result<QString> pcreFromEcma(const QString &pattern)
{
    return EcmaReader(pattern).read();
}

} // namespace sb::routing
