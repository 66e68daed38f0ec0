#include "ui/common/markdown/math_text.h"

#include <QHash>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

const QHash<QString, QString> &symbols()
{
    static const QHash<QString, QString> table{
        {u"alpha"_s, u"α"_s},      {u"beta"_s, u"β"_s},       {u"gamma"_s, u"γ"_s},
        {u"delta"_s, u"δ"_s},      {u"epsilon"_s, u"ε"_s},    {u"varepsilon"_s, u"ε"_s},
        {u"zeta"_s, u"ζ"_s},       {u"eta"_s, u"η"_s},        {u"theta"_s, u"θ"_s},
        {u"iota"_s, u"ι"_s},       {u"kappa"_s, u"κ"_s},      {u"lambda"_s, u"λ"_s},
        {u"mu"_s, u"μ"_s},         {u"nu"_s, u"ν"_s},         {u"xi"_s, u"ξ"_s},
        {u"pi"_s, u"π"_s},         {u"rho"_s, u"ρ"_s},        {u"sigma"_s, u"σ"_s},
        {u"tau"_s, u"τ"_s},        {u"phi"_s, u"φ"_s},        {u"varphi"_s, u"φ"_s},
        {u"chi"_s, u"χ"_s},        {u"psi"_s, u"ψ"_s},        {u"omega"_s, u"ω"_s},
        {u"Gamma"_s, u"Γ"_s},      {u"Delta"_s, u"Δ"_s},      {u"Theta"_s, u"Θ"_s},
        {u"Lambda"_s, u"Λ"_s},     {u"Pi"_s, u"Π"_s},         {u"Sigma"_s, u"Σ"_s},
        {u"Phi"_s, u"Φ"_s},        {u"Psi"_s, u"Ψ"_s},        {u"Omega"_s, u"Ω"_s},
        {u"times"_s, u"×"_s},      {u"cdot"_s, u"·"_s},       {u"div"_s, u"÷"_s},
        {u"pm"_s, u"±"_s},         {u"mp"_s, u"∓"_s},         {u"le"_s, u"≤"_s},
        {u"leq"_s, u"≤"_s},        {u"ge"_s, u"≥"_s},         {u"geq"_s, u"≥"_s},
        {u"ne"_s, u"≠"_s},         {u"neq"_s, u"≠"_s},        {u"approx"_s, u"≈"_s},
        {u"equiv"_s, u"≡"_s},      {u"sim"_s, u"∼"_s},        {u"propto"_s, u"∝"_s},
        {u"infty"_s, u"∞"_s},      {u"sum"_s, u"∑"_s},        {u"prod"_s, u"∏"_s},
        {u"int"_s, u"∫"_s},        {u"partial"_s, u"∂"_s},    {u"nabla"_s, u"∇"_s},
        {u"to"_s, u"→"_s},         {u"rightarrow"_s, u"→"_s}, {u"leftarrow"_s, u"←"_s},
        {u"Rightarrow"_s, u"⇒"_s}, {u"implies"_s, u"⇒"_s},    {u"iff"_s, u"⇔"_s},
        {u"in"_s, u"∈"_s},         {u"notin"_s, u"∉"_s},      {u"subset"_s, u"⊂"_s},
        {u"cup"_s, u"∪"_s},        {u"cap"_s, u"∩"_s},        {u"forall"_s, u"∀"_s},
        {u"exists"_s, u"∃"_s},     {u"dots"_s, u"…"_s},       {u"ldots"_s, u"…"_s},
        {u"cdots"_s, u"⋯"_s},      {u"circ"_s, u"∘"_s},       {u"quad"_s, u"  "_s},
        {u"left"_s, QString()},    {u"right"_s, QString()},   {u"displaystyle"_s, QString()}};
    return table;
}

/// Every character of `text` raised or lowered; empty where Unicode lacks one of them.
QString scripted(const QString &text, bool raised)
{
    static const QString plain = u"0123456789+-=()nijkaxt"_s;
    static const QString above = u"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱʲᵏᵃˣᵗ"_s;
    static const QString below = u"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢⱼₖₐₓₜ"_s;
    QString out;
    for (const QChar c : text) {
        const qsizetype at = plain.indexOf(c);
        if (at < 0)
            return {};
        out += raised ? above.at(at) : below.at(at);
    }
    return out;
}

