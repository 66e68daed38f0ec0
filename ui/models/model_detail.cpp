#include "ui/models/model_detail.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/page_header.h"
#include "ui/common/surfaces.h"
#include "ui/common/table.h"
#include "ui/common/type.h"
#include "ui/models/model_board.h"
#include "ui/models/model_texts.h"
#include "ui/models/offer_table.h"
#include "ui/models/price_chart.h"
#include "ui/models/price_form.h"
#include "ui/models/price_lines.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int PriceWidth = 340;
constexpr int MostRowsShown = 4;

/// A column with the margins of a page.
QVBoxLayout *makeColumn(QWidget *parent)
{
    auto *column = new QVBoxLayout(parent);
    column->setContentsMargins(size::PageMargin, 12, size::PageMargin, 12);
    column->setSpacing(6);
    return column;
}

} // namespace

ModelDetail::ModelDetail(ModelBoard &board, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_back(makeIconButton(u"chevron-left"_s, tr("Back to the list"), this, Qt::Key_Escape))
    , m_header(new PageHeader({}, this))
    , m_favorite(makeIconButton(u"pin"_s, tr("Favorite"), this, Qt::CTRL | Qt::Key_D))
    , m_compare(makeButton({}, this))
    , m_addToChain(makeButton(tr("Add to chain"), this))
    , m_use(makeMainButton(tr("Use in playground"), this))
{
    setupHeader();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(makeFacts());
    layout->addWidget(m_table);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(0);
    lower->addWidget(makeHistory(), 1);
    lower->addWidget(makeHairline(Qt::Vertical, this));
    lower->addWidget(makePrice());
    layout->addLayout(lower, 1);
    connect(&m_board, &ModelBoard::foundChanged, this, &ModelDetail::present);
    connect(&m_board, &ModelBoard::favoritesChanged, this, &ModelDetail::presentFacts);
    connect(&m_board, &ModelBoard::comparedChanged, this, &ModelDetail::presentFacts);
}

void ModelDetail::setupHeader()
{
    m_header->setLeading(m_back);
    m_favorite->setCheckable(true);
    m_favorite->setObjectName(u"favorite"_s);
    m_compare->setObjectName(u"compare-this"_s);
    m_addToChain->setObjectName(u"add-to-chain"_s);
    m_use->setObjectName(u"use-in-playground"_s);
    for (QWidget *control : std::initializer_list<QWidget *>{m_favorite, m_compare, m_addToChain, m_use})
        m_header->addControl(control);
    connect(m_back, &QToolButton::clicked, this, &ModelDetail::closed);
    connect(m_favorite, &QToolButton::clicked, this, [this] { m_board.toggleFavorite(m_id); });
    connect(m_compare, &QPushButton::clicked, this, [this] {
        if (!m_board.toggleCompared(m_id))
            emit notice(tr("At most %1 models are compared at once").arg(ModelBoard::MostCompared), {});
    });
    connect(m_addToChain, &QPushButton::clicked, this,
            [this] { emit chainMenuWanted(m_id, m_addToChain->mapToGlobal(QPoint(0, m_addToChain->height()))); });
    connect(m_use, &QPushButton::clicked, this, [this] { emit playgroundWanted(m_id); });
}

/// A line of facts, then the endpoints.
QWidget *ModelDetail::makeFacts()
{
    QWidget *facts = makeSurface(QPalette::Base, this);
    m_facts = new Label({}, TextRole::Body, Label::Tone::Text2, QFont::Normal, facts);
    m_facts->setObjectName(u"facts"_s);
    m_policy = new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, facts);
    for (Label *label : {m_facts, m_policy})
        label->setElided(true);
    auto *column = makeColumn(facts);
    column->setContentsMargins(size::PageMargin, 10, size::PageMargin, 6);
    column->setSpacing(2);
    column->addWidget(m_facts);
    column->addWidget(m_policy);
    m_model = new OfferTable(m_board, this);
    m_table = new TableView(this);
    m_table->setObjectName(u"endpoints"_s);
    m_table->setAccessibleName(tr("Endpoints"));
    m_table->setTwoLines(true);
    m_table->setModel(m_model);
    m_table->setColumnWidths({0, 82, 86, 74, 104, 88, 60, 66, 108, 146});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        const int offer = m_model->offerAt(row.row());
        if (offer < 0)
            return;
        const QString &id = m_board.index().offers()[size_t(offer)].endpoint.id;
        if (id == m_endpointId)
            return; // the rows are others, what is looked at is not
        m_endpointId = id;
        showForm(false);
        presentOffer();
    });
    return facts;
}

