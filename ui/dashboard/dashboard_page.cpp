#include "ui/dashboard/dashboard_page.h"

#include "ui/common/chip.h"
#include "ui/common/empty_state.h"
#include "ui/common/filter_band.h"
#include "ui/common/format.h"
#include "ui/common/key_figure.h"
#include "ui/common/label.h"
#include "ui/common/page_header.h"
#include "ui/common/segmented_control.h"
#include "ui/common/surfaces.h"
#include "ui/common/table.h"
#include "ui/dashboard/legend_row.h"
#include "ui/dashboard/model_table.h"
#include "ui/dashboard/spend_chart.h"

#include <QDate>
#include <QHBoxLayout>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {

constexpr auto ReloadDelay = 300ms;
constexpr int TableHeight = 230;

double share(qint64 part, qint64 whole)
{
    return whole > 0 ? double(part) / double(whole) : 0;
}

/// "12%" and the direction of a change; empty when there is nothing to compare with.
std::pair<QString, int> relativeChange(double now, double before)
{
    if (before <= 0)
        return {};
    const double change = (now - before) / before;
    return {formatPercent(qAbs(change)), change > 0.0005 ? 1 : change < -0.0005 ? -1 : 0};
}

/// "0.2 points" between two shares.
std::pair<QString, int> pointsChange(double now, double before)
{
    const double points = (now - before) * 100;
    //: Difference of two percentages.
    return {DashboardPage::tr("%1 points").arg(QLocale().toString(qAbs(points), 'f', 1)),
            points > 0.05        ? 1
                : points < -0.05 ? -1
                                 : 0};
}

} // namespace

DashboardPage::DashboardPage(usage::Queries &queries, usage::Register &usage, QWidget *parent)
    : QWidget(parent)
    , m_queries(queries)
    , m_header(new PageHeader(tr("Dashboard"), this))
    , m_rangeControl(
          new SegmentedControl({tr("24 h"), tr("7 d"), tr("30 d"), tr("90 d"), tr("Month"), tr("All")}, 4, this))
    , m_measureControl(new SegmentedControl({tr("Money"), tr("Tokens")}, 0, this))
    , m_ledgerControl(new SegmentedControl({tr("Real"), tr("Practice")}, 0, this))
    , m_band(new FilterBand(this))
    , m_stack(new QStackedWidget(this))
    , m_content(new QWidget(m_stack))
    , m_empty(new EmptyState(m_stack))
    , m_model(new ModelTable(this))
    , m_table(new TableView(m_content))
{
    setupHeader();
    setupFilters();
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeFigures());
    column->addWidget(makeHairline(Qt::Horizontal, m_content));
    column->addWidget(makeChart(), 1);
    column->addWidget(makeHairline(Qt::Horizontal, m_content));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Spend by model, table"));
    m_table->setColumnWidths({0, 90, 80, 80, 80, 100, 80, 110, 120, 70});
    m_table->setFixedHeight(TableHeight);
    column->addWidget(m_table);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_band);
    layout->addWidget(m_stack, 1);

    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(ReloadDelay);
    connect(&m_reloadSoon, &QTimer::timeout, this, &DashboardPage::reload);
    connect(&usage, &usage::Register::changed, this, [this] {
        if (isVisible() && !m_reloadSoon.isActive())
            m_reloadSoon.start();
    });
    connect(&m_queries, &usage::Queries::answered, this, &DashboardPage::take);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) {
        openRequests(m_model->modelIdAt(index), m_filter.firstDay, m_filter.lastDay);
    });
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { m_failure.isEmpty() ? m_rangeControl->chosen(5) : reload(); });
    auto *twin = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), this);
    connect(twin, &QShortcut::activated, this,
            [this] { m_chart->hasFocus() ? m_table->setFocus() : m_chart->setFocus(); });
    setFocusProxy(m_rangeControl);
}

