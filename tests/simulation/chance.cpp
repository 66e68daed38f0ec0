#include "tests/simulation/chance.h"

#include <cmath>
#include <numbers>

namespace sb::simulation {

double normal(Random &random)
{
    const double radius = std::sqrt(-2 * std::log(1 - random.unit()));
    return radius * std::cos(2 * std::numbers::pi * random.unit());
}

double draw(const LogNormal &from, Random &random)
{
    return from.median * std::exp(from.spread * normal(random));
}

double draw(const Range &from, Random &random)
{
    return from.low * std::pow(from.high / from.low, random.unit());
}

double drawEvenly(const Range &from, Random &random)
{
    return from.low + (from.high - from.low) * random.unit();
}

double exponential(double mean, Random &random)
{
    return -mean * std::log(1 - random.unit());
}

quint64 mixed(quint64 a, quint64 b)
{
    SeededRandom random(a);
    return random.next() ^ SeededRandom(b + 0x5bd1e995).next();
}

} // namespace sb::simulation
