#include "core/usage/register.h"

#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;
using namespace std::chrono_literals;

namespace {

constexpr qint64 Dollar = 1'000'000'000;

budget::Limits daily(qint64 amount, bool hard = true)
{
    return {.daily = budget::Limit{.period = budget::Period::Day, .amount = {amount}, .hard = hard}};
}

budget::Limits monthly(qint64 amount)
{
    return {.monthly = budget::Limit{.period = budget::Period::Month, .amount = {amount}}};
}

} // namespace

class TstLimits final : public QObject
{
    Q_OBJECT

private slots:
    void aBoundIsHeldFromOpenToSettle()
    {
        Rig rig;
        rig.m_options.limits = daily(Dollar);
        QVERIFY(rig.start());
        const OpenOutcome first = rig.open(smallOpenRecord(NanoDollars{Dollar * 6 / 10}));
        QCOMPARE(first.kind, OpenOutcome::Kind::Opened);
        QCOMPARE(first.remaining, NanoDollars{Dollar * 4 / 10});
        QCOMPARE(rig.open(smallOpenRecord(NanoDollars{Dollar * 5 / 10})).kind, OpenOutcome::Kind::RefusedBudget);

        QVERIFY(rig.settle(smallSettlement(first.key, {Dollar / 10})));
        const budget::Spent today = rig.ask<SpentNow>(SpentQuery{}).value().today;
        QCOMPARE(today, (budget::Spent{.settled = {Dollar / 10}, .reserved = {}}));
        QCOMPARE(rig.open(smallOpenRecord(NanoDollars{Dollar * 5 / 10})).kind, OpenOutcome::Kind::Opened);
    }

    void whatIsSpentIsToldBeforeTheOutcomeThatChangedIt()
    {
        Rig rig;
        QVERIFY(rig.start());
        const qint64 day = budget::dayOf(Tuesday, QTimeZone::utc());
        QStringList order;
        connect(&rig.usage(), &Register::standingChanged, &rig, [&](const budget::Standing &standing) {
            const budget::Spent spent = standing.days.value(day);
            order.append(u"%1 %2"_s.arg(spent.settled.value).arg(spent.reserved.value));
        });
        connect(&rig.usage(), &Register::opened, &rig, [&] { order.append(u"opened"_s); });
        connect(&rig.usage(), &Register::settled, &rig, [&] { order.append(u"settled"_s); });
        const RecordKey key = rig.open(smallOpenRecord(NanoDollars{500})).key;
        QVERIFY(rig.settle(smallSettlement(key, {200})));
        QTRY_COMPARE(order, (QStringList{u"0 500"_s, u"opened"_s, u"200 0"_s, u"settled"_s}));
        QCOMPARE(rig.usage().standing().days.value(day), (budget::Spent{.settled = {200}}));
    }

    void whatWasSpentBeforeIsKnownWhenTheRegisterIsReady()
    {
        Rig rig;
        QVERIFY(rig.start());
        (void)rig.record(smallOpenRecord(NanoDollars{500}), smallSettlement({}, {200}));
        OpenRecord practice = smallOpenRecord(NanoDollars{900});
        practice.ledger = Ledger::Practice;
        (void)rig.open(practice);
        QVERIFY(rig.start());
        const budget::Standing standing = rig.usage().standing();
        QCOMPARE(standing.zone, QTimeZone::utc());
        QCOMPARE(standing.days.size(), 1);
        QCOMPARE(standing.days.first(), (budget::Spent{.settled = {200}}));
    }

