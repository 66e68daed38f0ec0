#include "ui/models/models_page.h"

#include "core/profile/profile.h"
#include "tests/testing/tab_walk.h"
#include "tests/testing/testing.h"
#include "tests/ui/models/model_samples.h"
#include "tests/usage/rig.h"
#include "tests/usage/samples.h"
#include "ui/common/banner.h"
#include "ui/common/chip.h"
#include "ui/common/empty_state.h"
#include "ui/common/label.h"
#include "ui/common/table.h"
#include "ui/models/catalog_table.h"
#include "ui/models/model_detail.h"
#include "ui/models/model_list.h"
#include "ui/models/model_texts.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;
using namespace std::chrono_literals;

namespace {

/// The page over a profile with the sample providers beside those that are shipped, on 3 June 2025.
struct Shown
{
    Shown()
        : paths(profile::prepare(folder.filePath(u"profile"_s)).value())
    {
        for (catalog::Provider provider : testing::sampleProviders()) {
            provider.baseUrl = QUrl(u"http://127.0.0.1:9/%1"_s.arg(provider.id));
            QVERIFY(profile::saveProvider(paths, provider));
            QList<catalog::Endpoint> own;
            for (const catalog::Endpoint &endpoint : testing::sampleEndpoints()) {
                if (endpoint.providerId == provider.id)
                    own.append(endpoint);
            }
            QVERIFY(profile::saveEndpoints(paths, provider.id, own));
        }
        QVERIFY(rig.start());
        workspace = std::make_unique<profile::Workspace>(paths, profile::Settings{.timeZone = u"UTC"_s});
        engine = std::make_unique<engine::Engine>(rig.usage(), rig.m_clock, std::make_unique<SeededRandom>(7));
        updater = std::make_unique<engine::CatalogUpdater>(*engine, *workspace, rig.m_clock);
        board = std::make_unique<ModelBoard>(*workspace, *updater, rig.queries(), rig.usage(), rig.m_clock);
        page = std::make_unique<ModelsPage>(*board);
        page->resize(1092, 720);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }
    void load()
    {
        workspace->load();
        QTRY_VERIFY(board->isLoaded());
        QTRY_VERIFY(!board->isReading() && !board->figures().empty());
    }
    /// Those of the samples only.
    void narrow() { search()->setText(u"author/"_s); }
    [[nodiscard]] QLineEdit *search() const { return page->findChild<QLineEdit *>(u"find-model"_s); }
    [[nodiscard]] TableView *table() const { return page->findChild<TableView *>(u"models"_s); }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            names.append(table()->model()->index(row, 0).data().toString());
        return names;
    }
    [[nodiscard]] QString cell(const QString &model, CatalogTable::Column column) const
    {
        const auto row = int(names().indexOf(model));
        return table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QString current() const { return table()->currentIndex().siblingAtColumn(0).data().toString(); }
    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return page->findChild<Widget *>(name);
    }

    QTemporaryDir folder;
    profile::Paths paths;
    usage::Rig rig;
    std::unique_ptr<profile::Workspace> workspace;
    std::unique_ptr<engine::Engine> engine;
    std::unique_ptr<engine::CatalogUpdater> updater;
    std::unique_ptr<ModelBoard> board;
    std::unique_ptr<ModelsPage> page;
};

usage::Settlement answeredAt(const QString &endpoint)
{
    usage::Settlement settlement = usage::fullSettlement({});
    settlement.attempts.removeFirst();
    settlement.attempts[0].endpointId = endpoint;
    settlement.attempts[0].tokens = {.freshInput = 1'000'000};
    settlement.tokens = settlement.attempts[0].tokens;
    return settlement;
}

} // namespace

class TstModelsPage final : public QObject
{
    Q_OBJECT
private slots:
    void whatTakesItsTimeIsSaidToBeRead()
    {
        Shown shown;
        auto *empty = shown.page->findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        QCOMPARE(empty->accessibleName(), u"Reading the catalog"_s);
        shown.load();
        QTRY_VERIFY(shown.table()->isVisible());
        const QAbstractItemModelTester tester(shown.table()->model());
        QVERIFY(shown.table()->model()->rowCount() > 100);
    }

