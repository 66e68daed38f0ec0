#pragma once

#include <QByteArray>

namespace sb {

/// The text with everything that has the shape of a key, token or password replaced by `mark`; names and schemes beside
/// it ("Authorization: Bearer") stay readable. Bytes that are not UTF-8 pass unharmed.
[[nodiscard]] QByteArray withoutSecretShapes(const QByteArray &text, const char *mark);

} // namespace sb
