#include "ui/models/model_list.h"

#include "ui/common/banner.h"
#include "ui/common/chip.h"
#include "ui/common/controls.h"
#include "ui/common/empty_state.h"
#include "ui/common/format.h"
#include "ui/common/icon.h"
#include "ui/common/page_header.h"
#include "ui/common/surfaces.h"
#include "ui/common/table.h"
#include "ui/common/type.h"
#include "ui/models/catalog_table.h"
#include "ui/models/facet_panel.h"
#include "ui/models/model_board.h"
#include "ui/models/model_texts.h"
#include "ui/models/refresh_words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sb::ui {

namespace {

constexpr int SearchWidth = 220;
constexpr int LeastNameWidth = 210;
constexpr auto LoadingDelay = 150ms; // what is faster does not flicker
// By column; 0 stretches. What is hidden first where there is no room stands last.
constexpr std::array<int, CatalogTable::ColumnCount> Widths{0, 116, 76, 82, 86, 86, 60, 70, 108, 106, 92};
constexpr std::array HiddenFirst{CatalogTable::PriceAge, CatalogTable::Released, CatalogTable::Errors,
                                 CatalogTable::Speed, CatalogTable::FirstToken};

QString progressText(const engine::CatalogUpdater &updater)
{
    const engine::FetchProgress &progress = updater.progress();
    if (updater.state() == engine::CatalogUpdater::State::Merging)
        return ModelList::tr("Sorting in what came");
    //: How far a refresh of prices is: %1 of %2 sources were asked.
    return ModelList::tr("Asking for prices, %1 of %2").arg(progress.done).arg(progress.total);
}

} // namespace

ModelList::ModelList(ModelBoard &board, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_header(new PageHeader(tr("Models"), this))
    , m_search(new QLineEdit(this))
    , m_filters(makeIconButton(u"filter"_s, tr("Filters"), this, Qt::CTRL | Qt::SHIFT | Qt::Key_F))
    , m_order(new Chip(tr("Order"), {}, this))
    , m_compare(makeButton({}, this))
    , m_refresh(makeButton({}, this))
    , m_banner(new Banner(this))
    , m_facets(new FacetPanel(board, this))
    , m_facetsLine(makeHairline(Qt::Vertical, this))
    , m_model(new CatalogTable(board, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new TableView(m_stack))
    , m_empty(new EmptyState(m_stack))
{
    setupHeader();
    setupSearch();
    setupTable();
    setupKeys();
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_facets);
    body->addWidget(m_facetsLine);
    body->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addLayout(body, 1);
    m_loadingSoon.setSingleShot(true);
    m_loadingSoon.setInterval(LoadingDelay);
    connect(&m_loadingSoon, &QTimer::timeout, this, &ModelList::presentEmpty);
    connect(&m_board, &ModelBoard::foundChanged, this, &ModelList::present);
    connect(&m_board, &ModelBoard::figuresChanged, this, &ModelList::presentBanner);
    connect(&m_board, &ModelBoard::comparedChanged, this, &ModelList::presentCompare);
    present();
}

void ModelList::setupHeader()
{
    m_filters->setCheckable(true);
    m_filters->setChecked(true);
    m_filters->setObjectName(u"filters"_s);
    m_compare->setObjectName(u"compare"_s);
    m_compare->setShortcut(Qt::CTRL | Qt::Key_Return);
    for (QWidget *control : std::initializer_list<QWidget *>{m_search, m_filters, m_order, m_compare, m_refresh})
        m_header->addControl(control);
    connect(m_filters, &QToolButton::toggled, this, &ModelList::showFacets);
    connect(m_order, &Chip::opened, this, &ModelList::openOrderMenu);
    connect(m_order, &Chip::cleared, this, [this] { m_board.setSort({}); });
    connect(m_compare, &QPushButton::clicked, this, &ModelList::compareWanted);
    m_refresh->setObjectName(u"refresh"_s);
    connect(m_refresh, &QPushButton::clicked, this, [this] {
        if (m_board.updater().isRunning())
            m_board.updater().cancel();
        else
            m_board.refresh();
        presentRefresh();
    });
    connect(&m_board.updater(), &engine::CatalogUpdater::progressed, this, &ModelList::presentRefresh);
    connect(&m_board.updater(), &engine::CatalogUpdater::finished, this, [this] {
        m_reportIsNew = true;
        presentRefresh();
        presentBanner();
    });
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (!m_board.failure().isEmpty())
            m_board.look();
        else if (m_reportIsNew)
            emit reportWanted();
        else if (const QStringList ending = m_board.retiring(); !ending.isEmpty())
            emit opened(ending.constFirst());
    });
    connect(m_banner, &Banner::dismissed, this, [this] {
        if (!std::exchange(m_reportIsNew, false))
            m_dismissed = m_board.retiring();
        presentBanner();
    });
    presentCompare();
    presentRefresh();
}

