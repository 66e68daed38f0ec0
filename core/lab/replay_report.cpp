#include "core/lab/replay_report.h"

#include <array>

namespace sb::lab {

namespace {

constexpr std::array GradeNames{"exact", "estimated", "unsupported"};
constexpr std::array NoQualityNames{"", "no_votes", "no_overlap", "too_few"};

Json moneyJson(NanoDollars amount)
{
    return Json::Number{toDecimal(amount).toLatin1()};
}

template <typename T>
Json orNull(const std::optional<T> &value)
{
    return value ? Json(*value) : Json();
}

Json timeJson(const std::optional<milliseconds> &time)
{
    return time ? Json(qint64(time->count())) : Json();
}

Json figureJson(const Figure &figure)
{
    return Json(Json::Object{{"value", orNull(figure.value)}, {"grade", toWireName(figure.grade)}});
}

Json gradedCostJson(const ReplayCost &cost)
{
    const bool isKnown = cost.grade() != Grade::Unsupported;
    return Json(Json::Object{{"value", isKnown ? moneyJson(cost.sum()) : Json()},
                             {"grade", toWireName(cost.grade())},
                             {"exact", moneyJson(cost.exact)},
                             {"estimated", moneyJson(cost.estimated)},
                             {"exact_requests", cost.exactRequests},
                             {"estimated_requests", cost.estimatedRequests},
                             {"unsupported_requests", cost.unsupportedRequests}});
}

Json timesJson(const ReplayTimes &times)
{
    return Json(Json::Object{{"p50_ms", timeJson(times.p50)},
                             {"p95_ms", timeJson(times.p95)},
                             {"grade", toWireName(times.grade)},
                             {"unsupported_requests", times.unsupportedRequests}});
}

Json qualityJson(const ReplayQuality &quality)
{
    return Json(
        Json::Object{{"value", orNull(quality.mean)},
                     {"standard_error", orNull(quality.standardError)},
                     {"votes", quality.votes},
                     {"effective_votes", quality.effectiveVotes},
                     {"overlap", quality.overlap},
                     {"grade", toWireName(quality.grade)},
                     {"missing", quality.missing == NoQuality::None ? Json() : Json(toWireName(quality.missing))}});
}

Json sideJson(const ReplaySide &side)
{
    return Json(Json::Object{{"cost", gradedCostJson(side.cost)},
                             {"latency", timesJson(side.latency)},
                             {"first_content", timesJson(side.firstContent)},
                             {"availability", figureJson(side.availability)},
                             {"quality", qualityJson(side.quality)}});
}

Json examplesJson(const QList<usage::RecordKey> &keys)
{
    Json json = Json::array();
    for (const usage::RecordKey &key : keys)
        json.append(key.seq);
    return json;
}

Json partsJson(const QList<ReplayPart> &parts)
{
    Json json = Json::array();
    for (const ReplayPart &part : parts)
        json.append(Json(Json::Object{{"id", part.id},
                                      {"recorded", part.recorded},
                                      {"replayed", part.replayed},
                                      {"grade", toWireName(part.grade)},
                                      {"recorded_cost", gradedCostJson(part.recordedCost)},
                                      {"replayed_cost", gradedCostJson(part.replayedCost)},
                                      {"votes", part.voteCount},
                                      {"quality", orNull(part.votes)},
                                      {"examples", examplesJson(part.examples)}}));
    return json;
}

Json rulesJson(const QList<ReplayRule> &rules)
{
    Json json = Json::array();
    for (const ReplayRule &rule : rules)
        json.append(Json(Json::Object{{"rule", rule.rule ? Json(qint64(*rule.rule + 1)) : Json()},
                                      {"name", rule.name},
                                      {"chain", rule.chain.isEmpty() ? Json() : Json(rule.chain)},
                                      {"requests", rule.requests},
                                      {"other_chain", rule.otherChain},
                                      {"other_endpoint", rule.otherEndpoint},
                                      {"recorded_cost", gradedCostJson(rule.recordedCost)},
                                      {"replayed_cost", gradedCostJson(rule.replayedCost)},
                                      {"examples", examplesJson(rule.examples)}}));
    return json;
}

Json gapsJson(const QList<ReplayGap> &gaps)
{
    Json json = Json::array();
    for (const ReplayGap &gap : gaps)
        json.append(Json(Json::Object{{"id", gap.id},
                                      {"sentence", gap.sentence},
                                      {"requests", gap.requests},
                                      {"examples", examplesJson(gap.examples)}}));
    return json;
}

} // namespace

QByteArray toWireName(Grade grade)
{
    return GradeNames[std::size_t(grade)];
}

QByteArray toWireName(NoQuality reason)
{
    return NoQualityNames[std::size_t(reason)];
}

Grade ReplayCost::grade() const
{
    if (exactRequests + estimatedRequests <= 0 && unsupportedRequests > 0)
        return Grade::Unsupported;
    return estimatedRequests > 0 || unsupportedRequests > 0 ? Grade::Estimated : Grade::Exact;
}

Json toJson(const ReplayReport &report)
{
    Json assumptions = Json::array();
    for (const QString &sentence : report.assumptions)
        assumptions.append(sentence);
    return Json(Json::Object{{"policy", report.policy.isEmpty() ? Json() : Json(report.policy)},
                             {"policy_version", report.policy.isEmpty() ? Json() : Json(report.policyVersion)},
                             {"chain", report.chain.isEmpty() ? Json() : Json(report.chain)},
                             {"ledger", report.ledger == usage::Ledger::Practice ? "practice" : "real"},
                             {"since_ms", toMilliseconds(report.since)},
                             {"until_ms", toMilliseconds(report.until)},
                             {"requests", report.requests},
                             {"compared", report.compared},
                             {"standing", report.standing},
                             {"other_chain", figureJson(report.otherChain)},
                             {"other_endpoint", figureJson(report.otherEndpoint)},
                             {"other_model", figureJson(report.otherModel)},
                             {"recorded", sideJson(report.recorded)},
                             {"replayed", sideJson(report.replayed)},
                             {"by_model", partsJson(report.byModel)},
                             {"by_endpoint", partsJson(report.byEndpoint)},
                             {"by_rule", rulesJson(report.byRule)},
                             {"unsupported", gapsJson(report.gaps)},
                             {"assumptions", assumptions},
                             {"cancelled", report.cancelled}});
}

} // namespace sb::lab