    void everyAttemptReservesForItself()
    {
        Rig rig;
        rig.m_options.limits = daily(Dollar);
        QVERIFY(rig.start());
        const RecordKey key = rig.open(smallOpenRecord(NanoDollars{Dollar * 4 / 10})).key;
        const auto further = [&](qint64 held, qint64 bound) {
            return rig.reserve({.key = key, .held = NanoDollars{held}, .bound = NanoDollars{bound}});
        };
        QCOMPARE(further(Dollar * 4 / 10, Dollar * 5 / 10).kind, OpenOutcome::Kind::Opened);
        QCOMPARE(rig.ask<SpentNow>(SpentQuery{}).value().today.reserved, NanoDollars{Dollar * 9 / 10});
        const OpenOutcome refused = further(Dollar * 9 / 10, Dollar * 2 / 10);
        QCOMPARE(refused.kind, OpenOutcome::Kind::RefusedBudget);
        QCOMPARE(refused.remaining, NanoDollars{Dollar / 10});
        QCOMPARE(rig.ask<SpentNow>(SpentQuery{}).value().today.reserved, NanoDollars{Dollar * 9 / 10});
        QVERIFY(rig.settle(smallSettlement(key, {Dollar / 10})));
        QCOMPARE(rig.ask<SpentNow>(SpentQuery{}).value().today.reserved, NanoDollars{});
        QCOMPARE(valueOf(rig.path(), "SELECT count(*) FROM reservation"), u"0"_s);
    }

    void whatEndedAttemptsDoNotNeedIsThereForTheNext()
    {
        Rig rig;
        rig.m_options.limits = daily(Dollar);
        QVERIFY(rig.start());
        const RecordKey key = rig.open(smallOpenRecord(NanoDollars{Dollar})).key; // all there is
        const auto held = [&rig] { return rig.ask<SpentNow>(SpentQuery{}).value().today.reserved; };

        // It cost nothing: all of it is there again.
        QCOMPARE(rig.reserve({.key = key, .held = NanoDollars{0}, .bound = NanoDollars{Dollar}}).kind,
                 OpenOutcome::Kind::Opened);
        QCOMPARE(held(), NanoDollars{Dollar});
        // The second cost a tenth: what is left is told, and stays given back though the third was refused.
        const OpenOutcome refused =
            rig.reserve({.key = key, .held = NanoDollars{Dollar / 10}, .bound = NanoDollars{Dollar}});
        QCOMPARE(refused.kind, OpenOutcome::Kind::RefusedBudget);
        QCOMPARE(refused.remaining, NanoDollars{Dollar * 9 / 10});
        QCOMPARE(held(), NanoDollars{Dollar / 10});
        QCOMPARE(rig.reserve({.key = key, .held = NanoDollars{Dollar / 10}, .bound = refused.remaining}).kind,
                 OpenOutcome::Kind::Opened);
        QCOMPARE(held(), NanoDollars{Dollar});
        QVERIFY(rig.settle(smallSettlement(key, {Dollar / 5})));
        QCOMPARE(held(), NanoDollars{});
        QCOMPARE(valueOf(rig.path(), "SELECT count(*) FROM reservation"), u"0"_s);
    }

    void anUnpricedAttemptHoldsNothingAndTheRequestStaysOpen()
    {
        Rig rig;
        QVERIFY(rig.start());
        const RecordKey key = rig.open(smallOpenRecord({})).key;
        QCOMPARE(rig.reserve({.key = key}).kind, OpenOutcome::Kind::Opened);
        QCOMPARE(rowsOf(rig.path(), "SELECT bound IS NULL, owner IS NULL FROM reservation"), QStringList{u"1|0"_s});
        QVERIFY(rig.detail(key).open);
        QVERIFY(rig.settle(smallSettlement(key, {5})));
    }

