#pragma once

#include "core/base/result.h"
#include "core/secrets/key_table.h"

namespace sb::secrets {

inline constexpr qsizetype KeyLimit = 16 * 1024; ///< bytes; also long signed tokens are shorter

/// A key as it was typed or read, without the white space around it; of a service account's key file, what is needed of
/// it in one line. Errors: InvalidInput for an empty one, one that is too long, a key file that is none, or characters
/// that no header may carry. The message never repeats the key.
[[nodiscard]] Result<QByteArray> cleanKey(const QByteArray &typed);

/// What is stored in the keychain for one provider: the key together with where it may go, as one JSON text, so that no
/// half of it can be changed alone.
[[nodiscard]] QByteArray toEntry(const Key &key);
/// Errors: Damaged for what we did not write.
[[nodiscard]] Result<Key> fromEntry(const QByteArray &entry);

} // namespace sb::secrets
