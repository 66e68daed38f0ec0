#pragma once

#include "core/lab/redecider.h"
#include "core/lab/replay_cost.h"
#include "core/lab/weighted_votes.h"

#include <map>

namespace sb::lab {

/// Adds up what was and what would be.
class ReplayTally
{
public:
    /// All outlive this.
    ReplayTally(const ReplaySpec &spec, usage::RecordedRequests &names, EndpointTable &table, const EndpointPast &past);

    void add(const usage::RecordedRequest &request, const Redecision &decision);
    [[nodiscard]] ReplayReport report() const;

private:
    static constexpr int Nobody = -1; ///< as a place: nobody was, or could be, asked

    /// Where a part of a request would go.
    struct Share
    {
        int place = Nobody;
        double part = 0;
    };
    /// How a request that is decided again is divided: what stays where it was, and what goes elsewhere.
    struct Division
    {
        double stays = 0;
        std::vector<Share> elsewhere = {};
        double then = 1; ///< probability of the recorded pick, when it was picked
        double now = 0; ///< and as it would be
        double overlap = 0; ///< share of what would be picked that could have been picked
    };
    struct Part
    {
        double recorded = 0;
        double replayed = 0;
        bool isEstimated = false; ///< something came here by chance
        CostSum recordedCost = {};
        CostSum replayedCost = {};
        double rewards = 0;
        qint64 votes = 0;
        QList<usage::RecordKey> examples = {};
    };
    struct RuleSum
    {
        qint64 requests = 0;
        qint64 otherChain = 0;
        double otherEndpoint = 0;
        CostSum recordedCost = {};
        CostSum replayedCost = {};
        QList<usage::RecordKey> examples = {};
    };
    struct GapSum
    {
        qint64 requests = 0;
        QList<usage::RecordKey> examples = {};
    };
    /// Of both sides, or of one.
    struct Times
    {
        Spread latency = {};
        Spread firstContent = {};
    };
    /// By sizes of prompt and answer, of one endpoint.
    using Sizes = std::array<std::array<double, AnswerSizes>, routing::PromptSizes>;

    [[nodiscard]] Part &partAt(int place);
    [[nodiscard]] Division divide(const usage::RecordedRequest &request, const Way &way, int place);
    [[nodiscard]] const std::vector<int> &placesOf(const usage::DecisionForm &form);
    void addOutcome(const usage::RecordedRequest &request, double stays);
    void addElsewhere(const usage::RecordedRequest &request, const Redecision &decision, const Division &division,
                      int place, CostSum &cost);
    void addVote(const usage::RecordedRequest &request, const Redecision &decision, const Division &division,
                 int place);
    void addToRule(const usage::RecordedRequest &request, const Redecision &decision, const CostSum &recorded,
                   const CostSum &replayed, double moved);
    [[nodiscard]] usage::RecordKey keyOf(const usage::RecordedRequest &request) const;
    [[nodiscard]] QString modelAt(int place) const;

    void reportSides(ReplayReport &report) const;
    void reportTimes(ReplayReport &report) const;
    void reportParts(ReplayReport &report) const;
    void reportRules(ReplayReport &report) const;
    void reportGaps(ReplayReport &report) const;
    [[nodiscard]] QStringList assumptions() const;

    const ReplaySpec &m_spec;
    usage::RecordedRequests &m_names;
    EndpointTable &m_table;
    const EndpointPast &m_past;

    qint64 m_requests = 0;
    qint64 m_compared = 0;
    qint64 m_standing = 0;
    qint64 m_otherChain = 0;
    double m_otherEndpoint = 0;
    double m_otherModel = 0;
    bool m_byChance = false; ///< some request is divided
    bool m_movedCached = false; ///< tokens from a cache were priced elsewhere
    CostSum m_recordedCost = {};
    CostSum m_replayedCost = {};
    Times m_recordedTimes = {};
    Times m_stayingTimes = {};
    std::vector<Sizes> m_moved; ///< requests that go elsewhere and whose answer is on record, by place
    double m_untimed = 0; ///< requests that go elsewhere without one
    double m_recordedAnswered = 0;
    double m_recordedJudged = 0; ///< that the user did not give up
    double m_replayedAnswered = 0;
    double m_replayedJudged = 0;
    double m_unjudged = 0; ///< whose endpoints nobody knows
    PlainVotes m_votes = {};
    WeightedVotes m_weighted = {};
    std::vector<Part> m_parts; ///< by place + 1
    std::unordered_map<const usage::DecisionForm *, std::vector<int>> m_places; ///< of candidates
    std::vector<RuleSum> m_rules; ///< by index, the last for no rule
    std::array<GapSum, GapCount> m_gaps = {};
};

} // namespace sb::lab
