#include "core/routing/dispatcher.h"

#include "tests/routing/make.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QString pick(Random &random, QChar prefix, quint64 count)
{
    return prefix + QString::number(random.below(count));
}

Step plainStep(Random &random)
{
    Step step{.retries = int(random.below(4)), .patience = milliseconds(random.below(120'000))};
    step.moveOn.overloaded = random.below(8) > 0;
    step.moveOn.rateLimit = random.below(8) > 0;
    step.moveOn.contentPolicy = random.below(2) > 0;
    return step;
}

Chain plainChain(Random &random)
{
    Chain chain{.name = u"any"_s};
    for (quint64 left = random.below(4) + 1; left > 0; --left)
        chain.steps.append(plainStep(random));
    chain.afterFirstContent = AfterFirstContent(random.below(4));
    chain.allowPayingTwice = random.below(4) > 0;
    return chain;
}

Plan anyPlan(Random &random, const Chain &chain)
{
    Plan plan;
    for (qsizetype step = 0; step < chain.steps.size(); ++step) {
        for (quint64 left = random.below(5); left > 0; --left) {
            Candidate candidate{.step = step,
                                .endpointId = pick(random, u'e', 8),
                                .providerId = pick(random, u'p', 4),
                                .modelId = pick(random, u'm', 4)};
            if (random.below(3) > 0)
                candidate.contextTokens = qint64(random.below(4) + 1) * 8000;
            plan.candidates.append(candidate);
        }
    }
    return plan;
}

AttemptFailure anyFailure(Random &random)
{
    static constexpr std::array Statuses{0, 200, 400, 401, 402, 404, 413, 429, 500, 503, 529};
    AttemptFailure failure;
    failure.error.type = chat::ErrorType::ProviderOverloaded;
    if (random.below(2) == 0) // else most walks would end at their first try
        failure.error.type = chat::ErrorType(random.below(quint64(chat::ErrorType::Unmapped) + 1));
    failure.error.httpStatus = Statuses[random.below(Statuses.size())];
    failure.silent = random.below(6) == 0;
    failure.contentDelivered = random.below(8) == 0;
    if (random.below(3) == 0)
        failure.error.retryAfter = milliseconds(qint64(random.below(90'000)) - 1'000);
    if (random.below(4) == 0)
        failure.error.affordableTokens = qint64(random.below(1000));
    return failure;
}

} // namespace

class TstDispatcherProperties : public QObject
{
    Q_OBJECT
private slots:
    /// Twenty thousand requests that meet random failures.
    void everyRequestEndsAndKeepsTheRules()
    {
        SeededRandom random(20'260'701);
        qint64 tries = 0;
        for (int round = 0; round < 20'000; ++round) {
            const Chain chain = plainChain(random);
            const Plan plan = anyPlan(random, chain);
            tries += walk(plan, chain, random);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"in round %1"_s.arg(round)));
        }
        QVERIFY(tries > 40'000); // else the walks end too soon to show anything
    }

    void theSameSeedGivesTheSameMoves()
    {
        const auto story = [] {
            SeededRandom random(7);
            const Chain chain = plainChain(random);
            Dispatcher dispatcher(anyPlan(random, chain), chain);
            QList<Move> moves{dispatcher.start()};
            while (moves.constLast().kind == Move::Kind::Try)
                moves.append(dispatcher.afterFailure(anyFailure(random), random));
            return moves;
        };
        QCOMPARE(story(), story());
    }

private:
    /// @return how many tries there were
    static qint64 walk(const Plan &plan, const Chain &chain, Random &random)
    {
        qint64 most = 0;
        for (const Candidate &candidate : plan.candidates)
            most += chain.steps.at(candidate.step).retries + 2;

        Dispatcher dispatcher(plan, chain);
        QSet<QString> silent;
        qsizetype last = 0;
        qint64 tries = 0;
        for (Move move = dispatcher.start(); move.kind == Move::Kind::Try; ++tries) {
            check(move.candidate >= last && move.candidate < plan.candidates.size(), "it goes back, or outside", tries);
            check(!silent.contains(plan.candidates.at(move.candidate).endpointId), "a silent endpoint again", tries);
            check(move.delay >= 0ms && move.delay <= 60s, "it waits longer than a minute", tries);
            check(tries < most, "it does not end", tries);
            if (QTest::currentTestFailed())
                return tries;
            last = move.candidate;
            const AttemptFailure failure = anyFailure(random);
            if (failure.silent)
                silent.insert(plan.candidates.at(last).endpointId);
            const bool refused = random.below(10) == 0;
            if (refused)
                silent.remove(plan.candidates.at(last).endpointId); // nothing was sent
            move = refused ? dispatcher.afterRefusedReservation() : dispatcher.afterFailure(failure, random);
        }
        return tries;
    }

    static void check(bool holds, const char *broken, qint64 atTry)
    {
        QVERIFY2(holds, qPrintable(u"%1, at try %2"_s.arg(QLatin1StringView(broken)).arg(atTry)));
    }
};

static const bool tstDispatcherProperties = sb::testing::add<TstDispatcherProperties>();

#include "tst_dispatcher_properties.moc"
