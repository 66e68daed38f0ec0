#include "core/lab/replay_tally.h"

#include <algorithm>

namespace sb::lab {

namespace {

constexpr double Certain = 1 - 1e-5; ///< probabilities on record have six digits
constexpr double WorthAnExample = 0.5;

bool isAnswered(routing::EndState end)
{
    return end == routing::EndState::Complete || end == routing::EndState::Length;
}

/// Whether the first endpoint that was asked is also the last.
bool stayedAtOne(const usage::RecordedRequest &request)
{
    return request.attempts.empty() || request.attempts.front().endpoint == request.attempts.back().endpoint;
}

void addExample(QList<usage::RecordKey> &examples, const usage::RecordKey &key)
{
    if (examples.size() < MostExamples)
        examples.append(key);
}

} // namespace

ReplayTally::ReplayTally(const ReplaySpec &spec, usage::RecordedRequests &names, EndpointTable &table,
                         const EndpointPast &past)
    : m_spec(spec)
    , m_names(names)
    , m_table(table)
    , m_past(past)
    , m_rules(std::size_t(spec.policy ? spec.policy->rules.size() + 1 : 0))
{
}

void ReplayTally::add(const usage::RecordedRequest &request, const Redecision &decision)
{
    ++m_requests;
    if (decision.gap) {
        GapSum &gap = m_gaps[std::size_t(*decision.gap)];
        ++gap.requests;
        return addExample(gap.examples, keyOf(request));
    }
    ++m_compared;
    m_standing += decision.way ? 0 : 1;
    m_otherChain += decision.otherChain ? 1 : 0;
    const int place = request.attempts.empty() ? Nobody : m_table.placeOf(request.attempts.front(), m_names);
    const Division division =
        decision.way ? divide(request, *decision.way, place) : Division{.stays = 1, .now = 1, .overlap = 1};
    m_byChance = m_byChance || division.elsewhere.size() > 1 || (division.stays > 0 && division.stays < 1);

    CostSum recorded;
    CostSum replayed;
    const Priced onRecord = priceOnRecord(request);
    recorded.add(onRecord);
    Part &part = partAt(place);
    part.recorded += 1;
    part.recordedCost += recorded;
    if (division.stays > 0) {
        replayed.add(onRecord, division.stays);
        part.replayed += division.stays;
        part.isEstimated = part.isEstimated || division.stays < 1;
        part.replayedCost += replayed;
    }
    addOutcome(request, division.stays);
    addElsewhere(request, decision, division, place, replayed);
    m_recordedCost += recorded;
    m_replayedCost += replayed;
    addVote(request, decision, division, place);
    addToRule(request, decision, recorded, replayed, 1 - division.stays);
}

/// The fewest changes that both decisions allow: a pick that is as likely as it was stays, and what has become less
/// likely goes where it has become more likely.
ReplayTally::Division ReplayTally::divide(const usage::RecordedRequest &request, const Way &way, int place)
{
    Division division;
    std::map<int, double> then;
    if (request.decision) {
        const std::vector<int> &places = placesOf(*request.decision);
        for (std::size_t i = 0; i < request.numbers.picks; ++i)
            then[places[i]] += request.numbers.probabilities[i];
    }
    if (then[place] <= 0)
        then = {{place, 1.0}}; // nothing is known of chance: it was as it was
    division.then = then[place];
    double more = 0;
    for (const Pick &pick : way.picks) {
        const auto old = then.find(pick.place);
        const double before = old == then.end() ? 0 : old->second;
        if (before > 0)
            division.overlap += pick.probability;
        if (pick.place == place) {
            division.now = pick.probability;
        } else if (pick.probability - before > 1 - Certain) {
            division.elsewhere.push_back({.place = pick.place, .part = pick.probability - before});
            more += pick.probability - before;
        }
    }
    if (way.picks.empty()) {
        if (place == Nobody)
            division.now = 1;
        else
            division.elsewhere.push_back({.place = Nobody, .part = more = 1});
    }
    division.stays = std::min(1.0, division.now / division.then);
    if (division.stays > Certain || more <= 0) {
        division.stays = 1;
        division.elsewhere.clear();
    }
    for (Share &share : division.elsewhere)
        share.part *= (1 - division.stays) / more;
    return division;
}

/// Of its candidates; those that nobody ever asked have no number on record, but had their chance.
const std::vector<int> &ReplayTally::placesOf(const usage::DecisionForm &form)
{
    std::vector<int> &places = m_places[&form];
    if (places.empty()) {
        for (const QString &endpoint : form.candidates)
            places.push_back(m_table.placeOf(endpoint, QString()));
    }
    return places;
}

/// How it ended, on record and for the part that stays.
void ReplayTally::addOutcome(const usage::RecordedRequest &request, double stays)
{
    if (request.end == routing::EndState::Cancelled)
        return;
    m_recordedJudged += 1;
    m_replayedJudged += stays;
    if (!isAnswered(request.end))
        return;
    m_recordedAnswered += 1;
    m_replayedAnswered += stays;
    m_recordedTimes.latency.add(double(request.latency));
    m_stayingTimes.latency.add(double(request.latency), stays);
    if (!request.firstContent)
        return;
    m_recordedTimes.firstContent.add(double(*request.firstContent));
    m_stayingTimes.firstContent.add(double(*request.firstContent), stays);
}

void ReplayTally::addElsewhere(const usage::RecordedRequest &request, const Redecision &decision,
                               const Division &division, int place, CostSum &cost)
{
    if (division.elsewhere.empty())
        return;
    const usage::RecordedAttempt *answer = answerOf(request);
    const int served = answer ? m_table.placeOf(*answer, m_names) : place;
    const QString model = modelAt(served);
    const bool isJudged = request.end != routing::EndState::Cancelled;
    for (const Share &share : division.elsewhere) {
        m_otherEndpoint += share.part;
        m_otherModel += modelAt(share.place) == modelAt(place) ? 0 : share.part;
        Part &part = partAt(share.place);
        part.replayed += share.part;
        part.isEstimated = part.isEstimated || share.part < 1;
        if (share.part >= WorthAnExample)
            addExample(part.examples, keyOf(request));
        CostSum there;
        if (share.place == Nobody) {
            there.add({.grade = Grade::Exact}, share.part);
            m_replayedJudged += isJudged ? share.part : 0;
        } else {
            there.add(priceAt(m_table.at(share.place), request, answer, model, *decision.outline), share.part);
            m_movedCached = m_movedCached || (answer && answer->tokens.input() > answer->tokens.freshInput);
            if (answer) {
                if (std::size_t(share.place) >= m_moved.size())
                    m_moved.resize(std::size_t(share.place) + 1, Sizes{});
                m_moved[std::size_t(share.place)][routing::promptSize(answer->tokens.input())]
                       [answerSize(answer->tokens.output())] += share.part;
            } else {
                m_untimed += share.part;
            }
            if (isJudged && decision.way->answered) {
                m_replayedJudged += share.part;
                m_replayedAnswered += share.part * *decision.way->answered;
            } else if (isJudged) {
                m_unjudged += share.part;
            }
        }
        part.replayedCost += there;
        cost += there;
    }
}

void ReplayTally::addVote(const usage::RecordedRequest &request, const Redecision &decision, const Division &division,
                          int place)
{
    if (!request.vote)
        return;
    const double reward = rewardOf(*request.vote);
    m_votes.add(reward);
    const usage::RecordedAttempt *answer = answerOf(request);
    Part &part = partAt(answer ? m_table.placeOf(*answer, m_names) : place);
    part.rewards += reward;
    ++part.votes;
    // Whom a chain asks after a failure is not known for a pick that was not made.
    if (!decision.way || stayedAtOne(request))
        m_weighted.add(reward, division.then, decision.way ? division.now : division.then, division.overlap);
}

void ReplayTally::addToRule(const usage::RecordedRequest &request, const Redecision &decision, const CostSum &recorded,
                            const CostSum &replayed, double moved)
{
    if (!decision.asked)
        return;
    RuleSum &sum = m_rules[decision.rule ? std::size_t(*decision.rule) : m_rules.size() - 1];
    ++sum.requests;
    sum.otherChain += decision.otherChain ? 1 : 0;
    sum.otherEndpoint += moved;
    sum.recordedCost += recorded;
    sum.replayedCost += replayed;
    if (decision.otherChain || moved >= WorthAnExample)
        addExample(sum.examples, keyOf(request));
}

ReplayTally::Part &ReplayTally::partAt(int place)
{
    const auto index = std::size_t(place) + 1;
    if (index >= m_parts.size())
        m_parts.resize(index + 1);
    return m_parts[index];
}

usage::RecordKey ReplayTally::keyOf(const usage::RecordedRequest &request) const
{
    return {.ledger = m_spec.ledger, .seq = request.seq};
}

QString ReplayTally::modelAt(int place) const
{
    return place == Nobody ? QString() : m_table.at(place).model;
}

} // namespace sb::lab
