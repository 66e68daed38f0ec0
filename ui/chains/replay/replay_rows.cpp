#include "ui/chains/replay/replay_rows.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::ui {

using lab::Grade;

namespace {

struct ReplayRowsText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::Replay)
};

/// "+$0.12", "−3%"; nothing where both are the same.
QString withSign(double difference, const QString &size)
{
    if (difference == 0)
        return ReplayRowsText::tr("the same");
    return (difference > 0 ? u"+"_s : u"−"_s) + size;
}

/// A request that is picked by chance counts in parts, so that a count may be 12.4; people read whole ones.
QString countText(double requests)
{
    return formatCount(std::llround(requests));
}

NanoDollars distance(NanoDollars a, NanoDollars b)
{
    return {std::abs(a.value - b.value)};
}

QString moneyText(const lab::ReplayCost &cost)
{
    switch (cost.grade()) {
    case Grade::Exact:
        return formatMoney(cost.sum());
    case Grade::Estimated:
        return u"≈ "_s + formatMoney(cost.sum());
    case Grade::Unsupported:
        break;
    }
    return noValue();
}

QString moneyDifference(const lab::ReplayCost &recorded, const lab::ReplayCost &replayed)
{
    if (recorded.grade() == Grade::Unsupported || replayed.grade() == Grade::Unsupported)
        return {};
    const double difference = double(replayed.sum().value - recorded.sum().value);
    const QString size = formatMoney(distance(replayed.sum(), recorded.sum()));
    if (difference == 0 || recorded.sum().value == 0)
        return withSign(difference, size);
    return ReplayRowsText::tr("%1 (%2)").arg(
        withSign(difference, size),
        withSign(difference, formatPercent(std::abs(difference) / double(recorded.sum().value))));
}

/// Of how many requests a sum is, where not of all.
QString costParts(const lab::ReplayCost &cost)
{
    QStringList parts;
    if (cost.exactRequests > 0)
        //: Part of a sum: its amount, of so many requests.
        parts.append(ReplayRowsText::tr("exact %1 of %2").arg(formatMoney(cost.exact), countText(cost.exactRequests)));
    if (cost.estimatedRequests > 0)
        parts.append(ReplayRowsText::tr("estimated %1 of %2")
                         .arg(formatMoney(cost.estimated), countText(cost.estimatedRequests)));
    if (cost.unsupportedRequests > 0)
        parts.append(ReplayRowsText::tr("%1 cannot be priced").arg(countText(cost.unsupportedRequests)));
    return parts.join(u", "_s);
}

ReplayRow costRow(const lab::ReplayReport &report)
{
    return {.title = ReplayRowsText::tr("Cost"),
            .about = ReplayRowsText::tr("tokens as they were used, at today's prices"),
            .recorded = moneyText(report.recorded.cost),
            .replayed = moneyText(report.replayed.cost),
            .replayedAbout = costParts(report.replayed.cost),
            .difference = moneyDifference(report.recorded.cost, report.replayed.cost),
            .grade = report.replayed.cost.grade()};
}

ReplayRow timeRow(const QString &title, const QString &about, const lab::ReplayTimes &recorded,
                  const lab::ReplayTimes &replayed, std::optional<lab::milliseconds> lab::ReplayTimes::*member)
{
    const auto before = recorded.*member;
    const auto after = replayed.*member;
    ReplayRow row{.title = title,
                  .about = about,
                  .recorded = before ? formatSeconds(*before) : noValue(),
                  .replayed = after ? formatSeconds(*after) : noValue(),
                  .grade = after ? replayed.grade : Grade::Unsupported};
    if (before && after)
        row.difference =
            withSign(double((*after - *before).count()), formatSeconds(std::chrono::abs(*after - *before)));
    if (replayed.unsupportedRequests > 0)
        row.replayedAbout = ReplayRowsText::tr("without %1 at endpoints with too few answers on record")
                                .arg(countText(replayed.unsupportedRequests));
    return row;
}

