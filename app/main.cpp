#include "app/ask.h"
#include "app/core_files.h"
#include "app/count.h"
#include "app/embed.h"
#include "app/exchange.h"
#include "app/explain.h"
#include "app/interrupt.h"
#include "app/language.h"
#include "app/rehearse.h"
#include "app/replay.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <optional>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace {

using namespace sb::app;

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

/// What "-" stands for. nullopt: it cannot be read, or there is nothing, such as of a command that found nothing; it
/// would be paid.
std::optional<QString> standardInput()
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly)) {
        complain(MainText::tr("The prompt cannot be read from standard input."), FailedExit);
        return {};
    }
    const QString text = QString::fromUtf8(in.readAll());
    if (!text.trimmed().isEmpty())
        return text;
    complain(MainText::tr("There is no prompt: standard input is empty."), FailedExit);
    return {};
}

/// The text of a command in which "-" stands for standard input; there is one, so only the first.
template <typename Options>
QString *typedInput(Options &options)
{
    if constexpr (std::is_same_v<Options, EmbedOptions>) {
        const qsizetype place = options.texts.indexOf(u"-"_s);
        return place < 0 ? nullptr : &options.texts[place];
    } else {
        return options.prompt == "-"_L1 ? &options.prompt : nullptr;
    }
}

template <typename Command, typename Options>
int run(Options options, const QString &profileRoot, Language &language)
{
    if (QString *typed = typedInput(options)) {
        const std::optional<QString> text = standardInput();
        if (!text)
            return FailedExit;
        *typed = *text;
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
    Command command(services, keys, options);
    QObject::connect(&interrupt, &Interrupt::requested, &command, &Command::cancel);
    QObject::connect(&command, &Command::finished, qApp, &QCoreApplication::exit, Qt::QueuedConnection);
    QTimer::singleShot(0, &command, &Command::start);
    return QCoreApplication::exec();
}

/// Without what the commands that ask somebody start: engine, practice, keychain.
/// @param given what the command is made from, by the profile that was opened
template <typename Command, typename Options, typename Given>
int runAlone(const Options &options, const QString &profileRoot, Language &language, Given given)
{
    const auto opened = openProfile(profileRoot);
    if (!opened)
        return complain(opened.error().message, FailedExit);
    language.apply(opened->settings.language);
    Interrupt interrupt;
    Command command(given(*opened), options);
    QObject::connect(&interrupt, &Interrupt::requested, &command, &Command::cancel);
    QObject::connect(&command, &Command::finished, qApp, &QCoreApplication::exit, Qt::QueuedConnection);
    QTimer::singleShot(0, &command, &Command::start);
    return QCoreApplication::exec();
}

/// What reads and writes files, and is done at once.
template <typename Options>
int convert(const Options &options, int (*command)(const LoadedProfile &, const Options &, Terminal &),
            const QString &profileRoot, Language &language)
{
    const auto opened = openProfile(profileRoot);
    if (!opened)
        return complain(opened.error().message, FailedExit);
    language.apply(opened->settings.language);
    Terminal terminal;
    if (!terminal.open())
        return FailedExit;
    const LoadedProfile loaded = loadProfile(*opened, {});
    for (const QString &notice : loaded.notices)
        terminal.report(notice);
    return command(loaded, options, terminal);
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
        return run<Ask>(*options, line.profileRoot, language);
    if (const auto *options = std::get_if<EmbedOptions>(&line.action))
        return run<Embed>(*options, line.profileRoot, language);
    if (const auto *options = std::get_if<CountOptions>(&line.action))
        return run<Count>(*options, line.profileRoot, language);
    if (const auto *options = std::get_if<RehearseOptions>(&line.action))
        return runAlone<Rehearse>(*options, line.profileRoot, language,
                                  [](const OpenedProfile &opened) { return loadProfile(opened, {}); });
    if (const auto *options = std::get_if<ExplainOptions>(&line.action))
        return runAlone<Explain>(*options, line.profileRoot, language,
                                 [](const OpenedProfile &opened) { return opened; });
    if (const auto *options = std::get_if<ReplayOptions>(&line.action))
        return runAlone<ReplayCommand>(*options, line.profileRoot, language,
                                       [](const OpenedProfile &opened) { return loadProfile(opened, {}); });
    if (const auto *options = std::get_if<ImportOptions>(&line.action))
        return convert(*options, importFile, line.profileRoot, language);
    if (const auto *options = std::get_if<ExportOptions>(&line.action))
        return convert(*options, exportFile, line.profileRoot, language);
    return openWindow(argv);
}
