#include "ui/dashboard/dashboard_page.h"

#include "ui/common/banner.h"
#include "ui/common/empty_state.h"
#include "ui/common/filter_band.h"
#include "ui/common/format.h"
#include "ui/common/name_chips.h"
#include "ui/common/page_header.h"
#include "ui/common/segmented_control.h"
#include "ui/common/surfaces.h"
#include "ui/common/table.h"
#include "ui/common/type.h"
#include "ui/dashboard/chart_panel.h"
#include "ui/dashboard/figures_row.h"
#include "ui/dashboard/model_table.h"

#include <QDate>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {

constexpr auto ReloadDelay = 300ms;
constexpr auto LoadingDelay = 150ms; // what is faster does not flicker
constexpr auto ReloadInterval = 1min;
constexpr int TableHeight = size::TableHeader + 6 * size::Row;

} // namespace

DashboardPage::DashboardPage(usage::Queries &queries, usage::Register &usage, QWidget *parent)
    : QWidget(parent)
    , m_queries(queries)
    , m_header(new PageHeader(tr("Dashboard"), this))
    , m_rangeControl(
          new SegmentedControl({tr("Today"), tr("7 d"), tr("30 d"), tr("90 d"), tr("Month"), tr("All")}, 4, this))
    , m_measureControl(new SegmentedControl({tr("Money"), tr("Tokens")}, 0, this))
    , m_banner(new Banner(this))
    , m_band(new FilterBand(this))
    , m_chips(new NameChips(m_filter, tr("all"), m_band))
    , m_ledgerControl(new SegmentedControl({tr("Real"), tr("Practice")}, 0, m_band))
    , m_stack(new QStackedWidget(this))
    , m_content(new QWidget(m_stack))
    , m_empty(new EmptyState(m_stack))
    , m_figures(new FiguresRow(m_content))
    , m_chart(new ChartPanel(m_content))
    , m_model(new ModelTable(this))
    , m_table(new TableView(m_content))
{
    setupHeader();
    setupFilters();
    setupContent();
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_band);
    layout->addWidget(m_stack, 1);

    setupReloading(usage);
    connect(&m_queries, &usage::Queries::answered, this, &DashboardPage::take);
    connect(m_empty, &EmptyState::actionTriggered, this, &DashboardPage::followEmptyState);
    connect(m_banner, &Banner::actionTriggered, this, &DashboardPage::reload);
}

void DashboardPage::setupReloading(usage::Register &usage)
{
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(ReloadDelay);
    m_loadingSoon.setSingleShot(true);
    m_loadingSoon.setInterval(LoadingDelay);
    m_minute.setInterval(ReloadInterval);
    connect(&m_reloadSoon, &QTimer::timeout, this, &DashboardPage::reload);
    connect(&m_minute, &QTimer::timeout, this, &DashboardPage::reload);
    connect(&m_loadingSoon, &QTimer::timeout, this, &DashboardPage::presentLoading);
    connect(&usage, &usage::Register::changed, this, [this] {
        if (isVisible() && !m_reloadSoon.isActive())
            m_reloadSoon.start();
    });
    connect(&usage, &usage::Register::ready, &m_reloadSoon, qOverload<>(&QTimer::start)); // it can be read now
}

