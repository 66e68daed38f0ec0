#include "ui/chains/chains_page.h"

#include "app/core_services.h"
#include "core/usage/queries.h"
#include "tests/testing/testing.h"
#include "ui/chains/chain_document.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;

class TstChainsPage final : public QObject
{
    Q_OBJECT
private slots:
    void theNoticeComesWhenTheFileIsWritten();
    void whatCannotBeWrittenStaysADraftAndTheOldChainStays_data();
    void whatCannotBeWrittenStaysADraftAndTheOldChainStays();
    void aChangeOnDiskIsKeptBesideOursAndShown();
    void aDeletedChainComesBackByUndo();
};

namespace {

/// The page over a profile of its own with the sample chain open.
class Shown
{
public:
    Shown()
        : loaded(app::loadProfile({.profileRoot = m_folder.filePath(u"profile"_s)}).value())
        , paths(loaded.paths)
        , workspace(paths, loaded.settings)
        , m_usage({.path = paths.registerFile()}, m_clock)
        , m_engine(m_usage, m_clock, std::make_unique<SystemRandom>())
        , m_queries(paths.registerFile(), m_clock)
        , page(m_engine, m_queries, workspace)
        , notices(&page, &ChainsPage::notice)
        , failures(&workspace, &profile::Workspace::failed)
        , save(page.findChild<QPushButton *>(u"save"_s))
    {
        QSignalSpy read(&workspace, &profile::Workspace::loaded);
        workspace.load();
        QVERIFY(read.wait());
        page.openChain(u"sample"_s);
    }

    void edit(const QString &name, const QString &description)
    {
        routing::Chain chain = page.document().chain();
        chain.name = name;
        chain.description = description;
        page.document().replace(chain, u"Edit"_s);
    }
    [[nodiscard]] QString failure() const ///< the last that the window was told to show
    {
        return failures.isEmpty() ? QString() : failures.constLast().constFirst().value<Error>().message;
    }
    [[nodiscard]] QStringList onDisk() const
    {
        QStringList chains;
        for (const routing::Chain &each : profile::loadChains(paths).chains)
            chains.append(u"%1 %2 %3"_s.arg(each.name).arg(each.version).arg(each.description));
        return chains;
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;

public:
    app::LoadedProfile loaded;
    profile::Paths paths;
    profile::Workspace workspace;

private:
    usage::Register m_usage;
    engine::Engine m_engine;
    usage::Queries m_queries;

public:
    ChainsPage page;
    QSignalSpy notices;
    QSignalSpy failures;
    QPushButton *save;
};

} // namespace

void TstChainsPage::theNoticeComesWhenTheFileIsWritten()
{
    Shown shown;
    shown.edit(u"sample"_s, u"mine"_s);
    shown.save->click();
    QCOMPARE(shown.notices.size(), 0);
    QVERIFY(!shown.save->isEnabled()); // not twice
    QTRY_COMPARE(shown.notices.size(), 1);
    QCOMPARE(shown.notices.constFirst().constFirst().toString(), u"sample is saved as version 2"_s);
    QCOMPARE(shown.onDisk(), QStringList{u"sample 2 mine"_s});
    QVERIFY(!shown.page.document().isChanged());
    QCOMPARE(shown.failure(), QString());
}

void TstChainsPage::whatCannotBeWrittenStaysADraftAndTheOldChainStays_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("under the same name") << u"sample"_s;
    QTest::newRow("renamed") << u"renamed"_s;
}

void TstChainsPage::whatCannotBeWrittenStaysADraftAndTheOldChainStays()
{
    QFETCH(QString, name);
    Shown shown;
    const QStringList before = shown.onDisk();
    const QString aside = shown.paths.root + u"/aside"_s;
    QVERIFY(QDir().rename(shown.paths.chains(), aside));
    QFile inTheWay(shown.paths.chains());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));

    shown.edit(name, u"mine"_s);
    shown.save->click();
    QTRY_VERIFY(!shown.failure().isEmpty());
    QVERIFY2(shown.failure().contains(shown.paths.chains()), qPrintable(shown.failure()));
    QCOMPARE(shown.notices.size(), 0);
    QVERIFY(shown.page.document().isChanged());
    QCOMPARE(shown.page.document().chain().name, name);
    QVERIFY(shown.workspace.chain(u"sample"_s));

    QVERIFY(inTheWay.remove());
    QVERIFY(QDir().rename(aside, shown.paths.chains()));
    QCOMPARE(shown.onDisk(), before);
    QVERIFY(shown.save->isEnabled());
    shown.save->click();
    QTRY_COMPARE(shown.notices.size(), 1);
    QCOMPARE(shown.onDisk(), QStringList{name + u" 2 mine"_s});
    QCOMPARE(shown.failures.size(), 1);
}

void TstChainsPage::aChangeOnDiskIsKeptBesideOursAndShown()
{
    Shown shown;
    routing::Chain theirs = shown.page.document().chain();
    theirs.description = u"theirs"_s;
    QVERIFY(profile::writeFile(shown.paths.chain(u"sample"_s), toJson(theirs).dumpIndented()));
    shown.edit(u"sample"_s, u"mine"_s);
    shown.save->click();
    QTRY_COMPARE(shown.page.document().chain().description, u"theirs"_s);
    QVERIFY2(shown.failure().contains(u"sample.conflict-1"_s), qPrintable(shown.failure()));
    QCOMPARE(shown.notices.size(), 0);
    QCOMPARE(shown.onDisk(), (QStringList{u"sample 1 theirs"_s, u"sample.conflict-1 2 mine"_s}));
}

void TstChainsPage::aDeletedChainComesBackByUndo()
{
    Shown shown;
    const QStringList before = shown.onDisk();
    const QList<QAction *> actions = shown.page.findChildren<QAction *>();
    const auto remove = std::find_if(actions.cbegin(), actions.cend(),
                                     [](const QAction *action) { return action->text() == u"Delete chain"_s; });
    QVERIFY(remove != actions.cend());
    (*remove)->trigger();
    QTRY_COMPARE(shown.onDisk(), QStringList());
    QVERIFY(shown.page.document().chain().name.isEmpty());
    shown.page.undo();
    QTRY_COMPARE(shown.onDisk(), before);
    QTRY_VERIFY(shown.workspace.chain(u"sample"_s));
    QCOMPARE(shown.page.document().chain().name, u"sample"_s);
    QVERIFY(!shown.save->isEnabled()); // kept as it is shown
}

static const bool registered = sb::testing::add<TstChainsPage>();

#include "tst_chains_page.moc"
