#pragma once

#include "core/base/redactor.h"
#include "core/catalog/endpoint.h"
#include "core/chat/error.h"
#include "core/dialects/dialect.h"
#include "core/net/http_types.h"

#include <optional>

namespace sb::engine {

/// What an exchange that ended without the dialect's terminator and without the provider's own error means.
/// @param contentCame first content was decoded
[[nodiscard]] chat::ProviderError errorOf(const net::HttpEnd &end, int httpStatus, bool contentCame);

/// Our own sentence for a request that a provider cannot take at all.
[[nodiscard]] chat::ProviderError cannotEncode(const QString &why);

/// Nothing may be sent: each of the provider's keys has reached the limit that the user set for it.
[[nodiscard]] chat::ProviderError keysUsedUp(const catalog::Provider &provider, std::chrono::milliseconds freeIn);

/// Why a request that demands all of its parameters (OpenRouter's `provider.require_parameters`) must not be sent: the
/// encoder would leave one out. nullopt: it may be sent.
[[nodiscard]] std::optional<chat::ProviderError> lostParameter(const chat::Request &request,
                                                               const QList<dialects::Notice> &notices);

/// With what to do, where a person has to act: a key that was refused, has no credit or no permission, or a signature
/// for another region.
[[nodiscard]] chat::ProviderError advised(chat::ProviderError error, const catalog::Provider &provider);

/// The same error without a key in it: the only form that is stored or shown.
[[nodiscard]] chat::ProviderError redacted(chat::ProviderError error, const Redactor &redactor);

} // namespace sb::engine
