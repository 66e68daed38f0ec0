#include "core/profile/profile_store.h"

#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;
using sb::testing::ProfileFolder;

namespace {

routing::Chain described(const QString &description)
{
    return {.name = u"x"_s, .description = description, .steps = {{.model = u"a/b"_s}}};
}

Result<Revision> resultOf(const QList<QVariant> &arguments)
{
    return arguments.at(1).value<Result<Revision>>();
}

} // namespace

class TstProfileStore : public QObject
{
    Q_OBJECT

private slots:
    void loadsEverythingAtOnce()
    {
        const ProfileFolder folder;
        QVERIFY(profile::saveSettings(folder.paths(), Settings{.language = u"de"_s}));
        ProfileFolder::write(folder.paths().chains() + "/bad.json"_L1, "{");
        ProfileFolder::write(folder.paths().providers() + "/bad.json"_L1, "{");
        ProfileStore store(folder.paths());
        QSignalSpy loaded(&store, &ProfileStore::loaded);
        const Ticket ticket = store.load();
        QVERIFY(loaded.isEmpty());
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(loaded.at(0).at(0).value<Ticket>(), ticket);
        const auto contents = loaded.at(0).at(1).value<Contents>();
        QCOMPARE(contents.settings.language, u"de"_s);
        QCOMPARE(contents.chains.chains.size(), 1);
        QVERIFY(contents.catalog.catalog.provider(u"openai"_s));
        QCOMPARE(contents.bad.size(), 2);
    }

    void namesBadSettingsAndGoesOnWithTheDefaults()
    {
        const ProfileFolder folder;
        ProfileFolder::write(folder.paths().settings(), "{");
        const Contents contents = loadContents(folder.paths());
        QCOMPARE(contents.settings, Settings{});
        QCOMPARE(contents.bad.constFirst().path, folder.paths().settings());
    }

    void answersEachCallOnceAndInOrder()
    {
        const ProfileFolder folder;
        ProfileStore store(folder.paths());
        QSignalSpy done(&store, &ProfileStore::done);
        QList<Ticket> tickets{
            store.saveSettings(Settings{.reducedMotion = true}),
            store.saveProvider({.id = u"mine"_s, .name = u"M"_s, .baseUrl = QUrl(u"https://m.example"_s)}),
            store.saveEndpoints(u"mine"_s, {}),
            store.removeProvider(u"mine"_s),
            store.removeChain(u"sample"_s),
            store.saveChain(described({}), {}),
        };
        QTRY_COMPARE(done.size(), tickets.size());
        for (qsizetype i = 0; i < tickets.size(); ++i) {
            QCOMPARE(done.at(i).at(0).value<Ticket>(), tickets.at(i));
            QVERIFY(resultOf(done.at(i)).has_value());
        }
        QCOMPARE(resultOf(done.constLast()).value(), revisionOf(folder.paths().chains() + "/x.json"_L1).value());
        QVERIFY(profile::loadSettings(folder.paths())->reducedMotion);
    }

    void answersAnErrorWithTheSameSignal()
    {
        const ProfileFolder folder;
        ProfileStore store(folder.paths());
        QSignalSpy done(&store, &ProfileStore::done);
        const Ticket ticket = store.saveChain(described({}), "an old revision");
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.at(0).at(0).value<Ticket>(), ticket);
        QCOMPARE(resultOf(done.at(0)).error().kind, Error::Kind::Conflict);
    }

    void doesNotBlockWhileTheFolderIsHeld()
    {
        const ProfileFolder folder;
        const int held = ::open(QFile::encodeName(folder.paths().chains()).constData(), O_RDONLY | O_CLOEXEC);
        QCOMPARE(::flock(held, LOCK_EX), 0);
        ProfileStore store(folder.paths());
        QSignalSpy done(&store, &ProfileStore::done);
        store.saveChain(described({}), {}); // another writer has the folder: only the worker waits
        QCoreApplication::processEvents();
        QVERIFY(done.isEmpty());
        ::close(held);
        QTRY_COMPARE(done.size(), 1);
    }

    void destructionFinishesWhatWasAskedFor()
    {
        const ProfileFolder folder;
        int signalsAfterwards = 0;
        {
            ProfileStore store(folder.paths());
            connect(&store, &ProfileStore::done, this, [&] { ++signalsAfterwards; });
            for (int i = 1; i <= 20; ++i)
                store.saveSettings(Settings{.defaultChain = u"chain-%1"_s.arg(i)});
        }
        QCOMPARE(profile::loadSettings(folder.paths())->defaultChain, u"chain-20"_s);
        QCoreApplication::processEvents();
        QCOMPARE(signalsAfterwards, 0);
    }

    void answersOnTheThreadOfItsOwner()
    {
        const ProfileFolder folder;
        ProfileStore store(folder.paths());
        QThread *answeredOn = nullptr;
        connect(
            &store, &ProfileStore::done, this, [&] { answeredOn = QThread::currentThread(); }, Qt::DirectConnection);
        store.saveSettings({});
        QTRY_COMPARE(answeredOn, QThread::currentThread());
    }
};

static const bool tstProfileStore = sb::testing::add<TstProfileStore>();

#include "tst_profile_store.moc"
