#include "core/profile/profile.h"

#include "tests/profile/profile_folder.h"
#include "tests/testing/cannot_run.h"
#include "tests/testing/mount.h"
#include "tests/testing/testing.h"

#include <QDir>
#include <QTest>

#include <csignal>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;
using sb::testing::ProfileFolder;

namespace {

/// A child that writes one of two texts again and again, and one byte into the pipe after each.
pid_t startWriter(const QString &path, const QByteArray &a, const QByteArray &b, int pipe)
{
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    for (int i = 0;; ++i) {
        const bool written = writeFile(path, i % 2 ? a : b).has_value();
        if (!written || ::write(pipe, "x", 1) != 1)
            ::_exit(1);
    }
}

} // namespace

class TstFiles : public QObject
{
    Q_OBJECT

private slots:
    void writesWhatIsReadBack()
    {
        const QString path = m_folder.outside(u"a.json"_s);
        QVERIFY(writeFile(path, "first"));
        QVERIFY(writeFile(path, "second"));
        QCOMPARE(readFile(path).value(), "second");
    }

    void givesRightsToNobodyElse()
    {
        const QString path = m_folder.outside(u"private.json"_s);
        ProfileFolder::write(path, "old");
        QVERIFY(::chmod(QFile::encodeName(path).constData(), 0644) == 0);
        QVERIFY(writeFile(path, "new"));
        QCOMPARE(ProfileFolder::rights(path), 0600);
    }

    void leavesNothingBesideTheFile()
    {
        const QString folder = m_folder.outside(u"tidy"_s);
        QVERIFY(QDir().mkpath(folder));
        // What a crash left behind is no obstacle, whatever its rights.
        ProfileFolder::write(folder + "/.a.json.new"_L1, "half");
        QVERIFY(::chmod(QFile::encodeName(folder + "/.a.json.new"_L1).constData(), 0400) == 0);
        QVERIFY(writeFile(folder + "/a.json"_L1, "whole"));
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.json"_s});
    }

    void writesThroughALink()
    {
        const QString target = m_folder.outside(u"dotfiles.json"_s);
        const QString link = m_folder.outside(u"link.json"_s);
        ProfileFolder::write(target, "old");
        QVERIFY(QFile::link(target, link));
        QVERIFY(writeFile(link, "new"));
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(ProfileFolder::read(target), "new");
    }

    void saysWhyAFileCannotBeRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<Error::Kind>("kind");
        const QString large = m_folder.outside(u"large"_s);
        ProfileFolder::write(large, QByteArray(101, 'x'));
        const QString pipe = m_folder.outside(u"pipe"_s);
        QVERIFY(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0 || errno == EEXIST);
        QTest::newRow("it is not there") << m_folder.outside(u"nothing"_s) << Error::Kind::NotFound;
        QTest::newRow("it is too large") << large << Error::Kind::TooLarge;
        QTest::newRow("it is a folder") << m_folder.outside(u"."_s) << Error::Kind::Unavailable;
        QTest::newRow("it is a pipe, which would block") << pipe << Error::Kind::Unavailable;
    }
    void saysWhyAFileCannotBeRead()
    {
        QFETCH(QString, path);
        QFETCH(Error::Kind, kind);
        const auto bytes = readFile(path, 100);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, kind);
        QVERIFY2(bytes.error().message.contains(path), qPrintable(bytes.error().message));
    }

    void saysThatAFolderMayNotBeWritten()
    {
        const testing::Mount disk("size=64k", MS_RDONLY);
        if (!disk.isMounted())
            SIGNALBOX_CANNOT_RUN("no right to mount a file system that cannot be written");
        QCOMPARE(writeFile(disk.path(u"a"_s), "x").error().kind, Error::Kind::NotPermitted);
    }

    void saysThatTheDiskIsFullAndKeepsTheOldFile()
    {
        const testing::Mount disk("size=64k");
        if (!disk.isMounted())
            SIGNALBOX_CANNOT_RUN("no right to mount a small file system");
        const QString path = disk.path(u"a.json"_s);
        QVERIFY(writeFile(path, "small"));
        const auto full = writeFile(path, QByteArray(1024 * 1024, 'x'));
        QVERIFY(!full);
        QCOMPARE(full.error().kind, Error::Kind::NoSpace);
        QCOMPARE(readFile(path).value(), "small");
        QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.json"_s});
        QVERIFY(writeFile(path, "fits"));
    }

    void isOldOrNewAfterAKillAtAnyMoment()
    {
        const QString path = m_folder.outside(u"killed.json"_s);
        const QByteArray a(300'000, 'a');
        const QByteArray b(300'000, 'b');
        QVERIFY(writeFile(path, a));
        for (int round = 0; round < 20; ++round) {
            int ends[2] = {};
            QVERIFY(::pipe(ends) == 0);
            const pid_t child = startWriter(path, a, b, ends[1]);
            ::close(ends[1]);
            char byte = 0;
            for (int writes = 0; writes < 1 + round % 3; ++writes)
                QCOMPARE(::read(ends[0], &byte, 1), 1);
            QCOMPARE(::kill(child, SIGKILL), 0);
            QCOMPARE(::waitpid(child, nullptr, 0), child);
            ::close(ends[0]);
            const QByteArray found = readFile(path).value();
            QVERIFY(found == a || found == b);
        }
        QVERIFY(writeFile(path, "after"));
    }

    void knowsAFileByItsBytes()
    {
        const QString path = m_folder.outside(u"revision.json"_s);
        QVERIFY(revisionOf(path).value().isEmpty());
        ProfileFolder::write(path, "one");
        const Revision one = revisionOf(path).value();
        QCOMPARE(one, revisionOfBytes("one"));
        ProfileFolder::write(path, "two");
        QVERIFY(revisionOf(path).value() != one);
        ProfileFolder::write(path, "");
        QVERIFY2(!revisionOf(path).value().isEmpty(), "an empty file is not a missing one");
    }

private:
    ProfileFolder m_folder;
};

static const bool tstFiles = sb::testing::add<TstFiles>();

#include "tst_files.moc"
