#include "tests/testing/cannot_run.h"
#include "tests/testing/mount.h"
#include "tests/testing/testing.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"

#include "core/usage/store/connection.h"
#include "core/usage/store/register_file.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;

namespace {

using Damage = std::function<void(QFile &)>;

void overwrite(QFile &file, qint64 at, qint64 count)
{
    file.seek(at);
    file.write(QByteArray(qsizetype(count), '\x5a'));
}

/// With a body.
OpenRecord openRecord()
{
    OpenRecord record = smallOpenRecord({});
    record.request = fullOpenRecord().request;
    return record;
}

void damagePageOf(const QString &path, const QByteArray &table)
{
    const int page = valueOf(path, "SELECT rootpage FROM sqlite_schema WHERE name = '" + table + '\'').toInt();
    if (page < 2)
        qFatal("no table %s", table.constData());
    constexpr int PageSize = 4'096;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        qFatal("cannot damage the file");
    file.seek((page - 1) * PageSize);
    file.write(QByteArray(PageSize, '\xff'));
}

} // namespace

Q_DECLARE_METATYPE(Damage)

class TstRegisterFile final : public QObject
{
    Q_OBJECT

private slots:
    void aDamagedRegisterIsLeftAloneAndASideRegisterTakesOver_data()
    {
        QTest::addColumn<Damage>("damage");
        QTest::newRow("no database at all") << Damage([](QFile &file) {
            file.resize(0);
            file.write("Dear diary, today I was renamed to usage.sqlite.\n");
        });
        QTest::newRow("a header overwritten") << Damage([](QFile &file) { overwrite(file, 0, 100); });
        QTest::newRow("the first page overwritten behind the header")
            << Damage([](QFile &file) { overwrite(file, 100, 3'900); });
        QTest::newRow("the end cut off") << Damage([](QFile &file) { file.resize(file.size() / 2 / 4'096 * 4'096); });
        QTest::newRow("the pages of requests overwritten")
            << Damage([](QFile &file) { overwrite(file, 4'096, file.size() - 4'096); });
    }
    void aDamagedRegisterIsLeftAloneAndASideRegisterTakesOver()
    {
        QFETCH(Damage, damage);
        Rig rig;
        QVERIFY(rig.start());
        rig.record(smallOpenRecord({}), smallSettlement({}, {5}));
        rig.stop();
        QByteArray before;
        {
            QFile file(rig.path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            damage(file);
            file.flush();
            file.seek(0);
            before = file.readAll();
        }

        const Result<QString> inUse = rig.start();
        QVERIFY(inUse);
        QVERIFY(rig.m_damaged);
        QCOMPARE(*inUse, rig.folder() + u"/usage.side-1.sqlite"_s);
        for (const QString &word : {u"usage.sqlite"_s, u"usage.side-1.sqlite"_s, u"backup"_s})
            QVERIFY2(rig.m_advice.contains(word), qPrintable(rig.m_advice));
        QCOMPARE(rig.record(smallOpenRecord({}), smallSettlement({}, {5})).seq, 1);
        QVERIFY(rig.start()); // the same one again, where it went on
        QCOMPARE(rig.record(smallOpenRecord({}), smallSettlement({}, {5})).seq, 2);
        rig.stop();
        QFile file(rig.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
    }

    void aPageThatIsDamagedSendsTheWriterToASideRegister_data()
    {
        QTest::addColumn<QByteArray>("table");
        for (const char *table : {"owner", "reservation", "body", "request", "attempt", "unrolled", "decision"})
            QTest::newRow(table) << QByteArray(table);
    }
    /// Which opening alone does not notice: only what is written comes upon it.
    void aPageThatIsDamagedSendsTheWriterToASideRegister()
    {
        QFETCH(QByteArray, table);
        Rig rig;
        QVERIFY(rig.start());
        rig.record(openRecord(), fullSettlement({}));
        rig.stop();
        damagePageOf(rig.path(), table);

        QVERIFY(rig.start());
        QCOMPARE(rig.record(openRecord(), fullSettlement({})).seq, 1);
        QCOMPARE(rig.readyPath(), rig.folder() + u"/usage.side-1.sqlite"_s);
        QVERIFY(rig.m_damaged);
        QVERIFY2(rig.m_advice.contains(u"usage.side-1.sqlite"_s), qPrintable(rig.m_advice));
        QVERIFY(rig.start());
        QCOMPARE(rig.readyPath(), rig.folder() + u"/usage.side-1.sqlite"_s); // without coming upon it again
        QCOMPARE(rig.record(openRecord(), fullSettlement({})).seq, 2);
    }

    void whatRunsWhenDamageIsFoundGoesOnInTheSideRegister()
    {
        Rig rig;
        QVERIFY(rig.start());
        for (int i = 0; i < 3; ++i)
            rig.record(openRecord(), fullSettlement({}));
        rig.stop();
        damagePageOf(rig.path(), "body");
        QVERIFY(rig.start());
        OpenRecord running = smallOpenRecord(NanoDollars{7}); // has no body
        running.session = u"runs"_s;
        const OpenOutcome first = rig.open(running);
        QCOMPARE(first.key.seq, 4);
        QCOMPARE(rig.readyPath(), rig.path());

        // The key of the fourth is that of one that runs: they are told apart.
        for (qint64 seq = 2; seq <= 4; ++seq)
            QCOMPARE(rig.open(openRecord()).key.seq, seq);
        QCOMPARE(rig.readyPath(), rig.folder() + u"/usage.side-1.sqlite"_s);
        QCOMPARE(valueOf(rig.readyPath(), "SELECT bound FROM reservation WHERE seq = 1"), u"7"_s); // it is held there
        QCOMPARE(rig.reserve({.key = first.key, .bound = NanoDollars{9}}).kind, OpenOutcome::Kind::Opened);
        Settlement settlement = smallSettlement(first.key, {5});
        const Result<RecordKey> recorded = rig.settle(settlement);
        QVERIFY(recorded);
        QCOMPARE(recorded->seq, 1);
        QCOMPARE(rig.detail(*recorded).opened.session, u"runs"_s);
        QVERIFY(!rig.detail(*recorded).open);
        QCOMPARE(rig.settle(settlement).error().kind, Error::Kind::NotFound); // once
    }

    void whatRunsInADamagedRegisterIsLostInTheSideRegisterWhenTheProgramDies()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.record(openRecord(), fullSettlement({}));
        rig.stop();
        damagePageOf(rig.path(), "body");
        QVERIFY(rig.start());
        QCOMPARE(rig.open(smallOpenRecord(NanoDollars{7})).kind, OpenOutcome::Kind::Opened);
        QCOMPARE(rig.open(openRecord()).kind, OpenOutcome::Kind::Opened);
        QCOMPARE(valueOf(rig.folder() + u"/usage.side-1.sqlite"_s, "SELECT count(*), sum(bound) FROM reservation"),
                 u"2|7"_s);
    }

    void aWriterThatFindsTheMarkOfAnotherOneLeavesTheFileToo()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.record(openRecord(), fullSettlement({}));
        {
            const auto other = Connection::open(rig.path(), Connection::Mode::Write);
            QVERIFY(other);
            markDamaged(**other);
        }
        QCOMPARE(rig.record(openRecord(), fullSettlement({})).seq, 1);
        QCOMPARE(rig.readyPath(), rig.folder() + u"/usage.side-1.sqlite"_s);
    }

    void damageOnAFullDiskIsLeftWhenThereIsSpace()
    {
        const testing::Mount disk("size=3m");
        if (!disk.isMounted())
            SIGNALBOX_CANNOT_RUN("no right to mount a small file system");
        Rig rig({.path = disk.path(u"usage.sqlite"_s)});
        QVERIFY(rig.start());
        rig.record(openRecord(), fullSettlement({}));
        rig.stop();
        damagePageOf(rig.path(), "body");
        QVERIFY(rig.start());
        const OpenOutcome running = rig.open(smallOpenRecord({})); // has no body
        disk.fill();
        const Ticket asked = rig.usage().open(openRecord());
        QTRY_COMPARE(rig.m_heldUp, 1);
        QCOMPARE(rig.waitForOpened(rig.usage().open(openRecord())).error.kind, Error::Kind::NoSpace);
        const Ticket settlement = rig.usage().settle(smallSettlement(running.key, {5}));

        QVERIFY(QFile::remove(disk.path(u"filler"_s)));
        const Result<RecordKey> recorded = rig.waitForSettled(settlement); // nothing that was paid for is lost
        QVERIFY(recorded);
        QCOMPARE(recorded->seq, 1);
        QCOMPARE(rig.readyPath(), disk.path(u"usage.side-1.sqlite"_s));
        QCOMPARE(rig.m_resumed, 1);
        (void)rig.waitForOpened(asked);
    }

    void aBackupInThePlaceOfADamagedFileIsUsed()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.record(openRecord(), fullSettlement({}));
        rig.stop();
        QVERIFY(QFile::copy(rig.path(), rig.folder() + u"/backup"_s));
        QVERIFY(rig.start());
        for (int i = 0; i < 50; ++i) // the backup is older
            rig.record(openRecord(), fullSettlement({}));
        rig.stop();
        damagePageOf(rig.path(), "body");
        QVERIFY(rig.start());
        // A reader holds it, whatever it can read.
        (void)rig.ask<RequestRecord>(DetailQuery{{.ledger = openRecord().ledger, .seq = 1}});
        rig.record(openRecord(), fullSettlement({}));
        QVERIFY(rig.m_damaged);
        rig.stop();
        QCOMPARE(QFileInfo(rig.path() + u"-wal"_s).size(), 0); // it would be played into the backup
        QFile backup(rig.folder() + u"/backup"_s);
        QFile file(rig.path()); // in place, as cp does
        QVERIFY(backup.open(QIODevice::ReadOnly) && file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QVERIFY(file.write(backup.readAll()) > 0);
        file.close();
        QCOMPARE(rig.start(), rig.path());
        QVERIFY(!rig.m_damaged);
        QCOMPARE(rig.record(openRecord(), fullSettlement({})).seq, 2);
        QCOMPARE(valueOf(rig.path(), "PRAGMA integrity_check"), u"ok"_s);
    }

    void aDamagedSideRegisterIsFollowedByTheNext()
    {
        Rig rig;
        for (const QString &name : {u"/usage.sqlite"_s, u"/usage.side-1.sqlite"_s}) {
            QFile file(rig.folder() + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(10'000, 'z'));
        }
        QCOMPARE(rig.start(), rig.folder() + u"/usage.side-2.sqlite"_s);
    }

    void aDatabaseOfAnotherProgramIsNotTouched()
    {
        Rig rig;
        {
            const auto other = Connection::open(rig.path(), Connection::Mode::Write);
            QVERIFY((*other)->run("CREATE TABLE bookmarks(url)"));
        }
        QVERIFY(rig.start());
        QVERIFY(rig.m_damaged);
        QCOMPARE(rowsOf(rig.path(), "SELECT name FROM sqlite_schema"), QStringList{u"bookmarks"_s});
    }

    void aRegisterOfANewerProgramIsRefusedWithoutASideRegister()
    {
        Rig rig;
        QVERIFY(rig.start());
        rig.stop();
        {
            const auto newer = Connection::open(rig.path(), Connection::Mode::Write);
            QVERIFY((*newer)->run("PRAGMA user_version = 999"));
        }
        const Result<QString> refused = rig.start();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QVERIFY2(refused.error().message.contains(u"Update Signalbox"_s), qPrintable(refused.error().message));
        QVERIFY(!QFile::exists(rig.folder() + u"/usage.side-1.sqlite"_s));
        // Calls get the same answer, at once.
        const OpenOutcome outcome = rig.open(smallOpenRecord({}));
        QCOMPARE(outcome.kind, OpenOutcome::Kind::Failed);
        QCOMPARE(outcome.error, refused.error());
        QCOMPARE(rig.vote({}).error(), refused.error());
    }

    void aFolderThatDoesNotExistIsAnError()
    {
        Rig rig({.path = u"/nowhere/at/all/usage.sqlite"_s});
        const Result<QString> refused = rig.start();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::NotPermitted);
    }

    void anEmptyFileIsANewRegister()
    {
        Rig rig;
        QFile file(rig.path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(rig.start(), rig.path());
        QVERIFY(!rig.m_damaged);
    }

    void whatWaitsOnAFullDiskIsWrittenWhenThereIsSpace()
    {
        const testing::Mount disk("size=3m");
        if (!disk.isMounted())
            SIGNALBOX_CANNOT_RUN("no right to mount a small file system");
        Rig rig({.path = disk.path(u"usage.sqlite"_s)});
        QVERIFY(rig.start());
        QList<RecordKey> keys;
        for (int i = 0; i < 20; ++i)
            keys.append(rig.open(smallOpenRecord(NanoDollars{9})).key);
        disk.fill();

        QList<Ticket> settlements;
        for (const RecordKey &key : std::as_const(keys))
            settlements.append(rig.usage().settle(smallSettlement(key, {5})));
        const OpenOutcome refused = rig.open(smallOpenRecord({}));
        QCOMPARE(refused.kind, OpenOutcome::Kind::Failed);
        QCOMPARE(refused.error.kind, Error::Kind::NoSpace);
        QCOMPARE(rig.m_heldUp, 1);
        QVERIFY(rig.m_settled.isEmpty()); // nothing is acknowledged that is not written

        QVERIFY(QFile::remove(disk.path(u"filler"_s)));
        for (const Ticket ticket : std::as_const(settlements))
            QVERIFY(rig.waitForSettled(ticket));
        QTRY_COMPARE(rig.m_resumed, 1);
        QCOMPARE(rig.ask<SpentNow>(SpentQuery{}).value().today.settled, NanoDollars{100});
        QCOMPARE(rig.open(smallOpenRecord({})).key.seq, 21);
        QCOMPARE(valueOf(rig.path(), "PRAGMA integrity_check"), u"ok"_s);
    }
};

static const bool tstRegisterFile = sb::testing::add<TstRegisterFile>();

#include "tst_register_file.moc"
