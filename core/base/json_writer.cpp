#include "core/base/json.h"

#include <utility>

namespace sb {

namespace {

/// The letter behind the backslash, or 0 where a character has no short escape.
char shortEscape(unsigned char c)
{
    switch (c) {
    case '"':
    case '\\':
        return char(c);
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

class Writer
{
public:
    static constexpr int Compact = -1;

    /// @param indent blanks per level, or Compact
    explicit Writer(int indent)
        : m_indent(indent)
    {
    }
    void write(const Json &json);
    [[nodiscard]] QByteArray take() { return std::move(m_out); }

private:
    void writeString(const QByteArray &text);
    template <typename Items, typename WriteItem>
    void writeContainer(char open, char close, const Items &items, WriteItem writeItem);
    void newLine();

    QByteArray m_out;
    int m_indent;
    int m_level = 0;
};

void Writer::write(const Json &json)
{
    if (json.isNull()) {
        m_out += "null";
    } else if (json.isBool()) {
        m_out += *json.toBool() ? "true" : "false";
    } else if (json.isNumber()) {
        m_out += json.numberLiteral();
    } else if (json.isString()) {
        writeString(json.toBytes());
    } else if (json.isArray()) {
        writeContainer('[', ']', json.items(), [this](const Json &item) { write(item); });
    } else {
        writeContainer('{', '}', json.members(), [this](const Json::Member &member) {
            writeString(member.first);
            m_out += m_indent == Compact ? ":" : ": ";
            write(member.second);
        });
    }
}

template <typename Items, typename WriteItem>
void Writer::writeContainer(char open, char close, const Items &items, WriteItem writeItem)
{
    m_out += open;
    ++m_level;
    bool isFirst = true;
    for (const auto &item : items) {
        if (!std::exchange(isFirst, false))
            m_out += ',';
        newLine();
        writeItem(item);
    }
    --m_level;
    if (!items.isEmpty())
        newLine();
    m_out += close;
}

void Writer::newLine()
{
    if (m_indent == Compact)
        return;
    m_out += '\n';
    m_out.append(qsizetype(m_indent) * m_level, ' ');
}

void Writer::writeString(const QByteArray &text)
{
    static constexpr char Hex[] = "0123456789abcdef";
    m_out += '"';
    qsizetype start = 0; // of the stretch that needs no escape
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        m_out.append(text.constData() + start, i - start);
        start = i + 1;
        m_out += '\\';
        if (const char letter = shortEscape(c))
            m_out += letter;
        else
            m_out.append("u00").append(Hex[c >> 4]).append(Hex[c & 15]);
    }
    m_out.append(text.constData() + start, text.size() - start);
    m_out += '"';
}

} // namespace

QByteArray Json::dump() const
{
    Writer writer(Writer::Compact);
    writer.write(*this);
    return writer.take();
}

QByteArray Json::dumpIndented() const
{
    Writer writer(2);
    writer.write(*this);
    return writer.take() + '\n';
}

} // namespace sb
