#include "core/routing/load_book.h"

#include "core/routing/wire_names.h"

namespace sb::routing {

using namespace std::chrono_literals;

namespace {

constexpr SteadyTime SayingHolds = 60s;
constexpr SteadyTime KeptAfterAnswer = 5min;

constexpr std::array<WireName<LoadState>, 3> LoadNames{{
    {LoadState::NotLoaded, "not_loaded"},
    {LoadState::Loading, "loading"},
    {LoadState::Warm, "warm"},
}};
static_assert(isComplete(LoadNames, LastLoadState));

} // namespace

QByteArray toWireName(LoadState state)
{
    return nameIn(LoadNames, state);
}

void LoadBook::told(const QString &providerId, const QHash<QString, LoadState> &said, SteadyTime now)
{
    QHash<QString, Entry> &entries = m_providers[providerId];
    entries.clear();
    for (auto it = said.begin(); it != said.end(); ++it)
        entries.insert(it.key(), {.state = it.value(), .until = now + SayingHolds});
}

void LoadBook::answered(const QString &providerId, const QString &endpointId, SteadyTime now)
{
    m_providers[providerId].insert(endpointId, {.state = LoadState::Warm, .until = now + KeptAfterAnswer});
}

void LoadBook::silent(const QString &providerId)
{
    m_providers.remove(providerId);
}

QHash<QString, LoadState> LoadBook::view(SteadyTime now) const
{
    QHash<QString, LoadState> view;
    for (const QHash<QString, Entry> &entries : m_providers) {
        for (auto it = entries.begin(); it != entries.end(); ++it) {
            if (now < it->until)
                view.insert(it.key(), it->state);
        }
    }
    return view;
}

} // namespace sb::routing
