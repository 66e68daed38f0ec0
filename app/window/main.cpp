#include "app/language.h"
#include "app/second_start.h"
#include "app/window/window_app.h"
#include "core/profile/window_lock.h"

#include <QCommandLineParser>
#include <QMessageBox>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds RaisePatience{5};

/// A core file would hold keys.
void forbidCoreFiles()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

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
    forbidCoreFiles();
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
    const auto paths = sb::profile::prepare(root);
    const auto settings = paths.and_then([](const sb::profile::Paths &p) { return sb::profile::loadSettings(p); });
    sb::app::Language language(application);
    language.apply(settings ? settings->language : QString());
    if (!settings)
        return showProblem(application, settings.error().message);

    auto lock = sb::profile::WindowLock::take(*paths);
    if (!lock && lock.error().kind == sb::Error::Kind::Conflict) {
        if (raiseOther(application, *paths, activationToken))
            return 0;
        lock = sb::profile::WindowLock::take(*paths); // it may have ended meanwhile
    }
    if (!lock)
        return showProblem(application, lock.error().message);

    const sb::SystemClock clock;
    sb::app::WindowApp window(application, language, *paths, *settings, clock);
    window.show();
    return QApplication::exec();
}
