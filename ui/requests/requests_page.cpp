#include "ui/requests/requests_page.h"

#include "ui/common/chip.h"
#include "ui/common/empty_state.h"
#include "ui/common/filter_band.h"
#include "ui/common/format.h"
#include "ui/common/page_header.h"
#include "ui/common/segmented_control.h"
#include "ui/common/table.h"
#include "ui/common/type.h"
#include "ui/requests/log_proxy.h"
#include "ui/requests/record_view.h"

#include <QDate>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {

constexpr auto ReloadDelay = 300ms;
constexpr auto SearchDelay = 200ms;

QString dayText(qint64 first, qint64 last)
{
    const auto text = [](qint64 day) { return QLocale().toString(QDate::fromJulianDay(day), QLocale::ShortFormat); };
    return first == last ? text(first) : RequestsPage::tr("%1 to %2").arg(text(first), text(last));
}

} // namespace

RequestsPage::RequestsPage(usage::Queries &queries, usage::Register &usage, profile::Workspace &workspace,
                           QWidget *parent)
    : QWidget(parent)
    , m_queries(queries)
    , m_usage(usage)
    , m_workspace(workspace)
    , m_model(queries)
    , m_header(new PageHeader(tr("Requests"), this))
    , m_search(new QLineEdit(this))
    , m_band(new FilterBand(this))
    , m_ledger(new SegmentedControl({tr("Real"), tr("Practice")}, 0, this))
    , m_stack(new QStackedWidget(this))
    , m_proxy(new LogProxy(this))
    , m_table(new TableView(this))
    , m_empty(new EmptyState(this))
    , m_record(new RecordView(this))
{
    m_search->setPlaceholderText(tr("Find in requests"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(220);
    m_header->addControl(m_search);
    setupFilters();
    m_proxy->setSourceModel(&m_model);
    m_proxy->setZone(zone());
    m_table->setModel(m_proxy);
    m_table->setAccessibleName(tr("Requests"));
    m_table->setColumnWidths({150, 110, 170, 0, 100, 60, 100, 130, 120});
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_record);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_band);
    layout->addWidget(m_stack, 1);

    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(ReloadDelay);
    m_searchSoon.setSingleShot(true);
    m_searchSoon.setInterval(SearchDelay);
    connect(&m_reloadSoon, &QTimer::timeout, &m_model, &usage::LogModel::reload);
    connect(&m_searchSoon, &QTimer::timeout, this, [this] {
        m_filter.text = m_search->text().trimmed();
        applyFilter();
    });
    connect(m_search, &QLineEdit::textChanged, &m_searchSoon, qOverload<>(&QTimer::start));
    connect(&usage, &usage::Register::changed, this, [this] {
        if (isVisible() && !m_reloadSoon.isActive())
            m_reloadSoon.start();
    });
    connect(&m_queries, &usage::Queries::answered, this, &RequestsPage::take);
    connect(&m_model, &usage::LogModel::pageTaken, this, [this] {
        m_failure.clear();
        presentState();
    });
    connect(&m_model, &usage::LogModel::failed, this, [this](const Error &error) {
        m_failure = error.message;
        presentState();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            openRow(index.row());
    });
    connect(m_record, &RecordView::openInPlayground, this, &RequestsPage::openInPlayground);
    connect(m_record, &RecordView::lostSettled, this,
            [this](const usage::LostSettlement &settlement) { m_usage.settleLost(settlement); });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { showFiltered({.ledger = m_filter.ledger}); });
    setFocusProxy(m_table);
}

QTimeZone RequestsPage::zone() const
{
    const QTimeZone chosen(m_workspace.settings().timeZone.toLatin1());
    return chosen.isValid() ? chosen : QTimeZone::systemTimeZone();
}

void RequestsPage::setupFilters()
{
    m_fellBack = new Chip(tr("Fell back"), tr("any"), m_band);
    m_ends = new Chip(tr("End"), tr("any"), m_band);
    m_days = new Chip(tr("Day"), tr("any"), m_band);
    m_band->addControl(m_fellBack);
    m_band->addControl(m_ends);
    addNamesChip(tr("Model"), &usage::Names::models, &usage::Filter::models);
    addNamesChip(tr("Provider"), &usage::Names::providers, &usage::Filter::providers);
    addNamesChip(tr("Client"), &usage::Names::clients, &usage::Filter::clients);
    m_band->addControl(m_days);
    m_band->addAtEnd(m_ledger);
    m_ledger->setAccessibleName(tr("Ledger"));
    connect(m_fellBack, &Chip::opened, this, [this] {
        m_filter.fellBack = m_filter.fellBack ? std::nullopt : std::optional(true);
        applyFilter();
    });
    connect(m_fellBack, &Chip::cleared, this, [this] {
        m_filter.fellBack.reset();
        applyFilter();
    });
    connect(m_ends, &Chip::opened, this, &RequestsPage::openEnds);
    connect(m_ends, &Chip::cleared, this, [this] {
        m_filter.ends.clear();
        applyFilter();
    });
    connect(m_days, &Chip::cleared, this, [this] {
        m_filter.firstDay = m_filter.lastDay = 0;
        applyFilter();
    });
    connect(m_ledger, &SegmentedControl::chosen, this, [this](int index) {
        m_filter.ledger = index == 0 ? usage::Ledger::Real : usage::Ledger::Practice;
        applyFilter();
    });
    presentChips();
}

