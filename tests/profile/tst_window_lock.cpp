#include "core/profile/window_lock.h"

#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace sb;
using namespace sb::profile;
using sb::testing::ProfileFolder;

class TstWindowLock : public QObject
{
    Q_OBJECT

private slots:
    void oneWindowHoldsAProfile()
    {
        const ProfileFolder folder;
        const auto first = WindowLock::take(folder.paths());
        QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().message));
        const auto second = WindowLock::take(folder.paths());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::Conflict);
        QVERIFY(second.error().message.contains(QString::number(QCoreApplication::applicationPid())));
        QCOMPARE(ProfileFolder::rights(folder.paths().lockFile()), 0600);
    }

    void anotherProfileIsNotConcerned()
    {
        const ProfileFolder one;
        const ProfileFolder other;
        const auto first = WindowLock::take(one.paths());
        QVERIFY(first && WindowLock::take(other.paths()));
    }

    void lettingGoFreesIt()
    {
        const ProfileFolder folder;
        for (int i = 0; i < 2; ++i)
            QVERIFY(WindowLock::take(folder.paths()));
    }

    void theLockOfAKilledProcessIsFree()
    {
        const ProfileFolder folder;
        int ends[2] = {};
        QVERIFY(::pipe(ends) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto lock = WindowLock::take(folder.paths());
            if (::write(ends[1], lock ? "y" : "n", 1) == 1)
                ::pause(); // until it is killed
            ::_exit(1);
        }
        char taken = 0;
        QCOMPARE(::read(ends[0], &taken, 1), 1);
        QCOMPARE(taken, 'y');
        QCOMPARE(WindowLock::take(folder.paths()).error().kind, Error::Kind::Conflict);

        QCOMPARE(::kill(child, SIGKILL), 0);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        QVERIFY(WindowLock::take(folder.paths()));
        ::close(ends[0]);
        ::close(ends[1]);
    }
};

static const bool tstWindowLock = sb::testing::add<TstWindowLock>();

#include "tst_window_lock.moc"
