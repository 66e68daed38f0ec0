#include "core/routing/end_state.h"

#include "core/routing/wire_names.h"

namespace sb::routing {

namespace {

constexpr std::array<WireName<EndState>, 8> EndStateNames{{
    {EndState::Complete, "complete"},
    {EndState::Length, "length"},
    {EndState::Filtered, "filtered"},
    {EndState::Cut, "cut"},
    {EndState::Stalled, "stalled"},
    {EndState::Cancelled, "cancelled"},
    {EndState::Failed, "failed"},
    {EndState::Lost, "lost"},
}};
static_assert(isComplete(EndStateNames, EndState::Lost));

} // namespace

QByteArray toWireName(EndState state)
{
    return nameIn(EndStateNames, state);
}

std::optional<EndState> endStateFromWireName(QByteArrayView name)
{
    return valueIn(EndStateNames, name);
}

} // namespace sb::routing
