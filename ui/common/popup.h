#pragma once

#include <QFrame>

class QVBoxLayout;

namespace sb::ui {

/// A small panel that pops up below what it is opened from and goes when one clicks elsewhere or presses Esc. It
/// deletes itself; the focus goes back to where it was.
class Popup : public QFrame
{
    Q_OBJECT
public:
    Popup(int width, QWidget *parent);
    void openBelow(const QWidget &anchor); ///< or above it, where the screen ends; within its window as far as it fits

protected:
    [[nodiscard]] QVBoxLayout *column() const { return m_column; } ///< that its parts are put into
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *m_column;
};

} // namespace sb::ui