void ModelList::setupSearch()
{
    m_search->setObjectName(u"find-model"_s);
    m_search->setFixedWidth(SearchWidth);
    m_search->setPlaceholderText(tr("Find a model"));
    m_search->setAccessibleName(tr("Find a model"));
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        ModelFilter filter = m_board.filter();
        filter.text = text;
        m_current.clear(); // what fits best is looked at
        m_board.setFilter(filter);
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (!currentId().isEmpty())
            emit opened(currentId());
    });
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
}

void ModelList::setupTable()
{
    m_table->setObjectName(u"models"_s);
    m_table->setAccessibleName(tr("Models"));
    //: Accessible description of the table of models.
    m_table->setAccessibleDescription(tr("Type to search. Space marks a favorite, Ctrl+Space compares, Enter opens the "
                                         "details."));
    m_table->setTwoLines(true);
    m_table->setModel(m_model);
    m_table->setColumnWidths(QList<int>(Widths.begin(), Widths.end()));
    m_table->setSortable();
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    connect(m_table, &TableView::opened, this, [this] { emit opened(currentId()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &ModelList::openRowMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            m_current = m_model->idAt(row.row());
    });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        if (const std::optional<ModelOrder> order = orderOf(column))
            sortBy(*order);
        else
            presentSort(); // nothing to sort by: the arrow goes back
    });
    connect(m_empty, &EmptyState::actionTriggered, this, &ModelList::clearFilter);
}

void ModelList::setupKeys()
{
    const auto onKey = [this](const QKeySequence &key, const std::function<void()> &then) {
        auto *shortcut = new QShortcut(key, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, then);
    };
    onKey(Qt::Key_Space, [this] { toggleFavorite(); });
    onKey(Qt::CTRL | Qt::Key_Space, [this] { toggleCompared(); });
    onKey(Qt::ALT | Qt::Key_Up, [this] { moveFavorite(-1); });
    onKey(Qt::ALT | Qt::Key_Down, [this] { moveFavorite(1); });
}

bool ModelList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize)
        fitColumns();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_search && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
        focusTable();
        return true;
    }
    if (watched == m_search && key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    // Typing in the table looks for models; Space marks.
    const QString text = key->text();
    if (watched == m_table && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && !text.isEmpty()
        && text.at(0).isPrint() && text != u" "_s) {
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->insert(text);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ModelList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitColumns();
    if (!m_board.isLoaded())
        m_loadingSoon.start();
}

bool ModelList::showsFacets() const
{
    return m_filters->isChecked();
}

void ModelList::showFacets(bool shown)
{
    m_filters->setChecked(shown);
    m_facets->setVisible(shown);
    m_facetsLine->setVisible(shown);
}

/// Whole columns go where there is no room, instead of words that are cut; sorting by them stays in the menu.
void ModelList::fitColumns()
{
    // The viewport follows later, and a scroll bar may come.
    int rest = m_table->width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent) - LeastNameWidth;
    for (const int width : Widths)
        rest -= width;
    std::array<bool, CatalogTable::ColumnCount> hidden{};
    for (const CatalogTable::Column column : HiddenFirst) {
        if (rest >= 0)
            break;
        hidden[size_t(column)] = true;
        rest += Widths[size_t(column)];
    }
    for (int column = 0; column < CatalogTable::ColumnCount; ++column) {
        if (m_table->isColumnHidden(column) != hidden[size_t(column)])
            m_table->setColumnHidden(column, hidden[size_t(column)]);
    }
}

QString ModelList::currentId() const
{
    return m_model->idAt(m_table->currentIndex().row());
}

