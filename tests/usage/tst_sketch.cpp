#include "core/usage/store/sketch.h"

#include "tests/testing/testing.h"

#include "core/base/random.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;
using std::chrono::milliseconds;

namespace {

enum class Shape
{
    Uniform,
    Exponential,
    HeavyTail,
    TwoHumps,
    Constant
};

qint64 draw(Random &random, Shape shape)
{
    const double u = random.unit();
    switch (shape) {
    case Shape::Uniform:
        return qint64(u * 60'000);
    case Shape::Exponential:
        return qint64(-2'000 * std::log(1 - u));
    case Shape::HeavyTail:
        return qint64(50 / std::pow(1 - u, 1.3));
    case Shape::TwoHumps:
        return qint64(random.unit() < 0.5 ? 80 + 40 * u : 20'000 + 9'000 * u);
    case Shape::Constant:
        return 1'234;
    }
    return 0;
}

/// Off by at most 1 % of the value and, since answers are whole milliseconds, half of one.
bool isClose(milliseconds estimate, qint64 truth)
{
    return std::abs(double(estimate.count() - truth)) <= Sketch::Accuracy * double(truth) + 0.5;
}

} // namespace

class TstSketch final : public QObject
{
    Q_OBJECT

private slots:
    void aQuantileIsOffByAtMostOnePercent_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::newRow("uniform") << Shape::Uniform;
        QTest::newRow("exponential") << Shape::Exponential;
        QTest::newRow("a heavy tail") << Shape::HeavyTail;
        QTest::newRow("two humps") << Shape::TwoHumps;
        QTest::newRow("always the same") << Shape::Constant;
    }
    void aQuantileIsOffByAtMostOnePercent()
    {
        QFETCH(Shape, shape);
        SeededRandom random(7);
        for (int round = 0; round < 40; ++round) {
            Sketch sketch;
            std::vector<qint64> values(1 + random.below(2'000));
            for (qint64 &value : values) {
                value = draw(random, shape);
                sketch.add(milliseconds{value});
            }
            std::ranges::sort(values);
            for (const double p : {0.0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 1.0}) {
                const qint64 truth = values[size_t(std::floor(p * double(values.size() - 1)))];
                const milliseconds estimate = sketch.quantile(p).value();
                QVERIFY2(
                    isClose(estimate, truth),
                    qPrintable(u"p=%1 of %2: %3 for %4"_s.arg(p).arg(values.size()).arg(estimate.count()).arg(truth)));
            }
        }
    }

    void everyMagnitudeIsWithinOnePercent()
    {
        for (qint64 value = 1; value < 9'000'000'000'000'000; value = value * 21 / 20 + 1) {
            Sketch sketch;
            sketch.add(milliseconds{value});
            QVERIFY2(isClose(sketch.quantile(0.5).value(), value), qPrintable(QString::number(value)));
        }
    }

    void mergingEqualsTheSketchOfTheUnion()
    {
        SeededRandom random(11);
        for (int round = 0; round < 60; ++round) {
            Sketch whole;
            Sketch merged;
            Sketch mergedFromBytes;
            QByteArray mergedBytes;
            for (int part = 0; part < 5; ++part) {
                Sketch piece;
                for (quint64 i = random.below(200); i > 0; --i) {
                    const milliseconds value{draw(random, Shape(random.below(5)))};
                    piece.add(value);
                    whole.add(value);
                }
                merged.merge(piece);
                QVERIFY(mergedFromBytes.merge(piece.encoded()));
                mergedBytes = Sketch::merged(mergedBytes, piece.encoded());
            }
            QCOMPARE(merged.encoded(), whole.encoded());
            QCOMPARE(mergedFromBytes.encoded(), whole.encoded());
            QCOMPARE(mergedBytes, whole.encoded());
            QCOMPARE(merged.count(), whole.count());
        }
    }

    void anEmptySketchHasNoQuantile()
    {
        QVERIFY(!Sketch().quantile(0.5));
        QVERIFY(Sketch().encoded().isEmpty());
    }

    void lessThanAMillisecondCountsAsZero()
    {
        Sketch sketch;
        sketch.add(milliseconds{0}, 3);
        QCOMPARE(sketch.quantile(1.0).value(), milliseconds{0});
        QCOMPARE(sketch.count(), 3);
    }

    void bytesThatAreNoSketchAreRefusedAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a bucket without a count") << "\x05"_ba;
        QTest::newRow("a number that does not end") << "\x05\x01\x06\x80"_ba;
        QTest::newRow("a bucket beyond all times") << "\xff\xff\x7f\x01"_ba;
    }
    void bytesThatAreNoSketchAreRefusedAsAWhole()
    {
        QFETCH(QByteArray, bytes);
        Sketch sketch;
        QVERIFY(!sketch.merge(bytes));
        QCOMPARE(sketch.count(), 0);
        sketch.add(milliseconds{7});
        QCOMPARE(Sketch::merged(bytes, sketch.encoded()), sketch.encoded());
        QCOMPARE(Sketch::merged(sketch.encoded(), bytes), sketch.encoded());
    }
};

static const bool tstSketch = sb::testing::add<TstSketch>();

#include "tst_sketch.moc"
