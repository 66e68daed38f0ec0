#pragma once

#include "core/practice/practice.h"

#include <QByteArray>

namespace sb::practice {

/// The body of GET /models in the provider's format.
[[nodiscard]] QByteArray modelList(const SimulatedProvider &provider);

} // namespace sb::practice
