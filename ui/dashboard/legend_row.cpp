#include "ui/dashboard/legend_row.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"

namespace sb::ui {

namespace {
constexpr int Square = 9;
constexpr int Gap = 7;
constexpr int Between = 18;
} // namespace

LegendRow::LegendRow(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(24);
}

void LegendRow::setEntries(const QList<Entry> &entries)
{
    m_entries = entries;
    update();
}

void LegendRow::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.setFont(fontFor(TextRole::Small));
    double x = 0;
    for (const Entry &entry : std::as_const(m_entries)) {
        const double advance = painter.fontMetrics().horizontalAdvance(entry.text);
        if (x + Square + Gap + advance > width())
            break;
        paintBox(painter, QRectF(x, (height() - Square) / 2.0, Square, Square), 2, entry.color, {});
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(x + Square + Gap, 0, advance + 1, height()), Qt::AlignVCenter, entry.text);
        x += Square + Gap + advance + Between;
    }
}

} // namespace sb::ui
