#pragma once

#include "ui/chains/chain_document.h"
#include "ui/chains/line_painter.h"

#include <QAbstractScrollArea>

namespace sb::ui {

/// The chain as a line diagram: the same selection as list and inspector. One Tab stop; arrow keys choose a station,
/// Enter goes to the inspector, Delete removes, Alt+Up and Alt+Down move. Assistive programs see the stations as
/// children in the order of the list.
class LineView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LineView(ChainDocument &document, QWidget *parent = nullptr);

    /// What the last dry run said; nullopt: nothing yet.
    void setPlan(const std::optional<routing::Plan> &plan);
    [[nodiscard]] int zoom() const { return m_zoom; } ///< percent: 50, 75, 100, 125, 150
    void setZoom(int percent);
    void zoomBy(int steps);

    [[nodiscard]] const line::Geometry &geometryOfLine() const { return m_geometry; }
    /// "Step 2, openai/gpt-mini, azure, asked first, $0.00012"
    [[nodiscard]] QString stationText(qsizetype step) const;
    [[nodiscard]] QRect stationRect(qsizetype step) const; ///< in the viewport
    [[nodiscard]] qsizetype current() const { return m_document.current(); }
    void choose(qsizetype step);

signals:
    void inspectorWanted();
    void moveWanted(int by);
    void removeWanted();
    void zoomChanged(int percent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void present();
    void updateScrollBars();
    [[nodiscard]] QTransform transform() const; ///< from the drawing to the viewport
    [[nodiscard]] qsizetype stepAt(QPointF position) const;
    void ensureVisible(qsizetype step);
    void setHovered(qsizetype step);

    ChainDocument &m_document;
    std::optional<routing::Plan> m_plan;
    LineTexts m_texts;
    line::Geometry m_geometry;
    int m_zoom = 100;
    qsizetype m_hovered = -1;
};

} // namespace sb::ui