    void whateverAttemptsHoldTheLimitIsNeverOverrun()
    {
        // Requests of several attempts in two processes; each attempt ends as some part of its bound.
        struct Running
        {
            RecordKey key = {};
            qint64 ended = 0;
            qint64 bound = 0;
        };
        Rig first;
        first.m_options.limits = daily(Dollar);
        QVERIFY(first.start());
        Rig second(first.m_options);
        QVERIFY(second.start());
        Rig *rigs[2] = {&first, &second};
        SeededRandom random(5);
        const auto upTo = [&random](qint64 most) { return qint64(random.below(quint64(most) + 1)); };
        QList<Running> running[2];
        qint64 settled = 0;
        int refused = 0;
        for (int i = 0; i < 600; ++i) {
            const int side = int(random.below(2));
            QList<Running> &mine = running[side];
            const quint64 what = random.below(3);
            if (what == 0 || mine.isEmpty()) {
                const qint64 bound = 1 + upTo(Dollar / 4);
                const OpenOutcome opened = rigs[side]->open(smallOpenRecord(NanoDollars{bound}));
                if (opened.kind == OpenOutcome::Kind::Opened)
                    mine.append({.key = opened.key, .bound = bound});
                refused += opened.kind == OpenOutcome::Kind::RefusedBudget ? 1 : 0;
            } else if (what == 1) {
                Running &one = mine[qsizetype(random.below(quint64(mine.size())))];
                one.ended += upTo(one.bound);
                one.bound = 1 + upTo(Dollar / 4);
                const OpenOutcome outcome = rigs[side]->reserve(
                    {.key = one.key, .held = NanoDollars{one.ended}, .bound = NanoDollars{one.bound}});
                if (outcome.kind != OpenOutcome::Kind::Opened)
                    one.bound = 0;
                refused += outcome.kind == OpenOutcome::Kind::RefusedBudget ? 1 : 0;
            } else {
                const Running one = mine.takeAt(qsizetype(random.below(quint64(mine.size()))));
                const qint64 cost = (one.ended + upTo(one.bound)) / 50; // so that there is room for many
                QVERIFY(rigs[side]->settle(smallSettlement(one.key, {cost})));
                settled += cost;
            }
            qint64 held = 0;
            for (const Running &one : running[0] + running[1])
                held += one.ended + one.bound;
            const budget::Spent now = first.ask<SpentNow>(SpentQuery{}).value().today;
            QCOMPARE(now, (budget::Spent{.settled = {settled}, .reserved = {held}}));
            QVERIFY(settled + held <= Dollar);
        }
        QVERIFY2(refused > 50, qPrintable(QString::number(refused)));
    }

