#include "app/command_line.h"

#include "tests/testing/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::app;

namespace {

CommandLine parsed(const QStringList &arguments)
{
    return parseCommandLine(QStringList{u"signalbox"_s} + arguments);
}

} // namespace

class TstCommandLine : public QObject
{
    Q_OBJECT
private slots:
    void anAskIsUnderstood_data();
    void anAskIsUnderstood();
    void embedAndCountAreUnderstood();
    void explainIsUnderstood_data();
    void explainIsUnderstood();
    void whatMakesNoSenseIsAUsageError_data();
    void whatMakesNoSenseIsAUsageError();
    void withoutACommandTheWindowOpens();
    void theProfileIsGivenBeforeOrBehindTheCommand();
    void helpShowsExamples_data();
    void helpShowsExamples();
    void theVersionIsPrinted();
};

void TstCommandLine::anAskIsUnderstood_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<AskOptions>("options");
    QTest::newRow("a prompt") << QStringList{u"ask"_s, u"Why?"_s} << AskOptions{.prompt = u"Why?"_s};
    QTest::newRow("a prompt without quotes")
        << QStringList{u"ask"_s, u"Why"_s, u"me?"_s} << AskOptions{.prompt = u"Why me?"_s};
    QTest::newRow("from standard input") << QStringList{u"ask"_s, u"-"_s} << AskOptions{.prompt = u"-"_s};
    QTest::newRow("a prompt that looks like an option")
        << QStringList{u"ask"_s, u"--"_s, u"--why"_s} << AskOptions{.prompt = u"--why"_s};
    QTest::newRow("a model") << QStringList{u"ask"_s, u"--model"_s, u"a/b"_s, u"Why?"_s}
                             << AskOptions{.prompt = u"Why?"_s, .model = u"a/b"_s};
    QTest::newRow("a chain and all else")
        << QStringList{u"ask"_s,      u"Why?"_s,      u"--chain"_s, u"night"_s,
                       u"--system"_s, u"Be brief."_s, u"--json"_s,  u"--keys-from-env"_s}
        << AskOptions{.prompt = u"Why?"_s,
                      .chain = u"night"_s,
                      .system = u"Be brief."_s,
                      .json = true,
                      .keysFromEnvironment = true};
    QTest::newRow("a limit of its cost")
        << QStringList{u"ask"_s, u"--max-cost"_s, u"0.01"_s, u"--model"_s, u"auto"_s, u"Why?"_s}
        << AskOptions{.prompt = u"Why?"_s, .model = u"auto"_s, .maxCost = NanoDollars{10'000'000}};
    QTest::newRow("keys of named providers")
        << QStringList{u"ask"_s, u"--keys-from-env=acme,other"_s, u"Why?"_s, u"--keys-from-env=third"_s}
        << AskOptions{.prompt = u"Why?"_s, .keysFromEnvironmentOf = {u"acme"_s, u"other"_s, u"third"_s}};
    QTest::newRow("keys of the shipped and of a named provider")
        << QStringList{u"ask"_s, u"--keys-from-env"_s, u"--keys-from-env=acme"_s, u"Why?"_s}
        << AskOptions{.prompt = u"Why?"_s, .keysFromEnvironment = true, .keysFromEnvironmentOf = {u"acme"_s}};
    QTest::newRow("a prompt that names keys")
        << QStringList{u"ask"_s, u"--"_s, u"--keys-from-env=acme"_s} << AskOptions{.prompt = u"--keys-from-env=acme"_s};
}

void TstCommandLine::anAskIsUnderstood()
{
    QFETCH(QStringList, arguments);
    const CommandLine line = parsed(arguments);
    QVERIFY(std::holds_alternative<AskOptions>(line.action));
    QTEST(std::get<AskOptions>(line.action), "options");
}

void TstCommandLine::embedAndCountAreUnderstood()
{
    const CommandLine embed =
        parsed({u"embed"_s, u"--model"_s, u"a/b"_s, u"One"_s, u"and two"_s, u"--dimensions"_s, u"64"_s, u"--input"_s,
                u"document"_s, u"--keys-from-env=acme"_s, u"--profile"_s, u"/p"_s});
    QCOMPARE(embed.profileRoot, u"/p"_s);
    QVERIFY(std::holds_alternative<EmbedOptions>(embed.action));
    QCOMPARE(std::get<EmbedOptions>(embed.action),
             (EmbedOptions{.texts = {u"One"_s, u"and two"_s},
                           .model = u"a/b"_s,
                           .dimensions = 64,
                           .use = sb::chat::EmbeddingUse::Document,
                           .keysFromEnvironmentOf = {u"acme"_s}}));
    const CommandLine count = parsed({u"count"_s, u"--model"_s, u"a/b"_s, u"--system"_s, u"Be brief."_s,
                                      u"--keys-from-env"_s, u"How"_s, u"many?"_s});
    QVERIFY(std::holds_alternative<CountOptions>(count.action));
    QCOMPARE(std::get<CountOptions>(count.action),
             (CountOptions{
                 .prompt = u"How many?"_s, .model = u"a/b"_s, .system = u"Be brief."_s, .keysFromEnvironment = true}));
}

void TstCommandLine::explainIsUnderstood_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<ExplainOptions>("options");
    QTest::newRow("a number") << QStringList{u"12"_s} << ExplainOptions{.request = 12};
    QTest::newRow("as the window shows it") << QStringList{u"#12"_s} << ExplainOptions{.request = 12};
    QTest::newRow("of practice, as JSON") << QStringList{u"--practice"_s, u"3"_s, u"--json"_s}
                                          << ExplainOptions{.request = 3, .practice = true, .json = true};
}

