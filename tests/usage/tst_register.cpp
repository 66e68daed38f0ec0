#include "core/usage/register.h"

#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;
using namespace std::chrono_literals;

class TstRegister final : public QObject
{
    Q_OBJECT

private slots:
    void everythingThatIsWrittenCanBeRead()
    {
        Rig rig;
        QVERIFY(rig.start());
        const OpenRecord opened = fullOpenRecord();
        const OpenOutcome outcome = rig.open(opened);
        QCOMPARE(outcome.kind, OpenOutcome::Kind::Opened);
        QCOMPARE(outcome.key, (RecordKey{.ledger = Ledger::Real, .seq = 1}));
        QVERIFY(!outcome.remaining); // no limit

        const RequestRecord running = rig.detail(outcome.key);
        QVERIFY(running.open);
        QCOMPARE(running.opened, opened);
        QCOMPARE(running.settled, Settlement{.key = outcome.key});

        const Settlement settlement = fullSettlement(outcome.key);
        QCOMPARE(rig.settle(settlement), outcome.key);
        const RequestRecord closed = rig.detail(outcome.key);
        QVERIFY(!closed.open);
        QCOMPARE(closed.opened, opened);
        QCOMPARE(closed.settled.attempts, settlement.attempts);
        QCOMPARE(closed.settled.decision, settlement.decision);
        QCOMPARE(closed.settled.answer, settlement.answer);
        QCOMPARE(closed.settled, settlement);
    }

    void theUsesOfKeysAreToldForATime()
    {
        Rig rig;
        QVERIFY(rig.start());
        const auto use = [](const QString &provider, std::optional<QString> key, std::chrono::seconds after) {
            AttemptRecord attempt{.providerId = provider, .startedAt = Tuesday + after, .moveReason = "first_try"};
            attempt.keyId = key;
            return attempt;
        };
        Settlement settlement = smallSettlement({}, {5});
        settlement.attempts = {use(u"north"_s, u"k-2"_s, 0s), use(u"north"_s, u""_s, 5s), use(u"south"_s, {}, 6s)};
        OpenRecord record = smallOpenRecord({});
        record.startedAt = Tuesday;
        rig.record(record, settlement);
        record.startedAt = Tuesday + 48h;
        settlement.attempts = {use(u"north"_s, u"k-2"_s, 48h)};
        rig.record(record, settlement);
        record.ledger = Ledger::Practice;
        rig.record(record, settlement);

        QList<KeyUse> uses;
        Ticket asked;
        connect(&rig.usage(), &Register::keyUsesRead, this, [&](Ticket ticket, const QList<KeyUse> &read) {
            if (ticket == asked)
                uses = read;
            asked = {};
        });
        const auto usesIn = [&](WallTime from, WallTime until) {
            uses = {{.providerId = u"nobody answered"_s}};
            asked = rig.usage().readKeyUses(from, until);
            return QTest::qWaitFor([&] { return !asked.isValid(); }) ? uses : QList<KeyUse>{};
        };
        const KeyUse first{.providerId = u"north"_s, .keyId = u"k-2"_s, .at = Tuesday};
        const KeyUse second{.providerId = u"north"_s, .keyId = QString(), .at = Tuesday + 5s};
        const KeyUse third{.providerId = u"north"_s, .keyId = u"k-2"_s, .at = Tuesday + 48h};
        QCOMPARE(usesIn(Tuesday, Tuesday + 24h), (QList{first, second}));
        QCOMPARE(usesIn(Tuesday + 1s, Tuesday + 72h), (QList{second, third}));
        QCOMPARE(usesIn(Tuesday + 24h, Tuesday + 48h), QList<KeyUse>());
    }

    void whatIsMissingStaysMissing()
    {
        Rig rig;
        QVERIFY(rig.start());
        OpenRecord bare{.startedAt = Tuesday};
        const RecordKey key = rig.open(bare).key;
        const Settlement nobody{.key = key, .end = routing::EndState::Failed};
        QVERIFY(rig.settle(nobody));
        QCOMPARE(rig.detail(key).opened, bare);
        QCOMPARE(rig.detail(key).settled, nobody);
    }

    void everyEndStateAndCostKindIsKept()
    {
        Rig rig;
        QVERIFY(rig.start());
        for (int end = 0; end <= int(routing::EndState::Lost); ++end) {
            Settlement settlement = smallSettlement({}, {5});
            settlement.end = routing::EndState(end);
            settlement.cost.kind = CostKind(end % 4);
            if (settlement.cost.kind == CostKind::Unpriced)
                settlement.cost.amount.reset();
            const RecordKey key = rig.record(smallOpenRecord(NanoDollars{9}), settlement);
            settlement.key = key;
            QCOMPARE(rig.detail(key).settled, settlement);
        }
    }

