#include "core/lab/replay_report.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::lab {

namespace {

struct ReplayTextText
{
    Q_DECLARE_TR_FUNCTIONS(sb::lab)
};

constexpr qsizetype MostParts = 12; ///< of models and of endpoints; JSON has all

/// Cells in columns: the first at the left, all others at the right.
class Table
{
public:
    void add(const QStringList &cells) { m_rows.append(cells); }
    [[nodiscard]] QString text() const
    {
        QList<qsizetype> widths;
        for (const QStringList &row : m_rows) {
            widths.resize(std::max(widths.size(), row.size()));
            for (qsizetype i = 0; i < row.size(); ++i)
                widths[i] = std::max(widths.at(i), row.at(i).size());
        }
        QString text;
        for (const QStringList &row : m_rows) {
            QString line;
            for (qsizetype i = 0; i < row.size(); ++i)
                line +=
                    i == 0 ? row.at(i).leftJustified(widths.at(i)) : u"  "_s + row.at(i).rightJustified(widths.at(i));
            while (line.endsWith(u' '))
                line.chop(1);
            text += line + u'\n';
        }
        return text;
    }

private:
    QList<QStringList> m_rows;
};

QString countText(double count)
{
    const bool isWhole = count == double(qint64(count));
    return QLocale().toString(count, 'f', isWhole ? 0 : 1);
}

QString gradeText(Grade grade)
{
    switch (grade) {
    case Grade::Exact:
        return ReplayTextText::tr("exact");
    case Grade::Estimated:
        return ReplayTextText::tr("estimated");
    case Grade::Unsupported:
        break;
    }
    return ReplayTextText::tr("cannot say");
}

QString graded(const QString &value, Grade grade)
{
    return grade == Grade::Unsupported ? gradeText(grade) : value + u' ' + gradeText(grade);
}

QString gradedCost(const ReplayCost &cost)
{
    return graded(u'$' + toDecimal(cost.sum()), cost.grade());
}

QString timeText(const std::optional<milliseconds> &time, Grade grade)
{
    const double seconds = time ? double(time->count()) / 1'000 : 0;
    return graded(QLocale().toString(seconds, 'f', 2) + u" s"_s, grade);
}

QString shareText(const Figure &share)
{
    return graded(QLocale().toString(share.value.value_or(0) * 100, 'f', 2) + u" %"_s, share.grade);
}

QString qualityText(const ReplayQuality &quality)
{
    switch (quality.missing) {
    case NoQuality::NoVotes:
        return ReplayTextText::tr("no votes, cannot say");
    case NoQuality::NoOverlap:
        return ReplayTextText::tr("no overlap, cannot say");
    case NoQuality::TooFew:
        return ReplayTextText::tr("too few votes, cannot say");
    case NoQuality::None:
        break;
    }
    const QLocale locale;
    return graded(u"%1 ± %2"_s.arg(locale.toString(quality.mean.value_or(0), 'f', 3),
                                   locale.toString(quality.standardError.value_or(0), 'f', 3)),
                  quality.grade);
}

QString votesText(const ReplayQuality &quality)
{
    const bool isWhole = quality.effectiveVotes == double(quality.votes);
    return isWhole ? countText(double(quality.votes))
                   : ReplayTextText::tr("%1 of %2")
                         .arg(QLocale().toString(quality.effectiveVotes, 'f', 1), countText(double(quality.votes)));
}

QString title(const ReplayReport &report)
{
    const auto day = [](WallTime time) {
        return QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), Qt::UTC).toString(u"yyyy-MM-dd HH:mm"_s);
    };
    const QString what = report.policy.isEmpty()
        ? ReplayTextText::tr("Chain “%1”").arg(report.chain)
        : ReplayTextText::tr("Policy “%1”, version %2").arg(report.policy).arg(report.policyVersion);
    return ReplayTextText::tr("%1, over requests from %2 to %3 UTC").arg(what, day(report.since), day(report.until))
        + u'\n';
}

QString counts(const ReplayReport &report)
{
    Table table;
    const auto add = [&table](const QString &name, double count, Grade grade) {
        table.add({name, graded(countText(count), grade)});
    };
    add(ReplayTextText::tr("requests on record"), double(report.requests), Grade::Exact);
    add(ReplayTextText::tr("compared"), double(report.compared), Grade::Exact);
    add(ReplayTextText::tr("decided as on record"), double(report.standing), Grade::Exact);
    add(ReplayTextText::tr("by another chain"), report.otherChain.value.value_or(0), report.otherChain.grade);
    add(ReplayTextText::tr("first to another endpoint"), report.otherEndpoint.value.value_or(0),
        report.otherEndpoint.grade);
    add(ReplayTextText::tr("and of another model"), report.otherModel.value.value_or(0), report.otherModel.grade);
    return table.text();
}

