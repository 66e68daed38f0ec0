#pragma once

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace sb::pictures {

/// Takes a picture of a window once it stands still: its looks are the same twice in a row, a moment apart, and what
/// the scene waits for is there.
class Camera final : public QObject
{
    Q_OBJECT
public:
    explicit Camera(QObject *parent = nullptr);
    /// → taken(), exactly once
    void aim(QWidget &window, const std::function<bool()> &isThere);

signals:
    /// @param still false: the window never came to rest, or what was waited for never came
    void taken(const QImage &picture, bool still);

private:
    void look();

    QTimer m_timer;
    QPointer<QWidget> m_window;
    std::function<bool()> m_isThere;
    QImage m_last;
    int m_looks = 0;
    int m_same = 0;
};

} // namespace sb::pictures
