#include "core/usage/store/migration.h"

#include "tests/testing/testing.h"
#include "tests/usage/rig.h"

#include "core/usage/store/connection.h"

#include <QDir>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::usage;

namespace {

/// A schema with a history, as the register will have one.
const std::array history{
    Migration{1, {"CREATE TABLE train(id INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT"}},
    Migration{2, {"ALTER TABLE train ADD COLUMN wagons INTEGER NOT NULL DEFAULT 1"}},
    Migration{3, {"CREATE INDEX train_line ON train(line)", "UPDATE train SET wagons = wagons * 10"}},
};

std::unique_ptr<Connection> openFile(const QString &path)
{
    return std::move(Connection::open(path, Connection::Mode::Write).value());
}

} // namespace

class TstMigration final : public QObject
{
    Q_OBJECT

private slots:
    void everyOldVersionWalksToTheNewest_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<QString>("train");
        QTest::newRow("a new file") << 0 << QString();
        QTest::newRow("version 1") << 1 << u"7|north|10"_s;
        QTest::newRow("version 2") << 2 << u"7|north|10"_s;
        QTest::newRow("the newest") << 3 << u"7|north|1"_s;
    }
    void everyOldVersionWalksToTheNewest()
    {
        QFETCH(int, from);
        QFETCH(QString, train);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sqlite"_s);
        {
            const auto old = openFile(path);
            if (from > 0)
                QVERIFY(migrate(*old, path, std::span(history).first(size_t(from))));
            if (from > 0)
                QVERIFY(old->run("INSERT INTO train(id, line) VALUES(7, 'north')"));
            QVERIFY(migrate(*old, path, history));
            QVERIFY(migrate(*old, path, history)); // again: nothing to do
        }
        QCOMPARE(valueOf(path, "PRAGMA user_version"), u"3"_s);
        QCOMPARE(valueOf(path, "SELECT * FROM train"), train);

        const QString backup = path + u".before-v3.bak"_s;
        QCOMPARE(QFile::exists(backup), from > 0 && from < 3);
        if (QFile::exists(backup)) {
            QCOMPARE(valueOf(backup, "PRAGMA user_version"), QString::number(from));
            QCOMPARE(valueOf(backup, "SELECT id, line FROM train"), u"7|north"_s);
            QVERIFY(!(QFile::permissions(backup) & (QFile::ReadGroup | QFile::ReadOther)));
        }
    }

    void aStepThatFailsLeavesTheDatabaseAsItWas()
    {
        const std::array broken{history[0], Migration{2, {"DELETE FROM train", "CREATE TABLE train(x)"}}};
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sqlite"_s);
        const auto connection = openFile(path);
        QVERIFY(migrate(*connection, path, std::span(broken).first(1)));
        QVERIFY(connection->run("INSERT INTO train VALUES(7, 'north')"));
        const Result<void> result = migrate(*connection, path, broken);
        QVERIFY(!result);
        QVERIFY2(result.error().detail.contains(u"train"_s), qPrintable(result.error().detail));
        QCOMPARE(valueOf(path, "PRAGMA user_version"), u"1"_s);
        QCOMPARE(valueOf(path, "SELECT * FROM train"), u"7|north"_s);
        QVERIFY(connection->run("INSERT INTO train VALUES(8, 'south')")); // usable still
    }

    void aDatabaseOfANewerProgramIsRefused()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sqlite"_s);
        const auto connection = openFile(path);
        QVERIFY(migrate(*connection, path, history));
        QVERIFY(connection->run("PRAGMA user_version = 4"));
        const Result<void> result = migrate(*connection, path, history);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Conflict);
        QVERIFY2(result.error().message.contains(u"newer"_s), qPrintable(result.error().message));
        QCOMPARE(valueOf(path, "PRAGMA user_version"), u"4"_s);
    }

    void aRegisterOfTheFirstFormKeepsWhatIsOpenAndWhatIsHeld()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sqlite"_s);
        const auto connection = openFile(path);
        QVERIFY(migrate(*connection, path, registerMigrations().first(1)));
        // Settled; open and priced; open and unpriced; lost.
        QVERIFY(connection->run(
            "INSERT INTO request(ledger, seq, started_at, day, client, session, requested, chain, chain_version,"
            " first_provider, first_model, bound, owner, end, provider, model) VALUES"
            " (0, 1, 5, 10, 1, 1, 1, 1, 1, 1, 1, 70, NULL, 2, 1, 1), (0, 2, 6, 10, 1, 1, 1, 1, 1, 1, 1, 80, 9, NULL, "
            "1, 1),"
            " (0, 3, 7, 11, 1, 1, 1, 1, 1, 1, 1, NULL, 9, NULL, 1, 1), (0, 4, 8, 10, 1, 1, 1, 1, 1, 1, 1, 90, NULL, 3, "
            "1, 1);"
            "INSERT INTO reservation VALUES(0, 2, 1, 80), (0, 2, 2, 5), (0, 4, 1, 90);"
            "INSERT INTO spent VALUES(0, 10, 70, 175)"));
        QVERIFY(migrate(*connection, path, registerMigrations()));
        QCOMPARE(rowsOf(path, "SELECT * FROM reservation ORDER BY seq, n"),
                 QStringList({u"0|2|1|80|9"_s, u"0|2|2|5|9"_s, u"0|3|1|NULL|9"_s, u"0|4|1|90|NULL"_s}));
        QCOMPARE(rowsOf(path, "SELECT * FROM spent ORDER BY day"),
                 QStringList({u"0|10|70|175|1|4"_s, u"0|11|0|0|3|3"_s}));
        QCOMPARE(rowsOf(path, "SELECT seq, bound, end FROM request ORDER BY seq"),
                 QStringList({u"1|70|2"_s, u"2|80|NULL"_s, u"3|NULL|NULL"_s, u"4|90|3"_s}));
    }

    void anAttemptOfBeforeKeysWereNotedHasNone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sqlite"_s);
        const auto connection = openFile(path);
        QVERIFY(migrate(*connection, path, registerMigrations().first(3)));
        QVERIFY(
            connection->run("INSERT INTO attempt(ledger, seq, n, provider, model, endpoint, step, started_after,"
                            " waited_before, duration, http_status, succeeded, move_reason, fresh_input, cache_read,"
                            " cache_write_5m, cache_write_1h, visible_output, reasoning, tokens_estimated, cost_kind,"
                            " cost, price_source)"
                            " VALUES(0, 1, 1, 2, 3, 4, 0, 5, 0, 6, 200, 1, 7, 8, 0, 0, 0, 9, 0, 0, 1, 10, 11)"));
        QVERIFY(migrate(*connection, path, registerMigrations()));
        QCOMPARE(rowsOf(path, "SELECT provider, duration, cost, price_source, key FROM attempt"),
                 QStringList{u"2|6|10|11|NULL"_s});
    }

    void theRegistersOwnStepsCountUpWithoutGaps()
    {
        int expected = 1;
        for (const Migration &step : registerMigrations())
            QCOMPARE(step.version, expected++);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.sqlite"_s);
        const auto connection = openFile(path);
        QVERIFY(migrate(*connection, path, registerMigrations()));
        QCOMPARE(rowsOf(path,
                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%STRICT%'"
                        " AND name NOT LIKE 'message_fts%'"),
                 QStringList());
    }
};

static const bool tstMigration = sb::testing::add<TstMigration>();

#include "tst_migration.moc"
