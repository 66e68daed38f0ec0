#include "core/practice/tokens.h"

namespace sb::practice {

namespace {

/// Bytes of UTF-8 that this unit adds; a surrogate is half of four.
qsizetype utf8Size(QChar unit)
{
    const char16_t code = unit.unicode();
    if (code < 0x80)
        return 1;
    return code < 0x800 || unit.isSurrogate() ? 2 : 3;
}

} // namespace

qint64 countTokens(const QString &text)
{
    return tokensOfBytes(text.toUtf8().size());
}

QStringList splitTokens(const QString &text)
{
    QStringList tokens;
    qsizetype start = 0;
    qsizetype bytes = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const qsizetype size = isPair ? 4 : utf8Size(text[i]);
        if (bytes + size > TokenBytes) {
            tokens.append(text.mid(start, i - start));
            start = i;
            bytes = 0;
        }
        bytes += size;
        i += isPair ? 1 : 0;
    }
    if (start < text.size())
        tokens.append(text.mid(start));
    return tokens;
}

} // namespace sb::practice
