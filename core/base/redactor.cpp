#include "core/base/redactor.h"

#include "core/base/json.h"
#include "core/base/secret_shapes.h"

#include <algorithm>

namespace sb {

namespace {

constexpr qsizetype ShortestSecret = 6;
constexpr qsizetype ShortestTear = 8; // of a shorter beginning ("sk-proj") nothing can be made

/// The part of a Base64 text that only the secret decides, when `offset` foreign bytes stand before it in its group
/// of three: "user:key" in Basic authentication.
QByteArray base64Core(const QByteArray &secret, int offset, QByteArray::Base64Options options)
{
    constexpr int BitsPerByte = 8;
    constexpr int BitsPerCharacter = 6;
    const QByteArray encoded = (QByteArray(offset, '\0') + secret).toBase64(options);
    const qsizetype first = (offset * BitsPerByte + BitsPerCharacter - 1) / BitsPerCharacter;
    const qsizetype end = (offset + secret.size()) * BitsPerByte / BitsPerCharacter;
    return encoded.mid(first, end - first);
}

QByteArray jsonEscaped(const QByteArray &secret)
{
    const QByteArray quoted = Json(secret).dump();
    return quoted.mid(1, quoted.size() - 2);
}

/// The spellings in which a secret turns up in URLs, JSON and Basic authentication, without doubles.
QList<QByteArray> spellings(const QByteArray &secret)
{
    const QByteArray percent = secret.toPercentEncoding();
    // Some encoders leave "/" and ":" alone, which a query may contain.
    const QByteArray loosePercent = secret.toPercentEncoding("/:@");
    QList<QByteArray> all{secret, percent, loosePercent};
    for (QByteArray lower : {percent, loosePercent}) {
        for (qsizetype at = lower.indexOf('%'); at >= 0; at = lower.indexOf('%', at + 1))
            lower.replace(at, 3, lower.mid(at, 3).toLower());
        all.append(lower);
    }
    const QByteArray escaped = jsonEscaped(secret);
    all.append(escaped);
    all.append(QByteArray(escaped).replace("/", "\\/"));
    for (const int offset : {0, 1, 2}) {
        all.append(base64Core(secret, offset, QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals));
        all.append(base64Core(secret, offset, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }
    std::ranges::sort(all);
    all.resize(std::unique(all.begin(), all.end()) - all.begin());
    return all;
}

} // namespace

void Redactor::addSecret(const QByteArray &secret)
{
    // A secret that is part of the mark would be found in every mark.
    if (secret.size() < ShortestSecret || QByteArrayView(Mark).contains(secret) || m_secrets.contains(secret))
        return;
    m_secrets.append(spellings(secret));
    std::stable_sort(m_secrets.begin(), m_secrets.end(),
                     [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
}

void Redactor::removeSecret(const QByteArray &secret)
{
    if (!m_secrets.contains(secret))
        return;
    for (const QByteArray &spelling : spellings(secret))
        m_secrets.removeOne(spelling);
}

QByteArray Redactor::redact(const QByteArray &text) const
{
    QByteArray clean = text;
    for (const QByteArray &secret : m_secrets)
        clean.replace(secret, Mark);
    dropTornEnd(clean);
    return withoutSecretShapes(clean, Mark);
}

void Redactor::dropTornEnd(QByteArray &text) const
{
    qsizetype torn = 0;
    for (const QByteArray &secret : m_secrets) {
        for (qsizetype length = std::min(secret.size() - 1, text.size()); length >= ShortestTear && length > torn;
             --length) {
            if (text.endsWith(QByteArrayView(secret).first(length)))
                torn = length;
        }
    }
    if (torn > 0)
        text.replace(text.size() - torn, torn, Mark);
}

QString Redactor::redact(const QString &text) const
{
    return QString::fromUtf8(redact(text.toUtf8()));
}

} // namespace sb
