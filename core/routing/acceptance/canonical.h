#pragma once

#include "core/base/json.h"

namespace sb::routing {

/// One text a JSON value, whatever its spelling: the order of members does not count, 1.0 is 1, of members with one
/// name the last one counts. Two values are equal as JSON Schema means it when their texts are. Source: JSON Schema
/// 2020-12 core, 4.2.2 (instance equality). Unlike equivalent(), numbers are compared exactly.
[[nodiscard]] QByteArray canonical(const Json &value);

} // namespace sb::routing
