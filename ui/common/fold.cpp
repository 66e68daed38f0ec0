#include "ui/common/fold.h"

#include "ui/common/painting.h"
#include "ui/common/surfaces.h"
#include "ui/common/type.h"

#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr int HeadAlone = 38;
constexpr int HeadWithSummary = 52;
constexpr int ChevronSize = 14;
} // namespace

FoldHead::FoldHead(const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_title(title)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(fontFor(TextRole::Small, QFont::DemiBold));
    describe();
}

void FoldHead::setSummary(const QString &summary, bool wrong)
{
    if (summary == m_summary && wrong == m_wrong)
        return;
    m_summary = summary;
    m_wrong = wrong;
    setToolTip(summary);
    describe();
}

void FoldHead::describe()
{
    setText(m_title);
    //: Name of a section of a form for assistive programs: its title, and what is set in it.
    setAccessibleName(tr("%1: %2").arg(m_title, m_summary.isEmpty() ? tr("usual") : m_summary));
    setAccessibleDescription(isChecked() ? tr("unfolded") : tr("folded"));
    updateGeometry();
    update();
}

void FoldHead::checkStateSet()
{
    QAbstractButton::checkStateSet();
    describe();
}

void FoldHead::nextCheckState()
{
    QAbstractButton::nextCheckState();
    describe();
}

QSize FoldHead::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_title) + 2 * size::PaneMargin,
            hasSecondLine() ? HeadWithSummary : HeadAlone};
}

void FoldHead::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    if (underMouse())
        painter.fillRect(rect(), tokens.sunken);
    const QRectF row = QRectF(rect()).adjusted(size::PaneMargin, 0, -size::PaneMargin, 0);
    const double chevronLeft = row.right() - ChevronSize;
    painter.drawPixmap(QPointF(chevronLeft, (HeadAlone - ChevronSize) / 2.0),
                       iconPixmap(isChecked() ? u"chevron-down"_s : u"chevron-right"_s, ChevronSize, tokens.text3,
                                  devicePixelRatioF()));
    painter.setFont(font());
    painter.setPen(tokens.text);
    painter.drawText(QRectF(row.left(), 0, row.width(), HeadAlone), Qt::AlignVCenter, m_title);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(m_wrong ? tokens.danger : tokens.text3);
    if (hasSecondLine())
        painter.drawText(QRectF(row.left(), HeadAlone - 12, row.width(), 16), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_summary, Qt::ElideRight, int(row.width()) - ChevronSize));
    else if (!isChecked())
        painter.drawText(QRectF(row.left(), 0, chevronLeft - 8 - row.left(), HeadAlone),
                         Qt::AlignVCenter | Qt::AlignRight, tr("usual"));
    if (hasFocus())
        paintBox(painter, QRectF(rect()).adjusted(4, 2, -4, -2), 6, {}, tokens.accent, 2);
}

void FoldHead::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool toggles = key == Qt::Key_Return || key == Qt::Key_Enter || (key == Qt::Key_Left && isChecked())
        || (key == Qt::Key_Right && !isChecked());
    if (toggles)
        click();
    else if (key != Qt::Key_Left && key != Qt::Key_Right)
        QAbstractButton::keyPressEvent(event);
}

Fold::Fold(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_head(new FoldHead(title, this))
    , m_body(new QWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(m_head);
    layout->addWidget(m_body);
    m_body->hide();
    connect(m_head, &FoldHead::clicked, this, &Fold::setOpen);
}

void Fold::setOpen(bool open)
{
    m_chosen = open;
    apply(open);
}

void Fold::apply(bool open)
{
    m_head->setChecked(open);
    m_body->setVisible(open);
}

void Fold::present(const QString &summary, const QString &problem)
{
    const bool wrong = !problem.isEmpty();
    m_head->setSummary(wrong ? problem : summary, wrong);
    apply(m_chosen.value_or(wrong || !summary.isEmpty()));
}

} // namespace sb::ui
