#include "ui/chains/score_cells.h"

#include "ui/chains/fault_words.h"
#include "ui/common/painted_children.h"
#include "ui/common/type.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPointer>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int CellTop = 6;
constexpr int CellHeight = 62;
constexpr int CellMargin = 7; // beside the words
constexpr int LeastCell = 64;

bool isAnAnswer(routing::EndState end)
{
    return end == routing::EndState::Complete || end == routing::EndState::Length;
}

Signal signalOfResult(const lab::FaultResult &result)
{
    if (!result.passed)
        return Signal::Stop;
    // Who leaves, or is cut by a filter, was not left without an answer by the chain.
    return isAnAnswer(result.end) || result.end == routing::EndState::Cancelled ? Signal::Clear : Signal::Caution;
}

QString passText(Signal signal)
{
    return signal == Signal::Stop   ? ScoreCells::tr("fails")
        : signal == Signal::Caution ? ScoreCells::tr("passes without an answer")
                                    : ScoreCells::tr("passes");
}

/// One cell for a screen reader.
class CellAccess final : public PaintedChild
{
public:
    CellAccess(ScoreCells *view, int index)
        : m_view(view)
        , m_index(index)
    {
    }
    [[nodiscard]] bool isValid() const override { return m_view && m_index < m_view->cells().size(); }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_view->cells().at(m_index).sentence : QString();
    }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect cell = m_view->cellRect(m_index);
        return {m_view->viewport()->mapToGlobal(cell.topLeft()), cell.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.selected = m_view && m_view->current() == m_index;
        state.focused = state.selected && m_view->hasFocus();
        return state;
    }
    void doAction(const QString &name) override
    {
        if (isValid() && name == pressAction())
            m_view->press(m_index);
    }

private:
    QPointer<ScoreCells> m_view;
    int m_index;
};

class CellsAccess final : public PaintedGroup
{
public:
    explicit CellsAccess(ScoreCells *view)
        : PaintedGroup(view, QAccessible::List)
        , m_view(view)
    {
    }
    [[nodiscard]] int childCount() const override { return int(m_view->cells().size()); }

protected:
    [[nodiscard]] QAccessibleInterface *makeChild(int index) const override { return new CellAccess(m_view, index); }
    [[nodiscard]] int current() const override { return m_view->current(); }

private:
    ScoreCells *m_view; ///< the object of this interface: outlives it
};

QAccessibleInterface *makeCellsAccess(const QString &, QObject *object)
{
    auto *view = qobject_cast<ScoreCells *>(object);
    return view ? new CellsAccess(view) : nullptr;
}

} // namespace

QList<ScoreCell> scoreCells(const QList<lab::FaultResult> &results)
{
    QList<ScoreCell> cells;
    for (const lab::FaultResult &result : results) {
        const Signal signal = signalOfResult(result);
        //: A fault of the scorecard: its id, whether the chain passes, the fault in words, what came of it.
        const QString sentence =
            ScoreCells::tr("%1, %2: %3. %4")
                .arg(QString::fromLatin1(result.fault), passText(signal), result.title, result.note)
                .trimmed();
        cells.append({.fault = result.fault, .signal = signal, .word = faultWord(result.fault), .sentence = sentence});
    }
    const auto rank = [](const ScoreCell &cell) {
        return cell.signal == Signal::Stop ? 0 : cell.signal == Signal::Caution ? 1 : 2;
    };
    std::ranges::stable_sort(cells, {}, rank);
    return cells;
}

ScoreCells::ScoreCells(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    QAccessible::installFactory(makeCellsAccess); // the same function is kept once
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Faults"));
    viewport()->setBackgroundRole(QPalette::Base);
}

void ScoreCells::setCells(const QList<ScoreCell> &cells)
{
    if (cells == m_cells)
        return;
    m_cells = cells;
    m_current = qBound(0, m_current, qMax(0, int(cells.size()) - 1));
    layOut();
}

void ScoreCells::setShown(const QByteArray &fault)
{
    m_shown = fault;
    const auto at = std::ranges::find(m_cells, fault, &ScoreCell::fault);
    if (at != m_cells.end())
        choose(int(at - m_cells.begin()));
    viewport()->update();
}

