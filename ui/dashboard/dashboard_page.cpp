#include "ui/dashboard/dashboard_page.h"

#include "ui/common/chip.h"
#include "ui/common/empty_state.h"
#include "ui/common/filter_band.h"
#include "ui/common/format.h"
#include "ui/common/page_header.h"
#include "ui/common/segmented_control.h"
#include "ui/common/surfaces.h"
#include "ui/common/table.h"
#include "ui/common/type.h"
#include "ui/dashboard/chart_panel.h"
#include "ui/dashboard/figures_row.h"
#include "ui/dashboard/model_table.h"

#include <QDate>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {

constexpr auto ReloadDelay = 300ms;
constexpr int TableHeight = size::TableHeader + 6 * size::Row;

/// "a" or "a +2": what a chip shows of several values.
QString chosenText(const QStringList &chosen)
{
    return chosen.size() < 2 ? chosen.value(0) : u"%1 +%2"_s.arg(chosen.constFirst()).arg(chosen.size() - 1);
}

} // namespace

DashboardPage::DashboardPage(usage::Queries &queries, usage::Register &usage, QWidget *parent)
    : QWidget(parent)
    , m_queries(queries)
    , m_header(new PageHeader(tr("Dashboard"), this))
    , m_rangeControl(
          new SegmentedControl({tr("Today"), tr("7 d"), tr("30 d"), tr("90 d"), tr("Month"), tr("All")}, 4, this))
    , m_measureControl(new SegmentedControl({tr("Money"), tr("Tokens")}, 0, this))
    , m_ledgerControl(new SegmentedControl({tr("Real"), tr("Practice")}, 0, this))
    , m_band(new FilterBand(this))
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
    layout->addWidget(m_band);
    layout->addWidget(m_stack, 1);

    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(ReloadDelay);
    connect(&m_reloadSoon, &QTimer::timeout, this, &DashboardPage::reload);
    connect(&usage, &usage::Register::changed, this, [this] {
        if (isVisible() && !m_reloadSoon.isActive())
            m_reloadSoon.start();
    });
    connect(&usage, &usage::Register::ready, &m_reloadSoon, qOverload<>(&QTimer::start)); // it can be read now
    connect(&m_queries, &usage::Queries::answered, this, &DashboardPage::take);
    connect(m_empty, &EmptyState::actionTriggered, this, &DashboardPage::followEmptyState);
    setFocusProxy(m_table);
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
        presentFilters();
        reload();
    });
}

void DashboardPage::presentFilters()
{
    for (const FilterChip &filter : std::as_const(m_filters)) {
        const QStringList &chosen = m_filter.*filter.member;
        filter.chip->setSet(!chosen.isEmpty());
        filter.chip->setValue(chosen.isEmpty() ? tr("all") : chosenText(chosen));
    }
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
            presentFilters();
            reload();
        });
    }
    if (names.isEmpty())
        menu->addAction(tr("Nothing on record yet"))->setEnabled(false);
    menu->popup(filter.chip->mapToGlobal(QPoint(0, filter.chip->height())));
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
        if (m_loaded && m_now.sums.requests == 0)
            present(); // whether there is anything at all decides what is offered
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
        showBody(m_empty);
        return;
    }
    if (m_loaded && m_now.sums.requests == 0) {
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
    const bool nothingAtAll = m_names.models.isEmpty();
    m_empty->set(
        Signal::Off,
        nothingAtAll   ? practice ? tr("No practice request yet") : tr("No request yet")
              : practice ? tr("No practice request in this range")
                       : tr("No request in this range"),
        practice ? tr("Ask the sample chain in the playground, and it appears here.")
                 : tr("Requests to real providers appear here. Practice has a ledger of its own: the switch above."),
        nothingAtAll                    ? tr("Open the playground")
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
    setFocusProxy(shown == m_content ? static_cast<QWidget *>(m_table) : m_empty);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
}

void DashboardPage::followEmptyState()
{
    if (!m_failure.isEmpty())
        reload();
    else if (m_names.models.isEmpty())
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
    QStringList bySpend;
    for (const usage::ModelRow &row : std::as_const(m_now.byModel))
        bySpend.append(row.modelId);
    m_colors.assign(bySpend);
    m_chart->present(m_now, {m_filter.firstDay, m_filter.lastDay}, m_measure, m_colors);
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

void DashboardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

void DashboardPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_loaded && m_chart)
        presentModels();
}

} // namespace sb::ui