void ModelList::focusTable()
{
    if (m_stack->currentWidget() == m_empty) {
        m_empty->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_table->setFocus(Qt::OtherFocusReason);
}

void ModelList::select(const QString &modelId)
{
    m_current = modelId;
    if (const int row = m_model->rowOf(modelId); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
}

void ModelList::present()
{
    presentHeader();
    presentSort();
    presentBanner();
    presentEmpty();
    if (m_search->text() != m_board.filter().text)
        m_search->setText(m_board.filter().text);
    if (m_model->rowCount() == 0)
        return;
    const QString wanted = m_current;
    const int row = qMax(0, m_model->rowOf(wanted));
    m_table->setCurrentIndex(m_model->index(row, 0));
    if (row == 0)
        m_table->scrollToTop();
    if (!wanted.isEmpty())
        m_current = wanted; // it comes back with the filter that let it through
}

void ModelList::presentHeader()
{
    if (!m_board.isLoaded()) {
        m_header->setFact({});
        return;
    }
    const QString shown = formatCount(m_board.found().rows.size());
    const QString all = formatCount(qint64(m_board.index().models().size()));
    const QDate newest = m_board.newestPrice();
    //: How many models are in the list, of how many; then the day of the latest price.
    m_header->setFact(newest.isValid() ? tr("%1 of %2 shown, prices of %3").arg(shown, all, dateText(newest))
                                       : tr("%1 of %2 shown").arg(shown, all));
    if (m_board.updater().isRunning())
        m_header->setFact(progressText(m_board.updater()));
    const int facets = facetsSet(m_board.filter());
    m_filters->setAccessibleDescription(facets == 0 ? QString() : tr("%n filter(s) set", nullptr, facets));
}

void ModelList::presentSort()
{
    const ModelSort &sort = m_board.sort();
    const int column = columnOf(sort.order);
    m_table->horizontalHeader()->setSortIndicator(column, sort.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    const QString title = column < 0 ? tr("mine", "the user's own order of models")
                                     : m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()
            + (sort.descending ? u" ↓"_s : u" ↑"_s);
    m_order->setValue(title);
    m_order->setSet(sort != ModelSort{});
}

void ModelList::presentCompare()
{
    const auto count = int(m_board.compared().size());
    setButtonText(*m_compare, count == 0 ? tr("Compare") : tr("Compare %1").arg(count));
    m_compare->setEnabled(count > 0);
    m_compare->setToolTip(tr("Side by side (%1). Ctrl+Space in the list takes a model in, up to %2.")
                              .arg(m_compare->shortcut().toString(QKeySequence::NativeText))
                              .arg(ModelBoard::MostCompared));
}

/// How far it is stands in the header, as long as it runs.
void ModelList::presentRefresh()
{
    const bool isRunning = m_board.updater().isRunning();
    m_refresh->setText(isRunning ? tr("Cancel refresh") : tr("Refresh prices"));
    m_refresh->setEnabled(m_board.updater().state() != engine::CatalogUpdater::State::Merging);
    m_refresh->setToolTip(isRunning
                              ? tr("What was fetched by then is used")
                              : tr("Asks providers and price lists for models and prices: sends no prompt and costs "
                                   "nothing"));
    presentHeader();
}

void ModelList::presentBanner()
{
    if (!m_board.failure().isEmpty()) {
        m_banner->set(Signal::Stop, tr("Your own figures could not be read: %1").arg(m_board.failure()),
                      tr("Try again"));
        return;
    }
    if (m_reportIsNew) {
        const catalog::RefreshReport &report = m_board.updater().lastReport();
        m_banner->set(reportSignal(report), reportSentence(report), tr("Look at it"));
        return;
    }
    const QStringList ending = m_board.retiring();
    if (ending.isEmpty() || ending == m_dismissed) {
        m_banner->clear();
        return;
    }
    const QString &first = ending.constFirst();
    const int model = m_board.index().modelOf(first).value_or(0);
    const IndexedModel &of = m_board.index().models()[size_t(model)];
    const auto from = m_board.index().offers().begin() + of.firstOffer;
    // Until its last endpoint ends there is the model.
    const auto last = std::max_element(
        from, from + of.offers, [](const Offer &a, const Offer &b) { return a.endpoint.retires < b.endpoint.retires; });
    QString sentence = tr("%1, which you use, %2.").arg(first, retirementText(last->endpoint, m_board.today()));
    if (ending.size() > 1)
        sentence += u' ' + tr("So do %n other(s).", nullptr, int(ending.size()) - 1);
    m_banner->set(Signal::Caution, sentence, tr("Look at it"));
}

void ModelList::presentEmpty()
{
    const bool isEmpty = m_model->rowCount() == 0;
    if (isEmpty && !m_board.isLoaded()) {
        m_empty->set(Signal::Off, tr("Reading the catalog"), tr("Models and prices are being sorted in."));
    } else if (isEmpty && m_board.filter() == ModelFilter{}) {
        m_empty->set(Signal::Off, tr("There is no model in the catalog"),
                     tr("Add a provider, or a server on this machine, in Providers."));
    } else if (isEmpty) {
        m_empty->set(Signal::Off, tr("No model fits"),
                     m_board.filter().text.isEmpty()
                         ? tr("No endpoint has all that the filters at the left ask for.")
                         : tr("Nothing with “%1” has all that is asked for.").arg(m_board.filter().text),
                     tr("Clear search and filters"));
    }
    QWidget *shown = isEmpty ? static_cast<QWidget *>(m_empty) : m_table;
    if (m_stack->currentWidget() == shown)
        return;
    const bool hadFocus = m_stack->currentWidget()->hasFocus() || m_stack->currentWidget()->isAncestorOf(focusWidget());
    m_stack->setCurrentWidget(shown);
    if (hadFocus && isVisible() && !m_search->hasFocus())
        focusTable();
}

} // namespace sb::ui