void ScoreCells::layOut()
{
    const QFontMetrics id(fontFor(TextRole::Caption));
    const QFontMetrics word(fontFor(TextRole::Small));
    m_lefts = {0};
    for (const ScoreCell &cell : std::as_const(m_cells)) {
        const int widest =
            qMax(id.horizontalAdvance(QString::fromLatin1(cell.fault)), word.horizontalAdvance(cell.word));
        m_lefts.append(m_lefts.constLast() + qMax(LeastCell, widest + 2 * CellMargin));
    }
    horizontalScrollBar()->setRange(0, qMax(0, m_lefts.constLast() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(LeastCell);
    viewport()->update();
}

QRect ScoreCells::cellRect(int index) const
{
    if (index < 0 || index >= m_cells.size())
        return {};
    return {m_lefts[index] - horizontalScrollBar()->value(), CellTop, m_lefts[index + 1] - m_lefts[index], CellHeight};
}

int ScoreCells::cellAt(QPoint position) const
{
    for (int i = 0; i < m_cells.size(); ++i) {
        if (cellRect(i).contains(position))
            return i;
    }
    return -1;
}

void ScoreCells::paintCell(QPainter &painter, int index) const
{
    const Tokens &tokens = tokensOf(this);
    const ScoreCell &cell = m_cells.at(index);
    const QRectF box(cellRect(index));
    const bool shown = cell.fault == m_shown;
    const QColor fill = shown            ? tokens.accentSoft
        : cell.signal == Signal::Stop    ? tokens.dangerSoft
        : cell.signal == Signal::Caution ? tokens.warnSoft
                                         : QColor();
    const bool ring = hasFocus() && index == m_current;
    if (fill.isValid() || ring)
        paintBox(painter, box.adjusted(2, 0, -2, 0), 4, fill, ring || shown ? tokens.accent : QColor(), ring ? 2 : 1);
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(tokens.text3);
    if (fill.isValid())
        painter.setPen(tokens.text2);
    painter.drawText(QRectF(box.left(), box.top() + 3, box.width(), 16), Qt::AlignCenter,
                     QString::fromLatin1(cell.fault));
    paintSignal(painter, QPointF(box.center().x(), box.top() + 30), size::SignalNode, cell.signal, tokens);
    painter.setFont(fontFor(TextRole::Small));
    painter.setPen(cell.signal == Signal::Stop          ? tokens.danger
                       : cell.signal == Signal::Caution ? tokens.warn
                                                        : tokens.text);
    painter.drawText(QRectF(box.left(), box.top() + 42, box.width(), 16), Qt::AlignCenter, cell.word);
}

void ScoreCells::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), tokensOf(this).base);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_cells.size(); ++i) {
        if (cellRect(i).intersects(event->rect()))
            paintCell(painter, i);
    }
}

void ScoreCells::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void ScoreCells::choose(int index)
{
    if (index < 0 || index >= m_cells.size())
        return;
    m_current = index;
    QScrollBar *bar = horizontalScrollBar();
    const QRect cell = cellRect(index);
    if (cell.left() < 0)
        bar->setValue(bar->value() + cell.left());
    else if (const int beyond = cell.left() + cell.width() - viewport()->width(); beyond > 0)
        bar->setValue(bar->value() + beyond);
    viewport()->update();
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(index);
        QAccessible::updateAccessibility(&event);
    }
}

void ScoreCells::press(int index)
{
    if (index < 0 || index >= m_cells.size())
        return;
    choose(index);
    const QByteArray fault = m_cells.at(index).fault;
    emit chosen(fault == m_shown ? QByteArray() : fault);
}

void ScoreCells::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_current - 1);
        return;
    case Qt::Key_Right:
        choose(m_current + 1);
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(int(m_cells.size()) - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        press(m_current);
        return;
    case Qt::Key_Escape:
        emit chosen({});
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void ScoreCells::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        press(cellAt(event->pos()));
}

void ScoreCells::wheelEvent(QWheelEvent *event)
{
    const QPoint by = event->angleDelta();
    QScrollBar *bar = horizontalScrollBar();
    bar->setValue(bar->value() - (by.x() != 0 ? by.x() : by.y())); // upright wheels scroll sideways, too
}

bool ScoreCells::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = cellAt(help->pos());
        QToolTip::showText(help->globalPos(), index < 0 ? QString() : m_cells.at(index).sentence, this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ScoreCells::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

} // namespace sb::ui
