#pragma once

#include "ui/common/painting.h"

#include <QAbstractButton>
#include <QList>

class QToolButton;

namespace sb::ui {

/// One place where a request stopped, or the one that serves it.
struct RouteStop
{
    enum class State
    {
        Waiting,
        Trying,
        Failed,
        Served
    };
    QString name = {}; ///< endpoint, or the model where the step changes it
    QString detail = {}; ///< "529 ×2 · 1.42 s", "first try", "served, 2nd of 3"
    State state = State::Waiting;
    friend bool operator==(const RouteStop &, const RouteStop &) = default;
};

/// The line over an answer: who was tried, who served. 58 high whether it is full or empty, so that all answers start
/// at one level. More than two stops: the first, how many more, the last. A click or Enter opens the trace.
class RouteStrip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit RouteStrip(QWidget *parent = nullptr);
    void setStops(const QList<RouteStop> &stops);
    void setExplained(bool possible); ///< whether there is a record that says why this route
    [[nodiscard]] const QWidget &explanationAnchor() const; ///< below which it pops up
    /// The same content as the picture, in a sentence.
    [[nodiscard]] QString sentence() const;

signals:
    void explanationRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintFallback(QPainter &painter, const QList<RouteStop> &stops) const;
    void paintStop(QPainter &painter, const RouteStop &stop, double y) const;

    [[nodiscard]] double rightEdge() const; ///< of the texts

    QList<RouteStop> m_stops;
    QToolButton *m_why;
};

} // namespace sb::ui
