#include "ui/requests/requests_page.h"

#include "ui/common/banner.h"
#include "ui/common/empty_state.h"
#include "ui/common/format.h"
#include "ui/common/page_header.h"
#include "ui/common/table.h"
#include "ui/common/type.h"
#include "ui/requests/log_proxy.h"
#include "ui/requests/record_view.h"
#include "ui/requests/request_filters.h"

#include <QAction>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {

constexpr auto ReloadDelay = 300ms;
constexpr auto SearchDelay = 200ms;
constexpr auto LoadingDelay = 150ms; // what is faster does not flicker
constexpr auto RenewInterval = 1min;
constexpr int TableShare = 290;
constexpr int RecordShare = 330; // three attempts, the numbers and the sentence
constexpr qint64 MostCounted = 10'000; // of filtered rows, see LogPage::total

/// Of a time with its day, which is shown for all but today.
int timeColumnWidth()
{
    const WallTime aDay = fromMilliseconds(1'795'530'667'000);
    const QString longest = formatTime(aDay, QTimeZone::utc(), WallTime{});
    return int(tabularWidth(fontFor(TextRole::Body), longest)) + 1 + size::PageMargin + size::CellPadding;
}

} // namespace

RequestsPage::RequestsPage(usage::Queries &queries, usage::Register &usage, profile::Workspace &workspace,
                           const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_queries(queries)
    , m_usage(usage)
    , m_workspace(workspace)
    , m_clock(clock)
    , m_model(queries)
    , m_header(new PageHeader(tr("Requests"), this))
    , m_banner(new Banner(this))
    , m_search(new QLineEdit(this))
    , m_filters(new RequestFilters(this))
    , m_stack(new QStackedWidget(this))
    , m_proxy(new LogProxy(clock, this))
    , m_table(new TableView(this))
    , m_empty(new EmptyState(this))
    , m_record(new RecordView(workspace, clock, this))
    , m_body(makeBody())
{
    m_stack->addWidget(m_body);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_filters);
    layout->addWidget(m_stack, 1);
    connectSearch();
    connectModel();
    connectRegister();
    connect(m_record, &RecordView::openInPlayground, this, &RequestsPage::openInPlayground);
    connect(m_record, &RecordView::lostSettled, this, &RequestsPage::settleLost);
    connect(m_banner, &Banner::dismissed, this, [this] {
        m_recordFailure.clear();
        m_lostFailure.clear();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, &RequestsPage::followEmptyState);
}

QWidget *RequestsPage::makeBody()
{
    m_proxy->setSourceModel(&m_model);
    m_table->setModel(m_proxy);
    m_table->setAccessibleName(tr("Requests"));
    m_table->setColumnWidths(
        {timeColumnWidth(), signalColumnWidth(endStateTexts() << LogProxy::tr("running")), 0, 0, 96, 58, 96, 116, 124});
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_record);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({TableShare, RecordShare});
    return splitter;
}

