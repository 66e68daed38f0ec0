#pragma once

#include "core/base/json.h"

// Words of the format that both halves use.
namespace sb::dialects::anthropic {

/// The `format` of our entries in reasoning_details, as OpenRouter has it. Blocks of other formats mean nothing here.
inline constexpr const char *ReasoningFormat = "anthropic-claude-v1";

/// The tool that is forced where an answer must be JSON and the API has no mode for it: its input is the answer.
inline constexpr const char *AnswerTool = "signalbox_answer";

/// Whether a content block is one of the service's own, such as "server_tool_use" or "web_search_tool_result": neither
/// text nor a call for the caller to carry out, and sent back as it came.
[[nodiscard]] bool isServiceBlock(QByteArrayView type);

/// An entry of reasoning_details: readable thinking with its signature, or encrypted thinking.
[[nodiscard]] Json thinkingDetail(const QByteArray &text, const QByteArray &signature, int index);
[[nodiscard]] Json redactedDetail(const Json &data, int index);
/// The block that such an entry came from; null when it is not ours or was never signed.
[[nodiscard]] Json blockOfDetail(const Json &detail);

/// An object with one member, or more.
[[nodiscard]] Json typed(const char *type, Json::Object members);

} // namespace sb::dialects::anthropic