void RequestsPage::addNamesChip(const QString &title, QStringList usage::Names::*names,
                                QStringList usage::Filter::*member)
{
    auto *chip = new Chip(title, tr("any"), m_band);
    m_nameChips.append({.chip = chip, .member = member});
    m_band->addControl(chip);
    connect(chip, &Chip::opened, this, [=, this] { openNames(chip, names, member); });
    connect(chip, &Chip::cleared, this, [=, this] {
        (m_filter.*member).clear();
        applyFilter();
    });
}

void RequestsPage::openNames(Chip *chip, QStringList usage::Names::*names, QStringList usage::Filter::*member)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &name : m_names.*names) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked((m_filter.*member).contains(name));
        connect(action, &QAction::toggled, this, [=, this](bool on) {
            QStringList &chosen = m_filter.*member;
            on ? chosen.append(name) : void(chosen.removeAll(name));
            applyFilter();
        });
    }
    if ((m_names.*names).isEmpty())
        menu->addAction(tr("Nothing on record yet"))->setEnabled(false);
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height())));
}

void RequestsPage::openEnds()
{
    using routing::EndState;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const EndState end : {EndState::Complete, EndState::Length, EndState::Filtered, EndState::Cut,
                               EndState::Stalled, EndState::Cancelled, EndState::Failed, EndState::Lost}) {
        QAction *action = menu->addAction(endStateText(end));
        action->setCheckable(true);
        action->setChecked(m_filter.ends.contains(end));
        connect(action, &QAction::toggled, this, [this, end](bool on) {
            on ? m_filter.ends.append(end) : void(m_filter.ends.removeAll(end));
            applyFilter();
        });
    }
    menu->popup(m_ends->mapToGlobal(QPoint(0, m_ends->height())));
}

void RequestsPage::showFiltered(const usage::Filter &filter)
{
    m_filter = filter;
    {
        const QSignalBlocker quiet(m_search);
        m_search->setText(filter.text);
    }
    applyFilter();
}

void RequestsPage::showRecord(const usage::RecordKey &key)
{
    showFiltered({.ledger = key.ledger});
    askDetail(key);
}

void RequestsPage::applyFilter()
{
    presentChips();
    m_model.setFilter(m_filter);
    m_namesTicket = m_queries.ask(usage::NamesQuery{.ledger = m_filter.ledger});
}

void RequestsPage::presentChips()
{
    m_ledger->setCurrent(m_filter.ledger == usage::Ledger::Real ? 0 : 1);
    m_fellBack->setSet(m_filter.fellBack.has_value());
    m_fellBack->setValue(!m_filter.fellBack ? tr("any") : *m_filter.fellBack ? tr("yes") : tr("no"));
    QStringList ends;
    for (const routing::EndState end : std::as_const(m_filter.ends))
        ends.append(endStateText(end));
    m_ends->setSet(!ends.isEmpty());
    m_ends->setValue(ends.isEmpty() ? tr("any") : ends.join(u", "_s));
    for (const NamesChip &names : std::as_const(m_nameChips)) {
        const QStringList &chosen = m_filter.*names.member;
        names.chip->setSet(!chosen.isEmpty());
        names.chip->setValue(chosen.isEmpty() ? tr("any") : chosen.join(u", "_s));
    }
    m_days->setVisible(m_filter.firstDay != 0);
    m_days->setSet(m_filter.firstDay != 0);
    if (m_filter.firstDay != 0)
        m_days->setValue(dayText(m_filter.firstDay, m_filter.lastDay));
}

void RequestsPage::presentState()
{
    m_header->setFact(
        tr("%n request(s)", nullptr, int(qMin<qint64>(m_model.total(), std::numeric_limits<int>::max()))));
    if (!m_failure.isEmpty() && m_model.rowCount() == 0) {
        m_empty->set(Signal::Stop, tr("The register could not be read"), m_failure, tr("Try again"));
        m_stack->setCurrentIndex(1);
        return;
    }
    if (m_model.rowCount() == 0) {
        const bool filtered = m_filter != usage::Filter{.ledger = m_filter.ledger};
        m_empty->set(Signal::Off, filtered ? tr("No match") : tr("No request yet"),
                     filtered ? tr("No request on record fits these filters.")
                              : tr("What is asked in the playground or by “signalbox ask” appears here. Practice has a "
                                   "ledger of its own."),
                     filtered ? tr("Clear filters") : QString());
        m_stack->setCurrentIndex(1);
        return;
    }
    m_stack->setCurrentIndex(0);
    const int shown = m_model.find(m_shown);
    if (shown >= 0)
        m_table->selectRow(shown);
    else if (m_shown.seq == 0)
        m_table->selectRow(0);
}

void RequestsPage::openRow(int row)
{
    const usage::RecordKey key = m_model.row(row).key;
    if (key != m_shown)
        askDetail(key);
}

void RequestsPage::askDetail(const usage::RecordKey &key)
{
    m_shown = key;
    if (m_detailTicket.isValid())
        m_queries.cancel(m_detailTicket);
    m_detailTicket = m_queries.ask(usage::DetailQuery{.key = key});
}

void RequestsPage::take(usage::Ticket ticket, const Result<usage::QueryAnswer> &answer)
{
    if (ticket == m_namesTicket && answer) {
        m_names = std::get<usage::Names>(*answer);
    } else if (ticket == m_detailTicket) {
        m_detailTicket = {};
        if (answer)
            m_record->present(std::get<usage::RequestRecord>(*answer), m_shown, zone());
        else
            m_record->clear();
    }
}

void RequestsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFilter();
}

} // namespace sb::ui
