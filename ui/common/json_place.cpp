#include "ui/common/json_place.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int DeepestPlace = 512; // as parseJson()
constexpr qsizetype LongestWord = 400; // of a number

/// Walks over a text and remembers where the part at a path begins.
class JsonWalk
{
public:
    JsonWalk(QStringView text, QStringView wanted)
        : m_text(text)
        , m_wanted(wanted)
    {
    }
    bool run()
    {
        if (!value({}, 0))
            return false;
        blanks();
        return m_at == m_text.size();
    }
    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] qsizetype found() const { return m_found; }

private:
    [[nodiscard]] QChar now() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    bool take(char16_t character)
    {
        if (now() != character)
            return false;
        ++m_at;
        return true;
    }
    void blanks()
    {
        while (m_at < m_text.size() && u" \t\r\n"_s.contains(m_text[m_at]))
            ++m_at;
    }
    /// The path so far leads to what is wanted, and farther than any before.
    void see(const QString &path, qsizetype begin)
    {
        const bool leads = m_wanted == path
            || (m_wanted.startsWith(path) && (path.isEmpty() || u".["_s.contains(m_wanted[path.size()])));
        if (leads && path.size() >= m_depth) {
            m_depth = path.size();
            m_found = begin;
        }
    }
    bool value(const QString &path, int depth)
    {
        blanks();
        if (depth > DeepestPlace)
            return false;
        if (now() == u'{')
            return object(path, depth);
        if (now() == u'[')
            return array(path, depth);
        if (now() == u'"')
            return text().has_value();
        return word();
    }
    bool object(const QString &path, int depth)
    {
        ++m_at;
        blanks();
        if (take(u'}'))
            return true;
        do {
            blanks();
            const qsizetype begin = m_at;
            const auto name = text();
            if (!name)
                return false;
            const QString inner = path.isEmpty() ? *name : path + u'.' + *name;
            see(inner, begin);
            blanks();
            if (!take(u':') || !value(inner, depth + 1))
                return false;
            blanks();
        } while (take(u','));
        return take(u'}');
    }
    bool array(const QString &path, int depth)
    {
        ++m_at;
        blanks();
        if (take(u']'))
            return true;
        int index = 0;
        do {
            blanks();
            const QString inner = u"%1[%2]"_s.arg(path).arg(index++);
            see(inner, m_at);
            if (!value(inner, depth + 1))
                return false;
            blanks();
        } while (take(u','));
        return take(u']');
    }
    /// Names with escapes are compared as they are written: none of ours has any.
    std::optional<QString> text()
    {
        if (!take(u'"'))
            return {};
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && now() != u'"' && now() != u'\n')
            m_at += now() == u'\\' ? 2 : 1;
        m_at = qMin(m_at, m_text.size());
        const QStringView inside = m_text.sliced(begin, m_at - begin);
        return take(u'"') ? std::optional(inside.toString()) : std::nullopt;
    }
    bool word()
    {
        static const QRegularExpression form(u"^(?:true|false|null|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)"_s);
        // A word is short: the whole text is not copied for each.
        const auto match =
            form.match(m_text.sliced(m_at, qMin<qsizetype>(LongestWord, m_text.size() - m_at)).toString());
        if (!match.hasMatch())
            return false;
        m_at += match.capturedEnd();
        return true;
    }

    QStringView m_text;
    QStringView m_wanted;
    qsizetype m_at = 0;
    qsizetype m_found = 0;
    qsizetype m_depth = 0;
};

} // namespace

qsizetype placeOf(QStringView text, QStringView path)
{
    JsonWalk walk(text, path);
    walk.run();
    return walk.found();
}

std::optional<qsizetype> mistakeIn(QStringView text)
{
    JsonWalk walk(text, {});
    return walk.run() ? std::nullopt : std::optional(walk.at());
}

QString pathIn(const QString &message)
{
    static const QRegularExpression form(
        u"^([A-Za-z_][\\w-]*(?:\\[\\d+\\])*(?:\\.[A-Za-z_][\\w-]*(?:\\[\\d+\\])*)*): "_s);
    return form.match(message).captured(1);
}

} // namespace sb::ui
