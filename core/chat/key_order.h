#pragma once

#include "core/base/json.h"

#include <QByteArray>
#include <QList>

namespace sb::chat {

/// What has to be put in another order in `written` to look like `source`: an object or list of the same shape that
/// holds no values, or null where nothing differs.
[[nodiscard]] Json orderDifference(const Json &source, const Json &written);

/// `written` in the order that orderDifference() found; keys that it does not know come last, in their own order.
[[nodiscard]] Json arranged(const Json &written, const Json &order);

/// The members of `written` in the order of `keys`; others come last, in their own order.
[[nodiscard]] Json arranged(const Json &written, const QList<QByteArray> &keys);

} // namespace sb::chat
