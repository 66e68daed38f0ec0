// sim-day [--requests N] [--seeds N]: a day of requests by Signalbox's policy and by others, as tables in Markdown.
// Ends with 1 where another rule is better in success, first token and cost at once.
#include "tests/simulation/comparison.h"
#include "tests/simulation/task_routing.h"

#include "tests/catalog/shipped.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <ctime>

using namespace sb;
using namespace sb::simulation;
using namespace Qt::StringLiterals;

namespace {

const QList<RuleId> AllRules{RuleId::Signalbox,      RuleId::First,           RuleId::RoundRobin,
                             RuleId::Cheapest,       RuleId::LowestLatency,   RuleId::InverseSquare,
                             RuleId::SignalboxPrice, RuleId::SignalboxLatency};

bool printComparison(const catalog::Catalog &shipped, const Span &span, int seeds)
{
    QElapsedTimer timer;
    timer.start();
    const std::vector<RuleResult> results = compareRules(AllRules, shipped, span, seeds);
    std::printf("%d requests, %d seeds, %s at %d hosts\n\n%s\n", span.requests, seeds, Model, Hosts,
                table(results).constData());
    bool best = true;
    for (const RuleResult &result : results) {
        if (!dominates(result, results.front()))
            continue;
        best = false;
        std::printf("dominated by: %s\n", nameOf(result.rule));
    }
    if (best)
        std::puts("no rule is better in success, first token and cost at once");
    std::printf("%.1f s, of CPU %.1f s\n", double(timer.elapsed()) / 1e3, double(std::clock()) / CLOCKS_PER_SEC);
    return best;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"requests"_s, u"of a day"_s, u"N"_s, QString::number(day::Requests)});
    parser.addOption({u"seeds"_s, u"1 to N"_s, u"N"_s, u"5"_s});
    parser.process(app);
    const int requests = std::max(1, parser.value(u"requests"_s).toInt());
    const int seeds = std::max(1, parser.value(u"seeds"_s).toInt());
    const Span span = requests == day::Requests ? wholeDay() : partOfDay(requests, 9);
    const catalog::Catalog shipped = testing::shippedCatalog();
    const bool best = printComparison(shipped, span, seeds);
    std::printf("\n%s", taskTables(shipped, 1).constData());
    return best ? 0 : 1;
}