void DashboardPage::setupHeader()
{
    m_rangeControl->setAccessibleName(tr("Range"));
    m_measureControl->setAccessibleName(tr("Measure"));
    m_ledgerControl->setAccessibleName(tr("Ledger"));
    m_header->addControl(m_rangeControl);
    m_header->addControl(m_measureControl);
    connect(m_rangeControl, &SegmentedControl::chosen, this, [this](int index) {
        static constexpr RangeKind Kinds[] = {RangeKind::Day,    RangeKind::Week,  RangeKind::Days30,
                                              RangeKind::Days90, RangeKind::Month, RangeKind::All};
        m_rangeControl->setCurrent(index);
        m_range = Kinds[index];
        reload();
    });
    connect(m_measureControl, &SegmentedControl::chosen, this, [this](int index) {
        m_measure = index == 0 ? Measure::Money : Measure::Tokens;
        present();
    });
    connect(m_ledgerControl, &SegmentedControl::chosen, this, [this](int index) {
        m_filter.ledger = index == 0 ? usage::Ledger::Real : usage::Ledger::Practice;
        reload();
    });
}

void DashboardPage::setupFilters()
{
    addFilter(tr("Provider"), &usage::Names::providers, &usage::Filter::providers);
    addFilter(tr("Model"), &usage::Names::models, &usage::Filter::models);
    addFilter(tr("Chain"), &usage::Names::chains, &usage::Filter::chains);
    addFilter(tr("Client"), &usage::Names::clients, &usage::Filter::clients);
    m_band->addAtEnd(m_ledgerControl);
}

void DashboardPage::addFilter(const QString &title, QStringList usage::Names::*names,
                              QStringList usage::Filter::*member)
{
    const FilterChip filter{.chip = new Chip(title, tr("all"), m_band), .names = names, .member = member};
    m_filters.append(filter);
    m_band->addControl(filter.chip);
    connect(filter.chip, &Chip::opened, this, [this, filter] { openFilter(filter); });
    connect(filter.chip, &Chip::cleared, this, [this, filter] {
        (m_filter.*filter.member).clear();
        filter.chip->setSet(false);
        filter.chip->setValue(tr("all"));
        reload();
    });
}

void DashboardPage::openFilter(const FilterChip &filter)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList &names = m_names.*filter.names;
    for (const QString &name : names) {
        QAction *action = menu->addAction(name.isEmpty() ? tr("none") : name);
        action->setCheckable(true);
        action->setChecked((m_filter.*filter.member).contains(name));
        connect(action, &QAction::toggled, this, [this, filter, name](bool on) {
            QStringList &chosen = m_filter.*filter.member;
            on ? chosen.append(name) : void(chosen.removeAll(name));
            filter.chip->setSet(!chosen.isEmpty());
            filter.chip->setValue(chosen.isEmpty() ? tr("all") : chosen.join(u", "_s));
            reload();
        });
    }
    if (names.isEmpty())
        menu->addAction(tr("Nothing on record yet"))->setEnabled(false);
    menu->popup(filter.chip->mapToGlobal(QPoint(0, filter.chip->height())));
}

QWidget *DashboardPage::makeFigures()
{
    auto *row = new QWidget(m_content);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const auto add = [&](const QString &caption, auto narrow) {
        if (layout->count() > 0)
            layout->addWidget(makeHairline(Qt::Vertical, row));
        auto *figure = new KeyFigure(caption, row);
        layout->addWidget(figure, 1);
        connect(figure, &KeyFigure::clicked, this, [this, narrow] {
            usage::Filter filter = m_filter;
            narrow(filter);
            emit requestsWanted(filter);
        });
        return figure;
    };
    m_spend = add(tr("Spend"), [](usage::Filter &) {});
    m_requests = add(tr("Requests"), [](usage::Filter &) {});
    m_firstToken = add(tr("First token, p95"), [](usage::Filter &) {});
    m_failed = add(tr("Failed"), [](usage::Filter &filter) {
        filter.ends = {routing::EndState::Failed, routing::EndState::Cut, routing::EndState::Stalled};
    });
    m_fellBack = add(tr("Fell back"), [](usage::Filter &filter) { filter.fellBack = true; });
    return row;
}

