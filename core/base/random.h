#pragma once

#include <QtGlobal>

namespace sb {

/// Where chance comes from. Handed in, so that a decision can be repeated with the same seed.
class Random
{
public:
    virtual ~Random() = default;
    virtual quint64 next() = 0; ///< uniform over all 64-bit numbers

    [[nodiscard]] double unit(); ///< uniform in [0, 1)
    [[nodiscard]] quint64 below(quint64 bound); ///< uniform in [0, bound), without modulo bias; 0 when bound is 0
};

/// The operating system's randomness; for identifiers and live choices.
class SystemRandom final : public Random
{
public:
    quint64 next() override;
};

/// SplitMix64: the same numbers for the same seed on every machine.
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next() override;

private:
    quint64 m_state;
};

} // namespace sb
