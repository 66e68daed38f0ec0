#include "app/command_options.h"

#include "core/base/money.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sb::app {

namespace {

struct CommandAskingText
{
    Q_DECLARE_TR_FUNCTIONS(sb::app)
};

/// What every command has that asks a provider.
void describeAsking(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"model"_s, CommandAskingText::tr("Model to ask, as author/slug."), u"MODEL"_s},
        {u"keys-from-env"_s,
         CommandAskingText::tr(
             "Take the API keys of the shipped providers from their environment variables. Providers that you "
             "added or changed get one only when they are named: --keys-from-env=acme,other.")},
    });
    QCommandLineOption named(NamedKeys, {}, u"IDS"_s);
    named.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(named);
}

QStringList namedKeysIn(const QCommandLineParser &parser)
{
    return parser.values(NamedKeys).join(u',').split(u',', Qt::SkipEmptyParts);
}

} // namespace

void describeAsk(QCommandLineParser &parser)
{
    describeAsking(parser);
    parser.addOptions({
        {u"chain"_s, CommandAskingText::tr("Chain to send the prompt through."), u"CHAIN"_s},
        {u"system"_s, CommandAskingText::tr("System prompt."), u"TEXT"_s},
        {u"max-cost"_s,
         CommandAskingText::tr(
             "The most that it may cost, in dollars; who can cost more is not asked. With --model auto "
             "the best model that fits, by the order of quality in your policy."),
         u"DOLLARS"_s},
        {u"json"_s, CommandAskingText::tr("Print one JSON object with answer, attempts, usage and cost.")},
    });
}

Action askAction(const QCommandLineParser &parser)
{
    const QString prompt = parser.positionalArguments().mid(1).join(u' ');
    if (prompt.isEmpty())
        return UsageError{.message =
                              CommandAskingText::tr("ask: expected a prompt, or “-” to read it from standard input")};
    if (parser.isSet(u"model"_s) && parser.isSet(u"chain"_s))
        return UsageError{.message = CommandAskingText::tr("ask: expected --model or --chain, got both")};
    std::optional<NanoDollars> maxCost;
    if (parser.isSet(u"max-cost"_s)) {
        const auto amount = parseDollars(parser.value(u"max-cost"_s));
        if (!amount || amount->value < 0)
            return UsageError{.message =
                                  CommandAskingText::tr("ask: --max-cost: expected dollars such as 0.01, got “%1”")
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

void describeEmbed(QCommandLineParser &parser)
{
    describeAsking(parser);
    parser.addOptions({
        {u"dimensions"_s, CommandAskingText::tr("Length of the vectors, where the model can make shorter ones."),
         u"N"_s},
        {u"input"_s, CommandAskingText::tr("What the texts are: query or document."), u"USE"_s},
    });
}

Action embedAction(const QCommandLineParser &parser)
{
    EmbedOptions options{.texts = parser.positionalArguments().mid(1),
                         .model = parser.value(u"model"_s),
                         .keysFromEnvironment = parser.isSet(u"keys-from-env"_s),
                         .keysFromEnvironmentOf = namedKeysIn(parser)};
    if (options.texts.isEmpty() || options.texts.contains(QString()))
        return UsageError{.message =
                              CommandAskingText::tr("embed: expected texts, or “-” to read one from standard input")};
    if (options.model.isEmpty())
        return UsageError{.message = CommandAskingText::tr("embed: expected --model, got none")};
    if (parser.isSet(u"dimensions"_s)) {
        bool ok = false;
        options.dimensions = parser.value(u"dimensions"_s).toInt(&ok);
        if (!ok || *options.dimensions < 1)
            return UsageError{
                .message = CommandAskingText::tr("embed: --dimensions: expected a whole number above 0, got “%1”")
                               .arg(parser.value(u"dimensions"_s))};
    }
    const QString use = parser.value(u"input"_s);
    if (use == "query"_L1)
        options.use = chat::EmbeddingUse::Query;
    else if (use == "document"_L1)
        options.use = chat::EmbeddingUse::Document;
    else if (parser.isSet(u"input"_s))
        return UsageError{.message =
                              CommandAskingText::tr("embed: --input: expected query or document, got “%1”").arg(use)};
    return options;
}

void describeCount(QCommandLineParser &parser)
{
    describeAsking(parser);
    parser.addOption({u"system"_s, CommandAskingText::tr("System prompt."), u"TEXT"_s});
}

Action countAction(const QCommandLineParser &parser)
{
    const QString prompt = parser.positionalArguments().mid(1).join(u' ');
    if (prompt.isEmpty())
        return UsageError{.message =
                              CommandAskingText::tr("count: expected a prompt, or “-” to read it from standard input")};
    if (parser.value(u"model"_s).isEmpty())
        return UsageError{.message = CommandAskingText::tr("count: expected --model, got none")};
    return CountOptions{.prompt = prompt,
                        .model = parser.value(u"model"_s),
                        .system = parser.value(u"system"_s),
                        .keysFromEnvironment = parser.isSet(u"keys-from-env"_s),
                        .keysFromEnvironmentOf = namedKeysIn(parser)};
}

} // namespace sb::app
