#include "core/dialects/event_stream.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>

namespace sb::dialects {

namespace {

constexpr qsizetype Word = 4;
constexpr qsizetype PreludeSize = 3 * Word; ///< both lengths and their checksum
constexpr qsizetype LongestHeaders = 128 * 1024;

constexpr std::array<quint32, 256> crcTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < table.size(); ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = value & 1 ? (value >> 1) ^ 0xEDB88320U : value >> 1;
        table[i] = value;
    }
    return table;
}

quint32 wordAt(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

/// What a header's value is made of, by the number in front of it.
enum class ValueType : quint8
{
    True,
    False,
    Byte,
    Short,
    Integer,
    Long,
    Bytes,
    Text,
    Timestamp,
    Uuid,
};

/// Reads one after the other, and notices when there is not enough.
class HeaderReader
{
public:
    explicit HeaderReader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

    std::optional<Header> next()
    {
        const auto length = number<quint8>();
        const auto name = length ? take(*length) : std::nullopt;
        const auto type = name && !name->isEmpty() ? number<quint8>() : std::nullopt;
        const auto value = type ? valueOf(ValueType(*type)) : std::nullopt;
        if (!value)
            return {};
        return Header{name->toByteArray(), value->toByteArray()};
    }

private:
    std::optional<QByteArrayView> take(qsizetype size)
    {
        if (size > m_rest.size())
            return {};
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

    template <typename Number>
    std::optional<Number> number()
    {
        const auto bytes = take(sizeof(Number));
        return bytes ? std::optional(qFromBigEndian<Number>(bytes->data())) : std::nullopt;
    }

    std::optional<QByteArrayView> valueOf(ValueType type)
    {
        switch (type) {
        case ValueType::True:
        case ValueType::False:
            return take(0);
        case ValueType::Byte:
            return take(1);
        case ValueType::Short:
            return take(2);
        case ValueType::Integer:
            return take(4);
        case ValueType::Long:
        case ValueType::Timestamp:
            return take(8);
        case ValueType::Uuid:
            return take(16);
        case ValueType::Bytes:
        case ValueType::Text: {
            const auto length = number<quint16>();
            return length ? take(*length) : std::nullopt;
        }
        }
        return {}; // a type that is not there
    }

    QByteArrayView m_rest;
};

} // namespace

quint32 crc32(QByteArrayView bytes)
{
    static constexpr std::array<quint32, 256> Table = crcTable();
    quint32 crc = 0xFFFFFFFFU;
    for (const char c : bytes)
        crc = Table[(crc ^ quint8(c)) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

QByteArray StreamMessage::header(QByteArrayView name) const
{
    const auto it =
        std::find_if(headers.begin(), headers.end(), [&](const Header &each) { return each.first == name; });
    return it != headers.end() ? it->second : QByteArray();
}

EventStreamParser::EventStreamParser(qsizetype limit)
    : m_limit(limit)
{
}

QList<StreamMessage> EventStreamParser::feed(QByteArrayView bytes)
{
    QList<StreamMessage> messages;
    while (!m_broken && !bytes.isEmpty()) {
        const qsizetype size = std::min(missing(), bytes.size());
        m_buffer.append(bytes.first(size));
        bytes = bytes.sliced(size);
        if (missing() > 0)
            continue;
        if (!m_prelude) {
            m_prelude = readPrelude();
            m_broken = !m_prelude;
            continue;
        }
        auto message = readMessage();
        m_broken = !message;
        if (message)
            messages.append(std::move(*message));
        m_prelude.reset();
        m_buffer.clear();
    }
    if (m_broken)
        m_buffer.clear();
    return messages;
}

qsizetype EventStreamParser::missing() const
{
    return (m_prelude ? m_prelude->total : PreludeSize) - m_buffer.size();
}

std::optional<EventStreamParser::Prelude> EventStreamParser::readPrelude() const
{
    const Prelude prelude{.total = qsizetype(wordAt(m_buffer, 0)), .headers = qsizetype(wordAt(m_buffer, Word))};
    const bool whole = crc32(QByteArrayView(m_buffer).first(2 * Word)) == wordAt(m_buffer, 2 * Word);
    const bool fits = prelude.total >= PreludeSize + Word && prelude.headers <= prelude.total - PreludeSize - Word;
    if (!whole || !fits || prelude.total > m_limit || prelude.headers > LongestHeaders)
        return {};
    return prelude;
}

std::optional<StreamMessage> EventStreamParser::readMessage() const
{
    const QByteArrayView all(m_buffer);
    const qsizetype end = all.size() - Word;
    if (crc32(all.first(end)) != wordAt(all, end))
        return {};
    StreamMessage message;
    HeaderReader reader(all.sliced(PreludeSize, m_prelude->headers));
    while (!reader.atEnd()) {
        auto header = reader.next();
        if (!header)
            return {};
        message.headers.append(std::move(*header));
    }
    message.payload =
        all.sliced(PreludeSize + m_prelude->headers, end - PreludeSize - m_prelude->headers).toByteArray();
    return message;
}

} // namespace sb::dialects
