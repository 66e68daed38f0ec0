#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>
#include <vector>

namespace sb::usage {

/// How long things took, in logarithmic buckets: a quantile is off by at most 1 % of itself, then
/// rounded to whole milliseconds, and sketches merge exactly.
/// Source: Masson, Rim, Lee, "DDSketch", VLDB 12 (2019), with the exact logarithmic mapping and without collapsing.
class Sketch
{
public:
    static constexpr double Accuracy = 0.01; ///< alpha; stored in the register, never changed for an existing one

    /// Below 1 ms counts as 0. @param times negative: taken away, once this is merged into a sketch that has them
    void add(std::chrono::milliseconds value, qint64 times = 1);
    void merge(const Sketch &other);
    /// Adds an encoded sketch without an object in between. False when the bytes are none; nothing of them counts then.
    bool merge(QByteArrayView encoded);

    [[nodiscard]] qint64 count() const { return m_count; }
    /// The value at rank floor(p × (count − 1)), p in [0, 1]; nullopt when empty.
    [[nodiscard]] std::optional<std::chrono::milliseconds> quantile(double p) const;

    /// Two encoded sketches as one, pair by pair and without an object in between. What is no sketch counts as an empty
    /// one.
    [[nodiscard]] static QByteArray merged(QByteArrayView a, QByteArrayView b);

    /// Pairs of varint(bucket − bucket before) varint(times), ascending; empty for an empty sketch.
    [[nodiscard]] QByteArray encoded() const;

    friend bool operator==(const Sketch &a, const Sketch &b) { return a.encoded() == b.encoded(); }

private:
    void addToBucket(int bucket, qint64 times);

    int m_first = 0; ///< bucket of m_counts[0]
    std::vector<qint64> m_counts = {}; ///< from the first to the last bucket in use
    qint64 m_count = 0;
};

} // namespace sb::usage