bool isSimple(const QString &text)
{
    return text.size() <= 1 || std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetterOrNumber(); });
}

QString grouped(const QString &text)
{
    return isSimple(text) ? text : u"(%1)"_s.arg(text);
}

/// Braces and arguments inside of each other; a formula that people read has a handful. What is deeper stays as it was
/// written, so that no answer can exhaust the stack.
constexpr int MaxDepth = 64;

class TexReader
{
public:
    explicit TexReader(QStringView tex)
        : m_tex(tex)
    {
    }

    QString read(QChar until = {})
    {
        QString out;
        while (m_at < m_tex.size()) {
            const QChar c = m_tex[m_at];
            if (!until.isNull() && c == until) {
                ++m_at;
                break;
            }
            out += readOne();
        }
        return out;
    }

private:
    /// "{…}" or one character.
    QString argument()
    {
        while (m_at < m_tex.size() && m_tex[m_at].isSpace())
            ++m_at;
        if (m_at < m_tex.size() && m_tex[m_at] == u'{') {
            ++m_at;
            return read(u'}').trimmed();
        }
        return m_at < m_tex.size() ? readOne() : QString();
    }

    QString readOne()
    {
        if (m_depth >= MaxDepth)
            return m_tex[m_at++];
        const QScopedValueRollback deeper(m_depth, m_depth + 1);
        const QChar c = m_tex[m_at++];
        if (c == u'\\')
            return command();
        if (c == u'{')
            return read(u'}');
        if (c == u'^' || c == u'_') {
            const QString inner = argument();
            const QString script = scripted(inner, c == u'^');
            return script.isEmpty() ? c + grouped(inner) : script;
        }
        return c == u'&' ? QString() : QString(c);
    }

    QString command()
    {
        qsizetype end = m_at;
        while (end < m_tex.size() && m_tex[end].isLetter())
            ++end;
        if (end == m_at) { // \, \; \\ \{ \%
            const QChar c = m_at < m_tex.size() ? m_tex[m_at++] : QChar();
            return c == u'\\' ? u"\n"_s : u",;:! "_s.contains(c) ? u" "_s : QString(c);
        }
        const QString name = m_tex.sliced(m_at, end - m_at).toString();
        m_at = end;
        if (name == "frac"_L1 || name == "dfrac"_L1 || name == "tfrac"_L1) {
            const QString above = argument();
            const QString below = argument();
            return u"%1/%2"_s.arg(grouped(above), grouped(below));
        }
        if (name == "sqrt"_L1)
            return u"√"_s + grouped(argument());
        if (name == "text"_L1 || name == "mathrm"_L1 || name == "mathbf"_L1 || name == "operatorname"_L1)
            return argument();
        const auto known = symbols().constFind(name);
        return known != symbols().cend() ? *known : u'\\' + name;
    }

    QStringView m_tex;
    qsizetype m_at = 0;
    int m_depth = 0; ///< of readOne() in itself
};

qsizetype runLength(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == text[at])
        ++end;
    return end - at;
}

/// What may stand before a fence in its line: the marks of lists and quotes.
bool isFencePrefix(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c.isSpace() || c.isDigit() || ">-*+.)"_L1.contains(c); });
}

bool closesFence(QStringView line, QChar mark, qsizetype marks)
{
    qsizetype at = 0;
    while (at < line.size() && (line[at].isSpace() || line[at] == u'>'))
        ++at;
    const QStringView closing = line.sliced(at).trimmed();
    return closing.size() >= marks && closing.front() == mark && runLength(closing, 0) == closing.size();
}

