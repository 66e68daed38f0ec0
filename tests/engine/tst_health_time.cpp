// How old what was learned is, whatever the machine did meanwhile.
#include "core/engine/books.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::engine;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// What is known of an endpoint that failed a dozen times so long ago.
routing::Measured afterFailures(const ManualClock &clock, std::chrono::minutes ago)
{
    routing::HealthBook health;
    const usage::PastAttempt attempt{
        .endpointId = u"e"_s, .providerId = u"p"_s, .error = chat::ErrorType::ProviderOverloaded};
    for (int i = 0; i < 12; ++i)
        remember(health, attempt, healthTime(clock) - ago);
    return health.view(healthTime(clock)).measured.value(u"e"_s);
}

} // namespace

class TstHealthTime final : public QObject
{
    Q_OBJECT
private slots:
    void anOutageOfYesterdayIsOverWhenTheMachineHasJustStarted()
    {
        const ManualClock clock; // since boot: nothing
        QVERIFY(afterFailures(clock, 1min).lastFailures > 5);
        QVERIFY(afterFailures(clock, 10h).lastFailures < 0.01);
        const double failures = afterFailures(clock, 12h).failures;
        QVERIFY2(failures > 2.9 && failures < 3.1, qPrintable(QString::number(failures))); // halved twice
    }

    void whatWasLearnedAgesInSleep()
    {
        ManualClock clock;
        routing::HealthBook health;
        health.started(u"e"_s, healthTime(clock));
        for (int i = 0; i < 5; ++i)
            health.failed(u"e"_s, u"p"_s, {.error = {.type = chat::ErrorType::ProviderOverloaded}}, healthTime(clock));
        QVERIFY(health.view(healthTime(clock)).coolingDown.contains(u"e"_s));
        clock.sleep(8h);
        QVERIFY(health.view(healthTime(clock)).coolingDown.isEmpty());
        QVERIFY(health.view(healthTime(clock)).measured.value(u"e"_s).lastFailures < 0.01);
    }
};

static const bool tstHealthTime = sb::testing::add<TstHealthTime>();

#include "tst_health_time.moc"
