#pragma once

#include <QByteArray>

#include <vector>

namespace sb::bench {

/// Prints one figure as a line of JSON on standard output.
/// @param includes what was measured, in words
void report(const QByteArray &name, double value, const char *unit, const QByteArray &includes);

/// What this thread, or all threads of this program, have run so far: other programs on the machine do not count.
[[nodiscard]] double threadMicroseconds();
[[nodiscard]] double processMicroseconds();
/// What another process has run so far, all of its threads; 0 when there is none of that number.
[[nodiscard]] double microsecondsOf(qint64 pid);

/// The p-quantile (nearest rank); the sample must not be empty.
[[nodiscard]] double quantile(std::vector<double> sample, double p);

/// ", load 3.1": the machine's load average now, which belongs beside every figure of wall-clock time.
[[nodiscard]] QByteArray withLoad(const QByteArray &includes);

/// Of many runs, in CPU time of this thread: the fastest one. What disturbs a run only ever makes it slower.
template <typename Work>
[[nodiscard]] double fastestMicroseconds(int runs, Work work)
{
    double best = 0;
    for (int run = 0; run < runs; ++run) {
        const double start = threadMicroseconds();
        work();
        const double took = threadMicroseconds() - start;
        best = run == 0 || took < best ? took : best;
    }
    return best;
}

} // namespace sb::bench
