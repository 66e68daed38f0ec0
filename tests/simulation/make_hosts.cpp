#include "tests/simulation/host.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sb::simulation {

namespace {

double typicalCost(const catalog::Endpoint &endpoint)
{
    constexpr qint64 Prompt = 4'000;
    constexpr qint64 Answer = 400;
    return double(catalog::expectedCost(*endpoint.price, Prompt, Answer).value_or(NanoDollars{}).value);
}

bool pricesCacheReads(const catalog::Endpoint &endpoint)
{
    return std::ranges::any_of(endpoint.price->components, [](const catalog::PriceComponent &component) {
        return component.unit == catalog::PriceUnit::CacheRead;
    });
}

std::vector<int> sortedBy(const std::vector<double> &keys)
{
    std::vector<int> order(keys.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&keys](int i) { return keys[size_t(i)]; });
    return order;
}

/// For each endpoint how fast it is among all, from 0 to 1: dearer ones are faster in tendency.
std::vector<double> speeds(const QList<catalog::Endpoint> &endpoints, Random &random)
{
    const double count = double(endpoints.size());
    std::vector<double> costs;
    for (const catalog::Endpoint &endpoint : endpoints)
        costs.push_back(typicalCost(endpoint));
    std::vector<double> keys(costs.size());
    int rank = 0;
    for (const int i : sortedBy(costs))
        keys[size_t(i)] = host::PriceTellsSpeed * (rank++ / count) + (1 - host::PriceTellsSpeed) * random.unit();
    std::vector<double> speeds(costs.size());
    rank = 0;
    for (const int i : sortedBy(keys))
        speeds[size_t(i)] = (rank++ + random.unit()) / count;
    return speeds;
}

double at(const Range &range, double place)
{
    return range.low * std::pow(range.high / range.low, place);
}

void addOutages(Habits &habits, const Span &span, Outage kind, double perDay, const Range &minutes, Random &random)
{
    const double length = span.hours * 3600;
    const double between = 86'400 / perDay;
    for (double from = exponential(between, random); from < length; from += exponential(between, random)) {
        const double lasts = draw(minutes, random) * 60;
        habits.outages.push_back({.kind = kind, .from = seconds(from), .to = seconds(from + lasts)});
        from += lasts;
    }
}

Habits makeHabits(double speed, const Span &span, Random &random)
{
    Habits habits;
    habits.firstToken = at(host::FirstToken, 1 - speed);
    habits.throughput = at(host::Throughput, (speed + random.unit()) / 2);
    habits.prefill = draw(host::Prefill, random);
    habits.slowHour = random.unit() * 24;
    habits.slowFactor = draw(host::SlowHourFactor, random);
    habits.cachedShare = drawEvenly(host::CachedShare, random);
    habits.errorShare = draw(faults::ErrorShare, random);
    habits.cutShare = draw(faults::CutShare, random);
    habits.requestsPerMinute = qint64(draw(limits::RequestsPerMinute, random));
    habits.tokensPerMinute = qint64(draw(limits::TokensPerMinute, random));
    habits.retryAfter = random.unit() < limits::WithRetryAfter;
    addOutages(habits, span, Outage::Hard, faults::HardPerDay, faults::HardMinutes, random);
    addOutages(habits, span, Outage::Silent, faults::SilentPerDay, faults::SilentMinutes, random);
    addOutages(habits, span, Outage::Soft, faults::SoftPerDay, faults::SoftMinutes, random);
    return habits;
}

} // namespace

QList<catalog::Endpoint> endpointsOfTheDay(const catalog::Catalog &catalog)
{
    QList<catalog::Endpoint> endpoints;
    for (const catalog::Endpoint *endpoint : catalog.endpointsFor(QString::fromLatin1(Model))) {
        const auto passesOn = [endpoint](const char *id) { return endpoint->providerId == QLatin1String(id); };
        if (endpoint->price && std::ranges::none_of(PassOn, passesOn))
            endpoints.append(*endpoint);
    }
    return endpoints.first(std::min<qsizetype>(endpoints.size(), Hosts));
}

std::vector<Host> makeHosts(const catalog::Catalog &catalog, const Span &span, quint64 seed)
{
    SeededRandom random(mixed(seed, 2));
    const QList<catalog::Endpoint> endpoints = endpointsOfTheDay(catalog);
    const std::vector<double> fast = speeds(endpoints, random);
    std::vector<Host> hosts;
    for (qsizetype i = 0; i < endpoints.size(); ++i) {
        const catalog::Endpoint &endpoint = endpoints.at(i);
        Habits habits = makeHabits(fast[size_t(i)], span, random);
        if (!pricesCacheReads(endpoint))
            habits.cachedShare = 0;
        habits.limitHeaders = !catalog.provider(endpoint.providerId)->rateLimitHeaders.headers.isEmpty();
        hosts.emplace_back(endpoint, std::move(habits), span);
    }
    return hosts;
}

} // namespace sb::simulation
