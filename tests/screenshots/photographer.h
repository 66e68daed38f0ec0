#pragma once

#include "tests/screenshots/camera.h"
#include "tests/screenshots/scenes.h"

#include <QApplication>

#include <memory>

namespace sb::pictures {

/// One set of pictures: a theme and a language.
struct Look
{
    QString name = {}; ///< "light", "dark", "light-de"
    profile::ThemeChoice theme = profile::ThemeChoice::Light;
    QString language = QStringLiteral("en");
};

/// Goes through looks, profiles, scenes and sizes, one picture after the other.
class Photographer final : public QObject
{
    Q_OBJECT
public:
    struct Order
    {
        QString folder = {}; ///< where the pictures go
        QString work = {}; ///< for profiles
        QList<Look> looks = {};
        QList<QSize> sizes = {};
        QStringList only = {}; ///< names of scenes; empty: all
    };
    Photographer(QApplication &application, const Order &order, const QUrl &standing);

    void start();
    [[nodiscard]] int taken() const { return m_taken; }
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }

signals:
    void finished();

private:
    /// A window over one profile in one look.
    struct Visit
    {
        Look look = {};
        bool fresh = false;
        QList<Scene> scenes = {};
    };
    void nextVisit();
    void openWindow(const Visit &visit);
    void nextPicture();
    void begin(const Scene &scene);
    [[nodiscard]] bool isThere(const Scene &scene);
    void keep(const QImage &picture, bool still);
    void complain(const QString &sentence);

    QApplication &m_application;
    app::Language m_language;
    Order m_order;
    QUrl m_standing;
    ManualClock m_clock;
    Camera m_camera;
    QList<Visit> m_visits;
    std::unique_ptr<app::WindowApp> m_window;
    qsizetype m_visit = -1;
    qsizetype m_scene = 0;
    qsizetype m_size = 0;
    bool m_wentOn = false; ///< the time of the scene
    int m_taken = 0;
    QStringList m_complaints;
};

} // namespace sb::pictures
