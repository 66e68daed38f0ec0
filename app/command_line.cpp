#include "app/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(sb::app)
};

/// The same option with a value, since QCommandLineParser knows none whose value may be left out.
constexpr auto NamedKeys = "keys-from-env-of"_L1;

QStringList withNamedKeys(QStringList arguments)
{
    const QString typed = u"--keys-from-env="_s;
    for (QString &argument : arguments) {
        if (argument == "--"_L1)
            break;
        if (argument.startsWith(typed))
            argument = u"--%1=%2"_s.arg(NamedKeys, argument.mid(typed.size()));
    }
    return arguments;
}

QString examples()
{
    return CommandLineText::tr("Examples:") + QStringLiteral(R"(
  signalbox ask "Why is the sky blue?"
  signalbox ask --chain sample --system "Answer in one sentence." "What is a signal box?"
  signalbox ask --keys-from-env --model openai/gpt-4.1-mini --json "Hello" | jq .answer
  git diff | signalbox ask --system "Review this change." -
)");
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(CommandLineText::tr("A native workbench and router for language models."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"profile"_s, CommandLineText::tr("Folder of the profile."), u"DIR"_s});
}

void describeAsk(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"model"_s, CommandLineText::tr("Model to ask, as author/slug."), u"MODEL"_s},
        {u"chain"_s, CommandLineText::tr("Chain to send the prompt through."), u"CHAIN"_s},
        {u"system"_s, CommandLineText::tr("System prompt."), u"TEXT"_s},
        {u"json"_s, CommandLineText::tr("Print one JSON object with answer, attempts, usage and cost.")},
        {u"keys-from-env"_s,
         CommandLineText::tr(
             "Take the API keys of the shipped providers from their environment variables. Providers that you "
             "added or changed get one only when they are named: --keys-from-env=acme,other.")},
    });
    QCommandLineOption named(NamedKeys, {}, u"IDS"_s);
    named.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(named);
}

QString help(const QCommandLineParser &parser)
{
    return parser.helpText() + u'\n' + examples();
}

std::variant<OpenWindow, AskOptions, Print, UsageError> askAction(const QCommandLineParser &parser)
{
    const QString prompt = parser.positionalArguments().mid(1).join(u' ');
    if (prompt.isEmpty())
        return UsageError{.message =
                              CommandLineText::tr("ask: expected a prompt, or “-” to read it from standard input")};
    if (parser.isSet(u"model"_s) && parser.isSet(u"chain"_s))
        return UsageError{.message = CommandLineText::tr("ask: expected --model or --chain, got both")};
    return AskOptions{.prompt = prompt,
                      .model = parser.value(u"model"_s),
                      .chain = parser.value(u"chain"_s),
                      .system = parser.value(u"system"_s),
                      .json = parser.isSet(u"json"_s),
                      .keysFromEnvironment = parser.isSet(u"keys-from-env"_s),
                      .keysFromEnvironmentOf = parser.values(NamedKeys).join(u',').split(u',', Qt::SkipEmptyParts)};
}

std::variant<OpenWindow, AskOptions, Print, UsageError> actionOf(QCommandLineParser &parser,
                                                                 const QStringList &arguments)
{
    // Options of a command are known only once the command is.
    parser.parse(arguments);
    const QString command = parser.positionalArguments().value(0);
    if (command == "ask"_L1) {
        parser.addPositionalArgument(u"ask"_s, CommandLineText::tr("Send one prompt and print the answer."),
                                     u"ask PROMPT"_s);
        describeAsk(parser);
    } else {
        parser.addPositionalArgument(u"command"_s,
                                     CommandLineText::tr("ask: send one prompt and print the answer. Without a command "
                                                         "the window opens."),
                                     u"[ask PROMPT]"_s);
    }
    const bool understood = parser.parse(arguments);
    if (parser.isSet(u"help"_s))
        return Print{.text = help(parser)};
    if (parser.isSet(u"version"_s))
        return Print{.text = u"signalbox " SIGNALBOX_VERSION "\n"_s};
    if (!understood)
        return UsageError{.message = parser.errorText()};
    if (command == "ask"_L1)
        return askAction(parser);
    if (!command.isEmpty())
        return UsageError{.message = CommandLineText::tr("There is no command “%1”.").arg(command)};
    return OpenWindow{};
}

} // namespace

CommandLine parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    CommandLine line;
    line.action = actionOf(parser, withNamedKeys(arguments));
    line.profileRoot = parser.value(u"profile"_s);
    return line;
}

} // namespace sb::app
