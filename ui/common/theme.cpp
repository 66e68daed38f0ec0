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
{
    m_application.setStyle(new SignalboxStyle); // QApplication takes ownership
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
}

void Theme::desktopChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space != Appearance || key != ColorScheme)
        return;
    m_desktopDark = unwrapped(value.variant()) == PrefersDark;
    apply();
}

void Theme::askDesktop()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(PortalService, PortalPath, PortalInterface, u"SettingChanged"_s, this,
                SLOT(desktopChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(PortalService, PortalPath, PortalInterface, u"Read"_s);
    call << QString(Appearance) << QString(ColorScheme);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            desktopChanged(Appearance, ColorScheme, reply.value());
        watcher->deleteLater();
    });
}

void Theme::apply()
{
    m_dark = m_choice == profile::ThemeChoice::Dark || (m_choice == profile::ThemeChoice::System && m_desktopDark);
    m_application.setPalette(paletteOf(m_dark ? darkTokens() : lightTokens()));
    emit changed();
}

} // namespace sb::ui
