#include "core/chat/message.h"

namespace sb::chat {

QByteArray toWireName(Role role)
{
    switch (role) {
    case Role::System:
        return "system";
    case Role::Developer:
        return "developer";
    case Role::User:
        return "user";
    case Role::Assistant:
        return "assistant";
    case Role::Tool:
        return "tool";
    }
    Q_UNREACHABLE();
}

std::optional<DataUrl> splitDataUrl(const QByteArray &url)
{
    // RFC 2397 spelled with any case; parameters such as charset may stand between the type and the encoding.
    static constexpr QByteArrayView Scheme = "data:";
    static constexpr QByteArrayView Encoding = ";base64";
    if (QByteArrayView(url).first(std::min(Scheme.size(), url.size())).compare(Scheme, Qt::CaseInsensitive) != 0)
        return {};
    const qsizetype comma = url.indexOf(',');
    if (comma < 0)
        return {};
    const QByteArrayView head = QByteArrayView(url).first(comma).sliced(Scheme.size());
    if (head.size() < Encoding.size() || head.last(Encoding.size()).compare(Encoding, Qt::CaseInsensitive) != 0)
        return {};
    const qsizetype parameters = head.indexOf(';');
    return DataUrl{.mimeType = head.first(parameters).toByteArray().toLower(), .base64 = url.sliced(comma + 1)};
}

QString Message::text() const
{
    QString all;
    for (const Part &part : parts) {
        if (const auto *text = std::get_if<TextPart>(&part))
            all += text->text;
    }
    return all;
}

Message Message::make(Role role, const QString &text)
{
    Message message;
    message.role = role;
    if (!text.isEmpty())
        message.parts.append(TextPart{.text = text});
    return message;
}

} // namespace sb::chat
