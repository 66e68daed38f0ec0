#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace sb {

/// Takes secrets out of foreign text before it is stored, logged or shown: error bodies, headers, URLs, curl copies.
/// It knows the shapes of keys (Authorization and x-api-key values, sk-…, AIza…, key= and token= in URLs, JWTs,
/// userinfo in URLs) and the very keys that are loaded. A value type; threads have copies. Prompts and answers do not
/// pass it.
class Redactor
{
public:
    static constexpr auto Mark = "[redacted]";

    void addSecret(const QByteArray &secret); ///< shorter than 6 bytes is ignored: it would tear up ordinary text
    /// Adding twice is adding once: one removal is enough, so remove a key only when nothing uses it any more.
    void removeSecret(const QByteArray &secret);

    [[nodiscard]] QByteArray redact(const QByteArray &text) const;
    [[nodiscard]] QString redact(const QString &text) const;

private:
    /// Foreign text is often cut to a length before it comes here, in the middle of a secret at worst.
    void dropTornEnd(QByteArray &text) const;

    QList<QByteArray> m_secrets; ///< longest first, also percent-encoded, base64 and JSON-escaped
};

} // namespace sb
