#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace sb::practice {

/// What a prompt seems to ask for; each kind has a file in templates/.
enum class PromptKind
{
    Greeting,
    Translate,
    Summarize,
    Compare,
    Code,
    Math,
    List,
    HowTo,
    Write,
    Explain,
    Question, ///< anything else
    ToolResult, ///< no prompt, but what a tool returned
};

/// What an answer takes from a prompt: guesses by simple rules, in English and German.
struct PromptReading
{
    PromptKind kind = PromptKind::Question;
    QByteArray language = {}; ///< of code that is asked for: "python", "cpp", "javascript", "rust", "sql"; else empty
    QStringList words = {}; ///< at least three, the ones that say what it is about, the longest first
    QString topic = {}; ///< one to three words that stand together in the prompt
    QString first = {}; ///< of two things that are compared; otherwise the first word
    QString second = {};
    int number = 0; ///< the first one in the prompt between 2 and 999, else 12
    QString quote = {}; ///< the prompt on one short line, without Markdown
};

[[nodiscard]] PromptReading readPrompt(const QString &prompt);

} // namespace sb::practice
