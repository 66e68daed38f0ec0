#pragma once

#include "core/base/result.h"
#include "core/catalog/endpoint.h"

#include <QByteArray>

namespace sb::practice {

/// Where texts are taken for vectors: in OpenAI's form only.
[[nodiscard]] bool takesTexts(catalog::DialectId dialect, const QByteArray &path);

/// Answers an embeddings request in OpenAI's form. The same text and voice give the same vector, of length 1; texts
/// with words in common have vectors that are near to each other. Errors: InvalidInput with the path in the request.
[[nodiscard]] Result<QByteArray> vectorsFor(const QByteArray &body, quint64 voice);

} // namespace sb::practice
