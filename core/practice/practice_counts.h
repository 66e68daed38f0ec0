#pragma once

#include "core/dialects/dialect.h"

#include <optional>

namespace sb::practice {

/// Where a dialect counts the tokens of a request instead of answering it: the path of the request itself. nullopt: it
/// does not count there.
[[nodiscard]] std::optional<QByteArray> pathOfCounted(catalog::DialectId dialect, const QByteArray &path);

/// Answers with the count, by the practice rule. @param path as pathOfCounted() says it. Errors: as decodeRequest().
[[nodiscard]] Result<QByteArray> countFor(catalog::DialectId dialect, const QByteArray &path, const QByteArray &body);

} // namespace sb::practice