    void aThousandAtOnceInTwoProcessesSpendALimitToTheNanoDollar()
    {
        constexpr qint64 Bound = 1'234'567;
        constexpr qint64 Fit = 300;
        constexpr int Each = 500;
        Rig rig; // makes the register, so that both find it
        QVERIFY(rig.start());
        const QString program = QCoreApplication::applicationDirPath() + u"/budget_racer"_s;
        const QStringList arguments{rig.path(), QString::number(Fit * Bound + Bound - 1), QString::number(Bound),
                                    QString::number(Each)};
        QProcess racers[2];
        for (QProcess &racer : racers)
            racer.start(program, arguments);
        int opened = 0;
        int refused = 0;
        for (QProcess &racer : racers) {
            QVERIFY(racer.waitForFinished(120'000));
            QCOMPARE(racer.exitCode(), 0);
            const QList<QByteArray> words = racer.readAllStandardOutput().simplified().split(' ');
            QCOMPARE(words.size(), 4);
            QVERIFY(words.at(1).toInt() > 0 || words.at(3).toInt() == Each);
            opened += words.at(1).toInt();
            refused += words.at(3).toInt();
        }
        QCOMPARE(opened, int(Fit));
        QCOMPARE(refused, 2 * Each - int(Fit));
        QCOMPARE(valueOf(rig.path(), "SELECT count(*) FROM reservation"), u"0"_s);
        const budget::Spent now = rig.ask<SpentNow>(SpentQuery{}).value().today;
        QCOMPARE(now, (budget::Spent{.settled = {Fit * Bound}}));
    }

    void aRefusalNamesTheLimitAndWhatIsLeft_data()
    {
        QTest::addColumn<qint64>("dailyLimit"); // 0: none
        QTest::addColumn<qint64>("monthlyLimit");
        QTest::addColumn<qint64>("bound"); // -1: unpriced
        QTest::addColumn<QString>("message");
        QTest::newRow("by day") << Dollar << 0LL << 2 * Dollar
                                << u"This may cost up to $2.00, but the daily limit of $1.00 has only $0.90 left."_s;
        QTest::newRow("by month") << 0LL << Dollar
                                  << 2
                * Dollar << u"This may cost up to $2.00, but the monthly limit of $1.00 has only $0.90 left."_s;
        QTest::newRow("the strictest") << 5 * Dollar << 3 * Dollar
                                       << 7
                * Dollar << u"This may cost up to $7.00, but the monthly limit of $3.00 has only $2.90 left."_s;
        QTest::newRow("no price") << Dollar << 0LL << -1LL
                                  << u"The price of this endpoint is not known, so the daily limit of $1.00 lets "
                                     u"nothing through to it. Set a "
                                     "price in Models, or allow the endpoint."_s;
    }
    void aRefusalNamesTheLimitAndWhatIsLeft()
    {
        QFETCH(qint64, dailyLimit);
        QFETCH(qint64, monthlyLimit);
        QFETCH(qint64, bound);
        QFETCH(QString, message);
        Rig rig;
        QVERIFY(rig.start());
        rig.record(smallOpenRecord({}), smallSettlement({}, {Dollar / 10}));
        budget::Limits limits;
        if (dailyLimit > 0)
            limits.daily = daily(dailyLimit).daily;
        if (monthlyLimit > 0)
            limits.monthly = monthly(monthlyLimit).monthly;
        rig.usage().setLimits(limits);

        const OpenOutcome outcome =
            rig.open(smallOpenRecord(bound < 0 ? std::nullopt : std::optional(NanoDollars{bound})));
        QCOMPARE(outcome.kind, OpenOutcome::Kind::RefusedBudget);
        QCOMPARE(outcome.error.message, message);
        QCOMPARE(valueOf(rig.path(), "SELECT count(*) FROM request"), u"1"_s); // a refused one leaves no row
    }

    void whatCostsNothingIsNeverRefused()
    {
        Rig rig;
        rig.m_options.limits = daily(Dollar);
        QVERIFY(rig.start());
        rig.record(smallOpenRecord(NanoDollars{Dollar}), smallSettlement({}, {2 * Dollar})); // billed above its bound
        QCOMPARE(rig.open(smallOpenRecord(NanoDollars{1})).kind, OpenOutcome::Kind::RefusedBudget);
        QCOMPARE(rig.open(smallOpenRecord(NanoDollars{0})).kind, OpenOutcome::Kind::Opened);
    }

    void aSoftLimitOnlyWarns()
    {
        Rig rig;
        rig.m_options.limits = daily(Dollar, false);
        QVERIFY(rig.start());
        QVERIFY(rig.open(smallOpenRecord(NanoDollars{Dollar / 2})).warnings.isEmpty());
        const OpenOutcome over = rig.open(smallOpenRecord(NanoDollars{Dollar}));
        QCOMPARE(over.kind, OpenOutcome::Kind::Opened);
        QVERIFY(over.warnings.isEmpty()); // nothing is spent yet
        QCOMPARE(over.remaining, NanoDollars{});
        QVERIFY(rig.settle(smallSettlement(over.key, {Dollar})));
        const OpenOutcome next = rig.open(smallOpenRecord(NanoDollars{1}));
        QCOMPARE(next.kind, OpenOutcome::Kind::Opened);
        QCOMPARE(next.warnings.size(), 1);
        QVERIFY(next.warnings.constFirst().passed);
        QCOMPARE(rig.open(smallOpenRecord({})).kind, OpenOutcome::Kind::Opened);
    }

    void theWarningShareOfAHardLimitWarns()
    {
        Rig rig;
        rig.m_options.limits = daily(Dollar);
        QVERIFY(rig.start());
        rig.record(smallOpenRecord(NanoDollars{Dollar}), smallSettlement({}, {Dollar * 8 / 10}));
        const OpenOutcome next = rig.open(smallOpenRecord(NanoDollars{1}));
        QCOMPARE(next.kind, OpenOutcome::Kind::Opened);
        QCOMPARE(next.warnings.size(), 1);
        QVERIFY(!next.warnings.constFirst().passed);
        QCOMPARE(next.warnings.constFirst().settled, NanoDollars{Dollar * 8 / 10});
    }

    void periodsEndInTheRegistersZone()
    {
        Rig rig;
        rig.m_options.zone = QTimeZone("Europe/Berlin");
        rig.m_options.limits = {.daily = daily(Dollar).daily, .monthly = monthly(2 * Dollar).monthly};
        QVERIFY(rig.start());
        const WallTime lastMinute = Tuesday + 11h + 59min; // 23:59 in Berlin
        rig.record(smallOpenRecord(NanoDollars{Dollar}, lastMinute), smallSettlement({}, {Dollar}));
        QCOMPARE(rig.open(smallOpenRecord(NanoDollars{1}, lastMinute)).kind, OpenOutcome::Kind::RefusedBudget);
        const WallTime tomorrow = lastMinute + 1min;
        rig.record(smallOpenRecord(NanoDollars{Dollar}, tomorrow), smallSettlement({}, {Dollar}));
        const OpenOutcome dayAfter = rig.open(smallOpenRecord(NanoDollars{1}, tomorrow + 24h));
        QCOMPARE(dayAfter.kind, OpenOutcome::Kind::RefusedBudget);
        QVERIFY2(dayAfter.error.message.contains(u"monthly"_s), qPrintable(dayAfter.error.message));
        QCOMPARE(rig.open(smallOpenRecord(NanoDollars{1}, tomorrow + 24h * 30)).kind, OpenOutcome::Kind::Opened);
    }

    void practiceMoneyKnowsNoLimitAndCountsForNone()
    {
        Rig rig;
        rig.m_options.limits = daily(Dollar);
        QVERIFY(rig.start());
        OpenRecord practice = smallOpenRecord(NanoDollars{100 * Dollar});
        practice.ledger = Ledger::Practice;
        rig.record(practice, smallSettlement({}, {50 * Dollar}));
        QCOMPARE(rig.open(practice).kind, OpenOutcome::Kind::Opened);
        QCOMPARE(rig.ask<SpentNow>(SpentQuery{}).value(), SpentNow{});
        QCOMPARE(rig.ask<SpentNow>(SpentQuery{Ledger::Practice}).value().month,
                 (budget::Spent{.settled = {50 * Dollar}, .reserved = {100 * Dollar}}));
        QCOMPARE(rig.open(smallOpenRecord(NanoDollars{Dollar})).kind, OpenOutcome::Kind::Opened);
    }

    void twoWritersOfOneFileNeverOverrunAHardLimit()
    {
        // 200 reservations of odd sizes at once, 100 from each; about half of them fit.
        Rig first;
        first.m_options.limits = daily(Dollar);
        QVERIFY(first.start());
        Rig second(first.m_options);
        QVERIFY(second.start());

        SeededRandom random(3);
        QHash<Ticket, qint64> asked[2];
        Rig *rigs[2] = {&first, &second};
        for (int i = 0; i < 200; ++i) {
            const qint64 bound = 1 + qint64(random.below(quint64(Dollar / 50)));
            asked[i % 2].insert(rigs[i % 2]->usage().open(smallOpenRecord(NanoDollars{bound})), bound);
        }
        qint64 admitted = 0;
        qint64 smallestRefused = Dollar;
        int refused = 0;
        for (int side = 0; side < 2; ++side) {
            for (auto call = asked[side].cbegin(); call != asked[side].cend(); ++call) {
                if (rigs[side]->waitForOpened(call.key()).kind == OpenOutcome::Kind::Opened) {
                    admitted += *call;
                } else {
                    ++refused;
                    smallestRefused = std::min(smallestRefused, *call);
                }
            }
        }
        QVERIFY(refused > 20 && refused < 180);
        QVERIFY2(admitted <= Dollar, qPrintable(QString::number(admitted)));
        QCOMPARE(first.ask<SpentNow>(SpentQuery{}).value().today.reserved, NanoDollars{admitted});
        // And not a nano-dollar is kept back: what is left can be had, one more cannot.
        const NanoDollars left{Dollar - admitted};
        QVERIFY(left.value < smallestRefused);
        QCOMPARE(second.open(smallOpenRecord(NanoDollars{left.value + 1})).kind, OpenOutcome::Kind::RefusedBudget);
        QCOMPARE(second.open(smallOpenRecord(left)).kind, OpenOutcome::Kind::Opened);
        QCOMPARE(first.open(smallOpenRecord(NanoDollars{1})).kind, OpenOutcome::Kind::RefusedBudget);
        QCOMPARE(valueOf(first.path(), "SELECT count(*) = max(seq) FROM request"), u"1"_s);
    }
};

static const bool tstLimits = sb::testing::add<TstLimits>();

#include "tst_limits.moc"