ReplayRow availabilityRow(const lab::ReplayReport &report)
{
    const lab::Figure &before = report.recorded.availability;
    const lab::Figure &after = report.replayed.availability;
    ReplayRow row{.title = ReplayRowsText::tr("Answered"),
                  .about = ReplayRowsText::tr("share that gets an answer"),
                  .recorded = before.value ? formatPercent(*before.value, 2) : noValue(),
                  .replayed = after.value ? formatPercent(*after.value, 2) : noValue(),
                  .grade = after.grade};
    if (before.value && after.value) {
        const double difference = *after.value - *before.value;
        //: Percentage points.
        row.difference =
            withSign(std::abs(difference) < 0.00005 ? 0 : difference,
                     ReplayRowsText::tr("%1 points").arg(QLocale().toString(std::abs(difference) * 100, 'f', 2)));
    }
    return row;
}

QString noQualityText(lab::NoQuality missing)
{
    switch (missing) {
    case lab::NoQuality::None:
        break;
    case lab::NoQuality::NoVotes:
        return ReplayRowsText::tr("no votes on record");
    case lab::NoQuality::NoOverlap:
        return ReplayRowsText::tr("no overlap: what would be picked was never picked by chance");
    case lab::NoQuality::TooFew:
        return ReplayRowsText::tr("too few votes count for it");
    }
    return {};
}

QString qualityText(const lab::ReplayQuality &quality)
{
    if (!quality.mean)
        return noValue();
    const QString mean = formatPercent(*quality.mean, 1);
    if (!quality.standardError)
        return mean;
    //: A mean and its standard error: "71.0 % ± 2.3".
    return ReplayRowsText::tr("%1 ± %2").arg(mean, QLocale().toString(*quality.standardError * 100, 'f', 1));
}

ReplayRow qualityRow(const lab::ReplayReport &report)
{
    const lab::ReplayQuality &after = report.replayed.quality;
    const QString said = noQualityText(after.missing);
    return {.title = ReplayRowsText::tr("Quality"),
            .about = ReplayRowsText::tr("votes of comparisons: all worse 0%, all better 100%"),
            .recorded = qualityText(report.recorded.quality),
            .replayed = after.mean ? qualityText(after) : ReplayRowsText::tr("cannot say"),
            .replayedAbout = !said.isEmpty()
                ? said
                //: "as much as 41 votes": the effective sample size of an estimate that weighs them.
                : ReplayRowsText::tr("%1 votes, which tell as much as %2")
                      .arg(formatCount(after.votes), QLocale().toString(after.effectiveVotes, 'f', 0)),
            .grade = after.grade};
}

ReplayRow moveRow(const QString &title, const lab::Figure &figure, qint64 compared)
{
    const QString share = figure.value && compared > 0 ? formatPercent(*figure.value / double(compared)) : QString();
    return {.title = title,
            .recorded = {},
            .replayed = figure.value ? countText(*figure.value) : noValue(),
            .replayedAbout = {},
            .difference = share,
            .grade = figure.grade};
}

ReplayRow partRow(const lab::ReplayPart &part)
{
    const QString name = part.id.isEmpty() ? ReplayRowsText::tr("nobody") : part.id;
    const double more = part.replayed - part.recorded;
    return {.title = name,
            .about = part.votes ? ReplayRowsText::tr("%1 of %n vote(s) on record", nullptr, int(part.voteCount))
                                      .arg(formatPercent(*part.votes, 0))
                                : QString(),
            .recorded = countText(part.recorded),
            .replayed = countText(part.replayed),
            .replayedAbout = moneyText(part.replayedCost),
            .difference = withSign(double(std::llround(more)), countText(std::abs(more))),
            .grade = part.grade,
            .examples = part.examples};
}