void RequestsPage::connectSearch()
{
    m_search->setPlaceholderText(tr("Find in requests"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setToolTip(tr("Words in prompts and answers (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(220);
    m_header->addControl(m_search);
    auto *find = new QAction(tr("Find"), this);
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(find);
    connect(find, &QAction::triggered, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    m_searchSoon.setSingleShot(true);
    m_searchSoon.setInterval(SearchDelay);
    connect(m_search, &QLineEdit::textChanged, &m_searchSoon, qOverload<>(&QTimer::start));
    connect(&m_searchSoon, &QTimer::timeout, this, [this] {
        usage::Filter filter = m_filters->filter();
        filter.text = m_search->text().trimmed();
        m_filters->setFilter(filter);
        chooseFilter();
    });
}

void RequestsPage::connectModel()
{
    m_loadingSoon.setSingleShot(true);
    m_loadingSoon.setInterval(LoadingDelay);
    connect(&m_loadingSoon, &QTimer::timeout, this, &RequestsPage::presentLoading);
    connect(m_filters, &RequestFilters::changed, this, &RequestsPage::chooseFilter);
    connect(&m_queries, &usage::Queries::answered, this, &RequestsPage::take);
    connect(&m_model, &usage::LogModel::pageTaken, this, &RequestsPage::takePage);
    connect(&m_model, &usage::LogModel::failed, this, [this](const Error &error) {
        m_failure = error.message;
        presentState();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            openRow(index.row());
    });
    connect(m_table, &TableView::opened, m_record, &RecordView::focusFirst);
}

void RequestsPage::connectRegister()
{
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(ReloadDelay);
    m_minute.setInterval(RenewInterval);
    connect(&m_reloadSoon, &QTimer::timeout, this, &RequestsPage::renew);
    connect(&m_minute, &QTimer::timeout, this, &RequestsPage::renew);
    connect(&m_usage, &usage::Register::changed, this, [this] {
        if (isVisible() && !m_reloadSoon.isActive())
            m_reloadSoon.start();
    });
    connect(&m_usage, &usage::Register::ready, &m_reloadSoon, qOverload<>(&QTimer::start)); // it can be read now
    connect(&m_usage, &usage::Register::settled, this, &RequestsPage::takeSettled);
}

/// Of the register: its days begin there, whatever the system's zone is by now. Before it has answered, what the
/// settings say.
QTimeZone RequestsPage::zone() const
{
    const QTimeZone own(m_model.zone().toLatin1());
    return own.isValid() ? own : profile::zoneOf(m_workspace.settings());
}

RequestsPage::Work RequestsPage::work() const
{
    return {.filter = m_filters->filter(), .shown = m_shown};
}

void RequestsPage::resume(const Work &work)
{
    m_shown = work.shown;
    setFilter(work.filter);
    applyFilter();
    if (m_shown.seq != 0)
        askDetail(m_shown);
}

void RequestsPage::setFilter(const usage::Filter &filter)
{
    m_filters->setFilter(filter);
    const QSignalBlocker quiet(m_search);
    m_search->setText(filter.text);
}

void RequestsPage::showFiltered(const usage::Filter &filter)
{
    setFilter(filter);
    chooseFilter();
}

void RequestsPage::showRecord(const usage::RecordKey &key)
{
    m_shown = key;
    setFilter({.ledger = key.ledger});
    applyFilter();
    askDetail(key);
}

void RequestsPage::chooseFilter()
{
    m_filterIsNew = true;
    applyFilter();
}

void RequestsPage::applyFilter()
{
    const usage::Filter &filter = m_filters->filter();
    m_model.setFilter(filter);
    m_loadingSoon.start();
    m_namesTicket = m_queries.ask(usage::NamesQuery{.ledger = filter.ledger});
}

void RequestsPage::renew()
{
    m_model.reload();
    m_loadingSoon.start();
    if (m_shown.seq != 0)
        askDetail(m_shown); // a request that ran, or a lost one that was settled
}

void RequestsPage::takePage()
{
    m_failure.clear();
    m_proxy->setZone(zone());
    m_filters->setToday(budget::dayOf(m_clock.wall(), zone()));
    if (std::exchange(m_filterIsNew, false) && m_model.find(m_shown) < 0)
        m_shown = {}; // the filter does not show it: the first row is opened
    presentState();
}

void RequestsPage::presentState()
{
    const qint64 total = m_model.total();
    const QString count = tr("%Ln request(s)", nullptr, int(qMin<qint64>(total, std::numeric_limits<int>::max())));
    //: Where counting stops; %1 is "10,000 requests".
    m_header->setFact(!m_filters->isEmpty() && total >= MostCounted ? tr("%1 or more").arg(count) : count);
    presentBanner();
    if (m_model.rowCount() == 0) {
        presentEmpty();
        return;
    }
    showBody(m_body);
    const int shown = m_model.find(m_shown);
    const QModelIndex current = m_table->currentIndex();
    if (shown >= 0 && current.row() != shown) // else the view would jump back to it with each new request
        m_table->selectRow(shown);
    else if (shown < 0 && !current.isValid() && m_shown.seq == 0)
        m_table->selectRow(0); // nothing is read that this would take away
}

void RequestsPage::presentLoading()
{
    if (!m_model.isLoading() || m_model.rowCount() > 0)
        return;
    m_empty->set(Signal::Off, tr("Reading the register"),
                 m_filters->filter().text.isEmpty() ? tr("A large one takes a moment.")
                                                    : tr("All prompts and answers are looked through."));
    showBody(m_empty);
}

void RequestsPage::presentBanner()
{
    // The old rows stay, with a word that they are old.
    if (!m_failure.isEmpty() && m_model.rowCount() > 0)
        m_banner->set(Signal::Stop, tr("The register could not be read: %1").arg(m_failure));
    else if (!m_recordFailure.isEmpty())
        m_banner->set(Signal::Stop, tr("The record could not be read: %1").arg(m_recordFailure));
    else if (!m_lostFailure.isEmpty())
        m_banner->set(Signal::Stop, tr("The lost request could not be settled: %1").arg(m_lostFailure));
    else
        m_banner->clear();
}

void RequestsPage::presentEmpty()
{
    if (!m_failure.isEmpty()) {
        m_empty->set(Signal::Stop, tr("The register could not be read"), m_failure, tr("Try again"));
        showBody(m_empty);
        return;
    }
    const bool filtered = !m_filters->isEmpty();
    const bool practice = m_filters->filter().ledger == usage::Ledger::Practice;
    m_empty->set(Signal::Off,
                 filtered       ? tr("No match")
                     : practice ? tr("No practice request yet")
                                : tr("No request yet"),
                 filtered ? tr("No request on record fits these filters.")
                          : tr("What is asked in the playground or by “signalbox ask” appears here. Practice has a "
                               "ledger of its own."),
                 filtered       ? tr("Clear filters")
                     : practice ? tr("Open the playground")
                                : tr("Show practice"));
    showBody(m_empty);
}

void RequestsPage::followEmptyState()
{
    if (!m_failure.isEmpty())
        applyFilter();
    else if (m_filters->isEmpty() && m_filters->filter().ledger == usage::Ledger::Real)
        showFiltered({.ledger = usage::Ledger::Practice}); // where a first request is, without a key
    else if (m_filters->isEmpty())
        emit playgroundWanted();
    else
        showFiltered({.ledger = m_filters->filter().ledger});
}

void RequestsPage::showBody(QWidget *shown)
{
    if (m_stack->currentWidget() == shown)
        return;
    const QWidget *focused = window()->focusWidget();
    const bool hadFocus = focused && m_stack->isAncestorOf(focused);
    m_stack->setCurrentWidget(shown);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
}

void RequestsPage::openRow(int row)
{
    const usage::RecordKey key = m_model.keyAt(row);
    if (key.seq == 0 || key == m_shown)
        return;
    m_recordFailure.clear(); // of another one
    m_lostFailure.clear();
    presentBanner();
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
        m_filters->setNames(std::get<usage::Names>(*answer));
    } else if (ticket == m_detailTicket) {
        m_detailTicket = {};
        m_recordFailure = answer ? QString() : answer.error().message;
        presentBanner();
        if (answer)
            m_record->present(std::get<usage::RequestRecord>(*answer), m_shown, zone());
        else
            m_record->clear();
    }
}

void RequestsPage::settleLost(const usage::LostSettlement &settlement)
{
    m_lostFailure.clear();
    presentBanner();
    m_lost.insert(m_usage.settleLost(settlement), settlement.key);
}

void RequestsPage::takeSettled(usage::Ticket ticket, const Result<usage::RecordKey> &outcome)
{
    const auto asked = m_lost.constFind(ticket);
    if (asked == m_lost.constEnd())
        return;
    const usage::RecordKey key = *asked;
    m_lost.erase(asked);
    if (outcome)
        return; // the record comes anew
    m_record->takeLostProblem(key);
    m_lostFailure = outcome.error().message;
    presentBanner();
    if (!m_reloadSoon.isActive())
        m_reloadSoon.start(); // somebody else may have settled it
}

/// No focus proxy: Tab would go from the page's begin to that, past all that stands before it.
void RequestsPage::focusInEvent(QFocusEvent *)
{
    (m_stack->currentWidget() == m_body ? static_cast<QWidget *>(m_table) : m_empty)->setFocus(Qt::OtherFocusReason);
}

void RequestsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    renew(); // nobody looked: what has happened since
    m_namesTicket = m_queries.ask(usage::NamesQuery{.ledger = m_filters->filter().ledger});
    m_minute.start();
}

void RequestsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute.stop();
}

} // namespace sb::ui
