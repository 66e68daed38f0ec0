#include "core/base/random.h"

#include <QRandomGenerator>

namespace sb {

double Random::unit()
{
    return double(next() >> 11) * 0x1.0p-53;
}

quint64 Random::below(quint64 bound)
{
    if (bound == 0)
        return 0;
    const quint64 rejected = (0 - bound) % bound; // 2^64 mod bound: numbers below it would be favored
    for (;;) {
        const quint64 number = next();
        if (number >= rejected)
            return number % bound;
    }
}

quint64 SystemRandom::next()
{
    return QRandomGenerator::system()->generate64();
}

quint64 SeededRandom::next()
{
    quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

} // namespace sb
