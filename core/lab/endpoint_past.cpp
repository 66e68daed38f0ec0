#include "core/lab/endpoint_past.h"

#include "core/routing/health.h"

#include <algorithm>

namespace sb::lab {

namespace {

std::optional<routing::Quantiles> quantilesOf(const Spread &spread, bool lowIsGood)
{
    if (spread.weight() <= 0)
        return {};
    const auto at = [&](double p) { return spread.quantile(lowIsGood ? p : 1 - p).value_or(0); };
    return routing::Quantiles{
        .p50 = at(0.5), .p75 = at(0.75), .p90 = at(0.9), .p99 = at(0.99), .samples = int(spread.weight())};
}

const Spread *enough(const Spread &nearest, const Spread &all)
{
    if (nearest.weight() >= LeastSamples)
        return &nearest;
    return all.weight() >= LeastSamples ? &all : nullptr;
}

} // namespace

std::size_t answerSize(qint64 tokens)
{
    return std::size_t(std::ranges::upper_bound(AnswerSizeSteps, tokens) - AnswerSizeSteps.begin());
}

int EndpointTable::placeOf(const QString &id, const QString &model)
{
    if (const auto known = m_byId.constFind(id); known != m_byId.cend())
        return *known;
    Entry entry{.id = id, .model = model, .endpoint = m_catalog.endpoint(id)};
    if (entry.endpoint) {
        entry.model = entry.endpoint->modelId;
        entry.provider = m_catalog.provider(entry.endpoint->providerId);
    }
    m_entries.push_back(entry);
    m_byId.insert(id, count() - 1);
    return count() - 1;
}

int EndpointTable::placeOf(const usage::RecordedAttempt &attempt, usage::RecordedRequests &names)
{
    if (const auto known = m_byName.constFind(attempt.endpoint); known != m_byName.cend())
        return *known;
    const int place = placeOf(names.name(attempt.endpoint), names.name(attempt.model));
    m_byName.insert(attempt.endpoint, place);
    return place;
}

void EndpointPast::add(int place, const usage::RecordedAttempt &attempt)
{
    if (attempt.givenUp)
        return;
    if (std::size_t(place) >= m_places.size())
        m_places.resize(std::size_t(place) + 1);
    Past &past = m_places[std::size_t(place)];
    past.attempts += 1;
    past.failures += attempt.succeeded ? 0 : 1;
    if (!attempt.succeeded)
        return;
    const qint64 output = attempt.tokens.output();
    const std::size_t answer = answerSize(output);
    BySize &size = past.sizes[routing::promptSize(attempt.tokens.input())];
    size.duration[answer].add(double(attempt.duration));
    past.duration[answer].add(double(attempt.duration));
    if (!attempt.firstContent)
        return;
    size.firstContent.add(double(*attempt.firstContent));
    past.firstContent.add(double(*attempt.firstContent));
    size.firstToken.add(double(*attempt.firstContent - attempt.connect.value_or(0)) / 1e3);
    const std::chrono::milliseconds writing{attempt.duration - *attempt.firstContent};
    if (const auto rate = routing::tokensPerSecond(output, writing))
        size.throughput.add(*rate);
}

std::array<routing::HealthView, routing::PromptSizes> EndpointPast::views(const EndpointTable &table) const
{
    std::array<routing::HealthView, routing::PromptSizes> views;
    for (std::size_t place = 0; place < m_places.size(); ++place) {
        const Past &past = m_places[place];
        const QString &id = table.at(int(place)).id;
        for (std::size_t size = 0; size < views.size(); ++size) {
            const BySize &seen = past.sizes[size];
            views[size].measured.insert(id,
                                        {.firstToken = quantilesOf(seen.firstToken, true),
                                         .throughput = quantilesOf(seen.throughput, false),
                                         .asked = past.attempts > 0,
                                         .attempts = past.attempts,
                                         .failures = past.failures});
            views[size].warm.insert(id);
        }
    }
    return views;
}

const EndpointPast::Past *EndpointPast::at(int place) const
{
    return place >= 0 && std::size_t(place) < m_places.size() ? &m_places[std::size_t(place)] : nullptr;
}

const Spread *EndpointPast::firstContent(int place, std::size_t prompt) const
{
    const Past *past = at(place);
    return past ? enough(past->sizes[prompt].firstContent, past->firstContent) : nullptr;
}

const Spread *EndpointPast::duration(int place, std::size_t prompt, std::size_t answer) const
{
    const Past *past = at(place);
    return past ? enough(past->sizes[prompt].duration[answer], past->duration[answer]) : nullptr;
}

std::optional<double> EndpointPast::failureShare(int place) const
{
    const Past *past = at(place);
    return past && past->attempts >= LeastSamples ? std::optional(past->failures / past->attempts) : std::nullopt;
}

} // namespace sb::lab
