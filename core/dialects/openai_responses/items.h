#pragma once

#include "core/base/json.h"

// Words of the format that both halves use.
namespace sb::dialects::responses {

/// The `format` of our entries in reasoning_details, as OpenRouter has it. Blocks of other formats mean nothing here.
inline constexpr const char *ReasoningFormat = "openai-responses-v1";

/// What `include` names to get reasoning in a form that can be sent back, and probabilities of tokens.
inline constexpr const char *IncludeEncrypted = "reasoning.encrypted_content";
inline constexpr const char *IncludeLogprobs = "message.output_text.logprobs";

/// An object with one member, or more.
[[nodiscard]] Json typed(const char *type, Json::Object members);

/// Whether an item is one of the service's own, such as "web_search_call" or "item_reference": neither a message nor
/// reasoning nor a call for the caller to carry out nor its result; sent as it came.
[[nodiscard]] bool isServiceItem(QByteArrayView type);

/// A reasoning item as entries of reasoning_details: one for each part of its summary and of its text, and one for what
/// is encrypted. @param next number of the first entry: each has another, so that none are joined
[[nodiscard]] Json::Array detailsOf(const Json &item, qint64 next);
/// Whether an entry is of another item than the one before it, which may be null: what is encrypted comes last.
[[nodiscard]] bool beginsItem(const Json &before, const Json &detail);
/// Whether a reasoning item means something to a service that keeps nothing.
[[nodiscard]] bool standsAlone(const Json &item);
/// The reasoning items that such entries came from; entries that are not ours are passed over.
[[nodiscard]] Json::Array reasoningItems(const Json &details);

/// A citation of the web in the form of chat completions, where its members are one level deeper; others as they are.
[[nodiscard]] Json chatAnnotation(const Json &annotation);
[[nodiscard]] Json responsesAnnotation(const Json &annotation);
[[nodiscard]] bool isAnnotation(const Json &json);

} // namespace sb::dialects::responses