void DashboardPage::setupHeader()
{
    m_rangeControl->setAccessibleName(tr("Range"));
    m_measureControl->setAccessibleName(tr("Measure"));
    m_ledgerControl->setAccessibleName(tr("Ledger"));
    m_header->addControl(m_rangeControl);
    m_header->addControl(m_measureControl);
    connect(m_rangeControl, &SegmentedControl::chosen, this, [this](int index) {
        m_rangeControl->setCurrent(index);
        m_range = RangeKind(index); // in the order of the control
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
    m_band->addAtEnd(m_ledgerControl);
    connect(m_chips, &NameChips::changed, this, &DashboardPage::reload);
}

void DashboardPage::presentFilters()
{
    m_chips->present();
    m_ledgerControl->setCurrent(m_filter.ledger == usage::Ledger::Real ? 0 : 1);
}

DashboardPage::Work DashboardPage::work() const
{
    return {.filter = m_filter, .range = m_range, .measure = m_measure, .asTable = m_chart->showsTable()};
}

void DashboardPage::resume(const Work &work)
{
    m_filter = work.filter;
    m_range = work.range;
    m_measure = work.measure;
    m_rangeControl->setCurrent(int(m_range));
    m_measureControl->setCurrent(int(m_measure));
    m_chart->showTable(work.asTable);
    presentFilters();
    reload();
}

void DashboardPage::setupContent()
{
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_figures);
    column->addWidget(makeHairline(Qt::Horizontal, m_content));
    column->addWidget(m_chart, 1);
    column->addWidget(makeHairline(Qt::Horizontal, m_content));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Spend by model, table"));
    m_table->setColumnWidths({0, 90, 80, 80, 80, 100, 80, 110, 120, 70});
    m_table->setFixedHeight(TableHeight);
    column->addWidget(m_table);
    connect(m_figures, &FiguresRow::requestsWanted, this, [this](const usage::Filter &narrowing) {
        usage::Filter filter = m_filter;
        filter.ends = narrowing.ends;
        filter.fellBack = narrowing.fellBack;
        emit requestsWanted(filter);
    });
    connect(m_chart, &ChartPanel::slotOpened, this,
            [this](qint64 first, qint64 last) { openRequests({}, first, last); });
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) {
        openRequests(m_model->modelIdAt(index), m_filter.firstDay, m_filter.lastDay);
    });
    auto *twin = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), this);
    connect(twin, &QShortcut::activated, this, [this] { m_chart->showTable(!m_chart->showsTable()); });
}

void DashboardPage::reload()
{
    m_askedToday = m_now.today != 0 ? m_now.today : QDate::currentDate().toJulianDay();
    const DateRange range = rangeOf(m_range, m_askedToday);
    m_filter.firstDay = range.first;
    m_filter.lastDay = range.last;
    presentFact();
    for (const usage::Ticket ticket : {m_nowTicket, m_beforeTicket}) {
        if (ticket.isValid())
            m_queries.cancel(ticket);
    }
    m_nowTicket = m_queries.ask(usage::OverviewQuery{.filter = m_filter});
    m_loadingSoon.start();
    askBefore(before(range));
    m_namesTicket = m_queries.ask(usage::NamesQuery{.ledger = m_filter.ledger});
}

void DashboardPage::askBefore(const DateRange &range)
{
    m_beforeTicket = {};
    usage::Filter filter = m_filter;
    filter.firstDay = range.first;
    filter.lastDay = range.last;
    if (filter != m_beforeFilter)
        m_before.reset(); // else what was compared with holds until it is counted anew
    m_beforeFilter = filter;
    if (range != DateRange{})
        m_beforeTicket = m_queries.ask(usage::OverviewQuery{.filter = filter});
}

void DashboardPage::take(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer)
{
    if (ticket == m_namesTicket && answer) {
        const auto &names = std::get<usage::Names>(*answer);
        m_chips->setNames(names);
        m_knownModels = names.models;
        if (m_loaded && m_now.sums.requests == 0)
            present(); // whether there is anything at all decides what is offered
    } else if (ticket == m_beforeTicket && answer) {
        m_before = std::get<usage::Overview>(*answer);
        presentFigures();
    } else if (ticket == m_nowTicket) {
        takeNow(answer);
    }
}

void DashboardPage::takeNow(const Result<usage::QueryAnswer> &answer)
{
    m_nowTicket = {};
    m_failure = answer ? QString() : answer.error().message;
    if (answer) {
        m_now = std::get<usage::Overview>(*answer);
        // The register says which day it is in its zone: near midnight ours may be another, and days end.
        if (m_now.today != m_askedToday) {
            reload();
            return;
        }
        m_loaded = true;
        presentFact();
    }
    present();
}

