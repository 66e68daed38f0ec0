#include "core/base/random.h"
#include "core/chat/usage.h"
#include "tests/testing/testing.h"

#include <QTest>

using sb::chat::TokenClasses;
using sb::chat::tokenClasses;
using sb::chat::Usage;

Q_DECLARE_METATYPE(Usage)
Q_DECLARE_METATYPE(TokenClasses)

class TstUsage : public QObject
{
    Q_OBJECT

private slots:
    void totalsAreSplitIntoClasses_data()
    {
        QTest::addColumn<Usage>("usage");
        QTest::addColumn<TokenClasses>("classes");
        QTest::addColumn<bool>("consistent");
        QTest::newRow("nothing reported") << Usage{} << TokenClasses{} << true;
        QTest::newRow("only totals") << Usage{.prompt = 10, .completion = 5}
                                     << TokenClasses{.freshInput = 10, .visibleOutput = 5} << true;
        QTest::newRow("all classes") << Usage{.prompt = 100,
                                              .cacheRead = 50,
                                              .cacheWrite5m = 20,
                                              .cacheWrite1h = 10,
                                              .completion = 30,
                                              .reasoning = 25}
                                     << TokenClasses{.freshInput = 20,
                                                     .cacheRead = 50,
                                                     .cacheWrite5m = 20,
                                                     .cacheWrite1h = 10,
                                                     .visibleOutput = 5,
                                                     .reasoning = 25}
                                     << true;
        QTest::newRow("all cached") << Usage{.prompt = 7, .cacheRead = 7} << TokenClasses{.cacheRead = 7} << true;
        QTest::newRow("more cached than there was")
            << Usage{.prompt = 7, .cacheRead = 161, .cacheWrite5m = 3} << TokenClasses{.cacheRead = 7} << false;
        QTest::newRow("writes that do not fit")
            << Usage{.prompt = 10, .cacheRead = 4, .cacheWrite5m = 4, .cacheWrite1h = 4}
            << TokenClasses{.cacheRead = 4, .cacheWrite5m = 4, .cacheWrite1h = 2} << false;
        QTest::newRow("more reasoning than output")
            << Usage{.completion = 5, .reasoning = 9} << TokenClasses{.reasoning = 5} << false;
        QTest::newRow("parts without a total")
            << Usage{.cacheRead = 3, .reasoning = 2} << TokenClasses{.cacheRead = 3, .reasoning = 2} << true;
        QTest::newRow("a negative total")
            << Usage{.prompt = -1, .completion = 5} << TokenClasses{.visibleOutput = 5} << false;
        QTest::newRow("a negative part") << Usage{.prompt = 5, .cacheRead = -1} << TokenClasses{.freshInput = 5}
                                         << false;
    }
    void totalsAreSplitIntoClasses()
    {
        QFETCH(Usage, usage);
        QFETCH(TokenClasses, classes);
        bool consistent = false;
        QVERIFY(tokenClasses(usage, &consistent) == classes);
        QTEST(consistent, "consistent");
        QVERIFY(tokenClasses(usage) == classes);
    }

    void classesAddUpEachByItself()
    {
        const TokenClasses one{1, 20, 300, 4'000, 50'000, 600'000};
        TokenClasses sum = one;
        sum += TokenClasses{2, 30, 400, 5'000, 60'000, 700'000};
        QVERIFY(sum == (TokenClasses{3, 50, 700, 9'000, 110'000, 1'300'000}));
        sum += -one;
        QVERIFY(sum == (TokenClasses{2, 30, 400, 5'000, 60'000, 700'000}));
    }

    void whateverIsReportedTheTotalsHold()
    {
        sb::SeededRandom random(9);
        const auto any = [&] { return qint64(random.below(40)) - 10; };
        for (int i = 0; i < 5'000; ++i) {
            const Usage usage{.prompt = any(),
                              .cacheRead = any(),
                              .cacheWrite5m = any(),
                              .cacheWrite1h = any(),
                              .completion = any(),
                              .reasoning = any()};
            const TokenClasses classes = tokenClasses(usage);
            QCOMPARE(classes.input(), std::max<qint64>(0, *usage.prompt));
            QCOMPARE(classes.output(), std::max<qint64>(0, *usage.completion));
            QVERIFY(classes.freshInput >= 0 && classes.cacheRead >= 0 && classes.cacheWrite5m >= 0
                    && classes.cacheWrite1h >= 0 && classes.visibleOutput >= 0 && classes.reasoning >= 0);
        }
    }
};

static const bool tstUsage = sb::testing::add<TstUsage>();

#include "tst_usage.moc"
