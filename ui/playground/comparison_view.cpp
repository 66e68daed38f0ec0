#include "ui/playground/comparison_view.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/table.h"

#include <QVBoxLayout>

namespace sb::ui {

namespace {
constexpr int LeastWidthForAll = 1000;
} // namespace

ComparisonView::ComparisonView(QWidget *parent)
    : QWidget(parent)
    , m_model(new ComparisonModel(this))
    , m_table(new TableView(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_table->setObjectName(QStringLiteral("comparison"));
    m_table->setAccessibleName(tr("Comparison of the answers"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({150, 0, signalColumnWidth(endStateTexts()), 88, 70, 58, 72, 76, 56, 80, 88});
    auto *note = new Label(tr("One row a pane, for the turn that is shown. Green is the best of a column; Enter opens "
                              "the trace."),
                           TextRole::Small, Label::Tone::Text3, QFont::Normal, this);
    note->setContentsMargins(size::PageMargin, 8, size::PageMargin, 8);
    note->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(note);
    layout->addWidget(m_table, 1);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) {
        if (const auto key = m_model->answers()[index.row()].key)
            emit traceRequested(*key);
    });
}

/// What costs and votes say comes before what stands elsewhere, too: tokens in are the prompt's, words those of the
/// answer.
void ComparisonView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (const int column : {ComparisonModel::InputColumn, ComparisonModel::WordsColumn})
        m_table->setColumnHidden(column, width() < LeastWidthForAll);
}

void ComparisonView::present(const QList<ComparedAnswer> &answers)
{
    m_model->setAnswers(answers);
}

} // namespace sb::ui
