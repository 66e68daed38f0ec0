// The half of ReplayTally that says what came of it.
#include "core/lab/replay_tally.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sb::lab {

namespace {

struct ReplaySummaryText
{
    Q_DECLARE_TR_FUNCTIONS(sb::lab)
};

constexpr double MostUnknown = 0.05; ///< beyond this share, what is known would not speak for the rest

Figure figureOf(double value, bool isExact)
{
    return {.value = value, .grade = isExact ? Grade::Exact : Grade::Estimated};
}

/// A share of known outcomes; nothing where too many are unknown.
Figure shareOf(double part, double known, double unknown, bool isExact)
{
    if (known <= 0 || unknown > MostUnknown * (known + unknown))
        return {};
    return figureOf(part / known, isExact);
}

std::optional<milliseconds> timeAt(const Spread &spread, double p)
{
    const auto value = spread.quantile(p);
    return value ? std::optional(milliseconds(std::llround(*value))) : std::nullopt;
}

ReplayTimes timesOf(const Spread &spread, double unknown, bool isExact)
{
    if (spread.weight() <= 0 || unknown > MostUnknown * (spread.weight() + unknown))
        return {.unsupportedRequests = unknown};
    return {.p50 = timeAt(spread, 0.5),
            .p95 = timeAt(spread, 0.95),
            .grade = isExact ? Grade::Exact : Grade::Estimated,
            .unsupportedRequests = unknown};
}

QString ruleName(const routing::Policy &policy, qsizetype index)
{
    const routing::Rule &rule = policy.rules.at(index);
    if (!rule.name.isEmpty())
        return rule.name;
    return rule.id.isEmpty() ? QString::number(index + 1) : rule.id;
}

} // namespace

ReplayReport ReplayTally::report() const
{
    ReplayReport report{.ledger = m_spec.ledger,
                        .since = m_spec.since,
                        .until = m_spec.until,
                        .requests = m_requests,
                        .compared = m_compared,
                        .standing = m_standing,
                        .otherChain = figureOf(double(m_otherChain), true),
                        .otherEndpoint = figureOf(m_otherEndpoint, !m_byChance),
                        .otherModel = figureOf(m_otherModel, !m_byChance),
                        .assumptions = assumptions()};
    if (m_spec.policy) {
        report.policy = m_spec.policy->name;
        report.policyVersion = m_spec.policy->version;
    }
    if (m_spec.chain)
        report.chain = m_spec.chain->name;
    reportSides(report);
    reportTimes(report);
    reportParts(report);
    reportRules(report);
    reportGaps(report);
    return report;
}

void ReplayTally::reportSides(ReplayReport &report) const
{
    const bool isSame = m_otherEndpoint <= 0;
    report.recorded.cost = m_recordedCost.total();
    report.replayed.cost = m_replayedCost.total();
    report.recorded.availability = shareOf(m_recordedAnswered, m_recordedJudged, 0, true);
    report.replayed.availability = shareOf(m_replayedAnswered, m_replayedJudged, m_unjudged, isSame);
    report.recorded.quality = m_votes.result();
    report.replayed.quality = isSame ? m_votes.result() : m_weighted.result();
}

void ReplayTally::reportTimes(ReplayReport &report) const
{
    report.recorded.latency = timesOf(m_recordedTimes.latency, 0, true);
    report.recorded.firstContent = timesOf(m_recordedTimes.firstContent, 0, true);
    Times would = m_stayingTimes;
    double unknownLatency = m_untimed;
    double unknownFirst = m_untimed;
    const auto mix = [](Spread &into, const Spread *past, double share, double &unknown) {
        if (past)
            into.mix(*past, share);
        else
            unknown += share;
    };
    for (std::size_t place = 0; place < m_moved.size(); ++place) {
        for (std::size_t prompt = 0; prompt < routing::PromptSizes; ++prompt) {
            double first = 0;
            for (std::size_t answer = 0; answer < AnswerSizes; ++answer) {
                const double share = m_moved[place][prompt][answer];
                first += share;
                if (share > 0)
                    mix(would.latency, m_past.duration(int(place), prompt, answer), share, unknownLatency);
            }
            if (first > 0)
                mix(would.firstContent, m_past.firstContent(int(place), prompt), first, unknownFirst);
        }
    }
    const bool isSame = m_otherEndpoint <= 0;
    report.replayed.latency = timesOf(would.latency, unknownLatency, isSame);
    report.replayed.firstContent = timesOf(would.firstContent, unknownFirst, isSame);
}

