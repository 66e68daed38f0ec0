#include "ui/common/theme.h"

#include "ui/common/signalbox_style.h"
#include "ui/common/tokens.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
// org.freedesktop.portal.Settings, namespace org.freedesktop.appearance
constexpr auto PortalService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto PortalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto PortalInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto Appearance = "org.freedesktop.appearance"_L1;
constexpr auto ColorScheme = "color-scheme"_L1;
constexpr uint PrefersDark = 1;
constexpr auto Contrast = "contrast"_L1;
constexpr auto GnomeAccessibility = "org.gnome.desktop.a11y.interface"_L1; // before GNOME had it in the portal
constexpr auto HighContrast = "high-contrast"_L1;
constexpr auto ReducedMotion = "reduced-motion"_L1;
constexpr auto GnomeInterface = "org.gnome.desktop.interface"_L1; // GNOME had it long before the portal
constexpr auto EnableAnimations = "enable-animations"_L1;

/// Read() of the portal wraps its answer in two variants, SettingChanged in one.
uint unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_style(new SignalboxStyle)
{
    m_application.setStyle(m_style); // QApplication takes ownership
    m_desktopDark = m_application.palette().color(QPalette::Window).lightness() < 128;
    apply();
    askDesktop();
}

void Theme::setChoice(profile::ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

void Theme::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
    applyMotion();
}

void Theme::desktopChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == Appearance && key == ColorScheme) {
        m_desktopDark = unwrapped(value.variant()) == PrefersDark;
        apply();
    } else if ((space == Appearance && key == Contrast) || (space == GnomeAccessibility && key == HighContrast)) {
        m_desktopContrast = unwrapped(value.variant()) == 1;
        apply();
    } else if (space == Appearance && key == ReducedMotion) {
        m_desktopStill = unwrapped(value.variant()) == 1;
        applyMotion();
    } else if (space == GnomeInterface && key == EnableAnimations) {
        m_desktopStill = unwrapped(value.variant()) == 0;
        applyMotion();
    }
}

void Theme::askDesktop()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(PortalService, PortalPath, PortalInterface, u"SettingChanged"_s, this,
                SLOT(desktopChanged(QString, QString, QDBusVariant)));
    askDesktop(Appearance, ColorScheme);
    askDesktop(GnomeAccessibility, HighContrast);
    askDesktop(Appearance, Contrast); // asked last: it holds where a desktop has both
    askDesktop(Appearance, ReducedMotion);
    askDesktop(GnomeInterface, EnableAnimations);
}

/// A desktop that does not know a setting answers with an error: then our own holds alone.
void Theme::askDesktop(const QString &space, const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(PortalService, PortalPath, PortalInterface, u"Read"_s);
    call << space << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, space, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            desktopChanged(space, key, reply.value());
        watcher->deleteLater();
    });
}

void Theme::applyMotion()
{
    m_style->setReducedMotion(m_reducedMotion || m_desktopStill);
}

void Theme::apply()
{
    const bool dark =
        m_choice == profile::ThemeChoice::Dark || (m_choice == profile::ThemeChoice::System && m_desktopDark);
    const Tokens &tokens = dark ? darkTokens() : lightTokens();
    m_application.setPalette(paletteOf(m_desktopContrast ? highContrast(tokens) : tokens));
}

} // namespace sb::ui
