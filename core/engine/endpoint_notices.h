#pragma once

#include "core/base/clock.h"
#include "core/catalog/endpoint.h"
#include "core/dialects/dialect.h"

namespace sb::engine {

/// What is to be known about an endpoint when it is used: that its model is about to be retired, or should have been.
/// Told from three months before the day on. Pure.
[[nodiscard]] QList<dialects::Notice> noticesAbout(const catalog::Endpoint &endpoint, WallTime now);

} // namespace sb::engine