void TstCommandLine::explainIsUnderstood()
{
    QFETCH(QStringList, arguments);
    const CommandLine line = parsed(QStringList{u"explain"_s} + arguments);
    QVERIFY(std::holds_alternative<ExplainOptions>(line.action));
    QTEST(std::get<ExplainOptions>(line.action), "options");
}

void TstCommandLine::whatMakesNoSenseIsAUsageError_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("no prompt") << QStringList{u"ask"_s} << u"prompt"_s;
    QTest::newRow("an empty prompt") << QStringList{u"ask"_s, QString(u""_s)} << u"prompt"_s;
    QTest::newRow("model and chain") << QStringList{u"ask"_s, u"--model"_s, u"a/b"_s, u"--chain"_s, u"c"_s, u"Why?"_s}
                                     << u"--chain"_s;
    QTest::newRow("a limit in words") << QStringList{u"ask"_s, u"--max-cost"_s, u"little"_s, u"Why?"_s}
                                      << u"--max-cost"_s;
    QTest::newRow("an unknown option") << QStringList{u"ask"_s, u"--colour"_s, u"Why?"_s} << u"colour"_s;
    QTest::newRow("an option of ask without ask") << QStringList{u"--json"_s} << u"json"_s;
    QTest::newRow("an unknown command") << QStringList{u"answer"_s, u"Why?"_s} << u"answer"_s;
    const QStringList embed{u"embed"_s, u"--model"_s, u"a/b"_s};
    QTest::newRow("embed without a text") << embed << u"expected texts"_s;
    QTest::newRow("embed with an empty text") << embed + QStringList{u"One"_s, QString(u""_s)} << u"expected texts"_s;
    QTest::newRow("embed without a model") << QStringList{u"embed"_s, u"One"_s} << u"--model"_s;
    QTest::newRow("no length of vectors") << embed + QStringList{u"--dimensions"_s, u"none"_s, u"One"_s} << u"none"_s;
    QTest::newRow("vectors of no length") << embed + QStringList{u"--dimensions"_s, u"0"_s, u"One"_s} << u"“0”"_s;
    QTest::newRow("an unknown use") << embed + QStringList{u"--input"_s, u"song"_s, u"One"_s} << u"song"_s;
    QTest::newRow("an option of ask for embed") << embed + QStringList{u"--system"_s, u"x"_s, u"One"_s} << u"system"_s;
    QTest::newRow("count without a prompt") << QStringList{u"count"_s, u"--model"_s, u"a/b"_s} << u"prompt"_s;
    QTest::newRow("count without a model") << QStringList{u"count"_s, u"Hello"_s} << u"--model"_s;
    QTest::newRow("explain without a number") << QStringList{u"explain"_s} << u"expected the number"_s;
    QTest::newRow("explain a word") << QStringList{u"explain"_s, u"it"_s} << u"“it”"_s;
    QTest::newRow("explain the request before the first") << QStringList{u"explain"_s, u"0"_s} << u"“0”"_s;
    QTest::newRow("explain two") << QStringList{u"explain"_s, u"1"_s, u"2"_s} << u"“1 2”"_s;
    QTest::newRow("an option without its value") << QStringList{u"ask"_s, u"Why?"_s, u"--model"_s} << u"model"_s;
}

void TstCommandLine::whatMakesNoSenseIsAUsageError()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const CommandLine line = parsed(arguments);
    QVERIFY(std::holds_alternative<UsageError>(line.action));
    const QString message = std::get<UsageError>(line.action).message;
    QVERIFY2(message.contains(says), qPrintable(message));
}

void TstCommandLine::withoutACommandTheWindowOpens()
{
    QVERIFY(std::holds_alternative<OpenWindow>(parsed({}).action));
    QVERIFY(std::holds_alternative<OpenWindow>(parsed({u"--profile"_s, u"/p"_s}).action));
}

void TstCommandLine::theProfileIsGivenBeforeOrBehindTheCommand()
{
    QCOMPARE(parsed({u"--profile"_s, u"/p"_s, u"ask"_s, u"Why?"_s}).profileRoot, u"/p"_s);
    QCOMPARE(parsed({u"ask"_s, u"Why?"_s, u"--profile"_s, u"/p"_s}).profileRoot, u"/p"_s);
    QCOMPARE(parsed({u"ask"_s, u"Why?"_s}).profileRoot, QString());
}

void TstCommandLine::helpShowsExamples_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("of the program") << QStringList{u"--help"_s};
    QTest::newRow("of ask") << QStringList{u"ask"_s, u"--help"_s};
    QTest::newRow("of embed") << QStringList{u"embed"_s, u"--help"_s};
    QTest::newRow("of count") << QStringList{u"count"_s, u"--help"_s};
    QTest::newRow("of import") << QStringList{u"import"_s, u"--help"_s};
    QTest::newRow("of export") << QStringList{u"export"_s, u"--help"_s};
    QTest::newRow("of ask with a prompt") << QStringList{u"ask"_s, u"-h"_s, u"Why?"_s};
}

void TstCommandLine::helpShowsExamples()
{
    QFETCH(QStringList, arguments);
    const CommandLine line = parsed(arguments);
    QVERIFY(std::holds_alternative<Print>(line.action));
    const QString text = std::get<Print>(line.action).text;
    for (const QString &command : {u"ask --chain sample"_s, u"embed --model"_s, u"count --model"_s})
        QVERIFY(text.contains(u"signalbox "_s + command));
}

void TstCommandLine::theVersionIsPrinted()
{
    QCOMPARE(std::get<Print>(parsed({u"--version"_s}).action).text,
             u"signalbox %1\n"_s.arg(QLatin1String(SIGNALBOX_VERSION)));
}

static const bool tstCommandLine = sb::testing::add<TstCommandLine>();

#include "tst_command_line.moc"
