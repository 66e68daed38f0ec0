#pragma once

#include "core/base/redactor.h"
#include "core/engine/list_call.h"
#include "core/engine/provider_check.h"

namespace sb::engine {

/// What the answer to a request for models means: outcome, status, models and one sentence.
/// @param redactor knows the key that was sent
[[nodiscard]] ProviderCheck checkResult(const CheckSpec &spec, const ListAnswer &answer, const Redactor &redactor);

/// The sentence of a check that went well, once it is known whether the key was needed for it.
[[nodiscard]] QString goodSentence(const CheckSpec &spec, const ProviderCheck &check);

/// The check of a key that is exchanged for a token. @param problem why there is none; nullopt: it was granted
[[nodiscard]] ProviderCheck tokenResult(const CheckSpec &spec, const std::optional<chat::ProviderError> &problem,
                                        const Redactor &redactor);

/// The check of a key that may not travel to this address.
[[nodiscard]] ProviderCheck keyNotSent(const CheckSpec &spec);

/// Why a key does not go along to a list that is at another address than the models.
[[nodiscard]] QString listElsewhere(const catalog::Provider &provider, const QUrl &list);

} // namespace sb::engine
