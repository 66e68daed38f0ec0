// traffic-conformance [--seed S] [--constructed FILE] [DIR]: runs recorded exchanges through net, dialects and engine
// and compares with what is expected. Exit code 0 when enough of all and of each API passed and all lines could be
// read.
#include "tests/conformance/conformance_report.h"
#include "tests/conformance/conformance_run.h"
#include "tests/testing/testing.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::testing;

namespace {

constexpr int FailedExit = 1;
constexpr int UsageExit = 2;

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
}

int complain(const QString &message)
{
    std::fputs(qPrintable(u"traffic-conformance: "_s + message + u'\n'), stderr);
    return UsageExit;
}

/// Where the exchanges are, and those written by hand beside them.
struct Sources
{
    QString folder = {};
    QString constructed = {}; ///< empty: none
};

/// Recordings are large and kept apart from the source; without them our own fixtures still say something.
Sources sourcesOf(const QCommandLineParser &parser)
{
    QString folder = parser.positionalArguments().value(0);
    if (folder.isEmpty())
        folder = qEnvironmentVariable("SIGNALBOX_TRAFFIC");
    if (folder.isEmpty()) {
        say(u"Recorded traffic is skipped: no folder is named and SIGNALBOX_TRAFFIC is not set. "
            "What follows are our own fixtures."_s);
        folder = inSource(u"tests/fixtures/traffic"_s);
    }
    const QString beside = QFileInfo(folder).absolutePath() + u"/constructed/errors.jsonl"_s;
    QString constructed = parser.value(u"constructed"_s);
    if (constructed.isEmpty() && QFileInfo::exists(beside))
        constructed = beside;
    return {.folder = folder, .constructed = constructed};
}

struct Outcome
{
    QList<Verdict> verdicts = {};
    std::optional<Error> error = {};
};

Outcome runAll(const QList<Exchange> &exchanges, quint64 seed)
{
    Outcome outcome;
    ConformanceRun run(exchanges, {.seed = seed});
    QObject::connect(
        &run, &ConformanceRun::finished, &run,
        [&outcome](const QList<Verdict> &verdicts) {
            outcome.verdicts = verdicts;
            QCoreApplication::exit();
        },
        Qt::QueuedConnection);
    QObject::connect(
        &run, &ConformanceRun::failed, &run,
        [&outcome](const Error &error) {
            outcome.error = error;
            QCoreApplication::exit();
        },
        Qt::QueuedConnection);
    run.start();
    QCoreApplication::exec();
    return outcome;
}

/// Written by hand, so that they say nothing about real traffic: in a section of their own, and not in the last line.
/// @return whether all are as expected, or differ on purpose
bool printConstructed(const QList<Verdict> &verdicts, const QStringList &errors)
{
    qint64 passed = 0;
    qint64 total = 0;
    bool good = errors.isEmpty();
    say(u"constructed (written by hand, not part of the counts below)"_s);
    for (const QString &error : errors)
        say(u"  FAILED %1"_s.arg(error));
    for (const Verdict &verdict : verdicts) {
        total += verdict.spoken ? 1 : 0;
        passed += verdict.spoken && verdict.differences.isEmpty() ? 1 : 0;
        const bool onPurpose = differsOnPurpose(verdict.id);
        good = good && (verdict.differences.isEmpty() || onPurpose);
        for (const QString &difference : verdict.differences)
            say(u"  %1 %2: %3"_s.arg(onPurpose ? u"ON PURPOSE"_s : u"FAILED"_s, QString::fromUtf8(verdict.id),
                                     difference));
    }
    say(u"  %1 of %2 passed, %3 not run: their dialects are not spoken yet"_s.arg(passed).arg(total).arg(verdicts.size()
                                                                                                         - total));
    return good;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Runs recorded exchanges and compares with what is expected."_s);
    parser.addHelpOption();
    parser.addOptions({{u"seed"_s, u"Seed of the places where bodies are split."_s, u"S"_s, u"1"_s},
                       {u"constructed"_s, u"Exchanges written by hand; reported apart."_s, u"FILE"_s}});
    parser.addPositionalArgument(u"DIR"_s, u"Folder of recorded exchanges; else $SIGNALBOX_TRAFFIC."_s, u"[DIR]"_s);
    parser.process(app);
    const quint64 seed = parser.value(u"seed"_s).toULongLong();
    const Sources sources = sourcesOf(parser);
    if (!QFileInfo::exists(sources.folder))
        return complain(u"there is no folder %1"_s.arg(sources.folder));
    const Exchanges read = readExchanges({sources.folder});
    if (read.all.isEmpty() && read.errors.isEmpty())
        return complain(u"there is no exchange in %1"_s.arg(sources.folder));

    bool good = true;
    if (!sources.constructed.isEmpty()) {
        const Exchanges constructed = readExchanges({sources.constructed});
        const Outcome outcome = runAll(constructed.all, seed);
        if (outcome.error)
            return complain(outcome.error->message);
        good = printConstructed(outcome.verdicts, constructed.errors);
    }
    const Outcome outcome = runAll(read.all, seed);
    if (outcome.error)
        return complain(outcome.error->message);
    const ConformanceReport report(outcome.verdicts, read.errors);
    for (const QString &line : report.lines() + report.shortcomings())
        say(line);
    say(report.lastLine());
    return good && report.shortcomings().isEmpty() ? 0 : FailedExit;
}
