#include "core/engine/books.h"

namespace sb::engine {

Outlook outlook(Books &books, const chat::Request &request, const routing::BudgetView &budget, const Clock &clock)
{
    const qint64 tokens = routing::likelyInputTokens(request);
    Outlook outlook{.health = books.health.view(clock.steady(), tokens),
                    .budget = budget,
                    .cache = books.caches.view(request, clock.sinceBoot())};
    outlook.health.full = books.rates.full(tokens, clock.sinceBoot());
    outlook.health.crowded = books.rates.crowded(clock.sinceBoot());
    return outlook;
}

} // namespace sb::engine
