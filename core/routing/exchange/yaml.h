#pragma once

#include "core/base/json.h"

namespace sb::routing {

/// Reads one YAML document as JSON: maps with scalar keys, lists, and plain scalars in their YAML 1.1 meaning (as
/// PyYAML has it: yes and no are flags), numbers as they are written where JSON can. Anchors, aliases and merge keys
/// are resolved, within limits: a small file cannot become a large value. Parsing is libyaml's. Errors: InvalidInput
/// with the line; TooLarge.
[[nodiscard]] Result<Json> parseYaml(QByteArrayView text);

/// Writes block YAML that parseYaml() and YAML 1.2 read as the same value.
[[nodiscard]] QByteArray writeYaml(const Json &json);

/// What a plain scalar means: null, a flag, a number or a text.
[[nodiscard]] Json plainScalar(const QByteArray &text);

} // namespace sb::routing