QWidget *ModelDetail::makeHistory()
{
    QWidget *history = makeSurface(QPalette::Base, this);
    m_historyTitle = new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, history);
    m_historySentence = new Label({}, TextRole::Small, Label::Tone::Text2, QFont::Normal, history);
    m_historySentence->setObjectName(u"history-sentence"_s);
    m_historySentence->setElided(true);
    m_historySentence->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_historyStack = new QStackedWidget(history);
    m_chart = new PriceChart(m_historyStack);
    m_stepModel = new PriceStepTable(this);
    m_stepTable = new TableView(m_historyStack);
    m_stepTable->setAccessibleName(tr("Price over time, table"));
    m_stepTable->setFlush();
    m_stepTable->setModel(m_stepModel);
    m_stepTable->setColumnWidths({140, 100, 100, 0});
    m_historyStack->addWidget(m_chart);
    m_historyStack->addWidget(m_stepTable);
    auto *head = new QHBoxLayout;
    head->addWidget(m_historyTitle);
    head->addWidget(m_historySentence, 1);
    auto *column = makeColumn(history);
    column->addLayout(head);
    column->addWidget(m_historyStack, 1);
    auto *twin = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), this);
    connect(twin, &QShortcut::activated, this,
            [this] { m_historyStack->setCurrentIndex(1 - m_historyStack->currentIndex()); });
    return history;
}

QWidget *ModelDetail::makePrice()
{
    QWidget *price = makeSurface(QPalette::Base, this);
    price->setFixedWidth(PriceWidth);
    m_priceTitle = new Label({}, TextRole::Body, Label::Tone::Text, QFont::DemiBold, price);
    m_priceTitle->setElided(true);
    m_priceSource = new Label({}, TextRole::Small, Label::Tone::Text2, QFont::Normal, price);
    m_priceSource->setObjectName(u"price-source"_s);
    m_priceSource->setWordWrap(true);
    m_priceStack = new QStackedWidget(price);
    m_lineModel = new PriceLineTable(this);
    m_lines = new TableView(m_priceStack);
    m_lines->setAccessibleName(tr("Price by part"));
    m_lines->setFlush();
    m_lines->setModel(m_lineModel);
    m_lines->setColumnWidths({0, 110});
    m_form = new PriceForm(m_priceStack);
    m_priceStack->addWidget(m_lines);
    m_priceStack->addWidget(m_form);
    m_edit = makeQuietButton(tr("Set my own price"), price);
    m_edit->setObjectName(u"own-price"_s);
    m_sourcePage = makeQuietButton(tr("Its page"), price);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_edit);
    buttons->addWidget(m_sourcePage);
    buttons->addStretch(1);
    auto *column = makeColumn(price);
    column->addWidget(m_priceTitle);
    column->addWidget(m_priceSource);
    column->addWidget(m_priceStack, 1);
    column->addLayout(buttons);
    connect(m_edit, &QPushButton::clicked, this, [this] { showForm(true); });
    connect(m_form, &PriceForm::saved, this, &ModelDetail::saveOwn);
    connect(m_form, &PriceForm::removed, this, &ModelDetail::removeOwn);
    connect(m_form, &PriceForm::cancelled, this, [this] {
        showForm(false);
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    connect(m_sourcePage, &QPushButton::clicked, this, [this] {
        if (const catalog::Endpoint *chosen = endpoint(); chosen && chosen->price)
            QDesktopServices::openUrl(QUrl(chosen->price->source));
    });
    return price;
}

void ModelDetail::showModel(const QString &modelId)
{
    if (modelId != m_id) {
        m_endpointId.clear();
        showForm(false);
    }
    m_id = modelId;
    present();
}

void ModelDetail::focusFirst()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

const catalog::Endpoint *ModelDetail::endpoint() const
{
    const int offer = m_model->offerAt(m_model->rowOf(m_endpointId));
    return offer < 0 ? nullptr : &m_board.index().offers()[size_t(offer)].endpoint;
}

void ModelDetail::present()
{
    if (m_id.isEmpty() || !m_board.isLoaded())
        return;
    if (!isVisible()) {
        // With each letter that is typed in the list; its rows would be those of an index that is gone.
        if (m_model->rowCount() > 0) {
            const QString kept = m_endpointId;
            m_model->present({});
            m_endpointId = kept;
        }
        return;
    }
    const QString chosen = m_endpointId; // the reset of the table chooses none
    m_model->present(m_id);
    m_endpointId = chosen;
    const int rows = m_model->rowCount();
    m_table->setFixedHeight(size::TableHeader + qMin(rows, MostRowsShown) * size::RowTwoLines + 1);
    m_table->selectRow(qMax(0, m_model->rowOf(m_endpointId)));
    presentFacts();
    presentOffer();
}

void ModelDetail::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    present();
}

