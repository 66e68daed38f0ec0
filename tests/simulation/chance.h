#pragma once

#include "core/base/random.h"

#include "tests/simulation/parameters.h"

namespace sb::simulation {

[[nodiscard]] double normal(Random &random); ///< N(0, 1), by Box and Muller
[[nodiscard]] double draw(const LogNormal &from, Random &random);
[[nodiscard]] double draw(const Range &from, Random &random);
[[nodiscard]] double drawEvenly(const Range &from, Random &random);
[[nodiscard]] double exponential(double mean, Random &random);

/// A number that depends on both, for a source of chance of their own: what one host does with one request is the same
/// under every rule.
[[nodiscard]] quint64 mixed(quint64 a, quint64 b);

} // namespace sb::simulation
