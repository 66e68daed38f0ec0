#pragma once

#include <QListView>

namespace sb::ui {

/// A list whose order is the user's: dragged, or moved with Alt+Up and Alt+Down; Delete removes, Ctrl+D duplicates,
/// Enter goes to the inspector. A drag is our own, within the list: QDrag would run an event loop inside the one that
/// runs.
class OrderList : public QListView
{
    Q_OBJECT
public:
    explicit OrderList(QWidget *parent = nullptr);
    virtual void duplicateCurrent() = 0;
    virtual void removeCurrent() = 0;
    void moveCurrent(int by);

signals:
    void inspectorWanted();
    void removed(); ///< an item is gone and can be undone

protected:
    /// Rows that can be moved: the first of the list; others stand below them.
    [[nodiscard]] virtual int movableRows() const;
    /// @param to index after the removal
    virtual void moveRow(int from, int to) = 0;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int gapAt(int y) const; ///< before which row an item would be dropped
    [[nodiscard]] int gapTop(int gap) const;
    void endDrag();

    QPoint m_pressed;
    int m_dragged = -1; ///< row that may be dragged, from the press on
    int m_gap = -1; ///< -1: not dragging
};

} // namespace sb::ui
