#pragma once

#include "core/lab/scorecard.h"
#include "ui/common/painting.h"

#include <QAbstractScrollArea>

namespace sb::ui {

/// One fault of a scorecard.
struct ScoreCell
{
    QByteArray fault = {};
    Signal signal = Signal::Off; ///< clear: passed; caution: passed, and yet nobody answered; stop: failed
    QString word = {}; ///< "529 overloaded"
    QString sentence = {}; ///< "status-529, passed: the first endpoint stays overloaded. It was answered by …"
    friend bool operator==(const ScoreCell &, const ScoreCell &) = default;
};

/// Failed ones first, then those without an answer, each in the order of the catalog.
[[nodiscard]] QList<ScoreCell> scoreCells(const QList<lab::FaultResult> &results);

/// The faults of a scorecard side by side; scrolls sideways. One Tab stop: Left, Right, Home and End move, Enter or
/// Space shows the fault along the line, or no longer.
class ScoreCells final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit ScoreCells(QWidget *parent = nullptr);

    void setCells(const QList<ScoreCell> &cells);
    void setShown(const QByteArray &fault); ///< the one that is drawn along the line; empty: none
    [[nodiscard]] const QList<ScoreCell> &cells() const { return m_cells; }
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QRect cellRect(int index) const; ///< in the viewport
    void choose(int index); ///< moves there
    void press(int index); ///< shows it, or no longer

signals:
    void chosen(const QByteArray &fault); ///< empty: none any more

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    [[nodiscard]] int cellAt(QPoint position) const; ///< -1: none
    void paintCell(QPainter &painter, int index) const;

    QList<ScoreCell> m_cells;
    QList<int> m_lefts; ///< of the cells, and the end of the last
    QByteArray m_shown;
    int m_current = 0;
};

} // namespace sb::ui