QWidget *DashboardPage::makeChart()
{
    auto *box = makeSurface(QPalette::Base, m_content);
    m_chartTitle = new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, box);
    m_result = new Label({}, TextRole::Small, Label::Tone::Text2, QFont::Normal, box);
    m_chart = new SpendChart(box);
    m_legend = new LegendRow(box);
    auto *head = new QHBoxLayout;
    head->addWidget(m_chartTitle);
    head->addStretch(1);
    head->addWidget(m_result);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(size::PageMargin, 12, size::PageMargin, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_legend);
    connect(m_chart, &SpendChart::slotOpened, this,
            [this](qint64 first, qint64 last) { openRequests({}, first, last); });
    return box;
}

void DashboardPage::reload()
{
    const qint64 today = m_now.today != 0 ? m_now.today : QDate::currentDate().toJulianDay();
    const DateRange range = rangeOf(m_range, today);
    m_filter.firstDay = range.first;
    m_filter.lastDay = range.last;
    m_header->setFact(m_now.zone.isEmpty() ? describe(range, QLocale())
                                           : u"%1, %2"_s.arg(describe(range, QLocale()), m_now.zone));
    for (const usage::Ticket ticket : {m_nowTicket, m_beforeTicket}) {
        if (ticket.isValid())
            m_queries.cancel(ticket);
    }
    m_nowTicket = m_queries.ask(usage::OverviewQuery{.filter = m_filter});
    m_before.reset();
    m_beforeTicket = {};
    if (const DateRange previous = before(range); previous != DateRange{}) {
        usage::Filter filter = m_filter;
        filter.firstDay = previous.first;
        filter.lastDay = previous.last;
        m_beforeTicket = m_queries.ask(usage::OverviewQuery{.filter = filter});
    }
    m_namesTicket = m_queries.ask(usage::NamesQuery{.ledger = m_filter.ledger});
}

void DashboardPage::take(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer)
{
    if (ticket == m_namesTicket && answer) {
        m_names = std::get<usage::Names>(*answer);
    } else if (ticket == m_beforeTicket && answer) {
        m_before = std::get<usage::Overview>(*answer);
        presentFigures();
    } else if (ticket == m_nowTicket) {
        m_failure = answer ? QString() : answer.error().message;
        m_loaded = true;
        if (answer) {
            const qint64 knownToday = m_now.today;
            m_now = std::get<usage::Overview>(*answer);
            // The register says which day it is in the profile's zone: near midnight ours may have been another.
            if (knownToday == 0 && m_now.today != QDate::currentDate().toJulianDay())
                reload();
        }
        present();
    }
}

