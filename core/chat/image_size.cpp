#include "core/chat/image_size.h"

#include <QtEndian>

namespace sb::chat {

namespace {

constexpr quint32 LongestSide = 65'535;

std::optional<QSize> checked(quint32 width, quint32 height)
{
    if (width == 0 || height == 0 || width > LongestSide || height > LongestSide)
        return {};
    return QSize(int(width), int(height));
}

quint32 big16(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}
quint32 little16(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.data() + at);
}
quint32 little24(QByteArrayView bytes, qsizetype at)
{
    return little16(bytes, at) | quint32(quint8(bytes[at + 2])) << 16;
}

/// Source: https://www.w3.org/TR/png-3/#11IHDR
std::optional<QSize> pngSize(QByteArrayView bytes)
{
    if (bytes.size() < 24 || bytes.sliced(12, 4) != QByteArrayView("IHDR"))
        return {};
    return checked(qFromBigEndian<quint32>(bytes.data() + 16), qFromBigEndian<quint32>(bytes.data() + 20));
}

/// Source: https://www.w3.org/Graphics/GIF/spec-gif89a.txt, 18
std::optional<QSize> gifSize(QByteArrayView bytes)
{
    return bytes.size() < 10 ? std::nullopt : checked(little16(bytes, 6), little16(bytes, 8));
}

/// Whether the segment is a frame header: SOF0 to SOF15 without DHT, JPG and DAC, which share the range.
bool isFrameHeader(quint8 marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Walks the segments to the first frame header. Source: ITU-T T.81, B.1 and B.2.2
std::optional<QSize> jpegSize(QByteArrayView bytes)
{
    constexpr quint8 Filler = 0xFF;
    constexpr quint8 EndOfImage = 0xD9;
    constexpr quint8 StartOfScan = 0xDA;
    qsizetype at = 2;
    while (at + 4 <= bytes.size() && quint8(bytes[at]) == Filler) {
        const quint8 marker = quint8(bytes[at + 1]);
        if (marker == Filler) {
            ++at;
            continue;
        }
        if (marker == EndOfImage || marker == StartOfScan)
            return {};
        if (isFrameHeader(marker))
            return at + 9 <= bytes.size() ? checked(big16(bytes, at + 7), big16(bytes, at + 5)) : std::nullopt;
        const bool standsAlone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
        at += standsAlone ? 2 : 2 + qsizetype(big16(bytes, at + 2));
    }
    return {};
}

/// Source: https://developers.google.com/speed/webp/docs/riff_container and RFC 6386, 9.1
std::optional<QSize> webpSize(QByteArrayView bytes)
{
    constexpr qsizetype Data = 20;
    constexpr qsizetype LosslessHeaderEnd = Data + 5;
    constexpr qsizetype HeaderEnd = Data + 10;
    if (bytes.size() < LosslessHeaderEnd)
        return {};
    const QByteArrayView chunk = bytes.sliced(12, 4);
    if (chunk == QByteArrayView("VP8L")) {
        if (bytes[Data] != '\x2F')
            return {};
        const quint32 bits = qFromLittleEndian<quint32>(bytes.data() + Data + 1);
        constexpr quint32 SideBits = 0x3FFF;
        return checked((bits & SideBits) + 1, (bits >> 14 & SideBits) + 1);
    }
    if (bytes.size() < HeaderEnd)
        return {};
    if (chunk == QByteArrayView("VP8 ")) {
        if (bytes.sliced(Data + 3, 3) != QByteArrayView("\x9D\x01\x2A"))
            return {};
        constexpr quint32 SideBits = 0x3FFF; // the two above are the scale
        return checked(little16(bytes, Data + 6) & SideBits, little16(bytes, Data + 8) & SideBits);
    }
    if (chunk == QByteArrayView("VP8X"))
        return checked(little24(bytes, Data + 4) + 1, little24(bytes, Data + 7) + 1);
    return {};
}

} // namespace

std::optional<QSize> imageSize(QByteArrayView bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1A\n"))
        return pngSize(bytes);
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return jpegSize(bytes);
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return gifSize(bytes);
    if (bytes.startsWith("RIFF") && bytes.size() >= 12 && bytes.sliced(8, 4) == QByteArrayView("WEBP"))
        return webpSize(bytes);
    return {};
}

} // namespace sb::chat
