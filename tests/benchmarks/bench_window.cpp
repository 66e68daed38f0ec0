// bench-window [--runs N] WINDOW PROFILE…: how long signalbox-window (WINDOW) takes to its first painted window, and
// what it holds when it has come to rest, for an empty profile and for each PROFILE (a folder that make-register
// filled). One JSON line a figure. The program is the real one, offscreen; that it painted is told by Qt itself (the
// log category qt.widgets.painting), since no hook of ours should be in what is measured.
#include "tests/benchmarks/figures.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace sb::bench;

namespace {

constexpr int PatienceMs = 60'000;

QProcessEnvironment environment()
{
    QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
    env.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    env.insert(u"QT_LOGGING_RULES"_s, u"qt.widgets.painting=true"_s);
    return env;
}

/// One start of the program.
class Window
{
public:
    Window(const QString &program, const QString &profile)
    {
        m_process.setProcessEnvironment(environment());
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_clock.start();
        m_process.start(program, {u"--profile"_s, profile});
    }
    ~Window()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5'000))
            m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Window)

    struct FirstPaint
    {
        double wallMs = 0;
        double cpuMs = 0; ///< all threads
    };
    std::optional<FirstPaint> waitForFirstPaint()
    {
        QByteArray said;
        while (m_process.waitForReadyRead(PatienceMs)) {
            const FirstPaint now{.wallMs = double(m_clock.nsecsElapsed()) / 1e6,
                                 .cpuMs = microsecondsOf(m_process.processId()) / 1e3};
            said += m_process.readAll();
            if (said.contains("Flushing"))
                return now;
        }
        std::fprintf(stderr, "bench-window: nothing was painted. %s\n", said.constData());
        return std::nullopt;
    }

    /// Until it has used less than a hundredth of a core over two seconds.
    void waitForRest()
    {
        QElapsedTimer patience;
        patience.start();
        double before = microsecondsOf(m_process.processId());
        for (double used = 1e6; used > 20'000 && patience.elapsed() < PatienceMs;) {
            (void)m_process.waitForFinished(2'000); // lets it run, and reads what it says
            const double now = microsecondsOf(m_process.processId());
            used = now - before;
            before = now;
        }
    }

    /// In kilobytes, such as "Rss" and "Pss".
    [[nodiscard]] double memory(const QByteArray &what) const
    {
        QFile file(u"/proc/%1/smaps_rollup"_s.arg(m_process.processId()));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(what + ':'))
                return line.simplified().split(' ').value(1).toDouble();
        }
        return 0;
    }
    [[nodiscard]] double cpuMs() const { return microsecondsOf(m_process.processId()) / 1e3; }

private:
    QProcess m_process;
    QElapsedTimer m_clock;
};

bool measure(const QByteArray &name, const QByteArray &includes, const QString &program, const QString &profile,
             int runs)
{
    std::vector<double> wall;
    std::vector<double> cpu;
    for (int run = 0; run <= runs; ++run) {
        Window window(program, profile);
        const auto painted = window.waitForFirstPaint();
        if (!painted)
            return false;
        if (run == 0)
            continue; // warms the caches, makes the profile
        wall.push_back(painted->wallMs);
        cpu.push_back(painted->cpuMs);
    }
    const QByteArray what = "process start to the first paint, warm, offscreen, " + includes;
    report("window." + name + "_first_paint_min", quantile(wall, 0), "ms", withLoad(what));
    report("window." + name + "_first_paint_p50", quantile(wall, 0.5), "ms", withLoad(what));
    report("window." + name + "_first_paint_cpu_min", quantile(cpu, 0), "ms of CPU", what + "; all threads");
    report("window." + name + "_first_paint_cpu_p50", quantile(cpu, 0.5), "ms of CPU", what + "; all threads");

    Window window(program, profile);
    if (!window.waitForFirstPaint())
        return false;
    window.waitForRest();
    report("window." + name + "_rss", window.memory("Rss") / 1'024, "MB", "at rest, offscreen, " + includes);
    report("window." + name + "_pss", window.memory("Pss") / 1'024, "MB", "at rest, offscreen, " + includes);
    report("window." + name + "_private", window.memory("Private_Dirty") / 1'024, "MB",
           "at rest, private and written, " + includes);
    report("window." + name + "_rest_cpu", window.cpuMs(), "ms of CPU", "process start to rest, " + includes);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"runs"_s, u"Starts that are measured."_s, u"N"_s, u"20"_s});
    parser.addPositionalArgument(u"WINDOW"_s, u"The program signalbox-window."_s);
    parser.addPositionalArgument(u"PROFILE"_s, u"Profiles beside an empty one."_s, u"[PROFILE…]"_s);
    parser.process(app);
    QStringList arguments = parser.positionalArguments();
    if (arguments.isEmpty())
        parser.showHelp(2);
    const QString program = arguments.takeFirst();
    const int runs = std::max(1, parser.value(u"runs"_s).toInt());

    const QTemporaryDir folder;
    if (!measure("empty", "empty profile", program, folder.filePath(u"profile"_s), runs))
        return 1;
    for (const QString &profile : std::as_const(arguments)) {
        const QByteArray name = QFileInfo(profile).fileName().toUtf8();
        if (!measure(name, "profile " + name, program, profile, runs))
            return 1;
    }
    return 0;
}
