#include "core/profile/workspace.h"

#include "tests/catalog/refresh_make.h"
#include "tests/profile/profile_folder.h"
#include "tests/testing/testing.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::profile;
using namespace sb::testing;

namespace {

constexpr auto Known = "openai/gpt-5.5";
const QDate Today(2026, 11, 30);

/// A list of the shipped provider "openai" with this one model and another that is new.
catalog::Fetch openAis(qint64 input)
{
    catalog::FetchedList openAi =
        list(catalog::FetchedList::Kind::PricedModels,
             {offer(u"gpt-5.5"_s, dollars(input, 40), u"openai"_s), offer(u"brand-new"_s, {}, u"openai"_s)});
    openAi.sourceId = u"openai"_s;
    return fetched(openAi);
}

} // namespace

class TstWorkspacePrices : public QObject
{
    Q_OBJECT

private slots:
    void anOverrideHoldsAtOnceAndAfterARestartAndCanBeTakenBack()
    {
        const ProfileFolder folder;
        const QString id = QString::fromLatin1(Known);
        {
            Workspace workspace(folder.paths(), {});
            load(workspace);
            QSignalSpy changed(&workspace, &Workspace::catalogChanged);
            QVERIFY(workspace.setPriceOverride(id, dollars(1, 2), u"contract"_s, Today));
            QCOMPARE(changed.count(), 1);
            QCOMPARE(inputOf(workspace.catalog(), id), 1);
            QVERIFY(inputOf(workspace.beneathOverrides(), id) != 1);
        }
        Workspace again(folder.paths(), {});
        load(again);
        QCOMPARE(inputOf(again.catalog(), id), 1);
        QCOMPARE(overrideOf(again.priceOverrides(), id)->note, u"contract"_s);
        again.removePriceOverride(id);
        QCOMPARE(inputOf(again.catalog(), id), inputOf(again.beneathOverrides(), id));
        again.removePriceOverride(id); // there is none: nothing to do
        load(again);
        QVERIFY(again.priceOverrides().isEmpty());
    }

    void anOverrideIsRestoredAsItWas()
    {
        const ProfileFolder folder;
        const QString id = QString::fromLatin1(Known);
        Workspace workspace(folder.paths(), {});
        load(workspace);
        QVERIFY(workspace.setPriceOverride(id, dollars(1, 2), u"contract"_s, Today));
        catalog::PriceOverride old = *overrideOf(workspace.priceOverrides(), id);
        old.beneath = {.free = true}; // the list price was another one then
        QVERIFY(workspace.setPriceOverride(id, dollars(3, 4), {}, Today.addDays(9)));
        workspace.restorePriceOverride(old);
        QCOMPARE(*overrideOf(workspace.priceOverrides(), id), old);
        QCOMPARE(inputOf(workspace.catalog(), id), 1);
        workspace.removePriceOverride(id);
        workspace.restorePriceOverride(old);
        load(workspace);
        QCOMPARE(*overrideOf(workspace.priceOverrides(), id), old);
    }

    void anOverrideThatCannotBeIsRefused()
    {
        const ProfileFolder folder;
        Workspace workspace(folder.paths(), {});
        load(workspace);
        QCOMPARE(workspace.setPriceOverride(u"nobody/m"_s, dollars(1, 2), {}, Today).error().kind,
                 Error::Kind::NotFound);
        QCOMPARE(workspace.setPriceOverride(QString::fromLatin1(Known), {}, {}, Today).error().kind,
                 Error::Kind::InvalidInput);
        QVERIFY(workspace.priceOverrides().isEmpty());
    }

    void aRefreshIsInTheCatalogAndThereAfterARestart()
    {
        const ProfileFolder folder;
        const QString id = QString::fromLatin1(Known);
        qint64 before = 0;
        {
            Workspace workspace(folder.paths(), {});
            load(workspace);
            before = inputOf(workspace.catalog(), id);
            QVERIFY(before > 0);
            QVERIFY(workspace.setPriceOverride(id, dollars(1, 2), {}, Today));
            const catalog::RefreshReport report = refresh(workspace, openAis(before + 1));
            QCOMPARE(report.sources.constFirst().outcome, catalog::SourceReport::Outcome::Fetched);
            QCOMPARE(report.beneathOverrides.size(), 1);
            check(workspace, before);
        }
        Workspace again(folder.paths(), {});
        load(again);
        check(again, before);
    }

    void whatTheUserDoesWhileItIsMergedIsNotLost()
    {
        const ProfileFolder folder;
        Workspace workspace(folder.paths(), {});
        load(workspace);
        QSignalSpy refreshed(&workspace, &Workspace::refreshed);
        workspace.applyRefresh({openAis(9)}, noon(11, 30));
        workspace.setEndpoints(u"openai"_s, {offer(u"mine"_s, dollars(7, 7), u"openai"_s)});
        QVERIFY(workspace.setPriceOverride(u"openai/mine"_s, dollars(5, 5), {}, Today));
        QVERIFY(refreshed.wait());
        QCOMPARE(inputOf(workspace.catalog(), u"openai/mine"_s), 5);
        QVERIFY(workspace.catalog().endpoint(u"openai/brand-new"_s));
    }

    void aRefreshThatCannotBeWrittenSaysSo()
    {
        const ProfileFolder folder;
        Workspace workspace(folder.paths(), {});
        load(workspace);
        QVERIFY(QDir(folder.paths().fetched()).removeRecursively());
        QSignalSpy failed(&workspace, &Workspace::failed);
        refresh(workspace, openAis(9));
        QCOMPARE(failed.count(), 1);
        QVERIFY(workspace.catalog().endpoint(u"openai/brand-new"_s));
    }

private:
    static void load(Workspace &workspace)
    {
        QSignalSpy loaded(&workspace, &Workspace::loaded);
        workspace.load();
        QVERIFY(loaded.wait());
    }
    static catalog::RefreshReport refresh(Workspace &workspace, const catalog::Fetch &fetch)
    {
        QSignalSpy refreshed(&workspace, &Workspace::refreshed);
        workspace.applyRefresh({fetch}, noon(11, 30));
        const bool done = refreshed.wait();
        return done ? refreshed.at(0).at(0).value<catalog::RefreshReport>() : catalog::RefreshReport{};
    }
    static void check(const Workspace &workspace, qint64 before)
    {
        const QString id = QString::fromLatin1(Known);
        QCOMPARE(inputOf(workspace.beneathOverrides(), id), before + 1);
        QCOMPARE(inputOf(workspace.catalog(), id), 1);
        QVERIFY(!workspace.catalog().endpoint(u"openai/brand-new"_s)->price);
        QCOMPARE(workspace.priceHistory().of(id).size(), 2);
        QCOMPARE(workspace.fetched().size(), 1);
        QVERIFY(workspace.ownEndpoints(u"openai"_s).isEmpty()); // what was fetched is no file of the user's
    }
};

static const bool tstWorkspacePrices = sb::testing::add<TstWorkspacePrices>();

#include "tst_workspace_prices.moc"