void DashboardPage::presentFact()
{
    const QString days = describe({m_filter.firstDay, m_filter.lastDay}, QLocale());
    m_header->setFact(m_now.zone.isEmpty() ? days : u"%1, %2"_s.arg(days, m_now.zone));
}

void DashboardPage::presentLoading()
{
    if (m_loaded || !m_nowTicket.isValid())
        return; // the old figures stay meanwhile
    m_empty->set(Signal::Off, tr("Reading the register"), tr("A large one takes a moment."));
    showBody(m_empty);
}

void DashboardPage::present()
{
    if (!m_failure.isEmpty() && !m_loaded) {
        m_empty->set(Signal::Stop, tr("The register could not be read"), m_failure, tr("Try again"));
        showBody(m_empty);
        return;
    }
    // The old figures stay, with a word that they are old.
    if (m_failure.isEmpty())
        m_banner->clear();
    else
        m_banner->set(Signal::Stop, tr("The register could not be read: %1").arg(m_failure), tr("Try again"));
    if (!m_loaded)
        return;
    if (m_now.sums.requests == 0) {
        presentEmpty();
        return;
    }
    showBody(m_content);
    presentFigures();
    presentModels();
}

void DashboardPage::presentEmpty()
{
    const bool practice = m_filter.ledger == usage::Ledger::Practice;
    const bool nothingAtAll = m_knownModels.isEmpty();
    m_empty->set(
        Signal::Off,
        nothingAtAll   ? practice ? tr("No practice request yet") : tr("No request yet")
              : practice ? tr("No practice request in this range")
                       : tr("No request in this range"),
        practice ? tr("Ask the sample chain in the playground, and it appears here.")
                 : tr("Requests to real providers appear here. Practice has a ledger of its own: the switch above."),
        nothingAtAll && !practice       ? tr("Show practice")
            : nothingAtAll              ? tr("Open the playground")
            : m_range == RangeKind::All ? tr("Clear filters")
                                        : tr("Show everything"));
    showBody(m_empty);
}

void DashboardPage::showBody(QWidget *shown)
{
    if (m_stack->currentWidget() == shown)
        return;
    const QWidget *focused = window()->focusWidget();
    const bool hadFocus = focused && m_stack->isAncestorOf(focused);
    m_stack->setCurrentWidget(shown);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
}

void DashboardPage::followEmptyState()
{
    if (!m_loaded)
        reload();
    else if (m_knownModels.isEmpty() && m_filter.ledger == usage::Ledger::Real)
        resume({.filter = {.ledger = usage::Ledger::Practice}, .range = m_range, .measure = m_measure});
    else if (m_knownModels.isEmpty())
        emit playgroundWanted();
    else if (m_range != RangeKind::All)
        emit m_rangeControl->chosen(int(RangeKind::All));
    else
        resume({.filter = {.ledger = m_filter.ledger}, .range = m_range, .measure = m_measure});
}

void DashboardPage::presentFigures()
{
    m_figures->present(m_now, m_before ? &*m_before : nullptr, {m_filter.firstDay, m_filter.lastDay},
                       m_filter.ledger == usage::Ledger::Practice);
}

void DashboardPage::presentModels()
{
    const ChartData chart = chartData(m_now.byDay, {m_filter.firstDay, m_filter.lastDay}, m_measure);
    m_colors.assign(seriesIds(chart));
    m_chart->present(chart, m_now.sums.unpriced, m_measure, m_colors);
    m_model->present(m_now.byModel, m_colors, tokensOf(this));
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

/// No focus proxy: Tab would go from the page's begin to that, past all that stands before it.
void DashboardPage::focusInEvent(QFocusEvent *)
{
    (m_stack->currentWidget() == m_content ? static_cast<QWidget *>(m_table) : m_empty)->setFocus(Qt::OtherFocusReason);
}

void DashboardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
    m_minute.start();
}

void DashboardPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute.stop();
}

void DashboardPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_loaded && m_chart)
        presentModels();
}

} // namespace sb::ui
