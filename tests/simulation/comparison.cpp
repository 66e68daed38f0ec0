#include "tests/simulation/comparison.h"

#include <atomic>
#include <cmath>
#include <cstdio>
#include <thread>

namespace sb::simulation {

namespace {

struct Column
{
    const char *title = "";
    double (*read)(const DayResult &) = nullptr;
    int decimals = 0;
};

double inHundred(double share)
{
    return 100 * share;
}

double endedBy(const DayResult &day, Ending ending)
{
    return inHundred(double(day.endings[size_t(ending)]) / day.requests);
}

/// The cost, and what Signalbox takes the time of a caller to be worth.
double withTime(const DayResult &day)
{
    return day.dollars + day.hours * 3600 * double(routing::Weights{}.perSecond.value) / 1e9;
}

constexpr std::array Columns{
    Column{"success, %", [](const DayResult &day) { return inHundred(day.success()); }, 3},
    Column{"first token p50, s", [](const DayResult &day) { return day.p50; }, 3},
    Column{"p95, s", [](const DayResult &day) { return day.p95; }, 2},
    Column{"cost, $", [](const DayResult &day) { return day.dollars; }, 1},
    Column{"with time, $", withTime, 1},
    Column{"attempts a request", [](const DayResult &day) { return double(day.attempts) / day.requests; }, 3},
    Column{"429, %", [](const DayResult &day) { return inHundred(double(day.rateLimited) / day.attempts); }, 2},
    Column{"cached, %", [](const DayResult &day) { return inHundred(day.cachedShare); }, 1},
    Column{"broken off, %", [](const DayResult &day) { return endedBy(day, Ending::BrokenOff); }, 3},
    Column{"exhausted, %", [](const DayResult &day) { return endedBy(day, Ending::Exhausted); }, 3},
    Column{"given up, %", [](const DayResult &day) { return endedBy(day, Ending::GivenUp); }, 3},
};

struct MeanAndSpread
{
    double mean = 0;
    double spread = 0; ///< standard deviation of the sample
};

template <typename Read>
MeanAndSpread over(const std::vector<DayResult> &days, Read read)
{
    double sum = 0;
    for (const DayResult &day : days)
        sum += read(day);
    const double mean = sum / double(days.size());
    double squares = 0;
    for (const DayResult &day : days)
        squares += (read(day) - mean) * (read(day) - mean);
    return {.mean = mean, .spread = days.size() > 1 ? std::sqrt(squares / double(days.size() - 1)) : 0};
}

double meanOf(const RuleResult &result, size_t column)
{
    return over(result.days, Columns[column].read).mean;
}

} // namespace

std::vector<RuleResult> compareRules(const QList<RuleId> &rules, const catalog::Catalog &shipped, const Span &span,
                                     int seeds)
{
    std::vector<RuleResult> results;
    for (const RuleId rule : rules)
        results.push_back({.rule = rule, .days = std::vector<DayResult>(size_t(seeds))});
    std::atomic<int> next = 0;
    const int all = int(results.size()) * seeds;
    const auto work = [&] {
        for (int i = next++; i < all; i = next++) {
            RuleResult &result = results[size_t(i % int(results.size()))];
            const int seed = i / int(results.size());
            result.days[size_t(seed)] = runDay(result.rule, shipped, span, quint64(seed) + 1);
        }
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(work);
    threads.clear(); // waits
    return results;
}

bool dominates(const RuleResult &rule, const RuleResult &other)
{
    constexpr size_t Success = 0;
    constexpr size_t FirstToken = 1;
    constexpr size_t Cost = 3;
    return meanOf(rule, Success) > meanOf(other, Success) && meanOf(rule, FirstToken) < meanOf(other, FirstToken)
        && meanOf(rule, Cost) < meanOf(other, Cost);
}

QByteArray table(const std::vector<RuleResult> &results)
{
    QByteArray text = "| rule |";
    QByteArray line = "|---|";
    for (const Column &column : Columns) {
        text += ' ' + QByteArray(column.title) + " |";
        line += "---|";
    }
    text += '\n' + line + '\n';
    for (const RuleResult &result : results) {
        text += "| " + QByteArray(nameOf(result.rule)) + " |";
        for (const Column &column : Columns) {
            const auto [mean, spread] = over(result.days, column.read);
            text += ' ' + QByteArray::number(mean, 'f', column.decimals) + " ± "
                + QByteArray::number(spread, 'f', column.decimals) + " |";
        }
        text += '\n';
    }
    return text;
}

} // namespace sb::simulation