    void sequencesAreDenseInEachLedger()
    {
        Rig rig;
        QVERIFY(rig.start());
        OpenRecord practice = smallOpenRecord({});
        practice.ledger = Ledger::Practice;
        for (qint64 seq = 1; seq <= 3; ++seq) {
            QCOMPARE(rig.open(smallOpenRecord({})).key, (RecordKey{.ledger = Ledger::Real, .seq = seq}));
            QCOMPARE(rig.open(practice).key, (RecordKey{.ledger = Ledger::Practice, .seq = seq}));
        }
        rig.stop();
        QVERIFY(rig.start());
        QCOMPARE(rig.open(practice).key, (RecordKey{.ledger = Ledger::Practice, .seq = 4}));
    }

    void aClosedRecordIsNeverChangedAgain()
    {
        Rig rig;
        QVERIFY(rig.start());
        const RecordKey key = rig.record(smallOpenRecord(NanoDollars{9}), smallSettlement({}, {5}));
        const RequestRecord before = rig.detail(key);

        const Result<RecordKey> again = rig.settle(smallSettlement(key, {7}));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Conflict);
        QCOMPARE(rig.reserve({.key = key, .bound = NanoDollars{1}}).kind, OpenOutcome::Kind::Failed);
        QCOMPARE(rig.settleLost(key, {7}).error().kind, Error::Kind::Conflict);
        QCOMPARE(rig.detail(key), before);
        QCOMPARE(rig.ask<SpentNow>(SpentQuery{}).value().today.settled, NanoDollars{5});
    }

    void callsAboutNobodyAreRefusedAndSpoilNothing()
    {
        Rig rig;
        QVERIFY(rig.start());
        const RecordKey nobody{.ledger = Ledger::Real, .seq = 77};
        // Posted at once, so that they share a transaction with a good one.
        const Ticket good = rig.usage().open(smallOpenRecord(NanoDollars{9}));
        const Ticket settle = rig.usage().settle(smallSettlement(nobody, {5}));
        const Ticket lost = rig.usage().settleLost({.key = nobody});
        const Ticket vote = rig.usage().vote({.key = nobody});
        const Ticket reserve = rig.usage().reserve({.key = nobody, .bound = NanoDollars{1}});
        QCOMPARE(rig.waitForOpened(good).kind, OpenOutcome::Kind::Opened);
        QCOMPARE(rig.waitForSettled(settle).error().kind, Error::Kind::NotFound);
        QCOMPARE(rig.waitForSettled(lost).error().kind, Error::Kind::NotFound);
        QCOMPARE(rig.waitForSettled(vote).error().kind, Error::Kind::NotFound);
        QCOMPARE(rig.waitForOpened(reserve).kind, OpenOutcome::Kind::Failed);
        QCOMPARE(rig.ask<RequestRecord>(DetailQuery{nobody}).error().kind, Error::Kind::NotFound);
    }

    void bodiesAreKeptOnlyWhenWanted()
    {
        Rig rig;
        rig.m_options.recordBodies = false;
        QVERIFY(rig.start());
        const RecordKey key = rig.open(fullOpenRecord()).key;
        QVERIFY(rig.settle(fullSettlement(key)));
        QVERIFY(rig.detail(key).opened.request.isNull());
        QVERIFY(rig.detail(key).settled.answer.isNull());
        QVERIFY(!rig.detail(key).settled.decision.isNull()); // how it was routed is no body

        rig.usage().setRecordBodies(true);
        const RecordKey next = rig.open(fullOpenRecord()).key;
        QCOMPARE(rig.detail(next).opened.request, fullOpenRecord().request);
    }

    void votesAreRowsOfTheirOwn()
    {
        Rig rig;
        QVERIFY(rig.start());
        const RecordKey first = rig.record(smallOpenRecord({}), smallSettlement({}, {5}));
        const RecordKey second = rig.record(smallOpenRecord({}), smallSettlement({}, {5}));
        const RequestRecord before = rig.detail(first);
        QVERIFY(rig.vote({.key = first, .against = second, .kind = Vote::Kind::Better, .at = Tuesday}));
        QVERIFY(rig.vote({.key = first, .kind = Vote::Kind::Worse, .at = Tuesday + 1s}));
        QCOMPARE(rig.detail(first), before);
        QCOMPARE(rowsOf(rig.path(), "SELECT ledger, seq, against_ledger, against_seq, kind, at FROM vote ORDER BY id"),
                 (QStringList{u"0|1|0|2|0|1748944800000"_s, u"0|1|NULL|NULL|1|1748944801000"_s}));
    }

    void theLastVoteOnARecordIsRead()
    {
        Rig rig;
        QVERIFY(rig.start());
        const RecordKey first = rig.record(smallOpenRecord({}), smallSettlement({}, {5}));
        const RecordKey second = rig.record(smallOpenRecord({}), smallSettlement({}, {5}));
        const RecordKey third = rig.record(smallOpenRecord({}), smallSettlement({}, {5}));
        const Vote last{.key = first, .against = third, .kind = Vote::Kind::Tie, .at = Tuesday + 1s};
        QVERIFY(rig.vote({.key = first, .against = second, .kind = Vote::Kind::Better, .at = Tuesday}));
        QVERIFY(rig.vote(last));
        QVERIFY(rig.vote({.key = third, .kind = Vote::Kind::Worse, .at = Tuesday}));
        const auto votes = rig.ask<Votes>(VotesQuery{.keys = {first, second}});
        QVERIFY(votes);
        QCOMPARE(votes->votes, QList<Vote>{last});
    }

    void anotherZoneNumbersTheDaysAnew()
    {
        Rig rig;
        rig.m_options.zone = QTimeZone("UTC");
        QVERIFY(rig.start());
        const WallTime lateEvening = Tuesday + 13h; // 23:00 UTC, 01:00 of Wednesday in Berlin
        rig.record(smallOpenRecord(NanoDollars{9}, lateEvening), smallSettlement({}, {5}));
        QCOMPARE(rig.open(smallOpenRecord(NanoDollars{9}, lateEvening)).kind, OpenOutcome::Kind::Opened);
        const qint64 tuesday = QDate(2025, 6, 3).toJulianDay();
        QCOMPARE(rig.ask<Overview>(OverviewQuery{}).value().byDay.value(0).day, tuesday);

        QVERIFY(rig.setZone(QTimeZone("Europe/Berlin")));
        const Overview overview = rig.ask<Overview>(OverviewQuery{}).value();
        QCOMPARE(overview.byDay.value(0).day, tuesday + 1);
        QCOMPARE(overview.byDay.size(), 1);
        QCOMPARE(overview.zone, u"Europe/Berlin"_s);
        QCOMPARE(rowsOf(rig.path(), "SELECT day, settled, reserved FROM spent"),
                 QStringList{u"%1|5|9"_s.arg(tuesday + 1)});

        // The register keeps it, whatever a later process was started with.
        QVERIFY(rig.start());
        rig.record(smallOpenRecord({}, lateEvening), smallSettlement({}, {5}));
        QCOMPARE(rig.ask<Overview>(OverviewQuery{}).value().byDay.value(0).sums.requests, 2);
    }

    void changesAreAnnouncedTogether()
    {
        Rig rig;
        QVERIFY(rig.start());
        for (int i = 0; i < 50; ++i)
            rig.record(smallOpenRecord({}), smallSettlement({}, {1}));
        QTRY_VERIFY(rig.m_changes > 0);
        QVERIFY2(rig.m_changes < 50, qPrintable(QString::number(rig.m_changes)));
    }

    void destroyingItFinishesWhatWasAsked()
    {
        Rig rig;
        QVERIFY(rig.start());
        for (int i = 0; i < 1'000; ++i)
            rig.usage().open(smallOpenRecord({}));
        rig.stop();
        QCOMPARE(valueOf(rig.path(), "SELECT count(*), max(seq) FROM request"), u"1000|1000"_s);
    }

    void durabilityCanBeChangedWhileItRuns()
    {
        Rig rig;
        rig.m_options.full = true;
        QVERIFY(rig.start());
        QCOMPARE(rig.open(smallOpenRecord({})).kind, OpenOutcome::Kind::Opened);
        rig.usage().setFull(false);
        QCOMPARE(rig.open(smallOpenRecord({})).kind, OpenOutcome::Kind::Opened);
        rig.usage().setFull(true);
        QCOMPARE(rig.open(smallOpenRecord({})).key.seq, 3);
    }

    void onlyTheOwnerMayReadTheFiles()
    {
        Rig rig;
        QVERIFY(rig.start());
        QVERIFY(rig.open(smallOpenRecord({})).key.seq == 1);
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            const QFile::Permissions others =
                QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
            QVERIFY2(QFile::exists(rig.path() + suffix), qPrintable(suffix));
            QVERIFY2(!(QFile::permissions(rig.path() + suffix) & others), qPrintable(suffix));
        }
    }
};

static const bool tstRegister = sb::testing::add<TstRegister>();

#include "tst_register.moc"
