#include "core/usage/store/sketch.h"

#include "core/usage/store/varint.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace sb::usage {

namespace {

constexpr double Gamma = (1 + Sketch::Accuracy) / (1 - Sketch::Accuracy);
constexpr int MaxBucket = 4096; ///< beyond what 64 bits of milliseconds reach

int bucketOf(qint64 milliseconds)
{
    if (milliseconds < 1)
        return 0;
    return 1 + int(std::ceil(std::log(double(milliseconds)) / std::log(Gamma)));
}

/// Reads an encoded sketch pair by pair.
struct Pairs
{
    explicit Pairs(QByteArrayView encoded)
        : rest(encoded)
    {
        next();
    }
    void next()
    {
        atEnd = rest.isEmpty();
        if (atEnd)
            return;
        const std::optional<quint64> step = takeVarint(rest);
        const std::optional<quint64> many = takeVarint(rest);
        isWhole = step && many && *step <= MaxBucket && bucket + *step <= MaxBucket;
        atEnd = !isWhole;
        bucket += step.value_or(0);
        times = many.value_or(0);
    }

    QByteArrayView rest;
    quint64 bucket = 0;
    quint64 times = 0;
    bool atEnd = false;
    bool isWhole = true;
};

bool isSketch(QByteArrayView encoded)
{
    Pairs pairs(encoded);
    while (!pairs.atEnd)
        pairs.next();
    return pairs.isWhole;
}

double valueOf(int bucket)
{
    if (bucket == 0)
        return 0;
    return 2 * std::pow(Gamma, bucket - 1) / (Gamma + 1);
}

} // namespace

void Sketch::add(std::chrono::milliseconds value, qint64 times)
{
    addToBucket(bucketOf(value.count()), times);
}

void Sketch::merge(const Sketch &other)
{
    int bucket = other.m_first;
    for (const qint64 times : other.m_counts)
        addToBucket(bucket++, times);
}

bool Sketch::merge(QByteArrayView encoded)
{
    QVarLengthArray<std::pair<int, qint64>, 128> pairs;
    quint64 bucket = 0;
    while (!encoded.isEmpty()) {
        const std::optional<quint64> step = takeVarint(encoded);
        const std::optional<quint64> times = takeVarint(encoded);
        if (!step || !times || *step > MaxBucket || bucket + *step > MaxBucket)
            return false;
        bucket += *step;
        pairs.append({int(bucket), qint64(*times)});
    }
    for (const auto &[at, times] : pairs)
        addToBucket(at, times);
    return true;
}

QByteArray Sketch::merged(QByteArrayView a, QByteArrayView b)
{
    QByteArray out;
    out.reserve(a.size() + b.size());
    quint64 before = 0;
    const auto append = [&out, &before](quint64 bucket, quint64 times) {
        appendVarint(out, bucket - before);
        appendVarint(out, times);
        before = bucket;
    };
    Pairs left(isSketch(a) ? a : QByteArrayView());
    Pairs right(isSketch(b) ? b : QByteArrayView());
    while (!left.atEnd || !right.atEnd) {
        const bool takeLeft = !left.atEnd && (right.atEnd || left.bucket <= right.bucket);
        const bool takeRight = !right.atEnd && (left.atEnd || right.bucket <= left.bucket);
        // Modulo 2^64: what is taken away is a number below zero.
        const quint64 times = (takeLeft ? left.times : 0) + (takeRight ? right.times : 0);
        if (times != 0)
            append(takeLeft ? left.bucket : right.bucket, times);
        if (takeLeft)
            left.next();
        if (takeRight)
            right.next();
    }
    return out;
}

std::optional<std::chrono::milliseconds> Sketch::quantile(double p) const
{
    if (m_count == 0)
        return std::nullopt;
    const auto rank = qint64(std::floor(std::clamp(p, 0.0, 1.0) * double(m_count - 1)));
    qint64 seen = 0;
    int bucket = m_first;
    for (const qint64 times : m_counts) {
        seen += times;
        if (seen > rank)
            break;
        ++bucket;
    }
    return std::chrono::milliseconds{qint64(std::llround(valueOf(bucket)))};
}

QByteArray Sketch::encoded() const
{
    QByteArray out;
    int before = 0;
    int bucket = m_first;
    for (const qint64 times : m_counts) {
        if (times != 0) {
            appendVarint(out, quint64(bucket - before));
            appendVarint(out, quint64(times));
            before = bucket;
        }
        ++bucket;
    }
    return out;
}

void Sketch::addToBucket(int bucket, qint64 times)
{
    if (times == 0)
        return;
    if (m_counts.empty())
        m_first = bucket;
    if (bucket < m_first) {
        m_counts.insert(m_counts.begin(), size_t(m_first - bucket), 0);
        m_first = bucket;
    }
    if (bucket - m_first >= int(m_counts.size()))
        m_counts.resize(size_t(bucket - m_first) + 1);
    m_counts[size_t(bucket - m_first)] += times;
    m_count += times;
}

} // namespace sb::usage
