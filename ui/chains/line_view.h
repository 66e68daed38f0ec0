#pragma once

#include "ui/chains/chain_document.h"
#include "ui/chains/line_words.h"

#include <QAbstractScrollArea>

namespace sb::ui {

/// The chain as a line diagram: the same selection as list and inspector. One Tab stop; arrow keys choose a station,
/// Enter goes to the inspector, Delete removes, Insert and Ctrl+N add, Alt+Up and Alt+Down move, F chooses a fault, G
/// where a failure goes, the menu key has it all. With the mouse stations are dragged, points connected with stations,
/// steps added on the line. Assistive programs see the stations as children in the order of the list.
class LineView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LineView(ChainDocument &document, QWidget *parent = nullptr);

    void setShown(const LineShown &shown);
    /// What the last dry run said; nullopt: nothing yet.
    void setPlan(const std::optional<routing::Plan> &plan);
    [[nodiscard]] int zoom() const { return m_zoom; } ///< percent: 50, 75, 100, 125, 150
    void setZoom(int percent); ///< no longer fitted
    void zoomBy(int steps);
    [[nodiscard]] bool isFitted() const { return m_fits; }
    void fit(); ///< all of it is seen from now on, as far as it can be read

    [[nodiscard]] const line::Geometry &geometryOfLine() const { return m_geometry; }
    /// "Step 2, openai/gpt-mini, azure, asked first, $0.00012"
    [[nodiscard]] QString stationText(qsizetype step) const;
    [[nodiscard]] QRect stationRect(qsizetype step) const; ///< in the viewport
    [[nodiscard]] QPoint pointsPosition(qsizetype step) const; ///< of its points, in the viewport
    [[nodiscard]] QPoint plusPosition(qsizetype before) const; ///< in the viewport
    [[nodiscard]] QRect chipRect(qsizetype step) const; ///< of its fault, in the viewport; empty: folded
    [[nodiscard]] const LineMarks &marks() const { return m_marks; }
    [[nodiscard]] qsizetype current() const { return m_document.current(); }
    void choose(qsizetype step);

signals:
    void inspectorWanted();
    void moveWanted(int by);
    void removeWanted();
    void addWanted(qsizetype before);
    void faultsWanted(qsizetype step, const QPoint &at); ///< a menu, at a place on the screen
    void nextWanted(qsizetype step, const QPoint &at);
    void menuWanted(qsizetype step, const QPoint &at);
    void connectWanted(qsizetype from, qsizetype to, const QPoint &at);
    void backWanted(); ///< to the live state
    void zoomChanged(int percent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// What the mouse was pressed on and is being dragged.
    struct Grip
    {
        qsizetype station = -1;
        qsizetype points = -1;
        QPointF at = {}; ///< in the viewport
    };

    void present();
    void layOut();
    void layOutFitted(line::Drawn drawn);
    void updateScrollBars();
    [[nodiscard]] double scale() const;
    [[nodiscard]] QTransform transform() const; ///< from the drawing to the viewport
    [[nodiscard]] QPointF toLine(QPointF position) const; ///< from the viewport to the drawing
    [[nodiscard]] qsizetype stepAt(QPointF position) const;
    [[nodiscard]] QString helpAt(QPointF position) const; ///< a tool tip; empty: there is nothing
    void ensureVisible(qsizetype step);
    bool zoomKey(const QKeyEvent &event);
    bool editKey(const QKeyEvent &event);
    void hover(QPointF position);
    void setMarks(const LineMarks &marks);
    void dragTo(QPointF position);
    void endDrag();
    [[nodiscard]] QPoint menuPlace(qsizetype step) const; ///< on the screen

    ChainDocument &m_document;
    LineShown m_shown;
    LineTexts m_texts;
    line::Geometry m_geometry;
    LineMarks m_marks;
    Grip m_grip;
    int m_zoom = 100;
    bool m_fits = false;
    double m_fittedScale = 1;
};

} // namespace sb::ui