void ReplayTally::reportParts(ReplayReport &report) const
{
    struct Sum
    {
        ReplayPart part = {};
        CostSum recordedCost = {};
        CostSum replayedCost = {};
        double rewards = 0;
    };
    std::map<QString, Sum> byModel;
    std::map<QString, Sum> byEndpoint;
    const auto add = [](Sum &sum, const Part &part) {
        sum.part.recorded += part.recorded;
        sum.part.replayed += part.replayed;
        if (part.isEstimated)
            sum.part.grade = Grade::Estimated;
        sum.recordedCost += part.recordedCost;
        sum.replayedCost += part.replayedCost;
        sum.rewards += part.rewards;
        sum.part.voteCount += part.votes;
        for (const usage::RecordKey &key : part.examples) {
            if (sum.part.examples.size() < MostExamples)
                sum.part.examples.append(key);
        }
    };
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const Part &part = m_parts[i];
        if (part.recorded <= 0 && part.replayed <= 0 && part.votes == 0)
            continue;
        const int place = int(i) - 1;
        add(byModel[modelAt(place)], part);
        add(byEndpoint[place == Nobody ? QString() : m_table.at(place).id], part);
    }
    const auto finish = [](const std::map<QString, Sum> &sums) {
        QList<ReplayPart> parts;
        for (const auto &[id, sum] : sums) {
            ReplayPart part = sum.part;
            part.id = id;
            part.recordedCost = sum.recordedCost.total();
            part.replayedCost = sum.replayedCost.total();
            if (part.voteCount > 0)
                part.votes = sum.rewards / double(part.voteCount);
            parts.append(part);
        }
        std::ranges::stable_sort(parts, [](const ReplayPart &a, const ReplayPart &b) {
            return std::pair(a.replayed, a.recorded) > std::pair(b.replayed, b.recorded);
        });
        return parts;
    };
    report.byModel = finish(byModel);
    report.byEndpoint = finish(byEndpoint);
}

void ReplayTally::reportRules(ReplayReport &report) const
{
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const RuleSum &sum = m_rules[i];
        const bool isRule = i + 1 < m_rules.size();
        const auto index = qsizetype(i);
        report.byRule.append({.rule = isRule ? std::optional(index) : std::nullopt,
                              .name = isRule ? ruleName(*m_spec.policy, index) : ReplaySummaryText::tr("no rule"),
                              .chain = isRule ? m_spec.policy->rules.at(index).chain : m_spec.policy->otherwise,
                              .requests = sum.requests,
                              .otherChain = sum.otherChain,
                              .otherEndpoint = sum.otherEndpoint,
                              .recordedCost = sum.recordedCost.total(),
                              .replayedCost = sum.replayedCost.total(),
                              .examples = sum.examples});
    }
}

void ReplayTally::reportGaps(ReplayReport &report) const
{
    for (int i = 0; i < GapCount; ++i) {
        const GapSum &sum = m_gaps[std::size_t(i)];
        if (sum.requests > 0)
            report.gaps.append({.id = toWireName(Gap(i)),
                                .sentence = sentence(Gap(i)),
                                .requests = sum.requests,
                                .examples = sum.examples});
    }
    std::ranges::stable_sort(report.gaps, std::ranges::greater(), &ReplayGap::requests);
}

QStringList ReplayTally::assumptions() const
{
    QStringList said;
    if (m_compared == m_standing)
        return said;
    const auto say = [&said](bool holds, const QString &sentence) {
        if (holds)
            said.append(sentence);
    };
    say(!m_spec.usableProviders, ReplaySummaryText::tr("Every provider is taken to have a key."));
    say(true,
        ReplaySummaryText::tr("Endpoints are taken to have been all the time as they were on the whole, and budgets to "
                              "have had left what they had."));
    say(m_otherEndpoint > 0,
        ReplaySummaryText::tr("Elsewhere an answer is priced as the catalog has it today, in one attempt."));
    say(m_otherModel > 0, ReplaySummaryText::tr("Another model is taken to use as many tokens for an answer."));
    say(m_movedCached, ReplaySummaryText::tr("Elsewhere as much is taken to be read from a cache."));
    say(m_otherEndpoint > 0,
        ReplaySummaryText::tr("Endpoints are taken to fail independently of each other, and to be as fast as with "
                              "other prompts and answers of about that size."));
    say(m_votes.count() > 0 && m_otherEndpoint > 0,
        ReplaySummaryText::tr("Votes on answers that came after a failure elsewhere are left out where another "
                              "endpoint would be asked."));
    return said;
}

} // namespace sb::lab