    void typingInTheTableSearches()
    {
        Shown shown;
        shown.load();
        shown.table()->setFocus();
        QTest::keyClicks(shown.table(), u"a"_s);
        QVERIFY(shown.search()->hasFocus());
        QTest::keyClicks(shown.search(), u"uthor/"_s);
        QCOMPARE(shown.names(), (QStringList{u"author/small"_s, u"author/large"_s, u"author/free"_s}));
        QTest::keyClick(shown.search(), Qt::Key_Down);
        QVERIFY(shown.table()->hasFocus());
    }

    void whatFitsNothingSaysSoAndOffersTheWayBack()
    {
        Shown shown;
        shown.load();
        shown.search()->setText(u"funicular"_s);
        auto *empty = shown.page->findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->accessibleName(), u"No model fits"_s);
        emit empty->actionTriggered();
        QVERIFY(shown.table()->isVisible());
        QCOMPARE(shown.search()->text(), QString());
    }

    void spaceMarksAFavoriteWhichComesFirstAndIsKept()
    {
        Shown shown;
        shown.load();
        shown.narrow();
        shown.table()->setFocus();
        shown.table()->selectRow(2);
        QTest::keyClick(shown.table(), Qt::Key_Space);
        QCOMPARE(shown.names().value(0), u"author/free"_s);
        QCOMPARE(shown.current(), u"author/free"_s); // what is looked at moves along
        QCOMPARE(shown.workspace->settings().favoriteModels, QStringList{u"author/free"_s});
        QSignalSpy notices(shown.page.get(), &ModelsPage::notice);
        QTest::keyClick(shown.table(), Qt::Key_Space);
        QCOMPARE(shown.names().value(0), u"author/small"_s);
        QCOMPARE(notices.count(), 1);
        notices.at(0).at(1).value<std::function<void()>>()(); // undo
        QCOMPARE(shown.names().value(0), u"author/free"_s);
    }

    void favoritesAreMovedByKeys()
    {
        Shown shown;
        shown.load();
        shown.board->toggleFavorite(u"author/large"_s);
        shown.board->toggleFavorite(u"author/free"_s);
        shown.narrow();
        QCOMPARE(shown.names().value(1), u"author/free"_s);
        shown.table()->setFocus();
        shown.table()->selectRow(1);
        QTest::keyClick(shown.table(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(shown.names().value(0), u"author/free"_s);
        QCOMPARE(shown.current(), u"author/free"_s);
    }

    void aTitleSortsAndTurnsRound()
    {
        Shown shown;
        shown.load();
        shown.narrow();
        QHeaderView *titles = shown.table()->horizontalHeader();
        const auto click = [&](int column) {
            QTest::mouseClick(titles->viewport(), Qt::LeftButton, {},
                              QPoint(titles->sectionViewportPosition(column) + titles->sectionSize(column) / 2,
                                     titles->height() / 2));
        };
        click(CatalogTable::Output);
        QCOMPARE(shown.names(), (QStringList{u"author/free"_s, u"author/small"_s, u"author/large"_s}));
        click(CatalogTable::Output);
        QCOMPARE(shown.names().value(0), u"author/large"_s);
        QVERIFY(titles->isSortIndicatorShown());
        QCOMPARE(titles->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void aFacetNarrowsAndItsCountSaysToWhat()
    {
        Shown shown;
        shown.load();
        shown.narrow();
        auto *tools = shown.find<QCheckBox>(u"facet-1"_s);
        QVERIFY(tools);
        QCOMPARE(tools->accessibleName(), u"Capability: Tools, 1 model(s)"_s);
        QTest::keyClick(tools, Qt::Key_Space);
        QCOMPARE(shown.names(), QStringList{u"author/large"_s});
        QCOMPARE(shown.cell(u"author/large"_s, CatalogTable::Output), u"$9.00\u2007"_s); // the endpoint that has them
    }

    void noPriceIsAWordAndFreeIsAnother()
    {
        Shown shown;
        shown.load();
        QCOMPARE(shown.cell(u"other/unpriced"_s, CatalogTable::Input), u"unpriced"_s);
        QCOMPARE(shown.cell(u"author/free"_s, CatalogTable::Output), u"free"_s);
        QCOMPARE(shown.cell(u"author/free"_s, CatalogTable::Context), u"–"_s);
    }

    void ownTrafficIsMeasuredAndPricedElsewhere()
    {
        Shown shown;
        shown.rig.record(usage::fullOpenRecord(), answeredAt(u"east/large"_s));
        shown.load();
        QTRY_COMPARE(shown.cell(u"author/large"_s, CatalogTable::FirstToken), u"0.21 s"_s);
        QCOMPARE(shown.cell(u"author/large"_s, CatalogTable::Errors), u"0.0%"_s);
        QCOMPARE(shown.cell(u"author/small"_s, CatalogTable::FirstToken), u"–"_s);
        // A million tokens do not fit into 128,000; the local server's window is not known.
        QCOMPARE(shown.cell(u"author/large"_s, CatalogTable::Recent), u"–"_s);
        QCOMPARE(shown.cell(u"author/free"_s, CatalogTable::Recent), u"free"_s);
    }

    void enterOpensTheDetailsAndEscapeGoesBack()
    {
        Shown shown;
        shown.load();
        shown.narrow();
        shown.table()->setFocus();
        shown.table()->selectRow(1);
        QTest::keyClick(shown.table(), Qt::Key_Return);
        auto *endpoints = shown.find<TableView>(u"endpoints"_s);
        QTRY_VERIFY(endpoints->isVisible());
        QVERIFY(endpoints->hasFocus());
        QCOMPARE(endpoints->model()->rowCount(), 2);
        QCOMPARE(endpoints->model()->index(0, 0).data().toString(), u"East"_s); // the cheapest
        QVERIFY(shown.find<Label>(u"price-source"_s)->text().contains(u"14"_s)); // days since 20 May
        QTest::keyClick(endpoints, Qt::Key_Escape);
        QTRY_VERIFY(shown.table()->isVisible());
        QVERIFY(shown.table()->hasFocus());
        QCOMPARE(shown.current(), u"author/large"_s);
    }

    void modelsAreComparedUpToSix()
    {
        Shown shown;
        shown.load();
        shown.table()->setFocus();
        QSignalSpy notices(shown.page.get(), &ModelsPage::notice);
        for (int row = 0; row < 7; ++row) {
            shown.table()->selectRow(row);
            QTest::keyClick(shown.table(), Qt::Key_Space, Qt::ControlModifier);
        }
        QCOMPARE(shown.board->compared().size(), 6);
        QCOMPARE(notices.count(), 1); // the seventh
        auto *compare = shown.find<QPushButton>(u"compare"_s);
        QCOMPARE(compare->text(), u"Compare 6"_s);
        compare->click();
        auto *comparison = shown.find<TableView>(u"comparison"_s);
        QVERIFY(comparison->isVisible());
        QCOMPARE(comparison->model()->columnCount(), 7);
        comparison->setCurrentIndex(comparison->model()->index(0, 1));
        QTest::keyClick(comparison, Qt::Key_Delete);
        QCOMPARE(shown.board->compared().size(), 5);
    }

    void whatEndsSoonAndIsUsedIsSaidAbove()
    {
        Shown shown;
        shown.load();
        auto *banner = shown.page->findChild<Banner *>();
        QVERIFY(!banner->isVisible());
        shown.board->toggleFavorite(u"other/unpriced"_s); // ends on 1 July
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->accessibleName().contains(u"other/unpriced"_s), qPrintable(banner->accessibleName()));
    }

    void whatCannotBeReadIsSaidAndTheListStays()
    {
        Shown shown;
        shown.load();
        shown.rig.queries().setPath(tl::unexpected(Error{.message = u"gone"_s}));
        shown.board->look();
        auto *banner = shown.page->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().contains(u"gone"_s));
        QVERIFY(shown.table()->isVisible());
    }

    void thatRealTrafficCouldNotBeReadIsNotHiddenByPractice()
    {
        Shown shown;
        shown.load();
        const usage::Ticket before = shown.rig.queries().ask(usage::RecentUseQuery{.days = 1});
        shown.board->look();
        QVERIFY(shown.board->isReading());
        emit shown.rig.queries().answered(usage::Ticket{before.value + 1}, tl::unexpected(Error{.message = u"gone"_s}));
        QTRY_VERIFY(!shown.board->isReading());
        QCOMPARE(shown.board->failure(), u"gone"_s);
        shown.board->look();
        QTRY_VERIFY(!shown.board->isReading());
        QCOMPARE(shown.board->failure(), QString());
    }

    void aModelEndsWithItsLastEndpoint()
    {
        Shown shown;
        catalog::Endpoint sooner = testing::sampleEndpoint(u"east"_s, u"author/small"_s, 1, 1);
        sooner.retires = QDate(2025, 6, 20);
        catalog::Endpoint later = testing::sampleEndpoint(u"west"_s, u"author/small"_s, 5, 5);
        later.retires = QDate(2025, 7, 20);
        QVERIFY(profile::saveEndpoints(shown.paths, u"east"_s, {sooner}));
        QVERIFY(profile::saveEndpoints(shown.paths, u"west"_s, {later}));
        shown.load();
        shown.board->toggleFavorite(u"author/small"_s);
        auto *banner = shown.page->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->accessibleName().contains(retirementText(later, shown.board->today())),
                 qPrintable(banner->accessibleName()));
    }

    void detailsThatNobodySeesAreNotWorkedOut()
    {
        Shown shown;
        shown.load();
        shown.page->showModel(u"author/large"_s);
        auto *endpoints = shown.find<TableView>(u"endpoints"_s);
        QTRY_COMPARE(endpoints->model()->rowCount(), 2);
        QTest::keyClick(endpoints, Qt::Key_Escape);
        QTRY_VERIFY(shown.table()->isVisible());
        shown.search()->setText(u"a"_s);
        QSignalSpy presented(endpoints->model(), &QAbstractItemModel::modelReset);
        shown.narrow();
        QCOMPARE(presented.count(), 0);
        shown.page->showModel(u"author/large"_s);
        QCOMPARE(endpoints->model()->rowCount(), 2);
    }

    void anOwnPriceThatIsTakenBackIsAsItWas()
    {
        Shown shown;
        shown.load();
        const QString id = u"east/large"_s;
        const catalog::Endpoint *endpoint = shown.workspace->beneathOverrides().endpoint(id);
        catalog::PriceOverride old =
            catalog::makeOverride(*endpoint, *endpoint->price, u"contract"_s, QDate(2025, 1, 2)).value();
        old.beneath = {.free = true};
        shown.workspace->restorePriceOverride(old);
        shown.page->showModel(u"author/large"_s);
        QTRY_COMPARE(shown.find<TableView>(u"endpoints"_s)->model()->rowCount(), 2);
        QSignalSpy notices(shown.page.get(), &ModelsPage::notice);
        shown.find<QPushButton>(u"own-price"_s)->click();
        shown.find<QPushButton>(u"own-remove"_s)->click();
        QCOMPARE(notices.count(), 1);
        QVERIFY(!shown.board->ownPrice(id));
        notices.at(0).at(1).value<std::function<void()>>()(); // undo
        QCOMPARE(*shown.board->ownPrice(id), old);
    }

    void theChainMenuOffersChainsAndANewOne()
    {
        Shown shown;
        shown.load();
        shown.page->showModel(u"author/large"_s);
        QSignalSpy wanted(shown.page.get(), &ModelsPage::chainWanted);
        shown.find<QPushButton>(u"add-to-chain"_s)->click();
        auto *menu = shown.page->findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().constFirst()->text(), u"sample"_s);
        menu->actions().constFirst()->trigger();
        QCOMPARE(wanted.at(0), (QList<QVariant>{u"sample"_s, u"author/large"_s}));
        menu->actions().constLast()->trigger();
        QCOMPARE(wanted.at(1), (QList<QVariant>{QString(), u"author/large"_s}));
        menu->close();
    }

    void columnsGoWhereThereIsNoRoom()
    {
        Shown shown;
        shown.load();
        QVERIFY(shown.table()->isColumnHidden(CatalogTable::PriceAge));
        QVERIFY(!shown.table()->isColumnHidden(CatalogTable::Recent));
        shown.page->resize(1800, 900);
        QTRY_VERIFY(!shown.table()->isColumnHidden(CatalogTable::PriceAge));
    }

    void everythingIsReachedByTab()
    {
        Shown shown;
        shown.load();
        const QStringList names = testing::tabWalk(*shown.search());
        for (const QString &name : {u"Filters"_s, u"Models"_s, u"Output price, $ per M tokens"_s, u"Context, tokens"_s})
            QVERIFY2(names.contains(name), qPrintable(names.join(u" | "_s)));
        QVERIFY(names.indexOf(u"Filters"_s) < names.indexOf(u"Models"_s));
    }
};

static const bool tstModelsPage = sb::testing::add<TstModelsPage>();

#include "tst_models_page.moc"
