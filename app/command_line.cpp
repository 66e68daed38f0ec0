#include "app/command_line.h"

#include "core/routing/chain.h"

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

/// What every command has that asks a provider.
void describeAsking(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"model"_s, CommandLineText::tr("Model to ask, as author/slug."), u"MODEL"_s},
        {u"keys-from-env"_s,
         CommandLineText::tr(
             "Take the API keys of the shipped providers from their environment variables. Providers that you "
             "added or changed get one only when they are named: --keys-from-env=acme,other.")},
    });
    QCommandLineOption named(NamedKeys, {}, u"IDS"_s);
    named.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(named);
}

void describeAsk(QCommandLineParser &parser)
{
    describeAsking(parser);
    parser.addOptions({
        {u"chain"_s, CommandLineText::tr("Chain to send the prompt through."), u"CHAIN"_s},
        {u"system"_s, CommandLineText::tr("System prompt."), u"TEXT"_s},
        {u"max-cost"_s,
         CommandLineText::tr("The most that it may cost, in dollars; who can cost more is not asked. With --model auto "
                             "the best model that fits, by the order of quality in your policy."),
         u"DOLLARS"_s},
        {u"json"_s, CommandLineText::tr("Print one JSON object with answer, attempts, usage and cost.")},
    });
}

void describeEmbed(QCommandLineParser &parser)
{
    describeAsking(parser);
    parser.addOptions({
        {u"dimensions"_s, CommandLineText::tr("Length of the vectors, where the model can make shorter ones."), u"N"_s},
        {u"input"_s, CommandLineText::tr("What the texts are: query or document."), u"USE"_s},
    });
}

void describeCount(QCommandLineParser &parser)
{
    describeAsking(parser);
    parser.addOption({u"system"_s, CommandLineText::tr("System prompt."), u"TEXT"_s});
}

void describeRehearse(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"seed"_s, CommandLineText::tr("Number from which chance is drawn; the same gives the same scorecard."),
         u"N"_s},
        {u"json"_s, CommandLineText::tr("Print one JSON object with every fault, its path and the weak links.")},
    });
}

void describeExplain(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"practice"_s, CommandLineText::tr("Of the requests to practice providers, which are counted apart.")},
        {u"json"_s, CommandLineText::tr("Print one JSON object with every sentence and what it is about.")},
    });
}

void describeReplay(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"policy"_s,
         CommandLineText::tr("Policy to replay: a name in the profile, or the path of a file. Without it, the one in "
                             "use; with --chain, none."),
         u"POLICY"_s},
        {u"chain"_s,
         CommandLineText::tr("Chain that takes the place of the one with its name: a name in the profile, or the path "
                             "of a file."),
         u"CHAIN"_s},
        {u"since"_s,
         CommandLineText::tr("How far back: a number of minutes, hours, days or weeks, such as 90m, 12h, 30d or 4w. "
                             "Without it, 30d."),
         u"TIME"_s},
        {u"practice"_s, CommandLineText::tr("Replay what was sent to practice providers instead of real ones.")},
        {u"json"_s,
         CommandLineText::tr("Print one JSON object, in which every number says whether it is exact, estimated or "
                             "unsupported.")},
    });
}

void describeImport(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"as"_s, CommandLineText::tr("Name of the policy, and of a chain that the file does not name."), u"NAME"_s},
        {u"from"_s, CommandLineText::tr("Whose file it is: litellm or portkey. Without it the file shows it."),
         u"ROUTER"_s},
        {u"dry-run"_s, CommandLineText::tr("Only say what would be written and what would be lost.")},
        {u"replace"_s, CommandLineText::tr("Replace chains and policies of the same names.")},
    });
}

void describeExport(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"to"_s, CommandLineText::tr("Whose form it is written in: litellm or portkey."), u"ROUTER"_s},
        {u"replace"_s, CommandLineText::tr("Replace the file where it exists.")},
    });
}

QString help(const QCommandLineParser &parser)
{
    return parser.helpText() + u'\n' + examples();
}

using Action = decltype(CommandLine::action);

QStringList namedKeysIn(const QCommandLineParser &parser)
{
    return parser.values(NamedKeys).join(u',').split(u',', Qt::SkipEmptyParts);
}

