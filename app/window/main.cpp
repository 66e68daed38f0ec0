#include "app/core_files.h"
#include "app/interrupt.h"
#include "app/language.h"
#include "app/second_start.h"
#include "app/window/window_app.h"
#include "core/profile/window_lock.h"

#include <QCommandLineParser>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds RaisePatience{5};

/// Before there is a window, a message is all that can be shown.
int showProblem(QApplication &application, const QString &text)
{
    auto *message = new QMessageBox(QMessageBox::Critical, u"Signalbox"_s, text);
    message->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(message, &QMessageBox::finished, &application, [] { QCoreApplication::exit(1); });
    message->open();
    return QApplication::exec();
}

bool raiseOther(QApplication &application, const sb::profile::Paths &paths, const QByteArray &activationToken)
{
    sb::app::RaiseRequest request(sb::app::raiseSocket(paths), activationToken, RaisePatience);
    QObject::connect(&request, &sb::app::RaiseRequest::ended, &application,
                     [](bool raised) { QCoreApplication::exit(raised ? 0 : 1); });
    request.start();
    return QApplication::exec() == 0;
}

} // namespace

int main(int argc, char **argv)
{
    sb::app::forbidCoreFiles();
    const QByteArray activationToken = qgetenv("XDG_ACTIVATION_TOKEN"); // before Qt takes it away
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"signalbox"_s);
    QApplication::setApplicationDisplayName(u"Signalbox"_s);
    QApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    QApplication::setDesktopFileName(u"signalbox"_s);

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profileOption(u"profile"_s, QApplication::translate("main", "The profile folder."),
                                           u"DIR"_s);
    parser.addOption(profileOption);
    parser.process(application);

    const QString root = parser.isSet(profileOption) ? parser.value(profileOption) : sb::profile::defaultRoot();
    const auto profile = sb::app::openProfile(root);
    sb::app::Language language(application);
    language.apply(profile ? profile->settings.language : QString());
    sb::app::Interrupt interrupt; // at the end of a session, too: what runs is cancelled and what is typed kept
    QObject::connect(&interrupt, &sb::app::Interrupt::requested, &application, [] { QCoreApplication::exit(0); });
    if (!profile)
        return showProblem(application, profile.error().message);

    auto lock = sb::profile::WindowLock::take(profile->paths);
    if (!lock && lock.error().kind == sb::Error::Kind::Conflict) {
        if (raiseOther(application, profile->paths, activationToken))
            return 0;
        lock = sb::profile::WindowLock::take(profile->paths); // it may have ended meanwhile
    }
    if (!lock)
        return showProblem(application, lock.error().message);

    const sb::SystemClock clock;
    sb::app::WindowApp window(application, language, profile->paths, profile->settings, clock);
    QObject::connect(&interrupt, &sb::app::Interrupt::requested, &window, &sb::app::WindowApp::keep);
    window.show();
    return QApplication::exec();
}
