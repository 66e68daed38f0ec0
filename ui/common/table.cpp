#include "ui/common/table.h"

#include "ui/common/label.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

QFont cellFont(const QModelIndex &index)
{
    if (index.data(CodeRole).toBool())
        return fontFor(TextRole::Code);
    return fontFor(TextRole::Body, index.data(StrongRole).toBool() ? QFont::DemiBold : QFont::Normal);
}

void paintShare(QPainter &painter, const QRectF &rect, const QModelIndex &index, const Tokens &tokens)
{
    const QRectF trough(rect.left(), rect.center().y() - 3, rect.width(), 6);
    paintBox(painter, trough, 3, tokens.hover, {});
    const double share = qBound(0.0, index.data(ShareRole).toDouble(), 1.0);
    if (share <= 0)
        return;
    const QColor color = index.data(ShareColorRole).value<QColor>();
    const QRectF bar(trough.left(), trough.top(), qMax(6.0, trough.width() * share), trough.height());
    paintBox(painter, bar, 3, color.isValid() ? color : tokens.accent, {});
}

constexpr int IconSize = 16;

void paintIcon(QPainter &painter, double left, double middle, const QString &name, const QColor &color)
{
    const QPixmap icon = iconPixmap(name, IconSize, color, painter.device()->devicePixelRatioF());
    painter.drawPixmap(QPointF(left, middle - IconSize / 2.0), icon);
}

void paintIcons(QPainter &painter, const QRectF &rect, const QStringList &names, const QColor &color)
{
    double left = rect.left();
    for (const QString &name : names) {
        if (!name.isEmpty())
            paintIcon(painter, left, rect.center().y(), name, color);
        left += IconSlot;
    }
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    // A cell ends where the next begins: QRect's bottom and right are one short.
    const QRectF cell(option.rect);
    const bool selected = option.state & QStyle::State_Selected;
    const bool first = index.column() == 0;
    const bool last = index.column() == index.model()->columnCount(index.parent()) - 1;

    painter->save();
    if (selected)
        painter->fillRect(cell, tokens.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(cell, tokens.sunken);
    if (selected && first)
        painter->fillRect(QRectF(cell.left(), cell.top(), 3, cell.height()), tokens.accent);
    paintHairline(*painter, QPointF(cell.left(), cell.bottom() - 1), QPointF(cell.right(), cell.bottom() - 1),
                  tokens.line);

    const int margin = option.widget && option.widget->property("flush").toBool() ? 0 : size::PageMargin;
    QRectF rect = cell.adjusted(first ? margin : size::CellPadding, 0, -(last ? margin : size::CellPadding), -1);
    if (index.data(ShareRole).isValid()) {
        paintShare(*painter, rect, index, tokens);
        painter->restore();
        return;
    }
    if (const QVariant icons = index.data(IconsRole); icons.isValid()) {
        paintIcons(*painter, rect, icons.toStringList(), tokens.text2);
        painter->restore();
        return;
    }
    if (const QVariant signal = index.data(SignalRole); signal.isValid()) {
        paintSignal(*painter, QPointF(rect.left() + 6, rect.center().y()), size::SignalInline, Signal(signal.toInt()),
                    tokens);
        rect.setLeft(rect.left() + size::SignalInline + 8);
    }

    for (const QString &mark : index.data(MarksRole).toStringList()) {
        paintIcon(*painter, rect.right() - IconSize, rect.center().y(), mark, tokens.accent);
        rect.setRight(rect.right() - IconSize - 6);
    }

    painter->setFont(cellFont(index));
    const QVariant tone = index.data(ToneRole);
    painter->setPen(tone.isValid() ? Label::colorOf(Label::Tone(tone.toInt()), tokens) : tokens.text);
    const QString second = index.data(SecondLineRole).toString();
    const QRectF line = second.isEmpty() ? rect : QRectF(rect.left(), rect.top() + 7, rect.width(), 18);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (index.data(NumberRole).toBool()) {
        paintNumber(*painter, line, Qt::AlignRight | Qt::AlignVCenter, text);
    } else {
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, int(line.width())));
    }
    if (!second.isEmpty()) {
        painter->setFont(fontFor(TextRole::Small));
        painter->setPen(tokens.text2);
        const QRectF below(rect.left(), line.bottom(), rect.width(), 17);
        const Qt::Alignment side = index.data(NumberRole).toBool() ? Qt::AlignRight : Qt::AlignLeft;
        painter->drawText(below, int(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(second, Qt::ElideRight, int(below.width())));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int height = index.data(SecondLineRole).toString().isEmpty() ? size::Row : size::RowTwoLines;
    return {QStyledItemDelegate::sizeHint(option, index).width() + 2 * size::CellPadding, height};
}

int signalColumnWidth(const QStringList &texts)
{
    const QFontMetricsF metrics(fontFor(TextRole::Body));
    double longest = 0;
    for (const QString &text : texts)
        longest = qMax(longest, metrics.horizontalAdvance(text));
    return int(std::ceil(longest)) + 1 + size::SignalInline + 8 + 2 * size::CellPadding;
}

TableView::TableView(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new CellDelegate(this));
    setProperty("bare", true);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false); // Tab leaves the table: one stop in the page's reading order
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setTwoLines(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false); // no table is sorted by it
    horizontalHeader()->setMinimumSectionSize(24);
    horizontalHeader()->setFixedHeight(size::TableHeader);
    connect(this, &QAbstractItemView::doubleClicked, this, &TableView::opened);
}

