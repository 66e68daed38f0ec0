#include "ui/playground/first_run.h"

#include "ui/common/label.h"
#include "ui/common/painting.h"
#include "ui/playground/choice_card.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int CardWidth = 640;

/// Three tracks between two points, all idle: level and 45 degrees only.
class IdleLine final : public QWidget
{
public:
    explicit IdleLine(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(CardWidth, 76);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double middle = height() / 2.0;
        const double reach = 28;
        const double left = 150;
        const double right = width() - 150.0;
        painter.setPen(QPen(tokens.track, 2));
        painter.drawLine(QPointF(2, middle), QPointF(width() - 2.0, middle));
        for (const double side : {-reach, reach}) {
            painter.drawPolyline(QPolygonF{QPointF(left, middle), QPointF(left + reach, middle + side),
                                           QPointF(right - reach, middle + side), QPointF(right, middle)});
        }
        for (const double x : {2.0, width() - 2.0})
            painter.drawLine(QPointF(x, middle - 9), QPointF(x, middle + 9));
        painter.setBrush(tokens.base);
        for (const double x : {left, right})
            painter.drawEllipse(QPointF(x, middle), 5, 5);
        for (const double y : {middle - reach, middle, middle + reach}) {
            painter.fillRect(QRectF(width() / 2.0 - 12, y - 3, 24, 6), tokens.base);
            paintSignal(painter, QPointF(width() / 2.0, y), 15, Signal::Off, tokens);
        }
    }
};

} // namespace

FirstRun::FirstRun(QWidget *parent)
    : QWidget(parent)
    , m_cards(new QVBoxLayout)
    , m_practice(
          new ChoiceCard(u"practice"_s, tr("Practice line"),
                         tr("Simulated models on this machine. No key, no cost, and every fault can be rehearsed."),
                         tr("Start here"), this))
{
    auto *title = new Label(tr("The line is built. No train has run yet."), TextRole::Title, Label::Tone::Text,
                            QFont::DemiBold, this);
    auto *text = new Label(tr("Simulated models answer here, and the first of them is out of order."), TextRole::Body,
                           Label::Tone::Text2, QFont::Normal, this);
    m_cards->setSpacing(12);
    m_cards->addWidget(m_practice);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(new IdleLine(this), 0, Qt::AlignHCenter);
    layout->addSpacing(10);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(text, 0, Qt::AlignHCenter);
    layout->addSpacing(12);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addLayout(m_cards);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(3);
    connect(m_practice, &QAbstractButton::clicked, this, &FirstRun::practiceChosen);
}

} // namespace sb::ui
