#include "tests/benchmarks/figures.h"

#include "core/base/json.h"

#include <QFile>
#include <QString>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

#include <stdlib.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sb::bench {

namespace {

double microsecondsOfClock(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e6 + double(time.tv_nsec) / 1e3;
}

} // namespace

void report(const QByteArray &name, double value, const char *unit, const QByteArray &includes)
{
    Json line;
    line.set("name", Json(name));
    line.set("value", Json(Json::Number{QByteArray::number(value, 'f', value >= 1000 ? 0 : value >= 10 ? 1 : 3)}));
    line.set("unit", unit);
    line.set("includes", Json(includes));
    std::puts(line.dump().constData());
    std::fflush(stdout);
}

double threadMicroseconds()
{
    return microsecondsOfClock(CLOCK_THREAD_CPUTIME_ID);
}

double processMicroseconds()
{
    return microsecondsOfClock(CLOCK_PROCESS_CPUTIME_ID);
}

double microsecondsOf(qint64 pid)
{
    clockid_t clock{};
    return clock_getcpuclockid(pid_t(pid), &clock) == 0 ? microsecondsOfClock(clock) : 0;
}

double quantile(std::vector<double> sample, double p)
{
    const auto at = sample.begin() + std::ptrdiff_t(std::ceil(p * double(sample.size()))) - (p > 0 ? 1 : 0);
    std::ranges::nth_element(sample, at);
    return *at;
}

QByteArray withLoad(const QByteArray &includes)
{
    double load = 0;
    getloadavg(&load, 1);
    return includes + "; load " + QByteArray::number(load, 'f', 1);
}

} // namespace sb::bench
