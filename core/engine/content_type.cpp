#include "core/engine/content_type.h"

#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace sb::engine {

namespace {

struct Signature
{
    const char *type = "";
    QByteArrayView start = {};
    qsizetype at = 4; ///< of the second part, which counts only where there is one
    QByteArrayView second = {};
};

constexpr std::array Signatures{
    Signature{"image/png", "\x89PNG\r\n\x1a\n"},
    Signature{"image/jpeg", "\xff\xd8\xff"},
    Signature{"image/gif", "GIF8"},
    Signature{"image/webp", "RIFF", 8, "WEBP"},
    Signature{"image/heic", "", 4, "ftypheic"},
    Signature{"image/heif", "", 4, "ftypmif1"},
    Signature{"application/pdf", "%PDF-"},
    Signature{"audio/wav", "RIFF", 8, "WAVE"},
    Signature{"audio/mp3", "ID3"},
    Signature{"audio/ogg", "OggS"},
    Signature{"audio/flac", "fLaC"},
    Signature{"video/webm", "\x1a\x45\xdf\xa3"},
    Signature{"video/mp4", "", 4, "ftyp"},
};

bool matches(const QByteArray &bytes, const Signature &signature)
{
    const QByteArrayView all(bytes);
    return all.startsWith(signature.start)
        && (signature.second.isEmpty()
            || (all.size() > signature.at && all.sliced(signature.at).startsWith(signature.second)));
}

bool isText(const QByteArray &bytes)
{
    if (bytes.isEmpty() || bytes.contains('\0'))
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError() && !text.isEmpty();
}

} // namespace

QByteArray contentType(const QByteArray &bytes)
{
    const auto it = std::find_if(Signatures.begin(), Signatures.end(),
                                 [&](const Signature &signature) { return matches(bytes, signature); });
    if (it != Signatures.end())
        return it->type;
    return isText(bytes) ? QByteArray("text/plain") : QByteArray();
}

bool hasItsEnd(const QByteArray &mimeType, const QByteArray &bytes)
{
    // Cameras and printers leave something behind the end; a thumbnail inside has an end, too.
    constexpr qsizetype Behind = 4096;
    const QByteArray tail = bytes.last(std::min(Behind, bytes.size()));
    if (mimeType == "image/png")
        return tail.contains("IEND");
    if (mimeType == "image/jpeg")
        return tail.contains("\xff\xd9");
    if (mimeType == "image/gif")
        return tail.contains('\x3b');
    if (mimeType == "application/pdf")
        return tail.contains("%%EOF");
    if (mimeType == "image/webp") {
        constexpr qsizetype Head = 8;
        return bytes.size() >= Head
            && qFromLittleEndian<quint32>(bytes.constData() + 4) <= quint64(bytes.size() - Head);
    }
    return true;
}

} // namespace sb::engine
