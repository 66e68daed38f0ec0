#include "ui/models/comparison_page.h"

#include "ui/common/controls.h"
#include "ui/common/page_header.h"
#include "ui/common/table.h"
#include "ui/models/model_board.h"
#include "ui/models/model_comparison.h"

#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int NamesWidth = 200;
constexpr int LeastWidth = 130;
} // namespace

ComparisonPage::ComparisonPage(ModelBoard &board, QWidget *parent)
    : QWidget(parent)
    , m_board(board)
    , m_back(makeIconButton(u"chevron-left"_s, tr("Back to the list"), this, Qt::Key_Escape))
    , m_header(new PageHeader(tr("Compare models"), this))
    , m_model(new ModelComparison(board, this))
    , m_table(new TableView(this))
{
    m_header->setLeading(m_back);
    auto *clear = makeButton(tr("Compare none"), this);
    clear->setObjectName(u"compare-none"_s);
    m_header->addControl(clear);
    m_table->setObjectName(u"comparison"_s);
    m_table->setAccessibleName(tr("Comparison"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setModel(m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_table, 1);
    connect(m_back, &QToolButton::clicked, this, &ComparisonPage::closed);
    connect(clear, &QPushButton::clicked, this, [this] {
        m_board.clearCompared();
        emit closed();
    });
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) {
        if (const QString id = m_model->idAt(index.column()); !id.isEmpty())
            emit modelWanted(id);
    });
    auto *remove = new QShortcut(Qt::Key_Delete, m_table);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &ComparisonPage::removeCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ComparisonPage::present);
    present();
}

void ComparisonPage::focusFirst()
{
    m_table->setFocus(Qt::OtherFocusReason);
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 1));
}

void ComparisonPage::present()
{
    m_header->setFact(tr("%n model(s), each at its cheapest endpoint. Enter opens one, Delete takes it out.", nullptr,
                         int(m_board.compared().size())));
    QHeaderView *titles = m_table->horizontalHeader();
    titles->setMinimumSectionSize(LeastWidth);
    for (int column = 0; column < m_model->columnCount(); ++column)
        titles->setSectionResizeMode(column, column == 0 ? QHeaderView::Interactive : QHeaderView::Stretch);
    m_table->setColumnWidth(0, NamesWidth);
}

void ComparisonPage::removeCurrent()
{
    const QString id = m_model->idAt(m_table->currentIndex().column());
    if (id.isEmpty())
        return;
    m_board.toggleCompared(id);
    if (m_board.compared().isEmpty())
        emit closed();
    else
        focusFirst();
}

} // namespace sb::ui
