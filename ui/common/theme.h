#pragma once

#include "core/profile/settings.h"

#include <QDBusVariant>
#include <QObject>

class QApplication;

namespace sb::ui {

class SignalboxStyle;

/// Applies style and palette to the application: light, dark, or what the desktop says (portal
/// `color-scheme`), with more contrast where the desktop asks for it (portal `contrast`).
class Theme final : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    void setChoice(profile::ThemeChoice choice);
    void setReducedMotion(bool reduced); ///< also reduced where the desktop says so

private slots:
    void desktopChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void askDesktop();
    void askDesktop(const QString &space, const QString &key);
    void apply();
    void applyMotion();

    QApplication &m_application;
    SignalboxStyle *m_style; ///< the application's
    profile::ThemeChoice m_choice = profile::ThemeChoice::System;
    bool m_desktopDark = false;
    bool m_desktopContrast = false;
    bool m_desktopStill = false; ///< the desktop asks for less motion
    bool m_reducedMotion = false;
};

} // namespace sb::ui