void DashboardPage::present()
{
    if (!m_failure.isEmpty()) {
        m_empty->set(Signal::Stop, tr("The register could not be read"), m_failure, tr("Try again"));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    if (m_loaded && m_now.sums.requests == 0) {
        const bool practice = m_filter.ledger == usage::Ledger::Practice;
        m_empty->set(
            Signal::Off, practice ? tr("No practice request in this range") : tr("No request in this range"),
            practice
                ? tr("Ask the sample chain in the playground, and it appears here.")
                : tr("Requests to real providers appear here. Practice has a ledger of its own: the switch above."),
            m_range == RangeKind::All ? QString() : tr("Show everything"));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(m_content);
    presentFigures();
    presentChart();
}

void DashboardPage::presentFigures()
{
    const usage::Sums &sums = m_now.sums;
    const bool money = m_measure == Measure::Money;
    const QString unit = m_filter.ledger == usage::Ledger::Practice ? tr("practice") : QString();
    m_spend->setValue(formatMoney(sums.total()), unit);
    m_spend->setToolTip(tr("Billed %1, computed %2, estimated %3, unpriced requests %4")
                            .arg(formatMoney(sums.billed), formatMoney(sums.computed), formatMoney(sums.estimated),
                                 formatCount(sums.unpriced)));
    m_requests->setValue(formatCount(sums.requests));
    m_firstToken->setValue(
        m_now.firstContent.p95 ? QLocale().toString(double(m_now.firstContent.p95->count()) / 1000, 'f', 2) : noValue(),
        m_now.firstContent.p95 ? u"s"_s : QString());
    m_failed->setValue(formatPercent(share(sums.failed, sums.requests)));
    m_fellBack->setValue(formatPercent(share(sums.fellBack, sums.requests)));
    m_spend->setSparkline(slotTotals(
        chartData(m_now.byDay, {m_filter.firstDay, m_filter.lastDay}, money ? Measure::Money : Measure::Tokens)));

    const bool comparable = m_before && m_before->sums.requests > 0;
    const auto change = [&](KeyFigure *figure, std::pair<QString, int> value, KeyFigure::Better better) {
        figure->setChange(comparable ? value.first : QString(), value.second, better);
    };
    const usage::Sums before = comparable ? m_before->sums : usage::Sums{};
    change(m_spend, relativeChange(double(sums.total().value), double(before.total().value)),
           KeyFigure::Better::Neither);
    change(m_requests, relativeChange(double(sums.requests), double(before.requests)), KeyFigure::Better::Neither);
    change(m_failed, pointsChange(share(sums.failed, sums.requests), share(before.failed, before.requests)),
           KeyFigure::Better::Down);
    change(m_fellBack, pointsChange(share(sums.fellBack, sums.requests), share(before.fellBack, before.requests)),
           KeyFigure::Better::Down);
    if (comparable && m_now.firstContent.p95 && m_before->firstContent.p95) {
        const auto difference = *m_now.firstContent.p95 - *m_before->firstContent.p95;
        change(m_firstToken,
               {formatSeconds(std::chrono::abs(difference)),
                difference.count() > 0       ? 1
                    : difference.count() < 0 ? -1
                                             : 0},
               KeyFigure::Better::Down);
    } else {
        change(m_firstToken, {}, KeyFigure::Better::Neither);
    }
}

void DashboardPage::presentChart()
{
    const Tokens &tokens = tokensOf(this);
    QStringList bySpend;
    for (const usage::ModelRow &row : std::as_const(m_now.byModel))
        bySpend.append(row.modelId);
    m_colors.assign(bySpend);
    const ChartData chart = chartData(m_now.byDay, {m_filter.firstDay, m_filter.lastDay}, m_measure);
    m_chart->present(chart, m_measure, m_colors);
    m_chartTitle->setText(m_measure == Measure::Money ? tr("Spend by model") : tr("Tokens by model"));
    if (!chart.series.isEmpty() && !chart.series.constFirst().modelId.isEmpty())
        //: The sentence beside the chart's title: which model leads, and with how much.
        m_result->setText(tr("%1 leads with %2")
                              .arg(chart.series.constFirst().modelId,
                                   m_measure == Measure::Money
                                       ? formatMoney({qint64(chart.series.constFirst().total * 1e9)})
                                       : formatCount(qint64(chart.series.constFirst().total))));
    QList<LegendRow::Entry> legend;
    for (const ChartSeries &series : chart.series) {
        legend.append({.color = series.modelId.isEmpty() ? tokens.seriesOther : m_colors.color(series.modelId, tokens),
                       .text = series.modelId.isEmpty() ? tr("Other") : series.modelId});
    }
    m_legend->setEntries(legend);
    m_model->present(m_now.byModel, m_colors, tokens);
}

void DashboardPage::openRequests(const QString &model, qint64 firstDay, qint64 lastDay)
{
    usage::Filter filter = m_filter;
    if (!model.isEmpty())
        filter.models = {model};
    filter.firstDay = firstDay;
    filter.lastDay = lastDay;
    emit requestsWanted(filter);
}

void DashboardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

void DashboardPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_loaded && m_chart)
        presentChart();
}

} // namespace sb::ui
