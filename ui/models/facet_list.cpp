#include "ui/models/facet_list.h"

#include "ui/common/controls.h"
#include "ui/common/format.h"
#include "ui/common/label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace sb::ui {

namespace {
constexpr int RowHeight = 28;
} // namespace

FacetList::FacetList(const QString &title, int shown, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_shown(shown)
    , m_layout(new QVBoxLayout(this))
    , m_more(makeQuietButton({}, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    auto *head = new Label(title, TextRole::Small, Label::Tone::Text, QFont::DemiBold, this);
    head->setFixedHeight(26);
    m_layout->addWidget(head);
    m_layout->addWidget(m_more, 0, Qt::AlignLeft);
    m_more->hide();
    setAccessibleName(title);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        present(m_values);
    });
}

FacetList::Row FacetList::makeRow()
{
    Row row{.widget = new QWidget(this)};
    row.widget->setFixedHeight(RowHeight);
    row.check = new QCheckBox(row.widget);
    row.count = new Label({}, TextRole::Body, Label::Tone::Text3, QFont::Normal, row.widget);
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(row.check, 1);
    line->addWidget(row.count);
    m_layout->insertWidget(m_layout->count() - 1, row.widget);
    const qsizetype index = m_rows.size();
    connect(row.check, &QCheckBox::clicked, this,
            [this, index](bool chosen) { emit toggled(m_rows.at(index).id, chosen); });
    return row;
}

void FacetList::presentRow(Row &row, const FacetValue &value)
{
    row.id = value.id;
    row.widget->show();
    row.check->setObjectName(QStringLiteral("facet-") + value.id);
    row.check->setText(value.name);
    row.check->setChecked(value.isChosen);
    //: A check of a facet: its name and how many models it would show.
    row.check->setAccessibleName(tr("%1: %2, %n model(s)", nullptr, value.count).arg(m_title, value.name));
    row.count->setText(formatCount(value.count));
    // What would show nothing can still be taken back.
    row.check->setEnabled(value.count > 0 || value.isChosen);
}

void FacetList::present(const QList<FacetValue> &values)
{
    m_values = values;
    const qsizetype shown = m_all || m_shown == 0 ? values.size() : qMin<qsizetype>(m_shown, values.size());
    while (m_rows.size() < shown)
        m_rows.append(makeRow());
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (i < shown)
            presentRow(m_rows[i], values[i]);
        else
            m_rows[i].widget->hide();
    }
    presentMore();
}

void FacetList::presentMore()
{
    const int rest = int(m_values.size()) - m_shown;
    m_more->setVisible(m_shown > 0 && rest > 0);
    m_more->setText(m_all ? tr("Fewer") : tr("%n more", nullptr, rest));
    m_more->setAccessibleName(QStringLiteral("%1: %2").arg(m_title, m_more->text()));
}

} // namespace sb::ui
