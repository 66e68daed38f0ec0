#pragma once

#include "core/profile/settings.h"

#include <QDBusVariant>
#include <QObject>

class QApplication;

namespace sb::ui {

/// Applies style and palette to the application: light, dark, or what the desktop says (portal `color-scheme`).
class Theme final : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    void setChoice(profile::ThemeChoice choice);
    void setReducedMotion(bool reduced);
    [[nodiscard]] bool isDark() const { return m_dark; }
    /// 0 when motion is reduced by the desktop or by our setting.
    [[nodiscard]] int duration(int milliseconds) const { return m_reducedMotion ? 0 : milliseconds; }

signals:
    void changed();

private slots:
    void desktopChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void askDesktop();
    void apply();

    QApplication &m_application;
    profile::ThemeChoice m_choice = profile::ThemeChoice::System;
    bool m_desktopDark = false;
    bool m_dark = false;
    bool m_reducedMotion = false;
};

} // namespace sb::ui
