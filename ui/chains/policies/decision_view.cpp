#include "ui/chains/policies/decision_view.h"

#include "ui/common/painting.h"
#include "ui/common/type.h"

#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int TrackLeft = 34;
constexpr int TextLeft = 62;
constexpr int TextRight = 24;
constexpr int RowTop = 12;
constexpr int TitleHeight = 20;
constexpr int StationHeight = 30;
constexpr int StationLeft = 86;
constexpr int StationGap = 8; ///< between the texts and the station
constexpr int RowBottom = 10;
constexpr double PointRadius = 5;

using State = DecisionRow::State;

/// A text of a row and where it stands.
struct Block
{
    QString text = {};
    QRect rect = {};
};

struct RowLayout
{
    Block sentence = {};
    Block reason = {};
    QRect station = {}; ///< empty: none
    int height = 0;
};

Block wrapped(const QString &text, const QFont &font, int top, int width)
{
    if (text.isEmpty())
        return {.rect = QRect(TextLeft, top, width, 0)};
    const QRect bounds =
        QFontMetrics(font).boundingRect(QRect(0, 0, width, 4000), Qt::TextWordWrap | Qt::AlignLeft, text);
    return {.text = text, .rect = QRect(TextLeft, top, width, bounds.height())};
}

RowLayout layoutOf(const DecisionRow &row, int viewWidth)
{
    const int width = qMax(80, viewWidth - TextLeft - TextRight);
    RowLayout layout;
    layout.sentence = wrapped(row.sentence, fontFor(TextRole::Small), RowTop + TitleHeight, width);
    const int below = layout.sentence.rect.top() + layout.sentence.rect.height();
    layout.reason =
        wrapped(row.reason, fontFor(TextRole::Small, QFont::Medium), below + (row.reason.isEmpty() ? 0 : 2), width);
    int bottom = layout.reason.rect.top() + layout.reason.rect.height();
    if (!row.destination.isEmpty()) {
        const int text = QFontMetrics(fontFor(TextRole::Body, QFont::Medium)).horizontalAdvance(row.destination);
        layout.station = QRect(StationLeft, bottom + StationGap, qMin(text + 28, viewWidth - StationLeft - TextRight),
                               StationHeight);
        bottom = layout.station.top() + StationHeight;
    }
    layout.height = bottom + RowBottom;
    return layout;
}

class DecisionDelegate final : public QStyledItemDelegate
{
public:
    DecisionDelegate(const DecisionModel &model, DecisionView *view)
        : QStyledItemDelegate(view)
        , m_model(model)
        , m_view(view)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const DecisionRow &row = m_model.rows().at(index.row());
        const RowLayout layout = layoutOf(row, option.rect.width());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(option.rect.topLeft());
        if (option.state & QStyle::State_Selected && row.state != State::Request) {
            painter->fillRect(QRect(0, 0, option.rect.width(), layout.height), tokens.accentSoft);
            painter->fillRect(QRect(0, 0, 3, layout.height), tokens.accent);
        }
        paintTrack(*painter, index.row(), layout, tokens);
        paintRowTexts(*painter, row, layout, tokens);
        if (!layout.station.isEmpty())
            paintStation(*painter, row, layout.station, tokens);
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const int width = m_view->viewport()->width();
        return {width, layoutOf(m_model.rows().at(index.row()), width).height};
    }

