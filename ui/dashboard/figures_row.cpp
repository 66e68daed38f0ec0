#include "ui/dashboard/figures_row.h"

#include "ui/common/format.h"
#include "ui/common/surfaces.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using Milliseconds = std::optional<std::chrono::milliseconds>;

double share(qint64 part, qint64 whole)
{
    return whole > 0 ? double(part) / double(whole) : 0;
}

qint64 tokenCount(const usage::Sums &sums)
{
    return sums.tokens.input() + sums.tokens.output();
}

struct Change
{
    QString text = {};
    int direction = 0;
};

/// "12%"; empty when there is nothing to compare with.
Change relativeChange(double now, double before)
{
    if (before <= 0)
        return {};
    const double change = (now - before) / before;
    return {formatPercent(qAbs(change)), change > 0.0005 ? 1 : change < -0.0005 ? -1 : 0};
}

/// "0.2 points" between two shares.
Change pointsChange(double now, double before)
{
    const double points = (now - before) * 100;
    //: Difference of two percentages.
    return {FiguresRow::tr("%1 points").arg(QLocale().toString(qAbs(points), 'f', 1)),
            points > 0.05        ? 1
                : points < -0.05 ? -1
                                 : 0};
}

Change timeChange(const Milliseconds &now, const Milliseconds &before)
{
    if (!now || !before)
        return {};
    const auto difference = *now - *before;
    return {formatSeconds(std::chrono::abs(difference)), difference.count() > 0 ? 1 : difference.count() < 0 ? -1 : 0};
}

void setTime(KeyFigure *figure, const usage::Percentiles &times)
{
    figure->setValue(times.p95 ? QLocale().toString(double(times.p95->count()) / 1000, 'f', 2) : noValue(),
                     times.p95 ? u"s"_s : QString());
    figure->setToolTip(times.p50 ? FiguresRow::tr("Half of the requests took at most %1").arg(formatSeconds(*times.p50))
                                 : QString());
}

usage::Filter withEnds(const QList<routing::EndState> &ends)
{
    usage::Filter filter;
    filter.ends = ends;
    return filter;
}

usage::Filter withFallback()
{
    usage::Filter filter;
    filter.fellBack = true;
    return filter;
}

} // namespace

FiguresRow::FiguresRow(QWidget *parent)
    : QWidget(parent)
{
    using routing::EndState;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_spend = add(tr("Spend"), {});
    m_requests = add(tr("Requests"), {});
    m_tokens = add(tr("Tokens"), {});
    m_firstToken = add(tr("First token, p95"), {});
    m_latency = add(tr("Whole answer, p95"), {});
    // As the register counts: neither complete nor cut short by a limit.
    m_failed = add(tr("Failed"),
                   withEnds({EndState::Failed, EndState::Cut, EndState::Stalled, EndState::Filtered,
                             EndState::Cancelled, EndState::Lost}));
    m_fellBack = add(tr("Fell back"), withFallback());
}

KeyFigure *FiguresRow::add(const QString &caption, const usage::Filter &narrowing)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    if (row->count() > 0)
        row->addWidget(makeHairline(Qt::Vertical, this));
    auto *figure = new KeyFigure(caption, this);
    row->addWidget(figure, 1);
    connect(figure, &KeyFigure::clicked, this, [this, narrowing] { emit requestsWanted(narrowing); });
    return figure;
}

void FiguresRow::present(const usage::Overview &now, const usage::Overview *before, const DateRange &range,
                         bool practice)
{
    const usage::Sums &sums = now.sums;
    m_spend->setValue(formatSum(sums, 2), practice ? tr("practice") : QString());
    // The figure is to the cent, for which there is room; this is all of it.
    m_spend->setToolTip(formatSum(sums, moneyDecimals(sums.total())) + u'\n'
                        + tr("Billed %1, computed %2, estimated %3, unpriced requests %4")
                              .arg(formatMoney(sums.billed), formatMoney(sums.computed), formatMoney(sums.estimated),
                                   formatCount(sums.unpriced)));
    m_requests->setValue(formatCount(sums.requests));
    m_tokens->setValue(formatCount(tokenCount(sums)));
    m_tokens->setToolTip(tr("In %1, out %2").arg(formatCount(sums.tokens.input()), formatCount(sums.tokens.output())));
    setTime(m_firstToken, now.firstContent);
    setTime(m_latency, now.latency);
    m_failed->setValue(formatPercent(share(sums.failed, sums.requests)));
    m_fellBack->setValue(formatPercent(share(sums.fellBack, sums.requests)));
    presentChanges(now, before);
    presentSparklines(now, range);
}

void FiguresRow::presentChanges(const usage::Overview &now, const usage::Overview *before)
{
    using Better = KeyFigure::Better;
    const bool comparable = before && before->sums.requests > 0;
    const usage::Overview past = comparable ? *before : usage::Overview{};
    const auto show = [comparable](KeyFigure *figure, const Change &change, Better better) {
        figure->setChange(comparable ? change.text : QString(), change.direction, better);
    };
    const usage::Sums &sums = now.sums;
    const usage::Sums &then = past.sums;
    show(m_spend, relativeChange(double(sums.total().value), double(then.total().value)), Better::Neither);
    show(m_requests, relativeChange(double(sums.requests), double(then.requests)), Better::Neither);
    show(m_tokens, relativeChange(double(tokenCount(sums)), double(tokenCount(then))), Better::Neither);
    show(m_firstToken, timeChange(now.firstContent.p95, past.firstContent.p95), Better::Down);
    show(m_latency, timeChange(now.latency.p95, past.latency.p95), Better::Down);
    show(m_failed, pointsChange(share(sums.failed, sums.requests), share(then.failed, then.requests)), Better::Down);
    show(m_fellBack, pointsChange(share(sums.fellBack, sums.requests), share(then.fellBack, then.requests)),
         Better::Down);
}

void FiguresRow::presentSparklines(const usage::Overview &now, const DateRange &range)
{
    const QList<usage::Sums> bySlot = slotSums(now.byDay, range);
    const auto draw = [&bySlot](KeyFigure *figure, auto value) {
        QList<double> values;
        for (const usage::Sums &sums : bySlot)
            values.append(value(sums));
        figure->setSparkline(values);
    };
    draw(m_spend, [](const usage::Sums &sums) { return double(sums.total().value); });
    draw(m_requests, [](const usage::Sums &sums) { return double(sums.requests); });
    draw(m_tokens, [](const usage::Sums &sums) { return double(tokenCount(sums)); });
    draw(m_failed, [](const usage::Sums &sums) { return share(sums.failed, sums.requests); });
    draw(m_fellBack, [](const usage::Sums &sums) { return share(sums.fellBack, sums.requests); });
}

} // namespace sb::ui
