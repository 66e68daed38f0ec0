#include "core/dialects/dialect.h"

#include <algorithm>

namespace sb::dialects {

QByteArray AnswerHead::header(QByteArrayView name) const
{
    const auto it =
        std::find_if(headers.begin(), headers.end(), [&](const Header &header) { return header.first == name; });
    return it != headers.end() ? it->second : QByteArray();
}

std::optional<Header> authorization(const catalog::Provider &provider, const QByteArray &key)
{
    const QByteArray secret = key.trimmed();
    // A line feed inside a key would start a header of its own.
    const bool printable = std::all_of(secret.begin(), secret.end(), [](char c) { return c > ' ' && c < 0x7f; });
    if (secret.isEmpty() || !printable)
        return {};
    switch (provider.auth) {
    case catalog::Provider::Auth::None:
        return {};
    case catalog::Provider::Auth::Bearer:
        return Header{"authorization", "Bearer " + secret};
    case catalog::Provider::Auth::XApiKey:
        return Header{"x-api-key", secret};
    case catalog::Provider::Auth::XGoogApiKey:
        return Header{"x-goog-api-key", secret};
    }
    return {};
}

} // namespace sb::dialects
