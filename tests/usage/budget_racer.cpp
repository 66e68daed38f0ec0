// budget_racer PATH LIMIT BOUND COUNT: opens COUNT requests of BOUND nano-dollars at once under a hard limit a day of
// LIMIT, pays for each that is let through exactly its bound, and says how many these were: "opened N refused M".
#include "tests/usage/samples.h"

#include "core/usage/register.h"

#include <QCoreApplication>

#include <cstdio>

using namespace sb;
using namespace sb::usage;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    const NanoDollars limit{arguments.at(2).toLongLong()};
    const NanoDollars bound{arguments.at(3).toLongLong()};
    const int count = arguments.at(4).toInt();

    const SystemClock clock;
    Register usage({.path = arguments.at(1), .limits = {.daily = budget::Limit{.amount = limit, .hard = true}}}, clock);
    int opened = 0;
    int refused = 0;
    int over = 0;
    const auto countOne = [&over, count] {
        if (++over == count)
            QCoreApplication::quit();
    };
    QObject::connect(&usage, &Register::opened, &app, [&](Ticket, const OpenOutcome &outcome) {
        if (outcome.kind == OpenOutcome::Kind::Opened) {
            ++opened;
            usage.settle(smallSettlement(outcome.key, bound));
            return;
        }
        refused += outcome.kind == OpenOutcome::Kind::RefusedBudget ? 1 : 0;
        countOne();
    });
    QObject::connect(&usage, &Register::settled, &app, [&](Ticket, const Result<RecordKey> &) { countOne(); });
    usage.start();
    for (int i = 0; i < count; ++i)
        usage.open(smallOpenRecord(bound));
    const int code = QCoreApplication::exec();
    std::printf("opened %d refused %d\n", opened, refused);
    return code;
}