void ModelDetail::presentFacts()
{
    const std::optional<int> model = m_board.isLoaded() ? m_board.index().modelOf(m_id) : std::nullopt;
    m_header->setTitle(m_id);
    if (!model) {
        m_facts->setText(tr("This model is no longer in the catalog."));
        return;
    }
    const IndexedModel &of = m_board.index().models()[size_t(*model)];
    Abilities can = 0;
    for (int i = of.firstOffer; i < of.firstOffer + of.offers; ++i)
        can |= m_board.index().offers()[size_t(i)].can;
    m_header->setFact(tr("%n endpoint(s)", nullptr, of.offers));
    QStringList facts{abilitiesText(can)};
    if (of.released.isValid())
        facts.prepend(tr("Released %1").arg(dateText(of.released)));
    m_facts->setText(facts.join(u"  ·  "_s));
    m_favorite->setChecked(m_board.favorites().contains(m_id));
    const bool isCompared = m_board.compared().contains(m_id);
    m_compare->setText(isCompared ? tr("Do not compare") : tr("Compare"));
}

void ModelDetail::presentOffer()
{
    const catalog::Endpoint *chosen = endpoint();
    if (!chosen)
        return;
    const int offer = m_model->offerAt(m_model->rowOf(m_endpointId));
    const catalog::Provider &provider = m_board.index().providerOf(m_board.index().offers()[size_t(offer)]);
    //: %1 a provider, %2 what it does with prompts
    m_policy->setText(tr("%1: %2").arg(provider.name, policyText(provider)));
    m_historyTitle->setText(tr("Price at %1, $ per M tokens").arg(provider.name));
    const QList<PriceStep> history = steps();
    m_historySentence->setText(priceSentence(history));
    m_chart->present(history, m_board.now());
    m_stepModel->present(history);
    m_priceTitle->setText(chosen->id);
    m_lineModel->present(chosen->price ? priceLines(*chosen->price) : QList<PriceLine>());
    const catalog::PriceOverride *own = m_board.ownPrice(chosen->id);
    m_priceSource->setText(own ? ownSentence(*own) : originSentence(*chosen, m_board.today()));
    m_edit->setText(own ? tr("Change my own price") : tr("Set my own price"));
    const bool hasPage = chosen->price && QUrl(chosen->price->source).scheme() == "https"_L1;
    m_sourcePage->setVisible(hasPage);
    m_sourcePage->setToolTip(hasPage ? chosen->price->source : QString());
}

QList<PriceStep> ModelDetail::steps() const
{
    const catalog::Endpoint *chosen = endpoint();
    return chosen ? m_board.priceSteps(chosen->id) : QList<PriceStep>();
}

void ModelDetail::saveOwn(const catalog::Price &price, const QString &note)
{
    const QString id = m_endpointId;
    const catalog::Endpoint *edited = endpoint();
    const catalog::Price whole = edited && edited->price ? withUnshown(price, *edited->price) : price;
    const catalog::PriceOverride *before = m_board.ownPrice(id);
    const std::optional<catalog::PriceOverride> old = before ? std::optional(*before) : std::nullopt;
    if (const Result<void> set = m_board.setOwnPrice(id, whole, note); !set) {
        m_form->showProblem(set.error().message);
        return;
    }
    showForm(false);
    presentOffer();
    m_edit->setFocus(Qt::OtherFocusReason);
    emit notice(tr("%1 has your own price").arg(id), [board = &m_board, id, old] {
        if (old)
            board->restoreOwnPrice(*old);
        else
            board->removeOwnPrice(id);
    });
}

void ModelDetail::removeOwn()
{
    const QString id = m_endpointId;
    const catalog::PriceOverride *own = m_board.ownPrice(id);
    if (!own)
        return;
    const catalog::PriceOverride old = *own;
    m_board.removeOwnPrice(id);
    showForm(false);
    presentOffer();
    m_edit->setFocus(Qt::OtherFocusReason);
    emit notice(tr("%1 has its list price again").arg(id), [board = &m_board, old] { board->restoreOwnPrice(old); });
}

void ModelDetail::showForm(bool shown)
{
    if (shown && endpoint()) {
        const catalog::PriceOverride *own = m_board.ownPrice(m_endpointId);
        m_form->present(draftOf(endpoint()->price.value_or(catalog::Price{}), own ? own->note : QString()),
                        own != nullptr);
        m_priceStack->setCurrentWidget(m_form);
        m_form->focusFirst();
    } else {
        m_priceStack->setCurrentWidget(m_lines);
    }
    m_edit->setVisible(!shown);
}

} // namespace sb::ui