Action askAction(const QCommandLineParser &parser)
{
    const QString prompt = parser.positionalArguments().mid(1).join(u' ');
    if (prompt.isEmpty())
        return UsageError{.message =
                              CommandLineText::tr("ask: expected a prompt, or “-” to read it from standard input")};
    if (parser.isSet(u"model"_s) && parser.isSet(u"chain"_s))
        return UsageError{.message = CommandLineText::tr("ask: expected --model or --chain, got both")};
    std::optional<NanoDollars> maxCost;
    if (parser.isSet(u"max-cost"_s)) {
        const auto amount = parseDollars(parser.value(u"max-cost"_s));
        if (!amount || amount->value < 0)
            return UsageError{.message = CommandLineText::tr("ask: --max-cost: expected dollars such as 0.01, got “%1”")
                                             .arg(parser.value(u"max-cost"_s))};
        maxCost = *amount;
    }
    return AskOptions{.prompt = prompt,
                      .model = parser.value(u"model"_s),
                      .chain = parser.value(u"chain"_s),
                      .system = parser.value(u"system"_s),
                      .maxCost = maxCost,
                      .json = parser.isSet(u"json"_s),
                      .keysFromEnvironment = parser.isSet(u"keys-from-env"_s),
                      .keysFromEnvironmentOf = namedKeysIn(parser)};
}

Action embedAction(const QCommandLineParser &parser)
{
    EmbedOptions options{.texts = parser.positionalArguments().mid(1),
                         .model = parser.value(u"model"_s),
                         .keysFromEnvironment = parser.isSet(u"keys-from-env"_s),
                         .keysFromEnvironmentOf = namedKeysIn(parser)};
    if (options.texts.isEmpty() || options.texts.contains(QString()))
        return UsageError{.message =
                              CommandLineText::tr("embed: expected texts, or “-” to read one from standard input")};
    if (options.model.isEmpty())
        return UsageError{.message = CommandLineText::tr("embed: expected --model, got none")};
    if (parser.isSet(u"dimensions"_s)) {
        bool ok = false;
        options.dimensions = parser.value(u"dimensions"_s).toInt(&ok);
        if (!ok || *options.dimensions < 1)
            return UsageError{.message =
                                  CommandLineText::tr("embed: --dimensions: expected a whole number above 0, got “%1”")
                                      .arg(parser.value(u"dimensions"_s))};
    }
    const QString use = parser.value(u"input"_s);
    if (use == "query"_L1)
        options.use = chat::EmbeddingUse::Query;
    else if (use == "document"_L1)
        options.use = chat::EmbeddingUse::Document;
    else if (parser.isSet(u"input"_s))
        return UsageError{.message =
                              CommandLineText::tr("embed: --input: expected query or document, got “%1”").arg(use)};
    return options;
}

Action countAction(const QCommandLineParser &parser)
{
    const QString prompt = parser.positionalArguments().mid(1).join(u' ');
    if (prompt.isEmpty())
        return UsageError{.message =
                              CommandLineText::tr("count: expected a prompt, or “-” to read it from standard input")};
    if (parser.value(u"model"_s).isEmpty())
        return UsageError{.message = CommandLineText::tr("count: expected --model, got none")};
    return CountOptions{.prompt = prompt,
                        .model = parser.value(u"model"_s),
                        .system = parser.value(u"system"_s),
                        .keysFromEnvironment = parser.isSet(u"keys-from-env"_s),
                        .keysFromEnvironmentOf = namedKeysIn(parser)};
}

Action rehearseAction(const QCommandLineParser &parser)
{
    const QStringList chains = parser.positionalArguments().mid(1);
    if (chains.size() > 1)
        return UsageError{.message = CommandLineText::tr("rehearse: expected one chain, got %1").arg(chains.size())};
    RehearseOptions options{.chain = chains.value(0), .json = parser.isSet(u"json"_s)};
    if (parser.isSet(u"seed"_s)) {
        bool ok = false;
        options.seed = parser.value(u"seed"_s).toULongLong(&ok);
        if (!ok)
            return UsageError{.message = CommandLineText::tr("rehearse: --seed: expected a whole number, got “%1”")
                                             .arg(parser.value(u"seed"_s))};
    }
    return options;
}