ReplayRow ruleRow(const lab::ReplayRule &rule)
{
    return {.title = rule.rule ? rule.name : ReplayRowsText::tr("No rule"),
            .about = rule.chain.isEmpty() ? ReplayRowsText::tr("go as they ask")
                                          : ReplayRowsText::tr("by %1").arg(rule.chain),
            .recorded = formatCount(rule.requests),
            .replayed = countText(rule.otherEndpoint),
            .replayedAbout = ReplayRowsText::tr("elsewhere; %n take(s) another chain", nullptr, int(rule.otherChain)),
            .difference = moneyDifference(rule.recordedCost, rule.replayedCost),
            .grade = rule.replayedCost.grade(),
            .examples = rule.examples};
}

} // namespace

QList<ReplayRow> replayFigures(const lab::ReplayReport &report)
{
    const QString p50 = ReplayRowsText::tr("half of them take no longer");
    const QString p95 = ReplayRowsText::tr("95 of 100 take no longer");
    const lab::ReplaySide &was = report.recorded;
    const lab::ReplaySide &would = report.replayed;
    return {
        costRow(report),
        timeRow(ReplayRowsText::tr("First token, median"), p50, was.firstContent, would.firstContent,
                &lab::ReplayTimes::p50),
        timeRow(ReplayRowsText::tr("First token, p95"), p95, was.firstContent, would.firstContent,
                &lab::ReplayTimes::p95),
        timeRow(ReplayRowsText::tr("Whole answer, median"), p50, was.latency, would.latency, &lab::ReplayTimes::p50),
        timeRow(ReplayRowsText::tr("Whole answer, p95"), p95, was.latency, would.latency, &lab::ReplayTimes::p95),
        availabilityRow(report),
        qualityRow(report),
        moveRow(ReplayRowsText::tr("Take another chain"), report.otherChain, report.compared),
        moveRow(ReplayRowsText::tr("Go first to another endpoint"), report.otherEndpoint, report.compared),
        moveRow(ReplayRowsText::tr("Go first to another model"), report.otherModel, report.compared),
    };
}

QList<ReplayRow> replayParts(const lab::ReplayReport &report, ReplayPartition partition)
{
    QList<ReplayRow> rows;
    if (partition == ReplayPartition::Rules) {
        for (const lab::ReplayRule &rule : report.byRule)
            rows.append(ruleRow(rule));
        return rows;
    }
    for (const lab::ReplayPart &part : partition == ReplayPartition::Models ? report.byModel : report.byEndpoint)
        rows.append(partRow(part));
    return rows;
}

QString replaySentence(const lab::ReplayReport &report)
{
    if (report.requests == 0)
        return ReplayRowsText::tr("No request is on record in this time.");
    const QString compared = report.compared == report.requests
        ? ReplayRowsText::tr("All %1 requests can be compared").arg(formatCount(report.requests))
        : ReplayRowsText::tr("%1 of %2 requests can be compared")
              .arg(formatCount(report.compared), formatCount(report.requests));
    const QString text =
        ReplayRowsText::tr("%1; %2 would be decided as they were.").arg(compared, formatCount(report.standing));
    return report.cancelled ? ReplayRowsText::tr("Canceled. Of what was read by then: %1").arg(text) : text;
}

QStringList replayNotes(const lab::ReplayReport &report)
{
    QStringList notes;
    for (const lab::ReplayGap &gap : report.gaps)
        notes.append(ReplayRowsText::tr("%1 left out: %2").arg(formatCount(gap.requests), gap.sentence));
    return notes + report.assumptions;
}

QString gradeText(Grade grade)
{
    switch (grade) {
    case Grade::Exact:
        return ReplayRowsText::tr("exact");
    case Grade::Estimated:
        return ReplayRowsText::tr("estimated");
    case Grade::Unsupported:
        break;
    }
    return ReplayRowsText::tr("cannot say");
}

Signal gradeSignal(Grade grade)
{
    switch (grade) {
    case Grade::Exact:
        return Signal::Clear;
    case Grade::Estimated:
        return Signal::Caution;
    case Grade::Unsupported:
        break;
    }
    return Signal::Off;
}

} // namespace sb::ui