void TableView::setSortable()
{
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
}

void TableView::setColumnWidths(const QList<int> &widths)
{
    for (int column = 0; column < int(widths.size()); ++column) {
        if (widths[column] == 0) {
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
        } else {
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
            setColumnWidth(column, qMax(widths[column], leastWidth(column)));
        }
    }
}

/// Of the title, which is longer in some languages.
int TableView::leastWidth(int column) const
{
    const int margin = property("flush").toBool() ? 0 : size::PageMargin;
    const bool last = column == model()->columnCount() - 1;
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    const QFontMetricsF metrics(fontFor(TextRole::Caption, QFont::Medium));
    return int(std::ceil(metrics.horizontalAdvance(title))) + 1 + (column == 0 ? margin : size::CellPadding)
        + (last ? margin : size::CellPadding);
}

void TableView::setTwoLines(bool twoLines)
{
    const int height = twoLines ? size::RowTwoLines : size::Row;
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void TableView::setFlush()
{
    setProperty("flush", true);
    horizontalHeader()->setProperty("flush", true);
}

/// The row that keys act on, while they do.
void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const int row = currentIndex().row();
    if (!hasFocus() || row < 0)
        return;
    const int width = qMin(horizontalHeader()->length() - horizontalOffset(), viewport()->width());
    QPainter painter(viewport());
    paintBox(painter, QRectF(0, rowViewportPosition(row), width, rowHeight(row) - 1), 4, {}, tokensOf(this).accent, 2);
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the ring goes around whole rows
}

int TableView::textColumn(int row) const
{
    int column = 0;
    while (column + 1 < model()->columnCount()
           && (model()->index(row, column).data(NumberRole).toBool()
               || model()->index(row, column).data().toString().isEmpty()))
        ++column;
    return column;
}

void TableView::keyboardSearch(const QString &search)
{
    // A longer one is a log whose rows are read as they are seen: looking at all of them would read all of them.
    constexpr int MostRows = 2'000;
    if (!model() || model()->rowCount() == 0 || model()->rowCount() > MostRows)
        return;
    // Qt searches the column of the cursor, which in a selection of rows is anyone's guess.
    const int row = qMax(0, currentIndex().row());
    selectionModel()->setCurrentIndex(model()->index(row, textColumn(row)), QItemSelectionModel::NoUpdate);
    QTableView::keyboardSearch(search);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit opened(currentIndex());
        return;
    }
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            cells.append(currentIndex().siblingAtColumn(column).data().toString());
        QApplication::clipboard()->setText(cells.join(u'\t'));
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace sb::ui
