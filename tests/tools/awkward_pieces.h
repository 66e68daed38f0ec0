#pragma once

#include "core/base/random.h"

#include <QByteArray>
#include <QList>

namespace sb::testing {

/// Cuts a body where a careless reader breaks: inside UTF-8 characters, CRLF, "data:" and escapes, at and inside the
/// blank line between two events, a run of single bytes, and anywhere. Which of these places, is drawn.
/// @return pieces that are not empty and together are the body
[[nodiscard]] QList<QByteArray> awkwardPieces(const QByteArray &body, Random &random);

} // namespace sb::testing
