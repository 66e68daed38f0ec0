// bench-recording [DIR [CASE]]: how fast requests are recorded, in a new register below DIR (default: the system's
// temporary folder); all cases, or the one of that name. One JSON line a figure. Measure with the release preset.
#include "tests/benchmarks/figures.h"
#include "tests/tools/traffic.h"

#include "core/usage/register.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <atomic>
#include <numeric>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::bench;
using namespace sb::usage;

namespace {

constexpr int MaxInFlight = 256;

std::atomic<int> flushes{0};

int flush(int file)
{
    return int(syscall(SYS_fdatasync, file));
}

struct Case
{
    const char *name = "";
    const char *includes = "";
    int requests = 0;
    int inFlight = 1;
    bool full = false;
    bool bodies = false;
    bool limits = true;
};

} // namespace

/// The C library's, counted on the way: SQLite finds this one first.
extern "C" int fdatasync(int file)
{
    ++flushes;
    return flush(file);
}

namespace {

/// The most that the disk gives: writes of the size of a commit over a file that is there, each flushed.
void measureDisk(const QString &folder)
{
    constexpr int Times = 300;
    constexpr off_t Places = 512;
    const QByteArray commit(7 * 4'120, 'x'); // pages of a request in the write-ahead log
    const int file = open(QFile::encodeName(folder + u"/flushes"_s).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const auto write = [&](off_t place) {
        if (pwrite(file, commit.constData(), size_t(commit.size()), place * commit.size()) != commit.size())
            qFatal("cannot write to %s", qPrintable(folder));
    };
    for (off_t place = 0; place < Places; ++place)
        write(place);
    flush(file);
    std::vector<double> times;
    for (off_t place = 0; place < Times; ++place) {
        QElapsedTimer timer;
        timer.start();
        write(place);
        flush(file);
        times.push_back(double(timer.nsecsElapsed()) / 1'000);
    }
    close(file);
    report("disk_flush_p50", quantile(times, 0.5), "us", withLoad("a commit's pages over a file, then fdatasync"));
    report("disk_flushes", 1e6 * Times / std::accumulate(times.begin(), times.end(), 0.0), "flushes/s",
           withLoad("the same one after the other: two of them are the least that a request with FULL can take"));
}

/// Keeps some requests in flight, each opened, acknowledged, settled and acknowledged.
class Load : public QObject
{
public:
    Load(Register &usage, const QList<Traffic::Request> &requests)
        : m_usage(usage)
        , m_requests(requests)
    {
        connect(&usage, &Register::opened, this, [this](Ticket ticket, const OpenOutcome &outcome) {
            if (outcome.kind != OpenOutcome::Kind::Opened)
                qFatal("refused: %s", qPrintable(outcome.error.message));
            Settlement settlement = m_requests.at(m_opening.take(ticket)).settled;
            settlement.key = outcome.key;
            m_usage.settle(settlement);
        });
        connect(&usage, &Register::settled, this, [this] {
            ++m_done;
            openNext();
        });
    }
    void run(int inFlight)
    {
        for (int i = 0; i < inFlight; ++i)
            openNext();
        while (m_done < m_requests.size())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

private:
    void openNext()
    {
        if (m_next < m_requests.size()) {
            m_opening.insert(m_usage.open(m_requests.at(m_next).opened), m_next);
            ++m_next;
        }
    }

    Register &m_usage;
    const QList<Traffic::Request> &m_requests;
    QHash<Ticket, qsizetype> m_opening;
    qsizetype m_next = 0;
    qsizetype m_done = 0;
};

void measure(const Case &what, const QString &folder)
{
    const QString path = u"%1/%2.sqlite"_s.arg(folder, QString::fromLatin1(what.name));
    Traffic traffic({.requests = what.requests, .days = 2, .bodies = what.bodies});
    QList<Traffic::Request> requests;
    for (int i = 0; i < what.requests; ++i)
        requests.append(traffic.next());

    constexpr qint64 ManyDollars = 1'000'000'000'000'000;
    RegisterOptions options{.path = path, .full = what.full};
    if (what.limits) {
        options.limits.daily = budget::Limit{.period = budget::Period::Day, .amount = {ManyDollars}};
        options.limits.monthly = budget::Limit{.period = budget::Period::Month, .amount = {ManyDollars}};
    }
    const SystemClock clock;
    double seconds = 0;
    double cpu = 0;
    int flushed = 0;
    if (what.full)
        measureDisk(folder);
    {
        Register usage(options, clock);
        usage.start();
        Load load(usage, requests);
        QElapsedTimer timer;
        timer.start();
        const double cpuBefore = processMicroseconds();
        const int flushesBefore = flushes;
        load.run(what.inFlight);
        seconds = double(timer.nsecsElapsed()) / 1e9;
        cpu = processMicroseconds() - cpuBefore;
        flushed = flushes - flushesBefore;
    }
    report(what.name, what.requests / seconds, "requests/s", withLoad(what.includes));
    report(QByteArray(what.name) + "_cpu", cpu / what.requests, "us of CPU/request", what.includes);
    report(QByteArray(what.name) + "_flushes", double(flushed) / what.requests, "flushes/request", what.includes);
    report(QByteArray(what.name) + "_size", double(QFileInfo(path).size()) / what.requests, "bytes/request",
           QByteArray(what.includes) + "; the file after the last checkpoint, decisions included");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) + u"/bench-XXXXXX"_s : QString());
    const Case cases[] = {
        {.name = "recording_one_by_one",
         .includes = "open, ack, settle, ack through the event loop; daily and monthly limit; NORMAL",
         .requests = 10'000},
        {.name = "recording_grouped",
         .includes = "256 in flight; daily and monthly limit; NORMAL",
         .requests = 60'000,
         .inFlight = MaxInFlight},
        {.name = "recording_one_by_one_full", .includes = "as one by one, with FULL", .requests = 5'000, .full = true},
        {.name = "recording_eight_full",
         .includes = "8 in flight; daily and monthly limit; FULL",
         .requests = 5'000,
         .inFlight = 8,
         .full = true},
        {.name = "recording_grouped_full",
         .includes = "as grouped, with FULL",
         .requests = 40'000,
         .inFlight = MaxInFlight,
         .full = true},
        {.name = "recording_grouped_bodies",
         .includes = "as grouped, with request and answer of conversations of eight turns, indexed for search",
         .requests = 10'000,
         .inFlight = MaxInFlight,
         .bodies = true},
    };
    for (const Case &what : cases) {
        if (argc < 3 || qstrcmp(argv[2], what.name) == 0)
            measure(what, folder.path());
    }
    return 0;
}
