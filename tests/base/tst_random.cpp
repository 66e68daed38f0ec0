#include "core/base/random.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <array>

namespace {

/// Gives the numbers that it was given.
class ScriptedRandom final : public sb::Random
{
public:
    explicit ScriptedRandom(QList<quint64> numbers)
        : m_numbers(std::move(numbers))
    {
    }
    quint64 next() override { return m_numbers.takeFirst(); }
    [[nodiscard]] qsizetype left() const { return m_numbers.size(); }

private:
    QList<quint64> m_numbers;
};

} // namespace

class TstRandom : public QObject
{
    Q_OBJECT

private slots:
    void theSameSeedGivesThePublishedNumbers()
    {
        // Reference values of SplitMix64 for the seed 1234567.
        sb::SeededRandom random(1234567);
        QCOMPARE(random.next(), 6457827717110365317ULL);
        QCOMPARE(random.next(), 3203168211198807973ULL);
        QCOMPARE(random.next(), 9817491932198370423ULL);
    }

    void unitReachesFromZeroToJustBelowOne()
    {
        ScriptedRandom random({0, ~quint64(0)});
        QCOMPARE(random.unit(), 0.0);
        const double most = random.unit();
        QVERIFY(most < 1.0);
        QVERIFY(most > 0.9999999999999998);
    }

    void belowStaysBelowItsBound()
    {
        sb::SeededRandom random(7);
        for (int i = 0; i < 10'000; ++i)
            QVERIFY(random.below(10) < 10);
        QCOMPARE(random.below(1), quint64(0));
    }

    void belowZeroIsZeroAndUsesNoNumber()
    {
        ScriptedRandom random({5});
        QCOMPARE(random.below(0), quint64(0));
        QCOMPARE(random.left(), 1);
    }

    void belowRejectsTheNumbersThatWouldFavorSomeResults()
    {
        // 2^64 mod 3 is 1: the number 0 is thrown away, 4 gives 1.
        ScriptedRandom random({0, 4});
        QCOMPARE(random.below(3), quint64(1));
        QCOMPARE(random.left(), 0);
    }

    void belowIsFair()
    {
        sb::SeededRandom random(42);
        std::array<int, 6> counts{};
        for (int i = 0; i < 60'000; ++i)
            ++counts[random.below(6)];
        for (const int count : counts)
            QVERIFY2(count > 9'600 && count < 10'400, qPrintable(QString::number(count)));
    }

    void theSystemsNumbersDiffer()
    {
        sb::SystemRandom random;
        QVERIFY(random.next() != random.next());
    }
};

static const bool tstRandom = sb::testing::add<TstRandom>();

#include "tst_random.moc"
