#include "core/routing/choice.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace sb::routing {

namespace {

// What is assumed where nobody of the step was measured: about what hosted models of middle size do.
constexpr double AssumedFirstToken = 1.0; ///< seconds
constexpr double AssumedThroughput = 60; ///< tokens a second
// As if each endpoint had been tried so often before the day, and failed so often.
constexpr double PriorAttempts = 20;
constexpr double PriorFailures = 0.4;
// What the day shows counts as much as so many of the last attempts: who failed at the first one is taken to fail again
// one time in five, for some minutes.
constexpr double UsualWeight = 5;
// A failure is noticed after some time, and then the answer begins from its start elsewhere.
constexpr double SecondsLostByFailure = 5;
constexpr double WorthStaying = 1.2; ///< times the best score
constexpr double LeastScore = 1e-9; ///< so that what costs nothing can be compared by ratios

double dollars(NanoDollars amount)
{
    return double(amount.value) / 1e9;
}

template <typename Read>
double medianOf(const std::vector<Contender> &contenders, double assumed, Read read)
{
    std::vector<double> known;
    for (const Contender &contender : contenders) {
        if (const std::optional<Quantiles> *quantiles = read(contender); quantiles && *quantiles)
            known.push_back((*quantiles)->p50);
    }
    if (known.empty() || known.size() == contenders.size()) // nobody asks
        return assumed;
    const auto middle = known.begin() + std::ptrdiff_t(known.size() / 2);
    std::ranges::nth_element(known, middle);
    return *middle;
}

const std::optional<Quantiles> *firstTokenOf(const Contender &contender)
{
    return contender.measured ? &contender.measured->firstToken : nullptr;
}

const std::optional<Quantiles> *throughputOf(const Contender &contender)
{
    return contender.measured ? &contender.measured->throughput : nullptr;
}

double orElse(const std::optional<Quantiles> *quantiles, double assumed)
{
    return quantiles && *quantiles ? (*quantiles)->p50 : assumed;
}

/// The day's share of failures says how an endpoint is as a rule, the last attempts whether it is so now: in an outage
/// that lets some pass, the day's share hardly moves before it is over.
double riskOf(const Contender &contender)
{
    const Measured known = contender.measured ? *contender.measured : Measured{};
    const double usual = (known.failures + PriorFailures) / (known.attempts + PriorAttempts);
    return (known.lastFailures + usual * UsualWeight) / (known.lastAttempts + UsualWeight);
}

double spoiledShare(const Contender &contender)
{
    const double answers = contender.measured ? contender.measured->answers : 0;
    const double spoiled = contender.measured ? contender.measured->spoiled : 0;
    return (spoiled + PriorFailures) / (answers + PriorAttempts);
}

void scoreInDollars(std::vector<Contender> &contenders, const Weights &weights)
{
    const double firstToken = medianOf(contenders, AssumedFirstToken, firstTokenOf);
    const double throughput = medianOf(contenders, AssumedThroughput, throughputOf);
    double dearest = 0;
    for (const Contender &contender : contenders)
        dearest = std::max(dearest, contender.cost.value_or(0));
    const double perSecond = dollars(weights.perSecond);
    for (Contender &contender : contenders) {
        const double rate = std::max(orElse(throughputOf(contender), throughput), 0.1);
        const double seconds = orElse(firstTokenOf(contender), firstToken) + contender.outputTokens / rate
            + double(contender.wait.count()) / 1e3;
        const double risk = std::min(riskOf(contender), 0.99);
        const double lost = risk / (1 - risk) * (SecondsLostByFailure + seconds) * perSecond;
        contender.score = std::max(contender.cost.value_or(dearest) + seconds * perSecond + lost, LeastScore);
    }
}

/// Who was not asked for a day is asked once: behind all that were measured, its turn would never come, and the first
/// endpoint that ever answered would stay the fastest that is known. Who was asked and has not answered yet, or not
/// well, comes last.
double unmeasured(const Contender &contender)
{
    constexpr double First = std::numeric_limits<double>::lowest();
    constexpr double Last = std::numeric_limits<double>::max();
    return contender.measured && contender.measured->asked ? Last : First;
}

/// By which a sort that is no choice orders: less is earlier.
double keyFor(const Contender &contender, Sort sort)
{
    constexpr double Unknown = std::numeric_limits<double>::max();
    switch (sort) {
    case Sort::Price:
        return contender.listPrice.value_or(Unknown);
    case Sort::Throughput:
        return -orElse(throughputOf(contender), -unmeasured(contender));
    case Sort::Latency:
        return orElse(firstTokenOf(contender), unmeasured(contender));
    case Sort::Quality:
        return spoiledShare(contender) + riskOf(contender);
    case Sort::Listed:
        return 0;
    case Sort::Balanced:
        break;
    }
    return contender.score;
}

void sortBy(std::vector<Contender> &contenders, Sort sort)
{
    std::ranges::sort(contenders, [sort](const Contender &a, const Contender &b) {
        if (a.group != b.group)
            return a.group < b.group;
        const double left = keyFor(a, sort);
        const double right = keyFor(b, sort);
        return left != right ? left < right : a.index < b.index;
    });
}

/// The shares of the first `count` contenders, which are sorted by score. Of those with the same score the first has
/// the share of all, that of exploration, too: that is what "ties go to the listed order" means.
void setShares(std::vector<Contender> &contenders, std::size_t count, const Weights &weights)
{
    const double best = contenders.front().score;
    double sum = 0;
    double before = -1;
    for (std::size_t i = 0; i < count; ++i) {
        Contender &contender = contenders[i];
        contender.probability = contender.score == before ? 0 : std::pow(best / contender.score, weights.sharpness);
        before = contender.score;
        sum += contender.probability;
    }
    const auto explored = std::size_t(std::count_if(contenders.begin(), contenders.begin() + std::ptrdiff_t(count),
                                                    [](const Contender &each) { return each.probability > 0; }));
    const double exploration = explored > 1 ? std::clamp(weights.exploration, 0.0, 1.0) : 0;
    for (std::size_t i = 0; i < count; ++i) {
        double &share = contenders[i].probability;
        share = share > 0 ? (1 - exploration) * share / sum + exploration / double(explored) : 0;
    }
}

std::size_t pick(const std::vector<Contender> &contenders, std::size_t count, Random &random)
{
    double left = random.unit();
    for (std::size_t i = 0; i + 1 < count; ++i) {
        left -= contenders[i].probability;
        if (left < 0)
            return i;
    }
    return count - 1;
}

void takeFirst(std::vector<Contender> &contenders, std::size_t index)
{
    const auto begin = contenders.begin();
    std::rotate(begin, begin + std::ptrdiff_t(index), begin + std::ptrdiff_t(index) + 1);
}

/// Where the one that has the conversation cached is worth staying with; nullopt: nowhere.
std::optional<std::size_t> worthStaying(const std::vector<Contender> &contenders, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (contenders[i].sticky && contenders[i].score <= contenders.front().score * WorthStaying)
            return i;
    }
    return {};
}

} // namespace

Weights bestOnly(Weights weights)
{
    weights.exploration = 0;
    weights.sharpness = std::numeric_limits<double>::infinity();
    return weights;
}

void arrange(std::vector<Contender> &contenders, Sort sort, const Weights &weights, Random &random)
{
    if (contenders.empty())
        return;
    if (sort == Sort::Balanced)
        scoreInDollars(contenders, weights);
    sortBy(contenders, sort);
    for (Contender &contender : contenders)
        contender.probability = 0;
    const auto rest = std::ranges::find_if(
        contenders, [group = contenders.front().group](const Contender &each) { return each.group != group; });
    const auto count = std::size_t(rest - contenders.begin());
    if (sort != Sort::Balanced || count == 1) {
        contenders.front().probability = 1;
        return;
    }
    if (const auto staying = worthStaying(contenders, count)) {
        takeFirst(contenders, *staying);
        contenders.front().probability = 1;
        return;
    }
    setShares(contenders, count, weights);
    takeFirst(contenders, pick(contenders, count, random));
}

} // namespace sb::routing
