#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace sb::usage {

/// Appends a number in 7-bit groups, lowest first (LEB128).
inline void appendVarint(QByteArray &out, quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        out.append(char(quint8(value) | 0x80U));
    out.append(char(value));
}

/// Takes one number off the front; nullopt when the bytes end before it does, or at the end.
inline std::optional<quint64> takeVarint(QByteArrayView &bytes)
{
    quint64 value = 0;
    for (qsizetype i = 0; i < bytes.size() && i < 10; ++i) {
        const auto byte = quint8(bytes[i]);
        value |= quint64(byte & 0x7fU) << (7 * i);
        if (byte < 0x80) {
            bytes = bytes.sliced(i + 1);
            return value;
        }
    }
    return std::nullopt;
}

} // namespace sb::usage
