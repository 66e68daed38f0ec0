#pragma once

#include "core/dialects/dialect.h"

namespace sb::lab {

// Answers in the formats that no server of ours writes: text, usage and the end, which is all that a rehearsal says.

[[nodiscard]] std::unique_ptr<dialects::AnswerEncoder> completionsWriter(const QString &model);
[[nodiscard]] std::unique_ptr<dialects::AnswerEncoder> cohereWriter();
[[nodiscard]] std::unique_ptr<dialects::AnswerEncoder> ollamaWriter(const QString &model, bool chat);
[[nodiscard]] std::unique_ptr<dialects::AnswerEncoder> converseWriter();

/// One message of AWS's binary event stream.
/// @param kind "event" or "exception"
[[nodiscard]] QByteArray awsMessage(const QByteArray &kind, const QByteArray &type, const QByteArray &payload);

} // namespace sb::lab
