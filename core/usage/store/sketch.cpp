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
    if (times <= 0)
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
