#include "core/routing/health.h"

using namespace std::chrono_literals;

namespace sb::routing {

namespace {

// A wrong key stays wrong until it is changed. Credit and permissions change at the provider without a word to us.
constexpr SteadyTime RejectionWithoutCredit = 5min;

bool isWrongKey(const chat::ProviderError &error)
{
    return error.type == chat::ErrorType::Authentication || error.httpStatus == 401;
}

/// New values count a fifth: a typical time follows a change within some ten requests, and no single one.
milliseconds smoothed(std::optional<milliseconds> before, milliseconds now)
{
    return before ? (*before * 4 + now) / 5 : now;
}

} // namespace

void HealthBook::started(const QString &endpointId, SteadyTime now)
{
    m_endpoints[endpointId].breaker.started(now);
}

void HealthBook::succeeded(const QString &endpointId, std::optional<milliseconds> firstContent, SteadyTime now)
{
    Entry &entry = m_endpoints[endpointId];
    entry.breaker.succeeded(now);
    entry.missing = false;
    if (firstContent)
        entry.firstContent = smoothed(entry.firstContent, *firstContent);
}

void HealthBook::failed(const QString &endpointId, const QString &providerId, const AttemptFailure &failure,
                        SteadyTime now)
{
    Entry &entry = m_endpoints[endpointId];
    switch (classify(failure)) {
    case FailureClass::Transient:
    case FailureClass::Reset:
    case FailureClass::Silence:
        entry.breaker.failed(now);
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

HealthView HealthBook::view(SteadyTime now) const
{
    HealthView view{.rejectedKeys = rejectedKeys(now)};
    for (auto it = m_endpoints.begin(); it != m_endpoints.end(); ++it) {
        if (it->missing)
            view.missingModels.insert(it.key());
        if (const milliseconds left = it->breaker.coolingDown(now); left.count() > 0)
            view.coolingDown.insert(it.key(), left);
        if (it->firstContent)
            view.expectedFirstToken.insert(it.key(), *it->firstContent);
    }
    return view;
}

} // namespace sb::routing
