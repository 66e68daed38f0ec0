#pragma once

#include <QByteArray>

#include <optional>

namespace sb::routing {

/// How a request ended; DESIGN.md section 4, End states. Stored by name.
enum class EndState
{
    Complete, ///< the dialect's terminator came
    Length, ///< complete, but the model ran into its output limit
    Filtered, ///< ended by a content filter
    Cut, ///< the connection ended without the dialect's terminator
    Stalled, ///< nothing came for longer than the idle clock
    Cancelled, ///< the caller asked to stop
    Failed, ///< no candidate brought an answer
    Lost, ///< the process died before it could settle
};
[[nodiscard]] QByteArray toWireName(EndState state); ///< "complete", "length", …
[[nodiscard]] std::optional<EndState> endStateFromWireName(QByteArrayView name);

} // namespace sb::routing
