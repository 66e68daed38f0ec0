#include "app/ask.h"
#include "app/core_files.h"
#include "app/interrupt.h"
#include "app/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <unistd.h>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

using namespace sb::app;

constexpr int FailedExit = 1;
constexpr int UsageExit = 2;

struct MainText
{
    Q_DECLARE_TR_FUNCTIONS(sb::app)
};

int complain(const QString &message, int exitCode)
{
    std::fputs(qPrintable(message + u'\n'), stderr);
    return exitCode;
}

/// The window is a program of its own, so that the commands map no Gui library.
int openWindow(char **arguments)
{
    const QByteArray window = QFile::encodeName(QCoreApplication::applicationDirPath() + u"/signalbox-window"_s);
    execv(window.constData(), arguments);
    return complain(MainText::tr("The window is not installed: there is no %1. “signalbox ask” works without it.")
                        .arg(QFile::decodeName(window)),
                    FailedExit);
}

int ask(AskOptions options, const QString &profileRoot, Language &language)
{
    if (options.prompt == "-"_L1) {
        QFile in;
        if (!in.open(stdin, QIODevice::ReadOnly))
            return complain(MainText::tr("The prompt cannot be read from standard input."), FailedExit);
        options.prompt = QString::fromUtf8(in.readAll());
        if (options.prompt.trimmed().isEmpty()) // such as of a command that found nothing; it would be paid
            return complain(MainText::tr("There is no prompt: standard input is empty."), FailedExit);
    }
    const auto opened = openProfile(profileRoot);
    if (!opened)
        return complain(opened.error().message, FailedExit);
    language.apply(opened->settings.language);
    KeyLookup lookup{.credentialsDirectory = qEnvironmentVariable("CREDENTIALS_DIRECTORY")};
    lookup.shipped = options.keysFromEnvironment;
    lookup.named = options.keysFromEnvironmentOf;
    if (options.keysFromEnvironment || !options.keysFromEnvironmentOf.isEmpty())
        lookup.environment = [](const QString &variable) { return qgetenv(variable.toLatin1().constData()); };
    const LoadedProfile loaded = loadProfile(*opened, lookup);

    Interrupt interrupt;
    CoreServices services(loaded);
    const sb::SystemClock clock;
    sb::secrets::KeyStore keys(clock);
    keys.give(loaded.world.keys);
    Ask asking(services, keys, options);
    QObject::connect(&interrupt, &Interrupt::requested, &asking, &Ask::cancel);
    QObject::connect(&asking, &Ask::finished, qApp, &QCoreApplication::exit, Qt::QueuedConnection);
    QTimer::singleShot(0, &asking, &Ask::start);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    forbidCoreFiles();
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error of write(), which cancels the request in good order
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"signalbox"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    Language language(app);
    language.apply({}); // the system's, until a profile says otherwise

    const CommandLine line = parseCommandLine(QCoreApplication::arguments());
    if (const auto *error = std::get_if<UsageError>(&line.action))
        return complain(error->message + u'\n' + MainText::tr("“signalbox --help” shows what is possible."), UsageExit);
    if (const auto *text = std::get_if<Print>(&line.action)) {
        std::fputs(qPrintable(text->text), stdout);
        return 0;
    }
    if (const auto *options = std::get_if<AskOptions>(&line.action))
        return ask(*options, line.profileRoot, language);
    return openWindow(argv);
}
