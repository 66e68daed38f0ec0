#pragma once

#include "core/engine/list_call.h"
#include "core/engine/provider_check.h"

#include <span>

namespace sb::engine {

/// Which program sent this list of models: by its Server header, else by who it says owns the models. Empty: it does
/// not say.
[[nodiscard]] QString kindByList(const dialects::AnswerHead &head, const QList<catalog::ListedModel> &models);

/// A path at a server's root by whose answer a program is known when its list does not say, such as an empty one.
struct Telltale
{
    const char *path = "";
    const char *member = ""; ///< of the JSON that comes back
    const char *kind = "";
};
[[nodiscard]] std::span<const Telltale> telltales();
[[nodiscard]] bool matches(const Telltale &telltale, const ListAnswer &answer);

} // namespace sb::engine
