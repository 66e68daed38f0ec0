#include "ui/common/filter_band.h"

#include "ui/common/surfaces.h"
#include "ui/common/type.h"

#include <QHBoxLayout>

namespace sb::ui {

FilterBand::FilterBand(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    setFixedHeight(size::SubHeader);
    m_layout->setContentsMargins(size::PageMargin, 0, size::PageMargin, 0);
    m_layout->setSpacing(8);
    m_layout->addStretch(1);
}

void FilterBand::addControl(QWidget *control)
{
    m_layout->insertWidget(m_count++, control);
}

void FilterBand::addAtEnd(QWidget *control)
{
    m_layout->addWidget(control);
}

void FilterBand::paintEvent(QPaintEvent *)
{
    paintBand(this);
}

} // namespace sb::ui
