#pragma once

#include "core/chat/request.h"
#include "core/routing/classifier/classification.h"

#include <QList>

namespace sb::tools {

/// One line of a file below tests/routing/prompts; its README.md says what the members are.
struct LabelledPrompt
{
    QString id = {};
    routing::TaskClass taskClass = routing::TaskClass::Chat;
    QString language = {};
    chat::Request request = {};
};

/// Errors: the file or the line that cannot be read; never a word of its prompt.
[[nodiscard]] Result<QList<LabelledPrompt>> readPrompts(const QString &path);

/// How often which class was taken for which: rows are the labels, columns what was said, in the order of TaskClass.
using Confusion = std::array<std::array<int, routing::TaskClassCount>, routing::TaskClassCount>;

[[nodiscard]] Confusion confusionOf(const QList<LabelledPrompt> &prompts);
[[nodiscard]] int rightOf(const Confusion &confusion);
[[nodiscard]] int sumOf(const Confusion &confusion);

/// The table as README.md has it: a row for each class with its precision and recall, in Markdown.
[[nodiscard]] QByteArray tableOf(const Confusion &confusion);

/// How user-defined classes do that have nothing but examples, by examples.jsonl.
struct ExampleFigures
{
    int wanted = 0; ///< tests that belong to their class
    int wantedTaken = 0;
    int near = 0; ///< tests with the same words and other work
    int nearTaken = 0;
    int others = 0; ///< prompts of another file, once for each class
    int othersTaken = 0;
};

/// @param threshold of the similarity, for all classes
[[nodiscard]] Result<ExampleFigures> exampleFiguresOf(const QString &path, const QList<LabelledPrompt> &others,
                                                      double threshold);
/// A row of the table of README.md.
[[nodiscard]] QByteArray rowOf(double threshold, const ExampleFigures &figures);

} // namespace sb::tools
