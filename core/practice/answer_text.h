#pragma once

#include "core/practice/prompt_reading.h"

#include <QByteArray>

namespace sb::practice {

struct AnswerText
{
    QByteArray templateId = {};
    QString text = {}; ///< Markdown
};

/// A number that depends on the text and the voice only, the same on every machine.
[[nodiscard]] quint64 seedOf(const QString &text, quint64 voice);

/// A text that looks like an answer to the prompt, in which words of it occur. Starts with a line that says that it is
/// practice. The same prompt and voice give the same text, another voice gives another.
[[nodiscard]] AnswerText answerText(const QString &prompt, quint64 voice);
/// The same after a tool's result.
[[nodiscard]] AnswerText toolAnswerText(const QString &toolResult, quint64 voice);

} // namespace sb::practice
