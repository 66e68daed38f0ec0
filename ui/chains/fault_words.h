#pragma once

#include <QByteArray>
#include <QString>

namespace sb::ui {

/// Where a fault strikes, for the menu of a station.
enum class FaultGroup
{
    Connection, ///< before an answer
    Refusal, ///< instead of one
    Answer, ///< inside one
    World, ///< beside it: budgets, sleep, several providers
};

/// A fault in a word or two: "529 overloaded". Its id where it has none.
[[nodiscard]] QString faultWord(const QByteArray &id);
[[nodiscard]] FaultGroup faultGroup(const QByteArray &id);
[[nodiscard]] QString faultGroupTitle(FaultGroup group);

} // namespace sb::ui
