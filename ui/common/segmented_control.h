#pragma once

#include <QWidget>

namespace sb::ui {

class Slide;

/// A row of choices of which one holds; one Tab stop, Left and Right choose. To assistive programs a group of radio
/// buttons.
class SegmentedControl final : public QWidget
{
    Q_OBJECT
public:
    SegmentedControl(const QStringList &items, int current, QWidget *parent = nullptr);
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int index);
    void choose(int index); ///< as the user does
    [[nodiscard]] const QStringList &items() const { return m_items; }
    [[nodiscard]] QRectF segment(int index) const; ///< where it is
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRectF box() const;
    QStringList m_items;
    int m_current;
    Slide *m_box; ///< the index at which the chosen one's box stands
};

} // namespace sb::ui
