// make-register [--seed S] [--days D] [--bodies] COUNT FILE: a register with COUNT made-up requests, the same for the
// same seed.
#include "tests/tools/traffic.h"

#include "core/usage/store/record_writer.h"
#include "core/usage/store/register_file.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;

namespace {

constexpr qint64 GroupSize = 10'000;

int fail(const Error &error)
{
    std::fprintf(stderr, "make-register: %s (%s)\n", qPrintable(error.message), qPrintable(error.detail));
    return 1;
}

/// Straight through the register's own writer, without its thread: thousands of requests a transaction.
bool writeGroup(Connection &connection, RecordWriter &writer, Traffic &traffic, qint64 count)
{
    connection.run("BEGIN IMMEDIATE");
    for (qint64 i = 0; i < count && !connection.failed(); ++i) {
        Traffic::Request request = traffic.next();
        request.settled.key = writer.open(request.opened, {}, true).key;
        (void)writer.settle(request.settled, true);
    }
    writer.flush();
    return connection.run("COMMIT");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"seed"_s, u"Seed."_s, u"S"_s, u"1"_s});
    parser.addOption({u"days"_s, u"Days over which the requests are spread."_s, u"D"_s, u"548"_s});
    parser.addOption({u"bodies"_s, u"With requests and answers."_s});
    parser.addPositionalArgument(u"COUNT"_s, u"Number of requests."_s);
    parser.addPositionalArgument(u"FILE"_s, u"The register; made or appended to."_s);
    parser.process(app);
    const QStringList arguments = parser.positionalArguments();
    const qint64 count = arguments.value(0).toLongLong();
    if (arguments.size() != 2 || count <= 0)
        parser.showHelp(2);

    Result<OpenedRegister> opened = openRegister(arguments.at(1), QTimeZone("Europe/Berlin"));
    if (!opened)
        return fail(opened.error());
    Traffic traffic({.seed = parser.value(u"seed"_s).toULongLong(),
                     .requests = count,
                     .days = parser.value(u"days"_s).toInt(),
                     .bodies = parser.isSet(u"bodies"_s)});
    RecordWriter writer(*opened->connection, opened->zone);
    writer.registerOwner(thisProcess());
    for (qint64 done = 0; done < count; done += GroupSize) {
        if (!writeGroup(*opened->connection, writer, traffic, std::min(GroupSize, count - done)))
            return fail(opened->connection->error());
    }
    opened->connection->run("PRAGMA wal_checkpoint(TRUNCATE)");
    return 0;
}
