#include "core/routing/acceptance/json_mender.h"

#include <array>
#include <utility>

namespace sb::routing {

namespace {

constexpr std::size_t MostLevels = 512; // parseJson() takes no more

constexpr std::array<std::pair<const char *, const char *>, 3> PythonWords{{
    {"True", "true"},
    {"False", "false"},
    {"None", "null"},
}};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isOfWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-'
        || c == '.' || c == '_';
}

} // namespace

std::optional<qsizetype> JsonMender::read(qsizetype from)
{
    m_at = from;
    Expects expected = Expects::Value;
    while (expected != Expects::Nothing && expected != Expects::Failed) {
        blanks();
        if (m_at >= m_in.size())
            return {}; // cut
        expected = next(expected);
    }
    return expected == Expects::Nothing ? std::optional(m_at) : std::nullopt;
}

JsonMender::Expects JsonMender::next(Expects expected)
{
    switch (expected) {
    case Expects::ValueOrEnd:
    case Expects::KeyOrEnd:
        if (isAtEnd())
            return close();
        return next(expected == Expects::KeyOrEnd ? Expects::Key : Expects::Value);
    case Expects::Value:
        return value();
    case Expects::Key:
        return string() ? Expects::Colon : Expects::Failed;
    case Expects::Colon:
        if (peek() != ':')
            return Expects::Failed;
        m_out += m_in[m_at++];
        return Expects::Value;
    case Expects::CommaOrEnd:
        return isAtEnd() ? close() : comma();
    case Expects::Nothing:
    case Expects::Failed:
        break;
    }
    return Expects::Failed;
}

JsonMender::Expects JsonMender::value()
{
    switch (peek()) {
    case '{':
        return open('}');
    case '[':
        return open(']');
    case '"':
    case '\'':
        return string() ? behindValue() : Expects::Failed;
    default:
        return word();
    }
}

JsonMender::Expects JsonMender::open(char end)
{
    if (m_ends.size() >= MostLevels)
        return Expects::Failed;
    m_out += m_in[m_at++];
    m_ends.push_back(end);
    return end == '}' ? Expects::KeyOrEnd : Expects::ValueOrEnd;
}

JsonMender::Expects JsonMender::close()
{
    m_out += m_in[m_at++];
    m_ends.pop_back();
    return behindValue();
}

JsonMender::Expects JsonMender::comma()
{
    if (peek() != ',')
        return Expects::Failed;
    const qsizetype place = m_out.size();
    m_out += m_in[m_at++];
    blanks();
    if (isAtEnd()) {
        m_out.remove(place, 1);
        mended(JsonRepair::TrailingComma);
        return close();
    }
    return m_ends.back() == '}' ? Expects::Key : Expects::Value;
}

/// A number, true, false, null, or what Python calls them.
JsonMender::Expects JsonMender::word()
{
    const qsizetype start = m_at;
    while (m_at < m_in.size() && isOfWord(m_in[m_at]))
        ++m_at;
    const QByteArrayView found = m_in.sliced(start, m_at - start);
    for (const auto &[python, json] : PythonWords) {
        if (found != python)
            continue;
        m_out += json;
        mended(JsonRepair::PythonLiteral);
        return behindValue();
    }
    m_out += found;
    return found.isEmpty() ? Expects::Failed : behindValue();
}

/// A text within ' ends at the next one. Where that was an apostrophe, what follows is no JSON.
bool JsonMender::string()
{
    static constexpr char Hex[] = "0123456789abcdef";
    const char quote = peek();
    if (quote != '"' && quote != '\'')
        return false;
    if (quote == '\'')
        mended(JsonRepair::SingleQuotes);
    m_out += '"';
    for (++m_at; m_at < m_in.size(); ++m_at) {
        const char c = m_in[m_at];
        if (c == quote) {
            ++m_at;
            m_out += '"';
            return true;
        }
        if (c == '\\') {
            if (!escape(quote))
                return false;
        } else if (c == '"') {
            m_out += "\\\"";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            if (c == '\n' || c == '\t')
                m_out += c == '\n' ? "\\n" : "\\t";
            else
                m_out.append("\\u00").append(Hex[c >> 4]).append(Hex[c & 15]);
            mended(JsonRepair::ControlCharacter);
        } else {
            m_out += c;
        }
    }
    return false;
}

/// Takes a backslash and leaves the character behind it to be passed over.
bool JsonMender::escape(char quote)
{
    if (++m_at >= m_in.size() || static_cast<unsigned char>(m_in[m_at]) < 0x20)
        return false;
    if (m_in[m_at] != '\'' || quote != '\'')
        m_out += '\\';
    m_out += m_in[m_at];
    return true;
}

void JsonMender::blanks()
{
    while (m_at < m_in.size() && isBlank(m_in[m_at]))
        m_out += m_in[m_at++];
}

void JsonMender::mended(JsonRepair repair)
{
    if (!m_repairs.contains(repair))
        m_repairs.append(repair);
}

} // namespace sb::routing
