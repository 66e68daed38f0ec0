#include "ui/models/refresh_page.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/page_header.h"
#include "ui/common/surfaces.h"
#include "ui/common/table.h"
#include "ui/common/type.h"
#include "ui/models/refresh_words.h"

#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

RefreshPage::RefreshPage(QWidget *parent)
    : QWidget(parent)
    , m_back(makeIconButton(u"chevron-left"_s, tr("Back to the list"), this, Qt::Key_Escape))
    , m_header(new PageHeader(tr("Last refresh"), this))
    , m_sourceModel(new SourceTable(this))
    , m_sources(new TableView(this))
    , m_found(new Label({}, TextRole::Small, Label::Tone::Text, QFont::DemiBold, this))
    , m_findingModel(new FindingTable(this))
    , m_findings(new TableView(this))
    , m_lower(new QWidget(this))
{
    m_header->setLeading(m_back);
    m_sources->setModel(m_sourceModel);
    m_sources->setObjectName(u"refresh-sources"_s);
    m_sources->setAccessibleName(tr("Sources"));
    m_sources->setTwoLines(true);
    m_sources->setColumnWidths({0, 150, 80, 80, 90, 84});
    m_findings->setModel(m_findingModel);
    m_findings->setObjectName(u"refresh-findings"_s);
    m_findings->setAccessibleName(tr("What changed"));
    m_findings->setColumnWidths({420, 0});
    m_found->setContentsMargins(size::PageMargin, 12, size::PageMargin, 6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_sources, 1);
    layout->addWidget(m_lower, 1);
    auto *lower = new QVBoxLayout(m_lower);
    lower->setContentsMargins(0, 0, 0, 0);
    lower->setSpacing(0);
    lower->addWidget(makeHairline(Qt::Horizontal, m_lower));
    lower->addWidget(m_found);
    lower->addWidget(m_findings, 1);
    connect(m_back, &QToolButton::clicked, this, &RefreshPage::closed);
    connect(m_findings, &TableView::opened, this,
            [this](const QModelIndex &index) { emit endpointWanted(m_findingModel->endpointAt(index.row())); });
}

void RefreshPage::present(const catalog::RefreshReport &report)
{
    m_header->setFact(reportSentence(report));
    m_sourceModel->present(report.sources);
    m_findingModel->present(report);
    const int findings = m_findingModel->rowCount();
    m_found->setText(tr("%n to look at", nullptr, findings));
    m_lower->setVisible(findings > 0);
}

void RefreshPage::focusFirst()
{
    m_sources->setFocus(Qt::OtherFocusReason);
    if (!m_sources->currentIndex().isValid())
        m_sources->selectRow(0);
}

} // namespace sb::ui
