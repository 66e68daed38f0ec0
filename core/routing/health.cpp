#include "core/routing/health.h"

using namespace std::chrono_literals;

namespace sb::routing {

namespace {

// A wrong key stays wrong until it is changed. Credit and permissions change at the provider without a word to us.
constexpr SteadyTime RejectionWithoutCredit = 5min;
// Ollama, the one that forgets soonest, unloads a model five minutes after its last use.
constexpr SteadyTime StaysLoaded = 5min;
constexpr SteadyTime AskedLasts = 24h; // as what was measured
constexpr double ManyAttempts = 50;
constexpr SteadyTime FreshFor = 500ms;
constexpr SteadyTime StaleAfter = 1min;

bool isWrongKey(const chat::ProviderError &error)
{
    return error.type == chat::ErrorType::Authentication || error.httpStatus == 401;
}

} // namespace

void HealthBook::started(const QString &endpointId, SteadyTime now)
{
    Entry &entry = m_endpoints[endpointId];
    entry.breaker.started(now);
    asked(endpointId, entry, now);
}

/// Known at once: of many requests that come together, one asks whom nobody knows.
void HealthBook::asked(const QString &endpointId, Entry &entry, SteadyTime now)
{
    const bool isNews = !entry.askedAt || now - *entry.askedAt > AskedLasts;
    entry.askedAt = now;
    if (isNews)
        measure(endpointId, entry, now);
}

std::optional<double> tokensPerSecond(qint64 tokens, milliseconds writing)
{
    constexpr qint64 EnoughTokens = 20;
    constexpr milliseconds EnoughTime{50};
    if (tokens < EnoughTokens || writing < EnoughTime)
        return {};
    return double(tokens) * 1e3 / double(writing.count());
}

std::array<SampleWindow, PromptSizes> HealthBook::Entry::sizes(SampleWindow::Better better)
{
    static_assert(PromptSizes == 4);
    return {SampleWindow(better), SampleWindow(better), SampleWindow(better), SampleWindow(better)};
}

void HealthBook::succeeded(const QString &endpointId, const AnswerSpeed &speed, SteadyTime now)
{
    Entry &entry = m_endpoints[endpointId];
    asked(endpointId, entry, now);
    entry.breaker.succeeded(now);
    entry.missing = false;
    entry.answeredAt = now;
    entry.attempts.add(now);
    entry.last.add(false, now);
    const std::size_t size = promptSize(speed.promptTokens);
    if (speed.firstContent)
        entry.firstToken[size].add(double(speed.firstContent->count()) / 1e3, now);
    if (speed.tokensPerSecond)
        entry.throughput[size].add(*speed.tokensPerSecond, now);
    measure(endpointId, entry, now);
}

void HealthBook::outpaced(const QString &endpointId, qint64 promptTokens, milliseconds atLeast, SteadyTime now)
{
    Entry &entry = m_endpoints[endpointId];
    entry.firstToken[promptSize(promptTokens)].add(double(atLeast.count()) / 1e3, now);
    measure(endpointId, entry, now);
}

void HealthBook::checked(const QString &endpointId, bool passed, SteadyTime now)
{
    Entry &entry = m_endpoints[endpointId];
    entry.answers.add(now);
    if (!passed)
        entry.spoiled.add(now);
    measure(endpointId, entry, now);
}

/// Sorting a hundred values for each of a thousand answers a second is not worth it: figures may be half a second old.
void HealthBook::measure(const QString &endpointId, Entry &entry, SteadyTime now)
{
    if (entry.attempts.value(now) > ManyAttempts && now - entry.measuredAt < FreshFor)
        return;
    entry.measuredAt = now;
    for (std::size_t size = 0; size < PromptSizes; ++size)
        m_measured[size].insert(endpointId, measured(entry, size, now));
}

/// Where nothing was measured at a size, the nearest smaller one has to do, then the nearest larger one.
Measured HealthBook::measured(const Entry &entry, std::size_t size, SteadyTime now)
{
    const auto nearest = [size, now](const std::array<SampleWindow, PromptSizes> &windows) {
        for (std::size_t down = size + 1; down-- > 0;) {
            if (auto quantiles = windows[down].quantiles(now))
                return quantiles;
        }
        for (std::size_t up = size + 1; up < PromptSizes; ++up) {
            if (auto quantiles = windows[up].quantiles(now))
                return quantiles;
        }
        return std::optional<Quantiles>();
    };
    return {.firstToken = nearest(entry.firstToken),
            .throughput = nearest(entry.throughput),
            .asked = entry.askedAt && now - *entry.askedAt <= AskedLasts,
            .attempts = entry.attempts.value(now),
            .failures = entry.failures.value(now),
            .lastAttempts = entry.last.attempts(now),
            .lastFailures = entry.last.failures(now),
            .answers = entry.answers.value(now),
            .spoiled = entry.spoiled.value(now)};
}

void HealthBook::failed(const QString &endpointId, const QString &providerId, const AttemptFailure &failure,
                        SteadyTime now)
{
    Entry &entry = m_endpoints[endpointId];
    asked(endpointId, entry, now);
    switch (classify(failure)) {
    case FailureClass::Transient:
    case FailureClass::Reset:
    case FailureClass::Silence:
        entry.breaker.failed(now);
        entry.attempts.add(now);
        entry.failures.add(now);
        entry.last.add(true, now);
        measure(endpointId, entry, now);
        return;
    case FailureClass::Key:
        reject(providerId, isWrongKey(failure.error), failure.keysLeft, now);
        break;
    case FailureClass::NotFound:
        entry.missing = true;
        break;
    case FailureClass::RateLimit:
    case FailureClass::TooLarge:
    case FailureClass::Context:
    case FailureClass::Parameter:
    case FailureClass::NotFetched:
    case FailureClass::ContentPolicy:
    case FailureClass::InvalidOutput:
    case FailureClass::RequestAtFault:
    case FailureClass::Cancelled:
        break;
    }
    entry.breaker.undecided();
}

void HealthBook::keyChanged(const QString &providerId)
{
    m_rejectedUntil.remove(providerId);
}

void HealthBook::keyRefused(const QString &providerId, KeysLeft left, SteadyTime now)
{
    reject(providerId, true, left, now);
}

/// The provider as a whole: not while one of its keys can be used, now or after a wait.
void HealthBook::reject(const QString &providerId, bool wrongKey, KeysLeft left, SteadyTime now)
{
    if (left == KeysLeft::Some)
        return;
    const bool forGood = wrongKey && left == KeysLeft::None;
    m_rejectedUntil[providerId] = forGood ? SteadyTime::max() : now + RejectionWithoutCredit;
}

void HealthBook::catalogRefreshed()
{
    for (Entry &entry : m_endpoints)
        entry.missing = false;
}

QSet<QString> HealthBook::rejectedKeys(SteadyTime now) const
{
    QSet<QString> rejected;
    for (auto it = m_rejectedUntil.begin(); it != m_rejectedUntil.end(); ++it) {
        if (now < it.value())
            rejected.insert(it.key());
    }
    return rejected;
}

QSet<QString> HealthBook::known() const
{
    return {m_endpoints.keyBegin(), m_endpoints.keyEnd()};
}

HealthView HealthBook::view(SteadyTime now, qint64 promptTokens)
{
    for (auto it = m_endpoints.begin(); it != m_endpoints.end(); ++it) {
        if (it->measuredAt > SteadyTime{0} && now - it->measuredAt > StaleAfter)
            measure(it.key(), it.value(), now); // old failures fade, whether it is asked or not
    }
    HealthView view{.rejectedKeys = rejectedKeys(now), .measured = m_measured[promptSize(promptTokens)]};
    for (auto it = m_endpoints.begin(); it != m_endpoints.end(); ++it) {
        if (it->missing)
            view.missingModels.insert(it.key());
        if (it->answeredAt && now - *it->answeredAt < StaysLoaded)
            view.warm.insert(it.key());
        if (const milliseconds left = it->breaker.coolingDown(now); left.count() > 0)
            view.coolingDown.insert(it.key(), left);
    }
    return view;
}

} // namespace sb::routing
