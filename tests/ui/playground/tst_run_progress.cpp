#include "tests/testing/testing.h"
#include "ui/playground/run_progress.h"

#include <QTest>

using namespace sb;
using namespace sb::ui;
using namespace std::chrono_literals;

class TstRunProgress final : public QObject
{
    Q_OBJECT
private slots:
    void aFallbackIsALineWithAStopAndAServer();
    void retriesOnOneEndpointAreOneStop();
    void whatIsStoredShowsTheSameLine();
    void numbersComeFromTheRecordWhenItEnds();
};

namespace {

engine::AttemptStarted started(const QString &endpoint, const QString &model)
{
    return {.candidate = {
                .endpointId = endpoint, .providerId = endpoint.section(QLatin1Char('/'), 0, 0), .modelId = model}};
}

engine::AttemptFailed overloaded(std::chrono::milliseconds took)
{
    return {.error = {.type = chat::ErrorType::ProviderOverloaded, .httpStatus = 529}, .took = took};
}

RunProgress fellBack()
{
    RunProgress progress;
    progress.start(0s);
    progress.apply(started(QStringLiteral("a/x"), QStringLiteral("m/x")));
    progress.apply(overloaded(400ms));
    progress.apply(started(QStringLiteral("a/x"), QStringLiteral("m/x")));
    progress.apply(overloaded(600ms));
    progress.apply(started(QStringLiteral("b/y"), QStringLiteral("m/y")));
    progress.apply(chat::Event(chat::TextDelta{.text = QStringLiteral("hello")}), 2s);
    engine::Ended ended{.end = routing::EndState::Complete};
    ended.record.servedEndpoint = QStringLiteral("b/y");
    ended.record.firstContent = 2000ms;
    ended.record.latency = 4000ms;
    ended.record.tokens = {.freshInput = 41, .visibleOutput = 100};
    ended.record.cost = {.kind = usage::CostKind::Computed, .amount = NanoDollars{560'000}};
    ended.record.attempts = {{}, {}, {}};
    ended.plan.practice = true;
    progress.apply(ended);
    return progress;
}

} // namespace

void TstRunProgress::aFallbackIsALineWithAStopAndAServer()
{
    const auto stops = fellBack().stops({});
    QCOMPARE(stops.size(), 2);
    QCOMPARE(stops[0].state, RouteStop::State::Failed);
    QCOMPARE(stops[0].name, QStringLiteral("m/x"));
    QCOMPARE(stops[1].state, RouteStop::State::Served);
    QCOMPARE(stops[1].name, QStringLiteral("m/y"));
}

void TstRunProgress::retriesOnOneEndpointAreOneStop()
{
    const QString detail = fellBack().stops({})[0].detail;
    QVERIFY2(detail.contains(QStringLiteral("529")) && detail.contains(QStringLiteral("×2")), qPrintable(detail));
}

void TstRunProgress::whatIsStoredShowsTheSameLine()
{
    const RunProgress live = fellBack();
    profile::Turn turn;
    live.store(turn);
    RunProgress stored;
    stored.showStored(turn);
    QCOMPARE(stored.stops({}), live.stops({}));
    QCOMPARE(stored.metrics(9s, {}), live.metrics(5s, {}));
}

void TstRunProgress::numbersComeFromTheRecordWhenItEnds()
{
    const Metrics metrics = fellBack().metrics(100s, {});
    QCOMPARE(metrics.firstTokenSeconds, std::optional(2.0));
    QCOMPARE(metrics.tokensPerSecond, std::optional(50.0));
    QCOMPARE(metrics.inputTokens, std::optional<qint64>(41));
    QCOMPARE(metrics.costNano, std::optional<qint64>(560'000));
    QVERIFY(metrics.practice);
}

static const bool tstRunProgress = sb::testing::add<TstRunProgress>();

#include "tst_run_progress.moc"