QString sides(const ReplayReport &report)
{
    const ReplaySide &was = report.recorded;
    const ReplaySide &would = report.replayed;
    Table table;
    table.add({QString(), ReplayTextText::tr("on record"), ReplayTextText::tr("replayed")});
    table.add({ReplayTextText::tr("cost"), gradedCost(was.cost), gradedCost(would.cost)});
    const auto notPriced = [](const ReplayCost &cost) { return countText(cost.unsupportedRequests); };
    if (was.cost.unsupportedRequests + would.cost.unsupportedRequests > 0)
        table.add({ReplayTextText::tr("requests that are not in it"), notPriced(was.cost), notPriced(would.cost)});
    const auto addTimes = [&table](const QString &name, const ReplayTimes &then, const ReplayTimes &now) {
        table.add({name + u" p50"_s, timeText(then.p50, then.grade), timeText(now.p50, now.grade)});
        table.add({name + u" p95"_s, timeText(then.p95, then.grade), timeText(now.p95, now.grade)});
    };
    addTimes(ReplayTextText::tr("time to first content"), was.firstContent, would.firstContent);
    addTimes(ReplayTextText::tr("time to the end"), was.latency, would.latency);
    table.add({ReplayTextText::tr("answered"), shareText(was.availability), shareText(would.availability)});
    table.add({ReplayTextText::tr("quality by votes"), qualityText(was.quality), qualityText(would.quality)});
    if (was.quality.votes > 0)
        table.add({ReplayTextText::tr("votes that tell"), votesText(was.quality), votesText(would.quality)});
    return table.text();
}

QString parts(const QString &name, const QList<ReplayPart> &parts)
{
    Table table;
    table.add({name, ReplayTextText::tr("on record"), ReplayTextText::tr("replayed"),
               ReplayTextText::tr("cost on record"), ReplayTextText::tr("replayed"), ReplayTextText::tr("examples")});
    for (const ReplayPart &part : parts.first(std::min(parts.size(), MostParts))) {
        QStringList examples;
        for (const usage::RecordKey &key : part.examples)
            examples.append(u'#' + QString::number(key.seq));
        table.add({part.id.isEmpty() ? ReplayTextText::tr("nobody") : part.id, countText(part.recorded),
                   graded(countText(part.replayed), part.grade), gradedCost(part.recordedCost),
                   gradedCost(part.replayedCost), examples.join(u' ')});
    }
    QString text = table.text();
    if (parts.size() > MostParts)
        text += ReplayTextText::tr("and %n more", nullptr, int(parts.size() - MostParts)) + u'\n';
    return text;
}

QString rules(const QList<ReplayRule> &rules)
{
    Table table;
    table.add({ReplayTextText::tr("rule"), ReplayTextText::tr("chain"), ReplayTextText::tr("requests"),
               ReplayTextText::tr("another chain"), ReplayTextText::tr("another endpoint"),
               ReplayTextText::tr("cost on record"), ReplayTextText::tr("replayed"), ReplayTextText::tr("examples")});
    for (const ReplayRule &rule : rules) {
        QStringList examples;
        for (const usage::RecordKey &key : rule.examples)
            examples.append(u'#' + QString::number(key.seq));
        table.add({rule.name, rule.chain.isEmpty() ? ReplayTextText::tr("as asked") : rule.chain,
                   countText(double(rule.requests)), countText(double(rule.otherChain)), countText(rule.otherEndpoint),
                   gradedCost(rule.recordedCost), gradedCost(rule.replayedCost), examples.join(u' ')});
    }
    return table.text();
}

} // namespace

QString toText(const ReplayReport &report)
{
    QStringList blocks{title(report) + counts(report), sides(report),
                       parts(ReplayTextText::tr("model"), report.byModel),
                       parts(ReplayTextText::tr("endpoint"), report.byEndpoint)};
    if (!report.byRule.isEmpty())
        blocks.append(rules(report.byRule));
    QString left;
    for (const ReplayGap &gap : report.gaps)
        left += ReplayTextText::tr("Left out, %n request(s): %1", nullptr, int(gap.requests)).arg(gap.sentence) + u'\n';
    if (!left.isEmpty())
        blocks.append(left);
    QString assumed;
    for (const QString &sentence : report.assumptions)
        assumed += ReplayTextText::tr("Assumed: %1").arg(sentence) + u'\n';
    if (!assumed.isEmpty())
        blocks.append(assumed);
    if (report.cancelled)
        blocks.append(ReplayTextText::tr("Cancelled: this is of the requests that were read by then.") + u'\n');
    return blocks.join(u'\n');
}

} // namespace sb::lab
