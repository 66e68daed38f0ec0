#pragma once

#include <QStringList>
#include <QWidget>

#include <optional>

namespace sb::ui {

/// Two handles over named stops, of which the outermost mean no limit. One Tab stop: Left and Right move the handle
/// that is active, Up and Down choose it, Home and End take it to its end.
class RangeSlider final : public QWidget
{
    Q_OBJECT
public:
    explicit RangeSlider(const QStringList &stops, QWidget *parent = nullptr); ///< at least two
    void setRange(int low, int high);
    [[nodiscard]] int low() const { return m_low; }
    [[nodiscard]] int high() const { return m_high; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void changed(int low, int high); ///< by the user

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] double xOf(int stop) const;
    [[nodiscard]] int stopAt(double x) const;
    void moveActive(int stop);
    void describe();

    QStringList m_stops;
    int m_low = 0;
    int m_high = 0;
    bool m_lowIsActive = true;
};

} // namespace sb::ui
