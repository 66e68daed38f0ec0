#include "ui/dashboard/legend_row.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>

#include <utility>

namespace sb::ui {

namespace {

constexpr int Square = 9;
constexpr int Gap = 7;
constexpr int Padding = 6;
constexpr int Height = 30;

/// One series. Hidden: an empty square, and the name in grey.
class LegendButton final : public QAbstractButton
{
public:
    LegendButton(const LegendRow::Entry &entry, QWidget *parent)
        : QAbstractButton(parent)
        , m_color(entry.color)
    {
        setText(entry.text);
        setCheckable(true);
        setChecked(entry.shown);
        setFont(fontFor(TextRole::Small));
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        setToolTip(LegendRow::tr("Show or hide %1").arg(entry.text));
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {2 * Padding + Square + Gap + fontMetrics().horizontalAdvance(text()) + 1, Height};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {2 * Padding + Square, Height}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        painter.setFont(font());
        const QRectF square(Padding, (height() - Square) / 2.0, Square, Square);
        paintBox(painter, square, 2, isChecked() ? m_color : QColor(), isChecked() ? QColor() : tokens.control);
        painter.setPen(isChecked() ? tokens.text2 : tokens.text3);
        const double left = square.right() + Gap;
        painter.drawText(QRectF(left, 0, width() - left, height()), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, int(width() - left)));
        if (hasFocus())
            paintBox(painter, QRectF(rect()).adjusted(1, 3, -1, -3), 6, {}, tokens.accent, 2);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
            focusNextPrevChild(event->key() == Qt::Key_Right);
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    QColor m_color;
};

} // namespace

LegendRow::LegendRow(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    setFixedHeight(Height);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_layout->addStretch(1);
}

void LegendRow::setEntries(const QList<Entry> &entries, QWidget *before)
{
    if (entries == m_entries)
        return; // who has the focus keeps it
    m_entries = entries;
    qDeleteAll(findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly));
    for (int i = 0; i < int(entries.size()); ++i) {
        auto *button = new LegendButton(entries[i], this);
        m_layout->insertWidget(i, button);
        setTabOrder(std::exchange(before, button), button); // it was made later than what stands below
        connect(button, &QAbstractButton::toggled, this, [this, i](bool shown) {
            m_entries[i].shown = shown;
            emit toggled(i, shown);
        });
    }
}

} // namespace sb::ui
