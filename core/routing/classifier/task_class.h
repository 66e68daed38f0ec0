#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

namespace sb::routing {

/// Which kind of model somebody would choose who pays for it; tests/routing/prompts/README.md has the rules.
enum class TaskClass
{
    Reasoning, ///< steps that depend on each other; one wrong step spoils the answer
    Simple, ///< a label, a value, a span or a short rewriting of what was supplied
    LongDocument, ///< read out of a long supplied text
    Code,
    Bulk, ///< one instruction, many records, a result for each
    Chat ///< everything else
};

inline constexpr std::array TaskClasses{TaskClass::Reasoning, TaskClass::Simple, TaskClass::LongDocument,
                                        TaskClass::Code,      TaskClass::Bulk,   TaskClass::Chat};
inline constexpr std::size_t TaskClassCount = TaskClasses.size();

[[nodiscard]] QByteArray toWireName(TaskClass taskClass); ///< "reasoning", "simple", "long_document", …
[[nodiscard]] std::optional<TaskClass> taskClassFromWireName(QByteArrayView name);
[[nodiscard]] QString displayName(TaskClass taskClass); ///< translated

} // namespace sb::routing
