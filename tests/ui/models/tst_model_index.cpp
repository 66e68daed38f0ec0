#include "ui/models/model_index.h"

#include "tests/testing/testing.h"
#include "tests/ui/models/model_samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::ui;
using namespace std::chrono_literals;

namespace {

QStringList idsOf(const ModelIndex &index, const Found &found)
{
    QStringList ids;
    for (const FoundModel &row : found.rows)
        ids.append(index.models()[size_t(row.model)].id.section(u'/', 1));
    return ids;
}

/// Figures by endpoint id.
template <typename Set>
Figures figuresWith(const ModelIndex &index, Set set)
{
    Figures figures(index.offers().size());
    for (size_t i = 0; i < figures.size(); ++i)
        set(index.offers()[i].endpoint.id, figures[i]);
    return figures;
}

} // namespace

class TstModelIndex final : public QObject
{
    Q_OBJECT
private slots:
    void aModelIsFoundByOneEndpointThatHasAll_data()
    {
        QTest::addColumn<ModelFilter>("filter");
        QTest::addColumn<QStringList>("expected"); // by name
        const QStringList all{u"free"_s, u"large"_s, u"small"_s, u"unpriced"_s};
        constexpr qint64 Dollar = 1'000'000'000;
        QTest::newRow("nothing asked") << ModelFilter{} << all;
        QTest::newRow("a part of the id") << ModelFilter{.text = u"arg"_s} << QStringList{u"large"_s};
        QTest::newRow("other case") << ModelFilter{.text = u"LARGE"_s} << QStringList{u"large"_s};
        QTest::newRow("two words in any order") << ModelFilter{.text = u" large  author "_s} << QStringList{u"large"_s};
        QTest::newRow("a provider's name") << ModelFilter{.text = u"west"_s} << QStringList{u"large"_s, u"small"_s};
        QTest::newRow("a word of nobody") << ModelFilter{.text = u"funicular"_s} << QStringList{};
        QTest::newRow("tools") << ModelFilter{.abilities = bit(Ability::Tools)} << QStringList{u"large"_s};
        QTest::newRow("tools at east: no endpoint has both")
            << ModelFilter{.abilities = bit(Ability::Tools), .providers = {u"east"_s}} << QStringList{};
        QTest::newRow("either of two providers")
            << ModelFilter{.providers = {u"east"_s, u"local"_s}} << QStringList{u"free"_s, u"large"_s, u"unpriced"_s};
        QTest::newRow("an endpoint's own region") << ModelFilter{.regions = {u"fr"_s}} << QStringList{u"large"_s};
        QTest::newRow("the provider's region, where it has none")
            << ModelFilter{.regions = {u"eu"_s}} << QStringList{u"small"_s};
        QTest::newRow("no training") << ModelFilter{.abilities = bit(Ability::NoTraining)}
                                     << QStringList{u"free"_s, u"large"_s, u"small"_s};
        QTest::newRow("usable") << ModelFilter{.abilities = bit(Ability::Usable)} << QStringList{u"free"_s};
        QTest::newRow("at most $5: unpriced is not cheap")
            << ModelFilter{.outputPrice = {.most = NanoDollars{5 * Dollar}}} << QStringList{u"free"_s, u"small"_s};
        QTest::newRow("at least $8") << ModelFilter{.outputPrice = {.least = NanoDollars{8 * Dollar}}}
                                     << QStringList{u"large"_s};
        QTest::newRow("room: unknown is not large")
            << ModelFilter{.context = {.least = 64'000}} << QStringList{u"large"_s, u"unpriced"_s};
        QTest::newRow("released since") << ModelFilter{.releasedSince = QDate(2025, 4, 1)} << QStringList{u"small"_s};
        QTest::newRow("favorites") << ModelFilter{.favoritesOnly = true} << QStringList{u"small"_s};
    }
    void aModelIsFoundByOneEndpointThatHasAll()
    {
        QFETCH(ModelFilter, filter);
        QFETCH(QStringList, expected);
        const ModelIndex index(testing::sampleCatalog(), {u"local"_s});
        const Found found = index.find(filter, {.order = ModelOrder::Name}, {u"author/small"_s}, {});
        QCOMPARE(idsOf(index, found), expected);
    }

    void theCheapestEndpointThatMatchesLeads()
    {
        const ModelIndex index(testing::sampleCatalog(), {});
        const auto leadFor = [&index](const ModelFilter &filter) {
            return index.offers()[size_t(index.find(filter, {}, {}, {}).rows.constFirst().lead)].endpoint.id;
        };
        QCOMPARE(leadFor({.text = u"large"_s}), u"east/large"_s);
        QCOMPARE(leadFor({.text = u"large"_s, .abilities = bit(Ability::Tools)}), u"west/large"_s);
    }

    void aCountSaysHowManyModelsAValueWouldShow()
    {
        const ModelIndex index(testing::sampleCatalog(), {});
        const auto providerCount = [](const FacetCounts &counts, int provider) {
            return counts.providers.value(provider);
        };
        const FacetCounts all = index.find({}, {}, {}, {}).counts;
        QCOMPARE(all.abilities.value(0), 1); // tools
        QCOMPARE(providerCount(all, 0), 2);
        QCOMPARE(providerCount(all, 1), 2);
        // Of a facet of which any value will do, a chosen one does not hide what the others would add.
        const FacetCounts west = index.find({.providers = {u"west"_s}}, {}, {}, {}).counts;
        QCOMPARE(providerCount(west, 0), 2);
        // Another facet does.
        const FacetCounts tools = index.find({.abilities = bit(Ability::Tools)}, {}, {}, {}).counts;
        QCOMPARE(providerCount(tools, 0), 0);
        QCOMPARE(providerCount(tools, 1), 1);
    }

    void theOrderIsTheOneThatWasAskedFor_data()
    {
        QTest::addColumn<ModelSort>("sort");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("mine: favorites as they were put, then the newest")
            << ModelSort{} << QStringList{u"unpriced"_s, u"large"_s, u"small"_s, u"free"_s};
        QTest::newRow("newest") << ModelSort{.order = ModelOrder::Newest, .descending = true}
                                << QStringList{u"small"_s, u"large"_s, u"unpriced"_s, u"free"_s};
        QTest::newRow("name, backwards") << ModelSort{.order = ModelOrder::Name, .descending = true}
                                         << QStringList{u"unpriced"_s, u"small"_s, u"large"_s, u"free"_s};
        QTest::newRow("output") << ModelSort{.order = ModelOrder::Output}
                                << QStringList{u"free"_s, u"small"_s, u"large"_s, u"unpriced"_s};
        QTest::newRow("output, dearest first: unpriced stays last")
            << ModelSort{.order = ModelOrder::Output, .descending = true}
            << QStringList{u"large"_s, u"small"_s, u"free"_s, u"unpriced"_s};
        QTest::newRow("first token: nothing measured comes last")
            << ModelSort{.order = ModelOrder::FirstToken}
            << QStringList{u"small"_s, u"large"_s, u"free"_s, u"unpriced"_s};
        QTest::newRow("recent cost: who serves fewer is not cheaper")
            << ModelSort{.order = ModelOrder::RecentCost}
            << QStringList{u"large"_s, u"small"_s, u"free"_s, u"unpriced"_s};
    }
    void mineBeginsWithWhatCanBeAskedNow()
    {
        const ModelIndex index(testing::sampleCatalog(), {u"local"_s});
        const auto found = index.find({}, {}, {u"other/unpriced"_s}, {}).rows;
        QStringList names;
        for (const FoundModel &row : found)
            names.append(index.models()[size_t(row.model)].id);
        QCOMPARE(names, QStringList({u"other/unpriced"_s, u"author/free"_s, u"author/small"_s, u"author/large"_s}));
    }
    void theOrderIsTheOneThatWasAskedFor()
    {
        QFETCH(ModelSort, sort);
        QFETCH(QStringList, expected);
        const ModelIndex index(testing::sampleCatalog(), {});
        const Figures figures = figuresWith(index, [](const QString &endpoint, OfferFigures &figure) {
            if (endpoint == "east/large"_L1) {
                figure = {.firstContent = 900ms, .recentIsKnown = true};
                figure.recent = {.requests = 10, .served = 10, .cost = NanoDollars{900}};
            } else if (endpoint == "west/small"_L1) {
                figure = {.firstContent = 100ms, .recentIsKnown = true};
                figure.recent = {.requests = 10, .served = 4, .cost = NanoDollars{100}};
            }
        });
        const Found found = index.find({}, sort, {u"other/unpriced"_s, u"author/large"_s}, figures);
        QCOMPARE(idsOf(index, found), expected);
    }

    void whatBeginsWithTheWordComesFirst()
    {
        QList<catalog::Endpoint> endpoints = testing::sampleEndpoints();
        endpoints.append(testing::sampleEndpoint(u"west"_s, u"author/very-large"_s, 1, 1));
        endpoints.last().released = QDate(2026, 1, 1);
        const ModelIndex index({testing::sampleProviders(), endpoints}, {});
        QCOMPARE(idsOf(index, index.find({.text = u"large"_s}, {}, {}, {})),
                 (QStringList{u"large"_s, u"very-large"_s}));
    }

    void figuresComeFromTheLedgerOfTheEndpoint()
    {
        QList<catalog::Provider> providers = testing::sampleProviders();
        providers[1].practice = true;
        const ModelIndex index({providers, testing::sampleEndpoints()}, {});
        usage::RecentUse real;
        real.endpoints = {{.endpointId = u"east/large"_s, .attempts = 4, .failed = 1, .firstContent = 300ms},
                          {.endpointId = u"west/small"_s, .attempts = 9}};
        real.requests = 1;
        real.groups = {{.requests = 1, .tokens = {.freshInput = 1'000'000}}};
        usage::RecentUse practice;
        practice.endpoints = {{.endpointId = u"west/small"_s, .attempts = 2}};
        const Figures figures = figuresOf(index, real, practice);
        for (size_t i = 0; i < figures.size(); ++i) {
            const QString &id = index.offers()[i].endpoint.id;
            if (id == "east/large"_L1) {
                QCOMPARE(figures[i].errorShare, 0.25);
                QCOMPARE(figures[i].recent.cost, NanoDollars{2'000'000'000});
            } else if (id == "west/small"_L1) {
                QCOMPARE(figures[i].attempts, 2);
                QVERIFY(!figures[i].recentIsKnown); // practice is nobody's money
            }
        }
    }

    void anEmptyCatalogHasNothing()
    {
        const ModelIndex index({}, {});
        QVERIFY(index.find({.text = u"a"_s}, {}, {}, {}).rows.isEmpty());
        QVERIFY(!index.modelOf(u"author/large"_s));
    }
};

static const bool tstModelIndex = sb::testing::add<TstModelIndex>();

#include "tst_model_index.moc"
