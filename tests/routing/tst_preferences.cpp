#include "core/routing/preferences.h"

#include "tests/routing/plan_world.h"
#include "tests/testing/testing.h"

#include <QTest>

using namespace sb;
using namespace sb::routing;
using namespace sb::routing::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Json preferencesJson(const char *text)
{
    const auto parsed = parseJson(text);
    return parsed ? *parsed : Json();
}

/// lab/fox in the east and in the west, both alike.
QStringList orderWith(const Preferences &preferences)
{
    World world;
    world.input.preferences = preferences;
    return candidates(world.planned());
}

QString reasonFor(World &world, const QString &endpointId)
{
    for (const Excluded &each : world.planned().excluded) {
        if (each.endpointId == endpointId)
            return QString::fromLatin1(toWireName(each.reason));
    }
    return {};
}

const QStringList EastFirst{u"east/fox"_s, u"west/fox"_s};
const QStringList WestFirst{u"west/fox"_s, u"east/fox"_s};

} // namespace

class TstPreferences : public QObject
{
    Q_OBJECT
private slots:
    void everyMemberOfOpenRoutersObjectIsReadAndWrittenBack()
    {
        const Json whole = preferencesJson(
            R"({"order":["east"],"only":["east","west"],"ignore":["south"],"quantizations":["fp8"],"regions":["eu"],)"
            R"("allow_fallbacks":false,"require_parameters":true,"zdr":true,"data_collection":"deny",)"
            R"("sort":{"by":"throughput","partition":"none"},"preferred_min_throughput":{"p90":50},)"
            R"("preferred_max_latency":{"p50":1,"p99":9.5},"max_price":{"prompt":"1.00","completion":"2.50"},)"
            R"("enforce_distillable_text":true})");
        const auto read = parsePreferences(whole, u"provider"_s);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(read->sort, std::optional(Sort::Throughput));
        QCOMPARE(read->acrossModels, std::optional(true));
        QCOMPARE(read->denyTraining, std::optional(true));
        QCOMPARE(read->maxPrice.prompt, std::optional(PicoDollars{1'000'000})); // micro-dollars a million
        QCOMPARE(read->minThroughput.p90, std::optional(50.0));
        QCOMPARE(QString::fromUtf8(toJson(*read).dump()), QString::fromUtf8(whole.dump()));
    }

    void aNumberAsAThresholdIsTheMedian()
    {
        const auto read = parsePreferences(preferencesJson(R"({"preferred_max_latency":2,"sort":"price"})"), u"p"_s);
        QVERIFY(read);
        QCOMPARE(read->maxLatency, (Percentiles{.p50 = 2.0}));
        QCOMPARE(read->sort, std::optional(Sort::Price));
    }

