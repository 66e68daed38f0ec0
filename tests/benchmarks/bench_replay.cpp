// bench-replay [REGISTER…]: a policy and a chain over recorded requests. Without an argument, over registers of 10,000
// and 1,000,000 requests that are made in the system's temporary folder. One JSON line a figure.
#include "tests/benchmarks/figures.h"
#include "tests/tools/traffic.h"

#include "core/lab/replay.h"
#include "core/usage/store/connection.h"
#include "core/usage/store/record_writer.h"
#include "core/usage/store/register_file.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace sb;
using namespace sb::bench;
using namespace Qt::StringLiterals;

namespace {

/// @param count of requests to real providers; an eighth of all is practice
bool makeRegister(const QString &path, qint64 count)
{
    auto opened = usage::openRegister(path, QTimeZone("Europe/Berlin"));
    if (!opened)
        return false;
    usage::Connection &connection = *opened->connection;
    connection.run("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 20000");
    const qint64 all = count * 8 / 7;
    usage::Traffic traffic({.requests = all});
    usage::RecordWriter writer(connection, opened->zone);
    for (qint64 done = 0; done < all;) {
        connection.run("BEGIN IMMEDIATE");
        for (const qint64 end = std::min(done + 20'000, all); done < end; ++done) {
            const usage::Traffic::Request request = traffic.next();
            const usage::RecordKey key = writer.append(request.opened, request.settled, false);
            if (request.vote)
                (void)writer.vote({.key = key, .kind = *request.vote, .at = request.opened.startedAt});
        }
        writer.flush();
        if (!connection.run("COMMIT"))
            return false;
    }
    return connection.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// What the kernel says of this program, in MB.
double memory(QByteArrayView what)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(what.toByteArray() + ':'))
            return line.mid(what.size() + 1).simplified().split(' ').value(0).toDouble() / 1'024;
    }
    return 0;
}

/// The peak begins anew.
void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

lab::ReplaySpec specOf(const QString &path)
{
    const usage::TrafficWorld world = usage::trafficWorld();
    return {.registerPath = path,
            .policy = usage::otherTrafficPolicy(),
            .chains = world.chains,
            .knownPolicies = {world.policy},
            .catalog = world.catalog,
            .until = usage::Traffic::Options().end + std::chrono::days{1}};
}

/// @return false when it did not come to its end
bool measure(const QByteArray &name, const lab::ReplaySpec &spec)
{
    forgetPeak();
    const double held = memory("VmRSS");
    const double before = processMicroseconds();
    QElapsedTimer timer;
    timer.start();
    lab::Replay replay(spec);
    Result<lab::ReplayReport> report = failure(Error::Kind::Internal, u"never"_s);
    QObject::connect(&replay, &lab::Replay::finished, qApp, [&report](const Result<lab::ReplayReport> &outcome) {
        report = outcome;
        QCoreApplication::quit();
    });
    replay.start();
    QCoreApplication::exec();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    if (!report) {
        std::fprintf(stderr, "bench-replay: %s\n", qPrintable(report.error().message));
        return false;
    }
    const QByteArray what = QByteArray::number(report->requests) + " requests, "
        + QByteArray::number(report->compared - report->standing) + " of them planned again";
    bench::report(name + "_wall", seconds, "s", withLoad(what));
    bench::report(name + "_cpu", (processMicroseconds() - before) / 1e6, "s", what + ", all threads");
    bench::report(name + "_rate", double(report->requests) / seconds, "requests/s", withLoad(what));
    bench::report(name + "_memory", memory("VmHWM") - held, "MB", "at the peak, more than before");
    return true;
}

bool measureAll(const QByteArray &size, const QString &path)
{
    lab::ReplaySpec spec = specOf(path);
    if (!measure("replay_policy_" + size, spec))
        return false;
    spec.policy->weights.perSecond = {20'000'000}; // other weights: every request is planned again
    if (!measure("replay_weights_" + size, spec))
        return false;
    spec.policy.reset();
    spec.chain = spec.chains.constFirst();
    spec.chain->steps.removeFirst();
    return measure("replay_chain_" + size, spec);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList given = app.arguments().mid(1);
    for (const QString &path : given) {
        if (!measureAll("given", path))
            return 1;
    }
    if (!given.isEmpty())
        return 0;
    const QTemporaryDir folder;
    for (const qint64 count : {10'000, 1'000'000}) {
        const QByteArray size = count == 10'000 ? "10k" : "1m";
        const QString path = folder.filePath(QString::fromLatin1(size) + u".sqlite"_s);
        if (!makeRegister(path, count) || !measureAll(size, path))
            return 1;
    }
    return 0;
}
