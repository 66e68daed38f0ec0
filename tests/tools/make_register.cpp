// make-register [--seed S] [--days D] [--bodies] [--conversations N] COUNT FILE: a register with COUNT made-up
// requests, the same for the same seed. With N, as many conversations in the folder of FILE, which is then a profile
// when FILE is named usage.sqlite.
#include "tests/tools/conversations.h"
#include "tests/tools/traffic.h"

#include "core/profile/conversation_files.h"
#include "core/usage/store/connection.h"
#include "core/usage/store/record_writer.h"
#include "core/usage/store/register_file.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>
#include <future>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;

namespace {

// Small enough to stay in the processor's cache between being made and being written.
constexpr qint64 ChunkSize = 500;
constexpr int ChunksOfACommit = 40;

int fail(const Error &error)
{
    std::fprintf(stderr, "make-register: %s (%s)\n", qPrintable(error.message), qPrintable(error.detail));
    return 1;
}

using Chunk = std::vector<Traffic::Request>;

Chunk makeChunk(Traffic &traffic, qint64 count)
{
    Chunk chunk;
    chunk.reserve(size_t(count));
    while (qint64(chunk.size()) < count)
        chunk.push_back(traffic.next());
    return chunk;
}

Result<void> writeRequests(const QString &path, const Traffic::Options &options)
{
    Result<OpenedRegister> opened = openRegister(path, QTimeZone("Europe/Berlin"));
    if (!opened)
        return tl::unexpected(opened.error());
    Connection &connection = *opened->connection;
    // This file can be made again: it need not survive a crash while it is made.
    connection.run("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 20000");
    Traffic traffic(options);
    RecordWriter writer(connection, opened->zone);
    writer.registerOwner(thisProcess());
    const auto make = [&traffic, &options](qint64 done) {
        return makeChunk(traffic, std::clamp<qint64>(options.requests - done, 0, ChunkSize));
    };
    // Straight through the register's own writer, without its thread: thousands of requests a transaction.
    Chunk chunk = make(0);
    for (qint64 done = 0; !chunk.empty();) {
        connection.run("BEGIN IMMEDIATE");
        for (int i = 0; i < ChunksOfACommit && !chunk.empty(); ++i) {
            done += qint64(chunk.size());
            auto next = std::async(std::launch::async, make, done); // the other core makes up the next ones meanwhile
            for (const Traffic::Request &request : chunk) {
                const RecordKey key = writer.append(request.opened, request.settled, true);
                if (request.vote) // a minute later; keys are there, so that it cannot be refused
                    (void)writer.vote(
                        {.key = key, .kind = *request.vote, .at = request.opened.startedAt + std::chrono::minutes{1}});
            }
            chunk = next.get();
        }
        writer.flush();
        if (!connection.run("COMMIT"))
            return tl::unexpected(connection.error());
    }
    connection.run("PRAGMA synchronous = NORMAL; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize");
    return {};
}

Result<void> writeConversations(const QString &folder, quint64 seed, int count, WallTime newest)
{
    const Result<profile::Paths> paths = profile::prepare(folder);
    if (!paths)
        return tl::unexpected(paths.error());
    SeededRandom random(seed);
    for (int i = 0; i < count; ++i) {
        const auto saved = profile::saveConversation(*paths, profile::madeUpConversation(random, i, newest));
        if (!saved)
            return tl::unexpected(saved.error());
    }
    return {};
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
    parser.addOption({u"conversations"_s, u"So many conversations in the folder of FILE."_s, u"N"_s, u"0"_s});
    parser.addPositionalArgument(u"COUNT"_s, u"Number of requests."_s);
    parser.addPositionalArgument(u"FILE"_s, u"The register; made or appended to."_s);
    parser.process(app);
    const QStringList arguments = parser.positionalArguments();
    const qint64 count = arguments.value(0).toLongLong();
    if (arguments.size() != 2 || count <= 0)
        parser.showHelp(2);

    const Traffic::Options options{.seed = parser.value(u"seed"_s).toULongLong(),
                                   .requests = count,
                                   .days = parser.value(u"days"_s).toInt(),
                                   .bodies = parser.isSet(u"bodies"_s)};
    const int conversations = parser.value(u"conversations"_s).toInt();
    const QString folder = QFileInfo(arguments.at(1)).absolutePath();
    if (conversations > 0) {
        if (const auto written = writeConversations(folder, options.seed, conversations, options.end); !written)
            return fail(written.error());
    }
    if (const auto written = writeRequests(arguments.at(1), options); !written)
        return fail(written.error());
    return 0;
}