Action explainAction(const QCommandLineParser &parser)
{
    const QStringList requests = parser.positionalArguments().mid(1);
    QString typed = requests.value(0);
    if (typed.startsWith(u'#')) // as the window shows it
        typed.remove(0, 1);
    bool ok = false;
    const qint64 request = typed.toLongLong(&ok);
    if (!ok || request < 1 || requests.size() != 1)
        return UsageError{
            .message =
                CommandLineText::tr("explain: expected the number of a request, got “%1”").arg(requests.join(u' '))};
    return ExplainOptions{.request = request, .practice = parser.isSet(u"practice"_s), .json = parser.isSet(u"json"_s)};
}

/// "30d"; nullopt for what is none, or nothing.
std::optional<std::chrono::seconds> timeSpan(QStringView text)
{
    constexpr qint64 Longest = 100LL * 366 * 24 * 3'600;
    constexpr std::array Units{std::pair(u'm', 60LL), std::pair(u'h', 3'600LL), std::pair(u'd', 24 * 3'600LL),
                               std::pair(u'w', 7 * 24 * 3'600LL)};
    if (text.isEmpty())
        return {};
    const auto unit = std::ranges::find(Units, text.back().unicode(), &std::pair<char16_t, long long>::first);
    bool ok = false;
    const int count = text.chopped(1).toInt(&ok);
    if (unit == Units.end() || !ok || count < 1 || count > Longest / unit->second)
        return {};
    return std::chrono::seconds{count * unit->second};
}

Action replayAction(const QCommandLineParser &parser)
{
    const QStringList more = parser.positionalArguments().mid(1);
    if (!more.isEmpty())
        return UsageError{.message =
                              CommandLineText::tr("replay: expected options only, got “%1”").arg(more.constFirst())};
    ReplayOptions options{.policy = parser.value(u"policy"_s),
                          .chain = parser.value(u"chain"_s),
                          .practice = parser.isSet(u"practice"_s),
                          .json = parser.isSet(u"json"_s)};
    for (const QString &option : {u"policy"_s, u"chain"_s}) {
        if (parser.isSet(option) && parser.value(option).isEmpty())
            return UsageError{
                .message = CommandLineText::tr("replay: --%1: expected a name or a file, got nothing").arg(option)};
    }
    if (parser.isSet(u"since"_s)) {
        const auto since = timeSpan(parser.value(u"since"_s));
        if (!since)
            return UsageError{.message = CommandLineText::tr("replay: --since: expected a time such as 12h, 30d or 4w, "
                                                             "got “%1”")
                                             .arg(parser.value(u"since"_s))};
        options.since = *since;
    }
    return options;
}

std::optional<Exchange> exchangeOf(const QString &name)
{
    if (name == "litellm"_L1)
        return Exchange::LiteLlm;
    return name == "portkey"_L1 ? std::optional(Exchange::Portkey) : std::nullopt;
}

Action importAction(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments().mid(1);
    if (files.size() != 1)
        return UsageError{.message = CommandLineText::tr("import: expected one file, got %1").arg(files.size())};
    ImportOptions options{.file = files.constFirst(),
                          .from = exchangeOf(parser.value(u"from"_s)),
                          .name = parser.value(u"as"_s),
                          .dryRun = parser.isSet(u"dry-run"_s),
                          .replace = parser.isSet(u"replace"_s)};
    if (parser.isSet(u"from"_s) && !options.from)
        return UsageError{.message = CommandLineText::tr("import: --from: expected litellm or portkey, got “%1”")
                                         .arg(parser.value(u"from"_s))};
    if (parser.isSet(u"as"_s) && !routing::isChainName(options.name))
        return UsageError{.message = CommandLineText::tr("import: --as: expected at most 64 letters, digits, '-', '_' "
                                                         "or '.', not starting with '.', got “%1”")
                                         .arg(options.name)};
    return options;
}

Action exportAction(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments().mid(1);
    if (words.isEmpty() || words.size() > 2)
        return UsageError{
            .message = CommandLineText::tr("export: expected the name of a chain or policy, and at most a file")};
    const auto to = exchangeOf(parser.value(u"to"_s));
    if (!to)
        return UsageError{
            .message =
                CommandLineText::tr("export: --to: expected litellm or portkey, got “%1”").arg(parser.value(u"to"_s))};
    return ExportOptions{
        .name = words.constFirst(), .to = *to, .file = words.value(1), .replace = parser.isSet(u"replace"_s)};
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
