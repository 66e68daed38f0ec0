#pragma once

#include <QString>
#include <QStringList>

namespace sb::practice {

/// A practice token is four bytes of UTF-8; real tokenizers come near that for English.
inline constexpr qsizetype TokenBytes = 4;

/// Bytes divided by four, rounded up.
[[nodiscard]] qint64 countTokens(const QString &text);
[[nodiscard]] constexpr qint64 tokensOfBytes(qint64 bytes)
{
    return (bytes + TokenBytes - 1) / TokenBytes;
}
/// The text in pieces of at most four bytes, no character torn apart; joined they give the text.
[[nodiscard]] QStringList splitTokens(const QString &text);

} // namespace sb::practice
