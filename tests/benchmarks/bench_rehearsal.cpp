// bench-rehearsal: how long a chain takes through every fault, the thread's start and its register included. One JSON
// line a figure.
#include "tests/benchmarks/figures.h"
#include "tests/lab/company.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

using namespace sb;
using namespace sb::bench;
using namespace sb::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int Runs = 5;

QList<Member> membersOf(int count)
{
    QList<Member> members;
    for (int i = 0; i < count; ++i)
        members.append({.id = u"p%1"_s.arg(i), .local = i + 1 == count, .prefill = true});
    return members;
}

/// @return false when it did not come to its end
bool measure(const QByteArray &name, int steps)
{
    std::vector<double> wall;
    std::vector<double> cpu;
    qsizetype faults = 0;
    for (int run = 0; run < Runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        const double before = processMicroseconds();
        const Result<lab::Scorecard> scorecard = rehearsed(specOf(membersOf(steps)));
        if (!scorecard)
            return false;
        wall.push_back(double(timer.nsecsElapsed()) / 1e6);
        cpu.push_back((processMicroseconds() - before) / 1e3);
        faults = scorecard->results.size();
    }
    const QByteArray what = QByteArray::number(faults) + " faults, " + QByteArray::number(steps) + " steps, median of "
        + QByteArray::number(Runs);
    report(name + "_wall", quantile(wall, 0.5), "ms", withLoad(what));
    report(name + "_cpu", quantile(cpu, 0.5), "ms", what + ", all threads");
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const bool done = measure("rehearsal_3_steps", 3) && measure("rehearsal_40_steps", 40);
    return done ? 0 : 1;
}
