#include "ui/common/page_header.h"

#include "ui/common/label.h"
#include "ui/common/surfaces.h"

#include <QHBoxLayout>

namespace sb::ui {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(title, TextRole::Title, Label::Tone::Text, QFont::DemiBold, this))
    , m_fact(new Label({}, TextRole::Body, Label::Tone::Text3, QFont::Normal, this))
    , m_controls(new QHBoxLayout)
{
    setFixedHeight(size::PageHeader);
    m_title->setElided(true);
    m_fact->setElided(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(size::PageMargin, 0, size::PaneMargin, 0);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_fact, 1);
    m_controls->setSpacing(8);
    layout->addLayout(m_controls);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setFact(const QString &fact)
{
    m_fact->setText(fact);
}

void PageHeader::setLeading(QWidget *control)
{
    static_cast<QHBoxLayout *>(layout())->insertWidget(0, control);
}

void PageHeader::setState(QWidget *state)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_fact), state);
}

void PageHeader::addControl(QWidget *control)
{
    m_controls->addWidget(control);
}

void PageHeader::insertControl(int at, QWidget *control)
{
    m_controls->insertWidget(at, control);
}

void PageHeader::paintEvent(QPaintEvent *)
{
    paintBand(this);
}

} // namespace sb::ui
