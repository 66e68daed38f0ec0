#include "core/engine/books.h"

namespace sb::engine {

SteadyTime healthTime(const Clock &clock)
{
    return clock.sinceBoot() + 2 * HealthLasts;
}

void remember(routing::HealthBook &health, const usage::PastAttempt &attempt, SteadyTime at)
{
    using routing::FailureClass;
    if (attempt.error) {
        const routing::AttemptFailure failure{.error = {.type = *attempt.error, .httpStatus = attempt.httpStatus}};
        const FailureClass kind = classify(failure);
        if (kind == FailureClass::Transient || kind == FailureClass::Reset || kind == FailureClass::Silence)
            health.failed(attempt.endpointId, attempt.providerId, failure, at);
        return;
    }
    routing::AnswerSpeed speed{.promptTokens = attempt.promptTokens};
    if (attempt.firstContent && attempt.connect) {
        speed.firstContent = *attempt.firstContent - *attempt.connect;
        speed.tokensPerSecond =
            routing::tokensPerSecond(attempt.outputTokens, attempt.duration - *attempt.firstContent);
    }
    health.succeeded(attempt.endpointId, speed, at);
}

namespace {

/// The keys of providers whose room is not known to be plenty: of those that were asked, and that have limits of their
/// own.
routing::KeyRooms keyRooms(const Books &books, const World &world, SteadyTime now)
{
    const QSet<QString> limited(world.keyRules.keyBegin(), world.keyRules.keyEnd());
    routing::KeyRooms rooms;
    const QSet<QString> asked = books.rates.providers() + limited;
    for (const QString &id : asked) {
        const catalog::Provider *provider = world.catalog.provider(id);
        if (!provider)
            continue;
        QList<routing::KeyRoom> keys;
        for (const routing::KeyRule &rule : keyRules(world, *provider))
            keys.append({.rule = rule, .wait = books.keys.ownWait(id, rule, now)});
        if (!keys.isEmpty())
            rooms.insert(id, keys);
    }
    return rooms;
}

} // namespace

Outlook outlook(Books &books, const World &world, const chat::Request &request, const routing::BudgetView &budget,
                const budget::Standing &standing, const Clock &clock, SeededRandom random)
{
    const qint64 tokens = routing::likelyInputTokens(request);
    Outlook outlook{.health = books.health.view(healthTime(clock), tokens),
                    .budget = budget,
                    .cache = books.caches.view(request, clock.sinceBoot()),
                    .now = clock.wall(),
                    .zone = standing.zone,
                    // Not the number itself: who is in would else always meet the same endpoint.
                    .luck = SeededRandom(random.next()).next()};
    const routing::RateView rates =
        books.rates.view(world.catalog, keyRooms(books, world, clock.sinceBoot()), tokens, clock.sinceBoot());
    outlook.health.full = rates.full;
    outlook.health.fullProviders = rates.fullProviders;
    outlook.health.loads = books.loads.view(clock.sinceBoot());
    outlook.health.crowded = books.rates.crowded(clock.sinceBoot());
    return outlook;
}

} // namespace sb::engine