private:
    static QPen track(bool taken, const Tokens &tokens)
    {
        return {taken ? tokens.accent : tokens.track, taken ? 4.0 : 2.0, Qt::SolidLine, Qt::FlatCap};
    }

    void paintTrack(QPainter &painter, int at, const RowLayout &layout, const Tokens &tokens) const
    {
        const DecisionRow &row = m_model.rows().at(at);
        const bool isLast = at + 1 == m_model.rowCount();
        const bool comes = row.state != State::NotReached; // the request comes as far as here
        const bool leaves = row.state == State::Decides;
        const double x = TrackLeft;
        if (row.state == State::Request) {
            const double top = RowTop + TitleHeight / 2.0;
            painter.fillRect(QRectF(x - 9, top - 2, 18, 4), tokens.accent);
            painter.setPen(track(true, tokens));
            painter.drawLine(QPointF(x, top), QPointF(x, layout.height));
            return;
        }
        const double level = layout.station.center().y() + 0.5;
        const double leave = level - (StationLeft - 20 - x); // 45 degrees, and then level to the station
        const double point = qMax(leave, double(RowTop));
        if (!isLast && !leaves) {
            painter.setPen(track(comes, tokens));
            painter.drawLine(QPointF(x, point), QPointF(x, layout.height));
        } else if (!isLast) {
            painter.setPen(track(false, tokens));
            painter.drawLine(QPointF(x, point), QPointF(x, layout.height));
        }
        const double turn = x + (level - point);
        painter.setPen(track(leaves, tokens));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QList{QPointF(x, point), QPointF(turn, level), QPointF(layout.station.left(), level)});
        painter.setPen(track(comes, tokens));
        painter.drawLine(QPointF(x, 0), QPointF(x, point));
        painter.setPen(QPen(comes ? tokens.accent : tokens.track, 2));
        painter.setBrush(tokens.base);
        painter.drawEllipse(QPointF(x, point), PointRadius, PointRadius);
    }

    static void paintRowTexts(QPainter &painter, const DecisionRow &row, const RowLayout &layout, const Tokens &tokens)
    {
        const bool quiet = row.state == State::NotReached;
        const QRect title(TextLeft, RowTop, layout.sentence.rect.width(), TitleHeight);
        painter.setFont(fontFor(TextRole::Body, QFont::DemiBold));
        painter.setPen(quiet ? tokens.text2 : tokens.text);
        painter.drawText(title, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.title, Qt::ElideRight, title.width()));
        painter.setFont(fontFor(TextRole::Small));
        painter.setPen(quiet ? tokens.text3 : tokens.text2);
        painter.drawText(layout.sentence.rect, Qt::TextWordWrap | Qt::AlignLeft, layout.sentence.text);
        painter.setFont(fontFor(TextRole::Small, QFont::Medium));
        painter.setPen(row.state == State::Decides ? tokens.accent : tokens.text2);
        painter.drawText(layout.reason.rect, Qt::TextWordWrap | Qt::AlignLeft, layout.reason.text);
    }

    static void paintStation(QPainter &painter, const DecisionRow &row, const QRect &rect, const Tokens &tokens)
    {
        const bool taken = row.state == State::Decides;
        paintBox(painter, rect, 6, tokens.base, taken ? tokens.accent : tokens.edge, taken ? 2 : 1);
        painter.setFont(fontFor(TextRole::Body, QFont::Medium));
        painter.setPen(taken ? tokens.text : tokens.text2);
        painter.drawText(rect.adjusted(12, 0, -12, 0), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.destination, Qt::ElideRight, rect.width() - 24));
    }

    const DecisionModel &m_model;
    DecisionView *m_view;
};

} // namespace

void DecisionModel::setRows(const QList<DecisionRow> &rows)
{
    if (rows == m_rows)
        return;
    const bool sameCount = rows.size() == m_rows.size();
    if (!sameCount)
        beginResetModel();
    m_rows = rows;
    if (!sameCount)
        endResetModel();
    else
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int DecisionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant DecisionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DecisionRow &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return row.title;
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList parts{row.title, row.sentence, row.reason, row.destination};
    if (row.state == State::NotReached)
        parts.append(tr("not reached"));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

DecisionView::DecisionView(QWidget *parent)
    : QListView(parent)
    , m_model(new DecisionModel(this))
{
    setModel(m_model);
    setItemDelegate(new DecisionDelegate(*m_model, this));
    setObjectName(u"decision"_s);
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Which rule decides"));
    viewport()->setBackgroundRole(QPalette::AlternateBase);
}

void DecisionView::setRows(const QList<DecisionRow> &rows)
{
    if (rows == m_model->rows())
        return;
    m_model->setRows(rows);
    scheduleDelayedItemsLayout(); // a text of another height
}

void DecisionView::setCurrentPart(qsizetype part)
{
    const QModelIndex row = m_model->index(int(part) + 1, 0);
    if (row.isValid())
        setCurrentIndex(row);
    else
        clearSelection(); // what holds for all requests has no place on the line
}

void DecisionView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.row() > 0)
        emit partChosen(current.row() - 1);
}

void DecisionView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace sb::ui
