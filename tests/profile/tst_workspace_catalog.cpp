#include "core/profile/workspace.h"

#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;
using namespace sb::testing;

namespace {

catalog::Provider mine()
{
    return {.id = u"mine"_s, .name = u"Mine"_s, .baseUrl = QUrl(u"https://mine.example/v1"_s)};
}

catalog::Endpoint unpriced(const QString &providerId, const QString &name)
{
    return {.id = providerId + u'/' + name,
            .providerId = providerId,
            .modelId = u"author/"_s + name,
            .upstreamModel = name};
}

} // namespace

class TstWorkspaceCatalog : public QObject
{
    Q_OBJECT

private slots:
    void anAddedProviderAndItsModelsAreThereAtOnceAndAfterARestart()
    {
        const ProfileFolder folder;
        {
            Workspace workspace(folder.paths(), {});
            load(workspace);
            workspace.saveProvider(mine());
            workspace.setEndpoints(u"mine"_s, {unpriced(u"mine"_s, u"m"_s)});
            check(workspace);
        }
        Workspace again(folder.paths(), {});
        load(again);
        check(again);
    }

    void theOrderOfTheSettingsIsTheOrderOfTheCatalog()
    {
        const ProfileFolder folder;
        Workspace workspace(folder.paths(), {});
        load(workspace);
        QSignalSpy changed(&workspace, &Workspace::catalogChanged);
        Settings settings = workspace.settings();
        settings.providers = {u"openrouter"_s, u"anthropic"_s};
        workspace.setSettings(settings);
        QCOMPARE(changed.count(), 1);
        const QList<const catalog::Endpoint *> offers =
            workspace.catalog().endpointsFor(u"anthropic/claude-haiku-4.5"_s);
        QVERIFY(offers.size() >= 2);
        QCOMPARE(offers.at(0)->providerId, u"openrouter"_s);
        QCOMPARE(offers.at(1)->providerId, u"anthropic"_s);

        settings.theme = ThemeChoice::Dark;
        workspace.setSettings(settings);
        QCOMPARE(changed.count(), 1); // the catalog is not rebuilt for a color
    }

    void aNewPaneAsksWhatWasAskedLast()
    {
        const ProfileFolder folder;
        {
            Workspace workspace(folder.paths(), {});
            load(workspace);
            workspace.setUsableProviders({u"openai"_s, u"anthropic"_s});
            QVERIFY(workspace.chain(u"sample"_s));
            QCOMPARE(workspace.defaultTarget(), u"chain/sample"_s);
            workspace.noteAsked(u"anthropic/claude-haiku-4.5"_s);
            workspace.noteAsked(u"openai/gpt-5.5"_s);
            QCOMPARE(workspace.defaultTarget(), u"openai/gpt-5.5"_s);
            QCOMPARE(workspace.nextModel({u"openai/gpt-5.5"_s}), u"anthropic/claude-haiku-4.5"_s);
            Settings settings = workspace.settings();
            settings.defaultChain = u"sample"_s; // chosen in the settings: before what was asked last
            workspace.setSettings(settings);
            QCOMPARE(workspace.defaultTarget(), u"chain/sample"_s);
            settings.defaultChain.clear();
            workspace.setSettings(settings);
        }
        Workspace again(folder.paths(), loadSettings(folder.paths()).value());
        load(again);
        again.setUsableProviders({u"anthropic"_s}); // the key of the last one is gone
        QCOMPARE(again.defaultTarget(), u"anthropic/claude-haiku-4.5"_s);
        again.setUsableProviders({});
        QCOMPARE(again.defaultTarget(), u"chain/sample"_s);
        again.removeChain(u"sample"_s);
        QCOMPARE(again.defaultTarget(), QString());
        again.setUsableProviders({u"openai"_s});
        const QString modest = again.nextModel({u"openai/gpt-5.5"_s});
        QVERIFY2(modest.startsWith("openai/"_L1), qPrintable(modest));
    }

    void addedModelsStandBesideTheShippedOnes()
    {
        const ProfileFolder folder;
        Workspace workspace(folder.paths(), {});
        load(workspace);
        workspace.setEndpoints(u"openai"_s, {unpriced(u"openai"_s, u"brand-new"_s)});
        QVERIFY(workspace.catalog().endpoint(u"openai/brand-new"_s)->fromProfile);
        QVERIFY(workspace.catalog().endpoint(u"openai/gpt-5.5"_s));
        workspace.setEndpoints(u"openai"_s, {});
        QVERIFY(!workspace.catalog().endpoint(u"openai/brand-new"_s));
        QVERIFY(workspace.catalog().endpoint(u"openai/gpt-5.5"_s));
    }

    void aShippedProviderThatWasChangedIsAsItWasShippedAfterItsRemoval()
    {
        const ProfileFolder folder;
        Workspace workspace(folder.paths(), {});
        load(workspace);
        catalog::Provider changed = *workspace.catalog().provider(u"ollama"_s);
        const QUrl shipped = changed.baseUrl;
        changed.baseUrl = QUrl(u"http://127.0.0.1:9999/v1"_s);
        workspace.saveProvider(changed);
        QCOMPARE(workspace.catalog().provider(u"ollama"_s)->baseUrl, changed.baseUrl);
        workspace.removeProvider(u"ollama"_s);
        QCOMPARE(workspace.catalog().provider(u"ollama"_s)->baseUrl, shipped);
        workspace.saveProvider(changed); // taken back at once: what is asked for later holds
        QTRY_VERIFY(QFileInfo::exists(folder.paths().providers() + u"/ollama.json"_s));
        QCOMPARE(workspace.catalog().provider(u"ollama"_s)->baseUrl, changed.baseUrl);
    }

    void removingWhatTheProfileSaysNothingAboutIsNoError()
    {
        const ProfileFolder folder;
        Workspace workspace(folder.paths(), {});
        load(workspace);
        QSignalSpy failed(&workspace, &Workspace::failed);
        workspace.removeProvider(u"openai"_s);
        workspace.saveProvider(mine()); // done in order: when this is on disk, the removal was
        QTRY_VERIFY(QFileInfo::exists(folder.paths().providers() + u"/mine.json"_s));
        QCOMPARE(failed.count(), 0);
    }

private:
    static void load(Workspace &workspace)
    {
        QSignalSpy loaded(&workspace, &Workspace::loaded);
        workspace.load();
        QVERIFY(loaded.wait());
    }
    static void check(const Workspace &workspace)
    {
        const catalog::Provider *provider = workspace.catalog().provider(u"mine"_s);
        QVERIFY(provider && provider->fromProfile);
        QVERIFY(workspace.catalog().endpoint(u"mine/m"_s));
        QCOMPARE(workspace.ownEndpoints(u"mine"_s).size(), 1);
    }
};

static const bool tstWorkspaceCatalog = sb::testing::add<TstWorkspaceCatalog>();

#include "tst_workspace_catalog.moc"
