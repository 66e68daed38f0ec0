#pragma once

#include "core/base/clock.h"

#include <QHash>
#include <QString>

namespace sb::routing {

/// Whether a local server has a model in memory, as it says itself.
enum class LoadState
{
    NotLoaded,
    Loading,
    Warm,
};
inline constexpr LoadState LastLoadState = LoadState::Warm;
[[nodiscard]] QByteArray toWireName(LoadState state); ///< "not_loaded", "loading", "warm"

/// What local servers said about their models, for as long as it is likely to hold: a minute, and after an answer for
/// as long as servers keep a model (Ollama's five minutes). A value with time handed in.
class LoadBook
{
public:
    /// @param said endpoint id → state, of all endpoints of one provider that it said anything about
    void told(const QString &providerId, const QHash<QString, LoadState> &said, SteadyTime now);
    void answered(const QString &providerId, const QString &endpointId, SteadyTime now); ///< it is loaded
    void silent(const QString &providerId); ///< what it said before may be over
    /// Endpoint id → state; those of which nothing is known are not in it.
    [[nodiscard]] QHash<QString, LoadState> view(SteadyTime now) const;

private:
    struct Entry
    {
        LoadState state = LoadState::NotLoaded;
        SteadyTime until{0};
    };
    QHash<QString, QHash<QString, Entry>> m_providers; ///< provider id → endpoint id →
};

} // namespace sb::routing