/// The end of the fenced code that begins at `at`: that of the line that closes it, or of the text, where none does.
/// Nothing between is a formula, also while an answer still streams. @return `at`: no fence begins here
qsizetype endOfFence(QStringView text, qsizetype at)
{
    const qsizetype marks = runLength(text, at);
    const qsizetype lineStart = text.first(at).lastIndexOf(u'\n') + 1;
    const qsizetype lineEnd = text.indexOf(u'\n', at);
    const QStringView rest = text.sliced(at + marks, (lineEnd < 0 ? text.size() : lineEnd) - at - marks);
    // ```code``` in a line is no fence.
    if (marks < 3 || !isFencePrefix(text.sliced(lineStart, at - lineStart))
        || (text[at] == u'`' && rest.contains(u'`')))
        return at;
    qsizetype begin = lineEnd;
    while (begin >= 0) {
        const qsizetype end = text.indexOf(u'\n', begin + 1);
        const qsizetype length = (end < 0 ? text.size() : end) - begin - 1;
        if (closesFence(text.sliced(begin + 1, length), text[at], marks))
            return begin + 1 + length;
        begin = end;
    }
    return text.size();
}

/// The end of the code that begins at `at`, a backtick or a tilde: behind its last mark.
qsizetype endOfCode(const QString &text, qsizetype at)
{
    if (const qsizetype end = endOfFence(text, at); end > at)
        return end;
    const qsizetype marks = runLength(text, at);
    if (text[at] == u'~')
        return at + marks; // struck out
    const qsizetype close = text.indexOf(QString(marks, u'`'), at + marks);
    return close < 0 ? at + marks : close + marks;
}

/// The formula that begins at `at`, with what encloses it; 0 length: none begins here.
struct Formula
{
    qsizetype length = 0;
    QStringView tex = {};
    bool display = false;
};

Formula enclosed(QStringView text, QLatin1StringView open, QLatin1StringView close, bool display)
{
    if (!text.startsWith(open))
        return {};
    const qsizetype end = text.indexOf(close, open.size());
    const qsizetype paragraph = text.indexOf("\n\n"_L1);
    if (end <= open.size() || (paragraph >= 0 && paragraph < end))
        return {};
    return {.length = end + close.size(), .tex = text.sliced(open.size(), end - open.size()), .display = display};
}

Formula formulaAt(QStringView text)
{
    for (const Formula &formula : {enclosed(text, "$$"_L1, "$$"_L1, true), enclosed(text, "\\["_L1, "\\]"_L1, true),
                                   enclosed(text, "\\("_L1, "\\)"_L1, false)}) {
        if (formula.length > 0)
            return formula;
    }
    const Formula inlined = enclosed(text, "$"_L1, "$"_L1, false);
    // As pandoc has it: no blank inside of either dollar, no digit behind the second, so that prices stay prices.
    const bool isFormula = inlined.length > 0 && !inlined.tex.front().isSpace() && !inlined.tex.back().isSpace()
        && !inlined.tex.contains(u'\n') && !inlined.tex.contains(u'`')
        && (inlined.length >= text.size() || !text[inlined.length].isDigit());
    return isFormula ? inlined : Formula{};
}

} // namespace

QString texToText(QStringView tex)
{
    return TexReader(tex.trimmed()).read();
}

QString withMathAsCode(const QString &markdown)
{
    if (!markdown.contains(u'$') && !markdown.contains("\\("_L1) && !markdown.contains("\\["_L1))
        return markdown;
    QString out;
    out.reserve(markdown.size());
    qsizetype at = 0;
    while (at < markdown.size()) {
        const QChar c = markdown[at];
        if (c == u'`' || c == u'~') {
            const qsizetype end = endOfCode(markdown, at);
            out += QStringView(markdown).sliced(at, end - at);
            at = end;
            continue;
        }
        const Formula formula = c == u'$' || c == u'\\' ? formulaAt(QStringView(markdown).sliced(at)) : Formula{};
        if (formula.length == 0) {
            const bool escaped = c == u'\\' && at + 1 < markdown.size();
            out += QStringView(markdown).sliced(at, escaped ? 2 : 1);
            at += escaped ? 2 : 1;
            continue;
        }
        const QString text = texToText(formula.tex);
        out += formula.display ? u"\n\n```math\n%1\n```\n\n"_s.arg(text) : u'`' + text + u'`';
        at += formula.length;
    }
    return out;
}

} // namespace sb::ui