    void whatIsWrongIsNamedWithItsPath_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("begins");
        const auto row = [](const char *name, const QByteArray &text, const QString &begins) {
            QTest::newRow(name) << text << begins;
        };
        row("no object", "[]", u"provider: expected an object"_s);
        row("a sort that nobody knows", R"({"sort":"beauty"})", u"provider.sort: expected \"balanced\", \"listed\""_s);
        row("a partition that nobody knows", R"({"sort":{"partition":"x"}})", u"provider.sort.partition: expected"_s);
        row("a member of sort", R"({"sort":{"way":"up"}})", u"provider.sort.way"_s);
        row("a list that is a text", R"({"only":"east"})", u"provider.only: expected"_s);
        row("a price below nothing", R"({"max_price":{"prompt":-1}})", u"provider.max_price.prompt: expected"_s);
        row("a price that is a word", R"({"max_price":{"completion":"much"}})", u"provider.max_price.completion"_s);
        row("a latency below nothing", R"({"preferred_max_latency":-1})", u"provider.preferred_max_latency"_s);
        row("a policy that nobody knows", R"({"data_collection":"maybe"})", u"provider.data_collection: expected"_s);
    }
    void whatIsWrongIsNamedWithItsPath()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, begins);
        const auto read = parsePreferences(preferencesJson(text.constData()), u"provider"_s);
        QVERIFY(!read);
        QVERIFY2(read.error().message.startsWith(begins), qPrintable(read.error().message));
    }

    void orderPutsItsSlugsFirstAndTheOthersBehind()
    {
        QCOMPARE(orderWith({.order = {u"west"_s}}), WestFirst);
        QCOMPARE(orderWith({.order = {u"WEST"_s, u"east"_s}}), WestFirst);
        QCOMPARE(orderWith({.order = {u"west/fox"_s}}), WestFirst); // an endpoint's own id
        QCOMPARE(orderWith({.order = {u"nobody"_s}}), EastFirst);
    }

    void onlyAndIgnoreLeaveOthersOut()
    {
        QCOMPARE(orderWith({.only = {u"west"_s}}), QStringList{u"west/fox"_s});
        QCOMPARE(orderWith({.ignore = {u"east"_s}}), QStringList{u"west/fox"_s});
        World world;
        world.input.preferences.only = {u"west"_s};
        QCOMPARE(reasonFor(world, u"east/fox"_s), u"allowed_providers"_s);
    }

    void aSlugMayNameARegionOrAQuantization()
    {
        World world;
        world.endpoints[1].region = u"eu-1"_s;
        world.endpoints[0].quantization = u"fp8"_s;
        world.input.preferences.only = {u"west/EU-1"_s};
        QCOMPARE(candidates(world.planned()), QStringList{u"west/fox"_s});
        world.input.preferences.only = {u"east/fp8"_s};
        QCOMPARE(candidates(world.planned()), QStringList{u"east/fox"_s});
    }

    void withoutFallbacksOnlyTheFirstOrTheNamedStay()
    {
        QCOMPARE(orderWith({.allowFallbacks = false}), QStringList{u"east/fox"_s});
        QCOMPARE(orderWith({.order = {u"west"_s}, .allowFallbacks = false}), QStringList{u"west/fox"_s});
        QCOMPARE(orderWith({.order = {u"west"_s, u"east"_s}, .allowFallbacks = false}), WestFirst);
    }

    void dataPoliciesAreTrustedOnlyWhereTheySaySo()
    {
        World world;
        world.input.preferences.denyTraining = true;
        world.input.chain.steps.append(Step{.model = u"lab/owl"_s});
        world.providers[1].dataPolicy.trains = false;
        QCOMPARE(candidates(world.planned()), (QStringList{u"west/fox"_s, u"home/owl"_s})); // home is this machine
        QCOMPARE(reasonFor(world, u"east/fox"_s), u"data_policy:training"_s);
        world.input.preferences = {.zeroRetention = true};
        world.providers[0].dataPolicy.retentionDays = 0;
        world.providers[1].dataPolicy.retentionDays = 30;
        QCOMPARE(candidates(world.planned()), (QStringList{u"east/fox"_s, u"home/owl"_s}));
        QCOMPARE(reasonFor(world, u"west/fox"_s), u"data_policy:zdr"_s);
    }

    void aRouterIsSentWhatIsAskedOfItsHostsAndStays()
    {
        World world;
        world.providers[1].quirks.routerMembers = true;
        world.input.preferences = {
            .order = {u"east"_s}, .only = {u"east"_s}, .allowFallbacks = false, .denyTraining = true};
        world.providers[0].dataPolicy.trains = false;
        QCOMPARE(candidates(world.planned()), EastFirst);
        world.input.preferences.ignore = {u"west"_s};
        QCOMPARE(candidates(world.planned()), QStringList{u"east/fox"_s});
    }

    void listsWithoutACommonEntryLeaveNobodyNotEvenARouter()
    {
        for (const auto member : {&Preferences::only, &Preferences::regions, &Preferences::quantizations}) {
            World world;
            world.providers[0].quirks.routerMembers = true;
            world.endpoints[0].region = u"eu"_s;
            world.step().preferences.*member = QStringList{u"eu"_s};
            world.input.preferences.*member = QStringList{u"us"_s};
            QCOMPARE(candidates(world.planned()), QStringList());
        }
    }

    void regionsAndQuantizationsAreHardFilters()
    {
        World world;
        world.endpoints[1].region = u"eu-west-1"_s;
        world.input.preferences.regions = {u"eu"_s};
        QCOMPARE(candidates(world.planned()), QStringList{u"west/fox"_s});
        QCOMPARE(reasonFor(world, u"east/fox"_s), u"data_region"_s);
        world.input.preferences = {.quantizations = {u"unknown"_s}};
        world.endpoints[1].quantization = u"int4"_s;
        QCOMPARE(candidates(world.planned()), QStringList{u"east/fox"_s});
        QCOMPARE(reasonFor(world, u"west/fox"_s), u"quantization"_s);
    }

    void aMaximumPriceIsAHardFilterByListPrice()
    {
        World world; // a dollar a million in, ten out
        world.input.preferences.maxPrice.completion = PicoDollars{10'000'000};
        QCOMPARE(candidates(world.planned()).size(), 2);
        world.input.preferences.maxPrice.completion = PicoDollars{9'999'999};
        QCOMPARE(candidates(world.planned()).size(), 0);
        QCOMPARE(reasonFor(world, u"east/fox"_s), u"max_price"_s);
        world.east().free = true;
        QCOMPARE(candidates(world.planned()), QStringList{u"east/fox"_s});
    }

    void aThresholdThatIsMissedPutsBehind()
    {
        World world;
        world.input.health.measured.insert(u"east/fox"_s, firstTokenOf(3));
        world.input.preferences.maxLatency.p90 = 2;
        QCOMPARE(candidates(world.planned()), WestFirst); // what was not measured misses nothing
        world.input.preferences.maxLatency.p90 = 4;
        world.input.preferences.sort = Sort::Listed;
        QCOMPARE(candidates(world.planned()), EastFirst);
    }

    void aSortIsByWhatItSays_data()
    {
        QTest::addColumn<Sort>("sort");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("price") << Sort::Price << WestFirst;
        QTest::newRow("latency") << Sort::Latency << EastFirst;
        QTest::newRow("throughput") << Sort::Throughput << WestFirst;
        QTest::newRow("quality") << Sort::Quality << WestFirst;
        QTest::newRow("listed") << Sort::Listed << EastFirst;
    }
    void aSortIsByWhatItSays()
    {
        QFETCH(Sort, sort);
        World world;
        world.endpoints[1].price->components[1].amount = {
            9'000'000}; // west is cheaper, faster in writing, and reliable
        Measured east = firstTokenOf(0.3);
        east.throughput = Quantiles{.p50 = 20};
        east.answers = 50;
        east.spoiled = 10;
        Measured west = firstTokenOf(0.6);
        west.throughput = Quantiles{.p50 = 90};
        world.input.health.measured = {{u"east/fox"_s, east}, {u"west/fox"_s, west}};
        world.input.preferences.sort = sort;
        const Plan plan = world.planned();
        QTEST(candidates(plan), "order");
        QCOMPARE(plan.candidates.constFirst().probability, 1.0); // a sort leaves nothing to chance
        QCOMPARE(plan.candidates.constLast().probability, 0.0);
    }

    void theStricterOfTwoBoundsHoldsAndTheNearerOfTwoWishes()
    {
        const Preferences chain{.order = {u"a"_s},
                                .only = {u"a"_s, u"b"_s},
                                .ignore = {u"x"_s},
                                .denyTraining = true,
                                .maxPrice = {.prompt = PicoDollars{5}}};
        const Preferences request{.only = {u"B"_s, u"c"_s},
                                  .ignore = {u"y"_s},
                                  .denyTraining = false,
                                  .sort = Sort::Price,
                                  .maxPrice = {.prompt = PicoDollars{9}}};
        const Preferences both = combined(chain, request);
        QCOMPARE(both.only, QStringList{u"b"_s});
        QCOMPARE(both.ignore, (QStringList{u"x"_s, u"y"_s}));
        QCOMPARE(both.denyTraining, std::optional(true));
        QCOMPARE(both.maxPrice.prompt, std::optional(PicoDollars{5}));
        QCOMPARE(both.sort, std::optional(Sort::Price));
        QVERIFY(both.order.isEmpty());
        QCOMPARE(combined(chain, {}), chain);
        QCOMPARE(combined({}, request), request);
    }

    void listsWithNothingInCommonAllowNobody()
    {
        World world;
        world.step().preferences.only = {u"east"_s};
        world.input.preferences.only = {u"west"_s};
        QVERIFY(candidates(world.planned()).isEmpty());
    }
};

static const bool tstPreferences = sb::testing::add<TstPreferences>();

#include "tst_preferences.moc"
