#include "app/command_options.h"

#include "core/routing/chain.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

struct CommandDecidingText
{
    Q_DECLARE_TR_FUNCTIONS(sb::app)
};

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

std::optional<Exchange> exchangeOf(const QString &name)
{
    if (name == "litellm"_L1)
        return Exchange::LiteLlm;
    return name == "portkey"_L1 ? std::optional(Exchange::Portkey) : std::nullopt;
}

} // namespace

void describeRehearse(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"seed"_s, CommandDecidingText::tr("Number from which chance is drawn; the same gives the same scorecard."),
         u"N"_s},
        {u"json"_s, CommandDecidingText::tr("Print one JSON object with every fault, its path and the weak links.")},
    });
}

Action rehearseAction(const QCommandLineParser &parser)
{
    const QStringList chains = parser.positionalArguments().mid(1);
    if (chains.size() > 1)
        return UsageError{.message =
                              CommandDecidingText::tr("rehearse: expected one chain, got %1").arg(chains.size())};
    RehearseOptions options{.chain = chains.value(0), .json = parser.isSet(u"json"_s)};
    if (parser.isSet(u"seed"_s)) {
        bool ok = false;
        options.seed = parser.value(u"seed"_s).toULongLong(&ok);
        if (!ok)
            return UsageError{.message = CommandDecidingText::tr("rehearse: --seed: expected a whole number, got “%1”")
                                             .arg(parser.value(u"seed"_s))};
    }
    return options;
}

void describeExplain(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"practice"_s, CommandDecidingText::tr("Of the requests to practice providers, which are counted apart.")},
        {u"json"_s, CommandDecidingText::tr("Print one JSON object with every sentence and what it is about.")},
    });
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
        return UsageError{.message = CommandDecidingText::tr("explain: expected the number of a request, got “%1”")
                                         .arg(requests.join(u' '))};
    return ExplainOptions{.request = request, .practice = parser.isSet(u"practice"_s), .json = parser.isSet(u"json"_s)};
}

void describeReplay(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"policy"_s,
         CommandDecidingText::tr(
             "Policy to replay: a name in the profile, or the path of a file. Without it, the one in "
             "use; with --chain, none."),
         u"POLICY"_s},
        {u"chain"_s,
         CommandDecidingText::tr(
             "Chain that takes the place of the one with its name: a name in the profile, or the path "
             "of a file."),
         u"CHAIN"_s},
        {u"since"_s,
         CommandDecidingText::tr(
             "How far back: a number of minutes, hours, days or weeks, such as 90m, 12h, 30d or 4w. "
             "Without it, 30d."),
         u"TIME"_s},
        {u"practice"_s, CommandDecidingText::tr("Replay what was sent to practice providers instead of real ones.")},
        {u"json"_s,
         CommandDecidingText::tr("Print one JSON object, in which every number says whether it is exact, estimated or "
                                 "unsupported.")},
    });
}

Action replayAction(const QCommandLineParser &parser)
{
    const QStringList more = parser.positionalArguments().mid(1);
    if (!more.isEmpty())
        return UsageError{
            .message = CommandDecidingText::tr("replay: expected options only, got “%1”").arg(more.constFirst())};
    ReplayOptions options{.policy = parser.value(u"policy"_s),
                          .chain = parser.value(u"chain"_s),
                          .practice = parser.isSet(u"practice"_s),
                          .json = parser.isSet(u"json"_s)};
    for (const QString &option : {u"policy"_s, u"chain"_s}) {
        if (parser.isSet(option) && parser.value(option).isEmpty())
            return UsageError{
                .message = CommandDecidingText::tr("replay: --%1: expected a name or a file, got nothing").arg(option)};
    }
    if (parser.isSet(u"since"_s)) {
        const auto since = timeSpan(parser.value(u"since"_s));
        if (!since)
            return UsageError{.message =
                                  CommandDecidingText::tr("replay: --since: expected a time such as 12h, 30d or 4w, "
                                                          "got “%1”")
                                      .arg(parser.value(u"since"_s))};
        options.since = *since;
    }
    return options;
}

void describeImport(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"as"_s, CommandDecidingText::tr("Name of the policy, and of a chain that the file does not name."),
         u"NAME"_s},
        {u"from"_s, CommandDecidingText::tr("Whose file it is: litellm or portkey. Without it the file shows it."),
         u"ROUTER"_s},
        {u"dry-run"_s, CommandDecidingText::tr("Only say what would be written and what would be lost.")},
        {u"replace"_s, CommandDecidingText::tr("Replace chains and policies of the same names.")},
    });
}

Action importAction(const QCommandLineParser &parser)
{
    const QStringList files = parser.positionalArguments().mid(1);
    if (files.size() != 1)
        return UsageError{.message = CommandDecidingText::tr("import: expected one file, got %1").arg(files.size())};
    ImportOptions options{.file = files.constFirst(),
                          .from = exchangeOf(parser.value(u"from"_s)),
                          .name = parser.value(u"as"_s),
                          .dryRun = parser.isSet(u"dry-run"_s),
                          .replace = parser.isSet(u"replace"_s)};
    if (parser.isSet(u"from"_s) && !options.from)
        return UsageError{.message = CommandDecidingText::tr("import: --from: expected litellm or portkey, got “%1”")
                                         .arg(parser.value(u"from"_s))};
    if (parser.isSet(u"as"_s) && !routing::isChainName(options.name))
        return UsageError{.message =
                              CommandDecidingText::tr("import: --as: expected at most 64 letters, digits, '-', '_' "
                                                      "or '.', not starting with '.', got “%1”")
                                  .arg(options.name)};
    return options;
}

void describeExport(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"to"_s, CommandDecidingText::tr("Whose form it is written in: litellm or portkey."), u"ROUTER"_s},
        {u"replace"_s, CommandDecidingText::tr("Replace the file where it exists.")},
    });
}

Action exportAction(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments().mid(1);
    if (words.isEmpty() || words.size() > 2)
        return UsageError{
            .message = CommandDecidingText::tr("export: expected the name of a chain or policy, and at most a file")};
    const auto to = exchangeOf(parser.value(u"to"_s));
    if (!to)
        return UsageError{.message = CommandDecidingText::tr("export: --to: expected litellm or portkey, got “%1”")
                                         .arg(parser.value(u"to"_s))};
    return ExportOptions{
        .name = words.constFirst(), .to = *to, .file = words.value(1), .replace = parser.isSet(u"replace"_s)};
}

} // namespace sb::app
