#pragma once

#include "core/chat/error.h"
#include "core/engine/list_call.h"
#include "core/secrets/service_account.h"

#include <tl/expected.hpp>

namespace sb::engine {

/// A token that opens an API for a while.
struct Grant
{
    QByteArray token = {};
    std::chrono::seconds lifetime{0};
};

/// Asks for a token in exchange for a signed assertion.
/// Source: https://developers.google.com/identity/protocols/oauth2/service-account#httprest
[[nodiscard]] dialects::WireRequest grantRequest(const QUrl &tokenUrl, const QByteArray &assertion);

/// What the token service answered: a token, or why there is none, with what to do about it. Authentication is said of
/// the account or its key only; a wrong clock here, or a service that does not answer, may pass.
[[nodiscard]] tl::expected<Grant, chat::ProviderError> readGrant(const ListAnswer &answer,
                                                                 const secrets::ServiceAccount &account);

} // namespace sb::engine
