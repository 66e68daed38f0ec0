#pragma once

#include "core/chat/embedding.h"

namespace sb::dialects::embeddings {

/// The vectors of an answer in any API's form, in the order of their inputs. nullopt: it has none, or one that is no
/// list of numbers nor 32-bit floats in base64.
[[nodiscard]] std::optional<QList<chat::Vector>> vectorsIn(const Json &answer);

} // namespace sb::dialects::embeddings
