#pragma once

#include "core/base/json.h"

#include <QString>

/// What both halves know about parts of a content.
namespace sb::dialects::gemini {

/// The member under its name in JSON, "functionCall", or under the name that protobuf's JSON reading also takes,
/// "function_call"; null when there is none. @param name in camel case
[[nodiscard]] const Json &field(const Json &object, QByteArrayView name);
/// The same, as the name under which it is there; empty when it is not.
[[nodiscard]] QByteArray fieldName(const Json &object, QByteArrayView name);

/// The kind of data that a part holds, "text", "inlineData", "toolCall", …; empty for a part that holds none, such as
/// one with nothing but a thought signature.
[[nodiscard]] QByteArray dataKind(const Json &part);

/// How OpenRouter names the reasoning blocks of this format; blocks of other formats mean nothing here.
inline constexpr auto ReasoningFormat = "google-gemini-v1";

/// A block of reasoning_details for a thought signature. @param data as it came, base64 @param index its number
[[nodiscard]] Json signatureBlock(const QByteArray &data, int index);
/// A block for a thought that can be read, with its signature where it has one.
[[nodiscard]] Json thoughtBlock(const QString &text, const QByteArray &signature, int index);

/// Where a tool call carries its thought signature: `extra_content.google.thought_signature`, as Google's own endpoint
/// in OpenAI form sends it. Source: https://ai.google.dev/gemini-api/docs/thought-signatures
[[nodiscard]] Json signatureExtra(const QByteArray &signature);
[[nodiscard]] QByteArray signatureOf(const Json &callExtra); ///< empty when there is none

} // namespace sb::dialects::gemini
