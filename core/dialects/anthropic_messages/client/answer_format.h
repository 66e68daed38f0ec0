#pragma once

#include "core/chat/request.h"

namespace sb::dialects::anthropic {

/// Whether output_config.format takes a schema: every object is closed, and nothing limits numbers, lengths or counts.
/// Source: https://platform.claude.com/docs/en/build-with-claude/structured-outputs#json-schema-limitations
[[nodiscard]] bool isStrictSchema(const Json &schema);

/// `output_config.format`
[[nodiscard]] Json formatOf(const chat::ResponseFormat &format);

/// The tool whose input is the answer, for what output_config.format does not take; null where the answer is to be no
/// object, which no tool can carry.
[[nodiscard]] Json answerToolOf(const chat::ResponseFormat &format);

} // namespace sb::dialects::anthropic
