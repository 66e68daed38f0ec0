#include "core/usage/store/owner.h"

#include "tests/testing/testing.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb::usage;

class TstOwner final : public QObject
{
    Q_OBJECT

private slots:
    void thisProcessIsAlive()
    {
        const Owner self = thisProcess();
        QCOMPARE(self.pid, QCoreApplication::applicationPid());
        QVERIFY(self.startTime > 0);
        QVERIFY(!self.boot.isEmpty());
        QVERIFY(isAlive(self));
    }

    void aProcessWithTheSameNumberIsAnother()
    {
        Owner before = thisProcess();
        --before.startTime;
        QVERIFY(!isAlive(before));
    }

    void nobodySurvivesABoot()
    {
        Owner before = thisProcess();
        before.boot = u"00000000-0000-0000-0000-000000000000"_s;
        QVERIFY(!isAlive(before));
    }

    void theStartTimeIsReadPastAnyCommand_data()
    {
        QTest::addColumn<QByteArray>("stat");
        QTest::addColumn<qint64>("expected"); // -1: none
        const QByteArray rest = " 1 1 1 0 -1 4 0 0 0 0 0 0 0 0 20 0 1 0 987654 1000 1\n";
        QTest::newRow("plain") << "42 (signalbox) S" + rest << 987'654LL;
        QTest::newRow("a command with blanks and parentheses") << "42 (a) S 1 (b) c) R" + rest << 987'654LL;
        QTest::newRow("dead but not waited for") << "42 (signalbox) Z" + rest << -1LL;
        QTest::newRow("cut off") << "42 (signalbox) S 1 1"_ba << -1LL;
        QTest::newRow("empty") << QByteArray() << -1LL;
    }
    void theStartTimeIsReadPastAnyCommand()
    {
        QFETCH(QByteArray, stat);
        QFETCH(qint64, expected);
        QCOMPARE(startTimeFromStat(stat).value_or(-1), expected);
    }
};

static const bool tstOwner = sb::testing::add<TstOwner>();

#include "tst_owner.moc"
