#pragma once

#include "core/lab/endpoint_past.h"
#include "core/lab/replay.h"

#include <unordered_map>

namespace sb::lab {

/// Who may be asked first, and how likely each of them.
struct Pick
{
    int place = 0; ///< in the EndpointTable
    double probability = 0;
    friend bool operator==(const Pick &, const Pick &) = default;
};

/// What plan() says about a request, as far as a replay needs it.
struct Way
{
    std::vector<Pick> picks = {}; ///< of the first step that has any; empty: nobody could be asked
    bool practice = false;
    std::optional<double> answered = {}; ///< share of such requests that somebody answers; nullopt: not known
};

/// What is planned for.
struct Journey
{
    const routing::RequestOutline *outline = nullptr; ///< without sizes; lives as long as the cache
    qint64 model = 0; ///< number of its name: with `outline` it says which sketch
    QString modelName = {};
    int chain = -1; ///< index into the chains; −1: as it asks
    qint64 text = 0;
    qint64 likelyInput = 0;
    qint64 mostInput = 0;
    std::optional<qint64> maxTokens = {};
    std::optional<NanoDollars> remaining = {};
};

/// Plans, each made once.
class PlannedWays
{
public:
    /// All outlive this. @param chains those that a request may take, with the one that is replayed
    PlannedWays(const ReplaySpec &spec, const QList<routing::Chain> &chains, EndpointTable &table,
                const EndpointPast &past);

    /// Lives until the next call.
    [[nodiscard]] const Way &of(const Journey &journey);

private:
    struct Key
    {
        const routing::RequestOutline *outline = nullptr;
        qint64 model = 0;
        int chain = 0;
        qint64 text = 0;
        qint64 likelyInput = 0;
        qint64 mostInput = 0;
        qint64 maxTokens = 0;
        qint64 remaining = 0;
        friend bool operator==(const Key &, const Key &) = default;
    };
    struct KeyHash
    {
        std::size_t operator()(const Key &key) const;
    };
    /// What requests of one outline and model have in common.
    struct Sketch
    {
        chat::Request request = {};
        routing::Preferences preferences = {};
        routing::Chain implicit = {};
    };

    [[nodiscard]] const Sketch &sketchFor(const Journey &journey);
    [[nodiscard]] Way planned(const Journey &journey);
    [[nodiscard]] Way wayOf(const routing::Plan &plan);

    const QList<routing::Chain> &m_chains;
    EndpointTable &m_table;
    const EndpointPast &m_past;
    std::array<routing::HealthView, routing::PromptSizes> m_views;
    routing::PlanInput m_input;
    std::unordered_map<Key, Way, KeyHash> m_ways;
    QHash<std::pair<quintptr, qint64>, Sketch> m_sketches;
};

} // namespace sb::lab
