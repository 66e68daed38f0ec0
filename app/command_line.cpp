#include "app/command_line.h"

#include "app/command_options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(sb::app)
};

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
  signalbox ask --max-cost 0.01 --model auto "Explain this proof."
  signalbox ask --keys-from-env --model openai/gpt-4.1-mini --json "Hello" | jq .answer
  git diff | signalbox ask --system "Review this change." -
  signalbox embed --model practice/mileposts "A first text" "A second one" | jq .vectors
  signalbox count --model practice/local-line "How long is this?"
  signalbox rehearse sample
  signalbox explain 12
  signalbox replay --policy draft.json --since 30d
  signalbox import litellm.yaml --as work --dry-run
  signalbox export sample --to litellm config.yaml
)");
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(CommandLineText::tr("A native workbench and router for language models.") + u' '
                                     + CommandLineText::tr("Without a command the window opens."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"profile"_s, CommandLineText::tr("Folder of the profile."), u"DIR"_s});
}

QString help(const QCommandLineParser &parser)
{
    return parser.helpText() + u'\n' + examples();
}

struct Command
{
    QLatin1String name = {};
    const char *does = nullptr;
    QLatin1String form = {};
    void (*describe)(QCommandLineParser &) = nullptr;
    Action (*action)(const QCommandLineParser &) = nullptr;
};

constexpr std::array Commands{
    Command{"ask"_L1, QT_TRANSLATE_NOOP("sb::app", "Send one prompt and print the answer."), "ask PROMPT"_L1,
            describeAsk, askAction},
    Command{"embed"_L1, QT_TRANSLATE_NOOP("sb::app", "Print the vectors of texts as one JSON object."),
            "embed --model MODEL TEXT..."_L1, describeEmbed, embedAction},
    Command{"count"_L1, QT_TRANSLATE_NOOP("sb::app", "Print how many tokens a prompt has."),
            "count --model MODEL PROMPT"_L1, describeCount, countAction},
    Command{"rehearse"_L1,
            QT_TRANSLATE_NOOP("sb::app", "Run a chain against every fault, on a clock of its own; nothing is sent."),
            "rehearse [CHAIN]"_L1, describeRehearse, rehearseAction},
    Command{"explain"_L1, QT_TRANSLATE_NOOP("sb::app", "Say how a request on record was decided and what came of it."),
            "explain REQUEST"_L1, describeExplain, explainAction},
    Command{"replay"_L1,
            QT_TRANSLATE_NOOP("sb::app",
                              "Say what recorded requests would have been under another policy; nothing is sent."),
            "replay"_L1, describeReplay, replayAction},
    Command{"import"_L1, QT_TRANSLATE_NOOP("sb::app", "Make chains and a policy out of a file of another router."),
            "import FILE"_L1, describeImport, importAction},
    Command{"export"_L1, QT_TRANSLATE_NOOP("sb::app", "Write a chain or a policy as a file of another router."),
            "export CHAIN|POLICY --to ROUTER [FILE]"_L1, describeExport, exportAction},
};

const Command *commandOf(const QString &name)
{
    const auto found = std::ranges::find_if(Commands, [&name](const Command &each) { return each.name == name; });
    return found == Commands.end() ? nullptr : &*found;
}

void describeCommands(QCommandLineParser &parser)
{
    for (const Command &each : Commands) {
        const QString opening = &each == &Commands.front() ? u"["_s : QString();
        const QString closing = &each == &Commands.back() ? u"]"_s : u" |"_s;
        parser.addPositionalArgument(each.name, CommandLineText::tr(each.does), opening + each.form + closing);
    }
}

Action actionOf(QCommandLineParser &parser, const QStringList &arguments)
{
    // Options of a command are known only once the command is.
    parser.parse(arguments);
    const QString name = parser.positionalArguments().value(0);
    const Command *command = commandOf(name);
    if (command) {
        parser.addPositionalArgument(command->name, CommandLineText::tr(command->does), command->form);
        command->describe(parser);
    } else {
        describeCommands(parser);
    }
    const bool understood = parser.parse(arguments);
    if (parser.isSet(u"help"_s))
        return Print{.text = help(parser)};
    if (parser.isSet(u"version"_s))
        return Print{.text = u"signalbox " SIGNALBOX_VERSION "\n"_s};
    if (!understood)
        return UsageError{.message = parser.errorText()};
    if (command)
        return command->action(parser);
    if (!name.isEmpty())
        return UsageError{.message = CommandLineText::tr("There is no command “%1”.").arg(name)};
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
