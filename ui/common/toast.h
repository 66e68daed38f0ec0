#pragma once

#include <QWidget>

#include <functional>

class QPushButton;
class QTimer;

namespace sb::ui {

class Label;
class Slide;

/// One short message with an undo, 24 above the lower edge of `host`, or above a visible widget in it that has the
/// property "belowToasts"; 8 s, longer while hovered or focused. Never for
/// errors.
class Toast final : public QWidget
{
    Q_OBJECT
public:
    explicit Toast(QWidget *host);
    /// @param act what the action does
    void present(const QString &text, const QString &action = {}, const std::function<void()> &act = {});
    [[nodiscard]] bool isPresented() const { return isVisible(); }
    void keepInSight(); ///< something else was shown in the host

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void place();
    Label *m_text;
    QPushButton *m_action;
    QTimer *m_timer;
    std::function<void()> m_act;
    Slide *m_slide; ///< 0 below its place, 1 there
};

} // namespace sb::ui
