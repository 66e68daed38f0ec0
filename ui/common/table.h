#pragma once

#include "ui/common/painting.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace sb::ui {

/// What a cell shows beside DisplayRole; models in core/ do not set these, proxies in ui/ do.
enum CellRole
{
    ToneRole = Qt::UserRole + 100, ///< int(Label::Tone)
    SignalRole, ///< int(Signal), drawn before the text
    SecondLineRole, ///< QString; rows are then 50 high
    NumberRole, ///< bool: tabular, right-aligned
    CodeRole, ///< bool: fixed font
    StrongRole, ///< bool: weight 600
    ShareRole, ///< double in [0, 1]: a bar instead of text
    ShareColorRole, ///< QColor of the bar
    IconsRole, ///< QStringList of icon names, each in a slot of its own, so that a column can be scanned; "" is an
               ///< empty slot. Instead of text: what they mean is AccessibleTextRole's
    MarksRole, ///< QStringList of icon names in the accent, at the right end of the text
};
inline constexpr int IconSlot = 24; ///< pixels

/// Paints cells as the design says: hairlines, no grid, selection with a bar at the left edge.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// What a column needs that shows one of these texts behind a signal; not the first nor the last.
[[nodiscard]] int signalColumnWidth(const QStringList &texts);

/// A QTableView set up for the house: fixed row height, header, delegate, keys (Enter opens, Ctrl+C copies as TSV,
/// letters go to the next row that begins so, by the first column of text).
class TableView final : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(QWidget *parent = nullptr);
    /// Titles can be clicked, and the sorted one has an arrow; who listens to the header's signals sorts.
    void setSortable();
    /// @param widths in pixels, at least what the titles need; 0 stretches. After setModel().
    void setColumnWidths(const QList<int> &widths);
    void setTwoLines(bool twoLines);
    void setFlush(); ///< inside a page's margin: text begins and ends with the table
    void keyboardSearch(const QString &search) override;

signals:
    void opened(const QModelIndex &index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int leastWidth(int column) const;
    [[nodiscard]] int textColumn(int row) const; ///< the first without numbers
};

} // namespace sb::ui
