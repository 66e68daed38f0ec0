#include "tests/screenshots/camera.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>

using namespace std::chrono_literals;

namespace sb::pictures {

namespace {

constexpr auto Moment = 120ms;
constexpr int SameLooks = 3;
constexpr int MostLooks = 250;

/// The window with what pops up over it.
QImage lookAt(QWidget &window)
{
    QPixmap seen = window.grab();
    if (QWidget *popup = QApplication::activePopupWidget())
        QPainter(&seen).drawPixmap(window.mapFromGlobal(popup->pos()), popup->grab());
    return seen.toImage();
}

} // namespace

Camera::Camera(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(Moment);
    connect(&m_timer, &QTimer::timeout, this, &Camera::look);
}

void Camera::aim(QWidget &window, const std::function<bool()> &isThere)
{
    m_window = &window;
    m_isThere = isThere;
    m_last = {};
    m_looks = m_same = 0;
    m_timer.start();
}

void Camera::look()
{
    const QImage now = m_window ? lookAt(*m_window) : QImage();
    m_same = now == m_last && (!m_isThere || m_isThere()) ? m_same + 1 : 0;
    m_last = now;
    const bool still = m_same >= SameLooks;
    if (!still && ++m_looks < MostLooks)
        return;
    m_timer.stop();
    emit taken(now, still);
}

} // namespace sb::pictures
